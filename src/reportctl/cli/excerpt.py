"""The line of a file that a finding speaks of, with a caret under the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Span
from reportctl.project.files import READ_LIMIT
from reportctl.sources.decode import decode
from reportctl.text.clean import printable, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportctl.findings import Finding

_BEFORE, _SHOWN = 24, 60


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
    offset = width(head) + width(printable(line[first:start]))
    marked = width(printable(line[start : min(end, first + _SHOWN)])) or 1
    yield f"{' ' * (len(number) - 2)}| {' ' * offset}{'^' * marked}"


def _line(span: Span, root: Path | None) -> str:
    path = (root / span.file) if root is not None else None
    if path is None or not path.is_file():
        return ""
    try:
        source, _ = decode(span.file, path.read_bytes(), limit=READ_LIMIT)
    except OSError:
        return ""
    return source.line(span.line) if source is not None else ""
