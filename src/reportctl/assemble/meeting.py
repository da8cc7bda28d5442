"""The paragraph as built that a final decision means: by place, heading and words, or by its words alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.elements import NAMED
from reportctl.assemble.entries import heading_of
from reportctl.snapshot import paragraph_fingerprint
from reportctl.suggest import name_hint
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.assemble.outline import Outline
    from reportctl.model.finals import Anchor, FinalDecision, ParagraphName
    from reportctl.snapshot import BuiltParagraph

    Name = FinalDecision | Anchor | ParagraphName

_CHINESE = dict(zip(NAMED, ("标题", "主送机关", "导语", "结语", "署名", "成文日期", "附注"), strict=True))
_MOST_GUESSES = 10
"""To look through all headings for each of thousands of decisions would take minutes."""


class Meeting(NamedTuple):
    """The paragraph that a name leads to, by its position, and whether its words are still those seen."""

    position: int
    fresh: bool


class BuiltParagraphs:
    """The paragraphs as built by what a decision may call them."""

    def __init__(self, paragraphs: Sequence[BuiltParagraph], outline: Outline) -> None:
        self._paragraphs = paragraphs
        self._places = _places(outline)
        self._asked = 0
        self._by_name: dict[tuple[str, str, int], list[int]] = {}
        for position, paragraph in enumerate(paragraphs):
            if paragraph.at:
                name = (paragraph.at, paragraph.heading, paragraph.paragraph)
                self._by_name.setdefault(name, []).append(position)

    def place(self, at: str) -> str:
        """The place by its id, which `at` is, or stands for: the title of a section, 导语 for opening."""
        return self._places.get(at.strip(), self._places.get(heading_of(normalise_line(at)), at.strip()))

    def title(self, at: str) -> int | None:
        """The title of a place of the outline, or the element of this name, by its position."""
        return next(iter(self._by_name.get((self.place(at), "", 0), ())), None)

    def was(self, position: int) -> str:
        """The fingerprint of a paragraph as built, "" for what no decision can name."""
        return self._wases[position]

    def find(self, name: Name) -> Meeting | None:
        """The paragraph that is meant: by all that is said of it, else by its words, else by its place."""
        named = self._named(name)
        was = name.was.strip().lower()
        if not was:
            return Meeting(named[0], fresh=True) if named else None
        same = self._by_was.get(was, [])
        here = [position for position in same if self._paragraphs[position].at == self.place(name.at)]
        for found in ([position for position in named if position in same], same, here):
            if len(found) == 1:
                return Meeting(found[0], fresh=True)
        return Meeting(named[0], fresh=False) if named else None

    def hint(self, name: Name) -> str:
        """What may have been meant by a name that leads to no paragraph."""
        at = self.place(name.at)
        known = dict.fromkeys(paragraph.at for paragraph in self._paragraphs if paragraph.at)
        remedy = "检查位置（at）、标题（heading）和段（paragraph）；或删去这条决定"
        self._asked += 1
        if self._asked > _MOST_GUESSES:
            return remedy
        if at not in known:
            return name_hint(name.at, (*known, *self._places)) or f"位置可以写\uff1a{'、'.join(known)}"
        headings = dict.fromkeys(paragraph.heading for paragraph in self._paragraphs if paragraph.at == at)
        return name_hint(name.heading, headings) or remedy

    def _named(self, name: Name) -> list[int]:
        heading = heading_of(normalise_line(name.heading))
        at, number = self.place(name.at), name.paragraph
        found = self._by_name.get((at, heading, number), [])
        # the first paragraph of an item or element has no number, and 1 is what it may be called
        return found or (self._by_name.get((at, heading, 0), []) if number == 1 else [])

    @cached_property
    def _wases(self) -> list[str]:
        return [
            paragraph_fingerprint(paragraph.built.text)
            if paragraph.at and paragraph.built is not None
            else ""
            for paragraph in self._paragraphs
        ]

    @cached_property
    def _by_was(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, was in enumerate(self._wases):
            if was:
                positions.setdefault(was, []).append(position)
        return positions


def _places(outline: Outline) -> dict[str, str]:
    """What each place and element may be called, to its id: ids first, and no title of two places."""
    named: dict[str, str] = {}
    doubtful: set[str] = set()
    for name, place in _names(outline):
        if named.setdefault(name, place) != place:
            doubtful.add(name)
    ids = {place: place for _, place in _names(outline)}
    return {name: place for name, place in named.items() if name not in doubtful} | ids


def _names(outline: Outline) -> Iterator[tuple[str, str]]:
    for branching in outline.chapters:
        yield branching.title, branching.chapter.id
        for place in branching.places:
            yield place.name, place.id
            if place.title:
                yield place.title, place.id
    for element in NAMED:
        yield _CHINESE[element], element.value
