"""Figures that hang together: those that follow where one is changed, and those that do not fit one sheet."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, NamedTuple

from reportctl.layout.figures import slots
from reportctl.layout.model import Layout, PageGrid
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_WIDTH = ("page.left", "page.right", "page.width")
_HEIGHT = ("page.top", "page.bottom", "page.height")
_HIGHEST = 6
"""The height of a line, in sizes, beyond which no text holds together."""
_LEAST_LINE = 5
"""Characters that every line must have room for."""
_TIGHTEST, _WIDEST = -0.25, 1.0
"""The space between characters, in sizes, beyond which they touch or no longer make words."""
_TWIP = 20
_ONE_OF_TWO = "两项只写一项，另一项自动算出"


class Conflict(NamedTuple):
    """What does not fit: the figures concerned, the one most to blame first, the message and the remedy."""

    keys: tuple[str, ...]
    message: str
    hint: str


def fitted(layout: Layout, given: Container[str]) -> Layout:
    """The layout with its grid made to fit its page; `given` are the keys that the office names itself.

    Lines a page and the height of a line, characters a line and the space between them, say a thing twice.
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
            lines = lines._replace(value=layout.lines_that_fit)
        elif "grid.line_pitch" not in given:
            pitch = pitch._replace(value=_down(page.text_height.points / lines.value))
    if layout.characters_that_fit != characters.value:
        if "grid.characters" not in given:
            characters = characters._replace(value=layout.characters_that_fit)
        elif "grid.character_spacing" not in given:
            spacing = spacing._replace(value=_down(page.text_width.points / characters.value - size))
    changed = {"lines": lines, "line_pitch": pitch, "characters": characters, "character_spacing": spacing}
    return Layout(**vars(layout) | {"grid": PageGrid(**vars(grid) | changed)})


def conflicts(layout: Layout) -> Iterator[Conflict]:
    """Everything that cannot be set on paper as the figures stand."""
    width, height = layout.page.text_width, layout.page.text_height
    if width.points < 5 * layout.elements.body.size.value.points:
        yield Conflict(_WIDTH, f"左右边距太大，版心只剩 {width.mm:.1f} mm 宽", "减小 page.left 或 page.right")
    elif height.points < 2 * layout.elements.body.size.value.points:
        yield Conflict(
            _HEIGHT, f"上下边距太大，版心只剩 {height.mm:.1f} mm 高", "减小 page.top 或 page.bottom"
        )
    else:
        yield from _lines(layout)
        yield from _characters(layout)
        yield from _sizes(layout)
        yield from _indents(layout)
        yield from _mark(layout)
        yield from _page_number(layout)


def _lines(layout: Layout) -> Iterator[Conflict]:
    grid, height = layout.grid, layout.page.text_height
    pitch = grid.line_pitch.value
    fits = layout.lines_that_fit
    if grid.lines.value > fits:
        message = f"{grid.lines.value} 行 × {pitch} 超出版心高度 {height.mm:.1f} mm"
        hint = f"减小行距或上下边距，或把 grid.lines 改为 {fits}；{_ONE_OF_TWO}"
        yield Conflict(("grid.lines", "grid.line_pitch", *_HEIGHT), message, hint)
    elif pitch.points > _HIGHEST * layout.elements.body.size.value.points:
        message = f"每面 {grid.lines.value} 行，行距就要 {pitch}"
        yield Conflict(("grid.lines", "grid.line_pitch", *_HEIGHT), message, "增加 grid.lines，一般是 22")


def _characters(layout: Layout) -> Iterator[Conflict]:
    grid, width, size = layout.grid, layout.page.text_width, layout.elements.body.size.value
    spacing = grid.character_spacing.value
    fits = layout.characters_that_fit
    keys = ("grid.characters", "grid.character_spacing", "elements.body.size", *_WIDTH)
    if not _TIGHTEST <= spacing.points / size.points <= _WIDEST:
        natural = int(width.points / size.points)
        message = f"每行 {grid.characters.value} 字，字间距就要 {spacing}"
        yield Conflict(keys, message, f"把 grid.characters 改为 {natural} 上下，或增减字号、左右边距")
    elif grid.characters.value > fits:
        message = f"每行 {grid.characters.value} 字超出版心宽度 {width.mm:.1f} mm"
        hint = f"减小字号、字间距或左右边距，或把 grid.characters 改为 {fits}；{_ONE_OF_TWO}"
        yield Conflict(keys, message, hint)


def _sizes(layout: Layout) -> Iterator[Conflict]:
    """Lines are exact: what is higher than its line is cut off. What is alike is said once."""
    said = set()
    for name, slot in slots(type(layout.elements)).items():
        element = getattr(layout.elements, name)
        size, pitch = element.size.value, layout.line_pitch(element)
        if "line" not in slot.has or size.points <= pitch.points or (size, pitch) in said:
            continue
        said.add((size, pitch))
        message = f"{slot.title}的行距 {pitch} 小于字号 {size}，字会被切去一截"
        own = (f"elements.{name}.size", f"elements.{name}.line")
        keys = (*own, "elements.default.size", "elements.default.line", "grid.line_pitch", "grid.lines")
        yield Conflict((*keys, *_HEIGHT), message, "增大行距或减小字号")


def _indents(layout: Layout) -> Iterator[Conflict]:
    """What an element leaves free on both sides must leave a line to write on."""
    for name, slot in slots(type(layout.elements)).items():
        element = getattr(layout.elements, name)
        free = (
            element.first_line.value + element.left.value + element.right.value
        ) * element.size.value.points
        if layout.page.text_width.points - free < _LEAST_LINE * element.size.value.points:
            keys = tuple(f"elements.{name}.{side}" for side in ("first_line", "left", "right"))
            message = f"{slot.title}左右空出的太多，每行写不下 {_LEAST_LINE} 个字"
            yield Conflict((*keys, *_WIDTH), message, "减小缩进或左右边距")


def _mark(layout: Layout) -> Iterator[Conflict]:
    """发文机关标志 must begin on the page."""
    top, height = layout.letterhead.mark_top.value, layout.page.text_height
    if top.points + layout.letterhead.mark_least.value.points > height.points:
        message = f"版心高 {height.mm:.1f} mm，放不下距版心 {top} 的发文机关标志"
        yield Conflict(("letterhead.mark_top", *_HEIGHT), message, "减小 letterhead.mark_top 或上下边距")


def _page_number(layout: Layout) -> Iterator[Conflict]:
    size = layout.elements.page_number.size.value
    if layout.page_number.gap.value.points + size.points > layout.page.bottom.value.points:
        keys = ("page_number.gap", "elements.page_number.size", "page.bottom")
        yield Conflict(keys, "页码落到了纸外", "减小 page_number.gap 或增大 page.bottom")


def _down(points: float) -> Length:
    """A length in whole twips, rounded down so that what was to fit does."""
    return Length(floor(points * _TWIP + 1e-6) / _TWIP)
