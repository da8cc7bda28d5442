"""Reads a story - the body, a header, a footer - into paragraphs, tables and section marks, in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.drawings import box_of, boxes
from reportctl.inspect.reading.facts import CellPlace, Location, Paragraph, RowFacts, TableFacts
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
from reportctl.inspect.reading.layers import border
from reportctl.inspect.reading.ooxml import W, attributes, flag, integer, twips, value
from reportctl.inspect.reading.refusals import at_most
from reportctl.inspect.reading.single_cells import APART, holds_page, is_unseen, only_cell, own_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.drawings import Box
    from reportctl.inspect.reading.facts import Border, ParagraphFormat
    from reportctl.inspect.reading.formatting import FormatResolver
    from reportctl.inspect.reading.styles import StyleDefinition

_P, _PPR, _RPR = f"{W}p", f"{W}pPr", f"{W}rPr"
_TBL, _TR, _TC, _SECTION = f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sectPr"
_BLANKS = " \t\n\u3000"  # a form feed is a page break here
_PROPERTY_CHANGES = (f"{W}pPrChange", f"{W}rPrChange", f"{W}sectPrChange", f"{W}numberingChange")
_MARKERS = frozenset(  # what may stand between two paragraphs and is none
    f"{W}{name}{end}"
    for name in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
) | {f"{W}proofErr"}
_LAST_COLUMN = 1_000
_MOST_PARAGRAPHS = 30_000
_MOST_SECTIONS = 1_000
_MOST_CHARACTERS = 6_000_000


class _Cell(NamedTuple):
    """The cell that is read, and its table's style."""

    place: CellPlace
    style: StyleDefinition


class Story:
    """Collects what one part of the document holds, in reading order."""

    def __init__(self, resolver: FormatResolver, place: Location, most: int = _MOST_PARAGRAPHS) -> None:
        self._resolver = resolver
        self._place = place
        self._most = most
        self._count = 0
        self._new_page = False
        self._box: Box | None = None
        self._joined: list[_Element] = []
        self.inline = Inline()
        self.paragraphs: list[Paragraph] = []
        self.tables: list[TableFacts] = []
        self.sections: list[_Element] = []

    def read(self, parent: _Element, cell: _Cell | None = None) -> None:
        """Reads the blocks under an element: paragraphs, tables and what wraps them.

        Raises:
            RefusedError: there are more of them than any official document has.
        """
        for child in parent:
            tag = child.tag
            if tag == _P:
                if _runs_into_next(child):
                    self._joined.append(child)
                else:
                    self._paragraph(child, cell)
            elif tag == _TBL:
                self._table(child, cell)
            elif tag == _SECTION:
                self._section(child)
            elif tag in DELETED:
                self.inline.changed(DELETED[tag], child, self._count)
            elif tag == ALTERNATIVE:
                self.read(chosen(child), cell)
            elif tag not in APART:
                self.read(child, cell)

    def _paragraph(self, element: _Element, cell: _Cell | None) -> None:
        self._count += 1
        index = self._count
        at_most(self._most, index, "段落", "段")
        properties = element.find(_PPR)
        style = cell.style if cell else None
        resolved = self._resolver.paragraph(properties, style)
        draft = ParagraphDraft(resolved)
        if resolved.list is not None:
            draft.number = self._resolver.numbering.next(*resolved.list)
            self.inline.characters += len(draft.number)
            draft.add(draft.number, resolved.number)
        if self._joined:
            self._read_joined(draft, style, index)
        self.inline.read(element, draft, index)
        at_most(_MOST_CHARACTERS, self.inline.characters, "文字", "字")
        text = draft.text()
        em = max(1, round(draft.size * 20)) if draft.size else resolved.em
        form = _aside(resolved.format(em), draft.side)
        all_runs = draft.runs()
        written = draft.written()
        table, row, column = cell.place if cell else (None, None, None)
        self.paragraphs.append(
            Paragraph(
                index=index,
                text=text.replace(PAGE_BREAK, ""),
                written="" if written == text else written.replace(PAGE_BREAK, ""),
                number=draft.number,
                runs=draft.seen(all_runs),
                all_runs=all_runs,
                format=form,
                style=resolved.style,
                place=Location.TABLE if cell and self._place is Location.BODY else self._place,
                section=len(self.sections),
                em=em,
                table=table,
                row=row,
                column=column,
                new_page=self._new_page
                or form.page_break_before
                or text.lstrip(_BLANKS).startswith(PAGE_BREAK),
                pictures=draft.pictures,
                box=self._box or resolved.box,
                at_foot=resolved.at_foot,
                framed=resolved.framed,
                frame_end=resolved.frame_end,
                tallest=draft.tallest,
                widest=draft.widest,
            )
        )
        self._new_page = text.rstrip(_BLANKS).endswith(PAGE_BREAK)
        for drawing in draft.drawings:
            self._boxes(drawing, index)
        if properties is not None and resolved.eventful:
            self._close(properties, index)

    def _read_joined(self, draft: ParagraphDraft, style: StyleDefinition | None, index: int) -> None:
        """Reads the paragraphs whose marks are deleted into the one that they run into."""
        own, joined, self._joined = draft.resolved, self._joined, []
        for element in joined:
            properties = element.find(_PPR)
            draft.resolved = self._resolver.paragraph(properties, style)
            self.inline.read(element, draft, index)
            if properties is not None:
                self._close(properties, index)
        draft.resolved = own

    def _boxes(self, drawing: _Element, holder: int) -> None:
        around = self._place, self._new_page, self._box
        self._place = Location.BOX if self._place is Location.BODY else self._place
        self._new_page, self._box = False, box_of(drawing, holder)
        for box in boxes(drawing):
            self.read(box)
        self._place, self._new_page, self._box = around

    def _close(self, properties: _Element, index: int) -> None:
        """A paragraph's properties say what ends with it: a section, and changes made to the paragraph."""
        section = properties.find(_SECTION)
        if section is not None:
            self._section(section)
        for change in properties.iter(*_PROPERTY_CHANGES):
            self.inline.changed(FORMATTED, change, index)
        mark = properties.find(_RPR)
        if mark is not None:
            for tag, kind in (INSERTED | DELETED).items():
                for change in mark.iterchildren(tag):
                    self.inline.changed(kind, change, index)

    def _section(self, element: _Element) -> None:
        self.sections.append(element)
        at_most(_MOST_SECTIONS, len(self.sections), "分节", "节")

    def _table(self, element: _Element, outer: _Cell | None) -> None:
        properties = element.find(f"{W}tblPr")
        style = self._resolver.styles.get("table", value(properties, "tblStyle") or None)
        alone = only_cell(element)
        in_text = outer is None and self._place is Location.BODY
        if alone is not None and (
            (in_text and holds_page(alone)) or is_unseen(element, alone, style.borders)
        ):
            self.read(alone, outer)
            return
        index = len(self.tables)
        rows: list[RowFacts] = []
        self.tables.append(TableFacts(0, ()))
        for row in own_parts(element, _TR):
            rows.append(_row(row, properties, style.borders, first=not rows))
            self._row_changes(row)
            self._cells(row, CellPlace(index, len(rows) - 1, _width(row, "trPr", "gridBefore", 0)), style)
        place = outer.place if outer else None
        placed = attributes(None if properties is None else properties.find(f"{W}tblpPr"))
        foot = (placed.get("tblpYSpec"), placed.get("vertAnchor")) == ("bottom", "margin")
        self.tables[index] = TableFacts(_table_width(element), tuple(rows), place, bool(placed), foot)

    def _cells(self, row: _Element, place: CellPlace, style: StyleDefinition) -> None:
        """Reads a row from `place` on, cell by cell."""
        for cell in own_parts(row, _TC):
            self.read(cell, _Cell(place, style))
            place = place._replace(column=place.column + _width(cell, "tcPr", "gridSpan", 1))

    def _row_changes(self, row: _Element) -> None:
        for own in row.iterchildren(f"{W}trPr"):
            for tag, kind in (INSERTED | DELETED).items():
                for change in own.iterchildren(tag):
                    self.inline.changed(kind, change, self._count + 1)


