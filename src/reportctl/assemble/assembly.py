"""Submissions, outline and the editor's decisions to one document tree."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble import codes
from reportctl.assemble.attachments import attachments
from reportctl.assemble.editing import apply_edits
from reportctl.assemble.elements import ReportElements, named
from reportctl.assemble.entries import entries
from reportctl.assemble.finals import decide
from reportctl.assemble.outline import Outline, place_entries
from reportctl.assemble.shape import shape
from reportctl.assemble.staleness import PastBuilds
from reportctl.assemble.templates import Templates
from reportctl.document import BlockType, Document, Form
from reportctl.snapshot import BuiltParagraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from reportctl.assemble.outline import PlacedEntries
    from reportctl.assemble.resolving import MetName
    from reportctl.assemble.shape import Shaped
    from reportctl.assemble.staleness import ItemKey, StaleDecision
    from reportctl.document import Omitted
    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile, ReportFile, Submission
    from reportctl.snapshot import SnapshotParagraph


_OF_ITEMS = frozenset({codes.UNMET_EDIT.code, codes.STALE_EDIT.code})
"""What a final decision is said to be for the lack of items that could not be read."""
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


class Assembly(NamedTuple):
    """The document and what had to be said of the way to it.

    `as_built` has a paragraph for each block of the document, in its order, and those that a final decision
    left out where they stood; `met` leads from edits.yaml to them, `stale` are the final decisions that wait
    for somebody to look at them again. `report_findings` are faults of
    report.yaml itself: with one of them the project cannot be used. `output_name` is the rendered name of the
    file to be written, without its ending.
    """

    document: Document
    as_built: tuple[BuiltParagraph, ...]
    met: tuple[MetName, ...]
    findings: tuple[Finding, ...]
    report_findings: tuple[Finding, ...]
    output_name: str
    stale: tuple[StaleDecision, ...] = ()


class Inputs(NamedTuple):
    """What a report is made of.

    `missing` tells a draft, by part, which departments gave nothing. Of the departments in `unread` nobody
    knows the items: a decision that names one of them is not said to be wrong.

    `earlier` gives the paragraph of a former build whose words as built have a fingerprint.
    """

    report: ReportFile
    submissions: Iterable[Submission]
    edits: EditsFile | None
    names: Mapping[str, str]
    read_bytes: Callable[[str], bytes]
    missing: Mapping[str, tuple[str, ...]]
    earlier: Callable[[str], SnapshotParagraph | None]
    unread: frozenset[str] = frozenset()


def assemble(inputs: Inputs, form: Form, *, draft: bool = False) -> Assembly:
    """The document tree of a report in one form; a draft marks what is missing."""
    report = inputs.report.report
    templates = Templates(inputs.report, {"year": report.year, "area": report.area})
    elements = ReportElements(report, templates, form)
    outline = Outline(report, templates)
    placed, omitted, edit_findings, unsettled = _placed(inputs, outline)
    gaps = _gaps(outline, placed, inputs.missing) if draft else {}
    shaped = shape(outline, placed.by_place, gaps)
    appended = attachments(inputs.report, templates, inputs.read_bytes)
    built = (
        *named(elements.opening(draft=draft)),
        *shaped.paragraphs,
        *named(elements.closing(appended.attachments)),
    )
    past = PastBuilds(inputs.earlier, unsettled)
    decided = decide(_placed_by_position(built), inputs.edits, outline, elements.hidden, past)
    as_built = tuple(_shown(decided.paragraphs, elements.hidden))
    document = Document(
        form=form,
        year=report.year,
        area=report.area,
        title=_changed(as_built, BlockType.TITLE) or elements.title,
        blocks=tuple(paragraph.printed for paragraph in as_built if paragraph.printed is not None),
        date=_date(as_built, report.document.date) if elements.signed else None,
        title_lines=() if _changed(as_built, BlockType.TITLE) else elements.title_lines,
        issuers=elements.issuers,
        letterhead=elements.letterhead(),
        imprint=elements.imprint(),
        attachments=appended.attachments,
        sealed=report.document.sealed and form is not Form.PUBLIC,
        duplex=report.document.duplex,
        draft=draft,
        omitted=(*omitted, *decided.omitted),
    )
    output_name = templates.render(report.output.name, ("output", "name"))
    return Assembly(
        document=document,
        as_built=as_built,
        met=decided.met,
        findings=(
            *edit_findings,
            *(finding for finding in placed.findings if finding.department not in inputs.unread),
            *(finding for finding in decided.findings if not (inputs.unread and finding.code in _OF_ITEMS)),
            *_emptiness(inputs.report, shaped),
            *appended.findings,
        ),
        report_findings=(*templates.findings, *appended.faults),
        output_name=output_name,
        stale=decided.stale,
    )


def _changed(paragraphs: Iterable[BuiltParagraph], kind: BlockType) -> str:
    """The text of an element that a final decision has changed, else ""."""
    return next(
        (
            paragraph.printed.text
            for paragraph in paragraphs
            if paragraph.decided_by and paragraph.printed is not None and paragraph.printed.type is kind
        ),
        "",
    )


def _date(paragraphs: Iterable[BuiltParagraph], built: dt.date | None) -> dt.date | None:
    """成文日期 after the final decisions; a text that names no day leaves it as it was."""
    found = _DAY.search(_changed(paragraphs, BlockType.DATE))
    try:
        return dt.date(*map(int, found.groups())) if found else built
    except ValueError:
        return built


def _placed_by_position(paragraphs: Iterable[BuiltParagraph]) -> tuple[BuiltParagraph, ...]:
    # not by `_replace`, which takes three times as long
    return tuple([BuiltParagraph(*paragraph[:-1], position) for position, paragraph in enumerate(paragraphs)])


def _shown(paragraphs: Iterable[BuiltParagraph], hidden: Set[BlockType]) -> Iterator[BuiltParagraph]:
    """The paragraphs without the elements that the form does not show."""
    return (
        paragraph for paragraph in paragraphs if paragraph.built is None or paragraph.built.type not in hidden
    )


def _placed(
    inputs: Inputs, outline: Outline
) -> tuple[PlacedEntries, tuple[Omitted, ...], tuple[Finding, ...], Mapping[ItemKey, int]]:
    """The items after the editor's decisions at their places, what was left out, found, and is unsettled.

    No other list of the items is kept: there may be tens of thousands, and the tree replaces them.
    """
    handed_in = [entry for submission in inputs.submissions for entry in entries(submission)]
    edited = apply_edits(handed_in, inputs.edits, inputs.names, inputs.unread)
    placed = place_entries(edited.entries, outline, inputs.edits)
    return placed, tuple(edited.omitted), tuple(edited.findings), edited.unsettled


def _emptiness(report: ReportFile, shaped: Shaped) -> Iterator[Finding]:
    for branching in shaped.empty_chapters:
        if not branching.chapter.required:
            continue
        span = report.start_span(branching.path)
        hint = f"催报 {branching.chapter.part}，或在提纲（outline）里给这一章加 required: false（必有: 否）"
        yield codes.EMPTY_CHAPTER.at(span, f"“{branching.title}”这一章没有任何条目", hint)
    for place in shaped.empty_sections:
        span = report.start_span(place.path)
        hint = "报告里已略去这一小节；需要时请部门补报"
        yield codes.EMPTY_SECTION.at(span, f"“{place.title}”这一小节没有任何条目", hint)


def _gaps(outline: Outline, placed: PlacedEntries, missing: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What a draft says at the end of a chapter: who is missing, which items found no place."""
    gaps: dict[str, str] = {}
    unplaced: dict[str, list[str]] = {}
    for entry in placed.unplaced:
        unplaced.setdefault(entry.part, []).append(f"{entry.department}“{entry.heading or '无标题'}”")
    said: set[str] = set()
    for branching in outline.chapters:
        part = branching.chapter.part
        words = []
        if missing.get(part):
            words.append(f"待补：{'、'.join(missing[part])}")
        if part in unplaced and part not in said:
            words.append(f"未归类：{'、'.join(unplaced[part])}")
        if (
            not words
            and branching.chapter.required
            and not any(placed.by_place.get(place.id) for place in branching.places)
        ):
            words.append("待补：本章没有内容")
        if words:
            gaps[branching.chapter.id] = f"【{'；'.join(words)}】"
        said.add(part)
    return gaps
