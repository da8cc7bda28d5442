"""What a rule may look at: the report, the roster, the submissions and their texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from reportctl.findings import Replacement
from reportctl.model.report import DEFAULT_TITLE, LengthLimits
from reportctl.rules.data import Data, shipped
from reportctl.text.jinja import EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.document import Document
    from reportctl.findings import Finding, Rule, Span
    from reportctl.model.files import EditsFile, ReportFile, Submission
    from reportctl.model.roster import Roster
    from reportctl.sources import Path


_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_UNUSUAL = re.compile(
    "[^\x00-\x7f\u4e00-\u9fff\u2014\u201c\u201d\u3001\u3002\u300a\u300b\uff08\uff09\uff0c\uff1a\uff1b]+"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The whole project. `received` holds every submission that could be read, in the order of its path.

    `broken` names the departments whose file could not be read, `last_year` is what was handed in the year
    before, where the project has it. Without a project (a department checks its
    file alone) there is neither a report nor a roster.
    """

    report: ReportFile | None = None
    roster: Roster | None = None
    received: tuple[Submission, ...] = ()
    broken: frozenset[str] = frozenset()
    document: Document | None = None
    last_year: tuple[Submission, ...] = ()
    data: Data = field(default_factory=shipped)

    @property
    def year(self) -> int | None:
        """The year that is reported on."""
        return None if self.report is None else self.report.report.year

    @property
    def silent(self) -> frozenset[str]:
        """The codes of the rules that report.yaml silences altogether."""
        return frozenset() if self.report is None else self.report.report.rules.silent

    @property
    def limits(self) -> LengthLimits:
        """How long things may be."""
        return _DEFAULTS if self.report is None else self.report.report.rules.limits


_DEFAULTS = LengthLimits()


class TextKind(StrEnum):
    """What a text is in its item."""

    HEADING = "heading"
    TEXT = "text"
    POINT = "point"
    CAUSE = "cause"
    NOTE = "note"


class PlacedUnit(Protocol):
    """A file that knows where the characters of its values stand."""

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the value at `path` stand."""


class TextUnit:
    """One text of a file, as it was written.

    Of a submission `part` and `index` lead to the item; of another file they are "" and -1. `path` leads to
    the text itself.
    """

    # a plain class: a project has hundreds of thousands, and a dataclass takes twice as long to make
    __slots__ = ("department", "file", "index", "kind", "part", "path", "text")

    def __init__(  # noqa: PLR0917 - made in three places, and in very great numbers
        self,
        file: PlacedUnit,
        department: str | None,
        kind: TextKind,
        path: Path,
        text: str,
        part: str = "",
        index: int = -1,
    ) -> None:
        self.file = file
        self.department = department
        self.kind = kind
        self.path = path
        self.text = text
        self.part = part
        self.index = index

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the text stand in the file."""
        return self.file.inner_span(self.path, start, end)

    def at(
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, mend: str | None = None
    ) -> Finding:
        """A finding of `rule` at a stretch of the text; `mend` is what `--fix` writes there."""
        span = self.span(start, end)
        fix = () if mend is None else (Replacement(span, mend),)
        return rule.at(span, message, hint, department=self.department, fix=fix)


