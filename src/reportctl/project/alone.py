"""One file by itself, as a department checks what it will hand in: it says what the project will say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.assemble.entries import entries
from reportctl.assemble.outline import Outline, place_entries
from reportctl.assemble.templates import Templates
from reportctl.errors import ProjectError
from reportctl.findings import ordered
from reportctl.model.spoken import has_chinese_keys, spoken
from reportctl.project.attribution import attributed
from reportctl.project.building import check
from reportctl.project.checking import brief, project_sources, unsilenced
from reportctl.project.files import read_file
from reportctl.project.recovery import SUBMISSIONS, recover_beside
from reportctl.project.submissions import checked_files, claimed_department, sender_of
from reportctl.rules import registry
from reportctl.rules.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile, Submission
    from reportctl.project.files import RawFile
    from reportctl.project.opening import Project
    from reportctl.project.submissions import CheckedFile
    from reportctl.sources import Source


def check_files(
    paths: Sequence[Path], project: Project | None
) -> tuple[tuple[Finding, ...], tuple[Source, ...]]:
    """Files on their own: what was found, and the texts of the files that could be read.

    Of a submission that lies in the project, this is what checking the project finds in it.
    """
    recover_beside(paths)
    inside = {path: name for path in paths if (name := name_within(path, project)) and path.is_file()}
    whole = _whole(project, inside) if project is not None and inside else None
    findings: list[Finding] = []
    sources: list[Source] = []
    for path in paths:
        if whole is not None and path in inside:
            found, source = whole[inside[path]]
            shown = path.as_posix()
            findings += (one._replace(span=one.span._replace(file=shown)) for one in found)
            sources += () if source is None else (source._replace(name=shown),)
            continue
        checked = check_alone(read_file(path, path.as_posix()), project)
        findings += checked.found
        sources += () if checked.source is None else (checked.source,)
    return ordered(map(brief, findings)), tuple(sources)


def check_alone(raw: RawFile, project: Project | None, context: Context | None = None) -> CheckedFile:
    """One file without the others, held against the project where there is one; `found` is all of it.

    `context` is the project's, from whoever checks many files: its lists of words are read once then.
    """
    if context is None:
        context = Context() if project is None else project.context

    def rules(submission: Submission) -> Iterator[Finding]:
        yield from registry.check_alone(submission, replace(context, received=(submission,)))
        if project is not None and submission.name is not None and submission.filled:
            yield from _placing(submission, project)

    roster = project.roster if project is not None else None
    (checked,) = checked_files(
        (raw,), roster, lambda submissions: [tuple(rules(each)) for each in submissions]
    )
    if checked.submission is not None:
        sender = sender_of(checked.submission)
    else:
        sender = claimed_department(raw, roster) if roster is not None else None
    found = attributed((*checked.reading, *checked.found), sender)
    if project.has_chinese_keys if project is not None else _has_chinese_keys(checked):
        found = map(spoken, found)
    return checked._replace(found=unsilenced(found, checked.source, project))


def _has_chinese_keys(checked: CheckedFile) -> bool:
    return checked.source is not None and has_chinese_keys(checked.source.text)


def name_within(path: Path, project: Project | None) -> str:
    """The name that a file has as a submission of the project, "" where it is none."""
    folder = None if project is None else (project.root / SUBMISSIONS).resolve()
    place = path.resolve()
    if folder is None or not place.is_relative_to(folder):
        return ""
    return f"{SUBMISSIONS}/{place.relative_to(folder).as_posix()}"


def _whole(
    project: Project, wanted: Mapping[Path, str]
) -> Mapping[str, tuple[tuple[Finding, ...], Source | None]] | None:
    """By name what checking the project finds in each file, and its text; None where it cannot be checked.

    A fault of the project's own, in a template or its layout, is no affair of a department's.
    """
    with suppress(ProjectError):
        checked = check(project)
        sources = {source.name: source for source in project_sources(project, checked.submissions)}
        return {
            name: (
                tuple(finding for finding in checked.findings if finding.span.file == name),
                sources.get(name),
            )
            for name in wanted.values()
        }
    return None


def _placing(submission: Submission, project: Project) -> Iterator[Finding]:
    """The items that the outline has no place for."""
    yield from place_entries(list(entries(submission)), _outline(project.report), None).findings


@lru_cache(maxsize=1)  # whoever checks many files of one project asks for the same
def _outline(report: ReportFile) -> Outline:
    templates = Templates(report, {"year": report.report.year, "area": report.report.area})
    return Outline(report.report, templates)
