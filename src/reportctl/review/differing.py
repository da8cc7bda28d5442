"""What differs between two reports, paragraph by paragraph; two years are matched by their places."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType
from reportctl.review.aligning import align, staying
from reportctl.review.changes import CopyChange, CopyChangeKind, departments, name_of
from reportctl.review.copies import CopyParagraph
from reportctl.review.decisions import Side
from reportctl.review.lines import base_line, copy_line
from reportctl.review.wordings import ChangedFigure, changed_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportctl.review.lines import BaseLine
    from reportctl.review.sides import DiffSide
    from reportctl.snapshot import SnapshotParagraph

_TITLES = frozenset((BlockType.CHAPTER, BlockType.SECTION))
_OUTLINE = frozenset((*_TITLES, BlockType.ITEM, BlockType.POINT))
_DIGITS = re.compile("[0-9]+年?")
_WITHIN = frozenset((CopyChangeKind.TEXT, CopyChangeKind.HEADING, CopyChangeKind.ELEMENT))


class Differences(NamedTuple):
    """Two sides and what belongs together: `pairs` leads from a line of `new` to one of `old`.

    `moved` are the lines of `new` that stand elsewhere than in `old`. `years` are those reported on, 0 for
    unknown.
    """

    old: tuple[BaseLine, ...]
    new: tuple[BaseLine, ...]
    pairs: Mapping[int, int]
    moved: frozenset[int]
    years: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, old: DiffSide, new: DiffSide) -> Differences:
        """Find each paragraph of one side in the other."""
        before, after = (tuple(map(base_line, side.paragraphs)) for side in (old, new))
        years = (old.year, new.year)
        if all(years) and old.year != new.year:
            pairs = dict(_by_place(old, new, before, after))
        else:
            pairs = _aligned(before, after)
        order = sorted(pairs)
        kept = staying([pairs[here] for here in order])
        moved = frozenset(here for at, here in enumerate(order) if at not in kept)
        return cls(before, after, pairs, moved, years)

    def changes(self) -> tuple[CopyChange, ...]:
        """What differs, in the order of the new side; a number that is only another one is no difference."""
        found = [*self._in_new(), *self._gone()]
        return tuple(sorted(found, key=lambda change: change.position))

    def figures(self, changes: Iterable[CopyChange]) -> tuple[ChangedFigure, ...]:
        """The numbers that are others within changed paragraphs, but for those of the years themselves."""
        told = []
        for change in changes:
            here, there = change.side
            if change.kind in _WITHIN and here is not None and there is not None:
                chapter = self._chapter(there)
                place = (change.at, change.heading, chapter, change.number)
                for old, new in changed_numbers(self.old[there].words, self.new[here].words):
                    if self._is_year(old, new):
                        continue
                    told.append(ChangedFigure(*place, old, new, change.departments))
        return tuple(told)

    def _is_year(self, old: str, new: str) -> bool:
        """Whether two numbers are as far apart as the years, and the years or those beside them."""
        before, after = self.years
        near = {str(before + step): str(after + step) for step in (-1, 0, 1)}
        return before != after and near.get(old) == new

    def _chapter(self, there: int) -> str:
        above = [line.paragraph for line in self.old[there::-1]]
        if above[0].kind == BlockType.CHAPTER or not above[0].at:
            return ""
        return next((paragraph.number for paragraph in above if paragraph.kind == BlockType.CHAPTER), "")

    def _in_new(self) -> Iterator[CopyChange]:
        for here, line in enumerate(self.new):
            there = self.pairs.get(here)
            if there is None:
                yield self._change(CopyChangeKind.ADD, line.paragraph, "", line.whole, Side(here, None), here)
                continue
            old = self.old[there]
            side = Side(here, there)
            whose = old.paragraph._replace(origins=(*old.paragraph.origins, *line.paragraph.origins))
            if old.words != line.words:
                yield self._change(_kind(old, line), whose, old.whole, line.whole, side, here)
            if here in self.moved:
                yield self._change(CopyChangeKind.MOVE, whose, old.whole, line.whole, side, here)

    def _gone(self) -> Iterator[CopyChange]:
        where = {there: here for here, there in self.pairs.items()}
        last = -1
        for there, line in enumerate(self.old):
            if there in where:
                last = where[there]
            else:
                side = Side(None, there)
                yield self._change(CopyChangeKind.DELETE, line.paragraph, line.whole, "", side, last + 0.5)

    def _change(
        self,
        kind: CopyChangeKind,
        paragraph: SnapshotParagraph,
        old: str,
        new: str,
        side: Side,
        position: float,
    ) -> CopyChange:
        here = side.here
        behind = name_of(self.new[here - 1].whole) if here else ""
        return CopyChange(
            kind,
            paragraph.at,
            paragraph.heading,
            paragraph.number,
            old,
            new,
            name_of(new or old),
            behind,
            departments(paragraph),
            (),
            tracked=False,
            side=side,
            position=position,
        )


def _kind(old: BaseLine, new: BaseLine) -> CopyChangeKind:
    if old.paragraph.kind in _TITLES:
        return CopyChangeKind.HEADING
    if old.paragraph.kind not in _OUTLINE:
        return CopyChangeKind.ELEMENT
    heading = old.paragraph.heading_text
    body = old.words[len(heading) :]
    return CopyChangeKind.HEADING if heading and body and new.words.endswith(body) else CopyChangeKind.TEXT


def _aligned(old: Sequence[BaseLine], new: Sequence[BaseLine]) -> dict[int, int]:
    copied = (
        CopyParagraph(line.whole, table=0 if line.paragraph.kind == BlockType.TABLE_ROW else None)
        for line in new
    )
    return align(old, [copy_line(paragraph) for paragraph in copied]).pairs


def _by_place(
    old: DiffSide, new: DiffSide, before: Sequence[BaseLine], after: Sequence[BaseLine]
) -> Iterator[tuple[int, int]]:
    """Two years: what stands in one place of the outline with what stood there the year before.

    Last year's plans are like this year's achievements, and no achievement was moved there.
    """
    places = _places(old, new)
    rooms: dict[str, list[int]] = defaultdict(list)
    for there, line in enumerate(before):
        rooms[_room(line.paragraph)].append(there)
    there_by_room: dict[str, list[int]] = defaultdict(list)
    for here, line in enumerate(after):
        room = _room(line.paragraph)
        there_by_room[places.get(room, room)].append(here)
    for room, here_lines in there_by_room.items():
        there_lines = rooms.get(room, [])
        titles = [
            [index for index in lines if side[index].paragraph.kind in _TITLES]
            for lines, side in ((here_lines, after), (there_lines, before))
        ]
        if all(titles):
            yield titles[0][0], titles[1][0]
        if room.startswith("="):
            yield from zip(here_lines, there_lines, strict=False)
            continue
        here_left = [index for index in here_lines if index not in titles[0]]
        there_left = [index for index in there_lines if index not in titles[1]]
        found = _aligned([before[index] for index in there_left], [after[index] for index in here_left])
        yield from ((here_left[here], there_left[there]) for here, there in found.items())


def _room(paragraph: SnapshotParagraph) -> str:
    """Where a paragraph belongs: a place of the outline, or its kind."""
    if paragraph.kind in _OUTLINE and paragraph.at:
        return paragraph.at
    is_one = paragraph.kind in (BlockType.TITLE, BlockType.RECIPIENTS, BlockType.CLOSING, BlockType.DATE)
    return f"={paragraph.kind}" if is_one else f"~{paragraph.kind}"


def _places(old: DiffSide, new: DiffSide) -> dict[str, str]:
    """For each place of the new side that of the old: the same id, else the same title but for its year."""
    before, after = (_titles(side) for side in (old, new))
    found = {at: at for at in after if at in before and old.placed and new.placed}
    titles = {_title(line): at for at, line in before.items() if at not in found}
    for at, line in after.items():
        if at not in found and _title(line) in titles:
            found[at] = titles.pop(_title(line))
    for kind in (BlockType.CHAPTER, BlockType.SECTION):
        found |= dict(_in_turn(before, after, found, kind))
    # what is matched with nothing is nowhere in the old side, whatever is called so there
    return {at: found.get(at, f"+{at}") for at in after}


def _titles(side: DiffSide) -> dict[str, SnapshotParagraph]:
    return {line.at: line for line in side.paragraphs if line.kind in _TITLES}


def _title(line: SnapshotParagraph) -> str:
    above = line.at.partition(".")[0] if line.kind == BlockType.SECTION else ""
    return f"{bool(above)}{_DIGITS.sub('', line.text)}"


def _in_turn(
    before: Mapping[str, SnapshotParagraph],
    after: Mapping[str, SnapshotParagraph],
    found: Mapping[str, str],
    kind: BlockType,
) -> Iterator[tuple[str, str]]:
    """Titles that are left, one by one, where as many are left on both sides of a place."""
    left: dict[str, list[str]] = defaultdict(list)
    taken = set(found.values())
    for at, line in before.items():
        if line.kind == kind and at not in taken:
            left[at.rpartition(".")[0]].append(at)
    rest: dict[str, list[str]] = defaultdict(list)
    for at, line in after.items():
        if line.kind == kind and at not in found:
            above = at.rpartition(".")[0]
            rest[found.get(above, above)].append(at)
    for above, places in rest.items():
        if len(places) == len(left[above]):
            yield from zip(places, left[above], strict=True)
