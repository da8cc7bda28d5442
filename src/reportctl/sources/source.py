"""A text file as characters: offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from reportctl.findings import Span

_BREAK = re.compile(r"\r\n|\n|\r")


class Source:
    """The decoded text of one file; `name` is its path relative to the project, with `/`.

    Offsets count characters from 0; lines and columns count from 1. A line ends with LF, CRLF or CR, as in
    every editor.
    """

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: tuple[int, ...] = ()

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

    def brief_place(self, offset: int) -> tuple[int, int]:
        """As `place`, without making the table of lines: cheaper for the few places that every file needs."""
        text = self.text
        if self._starts or text.find("\r", 0, offset) >= 0:
            return self.place(offset)
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

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
