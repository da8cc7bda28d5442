"""What one line says as a heading: its number or style, its words, and the text that runs in behind them."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.parts import names_causes, parts_of, words
from reportctl.collect.passage import EMPTY, Passage
from reportctl.text.chars import LETTER, WHITE_CHARACTERS
from reportctl.text.ends import strip_heading
from reportctl.text.numbers import NumberKind, typed_number

if TYPE_CHECKING:
    from reportctl.collect.lines import Line, SourceDocument

LONGEST = 60
"""Characters of a heading, at most; those of real reports run to this."""

_SENTENCE = 31  # a sentence up to this long that is a line of its own is a heading with its full stop
_COLON = re.compile("([^\uff0c。\uff1b\uff1a:,;]{3,24})[\uff1a:](?=.)")
_INNER_MARKS = re.compile("[。\uff1b;\uff01\uff1f!]")
_PAUSED = re.compile("[\uff0c,、]")
_STOPS = "。\uff1a:"
_BARE_PART = 28  # characters of an unnumbered line that names a part
_BOLD_HEADING = 30
_BARE = 20  # characters of a heading that nothing marks
_VOLUME = re.compile("第[一二三四五六七八九十]{1,3}(?:部分|章|篇)[\uff1a:、\\s]*")
_DECIMAL = re.compile(
    f"[1-9][0-9]?(?P<deeper>(?:[.\uff0e][1-9][0-9]?){{1,3}})(?![0-9])[.\uff0e、]?\\s*(?={LETTER}|[“《])"
)

_SPACED = re.compile(f"([1-9][0-9]?)[ \u3000\t]+(?=(?:{LETTER}|[“《])[^。\uff1b;]{{1,30}}$)")
_BULLET = re.compile(f"(?:[★☆●◆■▲▶►➢✓√•·]|—{{1,2}})\\s*(?={LETTER}|[“《])")


class Mark(IntEnum):
    """What makes a line a heading, from the highest to the lowest where numbers have an order."""

    VOLUME = 0  # 第一部分
    CHAPTER = 1
    SECTION = 2
    ITEM = 3
    DECIMAL = 4  # 1.1, and up to two more for 1.1.1 and 1.1.1.1
    POINT = 7
    CIRCLED = 8
    BULLET = 9
    STYLE = 10  # 10 + the level of a heading style; Word has nine
    BOLD = 20  # a line all bold
    BOLD_LEAD = 21  # bold words at the beginning of a paragraph
    PART = 22  # an unnumbered line that names a part
    BARE = 23  # a short line like any other, with its text below


_MARKS = {
    NumberKind.CHAPTER: Mark.CHAPTER,
    NumberKind.SECTION: Mark.SECTION,
    NumberKind.ITEM: Mark.ITEM,
    NumberKind.POINT: Mark.POINT,
    NumberKind.CIRCLED: Mark.CIRCLED,
}
NUMBERED = frozenset(range(Mark.CHAPTER, Mark.BULLET + 1)) | {int(Mark.VOLUME)}


class HeadingLine(NamedTuple):
    """A line as a heading: `mark` is a `Mark`, for a style plus the level; `alone` if no text runs in."""

    mark: int
    value: int
    words: Passage
    rest: Passage
    alone: bool


def heading_of(document: SourceDocument, position: int, year: int) -> HeadingLine | None:
    """The heading that a line is or begins with; None for text."""
    line = document.lines[position]
    mark, value, length = _number(line)
    if mark is None and line.level is not None and len(line.text.strip()) <= LONGEST:
        mark = Mark.STYLE + min(line.level, 8)
    passage = document.passage(position, length)
    if not passage.stretches:
        return None
    bold = max(0, line.number + line.bold - passage.stretches[0].start) if line.bold else 0
    if mark is None:
        mark = _unnumbered(line, passage.text, bold, year)
        if mark is None:
            return None
    heading, rest, alone = cut_heading(passage, bold)
    return HeadingLine(mark, value, heading, rest, alone)


def cut_heading(passage: Passage, bold: int = 0) -> tuple[Passage, Passage, bool]:
    """Heading, text behind it, and whether the heading stands alone, of a paragraph without its number.

    `bold` is how many characters at its beginning are bold. A paragraph without heading is all text.
    """
    text = passage.text
    if 2 <= bold <= LONGEST and bold < len(text) and _ends_heading(text, bold):
        return _parted(passage, bold)
    colon = _COLON.match(text)
    if colon and not text[colon.end() :].strip(WHITE_CHARACTERS).startswith(("一是", "1")):
        return _parted(passage, colon.end(1))
    stop = text.find("。")
    if stop < 0 and _INNER_MARKS.search(text) is None and len(text) <= LONGEST:
        return passage.cut(0, len(strip_heading(text))), EMPTY, True
    if 0 < stop <= LONGEST and stop < len(text) - 1:
        return _parted(passage, stop)
    if stop == len(text) - 1 and len(text) <= _SENTENCE:
        return passage.cut(0, stop), EMPTY, True
    return EMPTY, passage, False


def run_in(passage: Passage) -> bool:
    """Whether an unnumbered paragraph begins with a heading: a short clause without pauses or figures."""
    heading, rest, _ = cut_heading(passage)
    text = heading.text
    return (
        bool(rest.stretches)
        and 4 <= len(text) <= 24
        and not _PAUSED.search(text)
        and not any(char.isdecimal() for char in text)
    )


def _parted(passage: Passage, end: int) -> tuple[Passage, Passage, bool]:
    text = passage.text
    behind = end
    while behind < len(text) and text[behind] in _STOPS + WHITE_CHARACTERS:
        behind += 1
    return passage.cut(0, len(strip_heading(text[:end]))), passage.cut(behind), False


def _ends_heading(text: str, bold: int) -> bool:
    """Whether bold words are a heading: they end with a stop, or one follows, or a blank."""
    return text[:bold].rstrip(WHITE_CHARACTERS)[-1:] in _STOPS or text[bold] in f"{_STOPS}{WHITE_CHARACTERS}"


def bare_heading(document: SourceDocument, position: int, below: int) -> HeadingLine | None:
    """The heading that a short line is by nothing but the paragraph below it, at `below`; else None."""
    line, text = document.lines[position], document.lines[below].text.strip(WHITE_CHARACTERS)
    passage = document.passage(position)
    words = passage.text
    if line.centered or line.at_right or line.cell != document.lines[below].cell or not text.endswith("。"):
        return None
    if not 4 <= len(words) <= _BARE or _INNER_MARKS.search(words) or _PAUSED.search(words):
        return None
    if words[-1] in "\uff1a:" or any(char.isdecimal() for char in words):
        return None
    return HeadingLine(Mark.BARE, 0, passage, EMPTY, alone=True)


def _number(line: Line) -> tuple[int | None, int, int]:
    """The mark, the value and the length of a line's number, blanks in front of it included."""
    found = typed_number(_marked(line.text[: line.number]) + line.text[line.number :])
    if found is not None and found.kind in _MARKS:
        # 一、（一）… and the like: a number typed behind an automatic one is no second number
        length = max(found.length, line.number)
        return _MARKS[found.kind], found.value, length
    text = line.text.lstrip(WHITE_CHARACTERS)
    lead = len(line.text) - len(text)
    volume = _VOLUME.match(text)
    if volume:
        return Mark.VOLUME, 0, lead + volume.end()
    decimal = _DECIMAL.match(text)
    if decimal:
        return Mark.DECIMAL + len(re.split("[.\uff0e]", decimal["deeper"])) - 2, 0, lead + decimal.end()
    spaced = _SPACED.match(text)
    if spaced:
        return Mark.ITEM, int(spaced[1]), lead + spaced.end()
    bullet = _BULLET.match(text)
    if bullet and not line.centered:  # in the middle it is a title's second line
        return Mark.BULLET, 0, lead + bullet.end()
    if line.number:
        label = line.text[: line.number]
        digits = any(char.isdigit() for char in label)
        return (Mark.ITEM if digits else Mark.BULLET), 0, line.number
    return None, 0, 0


def _marked(number: str) -> str:
    """An automatic number whose Chinese marks became ? on their way through .rtf, with marks again."""
    bracketed = re.sub(r"\?([^?]+)\?", "\uff08\\1\uff09", number)
    return bracketed.replace("?", "、")


def _unnumbered(line: Line, text: str, bold: int, year: int) -> int | None:
    """The mark of a line without number and style; None for text."""
    if line.at_right:
        return None
    whole = bold >= len(text)
    short = len(text) <= _BARE_PART and _INNER_MARKS.search(text) is None and not _PAUSED.search(text)
    if (short or (whole and len(text) <= _BOLD_HEADING)) and names_part(text, year):
        return Mark.PART
    if line.centered:
        return None
    if whole and 2 <= len(text) <= _BOLD_HEADING and typed_number(text) is None:
        return Mark.BOLD
    if 2 <= bold <= LONGEST and bold < len(text) and typed_number(text) is None and _ends_heading(text, bold):
        return Mark.BOLD_LEAD
    return None


def names_part(text: str, year: int) -> bool:
    """Whether an unnumbered line is no sentence, and names a part or causes."""
    if not words(text) or text.rstrip().endswith(("。", "\uff1a")):
        return False
    return bool(parts_of(text, year)) or names_causes(text)
