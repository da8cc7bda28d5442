"""How wide a text is: in Han characters where it is printed, in columns where a terminal shows it."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width


def width(text: str, half: float = 0.5) -> float:
    """The width of `text` in characters of its own size; `half` is that of a half-width one.

    A Han character is one (一个字的宽度).
    """
    if text.isascii():
        return len(text) * half
    return sum(_width(char, half) for char in text)


def columns(text: str) -> int:
    """The columns of a line without tabs: Han and full-width marks take two, combining characters none.

    Characters of ambiguous width (“ ” … —) take one, as terminals draw them by default.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _width(char: str, half: float) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 1.0
    if char < "\u007f":
        return half
    if combining(char):
        return 0.0
    # ambiguous characters (“ ” … — · ×) are set in the Han font, where they are as wide as Han
    return half if east_asian_width(char) in {"N", "Na", "H"} else 1.0


def _columns(char: str) -> int:
    if combining(char) or category(char) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1
