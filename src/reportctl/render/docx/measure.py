"""How wide a text is, in characters (一个字的宽度): a Han character is one, a half-width one a half."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> float:
    """The width of `text` in characters of its own size."""
    if text.isascii():
        return len(text) / 2
    return sum(_width(char) for char in text)


def _width(char: str) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 1.0
    if char < "\u007f":
        return 0.5
    if combining(char):
        return 0.0
    # ambiguous characters (“ ” … — · ×) are set in the Han font, where they are as wide as Han
    return 0.5 if east_asian_width(char) in {"N", "Na", "H"} else 1.0
