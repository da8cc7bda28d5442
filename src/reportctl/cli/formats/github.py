"""Findings as workflow commands: GitHub Actions shows them beside the lines they speak of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.cli.result import explained
from reportctl.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError
    from reportctl.findings import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# The percent sign first: the others are written with it.
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def lines(result: Result, problem: ReportctlError | None, _stream: TextIO | None) -> Iterator[str]:
    """A command a finding."""
    return map(console.safe, commands(result, problem))


def commands(result: Result, problem: ReportctlError | None = None) -> Iterator[str]:
    """One line a finding; `problem` is what kept the project from being checked."""
    for finding in result.findings:
        yield _command(finding, _file(finding.span.file, result.root))
    if problem is not None:
        yield f"::error::{_text(problem.message, problem.hint)}"


def _command(finding: Finding, file: str) -> str:
    span = finding.span
    places = {"file": file, "line": span.line, "col": span.column}
    if span.end_line == span.line:  # columns of two lines are refused
        places |= {"endLine": span.end_line, "endColumn": span.end_column}
    places |= {"title": finding.code}
    shown = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_text(finding.message, finding.hint)}"


def _text(message: str, hint: str) -> str:
    return _escaped(explained(message, hint), _DATA)


def _escaped(text: str, marks: tuple[tuple[str, str], ...]) -> str:
    for mark, code in marks:
        text = text.replace(mark, code)
    return text


def _file(name: str, root: Path | None) -> str:
    """A file's path relative to the repository that a workflow runs in, else to the project."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    path = Path.cwd() / (root or Path()) / name
    if workspace and path.is_relative_to(workspace):
        return path.relative_to(workspace).as_posix()
    return name
