"""Findings as text: one physical line each, on a terminal with the line that it speaks of and a caret."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.findings import Severity, Span
from reportctl.reading import READ_LIMIT, read_regular
from reportctl.sources.decode import decode
from reportctl.text.clean import printable
from reportctl.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError
    from reportctl.findings import Finding

_COLOURS = {
    Severity.ERROR: console.RED,
    Severity.WARNING: console.YELLOW,
    Severity.NOTE: console.CYAN,
}
_BEFORE, _SHOWN = 24, 60


def write(result: Result, _problem: ReportctlError | None) -> None:
    """Findings as the result; what kept the project from being checked is said on stderr."""
    findings(result.findings, to_stdout=True, root=result.root)


def findings(found: Iterable[Finding], *, to_stdout: bool = False, root: Path | None = None) -> None:
    """Findings as text: one physical line each, on a terminal with excerpt and hint."""
    stream = sys.stdout if to_stdout else sys.stderr
    rich = console.is_terminal(stream)
    for finding in found:
        if console.settings.quiet and not _fails(finding.severity):
            continue
        place = console.paint(
            f"{console.safe(finding.span.file)}:{finding.span.line}:{finding.span.column}:",
            console.BOLD,
            stream,
        )
        level = console.paint(f"{finding.severity}:", _COLOURS[finding.severity], stream)
        code = console.paint(f"[{finding.code}]", console.FAINT, stream)
        console.write_line(stream, f"{place} {level} {console.safe(finding.message)} {code}")
        if rich:
            for line in excerpt(finding, root):
                console.write_line(stream, line)
            if finding.hint:
                console.write_line(stream, f"  提示：{console.safe(finding.hint)}")


def _fails(severity: Severity) -> bool:
    """Whether a finding of this severity is an error for the run."""
    return severity is Severity.ERROR or (console.settings.strict and severity is Severity.WARNING)


def excerpt(finding: Finding, root: Path | None) -> Iterator[str]:
    """The source line around the place and a line with carets below it, both cut to what matters."""
    line = _line(finding.span, root)
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


def _line(span: Span, root: Path | None) -> str:
    path = (root / span.file) if root is not None else None
    if path is None:
        return ""
    try:
        source, _ = decode(span.file, read_regular(path), limit=READ_LIMIT)
    except (OSError, ValueError):
        return ""
    return source.line(span.line) if source is not None else ""
