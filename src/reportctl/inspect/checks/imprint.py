"""版记: 抄送机关, 印发机关 and 印发日期, and its lines (clause 7.4)."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import blank_lines_before, is_near, reach
from reportctl.inspect.reading.facts import Border, Location
from reportctl.inspect.structure import IMPRINT, ElementKind, SpecialFormat, patterns
from reportctl.inspect.subject import length
from reportctl.layout.values import Length, Strength
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.reading.facts import Paragraph
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

COPIES_COLON = Rule(
    "copies-colon",
    Severity.ERROR,
    "“抄送”后面不是全角冒号",
    "“抄送”二字后加全角冒号和抄送机关名称。",
    "抄送:市委依法治市办。",
    "抄送：市委依法治市办。",
)
COPIES_END = Rule(
    "copies-full-stop",
    Severity.ERROR,
    "抄送机关末尾没有句号",
    "最后一个抄送机关名称后标句号。",
    "抄送：市委依法治市办",
    "抄送：市委依法治市办。",
)
PRINTED_SUFFIX = Rule(
    "printed-suffix",
    Severity.ERROR,
    "印发日期后面没有“印发”二字",
    "印发日期用阿拉伯数字将年、月、日标全，后加“印发”二字。",
    "2024年1月16日",
    "2024年1月16日印发",
)
MARGINS = Rule(
    "imprint-indent",
    Severity.ERROR,
    "版记的左右没有各空一字",
    "抄送机关左右各空一字；印发机关左空一字，印发日期右空一字。",
    "“抄送”顶格。",
    "“抄送”左空一字。",
)
LINES = Rule(
    "imprint-lines",
    Severity.ERROR,
    "版记的分隔线不全",
    "版记中的分隔线与版心等宽：第一个要素之上、最后一个要素之下各一条粗线，中间的要素之间用细线隔开。",
    "抄送机关之上没有线。",
    "抄送机关之上、印发机关之下都有粗线，两者之间有细线。",
)
THICKNESS = Rule(
    "imprint-line-width",
    Severity.WARNING,
    "版记分隔线的粗细不对",
    "首条和末条分隔线用粗线，推荐 0.35 mm；中间的用细线，推荐 0.25 mm。",
    "三条线都是 0.5 磅。",
    "首末条 1 磅（0.35 mm），中间 0.75 磅（0.25 mm）。",
)
FOOT = Rule(
    "imprint-foot",
    Severity.ERROR,
    "版记的末条分隔线不在版心下边缘",
    "版记排在公文最后一面，末条分隔线与版心下边缘重合：版记之下不留空段。",
    "放版记的图文框里，末条分隔线下面还有一个空段。",
    "末条分隔线就是版心的下边缘。",
)
RULES = (COPIES_COLON, COPIES_END, PRINTED_SUFFIX, MARGINS, LINES, THICKNESS, FOOT)

_COLON = Norm(COPIES_COLON, "7.4.2", Strength.MUST)
_END = Norm(COPIES_END, "7.4.2", Strength.MUST)
_SUFFIX = Norm(PRINTED_SUFFIX, "7.4.3", Strength.MUST)
_AT_FOOT = 114  # twips: 2 mm, by which a frame may end beside the foot of 版心
_TYPED = Border(0, "")
"""A line made of characters: it is there, and how thick it is cannot be told."""
_PUSHED = 2.5  # lines of blank space above 版记
_LINES = Norm(LINES, "7.4.1", Strength.MUST)


def check(subject: Subject) -> Iterator[Deviation]:
    """The elements of 版记, then the lines around them."""
    elements = subject.structure.of(*IMPRINT)
    for element in elements:
        if element.kind is ElementKind.COPIES_TO:
            yield from _copies(element)
    yield from _printed(elements)
    yield from _margins(subject, elements)
    if elements:
        yield from _standing(subject, elements)
    if subject.structure.special is not SpecialFormat.LETTER:  # its 版记 has no lines (clause 10.1)
        yield from _lines(subject, elements)


def _copies(element: Element) -> Iterator[Deviation]:
    found = patterns.COPIES.fullmatch(element.paragraph.text.strip())
    if found is None:
        return
    if found["colon"] != "：":
        yield breach(
            _COLON, "“抄送”后面不是全角冒号", element, actual=found["colon"] or "没有冒号", expected="："
        )
    if not found["rest"].strip().endswith("。"):
        yield breach(_END, "抄送机关末尾没有句号", element, actual=found["rest"].strip()[-1:], expected="。")


def _printed(elements: Sequence[Element]) -> Iterator[Deviation]:
    for element in elements:
        text = "".join(element.paragraph.text.split())
        dated = patterns.DATE_WITHIN.search(text) or patterns.PRINTED.fullmatch(text)
        if element.kind is ElementKind.PRINTED and dated and not text.rstrip("。)\uff09").endswith("印发"):
            yield breach(_SUFFIX, "印发日期后面没有“印发”二字", element, expected="……印发")


def _margins(subject: Subject, elements: Sequence[Element]) -> Iterator[Deviation]:
    """Only where they can be told: cells of a table add margins of their own."""
    for element in elements:
        paragraph, form = element.paragraph, element.paragraph.format
        settings = subject.settings(element.kind)
        if settings is None or paragraph.place is not Location.BODY or paragraph.text[:1].isspace():
            continue
        left = paragraph.characters(form.left + form.first_line)
        if form.alignment != "right" and not is_near(left, settings.left.value):
            yield differs(
                MARGINS,
                settings.left,
                f"{element.kind.label}没有左空{settings.left.shown}",
                element,
                actual=f"{left:.1f} 字",
            )
        right = _right(subject, element)
        if right is not None and not is_near(right, settings.right.value):
            message = f"{element.kind.label}没有右空{settings.right.shown}"
            yield differs(MARGINS, settings.right, message, element, actual=f"{right:.1f} 字")


def _right(subject: Subject, element: Element) -> float | None:
    """What a line leaves free on the right, in characters; None where it ends before that can be seen."""
    paragraph, form = element.paragraph, element.paragraph.format
    room = subject.layout.page.text_width.points * 20
    if "\t" in paragraph.text:
        end = reach(paragraph)
        return None if end is None else paragraph.characters(round(room - end))
    wide = form.left + form.first_line + width(paragraph.text) * paragraph.em
    setting = subject.layout.elements.copies_to.right
    if element.kind is ElementKind.COPIES_TO and (
        wide > room - setting.value * paragraph.em or setting.deviates
    ):
        return paragraph.characters(form.right)
    return None


def _lines(subject: Subject, elements: Sequence[Element]) -> Iterator[Deviation]:
    if not elements:
        return
    lines = _borders(subject, elements)
    if lines is None:
        return
    first, middle, last = lines
    if first is None or last is None:
        where = "之上" if first is None else "之下"
        yield breach(_LINES, "版记的分隔线不全", elements[0], actual=f"版记{where}没有线")
        return
    settings = subject.layout.imprint
    for border, setting in (
        (first, settings.outer_line),
        (last, settings.outer_line),
        (middle, settings.inner_line),
    ):
        if border is not None and border is not _TYPED and not setting.accepts(Length(border.size / 8)):
            yield differs(THICKNESS, setting, f"版记{setting.title}不对", elements[0], actual=_width(border))
    yield from _foot(subject, elements[-1])
    if middle is None and {element.kind for element in elements} == IMPRINT:
        yield breach(_LINES, "版记的分隔线不全", elements[0], actual="抄送机关与印发机关之间没有线")


def _standing(subject: Subject, elements: Sequence[Element]) -> Iterator[Deviation]:
    """版记 that a frame or a floating table holds elsewhere, or that simply follows the text.

    What empty paragraphs or a distance push down may stand right: only the printed page tells.
    """
    first, last = elements[0].paragraph, elements[-1].paragraph
    setting = subject.layout.imprint.bottom_gap
    if (
        last.at_foot
        or _ends_at_foot(subject, last)
        or first.place is Location.BOX
        or last.place is Location.BOX
    ):
        return
    table = None if last.table is None else subject.facts.tables[last.table]
    if table is not None and table.at_foot:
        return
    placed = last.framed if table is None else table.floats
    if not placed and _pushed(subject, first):
        return
    actual = "图文框或表格不在版心下边缘" if placed else "紧接着上文"
    expected = "末条分隔线与版心下边缘重合"
    yield differs(FOOT, setting, "版记不在版心的最下方", elements[0], actual=actual, expected=expected)


def _ends_at_foot(subject: Subject, last: Paragraph) -> bool:
    """Whether the frame of a paragraph, placed by a distance, ends where 版心 does."""
    section = subject.facts.section(last)
    if last.frame_end is None or section is None:
        return False
    anchor, end = last.frame_end
    foot = section.height - section.bottom - (section.top if anchor == "margin" else 0)
    return abs(end - foot) <= _AT_FOOT


def _pushed(subject: Subject, first: Paragraph) -> bool:
    """Whether at least three lines are free above 版记."""
    above = subject.structure.above(subject.structure.elements[first.index - 1])
    return above is None or blank_lines_before(subject, first, above.paragraph.index) >= _PUSHED


def _foot(subject: Subject, last: Element) -> Iterator[Deviation]:
    """What a frame that stands on the foot of 版心 still holds under the last line."""
    if not last.paragraph.at_foot:
        return
    below = [element.paragraph for element in subject.structure.elements[last.paragraph.index :]]
    held = takewhile(lambda paragraph: paragraph.at_foot, below)
    gap = Length(sum(paragraph.format.line for paragraph in held if paragraph.strip is None) / 20)
    setting = subject.layout.imprint.bottom_gap
    if not setting.accepts(gap):
        yield differs(FOOT, setting, "版记的末条分隔线高低不对", last, actual=length(gap.points))


def _width(border: Border) -> str:
    return f"{border.size / 8:g} 磅（{length(border.size / 8).replace('.0 mm', ' mm')}）"


def _borders(
    subject: Subject, elements: Sequence[Element]
) -> tuple[Border | None, Border | None, Border | None] | None:
    """The first, a middle and the last line of 版记; None where they may be drawn, and cannot be told."""
    table = elements[0].paragraph.table
    if table is not None:
        rows = subject.facts.tables[table].rows
        between = [row.bottom or below.top for row, below in pairwise(rows)]
        return rows[0].top, next((border for border in between if border), None), rows[-1].bottom
    if any(shape.paragraph >= elements[0].paragraph.index - 3 for shape in subject.facts.shapes):
        return None
    lines = list(_lines_between(subject, elements))
    first, last = elements[0].paragraph.index, elements[-1].paragraph.index
    above = [border for index, border in lines if index < first]
    below = [border for index, border in lines if index > last]
    within = [border for index, border in lines if first < index < last]
    return next(iter(above[::-1]), None), next(iter(within), None), next(iter(below), None)


def _lines_between(subject: Subject, elements: Sequence[Element]) -> Iterator[tuple[float, Border]]:
    """The lines of 版记 and of the empty paragraphs around it; the place of one lies between indexes."""
    first, last = elements[0].paragraph.index, elements[-1].paragraph.index
    around = subject.structure.elements
    while first > 1 and _is_between(around[first - 2]):
        first -= 1
    while last < len(around) and _is_between(around[last]):
        last += 1
    for element in around[first - 1 : last]:
        form, strip = element.paragraph.format, element.paragraph.strip
        if patterns.is_rule(element.paragraph.text):
            yield element.paragraph.index, _TYPED
        if strip is not None:
            yield element.paragraph.index, strip
        if form.top is not None:
            yield element.paragraph.index - 0.5, form.top
        if form.bottom is not None:
            yield element.paragraph.index + 0.5, form.bottom


def _is_between(element: Element) -> bool:
    """Whether a paragraph beside 版记 is empty or a typed line."""
    return element.kind is ElementKind.BLANK or patterns.is_rule(element.paragraph.text)
