"""Straight quotation marks: which of them belong together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Minutes and seconds (109°58'30", 5'30") are not quotation marks.
_PRIMES = r"""°[0-9][0-9.]*'(?:[0-9][0-9.]*")?|[0-9]'[0-9][0-9.]*\""""
_DOUBLE = re.compile(rf'{_PRIMES}|["“”]')
# A single mark between two letters is an apostrophe.
_SINGLE = re.compile(rf"{_PRIMES}|(?<![0-9A-Za-z])['‘’]|['‘’](?![0-9A-Za-z])")


def double_pairs(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The offsets of each pair of double quotation marks that has a straight one in it."""
    return tuple(_pairs(paragraph, _DOUBLE, '"', "“", "”"))


def single_pairs(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The offsets of each pair of single quotation marks that has a straight one in it."""
    return tuple(_pairs(paragraph, _SINGLE, "'", "‘", "’"))


def odd_quotes(paragraph: str) -> tuple[int, ...]:
    """The offsets of the straight double quotation marks without a partner."""
    if '"' not in paragraph:
        return ()
    paired = {position for pair in double_pairs(paragraph) for position in pair}
    marks = (mark for mark in _DOUBLE.finditer(paragraph) if mark.group() == '"')
    return tuple(mark.start() for mark in marks if mark.start() not in paired)


def _pairs(
    paragraph: str, marks: re.Pattern[str], straight: str, opening: str, closing: str
) -> Iterator[tuple[int, int]]:
    """Pair by turns: a straight mark closes what is open, else it opens; curly ones say what they are."""
    opened: int | None = None
    for mark in marks.finditer(paragraph):
        char = mark.group()
        if char == opening or (char == straight and opened is None):
            opened = mark.start()
        elif char in (straight, closing):
            if opened is not None and straight in (char, paragraph[opened]):
                yield opened, mark.start()
            opened = None
