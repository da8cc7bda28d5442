"""What was meant by a word that nobody knows: the nearest of those that are known, and how to ask."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word most like `word`, "" where none is as like as `cutoff` (from 0 to 1)."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=cutoff)), "")


def question(word: str) -> str:
    """Whether it is this word of the user's that was meant."""
    return f"是不是“{word}”\uff1f"


def suggestion(code: str, known: Iterable[str]) -> str:
    """The rule that was meant by a wrong code, as far as can be told."""
    near = nearest(code, known)
    return f"是不是 {near}\uff1f" if near else "用 `reportctl explain` 查看全部规则"
