"""Reads all submissions and runs all rules: what `validate` reports and what `build` starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Form
from reportctl.errors import ProjectError
from reportctl.findings import Severity, has_errors, ordered
from reportctl.layout import load
from reportctl.model.roster import Submission, receive
from reportctl.model.submission import PARTS
from reportctl.project import codes
from reportctl.project.files import read_file, read_inside
from reportctl.project.last_year import read_last_year
from reportctl.project.naming import problem
from reportctl.project.rulebook import rulebook
from reportctl.project.submissions import beside_traps, context_of, load_one, read_submissions
from reportctl.rules import registry
from reportctl.rules.context import Context
from reportctl.rules.privacy import Sources, check_public
from reportctl.rules.roster import MISSING_SUBMISSION
from reportctl.rules.suppressions import suppressions, unsuppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reportctl.assemble.assembly import Assembly
    from reportctl.findings import Finding
    from reportctl.layout import Layout
    from reportctl.model.files import SubmissionFile
    from reportctl.model.roster import Roster
    from reportctl.project.files import RawFile
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Intake
    from reportctl.rules.suppressions import Suppression
    from reportctl.rules.texts import TextSet
    from reportctl.sources import Source

_LONGEST = 400
_EMPTY = frozenset({"empty-chapter", "empty-section"})


class CheckedFile(NamedTuple):
    """One file judged by itself: `reading` are the findings of reading it, which `findings` has too."""

    file: SubmissionFile | None
    reading: tuple[Finding, ...]
    findings: tuple[Finding, ...]


class Checked(NamedTuple):
    """A project with everything that was found in it, and the layout that it is to be written in."""

    project: Project
    layout: Layout
    intake: Intake
    assembly: Assembly
    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The departments that have not handed in, required or not, in the order of the roster."""
        there = {one.name for one in self.intake.received if one.filled} | self.intake.broken.keys()
        names = (one.name.strip() for one in self.project.roster.departments)
        return tuple(name for name in names if name not in there)


def check(
    project: Project,
    *,
    form: Form | None = None,
    draft: bool = False,
    partial: bool = False,
) -> Checked:
    """Read, judge and assemble a project in one form (report.yaml's own by default).

    Raises:
        ProjectError: the layout has a fault, or report.yaml one that only shows here: a template, an
            attachment, a signatory, the name of the file.
    """
    report = project.report.report
    form = form or Form(report.form)
    layout = _layout(project)
    intake = read_submissions(project)
    from reportctl.assemble.assembly import Inputs, assemble  # noqa: PLC0415 - by now it is there

    inputs = Inputs(
        report=project.report,
        entries=intake.entries,
        edits=project.edits,
        names=project.roster.names,
        read_bytes=lambda name: read_inside(project.root, name),
        missing=_missing_parts(project.roster, intake) if draft else {},
    )
    assembly = assemble(inputs, form, draft=draft)
    faults = (*assembly.report_findings, *_page_faults(project, assembly))
    if faults:
        raise ProjectError("report.yaml 有错误", findings=ordered(faults))
    last_year, unread = read_last_year(project)
    context = context_of(
        project,
        received=intake.received,
        broken=frozenset(intake.broken),
        document=assembly.document,
        last_year=last_year,
    )
    findings = [*project.findings, *intake.findings, *unread]
    findings += registry.check_project(context, project.edits)
    absent = bool(intake.broken) or any(one.code == MISSING_SUBMISSION.code for one in findings)
    # where departments are missing or cannot be read, an empty chapter is only what follows from it
    findings += (one for one in assembly.findings if not (absent and one.code in _EMPTY and not partial))
    if form is Form.PUBLIC:
        findings += check_public(assembly.document, intake.received, _sources(project, intake))
    marks = (*_own_suppressions(project), *intake.suppressions)
    left = unsuppressed(findings, marks, rulebook(), unasked=context.silent)
    said = map(_brief, settled(left, project, partial=partial))
    return Checked(project, layout, intake, assembly, ordered(said))


def _layout(project: Project) -> Layout:
    report = project.report
    try:
        return load(report.report.layout, project.root)
    except ProjectError as error:
        if error.findings:
            raise
        found = codes.UNKNOWN_LAYOUT.at(report.file.span(("layout",)), error.message, error.hint)
        raise ProjectError("report.yaml 有错误", findings=(found,)) from None


