"""Tables: as wide as 版心, the header row on every page, rows whole, lines as high as they need."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

from reportctl.render.docx.measure import width
from reportctl.render.docx.xml import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Table
    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_NARROWEST, _WIDEST = 2.0, 16.0
"""Characters: what a column asks for at least, and beyond which it rather wraps."""
_PADDING = 1.0
"""Characters that a cell's margins take."""
_LINE = 1.35
"""The height of a line in sizes, where it grows with its content."""


def write(table: Table, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """The table, a piece a row, and the paragraph that keeps it apart from a table that follows."""
    page = layout.page
    total = (page.text_height if table.landscape else page.text_width).twips
    widths = _widths(table, total)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.use_table()}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    for index, row in enumerate(table.rows):
        head = index < table.header_rows
        style = sheet.use("GwTableHead" if head else "GwTableCell")
        yield _row(row, widths, style, _row_properties(row, widths, layout, head=head))
    yield "</w:tbl>"
    yield paragraph(sheet.use("GwEnd"), "")


def _widths(table: Table, total: int) -> list[int]:
    """Column widths in twips that add up to `total`: as given, else by the longest text of each column."""
    columns = max(map(len, table.rows))
    weights = list(table.widths[:columns]) or [_wish(table, column) for column in range(columns)]
    weights += [_NARROWEST] * (columns - len(weights))
    share = total / sum(weights)
    edges = [round(share * edge) for edge in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(edges)]


def _wish(table: Table, column: int) -> float:
    texts = (line for row in table.rows if column < len(row) for line in row[column].split("\n"))
    longest = max(map(width, texts))
    return min(max(longest, _NARROWEST), _WIDEST) + _PADDING


def _row_properties(row: tuple[str, ...], widths: list[int], layout: Layout, *, head: bool) -> str:
    """A row stays whole, unless it is higher than a page."""
    size = layout.elements.table_cell.size.value.twips
    lines = (_lines(text, space / size - _PADDING) for text, space in zip(row, widths, strict=False))
    high = max(lines, default=1) * size * _LINE > layout.page.text_width.twips
    whole = "" if high else "<w:cantSplit/>"
    header = "<w:tblHeader/>" if head else ""
    return f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""


def _lines(text: str, room: float) -> int:
    """About how many lines a cell's text takes."""
    return sum(max(1, ceil(width(line) / max(room, 1))) for line in text.split("\n"))


def _row(row: tuple[str, ...], widths: list[int], style: str, properties: str) -> str:
    texts = (*row, *("" for _ in range(len(widths) - len(row))))
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{space}" w:type="dxa"/></w:tcPr>{paragraph(style, run(text))}</w:tc>'
        for text, space in zip(texts, widths, strict=True)
    )
    return f"<w:tr>{properties}{cells}</w:tr>"
