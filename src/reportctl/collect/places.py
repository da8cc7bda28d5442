"""The places of the report's outline that take items: found by title, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.outline import Outline
from reportctl.assemble.templates import Templates
from reportctl.collect.parts import words
from reportctl.model.submission import Part
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from reportctl.model.files import ReportFile

_NEAREST = 2  # suggestions that are made for an item without a section


class Place(NamedTuple):
    """A section, or a chapter without sections: the part that feeds it, its id and its title as printed.

    `chapter` is the title of the chapter that it stands in.
    """

    part: Part
    id: str
    title: str
    chapter: str = ""


class Places(NamedTuple):
    """All places of an outline, in its order."""

    places: tuple[Place, ...] = ()

    def find(self, part: Part, heading: str) -> str:
        """The id of the part's place with this title, however it is typed; "" where none has it.

        Where only one place takes the part's items no section is needed, and none is found.
        """
        own = self.of(part)
        said = words(strip_number(heading))
        return next((place.id for place in own if words(place.title) == said), "") if len(own) > 1 else ""

    def part_of(self, heading: str) -> Part | None:
        """The part that feeds the chapter or section with this title."""
        said = words(strip_number(heading))
        titles = ((place.part, title) for place in self.places for title in (place.chapter, place.title))
        return next((part for part, title in titles if title and words(title) == said), None)

    def of(self, part: Part) -> tuple[Place, ...]:
        """The places that take a part's items."""
        return tuple(place for place in self.places if place.part is part)

    def nearest(self, part: Part, heading: str) -> tuple[Place, ...]:
        """The places whose titles share most with a heading: a suggestion, the best first."""
        pairs = _pairs(heading)
        rated = [(_likeness(pairs, _pairs(place.title)), place) for place in self.of(part)]
        rated.sort(key=lambda rating: -rating[0])
        return tuple(place for likeness, place in rated[:_NEAREST] if likeness > 0)


def read_places(report: ReportFile) -> Places:
    """The places of a report's outline, their titles as they are printed."""
    variables = {"year": report.report.year, "area": report.report.area}
    chapters = Outline(report.report, Templates(report, variables)).chapters
    return Places(
        tuple(
            Place(Part(branching.chapter.part), place.name, place.title or branching.title, branching.title)
            for branching in chapters
            for place in branching.places
        )
    )


def _pairs(title: str) -> frozenset[str]:
    said = words(title)
    return frozenset(said[start : start + 2] for start in range(len(said) - 1))


def _likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """Dice's coefficient of two sets of pairs of characters."""
    return 2 * len(some & others) / (len(some) + len(others) or 1)
