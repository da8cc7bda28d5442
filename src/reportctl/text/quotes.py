"""Straight quotation marks: which of them belong together, where that is beyond doubt.

Source: GB/T 15834-2011, clause 4.8 (marks and their nesting).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.chars import WHITE_CHARACTERS, is_chinese, past_white
from reportctl.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Minutes and seconds (109°58'30", 5'30") are not quotation marks.
_PRIMES = r"""°[0-9][0-9.]*'(?:[0-9][0-9.]*")?|[0-9]'[0-9][0-9.]*\""""
_DOUBLE = re.compile(rf'{_PRIMES}|["“”]')
# A single mark between two letters is an apostrophe.
_SINGLE = re.compile(rf"{_PRIMES}|(?<![0-9A-Za-z])['‘’]|['‘’](?![0-9A-Za-z])")
_STRAIGHT = re.compile("[\"']")
_BRACKETS = {"《": 1, "》": -1, "(": 1, ")": -1, "\uff08": 1, "\uff09": -1}

_DIGITS = frozenset("0123456789\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
_PAUSES = ",:;\uff0c\uff1a\uff1b、"
_TIGHT = frozenset(f"{_PAUSES}.?!()\uff1f\uff01\uff08\uff09。《》〈〉「」『』【】〔〕…“”‘’\"'")
_CURLY = frozenset("“”‘’")
_NOT_BEHIND_OPENING = frozenset(f"{_PAUSES}。\uff1f\uff01?!\uff09)》〉】〕”’的 ")
_NOT_BEFORE_CLOSING = frozenset(f"{_PAUSES}\uff08(《〈【〔“‘ ")
# A quotation of several clauses is told from the gap between two quotations by what stands around it.
_CLAUSES = re.compile(r"[\uff0c。\uff1b\uff1f\uff01;?!]|(?<![0-9]),|,(?![0-9])")
_BEFORE_QUOTATION = frozenset(f"{_PAUSES}。\uff1f\uff01?!\uff08(《“‘”’— ")
_BEHIND_QUOTATION = frozenset(f"{_PAUSES}。\uff1f\uff01?!\uff09)》”’— ")


class Pair(NamedTuple):
    """The offsets of an opening mark and of its closing mark."""

    opening: int
    closing: int


class Quotations(NamedTuple):
    """The pairs that have a straight mark in them; or none of them, and every straight mark in `doubtful`."""

    pairs: tuple[Pair, ...] = ()
    doubtful: tuple[int, ...] = ()


_NONE = Quotations()
_MOST = 2_000
"""With more straight marks than this a text is none that somebody wrote: all are in doubt."""


def quotations(text: str) -> Quotations:
    """How the straight marks of a whole text pair, or that one of them leaves it in doubt.

    Marks pair by turns within a paragraph, and each must stand where a quotation can begin or end. What may
    be an inch or a minute (6" behind a digit), an apostrophe (干部's), a mark within a quotation or one whose
    partner was forgotten is a doubt, and a doubt is one of the whole text. Time is linear.
    """
    if _STRAIGHT.search(text) is None:
        return _NONE
    if text.count('"') + text.count("'") > _MOST:
        return Quotations(doubtful=tuple(_straight(text)))
    pairs: list[Pair] = []
    for paragraph in paragraphs(text):
        found = _within(paragraph.text)
        if found is None:
            return Quotations(doubtful=tuple(_straight(text)))
        pairs += (Pair(paragraph.start + opening, paragraph.start + closing) for opening, closing in found)
    return Quotations(tuple(pairs))


def _straight(text: str) -> Iterator[int]:
    """Every straight mark but primes and apostrophes between letters."""
    marks = [*_DOUBLE.finditer(text), *_SINGLE.finditer(text)]
    return iter(sorted(mark.start() for mark in marks if mark.group() in "\"'"))


def _within(paragraph: str) -> list[Pair] | None:
    if _STRAIGHT.search(paragraph) is None:
        return []
    doubles = _pairs(paragraph, _DOUBLE, '"', "“", "”")
    singles = _pairs(paragraph, _SINGLE, "'", "‘", "’")
    if doubles is None or singles is None:
        return None
    every = sorted([*doubles, *singles])
    straight = [pair for pair in every if _is_straight(paragraph, pair)]
    if not _nest(every) or not all(_is_sure(paragraph, pair) for pair in straight):
        return None
    return straight if _holds_brackets(paragraph, straight) else None


def _is_straight(paragraph: str, pair: Pair) -> bool:
    return paragraph[pair.opening] in "\"'" or paragraph[pair.closing] in "\"'"


def _pairs(
    paragraph: str, marks: re.Pattern[str], straight: str, opening: str, closing: str
) -> list[Pair] | None:
    """The pairs by turns, None where a straight mark has no sure partner; curly marks say what they are."""
    pairs: list[Pair] = []
    opened: int | None = None
    mixed = False  # a straight mark closed a curly one: another right behind it may be within the quotation
    for mark in marks.finditer(paragraph):
        char, at = mark.group(), mark.start()
        if len(char) > 1:
            continue
        if char == opening or (char == straight and opened is None):
            if (opened is not None and paragraph[opened] == straight) or (mixed and char == straight):
                return None
            opened, mixed = at, False
        elif opened is None:
            if mixed:
                return None
        else:
            pairs.append(Pair(opened, at))
            mixed = char == straight and paragraph[opened] == opening
            if char == closing and paragraph[opened] == straight and len(pairs) > 1:
                earlier = pairs[-2].closing
                if paragraph[earlier] == straight:
                    return None
            opened = None
    return None if opened is not None and paragraph[opened] == straight else pairs


def _nest(pairs: Sequence[Pair]) -> bool:
    """Whether no two of the pairs, in order of their opening marks, cross."""
    around: list[int] = []
    for opening, closing in pairs:
        while around and around[-1] < opening:
            around.pop()
        if around and around[-1] < closing:
            return False
        around.append(closing)
    return True


def _is_sure(paragraph: str, pair: Pair) -> bool:
    """Whether the one can begin a quotation and the other end it."""
    before, first = _before(paragraph, pair.opening), _behind(paragraph, pair.opening)
    last, behind = _before(paragraph, pair.closing), _behind(paragraph, pair.closing)
    if pair.closing == pair.opening + 1 or first in _NOT_BEHIND_OPENING or last in _NOT_BEFORE_CLOSING:
        return False
    if before in _DIGITS or paragraph.endswith("关于", pair.opening, pair.closing):
        return False
    if _CLAUSES.search(paragraph, pair.opening + 1, pair.closing - 1) is None:
        return True
    return last not in _DIGITS and (before in _BEFORE_QUOTATION or behind in _BEHIND_QUOTATION)


def _holds_brackets(paragraph: str, pairs: Sequence[Pair]) -> bool:
    """Whether every bracket that opens within a quotation closes in it."""
    return not any(
        sum(step * paragraph.count(bracket, *pair) for bracket, step in _BRACKETS.items()) for pair in pairs
    )


def _before(paragraph: str, at: int) -> str:
    """The character before the mark at an offset; a blank counts, unless it will go."""
    place = at - 1
    while place >= 0 and paragraph[place] in WHITE_CHARACTERS:
        place -= 1
    if place == at - 1 or (place >= 0 and _is_tight(paragraph[place], paragraph[at])):
        return paragraph[place] if place >= 0 else " "
    return " "


def _behind(paragraph: str, at: int) -> str:
    """The character behind the mark at an offset, as `_before`."""
    place = past_white(paragraph, at + 1)
    if place == len(paragraph) or (place > at + 1 and not _is_tight(paragraph[place], paragraph[at])):
        return " "
    return paragraph[place]


def _is_tight(char: str, mark: str) -> bool:
    """Whether a blank between a character and a quotation mark goes whatever the mark turns out to be."""
    return char in _TIGHT or (mark in _CURLY and is_chinese(char))
