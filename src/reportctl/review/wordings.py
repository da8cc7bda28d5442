"""What was changed within a paragraph: words, and the numbers among them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.changes import CopyChangeKind
from reportctl.review.lines import LineRank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.review.changes import CopyChange
    from reportctl.review.comparing import Comparison

_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|.", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BRIDGE = 2
"""As few unchanged characters between two changes make them one."""
_MOST_COMPARED = 25_000_000
"""Words of one text times those of another up to which they are compared one by one."""
_WITHIN = frozenset((CopyChangeKind.TEXT, CopyChangeKind.HEADING, CopyChangeKind.ELEMENT))


class Rewording(NamedTuple):
    """Words that were put in place of others."""

    old: str
    new: str


def rewordings(old: str, new: str) -> tuple[Rewording, ...]:
    """What was changed within a text; a number and a Latin word change as a whole."""
    here, there = _WORD.findall(old), _WORD.findall(new)
    if len(here) * len(there) > _MOST_COMPARED:
        return (Rewording(old, new),)
    found: list[Rewording] = []
    kept = _BRIDGE + 1
    between = ""
    for tag, start, end, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag == "equal":
            kept, between = end - start, "".join(here[start:end])
            continue
        gone, come = "".join(here[start:end]), "".join(there[first:last])
        if found and kept <= _BRIDGE:
            before = found.pop()
            gone, come = before.old + between + gone, before.new + between + come
        found.append(Rewording(gone, come))
    return tuple(found)


class ChangedFigure(NamedTuple):
    """A number that was changed, "" for none; `chapter` is the number of its chapter."""

    at: str
    heading: str
    chapter: str
    number: str
    old: str
    new: str
    departments: tuple[str, ...]


def figures(comparison: Comparison, found: Sequence[CopyChange]) -> tuple[ChangedFigure, ...]:
    """The numbers that were changed within paragraphs, their own numbers left aside."""
    told = []
    for change in found:
        here, there = change.side
        if change.kind not in _WITHIN or here is None or there is None:
            continue
        chapter = _chapter(comparison, there)
        for old, new in _numbers(comparison.base[there].words, comparison.wording(here).words):
            place = (change.at, change.heading, chapter, change.number)
            told.append(ChangedFigure(*place, old, new, change.departments))
    return tuple(told)


def _chapter(comparison: Comparison, there: int) -> str:
    """The number of the chapter that a line of the base stands in."""
    above = comparison.base[there::-1]
    titles = (line.paragraph.number for line in above if line.kind is LineRank.CHAPTER)
    return next(titles, "") if above[0].kind is not LineRank.CHAPTER else ""


def _numbers(old: str, new: str) -> Iterator[tuple[str, str]]:
    here, there = _WORD.findall(old), _WORD.findall(new)
    if len(here) * len(there) > _MOST_COMPARED:
        return
    for tag, start, end, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone = [word for word in here[start:end] if _NUMBER.match(word)]
        come = [word for word in there[first:last] if _NUMBER.match(word)]
        for index in range(max(len(gone), len(come))):
            yield "".join(gone[index : index + 1]), "".join(come[index : index + 1])
