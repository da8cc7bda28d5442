"""The character classes that the package shares, as the inside of a regular expression's brackets."""

from __future__ import annotations

import re

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters, with 々 and 〇, the extensions and the compatibility block."""

LETTER = r"[^\W\da-zA-Z_]"
"""A letter of any script but Latin, in Chinese text a Han character: a whole class, not the inside of one.

To compile a class with thousands of characters takes a millisecond, one of categories next to nothing.
"""

MARKS = (
    "\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3003\u3008-\u3011\u3014-\u301f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
"""Full-width marks, with the quotes, dash and ellipsis that Chinese shares with Latin script.

Full-width digits and letters are none: they stand among Latin text.
"""

BLANKS = " \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""Blanks within a line: ordinary, no-break, ideographic, tab, and those of no width."""

BREAKS = "\n\r\x85\u2028\u2029"
"""Line breaks."""

WHITE = BLANKS + BREAKS
"""Blanks and line breaks."""


def members(inside: str) -> str:
    """Every character that stands for itself or in a range within a class's brackets."""
    return re.sub("(.)-(.)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), inside)


WHITE_CHARACTERS = members(WHITE)
"""The same, each as itself: for `strip`, which knows no ranges."""
_WHITE = frozenset(WHITE_CHARACTERS)


def past_white(text: str, at: int) -> int:
    """The offset behind the blanks and line breaks at `at`, which is `at` where there are none."""
    while text[at : at + 1] in _WHITE:
        at += 1
    return at


# A class at the head of a pattern, rather than a repeat, a group of alternatives or a lookbehind, lets the
# search skip what cannot match two to twenty times as fast; the patterns of this package are written so.
WHITE_RUN = re.compile(f"[{WHITE}][{WHITE}]*")
"""A run of blanks and line breaks."""

BREAK = re.compile(f"[{BREAKS}]")
"""One line break."""

FULL_WIDTH = {half: chr(ord(half) + 0xFEE0) for half in ",:;?!()"}
"""The half-width marks that Chinese writes full-width, and that form of them."""

_HAN_RANGES = tuple(zip(HAN[::3], HAN[2::3], strict=True))
_MARKS = frozenset(members(MARKS))


def is_han(char: str) -> bool:
    """Whether the one character is Han."""
    return "\u4e00" <= char <= "\u9fff" or any(first <= char <= last for first, last in _HAN_RANGES)


def is_chinese(char: str) -> bool:
    """Whether the one character is Han or a full-width mark."""
    return char >= "\u2014" and (char in _MARKS or is_han(char))
