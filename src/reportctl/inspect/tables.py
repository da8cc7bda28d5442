"""Tables: their width and the lines above and below each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.facts import ReadRow
from reportctl.inspect.layers import border_of
from reportctl.inspect.ooxml import W, flag, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.facts import Border


def table_width(table: _Element) -> int:
    """The width of a table in twips: as it is set, else the sum of its columns; 0 where it is neither."""
    width = table.find(f"{W}tblPr/{W}tblW")
    if width is not None and width.get(f"{W}type") == "dxa":
        set_width = twips(width.get(f"{W}w")) or 0
        if set_width:
            return set_width
    return sum(twips(column.get(f"{W}w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))


def row_of(row: _Element, properties: _Element | None, style: _Element | None, *, first: bool) -> ReadRow:
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
    return ReadRow(
        line("top", "top" if first else "insideH"),
        line("bottom", "bottom" if last else "insideH"),
        header=header is not None and flag(header),
    )
