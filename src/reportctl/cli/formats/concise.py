"""Findings as text without their remedies, one line each: for grep and for editors that jump to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import statistics
from reportctl.cli.formats.text import first_line, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError


def lines(result: Result, _problem: ReportctlError | None, stream: TextIO | None) -> Iterator[str]:
    """The first lines of the text format; what kept the project from being checked is said on stderr."""
    if result.statistics:
        return statistics.lines(result.findings)
    return (first_line(finding, stream) for finding in wanted(result.findings))