class TextSet:
    """The texts of one file as one text, each behind a line break: rules search it once for all of them.

    A text may hold line breaks of its own; then `is_ragged` is set. `is_literal` says that no text can hold
    a character that a file cannot. The texts are gathered when a rule asks for them.
    """

    __slots__ = (
        "_given",
        "_sentences",
        "_signs",
        "_sites",
        "_starts",
        "_text",
        "department",
        "is_literal",
        "year",
    )

    def __init__(
        self,
        sites: Iterable[TextUnit],
        department: str = "",
        year: int | None = None,
        *,
        is_literal: bool = False,
    ) -> None:
        self._given = sites
        self._sites: tuple[TextUnit, ...] | None = None
        self._text: str | None = None
        self.department = department
        self.year = year
        self.is_literal = is_literal
        self._starts: list[int] = []
        self._sentences: list[str] = []
        self._signs: str | None = None

    @property
    def sites(self) -> tuple[TextUnit, ...]:
        """The texts, each with its place."""
        if self._sites is None:
            self._sites = tuple(self._given)
        return self._sites

    @property
    def text(self) -> str:
        """The texts, joined by line breaks."""
        if self._text is None:
            self._text = "\n".join([site.text for site in self.sites])
        return self._text

    @property
    def sentences(self) -> list[str]:
        """The sentences of all texts without their end marks, for a quick look: "" where two marks meet."""
        if not self._sentences:
            # replace, not translate or a pattern: five times as fast
            text = self.text.replace("\n", "。").replace("\uff01", "。").replace("\uff1f", "。")
            self._sentences = text.split("。")
        return self._sentences

    @property
    def signs(self) -> str:
        """The characters of all texts, each once, but for Han characters, usual marks and what Jinja2 reads.

        They are few: what a rule looks for is soon looked for among them, and clean text has none of it.
        """
        if self._signs is None:
            self._signs = _signs(self.text)
            if "{" in self._signs:
                self._signs = _signs(EXPRESSION.sub("", self.text))
        return self._signs

    @property
    def is_ragged(self) -> bool:
        """Whether one of the texts has several lines."""
        return self.text.count("\n") >= len(self.sites)

    @property
    def starts(self) -> list[int]:
        """Where each text begins."""
        if not self._starts:
            at = 0
            for site in self.sites:
                self._starts.append(at)
                at += len(site.text) + 1
        return self._starts

    def find(self, at: int) -> tuple[TextUnit, int]:
        """The text in which an offset lies, and where that text begins."""
        number = bisect_right(self.starts, at) - 1
        return self.sites[number], self.starts[number]

    def at(
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, mend: str | None = None
    ) -> Finding:
        """A finding of `rule` at a stretch of `text`, which lies within one of the texts."""
        site, first = self.find(start)
        return site.at(rule, start - first, end - first, message, hint, mend=mend)


def _signs(text: str) -> str:
    plain = text.encode("ascii", "ignore").decode("ascii")
    return "".join({*plain, *"".join(_UNUSUAL.findall(text))})


def sites(received: Submission) -> Iterator[TextUnit]:
    """Every text of a submission that may reach the report, in the order of the file's parts."""
    file, name = received, received.name
    submission = file.data
    for part, index, item in submission.every_item():
        if item.heading:
            yield TextUnit(file, name, TextKind.HEADING, (part, index, "heading"), item.heading, part, index)
        if item.text:
            yield TextUnit(file, name, TextKind.TEXT, (part, index, "text"), item.text, part, index)
        for number, point in enumerate(item.points):
            if point:
                yield TextUnit(
                    file, name, TextKind.POINT, (part, index, "points", number), point, part, index
                )
        if item.cause:
            yield TextUnit(file, name, TextKind.CAUSE, (part, index, "cause"), item.cause, part, index)


def text_set_of(received: Submission) -> TextSet:
    """The texts of a submission."""
    submission = received.data
    text = received.source.text
    return TextSet(
        sites(received),
        received.name or submission.department.strip(),
        submission.year,
        # an escape writes anything; of what no text may hold, the file itself can hold only a few
        is_literal="\\" not in text and _NONCHARACTER.search(text) is None,
    )


def report_texts(file: ReportFile) -> TextSet:
    """The report's own sentences: titles, opening, closing, 附注."""
    report = file.report
    document = report.document
    own: list[tuple[TextKind, Path, str]] = [
        (TextKind.HEADING, ("document", "title"), "" if document.title == DEFAULT_TITLE else document.title),
        (TextKind.TEXT, ("document", "opening"), document.opening),
        (TextKind.TEXT, ("document", "closing"), document.closing),
        (TextKind.NOTE, ("document", "note"), document.note),
    ]
    for number, chapter in enumerate(report.outline):
        own.append((TextKind.HEADING, ("outline", number, "title"), chapter.title))
        own += (
            (TextKind.HEADING, ("outline", number, "sections", index, "title"), section.title)
            for index, section in enumerate(chapter.sections)
        )
    return TextSet((TextUnit(file, None, *one) for one in own if one[2]), year=report.year)


def edits_texts(file: EditsFile) -> TextSet:
    """What the editor writes in place of what was handed in."""
    return TextSet(_edit_sites(file))


def _edit_sites(file: EditsFile) -> Iterator[TextUnit]:
    for index, edit in file.edits:
        for key, change in (("set", edit.set), ("into", edit.into)):
            if change is None:
                continue
            texts = (
                (TextKind.HEADING, "heading", change.heading),
                (TextKind.TEXT, "text", change.text),
                (TextKind.CAUSE, "cause", change.cause),
            )
            for kind, name, text in texts:
                if text:
                    yield TextUnit(file, None, kind, (index, key, name), text)
            for number, point in enumerate(change.points or ()):
                if point:
                    yield TextUnit(file, None, TextKind.POINT, (index, key, "points", number), point)
