"""What the layout comes to on paper: a character's advance, blank lines, indents, tab stops, sheets."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.layout import Align, GridKind

if TYPE_CHECKING:
    from reportctl.layout import ElementLayout, Layout

BIAOSONG_HALF = 0.6
"""The width of a digit of 小标宋, whose makers draw it wider than a half."""


class PageOrientation(Enum):
    """How a section lies: upright, turned, or upright without page numbers."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    BARE = "bare"


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


def advance(layout: Layout, element: ElementLayout) -> int:
    """How far a character of an element moves the pen, in twips; Word's grid moves every size alike."""
    size, grid = element.size.value, layout.grid
    close = grid.mode.value is GridKind.WORD or size == layout.elements.body.size.value
    return size.twips + (grid.character_spacing.value.twips if close else 0)


def blank_lines(layout: Layout, count: int) -> int:
    """The height of blank lines, in twips."""
    return count * layout.grid.line_pitch.value.twips
