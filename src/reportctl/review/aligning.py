"""Which paragraph of a copy is which paragraph of its base: by equal words, then by similar ones.

A bookmark is a bonus and no proof: Enter at the head of a paragraph leaves it on the new one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.likeness import Likeness, covered
from reportctl.review.lines import LineRank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportctl.review.lines import BaseLine, CopyLine

_SIMILAR = 0.3
"""From this share of common pairs of characters on, words alone make two paragraphs one."""
_KIN = 0.12
"""The same where the place speaks for it as well: between the same neighbours, or behind the bookmark."""
_SAME_TITLE = 0.75
"""A title is another paragraph's only where the words are nearly the same."""
_BOOKMARK, _BEHIND, _PLACE = 0.25, 0.1, 0.1
_PART = 0.6
_SHORT = 6
_TITLES = frozenset((LineRank.CHAPTER, LineRank.SECTION))


class Alignment(NamedTuple):
    """By index of the copy's lines: `pairs` the base line, `parts` the base line that it was cut off from.

    `joins` gives for a base line that is gone the copy's line that it went into.
    """

    pairs: dict[int, int]
    parts: dict[int, int]
    joins: dict[int, int]


def align(base: Sequence[BaseLine], copy: Sequence[CopyLine]) -> Alignment:
    """Find each line of the copy in the base."""
    pairs: dict[int, int] = {}
    _equal(base, copy, pairs, lambda line: line.whole, lambda line: line.whole)
    _equal(base, copy, pairs, lambda line: line.words, lambda line: line.bare)
    # whoever takes a change back writes what had been built
    _equal(base, copy, pairs, lambda line: line.built, lambda line: line.bare)
    _beside(base, copy, pairs)
    _similar(base, copy, pairs)
    parts = _parts(base, copy, pairs)
    joins = _joins(base, copy, pairs)
    _rewritten(base, copy, pairs, parts, joins)
    return Alignment(pairs, parts, joins)


def staying(places: Sequence[int]) -> frozenset[int]:
    """The indices of a longest increasing run: the paragraphs that stay when the others are moved."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        tails[at:] = [place, *tails[at + 1 :]]
        before.append(last[at - 1] if at else -1)
        last[at:] = [index, *last[at + 1 :]]
    found = set()
    index = last[-1] if last else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return frozenset(found)


def _equal(
    base: Sequence[BaseLine],
    copy: Sequence[CopyLine],
    pairs: dict[int, int],
    text_there: Callable[[BaseLine], str],
    text_here: Callable[[CopyLine], str],
) -> None:
    """Pair the lines whose text stands once on each side."""
    used = set(pairs.values())
    there = _once((text_there(line), place) for place, line in enumerate(base) if place not in used)
    here = _once((text_here(line), place) for place, line in enumerate(copy) if place not in pairs)
    for words, place in here.items():
        if words in there and _may_pair(base[there[words]], copy[place]):
            pairs[place] = there[words]


def _beside(base: Sequence[BaseLine], copy: Sequence[CopyLine], pairs: dict[int, int]) -> None:
    """Pair lines of equal text beside those that are paired: what stands several times, as a draft's gaps."""
    used = set(pairs.values())
    for step, places, end in ((1, range(len(copy)), -1), (-1, range(len(copy) - 1, -1, -1), len(base))):
        before = end
        for here in places:
            there = before + step
            free = here not in pairs and 0 <= there < len(base) and there not in used
            if free and copy[here].whole == base[there].whole and _may_pair(base[there], copy[here]):
                pairs[here] = there
                used.add(there)
            before = pairs.get(here, -2 * len(base))


def _may_pair(base: BaseLine, copy: CopyLine) -> bool:
    """Whether they may be one: a row of a table only with a row of the report's own, of 版头 or of 署名."""
    return copy.kind is not LineRank.ROW or base.kind in (LineRank.FIXED, LineRank.ELEMENT)