def check_files(paths: Sequence[Path], project: Project | None) -> tuple[tuple[Finding, ...], int]:
    """Files on their own, as a department checks what it is about to hand in; the number that was read."""
    judged = [judge_alone(read_file(path, path.as_posix()), project) for path in paths]
    findings = (finding for one in judged for finding in one.findings)
    return ordered(map(_brief, findings)), sum(one.file is not None for one in judged)


def judge_alone(handed: RawFile, project: Project | None) -> CheckedFile:
    """One file without the others, held against the project where there is one."""
    file, reading = load_one(handed)
    findings = list(reading)
    if file is not None:
        received = receive(file, project.roster if project is not None else None)
        findings += beside_traps(reading, registry.check_alone(received, _alone(received, project)))
    marks = suppressions(file.source) if file is not None else ()
    return CheckedFile(file, reading, _left(findings, marks, project))


def judge_texts(sheet: TextSet, source: Source, project: Project) -> tuple[Finding, ...]:
    """What the rules of texts find in the sentences of the project's own two files."""
    return _left(registry.check_texts(sheet, context_of(project)), suppressions(source), project)


def _left(
    findings: Iterable[Finding], marks: Iterable[Suppression], project: Project | None
) -> tuple[Finding, ...]:
    """The findings of one file that neither it nor report.yaml silences."""
    left = unsuppressed(findings, marks, rulebook(), all_ran=False)
    return tuple(settled(left, project) if project is not None else left)


def _sources(project: Project, intake: Intake) -> Sources:
    edits = project.edits.file.source if project.edits is not None else None
    return Sources(project.report.source, edits, {one.file.name: one.file for one in intake.received})


def _own_suppressions(project: Project) -> tuple[Suppression, ...]:
    """The suppressions of report.yaml and edits.yaml."""
    edits = suppressions(project.edits.file.source) if project.edits is not None else ()
    return (*suppressions(project.report.source), *edits)


def _page_faults(project: Project, assembly: Assembly) -> Iterator[Finding]:
    """What keeps a sound report.yaml from becoming a file, or the page from being a 红头."""
    report = project.report
    said = problem(assembly.output_name)
    if said:
        key = ("output", "name") if "output" in report.file.data else ("area",)
        hint = "改 output.name（输出的文件名）或 area（地区）：只用汉字、字母、数字和 -"
        yield codes.BAD_FILE_NAME.at(report.file.span(key), said, hint)
    head = assembly.document.letterhead
    if head is not None and not head.signatories:
        hint = "在 document 里写 signatory（签发人），或改用白头（plain）"
        yield codes.MISSING_SIGNATORY.at(
            report.file.start_span(("document",)), "红头要有签发人：报告是上行文", hint
        )


def settled(findings: Iterable[Finding], project: Project, *, partial: bool = False) -> Iterable[Finding]:
    """The findings with the severities that report.yaml sets, without those that it silences."""
    settings = project.report.report.rules
    for finding in findings:
        if finding.code in settings.silent:
            continue
        severity = settings.severity.get(finding.code)
        if partial and finding.code == MISSING_SUBMISSION.code:
            severity = "warning"
        yield finding._replace(severity=Severity(severity)) if severity else finding


def _brief(finding: Finding) -> Finding:
    """The finding with words that fit a line: what it quotes may be as long as the file."""
    if len(finding.message) <= _LONGEST and len(finding.hint) <= _LONGEST:
        return finding
    return finding._replace(message=_clipped(finding.message), hint=_clipped(finding.hint))


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]}……{words[-_LONGEST // 4 :]}"


def _alone(received: Submission, project: Project | None) -> Context:
    if project is None:
        return Context(received=(received,))
    return context_of(project, received=(received,))


def _missing_parts(roster: Roster, intake: Intake) -> dict[str, tuple[str, ...]]:
    """By part, the required departments that give it no items and do not say 无."""
    by_name = {one.name: one.file for one in reversed(intake.received)}
    missing: dict[str, tuple[str, ...]] = {}
    for part in list(PARTS)[:3]:
        missing[part] = tuple(
            name
            for department in roster.departments
            if department.required
            and (
                (file := by_name.get(name := department.name.strip())) is None
                or not (file.submission.items(part) or part in file.nothing)
            )
        )
    return missing


def blocks_build(checked: Checked, *, strict: bool) -> bool:
    """Whether the findings forbid a report."""
    if has_errors(checked.findings):
        return True
    return strict and any(one.severity is Severity.WARNING for one in checked.findings)
