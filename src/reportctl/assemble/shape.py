"""Placed items as numbered paragraphs: merged by heading, in the order and shape that the outline gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.entries import joined
from reportctl.assemble.numbering import LEVELS
from reportctl.document import Block, BlockType, Role, Run
from reportctl.snapshot import BuiltParagraph
from reportctl.text.ends import close
from reportctl.text.numbers import chapter_number, item_number, ordinal, point_number, section_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportctl.assemble.entries import Entry
    from reportctl.assemble.outline import Branching, Outline, OutlinePlace

_ITEM_BITS = 32
"""A file has fewer items than that."""


class Shaped(NamedTuple):
    """The paragraphs of all chapters, and the places that nothing feeds."""

    paragraphs: tuple[BuiltParagraph, ...]
    empty_chapters: tuple[Branching, ...]
    empty_sections: tuple[OutlinePlace, ...]


def shape(outline: Outline, by_place: dict[str, list[Entry]], gaps: Mapping[str, str]) -> Shaped:
    """All chapters in order. `gaps` gives, by chapter id, the text that marks what a draft still lacks.

    `by_place` is used up: an entry is let go as soon as its blocks are made, for there may be many.
    """
    paragraphs: list[BuiltParagraph] = []
    empty_chapters: list[Branching] = []
    empty_sections: list[OutlinePlace] = []
    number = 0
    for branching in outline.chapters:
        filled = [place for place in branching.places if by_place.get(place.id)]
        gap = gaps.get(branching.chapter.id, "")
        if not filled:
            empty_chapters.append(branching)
        elif branching.sectioned:
            empty_sections.extend(place for place in branching.places if place not in filled)
        if not filled and not gap:
            continue
        number += 1
        heading = (Run(branching.title, Role.HEADING),)
        chapter_id = branching.chapter.id
        title = Block(chapter_id, BlockType.CHAPTER, heading, 1, chapter_number(number))
        paragraphs.append(BuiltParagraph.of(title, chapter_id))
        paragraphs.extend(_Chapter(branching).paragraphs(filled, by_place))
        if gap:
            lack = Block(f"{chapter_id}.gap", BlockType.ITEM, (Run(gap, Role.GAP),))
            paragraphs.append(BuiltParagraph.of(lack))
    return Shaped(tuple(paragraphs), tuple(empty_chapters), tuple(empty_sections))


class _Chapter:
    """Shapes the items of one chapter."""

    def __init__(self, branching: Branching) -> None:
        self.branching = branching
        self.chapter = branching.chapter
        self.item = 0

    def paragraphs(
        self, places: list[OutlinePlace], by_place: dict[str, list[Entry]]
    ) -> Iterator[BuiltParagraph]:
        for number, place in enumerate(places, 1):
            if self.branching.sectioned:
                heading = (Run(place.title, Role.HEADING),)
                title = Block(place.id, BlockType.SECTION, heading, 2, section_number(number))
                yield BuiltParagraph.of(title, place.id)
            if self.chapter.numbering == "restart":
                self.item = 0
            items = merged(by_place.pop(place.id))
            if self.chapter.list == "inline":
                yield BuiltParagraph.of(self._inline(place, items), place.id, "", 1)
            else:
                items.reverse()
                bare = 0
                for index in range(1, len(items) + 1):
                    self.item += 1
                    entry = items.pop()
                    blocks = list(self._blocks(f"{place.id}.{index}", entry))
                    yield from _named(blocks, place.id, entry.heading, bare)
                    bare += 0 if entry.heading else len(blocks)

    def _inline(self, place: OutlinePlace, entries: list[Entry]) -> Block:
        """一是标题。正文。二是…: all items in one paragraph; points within are numbered （1）."""
        runs: list[Run] = []
        for index, entry in enumerate(entries, 1):
            runs.append(Run(f"{ordinal(index)}{close(entry.heading)}", Role.TEXT, entry.origins))
            runs += entry.texts
            runs += self._causes(entry)
            for number, point in enumerate(entry.points, 1):
                runs += Run(point_number(number), Role.TEXT, point.origins), point
        return Block(f"{place.id}.1", BlockType.ITEM, tuple(runs))

    def _blocks(self, name: str, entry: Entry) -> Iterator[Block]:
        """One item: its heading, then text, causes and points, in as many paragraphs as it needs."""
        level = LEVELS[self.chapter.list] if entry.heading else 0
        number = self._number()
        runs: list[Run] = []
        part = 1
        if entry.heading and self.chapter.heading_style == "alone":
            heading = (Run(entry.heading, Role.HEADING, entry.origins),)
            yield Block(name, BlockType.ITEM, heading, level, number)
            level, number, part = 0, "", 2
        elif entry.heading:
            runs.append(Run(close(entry.heading), Role.HEADING, entry.origins))
        for index, text in enumerate(entry.texts):
            if index in entry.breaks and runs:
                yield Block(_part(name, part), BlockType.ITEM, tuple(runs), level, number)
                runs, level, number, part = [], 0, "", part + 1
            runs.append(text)
        runs += self._causes(entry)
        as_paragraphs = self.chapter.points == "numbered"
        if not as_paragraphs:
            for index, point in enumerate(entry.points, 1):
                runs += Run(ordinal(index), Role.TEXT, point.origins), point
        if runs:
            yield Block(_part(name, part), BlockType.ITEM, tuple(runs), level, number)
        if as_paragraphs:
            for index, point in enumerate(entry.points, 1):
                yield Block(f"{name}.p{index}", BlockType.POINT, (point,), 0, point_number(index))

    def _number(self) -> str:
        kind = self.chapter.list
        if kind == "numbered":
            return item_number(self.item)
        return section_number(self.item) if kind == "bracketed" else ""

    def _causes(self, entry: Entry) -> tuple[Run, ...]:
        return entry.causes if self.chapter.causes else ()


def _named(blocks: list[Block], at: str, heading: str, bare: int) -> Iterator[BuiltParagraph]:
    """The paragraphs of one item as a decision names them: 0, 2, 3 … behind its heading.

    Those without one are counted through their place, which has `bare` of them before.
    """
    for number, block in enumerate(blocks, 1 if heading else bare + 1):
        yield BuiltParagraph.of(block, at, heading, 0 if heading and number == 1 else number)


def merged(entries: list[Entry]) -> list[Entry]:
    """Items in order, those with the same heading as one that stands where its first member stands."""
    groups: dict[object, list[Entry]] = {}
    for entry in _in_order(entries):
        groups.setdefault(entry.heading or id(entry), []).append(entry)
    return [joined(group) for group in groups.values()]


def _in_order(entries: list[Entry]) -> list[Entry]:
    """Kept ones in the editor's order, then by `order`, then by roster and place in the file."""
    # one number is compared ten times as fast as a tuple of six
    ordered = sorted(entries, key=lambda entry: entry.rank << _ITEM_BITS | entry.item)
    if any(entry.kept is not None or entry.order is not None for entry in entries):
        ordered.sort(key=_wish)
    return ordered


def _wish(entry: Entry) -> tuple[bool, int, bool, int]:
    return entry.kept is None, entry.kept or 0, entry.order is None, entry.order or 0


def _part(name: str, number: int) -> str:
    return name if number == 1 else f"{name}.{number}"
