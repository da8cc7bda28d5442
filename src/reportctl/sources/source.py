"""A text file as characters: offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from reportctl.findings import Span

_BREAK = re.compile(r"\r\n|\n|\r")
_PARSERS_BREAKS = ("\x85", "\u2028", "\u2029")


class Source:
    """The decoded text of one file; `name` is its path relative to the project, with `/`.

    Offsets count characters from 0; lines and columns count from 1. A line ends with LF, CRLF or CR, as in
    every editor.
    """

    __slots__ = ("_odd_breaks", "_starts", "_utf8", "name", "text")

    def __init__(self, name: str, text: str, utf8: bytes | None = None) -> None:
        self.name = name
        self.text = text
        self._utf8 = utf8
        self._starts: tuple[int, ...] = ()
        self._odd_breaks: bool | None = None

    @property
    def utf8(self) -> bytes:
        """The text as the parser reads it: the file's own bytes, nearly always."""
        return self.text.encode() if self._utf8 is None else self._utf8

    @property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        if not self._starts:
            self._starts = (0, *(found.end() for found in _BREAK.finditer(self.text)))
        return self._starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        starts = self.starts
        line = bisect_right(starts, max(0, min(offset, len(self.text))))
        return line, offset - starts[line - 1] + 1

    def mark_place(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark of the parser, without making the table of lines.

        The parser takes NEL, LS and PS for line breaks too, which editors do not.
        """
        if self._odd_breaks is None:
            self._odd_breaks = any(char in self.text for char in _PARSERS_BREAKS)
        return self.place(mark.index) if self._odd_breaks else (mark.line + 1, mark.column + 1)

    def span(self, start: int, end: int) -> Span:
        """The span from one offset to another."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end))
        return Span(self.name, line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """A line's text without its break, "" beyond the end."""
        starts = self.starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def whole(self) -> Span:
        """The file as a whole: a finding about all of it stands at 1:1."""
        return Span(self.name)
