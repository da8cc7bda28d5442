"""What a review copy says beside its paragraphs: what was found there, and where the words come from."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.assemble.codes import UNPLACED_ITEM
from reportctl.project.item_places import RangeStart, start_at, starts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.findings import Finding, Span
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions
    from reportctl.snapshot import SnapshotParagraph
    from reportctl.sources import Path

Comment = tuple[str, ...]
"""One comment, a paragraph of its own a line."""
_ELEMENTS = ("title", "recipients", "opening", "closing", "note")
_AROUND = 12
"""Characters before and behind a place that tell which of an item's paragraphs it became."""
_MOST = 20
"""Findings without a paragraph of their own that are written out beside the title."""


class Comments(StrEnum):
    """What is written beside the paragraphs of a draft."""

    FINDINGS = "findings"
    SOURCES = "sources"
    ALL = "all"
    NONE = "none"


class _Range(NamedTuple):
    """A stretch of a file that an item or a decision takes up, by its first line and column."""

    file: str
    line: int
    column: int


class _Element(NamedTuple):
    """From where to where report.yaml writes an element, in lines and columns, and its paragraph."""

    start: tuple[int, int]
    end: tuple[int, int]
    paragraph: int


def comments(
    paragraphs: Sequence[SnapshotParagraph],
    findings: Iterable[Finding],
    project: Project,
    submissions: Submissions,
    wanted: Comments,
) -> tuple[tuple[Comment, ...], ...]:
    """The comments on each of the paragraphs, sources first; what belongs to none stands beside the title."""
    beside: list[list[Comment]] = [[] for _ in paragraphs]
    if wanted in {Comments.SOURCES, Comments.ALL}:
        for own, paragraph in zip(beside, paragraphs, strict=True):
            if paragraph.origins:
                own.append(tuple(_sources(paragraph)))
    if wanted in {Comments.FINDINGS, Comments.ALL} and paragraphs:
        places = _Places(paragraphs, project, submissions)
        elsewhere: list[Finding] = []
        for finding in findings:
            index = places.find(finding)
            if index is None:
                elsewhere.append(finding)
            else:
                beside[index].append(_said(finding))
        if elsewhere:
            title = next((at for at, paragraph in enumerate(paragraphs) if paragraph.at == "title"), 0)
            beside[title].append(tuple(_elsewhere(elsewhere)))
    return tuple(map(tuple, beside))


def _sources(paragraph: SnapshotParagraph) -> Iterator[str]:
    yield "出处"
    for origin in paragraph.origins:
        yield f"{origin.department or '改稿'}\uff1a{origin.file} 第 {origin.line} 行"


def _said(finding: Finding) -> Comment:
    """A finding in the words of `validate`: what, the way out, where."""
    span = finding.span
    hint = (f"提示\uff1a{finding.hint}",) if finding.hint else ()
    return (f"{finding.message} [{finding.code}]", *hint, f"{span.file} 第 {span.line} 行")


def _elsewhere(findings: list[Finding]) -> Iterator[str]:
    yield "下面的问题不在正文的哪一段里\uff1a"
    for finding in findings[:_MOST]:
        yield f"{finding.span.file} 第 {finding.span.line} 行\uff1a{finding.message} [{finding.code}]"
    if len(findings) > _MOST:
        yield f"还有 {len(findings) - _MOST} 个\uff0c运行 reportctl validate 查看"


