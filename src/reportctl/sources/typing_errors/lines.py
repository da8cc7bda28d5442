"""A YAML file by its lines, read as a person reads them: indent, dashes, key, colon, value.

Unlike the parser this goes on after a fault, so that all typing errors of a file are seen in one run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportctl.sources.source import Source

LETTER = r"[^\W\da-zA-Z_]"
"""A letter of any script but Latin, here a Han character: soon compiled, which the range of Han is not."""
ODD_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u202f\u205f\u2060\u3000\ufeff"
)
"""Blanks that are none to YAML: no-break, ideographic, those of no width."""

COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
"""What looks like a colon."""

_BLANKS = f" \t{ODD_BLANKS}"
_DASHES = re.compile(r"(?:-[ \t]+)*")
_KEY = re.compile(
    rf"(?P<open>[\"'“”‘’]?)(?P<key>[^:;={COLONS}\uff1b\uff1d#{{}}\[\],\"'“”‘’\s]{{1,40}})(?P<close>[\"'“”‘’]?)"
    rf"[ \t\u3000]*(?P<colon>[:;={COLONS}\uff1b\uff1d])(?P<gap>[ \t]*)"
)
BLOCK = re.compile(r"[|>][+\-0-9]*[ \t]*(?:#.*)?$")
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"(?:[^']|'')*+'(?!')")}


class TypedLine(NamedTuple):
    """One line: `at` is its offset in the file, `body` that of what follows indent and dashes in the line.

    `key` is "" where the line has none; a key that the caller does not know counts only with a colon and a
    blank (or the line's end) behind it. `unclosed` is set where a quote opens and swallows other lines.
    """

    at: int
    text: str
    indent: str
    dashes: str
    body: int
    key: str = ""
    known: bool = False
    quotes: str = ""
    colon: int = 0
    gap: str = ""
    value: int = 0
    unclosed: bool = False

    @property
    def words(self) -> str:
        """The value, or the whole body of a line without a key, with blanks at the end cut off."""
        return self.text[self.value :].rstrip()

    @property
    def column(self) -> int:
        """Where the key or the words begin."""
        return len(self.indent) + len(self.dashes)


def split(at: int, text: str, keys: Collection[str]) -> TypedLine:
    """A line taken apart."""
    indent = text[: len(text) - len(text.lstrip(_BLANKS))]
    dashes = _DASHES.match(text, len(indent))
    assert dashes is not None  # noqa: S101 - the pattern matches nothing as well
    body = dashes.end()
    line = TypedLine(at, text, indent, dashes.group(), body, value=body)
    found = _KEY.match(text, body)
    if found is None:
        return line
    known = found["key"] in keys
    ends_there = found.end() == len(text) or bool(found["gap"])
    if not known and not (found["colon"] == ":" and ends_there):
        return line
    return line._replace(
        key=found["key"],
        known=known,
        quotes=found["open"] + found["close"],
        colon=found.start("colon"),
        gap=found["gap"],
        value=found.end(),
    )


def lines(source: Source, keys: Collection[str]) -> Iterator[TypedLine]:
    """The lines that hold structure: without empty ones, comments, and the inside of blocks and quotes."""
    return (row for row in _walk(source, keys) if not _is_remark(row))


def _walk(source: Source, keys: Collection[str]) -> Iterator[TypedLine]:
    """The lines that hold structure or a comment."""
    rows = [split(at, source.line(number), keys) for number, at in enumerate(source.starts, 1)]
    inside, until = -1, -1
    for number, row in enumerate(rows):
        if number <= until or not row.text.strip():
            continue
        if inside >= 0:
            if len(row.indent) > inside:
                continue
            inside = -1
        words = row.words
        if _is_remark(row):
            pass
        elif BLOCK.match(words):
            inside = row.column if row.key else len(row.indent)
        elif words[:1] in _CLOSING and words[:1]:
            last = _closing_row(rows, number)
            if last is None:
                row = row._replace(unclosed=True)  # noqa: PLW2901 - the same line, better known
            else:
                until = last
        yield row


def _is_remark(row: TypedLine) -> bool:
    return row.text.lstrip().startswith("#")


class Remark(NamedTuple):
    """A comment from its # on: `at` is its offset in the file, `alone` if its line holds nothing else."""

    at: int
    text: str
    alone: bool


def remarks(source: Source) -> Iterator[Remark]:
    """The comments of a file; a # inside a block or a quoted value begins none."""
    for row in _walk(source, ()):
        if _is_remark(row):
            at = row.text.index("#")
            yield Remark(row.at + at, row.text[at:], alone=True)
            continue
        words = row.words
        start = row.value
        if words[:1] in _CLOSING and words[:1]:
            closing = _CLOSING[words[0]].match(row.text, start + 1)
            start = closing.end() if closing else len(row.text)
        at = row.text.find(" #", start)
        if at >= 0:
            yield Remark(row.at + at + 1, row.text[at + 1 :], alone=False)


def _closing_row(rows: list[TypedLine], number: int) -> int | None:
    """The row on which a quoted value ends; None where another key comes first."""
    row = rows[number]
    quote = row.words[0]
    closing = _CLOSING[quote]
    if closing.match(row.text, row.value + 1):
        return number
    for last in range(number + 1, len(rows)):
        if rows[last].known and rows[last].key:
            return None
        if quote in rows[last].text:
            return last
    return None
