"""A file that is attached, and what was read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Block, Picture, Table
from reportctl.sources import Limits
from reportctl.sources.decode import decode
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.findings import Finding
    from reportctl.sources import Source

Part = Block | Table | Picture

LIMITS = Limits()
"""How much of a file is read."""


def ending(name: str) -> str:
    """The ending of a file's name with its dot, in small letters."""
    return f".{name.rpartition('.')[2].lower()}"


class BadAttachmentError(Exception):
    """The file is there, but it is no attachment; the message says why."""


class AttachedFile(NamedTuple):
    """A file as report.yaml names it: `title` and `label` (附件2) are what the page says above its content.

    `place` counts the attachments from 1.
    """

    name: str
    data: bytes
    title: str
    label: str
    place: int

    def source(self) -> Source:
        """The file's text.

        Raises:
            BadAttachmentError: it is none, or too long.
        """
        source, findings = decode(self.name, self.data, limit=LIMITS.size)
        if source is None:
            raise BadAttachmentError(findings[0].message)
        return source

    def is_named(self, text: str) -> bool:
        """Whether a text is what the page says above the content anyway."""
        return text in {self.title, self.label}


class AttachedContent(NamedTuple):
    """What a file becomes, and what was found in it."""

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()


def rectangle(rows: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table that are not empty, normalised, each as long as the longest; lines stay lines.

    Raises:
        BadAttachmentError: there is none.
    """
    kept = [row for row in rows if any(cell not in (None, "") for cell in row)]
    if not kept:
        raise BadAttachmentError("表格是空的")
    columns = range(max(map(len, kept)))
    return tuple(tuple(_cell(row, column) for column in columns) for row in kept)


def _cell(row: Sequence[object], column: int) -> str:
    value = row[column] if column < len(row) else None
    return "\n".join(filter(None, map(normalise_line, str(value).splitlines()))) if value is not None else ""