def _once(texts: Iterable[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for text, place in texts:
        places[text].append(place)
    return {text: found[0] for text, found in places.items() if len(found) == 1}


class _Hints(NamedTuple):
    """What speaks for a line of the copy besides its words, as places of the base.

    `own` have their bookmark in it, `above` in the line above it; it stands between `low` and `high`, the
    places of its nearest neighbours that are paired already.
    """

    own: frozenset[int]
    above: frozenset[int]
    low: int
    high: int


class _Candidate(NamedTuple):
    """How much speaks for a pair; `far` is how far it is from where the neighbours let expect it."""

    score: float
    far: int
    here: int
    there: int


def _similar(base: Sequence[BaseLine], copy: Sequence[CopyLine], pairs: dict[int, int]) -> None:
    """Pair what is left by likeness, the likest first."""
    used = set(pairs.values())
    free = {place: line for place, line in enumerate(base) if place not in used and not _is_settled(line)}
    likeness = Likeness({place: line.words for place, line in free.items()})
    by_name = {line.paragraph.name: place for place, line in free.items()}
    marked = [frozenset(by_name[name] for name in line.names if name in by_name) for line in copy]
    gaps = _gaps(len(base), len(copy), pairs)
    found: list[_Candidate] = []
    for here, line in enumerate(copy):
        if here in pairs:
            continue
        hints = _Hints(marked[here], marked[here - 1] if here else frozenset(), *gaps[here])
        near = likeness.between(hints.low, hints.high)
        for there in sorted({*likeness.likest(line.words), *near, *hints.own, *hints.above}):
            score = _score(free[there], line, there, likeness.of(line.words, there), hints)
            if score is not None:
                found.append(_Candidate(score, abs(there - hints.low - 1), here, there))
    for candidate in sorted(found, key=lambda candidate: (-candidate.score, candidate.far)):
        if candidate.here not in pairs and candidate.there not in used:
            pairs[candidate.here] = candidate.there
            used.add(candidate.there)


def _is_settled(line: BaseLine) -> bool:
    """Whether a line is found by equal words or not at all: what was left out, what a draft lacks."""
    return line.paragraph.omitted or line.paragraph.gap


def _score(base: BaseLine, line: CopyLine, there: int, like: float, hints: _Hints) -> float | None:
    """How much speaks for a pair whose words are so much alike; None where it is not enough."""
    marked, behind = there in hints.own, there in hints.above
    placed = hints.low < there < hints.high
    is_other_rank = base.kind in _TITLES and base.kind is not line.kind
    if not _may_pair(base, line) or (is_other_rank and like < _SAME_TITLE and not marked):
        return None
    if marked or like >= _SIMILAR or ((behind or placed) and like >= _KIN):
        return like + _BOOKMARK * marked + _BEHIND * (behind and not marked) + _PLACE * placed
    return None


def _gaps(bases: int, copies: int, pairs: dict[int, int]) -> list[tuple[int, int]]:
    """For each line of the copy the base lines of its nearest neighbours that are paired already."""
    low: list[int] = []
    last = -1
    for here in range(copies):
        last = pairs.get(here, last)
        low.append(last)
    gaps = []
    last = bases
    for here in reversed(range(copies)):
        gaps.append((low[here], last))
        last = pairs.get(here, last)
    return gaps[::-1]


def _parts(base: Sequence[BaseLine], copy: Sequence[CopyLine], pairs: dict[int, int]) -> dict[int, int]:
    """Lines that were cut off from a neighbour's paragraph."""
    parts: dict[int, int] = {}
    for here, line in enumerate(copy):
        if here in pairs or line.kind is LineRank.ROW or len(line.words) < _SHORT:
            continue
        for step in (-1, 1):
            beside = here + step
            while beside in parts:
                beside += step
            there = pairs.get(beside)
            if (
                there is not None
                and covered(line.words, base[there].words) >= _PART
                and covered(line.words, copy[beside].words) < _PART
            ):
                parts[here] = there
                break
    return parts


def _joins(base: Sequence[BaseLine], copy: Sequence[CopyLine], pairs: dict[int, int]) -> dict[int, int]:
    """Base lines that went into a neighbour's paragraph, with or without their heading."""
    where = {there: here for here, there in pairs.items()}
    joins: dict[int, int] = {}
    for there, line in enumerate(base):
        if there in where or _is_settled(line) or len(line.words) < _SHORT:
            continue
        near = [where[other] for other in range(there - 3, there + 4) if other in where]
        body = line.words[len(line.paragraph.heading_text) :]
        for words, least in ((line.words, _PART), (body if len(body) > _SHORT else "", _PART)):
            share, here = max(((covered(words, copy[here].words), here) for here in near), default=(0.0, -1))
            if share >= least:
                joins[there] = here
                break
    return joins


def _rewritten(
    base: Sequence[BaseLine],
    copy: Sequence[CopyLine],
    pairs: dict[int, int],
    parts: dict[int, int],
    joins: dict[int, int],
) -> None:
    """A single gap on both sides: the paragraph was written anew in its place."""
    gaps = _gaps(len(base), len(copy), pairs)
    used = set(pairs.values())
    free = {here for here in range(len(copy)) if here not in pairs and here not in parts}
    for here in sorted(free):
        if here - 1 in free or here + 1 in free:
            continue
        low, high = gaps[here]
        gone = [
            there
            for there in range(low + 1, high)
            if there not in used and there not in joins and not _is_settled(base[there])
        ]
        if len(gone) == 1 and _same_rank(base[gone[0]], copy[here]):
            pairs[here] = gone[0]
            used.add(gone[0])


def _same_rank(base: BaseLine, copy: CopyLine) -> bool:
    """Whether one may be the other written anew: a title a title, a numbered paragraph a numbered one."""
    if base.kind in (LineRank.ELEMENT, LineRank.FIXED):
        return copy.kind is LineRank.PARAGRAPH
    return base.number is copy.number if base.number else base.kind is copy.kind
