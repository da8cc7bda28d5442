"""What the rules find in a project as a whole, what is silenced, and how severe it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.document import Form
from reportctl.findings import Severity, has_errors
from reportctl.model.spoken import spoken
from reportctl.project import codes
from reportctl.project.attribution import by_roster
from reportctl.project.imprint import check_imprint
from reportctl.project.marked import marked, texts_beside
from reportctl.project.opening import report_error
from reportctl.project.output import name_problem
from reportctl.project.rulebook import rulebook
from reportctl.rules import registry
from reportctl.rules.privacy import Sources, check_public
from reportctl.rules.roster import MISSING_SUBMISSION
from reportctl.rules.suppressions import suppressions, unsuppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.assemble.assembly import Assembly
    from reportctl.findings import Finding, Span
    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.project.submissions import LastYear, Submissions
    from reportctl.rules.texts import TextSet
    from reportctl.sources import Source

_LONGEST = 400
_EMPTY = frozenset({"empty-chapter", "empty-section"})


def check_merged(
    project: Project,
    submissions: Submissions,
    last_year: LastYear,
    assembly: Assembly,
    layout: Layout,
    *,
    partial: bool,
) -> tuple[Finding, ...]:
    """What the rules find across submissions and in the merged document, besides what each file gave.

    Suppressions and the settings of report.yaml are applied to all of it.

    Raises:
        ProjectError: report.yaml has a fault that only shows here: a template, an attachment, a signatory,
            the name of the file.
    """
    faults = (*assembly.report_findings, *_page_faults(project, assembly))
    if faults:
        raise report_error(faults, project.report.source.text)
    context = replace(
        project.context,
        received=submissions.received,
        broken=frozenset(submissions.broken),
        document=assembly.document,
        last_year=last_year.submissions,
    )
    findings = [*project.findings, *submissions.findings, *last_year.findings]
    findings += marked(project, (*submissions.received, *last_year.submissions), assembly.document.form)
    findings += registry.check_project(context, project.edits)
    absent = bool(submissions.broken) or any(finding.code == MISSING_SUBMISSION.code for finding in findings)
    # where departments are missing or cannot be read, an empty chapter is only what follows from it
    findings += (
        finding for finding in assembly.findings if not (absent and finding.code in _EMPTY and not partial)
    )
    if not (absent or assembly.document.draft):
        findings += check_imprint(project, assembly.document, layout)
    if assembly.document.form is Form.PUBLIC:
        sources = _public(project, submissions)
        findings += check_public(
            assembly.document, submissions.received, sources, context.data, _released(project)
        )
    marks = [mark for source in project_sources(project, submissions) for mark in suppressions(source)]
    left = unsuppressed(findings, marks, rulebook(), unasked=context.silent)
    told = apply_settings(left, project, partial=partial)
    if project.has_chinese_keys:
        told = map(spoken, told)
    return by_roster(map(brief, told), project.roster)


def _released(project: Project) -> Iterator[tuple[str, Span]]:
    """What may stand in the public form, each with its place in report.yaml."""
    for index, exception in enumerate(project.report.report.public.allow):
        yield exception.text, project.report.span(("public", "allow", index, "text"))


def project_sources(project: Project, submissions: Submissions) -> tuple[Source, ...]:
    """The texts of a project: report.yaml, edits.yaml where it has one, the submissions."""
    edits = () if project.edits is None else (project.edits.source,)
    return (project.report.source, *edits, *(submission.source for submission in submissions.received))


def check_texts(texts: TextSet, source: Source, project: Project) -> tuple[Finding, ...]:
    """What the rules of texts find in the sentences of the project's own two files."""
    return unsilenced(registry.check_texts(texts, project.context), source, project)


def unsilenced(
    findings: Iterable[Finding], source: Source | None, project: Project | None
) -> tuple[Finding, ...]:
    """The findings of one file that neither it nor report.yaml silences."""
    marks = suppressions(source) if source is not None else ()
    left = unsuppressed(findings, marks, rulebook(), all_ran=False)
    return tuple(apply_settings(left, project) if project is not None else left)


def apply_settings(
    findings: Iterable[Finding], project: Project, *, partial: bool = False
) -> Iterator[Finding]:
    """The findings with the severities that report.yaml sets, without those that it silences."""
    settings = project.report.report.rules
    for finding in findings:
        if finding.code in settings.silent:
            continue
        severity = settings.severity.get(finding.code)
        if partial and finding.code == MISSING_SUBMISSION.code:
            severity = "warning"
        yield finding._replace(severity=Severity(severity)) if severity else finding


def blocks_build(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether the findings forbid a report."""
    findings = tuple(findings)
    return has_errors(findings) or (
        strict and any(finding.severity is Severity.WARNING for finding in findings)
    )


def _public(project: Project, submissions: Submissions) -> Sources:
    edits = project.edits.source if project.edits is not None else None
    by_name = {submission.source.name: submission for submission in submissions.received}
    texts = {source.name: source for source in texts_beside(project)}
    attached = (attachment.file for attachment in project.report.report.document.attachments)
    return Sources(project.report.source, edits, by_name, tuple(map(texts.get, attached)))


def _page_faults(project: Project, assembly: Assembly) -> Iterator[Finding]:
    """What keeps a sound report.yaml from becoming a file, or the page from being a 红头."""
    report = project.report
    message = name_problem(assembly.output_name)
    if message:
        key = ("output", "name") if "output" in report.yaml.data else ("area",)
        hint = "改 output.name（输出的文件名）或 area（地区）：只用汉字、字母、数字和 -"
        yield codes.BAD_FILE_NAME.at(report.span(key), message, hint)
    head = assembly.document.letterhead
    if head is not None and not head.signatories:
        hint = "在 document 里写 signatory（签发人），或改用白头（plain）"
        yield codes.MISSING_SIGNATORY.at(
            report.start_span(("document",)), "红头要有签发人：报告是上行文", hint
        )


def brief(finding: Finding) -> Finding:
    """The finding with words that fit a line: what it quotes may be as long as the file."""
    if len(finding.message) <= _LONGEST and len(finding.hint) <= _LONGEST:
        return finding
    return finding._replace(message=_clipped(finding.message), hint=_clipped(finding.hint))


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]}……{words[-_LONGEST // 4 :]}"
