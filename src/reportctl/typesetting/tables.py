"""How tables are laid: across the sheet or along it, how wide their columns and how high their rows are."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

from reportctl.document import Table
from reportctl.text.width import width
from reportctl.typesetting.measure import PageOrientation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportctl.layout import Layout, Length

_NARROWEST, _WIDEST = 2.0, 16.0
"""Characters: what a column asks for at least, and beyond which it rather wraps."""
_PADDING, _MARGINS = 1.0, 0.5
"""Characters that a column has beside its text, and those of them that its cells' margins take."""
_UNBROKEN = re.compile(r"[!-~]+")
_LINE = 1.35
"""The height of a line in sizes: at least what the usual fonts take where a line grows with its content."""
_HEAD_LINES = 3
"""Lines over which the head of a column may run before it takes room from the rows below."""


def sheet_for(content: object, layout: Layout) -> PageOrientation:
    """How the sheet lies for a piece of an attachment: across for a table that asks or cannot do without."""
    if not isinstance(content, Table):
        return PageOrientation.PORTRAIT
    crowded = sum(_columns(_single_cells(content), _need)) > _room(layout.page.text_width, layout)
    return PageOrientation.LANDSCAPE if content.landscape or crowded else PageOrientation.PORTRAIT


def table_width(table: Table, layout: Layout) -> Length:
    """How wide a table is: as the lines of its sheet are long."""
    page = layout.page
    across = sheet_for(table, layout) is PageOrientation.LANDSCAPE
    return page.text_height if across else page.text_width


def _single_cells(table: Table) -> list[list[str]]:
    """The rows without what stands across several columns: it asks nothing of the first of them."""
    rows = [list(row) for row in table.rows]
    for merge in table.merged:
        if merge.columns > 1:
            rows[merge.row][merge.column] = ""
    return rows


def column_widths(table: Table, layout: Layout) -> list[int]:
    """Column widths in twips that add up to the table's: as given, else by what the columns hold.

    Each column gets what it needs. Of what is left they get, the more the more they wish for, first what sets
    their rows on one line, then what sets their heads on one.
    """
    total = table_width(table, layout)
    needs = _columns(_single_cells(table), _need)
    weights = list(table.widths[: len(needs)])
    if not weights:
        weights, room = needs, _room(total, layout)
        for wishes in (_wishes(table, _HEAD_LINES), _wishes(table, 1)):
            more = [max(wish - weight, 0) for wish, weight in zip(wishes, weights, strict=True)]
            share = min(max((room - sum(weights)) / max(sum(more), 0.1), 0), 1)
            weights = [weight + share * extra for weight, extra in zip(weights, more, strict=True)]
    weights += [_NARROWEST] * (len(needs) - len(weights))
    scale = total.twips / sum(weights)
    edges = [round(scale * edge) for edge in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(edges)]


def row_heights(table: Table, widths: Sequence[int], layout: Layout) -> list[int]:
    """About how high each row is, in twips, in columns of these widths."""
    return [_row_height(row, widths, layout) for row in _single_cells(table)]


def _row_height(row: Sequence[str], widths: Sequence[int], layout: Layout) -> int:
    size = layout.elements.table_cell.size.value.twips
    lines = (_lines(text, space / size - _MARGINS) for text, space in zip(row, widths, strict=False))
    return round(max(lines, default=1) * size * _LINE)


def _room(total: Length, layout: Layout) -> float:
    """How many characters of a cell a line holds."""
    return total.points / layout.elements.table_cell.size.value.points


def _columns(rows: Sequence[Sequence[str]], measure: Callable[[str], float]) -> list[float]:
    """The largest measure of each column's cells, in characters."""
    columns = max(map(len, rows))
    cells = [[row[column] for row in rows if column < len(row)] for column in range(columns)]
    return [max(map(measure, texts)) + _PADDING for texts in cells]


def _wishes(table: Table, lines: int) -> list[float]:
    """What each column would have where its head runs over so many lines."""
    rows = _single_cells(table)
    heads = [[_parted(text, lines) for text in row] for row in rows[: table.header_rows]]
    return _columns([*heads, *rows[table.header_rows :]], _wish)


def _parted(text: str, lines: int) -> str:
    """The longest line of a head that is broken into so many."""
    return text if lines == 1 else text[: ceil(len(text) / lines)]


def _need(text: str) -> float:
    """What a cell cannot do without: its longest number or Latin word, two Han characters."""
    return max([_NARROWEST, *map(width, _UNBROKEN.findall(text))])


def _wish(text: str) -> float:
    """What a cell would have: its longest line, unless that is so long that it had better wrap."""
    return max(min(max(map(width, text.split("\n"))), _WIDEST), _need(text))


def _lines(text: str, room: float) -> int:
    """About how many lines a cell's text takes."""
    return sum(max(1, ceil(width(line) / max(room, 1))) for line in text.split("\n"))
