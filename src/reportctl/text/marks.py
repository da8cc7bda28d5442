"""Normalisation: full-width marks, quotes, year ranges and blanks as Chinese official prose writes them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from reportctl.text.chars import BREAK, WHITE, WHITE_RUN, is_chinese
from reportctl.text.edits import ChangeKind, TextChange, apply
from reportctl.text.gaps import has_gap, perhaps_gaps
from reportctl.text.halfwidth import full_width
from reportctl.text.paragraphs import paragraphs
from reportctl.text.quotes import quotations
from reportctl.text.years import JOINERS, year_ranges

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence, Set

# One search for a character that may have to change decides: clean text costs no more than this.
_SUSPECT = re.compile(rf"""[,:;?!()"'{WHITE}{JOINERS}]""")
# Within a quotation or a title a blank parts two phrases, also in one whose end was forgotten.
_QUOTED = re.compile("“[^“”]*”?|《[^《》]*》?|(?:^|(?<=[”》]))[^“”《》]*[”》]")
# Beside one of these no blank stays, whatever is on its other side.
_TIGHT = frozenset("\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09、。《》〈〉「」『』【】〔〕")

_EDGES = _TIGHT | frozenset("“”‘’")
"""Beside one of these a blank parts no phrases."""


def is_clean(text: str) -> bool:
    """Whether no character of the text may have to change; the same goes for every part of it."""
    return _SUSPECT.search(text) is None


def normalise(text: str) -> str:
    """The text as it is compared and written. Normalising again changes nothing.

    Half-width , : ; ? ! ( ) beside Chinese become full-width and lose the blank beside them, brackets in
    pairs; straight quotes become curly where their pairing is beyond doubt; years are joined by —; blanks
    between Chinese and around a paragraph go, but not those that part two phrases in “” or 《》; a line break
    counts as a blank; an empty line between paragraphs stays one. Of a text with a gap (`gaps`) only the
    line breaks are put right.
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
    lines = _line_breaks(text)
    return lines if has_gap(apply(text, lines)) else _every(text)


def _line_breaks(text: str) -> tuple[TextChange, ...]:
    """What makes paragraphs of lines, and mends nothing."""
    found: list[TextChange] = []
    position = 0
    for paragraph in paragraphs(text):
        found += _gap(text, position, paragraph.start, "\n\n" if position else "")
        for run in WHITE_RUN.finditer(text, paragraph.start, paragraph.end):
            if BREAK.search(run.group()):
                new = "" if _is_tight(text[run.start() - 1], text[run.end()]) else " "
                found += _gap(text, *run.span(), new)
        position = paragraph.end
    found += _gap(text, position, len(text), "")
    return tuple(found)


def _every(text: str) -> tuple[TextChange, ...]:
    found: list[TextChange] = []
    pairs, doubtful = quotations(text)
    position = 0
    for paragraph in paragraphs(text):
        found += _gap(text, position, paragraph.start, "\n\n" if position else "")
        first, position = paragraph.start, paragraph.end
        own = pairs[bisect_left(pairs, (first, -1)) : bisect_left(pairs, (position, -1))]
        quoted = [(opening - first, closing - first) for opening, closing in own]
        is_doubtful = bisect_left(doubtful, first) < bisect_left(doubtful, position)
        found += (
            change.shifted(first) for change in _within(paragraph.text, quoted, is_doubtful=is_doubtful)
        )
    found += _gap(text, position, len(text), "")
    return tuple(found)


def _gap(text: str, start: int, end: int, new: str) -> Iterator[TextChange]:
    """The blanks and line breaks before, between and after paragraphs."""
    old = text[start:end]
    if old != new:
        yield TextChange(start, end, new, _kind(old))


def _within(paragraph: str, quoted: Sequence[tuple[int, int]], *, is_doubtful: bool) -> list[TextChange]:
    if _SUSPECT.search(paragraph) is None:
        return []
    years = list(year_ranges(paragraph))
    turned = full_width(paragraph, quoted)
    found = list(years)
    if WHITE_RUN.search(paragraph):
        written = "".join(turned.get(at, char) for at, char in enumerate(paragraph)) if turned else paragraph
        kept = _parting(written) if not is_doubtful else range(len(paragraph))
        found += _blanks(written, years, kept)
    for position, mark in turned.items():
        kind = ChangeKind.STRAIGHT_QUOTE if mark in "“”‘’" else ChangeKind.HALF_WIDTH
        found.append(TextChange(position, position + 1, mark, kind))
    return sorted(found, key=lambda change: change.start)


def _parting(written: str) -> Set[int]:
    """The offsets of the blanks that may part two phrases, or hide a number that is missing."""
    kept = set(perhaps_gaps(written))
    for quotation in _QUOTED.finditer(written):
        kept.update(range(*quotation.span()))
    return kept


def _blanks(written: str, years: list[TextChange], kept: Container[int]) -> Iterator[TextChange]:
    """What becomes of each run of blanks, seen between the characters as they will be."""
    taken = {position for change in years for position in range(change.start, change.end)}
    for run in WHITE_RUN.finditer(written):
        if run.start() in taken:
            continue
        before, after = written[run.start() - 1], written[run.end()]
        old = run.group()
        is_line_break = BREAK.search(old) is not None
        parts = run.start() in kept and not is_line_break and not _EDGES.intersection((before, after))
        if _is_tight(before, after) and not parts:
            yield TextChange(*run.span(), "", _kind(old))
        elif old != " " and is_line_break:
            yield TextChange(*run.span(), " ", ChangeKind.LINE_BREAK)


def _is_tight(before: str, after: str) -> bool:
    """Whether no blank stays between two characters."""
    return before in _TIGHT or after in _TIGHT or (is_chinese(before) and is_chinese(after))


def _kind(blanks: str) -> ChangeKind:
    return ChangeKind.LINE_BREAK if BREAK.search(blanks) else ChangeKind.BLANK
