"""An item as it was read: passages of the original, not yet texts of a submission."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.passage import EMPTY, Passage
from reportctl.collect.phrases import written_point
from reportctl.model.submission import Item, Part
from reportctl.text.ends import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.collect.fates import Fates
    from reportctl.model.submission import Figure


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One 举措, 不足 or 安排 with where its words stand in the original.

    `group` is the heading that it stood under. `section` is the id of a place, "" for none.
    """

    part: Part
    section: str = ""
    heading: Passage = EMPTY
    text: Passage = EMPTY
    points: tuple[Passage, ...] = ()
    cause: Passage = EMPTY
    figures: tuple[Figure, ...] = ()
    group: str = ""

    @property
    def passages(self) -> Iterator[Passage]:
        """Its words, field by field."""
        yield from (self.heading, self.text, *self.points, self.cause)

    @property
    def first(self) -> int:
        """The position of the line in which it begins."""
        return min((passage.first for passage in self.passages if passage.stretches), default=-1)

    @property
    def blank(self) -> bool:
        """Whether it says nothing."""
        return self.first < 0

    @property
    def said(self) -> str:
        """All its words on one line."""
        return "".join(passage.text for passage in self.passages)

    def with_cause(self, cause: Passage) -> ReadItem:
        """The item with a cause behind what it has."""
        return replace(self, cause=Passage((*self.cause.stretches, *cause.stretches)))

    def claim(self, ledger: Fates) -> None:
        """Say that its words are an item's."""
        for passage in self.passages:
            ledger.claim(Fate.ITEM, passage)

    def item(self) -> Item:
        """The item of a submission."""
        text = written_point(self.text.paragraphs)
        if text and self.cause.first == self.text.stretches[-1].line:
            text = close(text)  # what parted it from the cause was a comma, or nothing
        return Item(
            section=self.section,
            heading=self.heading.text.replace("\n", ""),
            text=text,
            points=tuple(written_point(point.sentence) for point in self.points),
            figures=self.figures,
            cause=self.cause.sentence,
        )
