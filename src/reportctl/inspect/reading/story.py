"""Reads a story - the body, a header, a footer - into paragraphs, tables and section marks, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.inspect.reading.drawings import box_side, boxes
from reportctl.inspect.reading.facts import Location, Paragraph, RowFacts, TableFacts
from reportctl.inspect.reading.inline import (
    ALTERNATIVE,
    DELETED,
    FORMATTED,
    INSERTED,
    PAGE_BREAK,
    Inline,
    ParagraphDraft,
    chosen,
)
from reportctl.inspect.reading.layers import border_of
from reportctl.inspect.reading.ooxml import W, flag, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.facts import Border
    from reportctl.inspect.reading.formatting import FormatResolver
    from reportctl.inspect.reading.styles import StyleDefinition

_P, _PPR, _RPR = f"{W}p", f"{W}pPr", f"{W}rPr"
_TBL, _TR, _SECTION = f"{W}tbl", f"{W}tr", f"{W}sectPr"
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


class Story:
    """Collects what one part of the document holds, in reading order."""

    def __init__(self, resolver: FormatResolver, place: Location) -> None:
        self._resolver = resolver
        self._place = place
        self._count = 0
        self._new_page = False
        self._side = ""
        self.inline = Inline()
        self.paragraphs: list[Paragraph] = []
        self.tables: list[TableFacts] = []
        self.sections: list[_Element] = []

    def read(self, parent: _Element, cell: _Cell | None = None) -> None:
        """Reads the blocks under an element: paragraphs, tables and what wraps them."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, cell)
            elif tag == _TBL:
                self._table(child)
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
        look = self._resolver.look(properties, cell.style if cell else None)
        line = ParagraphDraft(look)
        if look.list is not None:
            line.number = self._resolver.numbering.next(*look.list)
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

    def _table(self, element: _Element) -> None:
        properties = element.find(f"{W}tblPr")
        named = None if properties is None else properties.find(f"{W}tblStyle")
        style = self._resolver.styles.get("table", None if named is None else named.get(f"{W}val"))
        index = len(self.tables)
        rows: list[RowFacts] = []
        self.tables.append(TableFacts(0, ()))
        for row in element.iter(_TR):
            if next(row.iterancestors(_TBL), None) is element:
                cell = _Cell(style, index, len(rows))
                rows.append(row_of(row, properties, style.borders, first=not rows))
                self._row_changes(row)
                self.read(row, cell)
        self.tables[index] = TableFacts(table_width(element), tuple(rows))

    def _row_changes(self, row: _Element) -> None:
        for own in row.iterchildren(f"{W}trPr"):
            for tag, kind in (INSERTED | DELETED).items():
                for change in own.iterchildren(tag):
                    self.inline.changed(kind, change, self._count + 1)


def table_width(table: _Element) -> int:
    """The width of a table in twips: as it is set, else the sum of its columns; 0 where it is neither."""
    width = table.find(f"{W}tblPr/{W}tblW")
    if width is not None and width.get(f"{W}type") == "dxa":
        set_width = twips(width.get(f"{W}w")) or 0
        if set_width:
            return set_width
    return sum(twips(column.get(f"{W}w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))


def row_of(row: _Element, properties: _Element | None, style: _Element | None, *, first: bool) -> RowFacts:
    """The lines of a row: the cell's own, else the table's, else the table style's."""
    cell = next(row.iterchildren(f"{W}tc"), None)
    own = None if cell is None else cell.find(f"{W}tcPr/{W}tcBorders")
    table = None if properties is None else properties.find(f"{W}tblBorders")
    last = next(row.itersiblings(f"{W}tr"), None) is None

    def line(side: str, edge: str) -> Border | None:
        for borders, name in ((own, side), (table, edge), (style, edge)):
            found = None if borders is None else borders.find(f"{W}{name}")
            if found is not None:
                return border_of(found)
        return None

    header = row.find(f"{W}trPr/{W}tblHeader")
    return RowFacts(
        line("top", "top" if first else "insideH"),
        line("bottom", "bottom" if last else "insideH"),
        header=header is not None and flag(header),
    )
