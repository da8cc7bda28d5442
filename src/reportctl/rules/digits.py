"""Digits as a reader reads them: whatever script they are written in, and whatever stands between them."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_DIGITS = {
    **{char: str(value) for value, char in enumerate("零一二三四五六七八九")},
    **{char: str(value) for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **dict(zip("○◯幺貳參叄陸", "0012336", strict=True)),
}
_LOOKALIKES = {**dict.fromkeys("OoОоΟο", "0"), **dict.fromkeys("lI|", "1")}
"""Letters that are read as digits among digits, Cyrillic and Greek ones included."""
_CROSSES = frozenset("XxХхΧχ×✕✖")
"""What is read as the X that may end an identity number."""
_WALLS = frozenset("\n。?!\uff01\uff1f%\u2030℃°′″¥$€£№§")
"""Marks that nobody reads through: ends of sentences, signs of units and of money."""
_PAUSES = frozenset(",.:;、\uff0c\uff0e\uff1a\uff1b\uff61\uff64\ufe50\ufe51\ufe52\u2024…")
"""Marks that may stand in a list of figures as well as inside one number."""
_MOST_BETWEEN = 4
"""Marks between two groups: more of them part a text."""
_LEAST = 5
"""Digits: a shorter number is nobody's."""

# All but the letters of Chinese text, Han characters that are no digits; a run of these is where a number can
# be, and they are few. No range of Han in the class: it would take a millisecond to compile.
_RUN = re.compile(
    rf"[\W\d\x00-\u2e7f\u3000-\u33ff{''.join(sorted(_HAN_DIGITS))}\uff00-\uffff\U00010000-\U0001ffff]+"
)


class _Sort(Enum):
    """What a character is to somebody who looks for a number."""

    DIGIT = "digit"
    CROSS = "cross"
    MARK = "mark"
    PAUSE = "pause"
    WALL = "wall"
    NOTHING = "nothing"


class DigitGroup(NamedTuple):
    """Digits of one script with nothing between them; `start` and `end` are offsets into the text.

    `paused` tells whether a mark of a list stands before it, `begins` whether nothing links it to the group
    before, `crossed` whether an X follows, as at the end of an identity number.
    """

    digits: str
    start: int
    end: int
    paused: bool
    begins: bool
    crossed: bool = False


def groups(text: str) -> Iterator[tuple[DigitGroup, ...]]:
    """The groups of digits of a text, in chains within which a reader may read them as one number."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= _LEAST:
            found = tuple(_groups(run.group(), run.start()))
            begun = [number for number, group in enumerate(found) if group.begins]
            for first, last in pairwise((*begun, len(found))):
                yield found[first:last]


def _groups(text: str, shift: int) -> Iterator[DigitGroup]:
    group: DigitGroup | None = None
    script, between = "", 0
    linked = pausing = False
    for at, char in enumerate(text, shift):
        sort, plain, own = _read(char)
        if sort is _Sort.NOTHING:
            continue
        if sort is _Sort.CROSS and group is not None and not group.crossed:
            group = group._replace(crossed=True, end=at + 1)
        elif sort is _Sort.DIGIT:
            if group is not None and own == script and not between and not group.crossed:
                group = group._replace(digits=group.digits + plain, end=at + 1)
                continue
            if group is not None:
                yield group
            group = DigitGroup(plain, at, at + 1, paused=linked and pausing, begins=not linked)
            script, between, linked, pausing = own, 0, True, False
        else:
            between += 1
            pausing = pausing or sort is _Sort.PAUSE
            if sort is _Sort.WALL or between > _MOST_BETWEEN:
                if group is not None:
                    yield group
                group, linked, pausing = None, False, False
    if group is not None:
        yield group


@lru_cache(maxsize=4096)
def _read(char: str) -> tuple[_Sort, str, str]:
    """What a character is, the digits that it is read as, and the script that these belong to."""
    if char in _HAN_DIGITS:
        return _Sort.DIGIT, _HAN_DIGITS[char], "Han"
    if char in _WALLS:
        return _Sort.WALL, "", ""
    if char in _PAUSES:
        return _Sort.PAUSE, "", ""
    if char in _CROSSES:
        return _Sort.CROSS, "X", ""
    if char in _LOOKALIKES:
        return _Sort.DIGIT, _LOOKALIKES[char], "letters"
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return _Sort.DIGIT, str(digit), f" {unicodedata.name(char, '')}".partition(" DIGIT ")[0]
    category = unicodedata.category(char)
    if category in {"Cf", "Mn", "Me", "Cc"} and char not in "\t\r\x85":
        return _Sort.NOTHING, "", ""
    folded = unicodedata.normalize("NFKC", char)
    inner = "".join(filter(str.isdecimal, folded))
    if inner and not any(map(str.isalpha, folded)):
        return _Sort.DIGIT, inner, "enclosed"
    if folded in _CROSSES:
        return _Sort.CROSS, "X", ""
    return (_Sort.WALL if category[0] in "LN" else _Sort.MARK), "", ""
