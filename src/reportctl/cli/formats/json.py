"""Findings as the contract's JSON (version 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.findings import Span
from reportctl.project.codes import NO_REPORT

if TYPE_CHECKING:
    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError


def write(result: Result, problem: ReportctlError | None) -> None:
    """One object; who reads only its findings must not take a broken project for a sound one."""
    if problem is not None and not result.findings:
        found = NO_REPORT.at(Span("report.yaml"), problem.message, problem.hint)
        result = result._replace(findings=(found,))
    console.json(result.as_dict())
