"""A text file as characters: offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Any, NamedTuple

from reportctl.findings import Span

_BREAK = re.compile(r"\r\n|\n|\r")
_PARSERS_BREAKS = ("\x85", "\u2028", "\u2029")
_FILES = 8
"""How many files' tables are kept: places are asked for file by file."""


class Source(NamedTuple):
    """The decoded text of one file; `name` is its path relative to the project, with `/`.

    Offsets count characters from 0; lines and columns count from 1. A line ends with LF, CRLF or CR, as in
    every editor.
    """

    name: str
    text: str

    @property
    def utf8(self) -> bytes:
        """The text as the parser reads it."""
        return self.text.encode()

    @property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return _starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        starts = self.starts
        line = bisect_right(starts, max(0, min(offset, len(self.text))))
        return line, offset - starts[line - 1] + 1

    def mark_place(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark of the parser, without making the table of lines.

        The parser takes NEL, LS and PS for line breaks too, which editors do not.
        """
        return self.place(mark.index) if _has_odd_breaks(self.text) else (mark.line + 1, mark.column + 1)

    def span(self, start: int, end: int) -> Span:
        """The span from one offset to another."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end))
        return Span(self.name, line, column, end_line, end_column)

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets between which a span lies."""
        starts = self.starts
        return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1

    def line(self, number: int) -> str:
        """A line's text without its break, "" beyond the end."""
        starts = self.starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def named_place(self, offset: int) -> str:  # noqa: ARG002 - what it takes where places have names
        """How a message names the place of an offset; "" where line and column say it."""
        return ""

    def whole(self) -> Span:
        """The file as a whole: a finding about all of it stands at 1:1."""
        return Span(self.name)


@lru_cache(maxsize=_FILES)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _BREAK.finditer(text)))


@lru_cache(maxsize=_FILES)
def _has_odd_breaks(text: str) -> bool:
    return any(char in text for char in _PARSERS_BREAKS)
