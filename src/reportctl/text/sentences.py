"""Sentences, each with its place in the text."""

from __future__ import annotations

import re

from reportctl.text.chars import BREAKS
from reportctl.text.slices import Slice

# A question mark before 》 belongs to the title: 《谁来执法？》.
_END = re.compile(
    rf"[。\uff01\uff1f!?…{BREAKS}](?:(?<=[{BREAKS}])[{BREAKS}]*+|[。\uff01\uff1f!?…]*+(?!》)[”’\uff09」』】〕\"')]*+)"
)


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
