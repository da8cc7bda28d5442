"""How wide a text is, in characters and on paper, and the indents and tab stops that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, east_asian_width

from reportctl.layout import Align, GridKind

if TYPE_CHECKING:
    from reportctl.layout import ElementLayout, Layout

BIAOSONG_HALF = 0.6
"""The width of a digit of 小标宋, whose makers draw it wider than a half."""


class Indents(NamedTuple):
    """What a paragraph leaves free, in twips; a negative `first_line` hangs.

    `character` is the size of the characters that the indents are counted in, 0 where they are in none.
    """

    left: int = 0
    right: int = 0
    first_line: int = 0
    character: int = 0


class TabStop(NamedTuple):
    """A tab stop, in twips from the left edge of 版心, and what of the text stands at it."""

    position: int
    align: Align = Align.LEFT


def width(text: str, half: float = 0.5) -> float:
    """The width of `text` in characters of its own size; `half` is that of a half-width one.

    A Han character is one (一个字的宽度).
    """
    if text.isascii():
        return len(text) * half
    return sum(_width(char, half) for char in text)


def advance(layout: Layout, element: ElementLayout) -> int:
    """How far a character of an element moves the pen, in twips; Word's grid moves every size alike."""
    size, grid = element.size.value, layout.grid
    close = grid.mode.value is GridKind.WORD or size == layout.elements.body.size.value
    return size.twips + (grid.character_spacing.value.twips if close else 0)


def blank_lines(layout: Layout, count: int) -> int:
    """The height of blank lines, in twips."""
    return count * layout.grid.line_pitch.value.twips


def _width(char: str, half: float) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 1.0
    if char < "\u007f":
        return half
    if combining(char):
        return 0.0
    # ambiguous characters (“ ” … — · ×) are set in the Han font, where they are as wide as Han
    return half if east_asian_width(char) in {"N", "Na", "H"} else 1.0