class _Places:
    """Finds the paragraph that a finding is about."""

    def __init__(
        self, paragraphs: Sequence[SnapshotParagraph], project: Project, submissions: Submissions
    ) -> None:
        self._paragraphs = paragraphs
        self._report, self._edits = project.report, project.edits
        self._files = {file.source.name: file for file in submissions.received}
        self._starts: dict[str, list[RangeStart]] = {}
        self._written_from: dict[_Range, list[int]] = {}
        for index, paragraph in enumerate(paragraphs):
            for origin in paragraph.origins:
                begins = _Range(origin.file, origin.line, origin.column)
                within = begins if origin.file in self._files else self._range(*begins)
                if within is not None:
                    self._written_from.setdefault(within, []).append(index)
        for key, within in self._decisions():
            decided = (at for at, paragraph in enumerate(paragraphs) if key in paragraph.decided_by)
            self._written_from.setdefault(within, []).extend(decided)
        self._elements = list(self._elements_of_report())

    def find(self, finding: Finding) -> int | None:
        """The index of the paragraph, None where there is none."""
        span = finding.span
        if span.file == self._report.source.name:
            place = span.line, span.column
            for start, end, paragraph in self._elements:
                if start <= place < end:
                    return paragraph
        within = self._range(span.file, span.line, span.column)
        if within is None or finding.code == UNPLACED_ITEM.code:
            return self._gap(finding.department)
        written = self._written_from.get(within, [])
        return self._nearest(written, span) if written else None

    def _range(self, file: str, line: int, column: int) -> _Range | None:
        """The item of a submission, or the decision of edits.yaml, that a place lies in."""
        if file not in self._starts:
            self._starts[file] = self._starts_in(file)
        found = start_at(self._starts[file], line, column)
        return None if found is None else _Range(file, found.line, found.column)

    def _decisions(self) -> Iterator[tuple[str, _Range]]:
        """The final decisions by their keys, and where edits.yaml writes them."""
        if self._edits is not None:
            for index, decision in self._edits.finals:
                span = self._edits.start_span((index,))
                yield decision.key, _Range(span.file, span.line, span.column)

    def _starts_in(self, file: str) -> list[RangeStart]:
        """Where items or decisions begin, and what else has a key of its own beside them."""
        if self._edits is not None and file == self._edits.source.name:
            every = (*self._edits.edits, *self._edits.finals)
            spans = (self._edits.start_span((index,)) for index, _ in every)
            return sorted(RangeStart(span.line, span.column, begins_item=True) for span in spans)
        submission = self._files.get(file)
        return [] if submission is None else starts_in(submission)

    def _nearest(self, written: list[int], span: Span) -> int:
        """Of the paragraphs that an item was written as, the one most like the words around a place.

        The words in question may be written otherwise there: 我局 becomes a name, a mark is mended.
        """
        file = self._files.get(span.file)
        if file is None or len(written) == 1:
            return written[0]
        start, end = file.source.offsets(span)
        around = file.source.text[max(0, start - _AROUND) : end + _AROUND]
        pairs = {first + second for first, second in pairwise(around)}
        return max(written, key=lambda index: sum(pair in self._paragraphs[index].text for pair in pairs))

    def _gap(self, department: str | None) -> int | None:
        """The draft's line that says what a department still owes."""
        for index, paragraph in enumerate(self._paragraphs):
            if department and paragraph.gap and department in paragraph.text:
                return index
        return None

    def _elements_of_report(self) -> Iterator[_Element]:
        """The elements and the titles of the outline that report.yaml writes out."""
        paths: dict[Path, str] = {("document", name): name for name in _ELEMENTS}
        paths |= {("document", "issuer"): "signature", ("document", "date"): "date"}
        for number, chapter in enumerate(self._report.report.outline):
            paths["outline", number, "title"] = chapter.id
            for below, section in enumerate(chapter.sections):
                paths["outline", number, "sections", below, "title"] = f"{chapter.id}.{section.id}"
        first: dict[str, int] = {}
        for index, paragraph in enumerate(self._paragraphs):
            if paragraph.at and not paragraph.heading:
                first.setdefault(paragraph.at, index)
        data = self._report.yaml.data
        for path, name in paths.items():
            if name in first and _is_written(data, path):
                span = self._report.span(path)
                start, end = (span.line, span.column), (span.end_line, span.end_column)
                yield _Element(start, end, first[name])


def _is_written(data: Any, path: Path) -> bool:
    """Whether a file says what stands at a path, and does not leave it to a default."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True
