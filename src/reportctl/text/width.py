"""How many columns of a terminal a text takes: for carets below an excerpt."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """The columns of a line without tabs: Han and full-width marks take two, combining characters none.

    Characters of ambiguous width (“ ” … —) take one, as terminals draw them by default.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
