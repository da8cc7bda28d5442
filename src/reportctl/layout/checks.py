"""Figures that are each possible but do not fit together on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.layout.model import Layout

_SLACK = 1.0
"""Points by which 版心 may be overfilled: its edges are stated to the millimetre."""

_WIDTH = ("page.left", "page.right", "page.width")
_HEIGHT = ("page.top", "page.bottom", "page.height")
_TEXT = ("body", "recipients", "heading1", "heading2", "heading3", "heading4")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What does not fit: the figures concerned, the one most to blame first, the message and the remedy."""

    keys: tuple[str, ...]
    message: str
    hint: str


def conflicts(layout: Layout) -> Iterator[Conflict]:
    """Everything that cannot be set on paper as the figures stand."""
    width, height = layout.page.text_width, layout.page.text_height
    if width.points < 5 * layout.elements.body.size.value.points:
        yield Conflict(_WIDTH, f"左右边距太大，版心只剩 {width.mm:.1f} mm 宽", "减小 page.left 或 page.right")
    elif height.points < 2 * layout.grid.line_pitch.value.points:
        yield Conflict(
            _HEIGHT, f"上下边距太大，版心只剩 {height.mm:.1f} mm 高", "减小 page.top 或 page.bottom"
        )
    else:
        yield from _grid(layout)
        yield from _lines(layout)
        yield from _page_number(layout)


def _grid(layout: Layout) -> Iterator[Conflict]:
    grid, width, height = layout.grid, layout.page.text_width, layout.page.text_height
    pitch = grid.line_pitch.value
    if grid.lines.value * pitch.points > height.points + _SLACK:
        message = f"{grid.lines.value} 行 × {pitch} 超出版心高度 {height.mm:.1f} mm"
        hint = f"减小行距或上下边距，或把 grid.lines 改为 {int(height.points / pitch.points)}"
        yield Conflict(("grid.lines", "grid.line_pitch", *_HEIGHT), message, hint)
    advance = layout.elements.body.size.value.points + grid.character_spacing.value.points
    if grid.characters.value * advance > width.points + _SLACK:
        message = f"每行 {grid.characters.value} 字超出版心宽度 {width.mm:.1f} mm"
        hint = f"减小字号、字间距或左右边距，或把 grid.characters 改为 {int(width.points / advance)}"
        keys = ("grid.characters", "grid.character_spacing", "elements.body.size", *_WIDTH)
        yield Conflict(keys, message, hint)


def _lines(layout: Layout) -> Iterator[Conflict]:
    for name in _TEXT:
        element = getattr(layout.elements, name)
        pitch = layout.line_pitch(element)
        if element.size.value.points > pitch.points:
            message = f"行距 {pitch} 小于字号 {element.size.value}，字会被切去一截"
            keys = (
                f"elements.{name}.size",
                f"elements.{name}.line",
                "elements.default.size",
                "grid.line_pitch",
            )
            yield Conflict(keys, message, "增大行距或减小字号")


def _page_number(layout: Layout) -> Iterator[Conflict]:
    size = layout.elements.page_number.size.value
    if layout.page_number.gap.value.points + size.points > layout.page.bottom.value.points:
        keys = ("page_number.gap", "elements.page_number.size", "page.bottom")
        yield Conflict(keys, "页码落到了纸外", "减小 page_number.gap 或增大 page.bottom")
