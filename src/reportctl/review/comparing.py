"""A copy held against its base: what was kept, changed, moved, added or left out, and what fits nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.aligning import Alignment, align, staying
from reportctl.review.copies import Aside
from reportctl.review.lines import BaseLine, CopyLine, LineRank, base_line, copy_line, numbered_kinds
from reportctl.text.numbers import NumberKind, typed_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from reportctl.review.copies import Copy
    from reportctl.snapshot import Snapshot

_TITLES = frozenset((LineRank.CHAPTER, LineRank.SECTION))
_OUTLINE = frozenset((*_TITLES, LineRank.ITEM, LineRank.PARAGRAPH))
_TABLE = "表格"
_PICTURE = "picture"
DRAFT_MARK = "草稿"
"""What stands in the header of a draft's pages."""
_LITERAL = frozenset((NumberKind.ORDINAL, NumberKind.LETTER))
"""Numbers that the program does not write in front of a paragraph: they are words."""


class LineWording(NamedTuple):
    """What a line of the copy says: the kind of paragraph that its number makes it, and the words."""

    kind: LineRank
    words: str


@dataclass(frozen=True)
class Comparison:
    """The lines of both sides and what belongs to what; lines are named by their index."""

    snapshot: Snapshot
    base: tuple[BaseLine, ...]
    copy: Copy
    lines: tuple[CopyLine, ...]
    alignment: Alignment

    @classmethod
    def of(cls, snapshot: Snapshot, copy: Copy) -> Comparison:
        """Hold a copy against what it was built from."""
        base = tuple(map(base_line, snapshot.paragraphs))
        lines = tuple(map(copy_line, copy.paragraphs))
        return cls(snapshot, base, copy, lines, align(base, lines))

    @cached_property
    def where(self) -> dict[int, int]:
        """The line of the copy for each base line that is still there."""
        return {there: here for here, there in self.alignment.pairs.items()}

    @cached_property
    def moved(self) -> frozenset[int]:
        """The lines of the copy that stand elsewhere than in the base as it was printed."""
        return frozenset(self._out_of_order({there: there for there in self.where}))

    def moved_as_built(self, movers: Set[str]) -> frozenset[int]:
        """The lines of the copy that stand elsewhere than in the tree before all final decisions.

        Where several may be said to have been moved, it is those that the decisions `movers` speak of.
        """
        places = {
            there: line.paragraph.position
            for there, line in enumerate(self.base)
            if line.paragraph.built is not None
        }
        earlier = {there for there in places if not movers.isdisjoint(self.base[there].paragraph.decided_by)}
        return frozenset(self._out_of_order(places, earlier))

    def _out_of_order(self, places: dict[int, int], first: Set[int] = frozenset()) -> Iterator[int]:
        """The lines of the copy that no longest run of rising places takes in, `first` before others."""
        order = [
            (here, places[there])
            for here, there in sorted(self.alignment.pairs.items())
            if there in places and self.base[there].kind is not LineRank.FIXED
        ]
        others = [(here, place) for here, place in order if self.alignment.pairs[here] not in first]
        kept = {others[index][0] for index in staying([place for _, place in others])}
        for here, place in order:
            if here in kept:
                continue
            fits = all((here < other) == (place < at) for other, at in order if other in kept)
            if fits and self.alignment.pairs[here] in first:
                kept.add(here)
            else:
                yield here

    @cached_property
    def _numbered(self) -> dict[str, NumberKind]:
        return dict(numbered_kinds(self.base))

    @cached_property
    def _chapters(self) -> list[str]:
        """For each line of the copy the chapter of the base that it stands in."""
        found = []
        chapter = ""
        for here in range(len(self.lines)):
            there = self.alignment.pairs.get(here)
            if there is not None and self.base[there].kind in _OUTLINE:
                chapter = self.base[there].paragraph.at.partition(".")[0] or chapter
            found.append(chapter)
        return found

    def wording(self, here: int) -> LineWording:
        """What a line of the copy says, as the kind of paragraph that its number makes it.

        A number that was only typed in another style makes no other paragraph.
        """
        line = self.lines[here]
        there = self.alignment.pairs.get(here)
        if there is None:
            return self._new(here, line)
        base = self.base[there]
        if base.kind not in _OUTLINE:
            return LineWording(base.kind, line.whole)
        if line.whole == base.whole:
            return LineWording(base.kind, base.words)
        number = typed_number(line.whole)
        if number is None or number.kind in _LITERAL:
            return LineWording(LineRank.PARAGRAPH, line.whole)
        if base.number is None:
            # what was no numbered paragraph becomes one only by a number of those that the program writes
            return LineWording(line.kind, line.words)
        if number.kind is base.number or line.kind is LineRank.PARAGRAPH:
            return LineWording(base.kind, line.whole[number.length :])
        return LineWording(self._kind(here, number.kind, line.kind), line.words)

    def _new(self, here: int, line: CopyLine) -> LineWording:
        return LineWording(self._kind(here, line.number, line.kind), line.words)

    def _kind(self, here: int, number: NumberKind | None, kind: LineRank) -> LineRank:
        """A number of the kind that the items of the chapter have makes an item."""
        makes_item = number is not None and self._numbered.get(self._chapters[here]) is number
        return LineRank.ITEM if makes_item and kind is not LineRank.PARAGRAPH else kind

    def departments(self, here: int) -> tuple[str, ...]:
        """The departments that a line of the copy comes from, of a title those of all below it."""
        there = self.alignment.pairs.get(here, self.alignment.parts.get(here))
        if there is None:
            return ()
        lines = [self.base[there]]
        if lines[0].kind in _TITLES:
            at = lines[0].paragraph.at
            lines += (line for line in self.base if (line.paragraph.at + ".").startswith(f"{at}."))
        found = (origin.department for line in lines for origin in line.paragraph.origins)
        return tuple(dict.fromkeys(name for name in found if name))

    def gone(self) -> Iterator[int]:
        """The base lines that are no longer in the copy, but for those that had been left out already."""
        for there, line in enumerate(self.base):
            if there not in self.where and not line.paragraph.omitted and not line.paragraph.gap:
                yield there

    def new(self) -> Iterator[int]:
        """The lines of the copy that are not in the base and can be added to it."""
        misfits = self._misfits
        yield from (
            here
            for here in range(len(self.lines))
            if here not in self.alignment.pairs and here not in misfits
        )

    @cached_property
    def _misfits(self) -> frozenset[int]:
        """New lines of the copy where nothing can be added: in tables, before the title, behind 附件."""
        found = set()
        after = False
        for here in range(len(self.lines)):
            there = self.alignment.pairs.get(here)
            if there is not None:
                if not self.base[there].paragraph.gap:
                    after = self.base[there].kind is not LineRank.FIXED
            elif not after or self.copy.paragraphs[here].table is not None:
                found.add(here)
        return frozenset(found)

    def unplaced(self) -> Iterator[Aside]:
        """What no final decision can say: where it stands, what kind of thing it is, and its words."""
        yield from (aside for aside in self.copy.asides if not self._is_own(aside))
        yield from self._tables()
        for here in sorted(self._misfits):
            if self.copy.paragraphs[here].table is None:
                yield Aside("这里加的话", self.lines[here].whole, here)
        for here, there in self.alignment.pairs.items():
            line = self.base[there]
            if line.kind is LineRank.FIXED and self.lines[here].whole != line.whole:
                yield Aside(fixed_name(line), self.lines[here].whole, here)
            if line.kind is LineRank.ELEMENT and here in self.moved:
                yield Aside("移了位置的固定要素", self.lines[here].whole, here)
        for there in self.gone():
            if self.base[there].kind is LineRank.FIXED and self.base[there].paragraph.kind != _PICTURE:
                yield Aside(f"删去的{fixed_name(self.base[there])}", self.base[there].whole, len(self.lines))

    def _is_own(self, aside: Aside) -> bool:
        """Whether the report was built with it: the mark of a draft, or a picture and no more of them."""
        if self.snapshot.draft and aside.kind == "页眉" and aside.text == DRAFT_MARK:
            return True
        own = sum(line.paragraph.kind == _PICTURE for line in self.base)
        pictures = [other for other in self.copy.asides if other.kind == "图片"]
        return aside in pictures and len(pictures) <= own

    def _tables(self) -> Iterator[Aside]:
        """Tables with rows that the base has not: each with the words of those rows."""
        rows: dict[int, list[int]] = {}
        for here in sorted(self._misfits):
            table = self.copy.paragraphs[here].table
            if table is not None:
                rows.setdefault(table, []).append(here)
        for found in rows.values():
            words = " ".join(self.lines[here].whole.replace("\t", " ") for here in found)
            yield Aside(_TABLE, words, found[0])


_NAMES = {
    "letterhead": "版头",
    "imprint": "版记",
    "attachment": "附件",
    "table": "附件里的表格",
    "picture": "附件里的图片",
    "note": "附注",
}


def fixed_name(line: BaseLine) -> str:
    """How a clerk calls a part of the document that no final decision reaches."""
    return _NAMES.get(line.paragraph.kind.partition("-")[0], "固定要素")
