"""Final decisions for edits.yaml, reckoned anew between the tree as built and a copy.

A decision is plain data with English keys (`model.finals.FinalDecision`). Each paragraph that was moved or
added stands behind the one before it: an addition behind whatever that is, a move behind what was built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.document import BlockType
from reportctl.review.lines import LineRank
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportctl.review.comparing import Comparison
    from reportctl.snapshot import SnapshotParagraph

Entry = dict[str, Any]

_OUTLINE = frozenset((LineRank.CHAPTER, LineRank.SECTION, LineRank.ITEM, LineRank.PARAGRAPH))


class Side(NamedTuple):
    """Where a decision comes from: the index of a line of the copy, or of one of the base that is gone."""

    here: int | None = None
    there: int | None = None


class Decision(NamedTuple):
    """One entry of edits.yaml, and the line that it comes from.

    `new` tells that this copy asks for it; else it has been in effect when the copy was built, and stays.
    """

    entry: Entry
    side: Side
    new: bool


def decisions(comparison: Comparison, earlier: Mapping[str, Entry]) -> tuple[Decision, ...]:
    """All that makes the copy of the tree as built, in the order in which it is to be applied.

    `earlier` are the decisions that were in effect when the copy was built, by what a snapshot calls them.
    """
    return tuple(_Reckoning(comparison, earlier).all())


def place_of(paragraph: SnapshotParagraph) -> Entry:
    """What names a paragraph as built."""
    named: Entry = {"at": paragraph.at}
    if paragraph.heading:
        named["heading"] = paragraph.heading
    if paragraph.paragraph:
        named["paragraph"] = paragraph.paragraph
    return named


def _built_kind(paragraph: SnapshotParagraph) -> LineRank:
    """What a paragraph was built as that a decision has made something else of: its place tells."""
    if paragraph.paragraph > 1:
        return LineRank.PARAGRAPH
    if paragraph.heading or paragraph.paragraph:
        return LineRank.ITEM
    return LineRank.SECTION if "." in paragraph.at else LineRank.CHAPTER


class _Reckoning:
    def __init__(self, comparison: Comparison, earlier: Mapping[str, Entry]) -> None:
        self._comparison = comparison
        self._earlier = earlier
        movers = {key for key, entry in earlier.items() if "move" in entry}
        self._moved = comparison.moved_as_built(movers)
        self._new = frozenset(comparison.new())
        self._built: Entry | None = None  # what names the nearest paragraph above that was built
        self._above: Entry | None = None  # what names the nearest paragraph above
        self._taken = {
            name
            for line in comparison.base
            for name in line.paragraph.decided_by
            if line.paragraph.built is None
        } | set(earlier)
        self._count = 0

    def all(self) -> Iterator[Decision]:
        comparison = self._comparison
        for here in range(len(comparison.lines)):
            there = comparison.alignment.pairs.get(here)
            if there is None:
                if here in self._new:
                    yield self._added(here)
                continue
            line = comparison.base[there]
            if line.kind is LineRank.FIXED:
                continue
            if line.paragraph.built is None:
                yield self._kept(here, there)
            else:
                entry = self._changed(here, there)
                if entry is not None:
                    yield Decision(entry, Side(here, there), self._is_news(here, there))
                self._built = self._above = place_of(line.paragraph)
        for there, line in enumerate(comparison.base):
            if (
                there not in comparison.where
                and line.kind is not LineRank.FIXED
                and line.paragraph.built is not None
            ):
                entry = {**place_of(line.paragraph), "was": line.paragraph.was, "omit": True}
                yield Decision(entry, Side(None, there), not line.paragraph.omitted)

    def _is_news(self, here: int, there: int) -> bool:
        """Whether the copy says of a paragraph something else than what it was built with."""
        line = self._comparison.base[there]
        wording = self._comparison.wording(here)
        changed = wording.words != line.words or wording.kind is not line.kind
        return changed or here in self._comparison.moved or line.paragraph.omitted

    def _changed(self, here: int, there: int) -> Entry | None:
        """What a paragraph becomes; None where it stays as it was built."""
        line = self._comparison.base[there]
        paragraph = line.paragraph
        kind, words = self._comparison.wording(here)
        entry = {**place_of(paragraph), "was": paragraph.was}
        size = len(entry)
        if words != normalise_line(paragraph.built or ""):
            entry["text"] = words
        if here in self._moved and line.kind is not LineRank.ELEMENT and self._built is not None:
            entry["move"] = {"after": self._built}
        recast = self._recast(paragraph)
        if line.kind in _OUTLINE and kind is not line.kind:
            if not paragraph.decided_by or kind is not _built_kind(paragraph):
                entry["as"] = kind.value
        elif recast is not None:
            entry["as"] = recast
        if "text" in entry and (sources := list(self._joined(here))):
            entry["from"] = sources
        return entry if len(entry) > size else None

    def _recast(self, paragraph: SnapshotParagraph) -> Any:
        """What an earlier decision has made of a paragraph, None where it stayed what it was built as."""
        earlier = (self._earlier.get(key, {}).get("as") for key in paragraph.decided_by)
        return next((kind for kind in earlier if kind is not None), None)

    def _joined(self, here: int) -> Iterator[Entry]:
        """What names the paragraphs that went into a line of the copy."""
        for there, into in self._comparison.alignment.joins.items():
            line = self._comparison.base[there]
            if into == here and line.kind is not LineRank.FIXED and line.paragraph.built is not None:
                yield place_of(line.paragraph)

    def _kept(self, here: int, there: int) -> Decision:
        """An addition from an earlier round that is still there."""
        line = self._comparison.base[there]
        name = line.paragraph.decided_by[0]
        old = self._earlier.get(name, {})
        kind, words = self._comparison.wording(here)
        what = kind.value if kind is not line.kind else old.get("add", kind.value)
        if line.paragraph.kind == BlockType.POINT:
            # there is no word for a point: it is a paragraph that has its number in front
            what, words = LineRank.PARAGRAPH.value, self._comparison.lines[here].whole
        kept = {"add": what, "id": name, "after": self._above or old.get("after"), "text": words}
        if "from" in old:
            kept["from"] = old["from"]
        self._above = {"new": name}
        return Decision(kept, Side(here, there), self._is_news(here, there))

    def _added(self, here: int) -> Decision:
        comparison = self._comparison
        kind, words = comparison.wording(here)
        name = self._fresh()
        entry: Entry = {"add": kind.value, "id": name, "after": self._above, "text": words}
        part_of = comparison.alignment.parts.get(here)
        if part_of is not None and comparison.base[part_of].paragraph.built is not None:
            entry["from"] = [place_of(comparison.base[part_of].paragraph)]
        self._above = {"new": name}
        return Decision(entry, Side(here, None), new=True)

    def _fresh(self) -> str:
        while True:
            self._count += 1
            name = f"new-{self._count}"
            if name not in self._taken:
                self._taken.add(name)
                return name
