"""The line under 版头: red, as wide as 版心, 4 mm under 发文字号 (clause 7.2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect import colors
from reportctl.inspect.anatomy import LETTERHEAD, RedLine
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.subject import length, points
from reportctl.layout.values import Length, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.subject import Subject

MISSING = Rule(
    "red-line-missing",
    Severity.ERROR,
    "版头没有红色分隔线",
    "发文字号之下 4 mm 处印一条与版心等宽的红色分隔线。可以用段落的下框线。线放在图片里的，检查看不到。",
    "发文字号下面没有线。",
    "发文字号下面有红色的段落下框线。",
)
LOOK = Rule(
    "red-line",
    Severity.ERROR,
    "版头的分隔线不是红色，或不与版心等宽",
    "版头中的分隔线是红色的，居中，与版心等宽。",
    "黑色的分隔线；100 mm 长的分隔线。",
    "与版心等宽的红线。",
)
GAP = Rule(
    "red-line-gap",
    Severity.ERROR,
    "红色分隔线与发文字号的距离不对",
    "红色分隔线在发文字号之下 4 mm 处。用段落下框线的，在“边框—选项”里把下方距正文的间距设为 7 磅左右。",
    "红线贴着发文字号，或者离它两行。",
    "红线在发文字号之下 4 mm。",
)
RULES = (MISSING, LOOK, GAP)

_MISSING = Norm(MISSING, "7.2.7", Strength.MUST)
_WIDTH = Norm(LOOK, "7.2.7", Strength.MUST)
_WIDTH_TOLERANCE = 114  # twips: 2 mm
_GAP_TOLERANCE = 1.5  # mm: where a font's ink ends within its line is not known
_BELOW_BASELINE = 0.2  # of an exact line lies below the baseline
_DESCENT = 0.1  # of the size: what Han ink takes of that


def check(subject: Subject) -> Iterator[Deviation]:
    """The line, where there is 版头."""
    anatomy = subject.anatomy
    head = anatomy.of(*LETTERHEAD)
    if not anatomy.letterhead:
        return
    line, above = anatomy.red_line, head[-1]
    if line is None:
        yield breach(_MISSING, "版头没有红色分隔线", above)
        return
    yield from _look(subject, line, above)
    yield from _gap(subject, line, above)


def _look(subject: Subject, line: RedLine, above: Element) -> Iterator[Deviation]:
    figure = subject.layout.letterhead.line_color
    if not colors.same(line.color, figure.value):
        actual = colors.shown(line.color)
        yield differs(LOOK, figure, "版头的分隔线颜色不对", above, actual=actual)
    thick = subject.layout.letterhead.line_width
    if thick.deviates and not thick.accepts(Length(line.thickness)):
        yield differs(LOOK, thick, "版头的分隔线粗细不对", above, actual=points(line.thickness))
    wanted = round(subject.layout.page.text_width.points * 20)
    if line.width is not None and abs(line.width - wanted) > _WIDTH_TOLERANCE:
        actual, expected = length(line.width / 20), length(wanted / 20)
        yield breach(_WIDTH, "红色分隔线不与版心等宽", above, actual=actual, expected=expected)


def _gap(subject: Subject, line: RedLine, above: Element) -> Iterator[Deviation]:
    form = above.paragraph.format
    if line.lead is None or form.rule != "exact":
        return
    figure = subject.layout.letterhead.line_gap
    gap = (line.lead + form.line * _BELOW_BASELINE - above.paragraph.em * _DESCENT) / 20
    if abs(Length(gap).mm - figure.value.mm) > figure.tolerance.mm + _GAP_TOLERANCE:
        yield differs(GAP, figure, "红色分隔线与发文字号的距离不对", above, actual=f"约 {length(gap)}")
