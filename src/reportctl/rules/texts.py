"""The texts of a file as rules look at them: each with its place, and all of them joined into one."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from reportctl.findings import Replacement
from reportctl.model.report import DEFAULT_TITLE
from reportctl.rules.clauses import PAUSES, split_at
from reportctl.text.gaps import gaps, has_gap
from reportctl.text.jinja import without_values
from reportctl.text.numbers import NUMBER_STARTS
from reportctl.text.person import FirstPerson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding, Rule, Span
    from reportctl.model.edits import ItemChange
    from reportctl.model.files import EditsFile, PlacedFile, ReportFile, Submission
    from reportctl.model.finals import FinalDecision
    from reportctl.model.submission import Item
    from reportctl.sources import Path

_LETTERS = re.compile("[0-9\u4e00-\u9fff\u2014\u3001\u3002\uff0c\uff1a\uff1b]+")
"""Han characters, digits, and the marks that every text has: by runs, of which there are few."""
_USUAL = "\n\u201c\u201d\u300a\u300b\uff08\uff09"
"""What remains of a clean text then: its pairs of marks."""

_SENTENCES = frozenset({"opening", "导语", "closing", "结语"})
"""The elements of sentences, as a final decision may call them."""


class TextKind(StrEnum):
    """What a text is in its item."""

    HEADING = "heading"
    TEXT = "text"
    POINT = "point"
    CAUSE = "cause"
    NOTE = "note"
    FINAL = "final"
    """A whole paragraph in the words of a final decision, which stand as written."""


class TextUnit:
    """One text of a file, as it was written.

    Of a submission `part` and `index` lead to the item; of another file they are "" and -1. `path` leads to
    the text itself.
    """

    # a plain class: a project has hundreds of thousands, and a dataclass takes twice as long to make
    __slots__ = ("department", "file", "index", "kind", "part", "path", "text")

    def __init__(  # noqa: PLR0917 - made in three places, and in very great numbers
        self,
        file: PlacedFile,
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
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, fix: str | None = None
    ) -> Finding:
        """A finding of `rule` at a stretch of the text; `fix` is what `--fix` writes there.

        A text with a gap has no fix: a mend would hide what is missing.
        """
        span = self.span(start, end)
        fixes = () if fix is None or has_gap(self.text) else (Replacement(span, fix),)
        return rule.at(span, message, hint, department=self.department, fix=fixes)


class TextSet:
    """The texts of one file as one text, each behind a line break: rules search it once for all of them.

    `units` are the texts, each with its place, `text` is all of them, joined by line breaks.
    """

    def __init__(
        self,
        units: Iterable[TextUnit],
        department: str = "",
        year: int | None = None,
    ) -> None:
        self.units = tuple(units)
        self.text = "\n".join([unit.text for unit in self.units])
        self.department = department
        self.year = year

    @cached_property
    def headings(self) -> tuple[TextUnit, ...]:
        """The headings among the texts."""
        return tuple([unit for unit in self.units if unit.kind is TextKind.HEADING])

    @cached_property
    def open_ended(self) -> tuple[int, ...]:
        """The numbers of the texts that do not end with a full stop."""
        return tuple([number for number, unit in enumerate(self.units) if unit.text[-1] != "。"])

    @cached_property
    def numbered(self) -> tuple[TextUnit, ...]:
        """The texts that may begin with a number, which a clean file has not."""
        return tuple([unit for unit in self.units if unit.text[0] in NUMBER_STARTS])

    @cached_property
    def stopped(self) -> str:
        """The text with a full stop for each end mark and each line break, one where they meet."""
        # replace, not translate or a pattern: five times as fast
        lines = self.text.replace("。\n", "。").replace("\n", "。")
        return lines.replace("\uff01", "。").replace("\uff1f", "。")

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of all texts without their end marks, for a quick look: "" where two marks meet."""
        return self.stopped.split("。")

    @property
    def clauses(self) -> list[str]:
        """What stands between any two stops or pauses, for a quick look."""
        return split_at(self.stopped, PAUSES)

    @cached_property
    def marks(self) -> str:
        """The characters of all texts that are no Han character, digit, pause or stop, in their order."""
        return _LETTERS.sub("", self.text)

    @cached_property
    def signs(self) -> str:
        """Those of `marks` that do not stand in every text, without what Jinja2 reads.

        They are few: what a rule looks for is soon looked for among them, and clean text has none of it.
        """
        signs = _without_usual(self.marks)
        if "{" in signs:
            signs = _without_usual(_LETTERS.sub("", without_values(self.text)))
        return signs

    @cached_property
    def gaps(self) -> tuple[re.Match[str], ...]:
        """What was left to be filled in."""
        return tuple(gaps(self.text))

    @property
    def is_ragged(self) -> bool:
        """Whether one of the texts has several lines."""
        return self.text.count("\n") >= len(self.units)

    @cached_property
    def person(self) -> FirstPerson:
        """What the department calls itself."""
        return FirstPerson(self.department)

    @cached_property
    def starts(self) -> list[int]:
        """Where each text begins."""
        return list(accumulate((len(unit.text) + 1 for unit in self.units), initial=0))[:-1]

    @cached_property
    def _headed(self) -> frozenset[tuple[str, int]]:
        return frozenset((unit.part, unit.index) for unit in self.units if unit.kind is TextKind.HEADING)

    def stands_alone(self, unit: TextUnit) -> bool:
        """Whether a text is that of an item without a heading."""
        return unit.kind is TextKind.TEXT and (unit.part, unit.index) not in self._headed

    def find(self, at: int) -> tuple[TextUnit, int]:
        """The text in which an offset lies, and where that text begins."""
        number = bisect_right(self.starts, at) - 1
        return self.units[number], self.starts[number]

    def at(
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, fix: str | None = None
    ) -> Finding:
        """A finding of `rule` at a stretch of `text`, which lies within one of the texts."""
        unit, first = self.find(start)
        return unit.at(rule, start - first, end - first, message, hint, fix=fix)


