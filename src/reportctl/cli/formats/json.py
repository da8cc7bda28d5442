"""Findings as the contract's JSON (version 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import statistics
from reportctl.findings import Span
from reportctl.project.codes import NO_REPORT
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError


def lines(result: Result, problem: ReportctlError | None, _stream: TextIO | None) -> Iterator[str]:
    """One object; who reads only its findings must not take a broken project for a sound one."""
    if problem is not None and not result.findings:
        found = NO_REPORT.at(Span("report.yaml"), problem.message, problem.hint)
        result = result._replace(findings=(found,))
    tree = result.as_dict()
    if result.statistics:
        tree["statistics"] = statistics.as_dict(result.findings)
    yield dumps(tree)
