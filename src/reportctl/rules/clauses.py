"""Clauses, as rules look at them: where they end, what stands in one, and all of them at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Set

PAUSES = "\uff0c\uff1b,"
"""The marks that part clauses within a sentence."""


def split_at(text: str, marks: str) -> list[str]:
    """What stands between full stops and some other marks."""
    # replacing and splitting, not a pattern: five times as fast
    for mark in marks:
        text = text.replace(mark, "。")
    return text.split("。")


def clause_end(text: str, start: int, end: int, pauses: Set[str]) -> int:
    """Where the first of some pauses stands between two offsets, the second of them for none."""
    return next((at for at in range(start, min(end, len(text))) if text[at] in pauses), end)


def within_clauses(pattern: re.Pattern[str], text: str, pauses: Set[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds without any of the pauses in it."""
    found = pattern.search(text)
    while found:
        start, end = found.span()
        pause = clause_end(text, start, end, pauses)
        within = found if pause == end else pattern.match(text, start, pause)
        if within:
            yield within
        found = pattern.search(text, within.end() if within else start + 1)
