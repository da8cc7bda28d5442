"""Normalisation: full-width marks, quotes, year ranges and blanks as Chinese official prose writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.text.chars import BREAKS, WHITE, WHITE_RUN, is_chinese
from reportctl.text.edits import ChangeKind, TextChange, apply
from reportctl.text.halfwidth import full_width
from reportctl.text.paragraphs import paragraphs
from reportctl.text.years import JOINERS, year_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

# One search for a character that may have to change decides: clean text costs no more than this.
_SUSPECT = re.compile(rf"""[,:;?!()"'{WHITE}{JOINERS}]""")
_JOINER = re.compile(f"[{JOINERS}—]")
_BREAK = re.compile(f"[{BREAKS}]")
# Beside one of these no blank stays, whatever is on its other side.
_TIGHT = frozenset("\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09、。《》〈〉「」『』【】〔〕")


def is_clean(text: str) -> bool:
    """Whether no character of the text may have to change; the same goes for every part of it."""
    return _SUSPECT.search(text) is None


def normalise(text: str) -> str:
    """The text as it is compared and written. Normalising again changes nothing.

    Half-width , : ; ? ! ( ) beside Chinese become full-width and lose the blank beside them, brackets in
    pairs; straight quotes become curly by pairing; years are joined by —; blanks between Chinese and
    around a paragraph go; a line break counts as a blank; an empty line between paragraphs stays one.
    """
    if _SUSPECT.search(text) is None:
        return text
    return apply(text, changes(text))


def normalise_line(text: str) -> str:
    """As `normalise`, for what is one paragraph whatever lines it has: a heading, a point, a cause."""
    normal = normalise(text)
    return normalise(normal.replace("\n\n", "\n")) if "\n\n" in normal else normal


def changes(text: str) -> tuple[TextChange, ...]:
    """What `normalise` changes, in order."""
    if _SUSPECT.search(text) is None:
        return ()
    found: list[TextChange] = []
    position = 0
    for paragraph in paragraphs(text):
        found += _gap(text, position, paragraph.start, "\n\n" if position else "")
        found += (change.shifted(paragraph.start) for change in _within(paragraph.text))
        position = paragraph.end
    found += _gap(text, position, len(text), "")
    return tuple(found)


def _gap(text: str, start: int, end: int, new: str) -> Iterator[TextChange]:
    """The blanks and line breaks before, between and after paragraphs."""
    old = text[start:end]
    if old != new:
        yield TextChange(start, end, new, _kind(old))


def _within(paragraph: str) -> list[TextChange]:
    if _SUSPECT.search(paragraph) is None:
        return []
    years = list(year_ranges(paragraph)) if _JOINER.search(paragraph) else []
    turned = full_width(paragraph)
    found = years + list(_blanks(paragraph, turned, years))
    for position, mark in turned.items():
        kind = ChangeKind.STRAIGHT_QUOTE if mark in "“”‘’" else ChangeKind.HALF_WIDTH
        found.append(TextChange(position, position + 1, mark, kind))
    return sorted(found, key=lambda change: change.start)


def _blanks(paragraph: str, turned: dict[int, str], years: list[TextChange]) -> Iterator[TextChange]:
    """What becomes of each run of blanks, seen between the characters as they will be."""
    taken = {position for change in years for position in range(change.start, change.end)}
    for run in WHITE_RUN.finditer(paragraph):
        if run.start() in taken:
            continue
        before, after = (turned.get(at, paragraph[at]) for at in (run.start() - 1, run.end()))
        old = run.group()
        if before in _TIGHT or after in _TIGHT or (is_chinese(before) and is_chinese(after)):
            yield TextChange(*run.span(), "", _kind(old))
        elif old != " " and _BREAK.search(old):
            yield TextChange(*run.span(), " ", ChangeKind.LINE_BREAK)


def _kind(blanks: str) -> ChangeKind:
    return ChangeKind.LINE_BREAK if _BREAK.search(blanks) else ChangeKind.BLANK
