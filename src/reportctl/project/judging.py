"""A file of a project as mending asks for it, pass after pass: can it be read whole, what is found in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Severity
from reportctl.model.files import load_edits, load_report
from reportctl.project.checking import judge_alone, judge_texts
from reportctl.project.files import RawFile
from reportctl.project.mending import Judged
from reportctl.project.opening import EDITS, REPORT
from reportctl.project.rulebook import rulebook
from reportctl.rules.report import check_report
from reportctl.rules.texts import edits_texts, report_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from reportctl.findings import Finding, Span
    from reportctl.project.opening import Project

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def judge_submission(project: Project | None, name: str, kept: Set[tuple[str, int]], data: bytes) -> Judged:
    """A submission; of the items in `kept` (part and index) nothing is to be mended."""
    alone = judge_alone(RawFile(name, data), project)
    faults = _faults(alone.reading)
    file = alone.file
    if faults or file is None:
        return Judged(None, faults or alone.reading)
    spans = [file.span(item) for item in kept]
    apart = [one for one in alone.findings if any(_lies_in(one.span, span) for span in spans)]
    findings = tuple(one for one in alone.findings if one not in apart)
    return Judged(file.source, (), findings, tuple(apart))


def judge_report(project: Project, data: bytes) -> Judged:
    """report.yaml: its own sentences, but for what Jinja2 reads in them."""
    report, reading = load_report(REPORT, data)
    faults = _faults(reading)
    if faults or report is None:
        return Judged(None, faults or reading)
    faults = _faults(check_report(report, rulebook()))
    source = report.source
    expressions = [found.span() for found in _EXPRESSION.finditer(source.text)]
    found = judge_texts(report_texts(report), source, project)
    apart = [
        one
        for one in found
        if any(edit.start < end and start < edit.end for edit in one.fix for start, end in expressions)
    ]
    return Judged(source, faults, tuple(one for one in found if one not in apart), tuple(apart))


def judge_edits(project: Project, data: bytes) -> Judged:
    """edits.yaml: what the editor writes in place of what was handed in."""
    edits, reading = load_edits(EDITS, data)
    faults = _faults(reading)
    if faults or edits is None:
        return Judged(None, faults or reading)
    source = edits.file.source
    return Judged(source, (), judge_texts(edits_texts(edits), source, project))


def _faults(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def _lies_in(inner: Span, outer: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) < end
