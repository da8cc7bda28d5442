"""Replaces ranges of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Splice(NamedTuple):
    """`text` in place of the characters from `start` to `end` (exclusive, from 0)."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with the ranges replaced; what lies within a larger one goes with it."""
    pieces: list[str] = []
    position = 0
    for splice in sorted(splices, key=_order):
        if splice.start >= position:
            pieces += text[position : splice.start], splice.text
            position = splice.end
    return "".join([*pieces, text[position:]])


def _order(splice: Splice) -> tuple[int, bool, int]:
    """By place; what is only inserted comes before what is replaced, the larger before what lies in it."""
    return splice.start, splice.end > splice.start, -splice.end
