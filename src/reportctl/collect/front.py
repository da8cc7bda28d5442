"""What stands in front of the body of a report: title, names below it, addressee, opening."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.headings import NUMBERED, HeadingLine, Mark, heading_of
from reportctl.collect.landmarks import (
    SIGNATURE,
    announces,
    is_addressee,
    is_contact,
    is_date,
    is_letterhead,
    is_office,
    names_sender,
    text_of,
)
from reportctl.collect.parts import parts_of, words
from reportctl.collect.phrases import is_ordinal
from reportctl.model.submission import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.collect.lines import Line, SourceDocument

_TITLE_END = re.compile(
    "(?:报告|总结|情况|材料|汇报|小结|自查|说明|自评|综述|表)(?:[\uff08(].{0,12}[\uff09)])?$"
)
_COMPLETE = re.compile("(?:报告|总结|汇报|小结|材料)$")
_GOES_ON = re.compile("[\uff08(及和暨与—]")  # a second line of the title begins so
_TITLE_LINE = 40  # characters of a line of the title that is not centred
_PROSE = 40  # characters of a paragraph that does more than announce


def name_front(document: SourceDocument, positions: list[int], year: int) -> tuple[dict[int, Fate], int]:
    """What the lines in front of the body are, by position, and how many they are."""
    fates = _title(document, positions, year)
    count, titled = len(fates), Fate.TITLE in fates.values()
    headings = [heading_of(document, position, year) for position in positions]
    start = next(
        (
            number
            for number in range(count, len(positions))
            if document.lines[positions[number]].cell is not None or _begins_body(headings[number])
        ),
        None,
    )
    if start is not None and not _is_early(headings[start], headings[start:], year):
        prose = next(
            (number for number in range(count, start) if _is_prose(document.lines[positions[number]])), None
        )
        start = start if prose is None else prose
    if start is None:
        start = _headless_start(document, positions, count)
    for number in range(count, start):
        fates[positions[number]] = _front_fate(document.lines[positions[number]], titled=titled)
    return fates, start


def _title(document: SourceDocument, positions: list[int], year: int) -> dict[int, Fate]:
    """The lines of the title and those right under it, or above."""
    title = ""
    fates: dict[int, Fate] = {}
    for position in positions:
        line = document.lines[position]
        text = text_of(line)
        if line.cell is not None or "。" in text:
            break
        heading = heading_of(document, position, year)
        numbered = heading is not None and heading.mark in NUMBERED
        if (numbered and not line.title) or _is_bare_chapter(line, heading, title):
            break
        fate = _title_fate(line, title)
        if fate is None:
            break
        if fate is Fate.TITLE:
            title += text
        fates[position] = fate
    return fates


def _title_fate(line: Line, title: str) -> Fate | None:
    """What a line at the head is, where `title` is the title so far; None for a line below the head."""
    text = text_of(line)
    if is_date(line):
        return Fate.DATE
    if is_contact(line):
        return Fate.CONTACT
    if is_letterhead(line) or names_sender(line):
        return Fate.BYLINE
    set_apart = line.centered or line.title
    ends_title = _TITLE_END.search(text) is not None and len(text) <= _TITLE_LINE
    if not title:
        return Fate.TITLE if set_apart or len(text) <= _TITLE_LINE else None
    if is_addressee(line):
        return None
    complete = _TITLE_END.search(title) is not None
    if not complete and (set_apart or (ends_title and len(title) < _TITLE_LINE)):
        return Fate.TITLE
    return Fate.BYLINE if set_apart or line.at_right or is_office(line) else None


def _is_bare_chapter(line: Line, heading: HeadingLine | None, title: str) -> bool:
    """Whether an unnumbered line is the first chapter rather than a part of the title."""
    if heading is None or line.title:
        return False
    if line.centered:
        goes_on = _GOES_ON.match(text_of(line)) is not None
        return heading.mark == Mark.PART and not goes_on and _COMPLETE.search(title) is not None
    if title:
        return heading.mark == Mark.PART or Mark.STYLE <= heading.mark <= Mark.BOLD
    return (
        heading.mark == Mark.PART
        and len(words(heading.words.text)) <= 10
        and not _TITLE_END.search(heading.words.text)
    )


def _begins_body(heading: HeadingLine | None) -> bool:
    return heading is not None and heading.mark != Mark.BOLD_LEAD


def _is_early(first: HeadingLine | None, headings: Sequence[HeadingLine | None], year: int) -> bool:
    """Whether achievements come below the first heading or a later one, so that what stands above opens."""
    if first is None:
        return True
    named = {
        part for heading in headings if heading is not None for part in parts_of(heading.words.text, year)
    }
    parts = parts_of(first.words.text, year)
    late = bool(parts) and set(parts) <= {Part.SHORTCOMINGS, Part.PLANS}
    return not late or Part.ACHIEVEMENTS in named


def _is_prose(line: Line) -> bool:
    text = text_of(line)
    return len(text) > _PROSE and not announces(line) and not is_addressee(line)


def _headless_start(document: SourceDocument, positions: list[int], count: int) -> int:
    """The first paragraph that neither addresses nor announces, in a report without headings."""
    for number in range(count, len(positions)):
        line = document.lines[positions[number]]
        if is_ordinal(text_of(line)) or (not is_addressee(line) and not announces(line)):
            return number
    return len(positions)


def _front_fate(line: Line, *, titled: bool) -> Fate:
    text = text_of(line)
    if is_date(line):
        return Fate.DATE
    if is_contact(line):
        return Fate.CONTACT
    if names_sender(line):
        return Fate.BYLINE
    if is_addressee(line) and not announces(line):
        return Fate.ADDRESSEE
    return Fate.OPENING if titled or len(text) > SIGNATURE else Fate.BYLINE
