"""Findings in the format that was asked for: the table of formats, and how a broken project is refused."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportctl.cli import console
from reportctl.cli.result import Choice, Result

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportctl.errors import ProjectError, ReportctlError
    from reportctl.findings import Finding

__all__ = ["FORMAT_HELP", "Choice", "ReportFormat", "Result", "refuse", "show", "write"]


class ReportFormat(StrEnum):
    """How findings are written: each format is `write` in the module of its name, in `formats`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


*_OTHERS, _LAST = ReportFormat
FORMAT_HELP = f"输出格式\uff1a{'、'.join(_OTHERS)} 或 {_LAST}"
"""The help of `--format`."""


def write(result: Result, output: ReportFormat, problem: ReportctlError | None = None) -> None:
    """The findings on stdout; `problem` is what kept the project from being checked.

    A format's module is loaded when it is written, as a verb's is when it is called.
    """
    _writer(output).write(result, problem)


def show(found: Sequence[Finding], root: Path | None = None) -> None:
    """Findings as text on stderr, beside a result that stdout is for."""
    if found:
        _writer(ReportFormat.TEXT).findings(found, root=root)


def _writer(output: ReportFormat) -> Any:
    return import_module(f"reportctl.cli.formats.{output}")


def refuse(error: ProjectError, output: ReportFormat) -> int:
    """Say why the project cannot be used, in the format that was asked for; returns the exit code."""
    write(Result(error.findings, console.settings.folder), output, error)
    console.error(error.message, error.hint)
    return error.exit_code