def _without_usual(marks: str) -> str:
    for usual in _USUAL:
        marks = marks.replace(usual, "")
    return marks


def texts_of(item: Item | ItemChange) -> Iterator[tuple[TextKind, Path, str]]:
    """The texts of an item that are not empty, in the order of its keys, each with its place in the item."""
    if item.heading:
        yield TextKind.HEADING, ("heading",), item.heading
    if item.text:
        yield TextKind.TEXT, ("text",), item.text
    for number, point in enumerate(item.points or ()):
        if point:
            yield TextKind.POINT, ("points", number), point
    if item.cause:
        yield TextKind.CAUSE, ("cause",), item.cause


def units_of(submission: Submission) -> Iterator[TextUnit]:
    """Every text of a submission that may reach the report, in the order of the file's parts."""
    name = submission.name
    for part, index, item in submission.data.every_item():
        for kind, path, text in texts_of(item):
            yield TextUnit(submission, name, kind, (part, index, *path), text, part, index)


def submission_texts(submission: Submission) -> TextSet:
    """The texts of a submission."""
    data = submission.data
    return TextSet(units_of(submission), submission.name or data.department.strip(), data.year)


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
    return TextSet((TextUnit(file, None, *text) for text in own if text[2]), year=report.year)


def edits_texts(file: EditsFile) -> TextSet:
    """What the editor writes in place of what was handed in, and what stands in the report in the end."""
    edited = [
        TextUnit(file, None, kind, (index, key, *path), text)
        for index, edit in file.edits
        for key, change in (("set", edit.set), ("into", edit.into))
        if change is not None
        for kind, path, text in texts_of(change)
    ]
    final = [
        TextUnit(file, None, _final_kind(decision), (index, "text"), decision.text)
        for index, decision in file.finals
        if decision.words
    ]
    return TextSet(sorted((*edited, *final), key=lambda unit: unit.path[0])) if final else TextSet(edited)


def _final_kind(decision: FinalDecision) -> TextKind:
    """A paragraph of sentences, or what needs no end mark: a title, an element such as 署名."""
    becomes = decision.add or decision.as_
    if becomes:
        return TextKind.NOTE if becomes in {"section", "chapter"} else TextKind.FINAL
    is_whole = not (decision.heading or decision.paragraph)
    return TextKind.NOTE if is_whole and decision.at.strip() not in _SENTENCES else TextKind.FINAL
