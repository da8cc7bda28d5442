"""Findings in the format that was asked for: the table of formats, and how a broken project is refused."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportctl.cli import console
from reportctl.cli.result import Choice, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reportctl.errors import ProjectError, ReportctlError
    from reportctl.findings import Finding

__all__ = ["FORMAT_HELP", "Choice", "ReportFormat", "Result", "refuse", "show", "write"]


class ReportFormat(StrEnum):
    """How findings are written: each format is `write` in the module of its name, in `formats`."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    HTML = "html"


*_OTHERS, _LAST = ReportFormat
FORMAT_HELP = f"输出格式\uff1a{'、'.join(_OTHERS)} 或 {_LAST}"
"""The help of `--format`."""
_ENDINGS = {
    ".json": ReportFormat.JSON,
    ".sarif": ReportFormat.SARIF,
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
}


def format_of(given: ReportFormat | None, target: Path | None) -> ReportFormat:
    """The format that was asked for by name, else by the ending of the file that is to be written."""
    ending = target.suffix.lower() if target is not None else ""
    return given or _ENDINGS.get(ending, ReportFormat.TEXT)


def write(
    result: Result,
    output: ReportFormat,
    problem: ReportctlError | None = None,
    put: Callable[[bytes], None] | None = None,
) -> None:
    """The findings on stdout, or handed to `put`; `problem` is what kept the project from being checked.

    A format's module is loaded when it is written, as a verb's is when it is called.
    """
    stream = sys.stdout if put is None else None
    lines = _writer(output).lines(result, problem, stream)
    if put is not None:
        put("".join(f"{line}\n" for line in lines).encode())
        return
    for line in lines:
        console.write_line(stream, line)


def show(found: Sequence[Finding], root: Path | None = None) -> None:
    """Findings as text on stderr, beside a result that stdout is for."""
    if found:
        for line in _writer(ReportFormat.TEXT).findings(found, sys.stderr, root):
            console.write_line(sys.stderr, line)


def _writer(output: ReportFormat) -> Any:
    return import_module(f"reportctl.cli.formats.{output}")


def refuse(error: ProjectError, output: ReportFormat, put: Callable[[bytes], None] | None = None) -> int:
    """Say why the project cannot be used, in the format that was asked for; returns the exit code."""
    result = Result(error.findings, console.settings.folder)
    console.settings.counts = result.counted()
    write(result, output, error, put)
    console.error(error.message, error.hint)
    return error.exit_code
