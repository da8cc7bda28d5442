"""Numbers in front of headings: their level, what they count to, whether they are well formed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportctl.text.numbers import chapter_number, item_number, names_two, point_number, section_number

LEVELS = ("一、", "（一）", "1.", "（1）")
NUMERALS = "一二三四五六七八九十百〇零"
"""What Chinese numbers are made of; 千 is no heading's."""
_OPEN, _CLOSE = "[（(]", "[）)]"
_BLANK = "[ \\t\u3000\u2002\u2003]*"
_FORMS = (
    (1, re.compile(f"([{NUMERALS}]{{1,6}}){_BLANK}(?:、|[.\uff0e,\uff0c:\uff1a](?![{NUMERALS}]))")),
    (
        2,
        re.compile(
            f"[\uff08(【〔\\[]{_BLANK}([{NUMERALS}]{{1,6}}){_BLANK}[\uff09)】〕\\]]([、.\uff0e,\uff0c:\uff1a]?)"
        ),
    ),
    (2, re.compile(f"([{NUMERALS}]{{1,6}}){_BLANK}{_CLOSE}")),
    (4, re.compile(f"{_OPEN}{_BLANK}([0-9\uff10-\uff19]{{1,2}}){_BLANK}{_CLOSE}([、.\uff0e,\uff0c]?)")),
    (
        3,
        re.compile(
            "([0-9\uff10-\uff19]{1,2})([.\uff0e]、?|、|[,\uff0c:\uff1a](?=[\u4e00-\u9fff]))(?=[^0-9\uff10-\uff19]|(?:19|20)[0-9]{2}年|$)"
        ),
    ),
    (4, re.compile(f"([0-9\uff10-\uff19]{{1,2}})({_CLOSE})")),
)
_VALUES = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"十": 10, "百": 100}

DECIMAL = re.compile("(?:[0-9]{1,2}\\.)+[1-9][0-9]?(?![0-9.%])|[1-9][0-9]?(?=[ \u3000])")
"""A number as books count: 1.1, or 1 with a blank behind it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands: its level (1-4), what it counts to, and its text, blanks after it left out."""

    level: int
    value: int
    text: str

    @property
    def well_formed(self) -> bool:
        """Whether it is written as clause 7.3.3 writes its level's numbers; 〇 will do for 零."""
        return self.text.replace("〇", "零") == right_form(self.level, self.value)


def number_at_start(text: str, *, typed: bool = True) -> Number | None:
    """The number that opens a text, None where there is none; blanks before it are passed over.

    What is `typed` may be no number: 一、二、三产业 names three things. What a program counted always is one.
    """
    text = text.lstrip()
    first = text[:1]
    if not first or first not in _STARTS:
        return None
    for level, form in _FORMS:
        found = form.match(text)
        if found is not None:
            value = count(found[1])
            named = typed and level == 1 and names_two(text, found.end(), value)
            return Number(level, value, found[0]) if value and not named else None
    return None


_STARTS = frozenset(NUMERALS + "\uff08(【〔[0123456789" + "".join(chr(0xFF10 + digit) for digit in range(10)))


def count(text: str) -> int:
    """What a Chinese or Arabic number counts to; 0 where it is no number."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = digit * 10 + _VALUES[character]
    return total + digit


def right_form(level: int, value: int) -> str:
    """The number of a level as the standard writes it."""
    if level in (1, 2):
        return chapter_number(value) if level == 1 else section_number(value)
    return item_number(value) if level == 3 else point_number(value)
