"""A change to a text: where, to what and why. Those who report it and those who make it share it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.splicing import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable


class ChangeKind(StrEnum):
    """What a change puts right."""

    HALF_WIDTH = "half-width"
    STRAIGHT_QUOTE = "straight-quote"
    YEAR_RANGE = "year-range"
    BLANK = "blank"
    LINE_BREAK = "line-break"
    NUMBER = "number"
    FIRST_PERSON = "first-person"
    END_MARK = "end-mark"


class TextChange(NamedTuple):
    """Write `new` in place of the characters from `start` to `end` (exclusive, from 0)."""

    start: int
    end: int
    new: str
    kind: ChangeKind

    def shifted(self, by: int) -> TextChange:
        """The same change in a text that stands `by` characters further on."""
        return TextChange(self.start + by, self.end + by, self.new, self.kind) if by else self


def apply(text: str, changes: Iterable[TextChange]) -> str:
    """The text with all changes made; they do not overlap."""
    return spliced(text, (Splice(change.start, change.end, change.new) for change in changes))
