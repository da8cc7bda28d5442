"""A text put together of pieces that have places of their own: cells of a spreadsheet, say."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Span
from reportctl.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlacedPiece(NamedTuple):
    """A piece of text at a line and a column of its own, which count from 1; `name` is what people call it.

    `before` parts it from the piece before.
    """

    text: str
    line: int
    column: int
    name: str
    before: str = "\n"


class PlacedSource(Source):
    """The pieces as one text, in which whatever is found stands where its piece does."""

    _pieces: Sequence[PlacedPiece]
    _begins: Sequence[int]

    @classmethod
    def of(cls, name: str, pieces: Sequence[PlacedPiece]) -> PlacedSource:
        """The text of a file of that name."""
        words: list[str] = []
        begins: list[int] = []
        at = 0
        for piece in pieces:
            words += piece.before, piece.text
            begins.append(at)
            at += len(piece.before) + len(piece.text)
        made = cls(name, "".join(words))
        made._pieces, made._begins = pieces, begins
        return made

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the piece in which an offset lies."""
        piece = self._piece(offset)
        return (1, 1) if piece is None else (piece.line, piece.column)

    def span(self, start: int, end: int) -> Span:  # noqa: ARG002 - a piece is as small as a place gets
        """The place of the piece in which the first character lies."""
        line, column = self.place(start)
        return Span(self.name, line, column, line, column + 1)

    def named_place(self, offset: int) -> str:
        """The name of the piece, as the beginning of a message."""
        piece = self._piece(offset)
        return "" if piece is None or not piece.name else f"{piece.name}\uff1a"

    def _piece(self, offset: int) -> PlacedPiece | None:
        number = bisect_right(self._begins, offset) - 1
        return self._pieces[number] if number >= 0 else None
