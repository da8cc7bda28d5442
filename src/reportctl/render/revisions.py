"""A text with what was changed in it, as a renderer shows it: kept, struck out, put in, moved."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Revision(StrEnum):
    """What became of a paragraph or a row as a whole."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


class RevisedWords(NamedTuple):
    """Words, and what stands in their place; both are the same where nothing was changed."""

    old: str
    new: str

    @property
    def kept(self) -> bool:
        """Whether nothing was changed."""
        return self.old == self.new


class RevisedParagraph(NamedTuple):
    """One paragraph: its kind (a `BlockType`, or a part of 版头 or 版记) and its words in stretches.

    One that was inserted or moved to has only new words, one that is deleted or moved away only old ones.
    `level` is 1-4 for one that opens with a heading of that level, `old_heading` and `new_heading` count the
    characters of number and heading on each side. `move` names both ends of a move.
    """

    kind: str
    revision: Revision
    stretches: tuple[RevisedWords, ...]
    level: int = 0
    old_heading: int = 0
    new_heading: int = 0
    move: str = ""


class RevisedRow(NamedTuple):
    """One row of a table, its cells as stretches."""

    revision: Revision
    cells: tuple[tuple[RevisedWords, ...], ...]


RevisedLine = RevisedParagraph | RevisedRow
"""What a revised text consists of."""
