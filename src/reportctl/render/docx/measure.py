"""How wide a text is, in characters (一个字的宽度): a Han character is one, a half-width one about a half."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

BIAOSONG_HALF = 0.6
"""The width of a digit of 小标宋, whose makers draw it wider than a half."""


def width(text: str, half: float = 0.5) -> float:
    """The width of `text` in characters of its own size; `half` is that of a half-width one."""
    if text.isascii():
        return len(text) * half
    return sum(_width(char, half) for char in text)


def _width(char: str, half: float) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 1.0
    if char < "\u007f":
        return half
    if combining(char):
        return 0.0
    # ambiguous characters (“ ” … — · ×) are set in the Han font, where they are as wide as Han
    return half if east_asian_width(char) in {"N", "Na", "H"} else 1.0
