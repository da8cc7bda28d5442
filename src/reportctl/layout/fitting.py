"""Figures that hang together: where an office changes one of them, those that it does not name follow.

Lines a page and the height of a line, characters a line and the space between them say the same thing twice.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from reportctl.layout.model import Layout, PageGrid
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Container

_TWIP = 20


def fitted(layout: Layout, given: Container[str]) -> Layout:
    """The layout with its grid made to fit its page; `given` are the keys that the office names itself.

    A count that is given makes the type follow; else the type stays and as much of it stands on the page as
    has room. What fits already, and what is given itself, stays as it is.
    """
    grid, page, size = layout.grid, layout.page, layout.elements.body.size.value.points
    lines, pitch, characters, spacing = (
        grid.lines,
        grid.line_pitch,
        grid.characters,
        grid.character_spacing,
    )
    if layout.lines_that_fit != lines.value:
        if "grid.lines" not in given:
            lines = replace(lines, value=layout.lines_that_fit)
        elif "grid.line_pitch" not in given:
            pitch = replace(pitch, value=_down(page.text_height.points / lines.value))
    if layout.characters_that_fit != characters.value:
        if "grid.characters" not in given:
            characters = replace(characters, value=layout.characters_that_fit)
        elif "grid.character_spacing" not in given:
            spacing = replace(spacing, value=_down(page.text_width.points / characters.value - size))
    changed = {"lines": lines, "line_pitch": pitch, "characters": characters, "character_spacing": spacing}
    return Layout(**vars(layout) | {"grid": PageGrid(**vars(grid) | changed)})


def _down(points: float) -> Length:
    """A length in whole twips, rounded down so that what was to fit does."""
    return Length(floor(points * _TWIP + 1e-6) / _TWIP)
