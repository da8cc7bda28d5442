"""A sheet as it is seen on the screen: rows and columns that are shown and have words, and what is merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.assemble.attached.content import LIMITS, BadAttachmentError
from reportctl.document import Merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Place = tuple[int, int]

_MOST_HEADER_ROWS = 5


class Hidden(NamedTuple):
    """The rows and columns, from 1, that a sheet does not show."""

    rows: frozenset[int]
    columns: frozenset[int]


class SheetGrid(NamedTuple):
    """The words of the cells that are printed; `rows` and `columns` are the sheet's own numbers, from 1."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    merged: tuple[Merge, ...]

    def without(self, rows: int) -> SheetGrid:
        """The grid without its first rows."""
        merged = tuple(merge._replace(row=merge.row - rows) for merge in self.merged if merge.row >= rows)
        return SheetGrid(self.rows[rows:], self.columns, self.words[rows:], merged)

    @property
    def header_rows(self) -> int:
        """How many rows are the header: lines above it (单位：件), and all that its merged cells span."""
        first = 0
        while first < len(self.words) - 1 and sum(map(bool, self.words[first])) == 1 < len(self.columns):
            first += 1
        spans = [merge.rows for merge in self.merged if merge.row == first]
        rows = first + max(spans, default=1)
        return rows if rows <= min(_MOST_HEADER_ROWS, len(self.words) - 1) else min(1, len(self.words) - 1)


def hidden(sheet: Any) -> Hidden:
    """What a sheet hides, or has made so narrow that nobody sees it."""
    rows = frozenset(
        number
        for number, row in sheet.row_dimensions.items()
        if row.hidden or (row.height is not None and row.height == 0)
    )
    columns = frozenset(
        number
        for column in sheet.column_dimensions.values()
        if column.hidden or column.width == 0
        for number in range(column.min or 0, (column.max or 0) + 1)
    )
    return Hidden(rows, columns)


def grid(words: dict[Place, str], ranges: Iterable[tuple[int, int, int, int]], unseen: Hidden) -> SheetGrid:
    """The grid of a sheet's words by row and column; `ranges` are merged: left, top, right, bottom.

    Raises:
        BadAttachmentError: there is nothing in it, or too much.
    """
    seen = {
        place: said
        for place, said in words.items()
        if said.strip() and place[0] not in unseen.rows and place[1] not in unseen.columns
    }
    areas = []
    for left, top, right, bottom in ranges:
        rows = [row for row in range(top, bottom + 1) if row not in unseen.rows]
        columns = [column for column in range(left, right + 1) if column not in unseen.columns]
        if rows and columns:
            areas.append((rows, columns))
            if words.get((top, left), "").strip():
                seen[rows[0], columns[0]] = words[top, left]
    rows_kept = tuple(sorted({row for row, _ in seen}))
    columns_kept = tuple(sorted({column for _, column in seen}))
    if not seen:
        raise BadAttachmentError("第一张工作表是空的")
    if len(rows_kept) * len(columns_kept) > LIMITS.nodes:
        raise BadAttachmentError(f"表格超过 {LIMITS.nodes} 格，分成几个附件，或只留汇总的行")
    row_at = {row: number for number, row in enumerate(rows_kept)}
    column_at = {column: number for number, column in enumerate(columns_kept)}
    merged = (_merge(rows, columns, row_at, column_at) for rows, columns in areas)
    return SheetGrid(
        rows_kept,
        columns_kept,
        tuple(tuple(seen.get((row, column), "") for column in columns_kept) for row in rows_kept),
        tuple(merge for merge in merged if merge is not None),
    )


def _merge(
    rows: Sequence[int], columns: Sequence[int], row_at: dict[int, int], column_at: dict[int, int]
) -> Merge | None:
    """What is left of a merged area where rows and columns without words are not printed."""
    down = [row_at[row] for row in rows if row in row_at]
    across = [column_at[column] for column in columns if column in column_at]
    if len(down) * len(across) < 2:
        return None
    return Merge(down[0], across[0], len(down), len(across))
