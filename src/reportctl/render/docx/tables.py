"""Tables: as wide as 版心, the header row on every page, rows whole, lines as high as they need."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

from reportctl.document import Table
from reportctl.render.docx.xml import cell, grid, paragraph, run, styled
from reportctl.text.width import width
from reportctl.typesetting.pagination import PageOrientation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportctl.document import TableCell
    from reportctl.layout import Layout, Length
    from reportctl.render.docx.stylesheet import StyleSheet

_NARROWEST, _WIDEST = 2.0, 16.0
"""Characters: what a column asks for at least, and beyond which it rather wraps."""
_PADDING = 1.0
"""Characters that a cell's margins take."""
_UNBROKEN = re.compile(r"[!-~]+")
_LINE = 1.35
"""The height of a line in sizes, where it grows with its content."""


def sheet_for(content: object, layout: Layout) -> PageOrientation:
    """How the sheet lies for a piece of an attachment: across for a table that asks or cannot do without."""
    if not isinstance(content, Table):
        return PageOrientation.PORTRAIT
    crowded = sum(_columns(content, _need)) > _room(layout.page.text_width, layout)
    return PageOrientation.LANDSCAPE if content.landscape or crowded else PageOrientation.PORTRAIT


def write(table: Table, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """The table, a piece a row, and the paragraph that keeps it apart from a table that follows."""
    page = layout.page
    turned = sheet_for(table, layout) is PageOrientation.LANDSCAPE
    total = page.text_height if turned else page.text_width
    widths = _widths(table, total, layout)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.use_table()}"/><w:tblW w:w="{total.twips}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"{grid(widths)}"
    )
    strong = styled(sheet.use("GwStrong")) if table.strong else ""
    for index, cells in enumerate(table.cells()):
        head = index < table.header_rows
        style = sheet.use("GwTableHead" if head else "GwTableCell")
        yield _row(
            cells, widths, style, strong, _row_properties(table.rows[index], widths, layout, head=head)
        )
    yield "</w:tbl>"
    yield paragraph(sheet.use("GwEnd"), "")


def _widths(table: Table, total: Length, layout: Layout) -> list[int]:
    """Column widths in twips that add up to `total`: as given, else by what the columns hold.

    Each column gets what it needs, and of the rest the more the more it wishes for.
    """
    needs = _columns(table, _need)
    weights = list(table.widths[: len(needs)])
    if not weights:
        wishes = _columns(table, _wish)
        spare = _room(total, layout) - sum(needs)
        share = min(max(spare / max(sum(wishes) - sum(needs), 0.1), 0), 1)
        weights = [need + share * (wish - need) for need, wish in zip(needs, wishes, strict=True)]
    weights += [_NARROWEST] * (len(needs) - len(weights))
    scale = total.twips / sum(weights)
    edges = [round(scale * edge) for edge in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(edges)]


def _room(total: Length, layout: Layout) -> float:
    """How many characters of a cell a line holds."""
    return total.points / layout.elements.table_cell.size.value.points


def _columns(table: Table, measure: Callable[[str], float]) -> list[float]:
    """The largest measure of each column's cells, in characters."""
    columns = max(map(len, table.rows))
    # what stands across several columns asks nothing of the first
    across = {(merge.row, merge.column) for merge in table.merged if merge.columns > 1}
    cells = [
        [
            "" if (line, column) in across else row[column]
            for line, row in enumerate(table.rows)
            if column < len(row)
        ]
        for column in range(columns)
    ]
    return [max(map(measure, texts)) + _PADDING for texts in cells]


def _need(text: str) -> float:
    """What a cell cannot do without: its longest number or Latin word, two Han characters."""
    return max([_NARROWEST, *map(width, _UNBROKEN.findall(text))])


def _wish(text: str) -> float:
    """What a cell would have: its longest line, unless that is so long that it had better wrap."""
    return max(min(max(map(width, text.split("\n"))), _WIDEST), _need(text))


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


def _row(cells: tuple[TableCell, ...], widths: list[int], style: str, strong: str, properties: str) -> str:
    written = []
    column = 0
    for own in cells:
        merged = f'<w:gridSpan w:val="{own.columns}"/>' if own.columns > 1 else ""
        if own.rows != 1:
            merged += '<w:vMerge w:val="restart"/>' if own.rows else "<w:vMerge/>"
        content = paragraph(style, run(own.text, strong if own.is_strong else ""))
        written.append(cell(sum(widths[column : column + own.columns]), content, merged))
        column += own.columns
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"
