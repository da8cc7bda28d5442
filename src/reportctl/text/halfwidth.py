"""Half-width marks beside Chinese: which of them become full-width, brackets and quotes in pairs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.text.chars import FULL_WIDTH, WHITE_CHARACTERS, is_chinese, is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

_HALF = re.compile("[" + re.escape("".join(FULL_WIDTH)) + "]")
_BRACKET = re.compile("[()\uff08\uff09]")
_DOUBLE = frozenset('"“”')


def full_width(paragraph: str, quoted: Sequence[tuple[int, int]] = ()) -> dict[int, str]:
    """For each mark that is to be turned: its offset and the mark to write there.

    A mark turns beside Chinese, blanks between them not counted, and a mark that has turned is Chinese to
    its neighbours; so the outcome is the same whichever way one reads, and stays when read again. One of
    a pair turns with the other. `quoted` gives the offsets of straight quotation marks that pair
    (`quotations`): double ones turn wherever they are, single ones beside Chinese. Time is linear.
    """
    return _Turning(paragraph, quoted).run()


@dataclass(slots=True)
class _Turning:
    text: str
    quoted: Sequence[tuple[int, int]]
    new: dict[int, str] = field(default_factory=dict)
    candidates: dict[int, str] = field(default_factory=dict)
    partners: dict[int, int] = field(default_factory=dict)

    def run(self) -> dict[int, str]:
        self._collect()
        queue = list(self.new) + [at for at in self.candidates if self._touches_chinese(at)]
        queue += self._brackets_around_han()
        while queue:
            position = queue.pop()
            if mark := self.candidates.pop(position, ""):
                self.new[position] = mark
            around = (self._before(position), self._after(position), self.partners.get(position, -1))
            queue += (each for each in around if each in self.candidates)
        return self.new

    def _collect(self) -> None:
        for mark in _HALF.finditer(self.text):
            self.candidates[mark.start()] = FULL_WIDTH[mark.group()]
        for opening, closing in _bracket_pairs(self.text):
            self._join(opening, closing)
        for opening, closing in self.quoted:
            if self.text[opening] in _DOUBLE or self.text[closing] in _DOUBLE:
                self._turn_straight(self.new, '"', {opening: "“", closing: "”"})
            else:
                self._turn_straight(self.candidates, "'", {opening: "‘", closing: "’"})
                self._join(opening, closing)

    def _join(self, opening: int, closing: int) -> None:
        self.partners[opening], self.partners[closing] = closing, opening

    def _turn_straight(self, where: dict[int, str], straight: str, marks: dict[int, str]) -> None:
        where.update((at, mark) for at, mark in marks.items() if self.text[at] == straight)

    def _touches_chinese(self, position: int) -> bool:
        around = (self._before(position), self._after(position), self.partners.get(position, -1))
        return any(is_chinese(self.text[at]) for at in around if 0 <= at < len(self.text))

    def _brackets_around_han(self) -> list[int]:
        """The opening brackets with Han anywhere between them and their partners."""
        found: list[int] = []
        next_han = -1
        for opening in sorted(at for at, partner in self.partners.items() if at < partner):
            if next_han < opening:
                behind = range(opening, len(self.text))
                next_han = next((at for at in behind if is_han(self.text[at])), len(self.text))
            if next_han < self.partners[opening] and opening in self.candidates:
                found.append(opening)
        return found

    def _before(self, position: int) -> int:
        position -= 1
        while position >= 0 and self.text[position] in WHITE_CHARACTERS:
            position -= 1
        return position

    def _after(self, position: int) -> int:
        position += 1
        while position < len(self.text) and self.text[position] in WHITE_CHARACTERS:
            position += 1
        return position


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in _BRACKET.finditer(text):
        if mark.group() in "(\uff08":
            opened.append(mark.start())
        elif opened:
            pairs.append((opened.pop(), mark.start()))
    return pairs
