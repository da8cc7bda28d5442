"""How large a picture is on paper: as it is, or made smaller to fit 版心 under its attachment's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportctl.layout import Layout

_EMU = 635
"""English metric units in a twip."""
_LINES_ABOVE = 5
"""Lines of 版心 that 附件, its title and the space around them take."""


def scaled(width: int, height: int, layout: Layout, *, upright: bool) -> tuple[int, int]:
    """Width and height in EMU, made smaller where they exceed 版心 under the attachment's title.

    Of a picture that is turned by a quarter, Word measures the line before the turn: it must fit both ways.
    """
    lines = layout.grid.lines.value - _LINES_ABOVE
    room_across = layout.page.text_width.twips * _EMU
    room_down = lines * layout.grid.line_pitch.value.twips * _EMU
    if not upright:
        room_across = room_down = min(room_across, room_down)
    scale = min(1, room_across / max(width, 1), room_down / max(height, 1))
    return max(1, int(width * scale)), max(1, int(height * scale))
