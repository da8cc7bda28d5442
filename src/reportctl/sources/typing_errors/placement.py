"""How the lines of a file that cannot be read stand: keys out of line, texts that go on in another line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.sources.typing_errors import codes
from reportctl.sources.typing_errors.lines import LETTER
from reportctl.sources.typing_errors.values import TypingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.sources.typing_errors.lines import TypedLine

_DEEPER = 2
_ENDS = frozenset({"---", "..."})
_TEXT = re.compile(rf"{LETTER}|[0-9“‘《\uff08\uff0c。、\uff1b]")


def misplaced_lines(rows: Iterable[TypedLine]) -> dict[int, TypingError]:
    """By the offset of their line, the lines that stand where YAML lets none stand."""
    return dict(_walk(rows))


class _Position(NamedTuple):
    """The last line with a key or a dash, and what is open there.

    `column` is where its key should begin, `keys` and `dashes` are the columns of the keys and of the lists
    that may go on below.
    """

    row: TypedLine
    column: int
    keys: tuple[int, ...]
    dashes: tuple[int, ...]

    @property
    def opens(self) -> bool:
        """Whether the line is a key whose value stands below it."""
        return bool(self.row.key) and not self.row.words


def _walk(rows: Iterable[TypedLine]) -> Iterator[tuple[int, TypingError]]:
    place: _Position | None = None
    for row in rows:
        if row.indent.strip(" "):
            # of a wrong indent nobody knows how far it goes
            if place is not None and _is_pasted(row, place):
                yield row.at, _wrapped(row, place.column)
            continue
        if row.words in _ENDS:
            place = None
        elif row.dashes or row.known:
            left = len(row.indent)
            right = _right(row, left, place)
            if right != left:
                yield row.at, _misaligned(row, right)
            place = _behind(row, right, place)
        elif not row.key and place is not None and _TEXT.match(row.words):
            if place.opens and not place.column:
                yield row.at, _no_item(row)
            elif place.row.words and _left_of(row, place):
                yield row.at, _wrapped(row, place.column)


def _behind(row: TypedLine, left: int, place: _Position | None) -> _Position:
    """The place behind a row that begins at a column; what is to the right of it is closed."""
    keys = place.keys if place is not None else ()
    dashes = place.dashes if place is not None else ()
    if row.dashes:
        column = left + len(row.dashes)
        keys = tuple(key for key in keys if key <= left)
        return _Position(row, column, (*keys, column), (*(dash for dash in dashes if dash < left), left))
    keys = tuple(key for key in keys if key < left)
    return _Position(row, left, (*keys, left), tuple(dash for dash in dashes if dash < left))


def _left_of(row: TypedLine, place: _Position) -> bool:
    """Whether a text is too far to the left to go on from the line above it."""
    return row.column <= (place.column if place.row.key else len(place.row.indent))


def _is_pasted(row: TypedLine, place: _Position) -> bool:
    """Whether a text behind wide blanks, which are text to YAML, goes on with the line above."""
    if row.key or row.dashes or "\t" in row.indent or not place.row.words:
        return False
    bare = row._replace(indent=row.indent[: -len(row.indent.lstrip(" "))])
    return _TEXT.match(row.words) is not None and _left_of(bare, place)


def _right(row: TypedLine, left: int, place: _Position | None) -> int:
    """Where a line with a key or a dash should begin."""
    if place is None:
        return left
    opened = place.dashes if row.dashes else place.keys
    if left in opened or (place.opens and left > place.column - bool(row.dashes)):
        return left
    # half way between two it is the inner one: what belongs to an item is lost more easily
    return min(opened, key=lambda column: (abs(column - left), -column), default=left)


def _wrapped(row: TypedLine, column: int) -> TypingError:
    message = "这一行没有键名，像是上一行的文字中间按了回车：接到上一行后面，或者行首多空几格"
    end = row.value + len(row.words)
    return TypingError(codes.BROKEN_LINE, row.value, end, message, indent=" " * (column + _DEEPER))


def _no_item(row: TypedLine) -> TypingError:
    message = "这一行没有键名，前面也没有短横：每一条都以英文短横加空格“- ”开头"
    end = row.value + len(row.words)
    return TypingError(codes.WRONG_DASH, row.value, end, message, rest=f"- {row.words}", indent=" " * _DEEPER)


def _misaligned(row: TypedLine, right: int) -> TypingError:
    left = len(row.indent)
    what = "“-”没有和上面的“-”" if row.dashes else f"“{row.key}”没有和同一层的键"
    message = f"{what}左对齐：前面应当有 {right} 个空格，这里有 {left} 个"
    end = left + (1 if row.dashes else len(row.key))
    return TypingError(codes.MISALIGNED, left, end, message, indent=" " * right)
