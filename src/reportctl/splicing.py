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
    """The text with all ranges replaced; they do not overlap."""
    pieces: list[str] = []
    position = 0
    for splice in sorted(splices):
        pieces += text[position : splice.start], splice.text
        position = splice.end
    return "".join([*pieces, text[position:]])
