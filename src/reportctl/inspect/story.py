"""Reads a story - the body, a header, a footer - into paragraphs, tables and section marks, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.inspect.drawings import box_side, boxes
from reportctl.inspect.facts import Location, Paragraph, ReadTable
from reportctl.inspect.inline import ALTERNATIVE, DELETED, FORMATTED, INSERTED, Inline, chosen
from reportctl.inspect.line import PAGE_BREAK, DrawnLine
from reportctl.inspect.ooxml import W
from reportctl.inspect.tables import row_of, table_width

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.facts import ReadRow
    from reportctl.inspect.formatting import FormatResolver
    from reportctl.inspect.styles import StyleDefinition

_P, _PPR, _RPR = f"{W}p", f"{W}pPr", f"{W}rPr"
_TBL, _TR, _TC, _SECTION = f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sectPr"
_BLANKS = " \t\n\u3000"  # a form feed is a page break here
_PROPERTY_CHANGES = (f"{W}pPrChange", f"{W}rPrChange", f"{W}sectPrChange", f"{W}numberingChange")
_APART = frozenset(
    f"{W}{name}"
    for name in ("tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr")
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where in which table a paragraph stands, and the table's style."""

    style: StyleDefinition
    table: int
    row: int
    column: int = 0
    outer: tuple[tuple[int, int, int], ...] = ()


class Story:
    """Collects what one part of the document holds, in reading order."""

    def __init__(self, sheet: FormatResolver, place: Location) -> None:
        self._sheet = sheet
        self._place = place
        self._count = 0
        self._new_page = False
        self._side = ""
        self.inline = Inline()
        self.paragraphs: list[Paragraph] = []
        self.tables: list[ReadTable] = []
        self.sections: list[_Element] = []

    def read(self, parent: _Element, cell: _Cell | None = None) -> None:
        """Reads the blocks under an element: paragraphs, tables and what wraps them."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, cell)
            elif tag == _TBL:
                self._table(child, cell)
            elif tag == _SECTION:
                self.sections.append(child)
            elif tag in DELETED:
                self.inline.changed(DELETED[tag], child, self._count)
            elif tag == ALTERNATIVE:
                self.read(chosen(child), cell)
            elif tag not in _APART:
                self.read(child, cell)

    def _paragraph(self, element: _Element, cell: _Cell | None) -> None:
        self._count += 1
        index = self._count
        properties = element.find(_PPR)
        look = self._sheet.look(properties, cell.style if cell else None)
        line = DrawnLine(look)
        if look.list is not None:
            line.number = self._sheet.numbering.next(*look.list)
            line.add(line.number, look.number)
        self.inline.read(element, line, index)
        text = line.text()
        em = max(1, round(line.size * 20)) if line.size else look.em
        form = look.format(em)
        self.paragraphs.append(
            Paragraph(
                index=index,
                text=text.replace(PAGE_BREAK, ""),
                number=line.number,
                runs=line.runs(),
                format=form,
                style=look.style,
                place=Location.TABLE if cell and self._place is Location.BODY else self._place,
                section=len(self.sections),
                em=em,
                table=cell.table if cell else None,
                row=cell.row if cell else None,
                column=cell.column if cell else None,
                outer=cell.outer if cell else (),
                new_page=self._new_page
                or form.page_break_before
                or text.lstrip(_BLANKS).startswith(PAGE_BREAK),
                pictures=line.pictures,
                frame=self._side or look.frame,
                at_foot=look.at_foot,
            )
        )
        self._new_page = text.rstrip(_BLANKS).endswith(PAGE_BREAK)
        for drawing in line.drawings:
            self._boxes(drawing)
        if properties is not None and look.eventful:
            self._close(properties, index)

    def _boxes(self, drawing: _Element) -> None:
        around = self._place, self._new_page, self._side
        self._place = Location.BOX if self._place is Location.BODY else self._place
        self._new_page, self._side = False, box_side(drawing)
        for box in boxes(drawing):
            self.read(box)
        self._place, self._new_page, self._side = around

    def _close(self, properties: _Element, index: int) -> None:
        """A paragraph's properties say what ends with it: a section, and changes made to the paragraph."""
        section = properties.find(_SECTION)
        if section is not None:
            self.sections.append(section)
        for change in properties.iter(*_PROPERTY_CHANGES):
            self.inline.changed(FORMATTED, change, index)
        mark = properties.find(_RPR)
        if mark is not None:
            for tag, kind in (INSERTED | DELETED).items():
                for change in mark.iterchildren(tag):
                    self.inline.changed(kind, change, index)

    def _table(self, element: _Element, around: _Cell | None) -> None:
        properties = element.find(f"{W}tblPr")
        named = None if properties is None else properties.find(f"{W}tblStyle")
        style = self._sheet.styles.get("table", None if named is None else named.get(f"{W}val"))
        index = len(self.tables)
        outer = (*around.outer, (around.table, around.row, around.column)) if around else ()
        rows: list[ReadRow] = []
        self.tables.append(ReadTable(0, ()))
        for row in element.iter(_TR):
            if next(row.iterancestors(_TBL), None) is element:
                number = len(rows)
                rows.append(row_of(row, properties, style.borders, first=not rows))
                self._row_changes(row)
                cells = (cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR), None) is row)
                for column, cell in enumerate(cells):
                    self.read(cell, _Cell(style, index, number, column, outer))
        self.tables[index] = ReadTable(table_width(element), tuple(rows))

    def _row_changes(self, row: _Element) -> None:
        for own in row.iterchildren(f"{W}trPr"):
            for tag, kind in (INSERTED | DELETED).items():
                for change in own.iterchildren(tag):
                    self.inline.changed(kind, change, self._count + 1)
