"""How many lines a paragraph takes, as the engines of Word and LibreOffice break them.

A line breaks between Han characters, before no closing mark, after no opening one, within no number or word.
A mark that finds no room at a line's end stays there all the same: Word sets the marks of the line closer,
LibreOffice lets it hang. LibreOffice also sets digits apart from Han, whatever a style says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportctl.text.chars import is_han
from reportctl.text.width import width

_PIECE = re.compile(
    r"[\uff08《“‘〔〈【]*(?:[!-~]+|[^!-~])[、。\uff0c\uff1a\uff1b\uff1f\uff01\uff09》”’〕〉】…—％]*",
    re.DOTALL,
)
"""What no line breaks within."""
_HANGING = "、。\uff0c\uff1a\uff1b\uff1f\uff01\uff09》”"


class Engine(NamedTuple):
    """How an engine breaks lines: the gap between Han and digits, in characters."""

    apart: float


WORD = Engine(apart=0.0)
LIBREOFFICE = Engine(apart=0.2)
ENGINES = (WORD, LIBREOFFICE)


class Lines(NamedTuple):
    """How many lines a paragraph takes, and how far the last of them is filled, in characters."""

    total: int
    last: float


def lines_of(text: str, room: float, first_line: float, engine: Engine, half: float = 0.5) -> Lines:
    """The lines of a paragraph: `room` characters in each, the first of them indented by `first_line`.

    `half` is the width of a half-width character: less than a half where characters are set closer.
    """
    count, filled, before = 1, first_line, ""
    for piece in _PIECE.findall(text):
        if piece == "\n":
            count, filled, before = count + 1, 0.0, ""
            continue
        wide = 1.0 if len(piece) == 1 and is_han(piece) else width(piece, half)
        meet = before.isalnum() and piece[0].isalnum()
        if meet and before.isascii() is not piece[0].isascii():
            wide += engine.apart
        edge = room + (piece[-1] in _HANGING)
        if filled + wide > edge and filled:
            count, filled = count + 1, 0.0
        filled += wide
        while filled > edge:
            count, filled = count + 1, filled - room
        before = piece[-1]
    return Lines(count, filled)
