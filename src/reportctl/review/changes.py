"""What people changed in a copy, told as a clerk would tell it: one change a paragraph and kind."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.decisions import Side
from reportctl.review.lines import LineRank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.review.comparing import Comparison
    from reportctl.snapshot import SnapshotParagraph

_TITLES = frozenset((LineRank.CHAPTER, LineRank.SECTION))
_LEAD = 16
"""Characters of a paragraph by which it is named."""


class CopyChangeKind(StrEnum):
    """What was done; the value stands in the JSON."""

    TEXT = "text"
    HEADING = "heading"
    DELETE = "delete"
    ADD = "add"
    MOVE = "move"
    SPLIT = "split"
    JOIN = "join"
    ELEMENT = "element"


class ChangeState(StrEnum):
    """What becomes of a change."""

    PLACED = "placed"
    CONFLICT = "conflict"
    PENDING = "pending"


class CopyChange(NamedTuple):
    """One change: where, what stood there and what stands there now, each with its number.

    `name` is how the paragraph is called in the table, `behind` what a moved or added one stands behind.
    `departments` are those that it comes from; `by` are the people, `tracked` tells that nobody has accepted
    it in Word. `side` are the lines that it comes from, `position` is where in the base it stands: the index
    of its line there, or half a line behind the one that it was put behind.
    """

    kind: CopyChangeKind
    at: str
    heading: str
    number: str
    old: str
    new: str
    name: str
    behind: str
    departments: tuple[str, ...]
    by: tuple[str, ...]
    tracked: bool
    side: Side
    state: ChangeState = ChangeState.PLACED
    position: float = 0


def changes(comparison: Comparison, author: str) -> tuple[CopyChange, ...]:
    """All changes in the order of the copy; `author` made what is not tracked."""
    found = [*_in_copy(comparison, author), *_gone(comparison, author)]
    above = _above(comparison)
    return tuple(
        change._replace(position=_position(change, above))
        for _, change in sorted(found, key=lambda pair: pair[0])
    )


def _above(comparison: Comparison) -> list[float]:
    """For each line of the copy half a line behind the base line of the nearest above."""
    found = []
    last = -1
    for here in range(len(comparison.lines)):
        last = comparison.alignment.pairs.get(here, last)
        found.append(last + 0.5)
    return found


def _position(change: CopyChange, above: list[float]) -> float:
    if change.side.there is not None:
        return change.side.there
    return above[change.side.here or 0]


def _in_copy(comparison: Comparison, author: str) -> Iterator[tuple[tuple[float, int], CopyChange]]:
    new = frozenset(comparison.new())
    for here in range(len(comparison.lines)):
        there = comparison.alignment.pairs.get(here)
        if there is None:
            if here in new:
                yield (here, 0), _added(comparison, here, author)
            continue
        base = comparison.base[there]
        if base.kind is LineRank.FIXED:
            continue
        wording = comparison.wording(here)
        if base.paragraph.omitted:
            yield (here, 0), _change(comparison, CopyChangeKind.ADD, here, there, author)._replace(old="")
        elif wording.words != base.words or wording.kind is not base.kind:
            kind = _text_kind(base.kind, base.paragraph, base.words, wording.words)
            yield (here, 0), _change(comparison, kind, here, there, author)
        if here in comparison.moved and base.kind is not LineRank.ELEMENT:
            yield (here, 1), _change(comparison, CopyChangeKind.MOVE, here, there, author)


def _text_kind(kind: LineRank, paragraph: SnapshotParagraph, old: str, new: str) -> CopyChangeKind:
    if kind is LineRank.ELEMENT:
        return CopyChangeKind.ELEMENT
    if kind in _TITLES:
        return CopyChangeKind.HEADING
    body = old[len(paragraph.heading_text) :]
    return (
        CopyChangeKind.HEADING
        if paragraph.heading_text and body and new.endswith(body)
        else CopyChangeKind.TEXT
    )


def _change(comparison: Comparison, kind: CopyChangeKind, here: int, there: int, author: str) -> CopyChange:
    paragraph = comparison.base[there].paragraph
    line, copied = comparison.lines[here], comparison.copy.paragraphs[here]
    return CopyChange(
        kind,
        paragraph.at,
        paragraph.heading,
        paragraph.number,
        comparison.base[there].whole,
        line.whole,
        name_of(line.whole),
        _behind(comparison, here),
        departments(paragraph),
        copied.authors or _people(author),
        bool(copied.authors),
        Side(here, there),
    )


def _added(comparison: Comparison, here: int, author: str) -> CopyChange:
    line, copied = comparison.lines[here], comparison.copy.paragraphs[here]
    source = comparison.alignment.parts.get(here)
    paragraph = None if source is None else comparison.base[source].paragraph
    return CopyChange(
        CopyChangeKind.ADD if paragraph is None else CopyChangeKind.SPLIT,
        "" if paragraph is None else paragraph.at,
        "" if paragraph is None else paragraph.heading,
        line.whole[: len(line.whole) - len(line.words)],
        "",
        line.whole,
        name_of(line.whole),
        _behind(comparison, here),
        () if paragraph is None else departments(paragraph),
        copied.authors or _people(author),
        bool(copied.authors),
        Side(here, None),
    )


def _gone(comparison: Comparison, author: str) -> Iterator[tuple[tuple[float, int], CopyChange]]:
    for there in comparison.gone():
        line = comparison.base[there]
        if line.kind is LineRank.FIXED:
            continue
        into = comparison.alignment.joins.get(there)
        above = max((here for other, here in comparison.where.items() if other < there), default=-1)
        people = _deleters(comparison, line.words)
        yield (
            (above + 0.5, there),
            CopyChange(
                CopyChangeKind.DELETE if into is None else CopyChangeKind.JOIN,
                line.paragraph.at,
                line.paragraph.heading,
                line.paragraph.number,
                line.whole,
                "" if into is None else comparison.lines[into].whole,
                name_of(line.whole),
                "" if into is None else name_of(comparison.lines[into].whole),
                departments(line.paragraph),
                people or _people(author),
                bool(people),
                Side(None, there),
            ),
        )


def _deleters(comparison: Comparison, words: str) -> tuple[str, ...]:
    """Who deleted a paragraph, as the tracked changes say."""
    return tuple(
        dict.fromkeys(
            change.author
            for change in comparison.copy.tracked
            if change.author and len(change.text) > 1 and (change.text in words or words in change.text)
        )
    )


def _people(author: str) -> tuple[str, ...]:
    return (author,) if author else ()


def _behind(comparison: Comparison, here: int) -> str:
    """What a line of the copy stands behind."""
    return name_of(comparison.lines[here - 1].whole) if here else ""


def name_of(whole: str) -> str:
    """What a paragraph is called: its number and heading, as far as it is short."""
    head = whole.partition("。")[0]
    return head if len(head) <= 2 * _LEAD else f"{head[:_LEAD]}……"


def departments(paragraph: SnapshotParagraph) -> tuple[str, ...]:
    """The departments that a paragraph comes from."""
    return tuple(dict.fromkeys(origin.department for origin in paragraph.origins if origin.department))
