"""Paper and margins (clauses 5.1 and 5.2.1), and the two profiles that must not be mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.subject import length, points
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.facts import PageSection
    from reportctl.inspect.subject import Subject
    from reportctl.layout.model import Page

PAPER = Rule(
    "paper-size",
    Severity.ERROR,
    "纸张不是 A4",
    "公文用 A4 纸，210 mm × 297 mm。在“布局—纸张大小”里选 A4。横排的表格可以把页面转为横向。",
    "纸张为 Letter（216 mm × 279 mm）。",
    "纸张为 A4。",
)
MARGIN = Rule(
    "page-margin",
    Severity.ERROR,
    "页边距不合要求",
    "天头（上边距）37 mm，订口（左边距）28 mm，各允许差 1 mm；版心 156 mm × 225 mm，"
    "由此右边距 26 mm，下边距 35 mm。在“布局—页边距—自定义页边距”里设置。装订线算在左边距里。",
    "上边距 25.4 mm。",
    "上边距 37 mm，左边距 28 mm。",
)
MIXED = Rule(
    "mixed-profile",
    Severity.WARNING,
    "两套版面数值混用",
    "页边距 37/35 mm 配行距 28.95 磅（GB/T 9704），或页边距 34.58/32.58 mm 配行距 29.45 磅（GB/T 33476.2），"
    "两套都对，但不能各取一半：一半对一半，每面就排不成 22 行，也撑不满版心。",
    "页边距用 37/35 mm，行距却用 29.45 磅。",
    "页边距用 37/35 mm，行距用 28.95 磅。",
)
RULES = (PAPER, MARGIN, MIXED)
_NAMES = ("top", "right", "bottom", "left")


def check(subject: Subject) -> Iterator[Deviation]:
    """Each section's paper and margins; then whether the line spacing belongs to the other profile."""
    sections = subject.facts.sections
    for number, section in enumerate(sections, 1):
        where = f"第{number}节" if len(sections) > 1 else ""
        yield from _paper(section, subject.layout.page, where)
        yield from _margins(section, subject.layout.page, where)
    yield from _mixed(subject)


def _paper(section: PageSection, page: Page, where: str) -> Iterator[Deviation]:
    found = (section.width, section.height)
    sides = sorted(found) if section.landscape or section.width > section.height else list(found)
    for side, figure in zip(sides, (page.width, page.height), strict=True):
        if not figure.accepts(Length(side / 20)):
            yield differs(PAPER, figure, f"{where}{figure.title}不对", actual=length(side / 20))


def _margins(section: PageSection, page: Page, where: str) -> Iterator[Deviation]:
    figures = [getattr(page, name) for name in _NAMES]
    found = [Length(getattr(section, name) / 20) for name in _NAMES]
    turned = section.landscape or section.width > section.height
    # A page turned on its side keeps its margins where the paper has them: they move round by one.
    orders = (0, 1, 3) if turned else (0,)
    off = [
        [
            (figure, one)
            for figure, one in zip(figures, found[turn:] + found[:turn], strict=True)
            if not figure.accepts(one)
        ]
        for turn in orders
    ]
    for figure, one in min(off, key=len):
        yield differs(MARGIN, figure, f"{where}{figure.title}不对", actual=length(one.points))


def _mixed(subject: Subject) -> Iterator[Deviation]:
    line = subject.line
    own = subject.layout.grid.line_pitch
    if line is None or own.accepts(Length(line)):
        return
    for other in subject.others:
        if other.grid.line_pitch.accepts(Length(line)):
            yield differs(
                MIXED, own, f"页边距按 {subject.layout.name}，行距却按 {other.name}", actual=points(line)
            )
