"""Findings as text: one physical line each and its remedy, on a terminal with the words that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import console, statistics
from reportctl.findings import Severity, Span
from reportctl.reading import READ_LIMIT, read_regular
from reportctl.sources.decode import decode
from reportctl.text.clean import printable
from reportctl.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError
    from reportctl.findings import Finding

_COLOURS = {
    Severity.ERROR: console.RED,
    Severity.WARNING: console.YELLOW,
    Severity.NOTE: console.CYAN,
}
_BEFORE, _SHOWN = 24, 60


def lines(result: Result, _problem: ReportctlError | None, stream: TextIO | None) -> Iterator[str]:
    """The findings; what kept the project from being checked is said on stderr."""
    if result.statistics:
        return statistics.lines(result.findings)
    return findings(result.findings, stream, result.root)


def findings(found: Iterable[Finding], stream: TextIO | None, root: Path | None = None) -> Iterator[str]:
    """One physical line a finding, behind it the hint, on a terminal the excerpt as well."""
    rich = console.is_terminal(stream)
    for finding in wanted(found):
        yield first_line(finding, stream)
        if rich:
            yield from excerpt(finding, root)
        if finding.hint:
            yield f"  提示\uff1a{console.safe(finding.hint)}"


def wanted(found: Iterable[Finding]) -> Iterator[Finding]:
    """All of them, with --quiet those that fail the run."""
    return (finding for finding in found if not console.settings.quiet or _fails(finding.severity))


def first_line(finding: Finding, stream: TextIO | None) -> str:
    """Place, severity, message and code, coloured where the stream is a terminal that wants it."""
    file, place = console.safe(finding.span.file), f"{finding.span.line}:{finding.span.column}"
    where, level, code = f"{file}:{place}:", f"{finding.severity}:", f"[{finding.code}]"
    if stream is not None:
        where = console.paint(where, console.BOLD, stream)
        level = console.paint(level, _COLOURS[finding.severity], stream)
        code = console.paint(code, console.FAINT, stream)
    return f"{where} {level} {console.safe(finding.message)} {code}"


def _fails(severity: Severity) -> bool:
    """Whether a finding of this severity is an error for the run."""
    return severity is Severity.ERROR or (console.settings.strict and severity is Severity.WARNING)


def excerpt(finding: Finding, root: Path | None) -> Iterator[str]:
    """The source line around the place and a line with carets below it, both cut to what matters."""
    line = source_line(finding.span, root)
    if not line.strip():
        return
    span = finding.span
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - _BEFORE)
    shown = printable(line[first : first + _SHOWN])
    head = "…" if first else ""
    tail = "…" if len(line) > first + _SHOWN else ""
    number = f"{span.line:>5} | "
    yield f"{number}{head}{shown}{tail}"
    offset = columns(head) + columns(printable(line[first:start]))
    marked = columns(printable(line[start : min(end, first + _SHOWN)])) or 1
    yield f"{' ' * (len(number) - 2)}| {' ' * offset}{'^' * marked}"


def source_line(span: Span, root: Path | None) -> str:
    """The line of the file in which a place begins, "" where it cannot be read."""
    path = (root / span.file) if root is not None else None
    if path is None:
        return ""
    try:
        source, _ = decode(span.file, read_regular(path), limit=READ_LIMIT)
    except (OSError, ValueError):
        return ""
    return source.line(span.line) if source is not None else ""
