"""What was changed within a paragraph: words, and the numbers among them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from reportctl.render.revisions import RevisedWords
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


def stretches(old: str, new: str) -> tuple[RevisedWords, ...]:
    """A text in stretches that were kept and that were changed; numbers and Latin words change as a whole."""
    here, there = _WORD.findall(old), _WORD.findall(new)
    if len(here) * len(there) > _MOST_COMPARED:
        return (RevisedWords(old, new),)
    found: list[RevisedWords] = []
    for _, start, end, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        stretch = RevisedWords("".join(here[start:end]), "".join(there[first:last]))
        if not stretch.kept and len(found) > 1 and found[-1].kept and _is_bridge(found[-1]):
            kept, before = found.pop(), found.pop()
            stretch = RevisedWords(before.old + kept.old + stretch.old, before.new + kept.new + stretch.new)
        found.append(stretch)
    return tuple(found)


def _is_bridge(stretch: RevisedWords) -> bool:
    return len(_WORD.findall(stretch.old)) <= _BRIDGE


def rewordings(old: str, new: str) -> tuple[RevisedWords, ...]:
    """What was changed within a text."""
    return tuple(stretch for stretch in stretches(old, new) if not stretch.kept)


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
        for old, new in changed_numbers(comparison.base[there].words, comparison.wording(here).words):
            place = (change.at, change.heading, chapter, change.number)
            told.append(ChangedFigure(*place, old, new, change.departments))
    return tuple(told)


def _chapter(comparison: Comparison, there: int) -> str:
    """The number of the chapter that a line of the base stands in."""
    above = comparison.base[there::-1]
    titles = (line.paragraph.number for line in above if line.kind is LineRank.CHAPTER)
    return next(titles, "") if above[0].kind is not LineRank.CHAPTER else ""


def changed_numbers(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The numbers that stand in one text and not in the other, "" where one has none in its place."""
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
