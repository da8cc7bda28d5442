"""What was meant by a name that is not known: the nearest known one, and the question that asks for it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """The known name most like this one, "" where none is as like as `cutoff` (0 to 1)."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=cutoff)), "")


def distance(one: str, other: str) -> int:
    """How many characters are typed wrong, too much, too few or two the wrong way round."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, char in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (char != against))
            if row > 1 and column > 1 and char == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]


def question(near: str) -> str:
    """Whether this name was meant, as a hint; "" where there is none to ask for."""
    return f"是不是“{near}”？" if near else ""


def name_hint(name: str, known: Iterable[str]) -> str:
    """The question whether the nearest of names in Chinese was meant, or ""."""
    return question(nearest(name, known))


def word_hint(word: str, known: Iterable[str]) -> str:
    """The same for words of the program (a verb, an option, a code), which are seldom far off."""
    near = nearest(word, known, 0.6)
    return f"是不是 {near}？" if near else ""


def suggestion(code: str, known: Iterable[str]) -> str:
    """What to say to someone who named a rule that there is not."""
    return word_hint(code, known) or "用 `reportctl explain` 查看全部规则"
