"""What a rule may look at: the report, the roster, the submissions and their texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportctl.model.keys import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.findings import Finding, Replacement, Rule, Span
    from reportctl.model.loaded import ReportFile
    from reportctl.model.roster import Received, Roster
    from reportctl.sources import Path


@dataclass(frozen=True, slots=True)
class Context:
    """The whole project. `received` holds every submission that could be read, in the order of its path.

    `broken` names the departments whose file could not be read. Without a project (a department checks its
    file alone) there is neither a report nor a roster.
    """

    report: ReportFile | None
    roster: Roster | None
    received: tuple[Received, ...]
    broken: frozenset[str] = frozenset()
    document: Document | None = None


class Kind(StrEnum):
    """What a text is in its item."""

    HEADING = "heading"
    TEXT = "text"
    POINT = "point"
    CAUSE = "cause"


class Site:
    """One text of a submission, as it was handed in.

    `part` and `index` lead to the item, `path` to the text itself.
    """

    # a plain class: a project has hundreds of thousands, and a dataclass takes twice as long to make
    __slots__ = ("index", "kind", "part", "path", "received", "text")

    def __init__(self, received: Received, kind: Kind, path: Path, text: str) -> None:
        self.received = received
        self.kind = kind
        self.path = path
        self.text = text
        self.part = str(path[0])
        self.index = int(path[1])

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the text stand in the file."""
        return self.received.file.inner_span(self.path, start, end)

    def replacement(self, start: int, end: int, text: str) -> Replacement:
        """A mend of the characters `start` to `end` as a change of the file."""
        from reportctl.findings import Replacement  # noqa: PLC0415 - only where something is mended

        first, last = self.received.file.inner(self.path, start, end)
        return Replacement(first, last, text)

    def at(
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, mend: str | None = None
    ) -> Finding:
        """A finding of `rule` at a stretch of the text; `mend` is what `--fix` writes there."""
        fix = () if mend is None else (self.replacement(start, end, mend),)
        return rule.at(self.span(start, end), message, hint, department=self.received.name, fix=fix)


def sites(received: Received) -> Iterator[Site]:
    """Every text of a submission that may reach the report, in the order of the file's parts."""
    submission = received.file.submission
    for part in PARTS:
        for index, item in enumerate(submission.items(part)):
            if item.heading:
                yield Site(received, Kind.HEADING, (part, index, "heading"), item.heading)
            if item.text:
                yield Site(received, Kind.TEXT, (part, index, "text"), item.text)
            for number, point in enumerate(item.points):
                if point:
                    yield Site(received, Kind.POINT, (part, index, "points", number), point)
            if item.cause:
                yield Site(received, Kind.CAUSE, (part, index, "cause"), item.cause)
