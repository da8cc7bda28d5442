"""Empty paragraphs in the place of distances, and what lines and rows of a fixed height cut off."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import LETTERHEAD, ElementKind
from reportctl.inspect.subject import length
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

BLANKS = Rule(
    "blank-paragraphs",
    Severity.NOTE,
    "用空段撑开距离",
    "正文的自然段之间不空行；要换页、要把版记放到页末，不用一连串的空段：改动几个字，位置就全变了。"
    "换页用“段前分页”，版记放在与版心下边缘对齐的图文框或表格里。",
    "正文两段之间有一个空段；版记前面打了十个空段。",
    "正文各段相连；附件的“附件”二字设“段前分页”。",
)
CUT_PICTURE = Rule(
    "picture-cut-off",
    Severity.WARNING,
    "图片所在的段落是固定行距，图片只显示一条",
    "嵌入的图片、公式、图表比固定的行高还高，打印出来只有窄窄的一条。把图片所在段落的行距改为“单倍行距”。",
    "图片高 60 mm，段落行距固定值 28.95 磅。",
    "图片所在段落是单倍行距。",
)
CUT_ROW = Rule(
    "table-row-cut-off",
    Severity.WARNING,
    "表格的行高是固定值，文字显示不全",
    "行高设了“固定值”，装不下的文字和图片就被切掉，打印不出来。在“表格属性—行”里把行高改为“最小值”。",
    "行高固定 5 mm，里面是 3 号字。",
    "行高是最小值，随内容变化。",
)
RULES = (BLANKS, CUT_PICTURE, CUT_ROW)
_BLANKS = Norm(BLANKS)
_CUT = Norm(CUT_PICTURE, strength=Strength.SHOULD)
_CUT_ROW = Norm(CUT_ROW, strength=Strength.SHOULD)
_MANY = 4  # blank paragraphs in a row: the standard has no place for so many
_FOR_A_SEAL = 6  # above 署名 offices leave room for a seal
_CUT_FROM = 1.5  # lines: a picture that is higher is not seen whole
_SENTENCE = 20  # characters: what is shorter may be an element that was not recognised


def check(subject: Subject) -> Iterator[Deviation]:
    """Empty paragraphs in a row, then pictures and rows of tables."""
    yield from _rows(subject)
    for element in subject.structure.elements:
        paragraph = element.paragraph
        line = paragraph.format.line
        if paragraph.format.rule == "exact" and paragraph.tallest > line * _CUT_FROM:
            actual = f"图高 {length(paragraph.tallest / 20)}，行高 {length(line / 20)}"
            yield breach(_CUT, "图片在固定行距的段落里，只显示一条", element, actual=actual)
        yield from _row(subject, element)


def _row(subject: Subject, element: Element) -> Iterator[Deviation]:
    """A row whose fixed height is less than its text or picture."""
    paragraph = element.paragraph
    if paragraph.table is None or paragraph.row is None:
        return
    fixed = subject.facts.tables[paragraph.table].rows[paragraph.row].fixed
    needed = max(paragraph.tallest, paragraph.em if paragraph.text.strip() else 0)
    if 0 < fixed < needed:
        actual = f"行高 {length(fixed / 20)}，内容高 {length(needed / 20)}"
        yield breach(_CUT_ROW, "表格的行高固定，内容显示不全", element, actual=actual)


def _rows(subject: Subject) -> Iterator[Deviation]:
    above: Element | None = None
    drawn = {shape.paragraph for shape in subject.facts.shapes}
    drawn |= {paragraph.box.holder for paragraph in subject.facts.paragraphs if paragraph.box is not None}
    elements = [
        element for element in subject.structure.elements if element.paragraph.place is not Location.BOX
    ]
    rows = [
        (blank, list(row))
        for blank, row in groupby(elements, key=lambda element: element.kind is ElementKind.BLANK)
    ]
    for place, (blank, row) in enumerate(rows):
        if not blank:
            above = row[-1]
            continue
        below = rows[place + 1][1][0] if place + 1 < len(rows) else None
        own = [element for element in row if _is_typed(element, drawn)]
        if above is None or below is None or not own or above.kind in LETTERHEAD:
            continue  # how far 版头 reaches down is judged by itself
        if len(own) >= (_FOR_A_SEAL if below.kind is ElementKind.SIGNATURE else _MANY):
            yield breach(_BLANKS, "用一连串的空段撑开距离", own[0], actual=f"{len(own)} 个空段")
        elif _runs_on(subject, above, below):
            yield breach(_BLANKS, "正文的段落之间有空段", own[0], actual=f"{len(own)} 个空段")


def _is_typed(element: Element, drawn: set[int]) -> bool:
    """Whether an empty paragraph does nothing else: it draws no line and carries no shape."""
    paragraph = element.paragraph
    form = paragraph.format
    return not (paragraph.framed or paragraph.strip or form.top or form.bottom or paragraph.index in drawn)


def _runs_on(subject: Subject, above: Element, below: Element) -> bool:
    """Whether two paragraphs of the text stand on one page, with no distance of their own between them."""
    settings = subject.paragraph_settings(below)
    return (
        above.kind is below.kind is ElementKind.BODY
        and above.attachment == below.attachment
        and above.paragraph.section == below.paragraph.section
        and not below.paragraph.new_page
        and (below.heading is not None or len(below.paragraph.text) >= _SENTENCE)
        and (settings is None or not settings.blank_before.value)
    )
