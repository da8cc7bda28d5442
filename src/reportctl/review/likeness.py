"""How alike two texts are, by the pairs of characters that they share, and which of many texts are likest."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COMMON = 60
"""A pair of characters that stands in more lines tells nothing."""
_STRETCH = 4
"""Characters in a row that count as copied."""
_MOST_COMPARED = 25_000_000
"""Characters of one text times those of another up to which they are compared one by one."""
_MOST_LIKE = 8
"""How many texts are looked at closely for one."""


class Likeness:
    """Texts by their places, and how alike another text is to each of them (Dice)."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._grams = {place: bigrams(text) for place, text in texts.items()}
        self._where: dict[str, list[int]] = defaultdict(list)
        for place, grams in self._grams.items():
            for gram in grams:
                self._where[gram].append(place)
        self._ordered = sorted(texts)
        self._last: tuple[str, Counter[str]] = ("", Counter())

    def __contains__(self, place: int) -> bool:
        return place in self._texts

    def likest(self, text: str) -> Iterator[int]:
        """The places of the texts that share most with one, rare pairs counting more."""
        weights: dict[int, float] = defaultdict(float)
        for gram in self._of(text):
            places = self._where.get(gram, ())
            if 0 < len(places) <= _COMMON:
                weight = 1 / len(places)
                for place in places:
                    weights[place] += weight
        yield from sorted(weights, key=lambda place: -weights[place])[:_MOST_LIKE]

    def between(self, low: int, high: int) -> Iterator[int]:
        """The first places between two."""
        start = bisect_left(self._ordered, low + 1)
        yield from self._ordered[start : min(bisect_left(self._ordered, high), start + _MOST_LIKE)]

    def of(self, text: str, place: int) -> float:
        """How alike a text is to that at a place."""
        return share(self._of(text), self._grams[place]) or float(text == self._texts[place])

    def _of(self, text: str) -> Counter[str]:
        if self._last[0] != text:
            self._last = text, bigrams(text)
        return self._last[1]


def bigrams(text: str) -> Counter[str]:
    """The pairs of characters of a text and how often each stands there."""
    return Counter(map("".join, pairwise(text)))


def share(here: Counter[str], there: Counter[str]) -> float:
    """From 0 (nothing in common) to 1 (the same); 0 for what has no pairs at all."""
    total = here.total() + there.total()
    small, large = sorted((here, there), key=len)
    common = sum(min(count, large[gram]) for gram, count in small.items() if gram in large)
    return 2 * common / total if total else 0.0


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return share(bigrams(one), bigrams(other))


def covered(part: str, whole: str) -> float:
    """How much of `part` stands in `whole`, in stretches of four characters and more, in their order."""
    if len(part) * len(whole) > _MOST_COMPARED:
        here, there = bigrams(part), bigrams(whole)
        return (here & there).total() / here.total()
    if not part:
        return 0.0
    blocks = SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _STRETCH) / len(part)
