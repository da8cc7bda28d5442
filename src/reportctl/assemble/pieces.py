"""An item as a department handed it in, in the words that the report would write."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Origin
from reportctl.model.keys import PARTS
from reportctl.text.edits import apply
from reportctl.text.ends import close, strip_heading
from reportctl.text.marks import normalise
from reportctl.text.numbers import strip_number
from reportctl.text.person import FirstPerson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.model.loaded import SubmissionFile
    from reportctl.model.submission import Item

_BETWEEN = "\n\n"


class Piece(NamedTuple):
    """One item: `heading` is its key in merging, `paragraphs`, `points` and `causes` are ready to be written.

    The words of `origin` are heading, text, points and cause after normalisation alone: what the editor's
    `was` is reckoned from. `rank` is the department's place in the roster, `item` the item's in its part.
    """

    origin: Origin
    rank: int
    item: int
    section: str
    order: int | None
    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    cause: str
    source: SubmissionFile

    @property
    def department(self) -> str:
        """The department that handed it in, by its name on the roster."""
        return self.origin.department

    @property
    def part(self) -> str:
        """The part of the submission that it stands in."""
        return self.origin.part


def pieces(submission: SubmissionFile, department: str, rank: int) -> Iterator[Piece]:
    """The pieces of one submission; an item without any words is none (a rule reports it)."""
    desk = _Desk(submission, department, rank)
    for part in PARTS:
        for index, item in enumerate(submission.submission.items(part)):
            if item.heading or item.text or item.points or item.cause:
                yield desk.piece(part, index, item)


class _Desk:
    """Prepares the items of one submission."""

    def __init__(self, submission: SubmissionFile, department: str, rank: int) -> None:
        self.submission = submission
        self.department = department
        self.rank = rank
        self.person = FirstPerson(department)

    def piece(self, part: str, index: int, item: Item) -> Piece:
        own = self._own
        heading, text, cause = normalise(item.heading), normalise(item.text), normalise(item.cause)
        points = tuple([normalise(point) for point in item.points])
        words = (heading, text, *points, cause)
        line, column = self.submission.places[part][index]
        return Piece(
            origin=Origin(self.department, part, heading, self.submission.name, line, column, words),
            rank=self.rank,
            item=index,
            section=item.section.strip(),
            order=item.order,
            heading=own(heading_of(heading)),
            paragraphs=tuple([own(one) for one in paragraphs_of(text)]),
            points=tuple([own(point_of(point)) for point in points if point]),
            cause=own(close(cause)) if cause else "",
            source=self.submission,
        )

    def _own(self, text: str) -> str:
        changes = self.person.changes(text)
        return apply(text, changes) if changes else text


def heading_of(normal: str) -> str:
    """A heading as it is compared and written: without a typed number and a closing mark."""
    return strip_heading(strip_number(normal))


def paragraphs_of(normal: str) -> tuple[str, ...]:
    """The paragraphs of a normalised text, each with its end mark."""
    return tuple([close(one) for one in normal.split(_BETWEEN)]) if normal else ()


def point_of(normal: str) -> str:
    """A point as it is written: without a typed number, with its end mark."""
    return close(strip_number(normal))
