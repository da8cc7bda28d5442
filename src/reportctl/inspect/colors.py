"""Colours as people see them: every strong red is red, automatic is black."""

from __future__ import annotations

BLACK = "000000"


def reddish(color: str) -> bool:
    """Whether a colour RRGGBB is a red."""
    if len(color) != 6:
        return False
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xB0 and green <= 0x50 and blue <= 0x50


def same(found: str, wanted: str) -> bool:
    """Whether a colour found ("" for automatic) will do for the one wanted."""
    found = found or BLACK
    return found == wanted or (reddish(wanted) and reddish(found))


def shown(color: str) -> str:
    """A colour as a user reads it."""
    return "黑色" if color in ("", BLACK) else f"#{color}"
