"""Fonts and colours as people see them: which class of type a font is, what passes for red or black."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.layout.values import FontClass

if TYPE_CHECKING:
    from reportctl.layout.model import Layout

# In this order: 仿宋 and 小标宋 must not pass for 宋, nor 雅黑 and its like for 黑体.
_MARKS: tuple[tuple[FontClass | None, tuple[str, ...]], ...] = (
    (FontClass.FANGSONG, ("仿宋", "fangsong", "fandolfang", "fzfs")),
    (FontClass.BIAOSONG, ("小标宋", "xiaobiaosong", "fzxbs")),
    (None, ("中宋", "zhongsong", "雅黑", "标宋", "粗宋", "超粗", "圆")),
    (FontClass.KAI, ("楷", "kaiti", "fandolkai", "dfkai", "fzkt")),
    (FontClass.HEI, ("黑体", "simhei", "heiti", "fandolhei", "fzht")),
    (FontClass.SONG, ("宋体", "simsun", "书宋", "stsong", "songti", "fandolsong", "fzss")),
)


@lru_cache(maxsize=256)
def family(name: str) -> FontClass | None:
    """The class of a font by its Chinese or English name; None for one of no class."""
    plain = name.lower().replace(" ", "").lstrip("@")
    return next((of for of, marks in _MARKS if any(mark in plain for mark in marks)), None)


def belongs(name: str, wanted: FontClass, layout: Layout) -> bool:
    """Whether a font may stand where the layout asks for a class.

    An office that sets another class in its place (宋体 for 仿宋) means just that.
    """
    own = layout.font(wanted)
    if family(own) not in (None, wanted):
        return name == own or family(name) is family(own)
    return name == own or name in layout.alternatives(wanted) or family(name) is wanted


@lru_cache(maxsize=256)
def is_han(name: str) -> bool:
    """Whether a font has Chinese punctuation of its own, as far as its name tells."""
    return family(name) is not None or any("\u3000" <= character <= "\u9fff" for character in name)


_BLACK = "000000"


def reddish(color: str) -> bool:
    """Whether a colour RRGGBB is a red."""
    if len(color) != 6:
        return False
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xB0 and green <= 0x50 and blue <= 0x50


def same_color(found: str, wanted: str) -> bool:
    """Whether a colour found ("" for automatic) will do for the one wanted."""
    found = found or _BLACK
    return found == wanted or (reddish(wanted) and reddish(found))


def shown_color(color: str) -> str:
    """A colour as a user reads it."""
    return "黑色" if color in ("", _BLACK) else f"#{color}"
