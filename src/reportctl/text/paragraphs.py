"""Paragraphs and sentences, each with its place: an empty line ends a paragraph, a line break does not."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportctl.text.chars import BLANKS, BREAK, BREAKS, WHITE_CHARACTERS, WHITE_RUN

_SOFT_BREAK = re.compile(rf"([^\n]?)[{BLANKS}]*(?:\n[{BLANKS}]*)+(?=(.?))")
# A question mark before 》 belongs to the title: 《谁来执法？》.
_END = re.compile(
    rf"[。\uff01\uff1f!?…{BREAKS}](?:(?<=\s)|[。\uff01\uff1f!?…]*+(?!》)[”’\uff09」』】〕\"')]*+)"
)


class Slice(NamedTuple):
    """`text`, which begins at character `start` (from 0) of the whole."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)


def paragraphs(text: str) -> tuple[Slice, ...]:
    """The paragraphs of a text without the blanks and line breaks around them; an empty one is none.

    A line of blanks is an empty line.
    """
    found: list[Slice] = []
    start = 0
    # The line breaks of a run are counted afterwards: a pattern that counts them is quadratic on long runs.
    for run in WHITE_RUN.finditer(text) if BREAK.search(text) else ():
        white = run.group()
        if len(BREAK.findall(white)) - white.count("\r\n") > 1:
            found += _trimmed(text, start, run.start())
            start = run.end()
    found += _trimmed(text, start, len(text))
    return tuple(found)


def whole(text: str) -> tuple[Slice, ...]:
    """As `paragraphs`, for a text that is one whatever lines it has."""
    return tuple(_trimmed(text, 0, len(text)))


def sentences(text: str) -> tuple[Slice, ...]:
    """The sentences with their end marks; line breaks end one too and belong to none."""
    found: list[Slice] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.start() if end.group()[0] in BREAKS else end.end()
        if stop > start:
            found.append(Slice(text[start:stop], start))
        start = end.end()
    if start < len(text):
        found.append(Slice(text[start:], start))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> list[Slice]:
    kept = text[start:end].lstrip(WHITE_CHARACTERS)
    start = end - len(kept)
    kept = kept.rstrip(WHITE_CHARACTERS)
    return [Slice(kept, start)] if kept else []


def unbroken(text: str) -> str:
    """A paragraph whose lines are broken by hand, as it reads: a break parts Latin words, nothing else."""
    return _SOFT_BREAK.sub(_joined, text) if "\n" in text else text


def _joined(found: re.Match[str]) -> str:
    before, behind = found.groups()
    parts = (before + behind).isascii() and before.isalnum() and behind.isalnum()
    return f"{before} " if parts else before
