"""Paragraphs: an empty line ends one, a single line break does not."""

from __future__ import annotations

import re

from reportctl.text.chars import BREAKS, WHITE_CHARACTERS, WHITE_RUN
from reportctl.text.slices import Slice

_BREAK = re.compile(f"[{BREAKS}]")
_LINE_END = re.compile(rf"\r\n|[{BREAKS}]")


def paragraphs(text: str) -> tuple[Slice, ...]:
    """The paragraphs of a text without the blanks and line breaks around them; an empty one is none.

    A line of blanks is an empty line.
    """
    found: list[Slice] = []
    start = 0
    # The line breaks of a run are counted afterwards: a pattern that counts them is quadratic on long runs.
    for run in WHITE_RUN.finditer(text) if _BREAK.search(text) else ():
        if len(_LINE_END.findall(run.group())) > 1:
            found += _trimmed(text, start, run.start())
            start = run.end()
    found += _trimmed(text, start, len(text))
    return tuple(found)


def whole(text: str) -> tuple[Slice, ...]:
    """As `paragraphs`, for a text that is one whatever lines it has."""
    return tuple(_trimmed(text, 0, len(text)))


def _trimmed(text: str, start: int, end: int) -> list[Slice]:
    kept = text[start:end].lstrip(WHITE_CHARACTERS)
    start = end - len(kept)
    kept = kept.rstrip(WHITE_CHARACTERS)
    return [Slice(kept, start)] if kept else []
