"""Clauses, and what several people made of one text: one text again where they changed different clauses."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLAUSE = re.compile("[^，。；！？：]*[，。；！？：]?")
_MOST_COMPARED = 60_000
"""Clauses of one text times those of another up to which they are compared one by one."""


class ClauseClash(NamedTuple):
    """Clauses that were changed in several ways: as they were, and as each version has them, in order.

    A version that left them alone has them as they were; one that deleted them has "".
    """

    old: str
    texts: tuple[str, ...]


class MergedText(NamedTuple):
    """All versions in one text; where `clashes` are, it is as it was."""

    text: str
    clashes: tuple[ClauseClash, ...]


class _Hunk(NamedTuple):
    """Clauses `start` to `end` of the old text, and what a version has in their place."""

    start: int
    end: int
    new: list[str]
    version: int


def clauses(text: str) -> list[str]:
    """The clauses of a text, each with the mark that ends it; together they are the text."""
    return _CLAUSE.findall(text)[:-1]  # the last is the empty one at the end


def merge(old: str, versions: Sequence[str]) -> MergedText:
    """What was changed in each version of a text, in one.

    Two versions clash where both changed a clause, or put something at the same place, and not the same.
    """
    parts = clauses(old)
    hunks = [hunk for number, version in enumerate(versions) for hunk in _hunks(parts, version, number)]
    merged: list[str] = []
    clashes: list[ClauseClash] = []
    at = 0
    for group in _groups(sorted(hunks)):
        start, end = group[0].start, max(hunk.end for hunk in group)
        there = "".join(parts[start:end])
        texts = tuple(_side(parts, group, number, start, end) for number in range(len(versions)))
        changed = {text for text in texts if text != there}
        merged += parts[at:start]
        if len(changed) > 1:
            clashes.append(ClauseClash(there, texts))
            merged.append(there)
        else:
            merged += changed
        at = end
    merged += parts[at:]
    return MergedText("".join(merged), tuple(clashes))


def _hunks(old: list[str], version: str, number: int) -> Iterator[_Hunk]:
    new = clauses(version)
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    here, there = old[first : len(old) - last], new[first : len(new) - last]
    if not here and not there:
        return
    if len(here) * len(there) > _MOST_COMPARED:
        yield _Hunk(first, first + len(here), there, number)
        return
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    found = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    same = [place for place, pair in enumerate(zip(here, there, strict=False)) if pair[0] == pair[1]]
    if len(here) == len(there) and 2 * len(same) >= sum(
        block.size for block in matcher.get_matching_blocks()
    ):
        # clauses that stand there several times: each in its own place, and not a row of them moved along
        found = [("replace", at, at + 1, at, at + 1) for at in range(len(here)) if here[at] != there[at]]
    for _, start, end, low, high in found:
        yield _Hunk(first + start, first + end, there[low:high], number)


def _groups(hunks: Sequence[_Hunk]) -> Iterator[list[_Hunk]]:
    """Hunks that meet, together: that overlap, or stand between the same two clauses."""
    group: list[_Hunk] = []
    end = -1
    for hunk in hunks:
        meets = hunk.start < end or (hunk.start == hunk.end == end == group[0].start if group else False)
        if group and not meets:
            yield group
            group, end = [], -1
        group.append(hunk)
        end = max(end, hunk.end)
    if group:
        yield group


def _side(parts: list[str], group: Sequence[_Hunk], version: int, start: int, end: int) -> str:
    """What one version has in place of the clauses that a group is about."""
    said: list[str] = []
    at = start
    for hunk in group:
        if hunk.version == version:
            said += parts[at : hunk.start]
            said += hunk.new
            at = hunk.end
    return "".join([*said, *parts[at:end]])
