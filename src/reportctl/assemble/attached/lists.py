"""Lists of Markdown as official prose has them: a paragraph an item, with its number or its dash before it.

A numbered list has 1. and below it （1） and ①, as the text of a report; any other has what GB/T 1.1-2020,
clause 7.5, puts before the items of its two levels: —— and ·.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.text.numbers import item_number, point_number

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN = ("——", "·")
_FIRST_CIRCLED, _CIRCLED = 0x2460, 20


class ListNumbers:
    """The open lists; tells what stands before the paragraph that begins an item."""

    def __init__(self) -> None:
        self._lists: list[str] = []
        self._last: list[int] = []
        self._next = ""

    def see(self, token: Token) -> None:
        """Take in a token that begins or ends a list or an item."""
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            self._lists.append(token.type)
            self._last.append(-1)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self._lists.pop()
            self._last.pop()
        elif token.type == "list_item_open":
            self._next = self._number(token)

    def take(self) -> str:
        """What stands before the next paragraph: "" but for the first one of an item."""
        number, self._next = self._next, ""
        return number

    def _number(self, token: Token) -> str:
        """The number as typed, in the shape of its level; one that does not go up (1. 1. 1.) is counted."""
        depth = self._lists.count(self._lists[-1])
        if self._lists[-1] == "bullet_list_open":
            return _PLAIN[min(depth, len(_PLAIN)) - 1]
        number = self._last[-1] = max(int(token.info), self._last[-1] + 1)
        if depth == 1:
            return item_number(number)
        if depth == 2 or not 1 <= number <= _CIRCLED:
            return point_number(number)
        return chr(_FIRST_CIRCLED + number - 1)
