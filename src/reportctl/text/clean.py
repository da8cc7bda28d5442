"""Characters that do not belong in a report, found and made harmless."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reportctl.text.chars import BREAK


class OddityKind(StrEnum):
    """What is wrong with a character."""

    CONTROL = "control"
    SURROGATE = "surrogate"
    INVISIBLE = "invisible"
    PRIVATE_USE = "private-use"
    REPLACEMENT = "replacement"
    VARIANT = "variant"


UNREADABLE = frozenset({OddityKind.CONTROL, OddityKind.SURROGATE})
"""What no program takes for a character of a text."""


class Oddity(NamedTuple):
    """A character at `position` (from 0); `plain` is what should stand there, "" for nothing or unknown."""

    position: int
    char: str
    kind: OddityKind
    plain: str = ""


# Tab and line breaks are none; \x85 \u2028 \u2029 are line breaks.
_CLASSES = {
    OddityKind.CONTROL: "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff",
    OddityKind.SURROGATE: "\ud800-\udfff",
    # What changes direction or joins, and blanks of no width.
    OddityKind.INVISIBLE: "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb",
    OddityKind.PRIVATE_USE: "\ue000-\uf8ff\U000f0000-\U0010ffff",
    OddityKind.REPLACEMENT: "\ufffc\ufffd",
    # Radicals and compatibility forms, which look like Han characters and are not equal to them:
    # copied from a PDF, mostly.
    OddityKind.VARIANT: "\u2e80-\u2fdf"
    "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff\U0002f800-\U0002fa1f",
}
_ODD = re.compile(f"[{''.join(_CLASSES.values())}]")
_HARMFUL = UNREADABLE | {OddityKind.INVISIBLE}


def oddities(text: str) -> tuple[Oddity, ...]:
    """The characters that do not belong in a report, in order."""
    if _ODD.search(text) is None:
        return ()
    return tuple(
        Oddity(match.start(), match.group(), kind := _kind(match.group()), _plain(match.group(), kind))
        for match in _ODD.finditer(text)
    )


def printable(text: str) -> str:
    """The text on one line, harmless to a terminal and to any encoder; each character keeps its place.

    Tabs and line breaks become blanks, what controls a terminal or cannot be encoded becomes U+FFFD.
    """
    if text.isprintable():
        return text
    return _ODD.sub(_harmless, BREAK.sub(" ", text.replace("\t", " ")))


def _harmless(odd: re.Match[str]) -> str:
    return "\ufffd" if _kind(odd.group()) in _HARMFUL else odd.group()


@lru_cache(maxsize=256)
def _kind(char: str) -> OddityKind:
    return next(kind for kind, chars in _CLASSES.items() if re.match(f"[{chars}]", char))


def _plain(char: str, kind: OddityKind) -> str:
    plain = unicodedata.normalize("NFKC", char) if kind is OddityKind.VARIANT else ""
    return plain if plain != char else ""
