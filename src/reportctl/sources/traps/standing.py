"""How the lines of a file that cannot be read stand: keys out of line, texts that go on in another line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.patterns import pattern
from reportctl.sources.traps import codes
from reportctl.sources.traps.values import Trap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.sources.traps.lines import Line

_DEEPER = 2
_ENDS = frozenset({"---", "..."})
_TEXT = pattern("[\u4e00-\u9fff0-9“‘《\uff08\uff0c。、\uff1b]")


def standing(rows: Iterable[Line]) -> dict[int, Trap]:
    """By the offset of their line, the lines that stand where YAML lets none stand."""
    return dict(_walk(rows))


class _Place(NamedTuple):
    """The last line with a key or a dash, the column of its key as it should be, those of keys above it."""

    row: Line
    column: int
    still_open: tuple[int, ...]


def _walk(rows: Iterable[Line]) -> Iterator[tuple[int, Trap]]:
    place: _Place | None = None
    for row in rows:
        if row.indent.strip(" "):
            continue  # of a wrong indent nobody knows how far it goes
        if row.dashes:
            place = _behind(row, row.column, len(row.indent), place)
        elif row.words in _ENDS:
            place = None
        elif not row.key:
            goes_on = place is not None and place.row.words and _TEXT.match(row.words)
            if place is not None and goes_on and row.column <= _least(place):
                yield row.at, _wrapped(row, place.column)
        elif row.known:
            right = _right(row, place)
            if right != row.column:
                yield row.at, _misaligned(row, right)
            place = _behind(row, right, right, place)


def _behind(row: Line, column: int, left: int, place: _Place | None) -> _Place:
    """The place behind a row; what lies to the right of where it begins is closed."""
    before = place.still_open if place is not None else ()
    return _Place(row, column, (*(one for one in before if one <= left and one != column), column))


def _least(place: _Place) -> int:
    """The column that a text must be beyond in order to go on from the line above it."""
    return place.column if place.row.key else len(place.row.indent)


def _right(row: Line, place: _Place | None) -> int:
    """Where the key of a line should begin."""
    if place is None or row.column in place.still_open:
        return row.column
    if row.column > place.column and place.row.key and not place.row.words:
        return row.column  # the first key below one without a value
    return min(place.still_open, key=lambda one: abs(one - row.column))


def _wrapped(row: Line, column: int) -> Trap:
    message = "这一行没有键名，像是上一行的文字中间按了回车：接到上一行后面，或者行首多空几格"
    end = row.value + len(row.words)
    return Trap(codes.BROKEN_LINE, row.value, end, message, indent=" " * (column + _DEEPER))


def _misaligned(row: Line, right: int) -> Trap:
    message = f"“{row.key}”没有和同一层的键左对齐：前面应当有 {right} 个空格，这里有 {row.column} 个"
    return Trap(codes.MISALIGNED, row.body, row.body + len(row.key), message, indent=" " * right)