def _aside(form: ParagraphFormat, side: tuple[str, str] | None) -> ParagraphFormat:
    """The format of a line that a tab puts aside, by the paragraph's own indents or without them."""
    if side is None:
        return form
    alignment, edge = side
    return (
        replace(form, alignment=alignment)
        if edge == "indent"
        else replace(form, alignment=alignment, right=0)
    )


def _runs_into_next(paragraph: _Element) -> bool:
    """Whether a paragraph's mark is deleted, so that its text goes on in the paragraph behind it."""
    mark = paragraph.find(f"{_PPR}/{_RPR}")
    if mark is None or not any(mark.find(tag) is not None for tag in DELETED):
        return False
    following = next((found for found in paragraph.itersiblings() if found.tag not in _MARKERS), None)
    return following is not None and following.tag == _P and paragraph.find(f"{_PPR}/{_SECTION}") is None


def _width(element: _Element, properties: str, tag: str, default: int) -> int:
    """How many columns of the grid a cell takes, or a row leaves free before its first cell."""
    found = integer(value(element, f"{properties}/{W}{tag}"))
    return default if found is None else max(0, min(_LAST_COLUMN, found))


def _table_width(table: _Element) -> int:
    """The width of a table in twips: as it is set, else the sum of its columns; 0 where it is neither."""
    width = attributes(table.find(f"{W}tblPr/{W}tblW"))
    set_width = twips(width.get("w")) if width.get("type") == "dxa" else None
    return set_width or sum(
        twips(column.get(f"{W}w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")
    )


def _row(row: _Element, properties: _Element | None, style: _Element | None, *, first: bool) -> RowFacts:
    """The lines of a row: the cell's own, else the table's, else the table style's."""
    cell = next(row.iterchildren(_TC), None)
    own = None if cell is None else cell.find(f"{W}tcPr/{W}tcBorders")
    table = None if properties is None else properties.find(f"{W}tblBorders")
    last = next(row.itersiblings(_TR), None) is None
    tall = attributes(row.find(f"{W}trPr/{W}trHeight"))

    def line(side: str, edge: str) -> Border | None:
        for borders, name in ((own, side), (table, edge), (style, edge)):
            found = None if borders is None else borders.find(f"{W}{name}")
            if found is not None:
                return border(attributes(found))
        return None

    return RowFacts(
        line("top", "top" if first else "insideH"),
        line("bottom", "bottom" if last else "insideH"),
        header=flag(row.find(f"{W}trPr/{W}tblHeader")),
        fixed=(twips(tall.get("val")) or 0) if tall.get("hRule") == "exact" else 0,
    )
