"""Page numbers: there on every page, between two dashes, odd pages right and even pages left (clause 7.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.checks import page_number_place
from reportctl.inspect.checks.type import TypeChecker
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.structure import IMPRINT, Element, ElementKind, SpecialFormat
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import PageSection, Paragraph
    from reportctl.inspect.subject import Subject

MISSING = Rule(
    "page-number-missing",
    Severity.ERROR,
    "没有页码",
    "公文每一面都要有页码，编排在版心下边缘之下。用“插入—页码”，不要手工打数字。",
    "页脚是空的。",
    "页脚里有页码。",
)
DASHES = Rule(
    "page-number-dashes",
    Severity.ERROR,
    "页码两侧不是一字线",
    "页码数字左右各放一条一字线：— 1 —。一字线是占一个汉字的横线，不是短横线。",
    "- 1 -",
    "— 1 —",
)
FORMAT = Rule(
    "page-number-format",
    Severity.WARNING,
    "页码不是阿拉伯数字",
    "页码一般用 4 号半角宋体阿拉伯数字。",
    "— i —；—１—（全角数字）",
    "— 1 —",
)
RESTART = Rule(
    "page-number-restart",
    Severity.ERROR,
    "页码没有连续编排",
    "附件与正文一起装订时，页码应当连续编排。在“设置页码格式”里选“续前节”。",
    "附件的页码从 1 重新开始。",
    "附件的页码接着正文。",
)
RULES = (MISSING, DASHES, page_number_place.PLACE, FORMAT, RESTART, page_number_place.DISTANCE)

_CLAUSE = "7.5"
_MISSING = Norm(MISSING, _CLAUSE, Strength.MUST)
_FORMAT = Norm(FORMAT, _CLAUSE, Strength.SHOULD)
_RESTART = Norm(RESTART, _CLAUSE, Strength.MUST)
_FIELD = re.compile(r"PAGE\b", re.IGNORECASE)
_DASH = "—"


def check(subject: Subject) -> Iterator[Deviation]:
    """The page number of each section, on odd pages and, where they differ, on even and first ones."""
    kinds: dict[int, set[ElementKind]] = {}
    for element in subject.structure.elements:
        kinds.setdefault(element.paragraph.section, set()).add(element.kind)
    for number, section in enumerate(subject.facts.sections):
        if number and section.number_start is not None:
            yield breach(
                _RESTART, f"第{number + 1}节的页码重新编号", actual=f"从 {section.number_start} 开始"
            )
        if section.number_format not in ("decimal", "numberInDash"):
            yield breach(_FORMAT, "页码不是阿拉伯数字", actual=section.number_format, expected="1、2、3")
        if not number or not _is_imprint(kinds.get(number, set())):
            yield from _section(subject, section)


def _is_imprint(kinds: set[ElementKind]) -> bool:
    """Whether a section holds 版记 alone: on a page after a blank one, it has no page number (clause 7.5)."""
    return kinds & IMPRINT == kinds - {ElementKind.BLANK} != set()


def _section(subject: Subject, section: PageSection) -> Iterator[Deviation]:
    kinds = ["default"]
    if subject.facts.settings.odd_and_even:
        kinds.append("even")
    letter = subject.structure.special is SpecialFormat.LETTER  # its first page shows none (clause 10.1)
    if section.title_page and not letter:
        kinds.append("first")
    names = {"default": "奇数页" if "even" in kinds else "", "even": "偶数页", "first": "首页"}
    numbers = {kind: _numbered(section.footers.get(kind, ())) for kind in kinds}
    if not any(numbers.values()):
        if not letter:  # of one page, it may have none at all
            yield breach(_MISSING, "没有页码")
        return
    for kind, paragraph in numbers.items():
        if paragraph is None:
            yield breach(_MISSING, f"{names[kind]}没有页码")
        else:
            yield from _look(subject, paragraph, names[kind])
    if "even" not in kinds or numbers["even"] is not None:
        yield from page_number_place.sides(subject, section, numbers["default"], numbers.get("even"))
    if numbers["default"] is not None:
        yield from page_number_place.distance(subject, section, numbers["default"])


def _numbered(paragraphs: tuple[Paragraph, ...]) -> Paragraph | None:
    return next(
        (paragraph for paragraph in paragraphs if any(_FIELD.match(run.field) for run in paragraph.runs)),
        None,
    )


def _look(subject: Subject, paragraph: Paragraph, name: str) -> Iterator[Deviation]:
    setting = subject.layout.page_number.dashes
    text = "".join("1" if _FIELD.match(run.field) else run.text for run in paragraph.runs)
    shown = "".join(text.split())
    if setting.value and not re.fullmatch(f"{_DASH}1+{_DASH}", shown):
        actual, expected = text.strip().replace("1", "N"), f"{_DASH} N {_DASH}"
        yield differs(DASHES, setting, f"{name}页码两侧不是一字线", actual=actual, expected=expected)
    elif not setting.value and shown != shown.strip(_DASH):
        yield differs(DASHES, setting, f"{name}页码两侧有一字线", actual="— N —", expected="N")
    yield from TypeChecker(subject.layout).check(Element(paragraph, ElementKind.PAGE_NUMBER))
