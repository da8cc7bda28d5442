"""What a defect is: one thing spoiled in one paragraph, and the codes that may report it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.quality.wrapping import Paragraph

_BETWEEN = re.compile("(?<=[^0-9]。)(?=.)")


class Spoiled(NamedTuple):
    """A paragraph's text with one thing spoiled, and the offset at which that shows (-1: anywhere)."""

    text: str
    at: int


class Defect(NamedTuple):
    """A way to spoil: its name, the codes that may report it, the least share to be found, and how.

    `spoil` gives None where the paragraph has nothing to spoil. `column` asks for the place within the line.
    """

    name: str
    codes: frozenset[str]
    target: float
    spoil: Callable[[Paragraph, random.Random], Spoiled | None]
    column: bool = False


def choose(found: list[re.Match[str]], chance: random.Random) -> re.Match[str] | None:
    """One of the places, or None."""
    return chance.choice(found) if found else None


def without(paragraph: Paragraph, found: re.Match[str] | None) -> Spoiled | None:
    """The paragraph without what was found."""
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.start()] + paragraph.text[found.end() :], found.start())


def said(make: Callable[[random.Random], str]) -> Callable[[Paragraph, random.Random], Spoiled | None]:
    """A way to spoil: a sentence made by chance between two of the paragraph."""

    def spoil(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
        found = choose(list(_BETWEEN.finditer(paragraph.text)), chance)
        if found is None:
            return None
        before, _, behind = make(chance).partition("|")
        at = found.start()
        text = f"{paragraph.text[:at]}{before}{behind}{paragraph.text[at:]}"
        return Spoiled(text, at + len(before))

    return spoil


def replaced(
    pattern: str, new: Callable[[re.Match[str], random.Random], str], offset: int = 0
) -> Callable[[Paragraph, random.Random], Spoiled | None]:
    """A way to spoil: something of the paragraph's own becomes another."""
    places = re.compile(pattern)

    def spoil(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
        found = choose(list(places.finditer(paragraph.text)), chance)
        if found is None:
            return None
        text = f"{paragraph.text[: found.start()]}{new(found, chance)}{paragraph.text[found.end() :]}"
        return Spoiled(text, found.start() + offset)

    return spoil
