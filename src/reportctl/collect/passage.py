"""A text that knows which characters of which lines it was made of, however it is cut and joined.

Whatever reading makes of a document is cut from its lines and never typed anew: so it can be shown that no
character was lost and none was used twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.chars import WHITE_CHARACTERS
from reportctl.text.ends import close

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BREAK = "\n"
"""What stands between the texts of two lines."""

_SPACED_BREAKS = re.compile(r"\n+")


class PassageStretch(NamedTuple):
    """Characters that stand side by side in one line: the line's position, the offset there, the text."""

    line: int
    start: int
    text: str


class Passage(NamedTuple):
    """Stretches in reading order, none of them empty."""

    stretches: tuple[PassageStretch, ...] = ()

    @property
    def text(self) -> str:
        """The text, with a line break wherever a new line of the document begins."""
        pieces: list[str] = []
        last = None
        for stretch in self.stretches:
            if last is not None and stretch.line != last:
                pieces.append(BREAK)
            pieces.append(stretch.text)
            last = stretch.line
        return "".join(pieces)

    @property
    def sentence(self) -> str:
        """The text on one line: a line without its end mark gets one where another follows."""
        *lines, last = self.text.split(BREAK)
        return "".join([*(close(line) for line in lines), last])

    @property
    def paragraphs(self) -> str:
        """The text with an empty line between paragraphs, as a submission writes them."""
        return _SPACED_BREAKS.sub("\n\n", self.text)

    @property
    def first(self) -> int:
        """The position of the line in which it begins; -1 for an empty passage."""
        return self.stretches[0].line if self.stretches else -1

    def cut(self, start: int, end: int | None = None) -> Passage:
        """What `text[start:end]` shows, without blanks and breaks around it."""
        text = self.text
        end = len(text) if end is None else end
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip(WHITE_CHARACTERS))
        end = start + len(inner.strip(WHITE_CHARACTERS))
        return Passage(tuple(self._between(start, end)))

    def _between(self, start: int, end: int) -> Iterable[PassageStretch]:
        position = 0
        last = None
        for line, offset, text in self.stretches:
            position += last is not None and line != last
            last = line
            first, behind = max(start - position, 0), min(end - position, len(text))
            if first < behind:
                yield PassageStretch(line, offset + first, text[first:behind])
            position += len(text)


EMPTY = Passage()


def covering(passages: Iterable[Passage], texts: Callable[[int], str]) -> Passage:
    """The passages with the marks between them where they stand in one line; `texts` gives a line's text."""
    bounds: dict[int, tuple[int, int]] = {}
    for line, start, text in joined(passages).stretches:
        first, behind = bounds.get(line, (start, start))
        bounds[line] = min(first, start), max(behind, start + len(text))
    return Passage(
        tuple(PassageStretch(line, start, texts(line)[start:end]) for line, (start, end) in bounds.items())
    )


def joined(passages: Iterable[Passage]) -> Passage:
    """The passages as one, in the order given."""
    return Passage(tuple(stretch for passage in passages for stretch in passage.stretches))
