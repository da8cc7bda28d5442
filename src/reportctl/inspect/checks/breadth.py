"""What is wider than 版心: tables and pictures that reach into the margins (clause 5.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind
from reportctl.inspect.subject import length
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

TOO_WIDE = Rule(
    "beyond-text-area",
    Severity.WARNING,
    "表格或图片宽出版心",
    "版心宽 156 mm，表格、图片都排在版心里：宽出去的伸进页边，再宽的印不全。把列调窄、图片缩小；"
    "放不下的，这一页改为横向。",
    "版心宽 156 mm，表格宽 187 mm。",
    "表格与版心同宽。",
)
RULES = (TOO_WIDE,)
_NORM = Norm(TOO_WIDE, "5.2.1", Strength.SHOULD)
# Word lets a table reach beyond the text by the margins of its cells, on both sides.
_TABLE = 283  # twips, 5 mm
_PICTURE = 57  # twips, 1 mm


def check(subject: Subject) -> Iterator[Deviation]:
    """Each table by its own width, each picture that stands in a line."""
    told: set[int] = set()
    for element in subject.structure.elements:
        paragraph = element.paragraph
        room = _room(subject, element)
        if paragraph.widest > room + _PICTURE and paragraph.place in {Location.BODY, Location.TABLE}:
            yield _wide("图片", element, paragraph.widest, room)
        number = paragraph.table
        if element.kind is not ElementKind.TABLE or number is None or number in told:
            continue
        told.add(number)
        table = subject.facts.tables[number]
        if table.outer is None and table.width > room + _TABLE:
            yield _wide("表格", element, table.width, room)


def _room(subject: Subject, element: Element) -> int:
    """The width, in twips, of 版心 on the page of an element, as it is or should be: margins are told."""
    page, sections = subject.layout.page, subject.facts.sections
    if element.paragraph.section >= len(sections):  # a damaged document may have none
        return page.text_width.twips
    section = sections[element.paragraph.section]
    wanted = page.text_height if section.landscape else page.text_width
    return max(section.width - section.left - section.right, wanted.twips)


def _wide(what: str, element: Element, width: int, room: int) -> Deviation:
    return breach(
        _NORM, f"{what}宽出版心", element, actual=length(width / 20), expected=f"不超过{length(room / 20)}"
    )
