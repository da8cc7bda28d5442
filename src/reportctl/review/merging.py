"""Several copies of one draft as one: clause by clause, and whatever two of them want differently left alone.

What hangs together in a copy - a paragraph and what was cut off from it, or went into it - is taken as a
whole or not at all.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.arranging import START, arranged, ringed
from reportctl.review.aligning import Alignment
from reportctl.review.comparing import Comparison
from reportctl.review.copies import Copy
from reportctl.review.decisions import Side
from reportctl.review.likeness import likeness
from reportctl.review.lines import LineRank, copy_line
from reportctl.review.merged_words import CopyClash, MergedWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportctl.assemble.arranging import Place
    from reportctl.review.copies import CopyParagraph

_LIKE = 0.6
"""From this likeness on two paragraphs that were put in one place are two wordings of one."""
_UNMOVED = frozenset((LineRank.FIXED, LineRank.ELEMENT))


class MergedCopies(NamedTuple):
    """Copies as one: `sides` leads, for each copy, from its lines to those of the whole.

    `clashing` are, for each copy, the sides of which nothing is taken.
    """

    comparison: Comparison
    sides: tuple[dict[Side, Side], ...]
    clashing: tuple[frozenset[Side], ...]
    clashes: tuple[CopyClash, ...]

    @classmethod
    def of(cls, comparisons: Sequence[Comparison]) -> MergedCopies:
        """Several copies of one base; one alone is what it is."""
        if len(comparisons) == 1:
            return cls(comparisons[0], ({},), (frozenset(),), ())
        return _Merging(comparisons).done()


class _Merging:
    def __init__(self, comparisons: Sequence[Comparison]) -> None:
        self._all = comparisons
        self._base = comparisons[0].base
        self._words = MergedWords(comparisons)
        self._clashes: list[CopyClash] = []
        self._refused: set[Place] = {clash.there for clash in self._words.clashes if clash.there is not None}
        self._ties: dict[Place, set[Place]] = defaultdict(set)
        self._lines: dict[Place, CopyParagraph] = {}
        self._owner: dict[Place, Place] = {}  # of two equal additions the first stands for both
        self._homes: list[dict[int, Place]] = [self._home(number) for number in range(len(comparisons))]
        self._behind: dict[Place, Place] = {}

    def done(self) -> MergedCopies:
        self._add()
        self._move()
        self._tie()
        self._refuse_tied()
        for there, merged in self._words.lines.items():
            line = self._words.as_built(there) if there in self._refused else merged
            if line is not None:
                self._lines[there] = line
        return self._whole()

    # --- places ------------------------------------------------------------------------------------------

    def _home(self, number: int) -> dict[int, Place]:
        """For each line of a copy what it is called in the whole."""
        comparison = self._all[number]
        new = frozenset(comparison.new())
        return {
            here: comparison.alignment.pairs.get(here, f"{number}:{here}")
            for here in range(len(comparison.lines))
            if here in comparison.alignment.pairs or here in new
        }

    def _above(self, number: int, here: int) -> Place:
        """What a line of a copy stands behind."""
        home = self._homes[number]
        above = next((home[other] for other in range(here - 1, -1, -1) if other in home), START)
        return self._owner.get(above, above)

    # --- order -------------------------------------------------------------------------------------------

    def _add(self) -> None:
        """What was added, where it stands: the same in two copies once, what is nearly so not at all."""
        at: dict[Place, list[tuple[Place, int, int]]] = defaultdict(list)
        for number, comparison in enumerate(self._all):
            for here in comparison.new():
                place, above = self._homes[number][here], self._above(number, here)
                self._behind[place] = above
                line = comparison.lines[here]
                for other, owner, there in at[self._root(above)]:
                    if owner == number:
                        continue
                    like = self._all[owner].lines[there]
                    if like.whole == line.whole:
                        self._owner[place] = other
                        break
                    if likeness(like.words, line.words) >= _LIKE:
                        said = ((owner, like.whole), (number, line.whole))
                        self._clashes.append(CopyClash(None, said))
                        self._refused |= {place, other}
                if place in self._owner:
                    del self._behind[place]
                    continue
                at[self._root(above)].append((place, number, here))
                self._lines[place] = comparison.copy.paragraphs[here]

    def _root(self, place: Place) -> Place:
        """The paragraph of the base above which nothing was added."""
        while isinstance(place, str):
            place = self._behind[place]
        return place

    def _move(self) -> None:
        """What was moved: by one, or by several to the same place."""
        wanted: dict[int, dict[int, Place]] = defaultdict(dict)
        for number, comparison in enumerate(self._all):
            for here in sorted(comparison.moved):
                there = comparison.alignment.pairs[here]
                if self._base[there].kind not in _UNMOVED:
                    wanted[there][number] = self._above(number, here)
        for there, anchors in wanted.items():
            gone = [
                number
                for number, comparison in enumerate(self._all)
                if there not in comparison.where and not self._base[there].paragraph.omitted
            ]
            if gone or len({self._root(anchor) for anchor in anchors.values()}) > 1:
                places = tuple((number, self._placed(anchor)) for number, anchor in anchors.items())
                self._clashes.append(CopyClash(there, (*places, *((number, None) for number in gone))))
                self._refused.add(there)
            else:
                self._behind[there] = next(iter(anchors.values()))
        ring = ringed(self._behind)
        for there in sorted(place for place in ring if isinstance(place, int)):
            said = tuple((number, self._placed(anchor)) for number, anchor in wanted[there].items())
            self._clashes.append(CopyClash(there, said))
        self._refused |= ring

    def _placed(self, anchor: Place) -> str:
        """How a place is told."""
        root = self._root(anchor)
        above = self._base[root].whole.partition("。")[0] if isinstance(root, int) and root != START else ""
        return f"移到“{above}”之后" if above else "移到开头"

    # --- what hangs together -----------------------------------------------------------------------------

    def _tie(self) -> None:
        for number, comparison in enumerate(self._all):
            home = self._homes[number]
            pairs: list[tuple[Place, Place]] = [
                (home[here], there) for here, there in comparison.alignment.parts.items() if here in home
            ]
            pairs += [
                (there, home[here]) for there, here in comparison.alignment.joins.items() if here in home
            ]
            for pair in pairs:
                one, other = (self._owner.get(place, place) for place in pair)
                self._ties[one].add(other)
                self._ties[other].add(one)

    def _refuse_tied(self) -> None:
        waiting = list(self._refused)
        while waiting:
            for place in self._ties.get(waiting.pop(), ()):
                if place not in self._refused:
                    self._refused.add(place)
                    waiting.append(place)
        for place in self._refused:
            if isinstance(place, int):
                self._behind.pop(place, None)
            else:
                self._lines.pop(place, None)

    # --- the whole ---------------------------------------------------------------------------------------

    def _whole(self) -> MergedCopies:
        order = [place for place in arranged(len(self._base), self._behind) if place in self._lines]
        index = {place: number for number, place in enumerate(order)}
        paragraphs = tuple(self._lines[place] for place in order)
        pairs = {number: place for number, place in enumerate(order) if isinstance(place, int)}
        parts: dict[int, int] = {}
        joins: dict[int, int] = {}
        for number, comparison in enumerate(self._all):
            home = self._homes[number]
            for here, there in comparison.alignment.parts.items():
                if (place := home.get(here)) in index:
                    parts[index[place]] = there
            for there, here in comparison.alignment.joins.items():
                if there not in index and (place := home.get(here)) in index:
                    joins[there] = index[place]
        comparison = Comparison(
            self._all[0].snapshot,
            self._base,
            Copy(paragraphs),
            tuple(map(copy_line, paragraphs)),
            Alignment(pairs, parts, joins),
        )
        sides = tuple(dict(self._sides(number, index)) for number in range(len(self._all)))
        clashing = tuple(frozenset(self._clashing(number)) for number in range(len(self._all)))
        return MergedCopies(comparison, sides, clashing, (*self._words.clashes, *self._clashes))

    def _sides(self, number: int, index: Mapping[Place, int]) -> Iterable[tuple[Side, Side]]:
        comparison = self._all[number]
        for here, place in self._homes[number].items():
            there = comparison.alignment.pairs.get(here)
            yield Side(here, there), Side(index.get(self._owner.get(place, place)), there)
        for there in comparison.gone():
            yield Side(None, there), Side(index.get(there), there)

    def _clashing(self, number: int) -> Iterator[Side]:
        comparison = self._all[number]
        for here, place in self._homes[number].items():
            if self._owner.get(place, place) in self._refused:
                yield Side(here, comparison.alignment.pairs.get(here))
        yield from (Side(None, there) for there in comparison.gone() if there in self._refused)
