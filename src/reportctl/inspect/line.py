"""One paragraph in the making: its runs joined where they look alike, its fields shown by their results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.inspect.facts import ReadRun

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.facts import Character
    from reportctl.inspect.formatting import ResolvedParagraph

PAGE_BREAK = "\f"
_CONTENTS = re.compile(r"\s*TOC\b")


class Fields:
    """The fields that are open at a place; they may run over several paragraphs."""

    __slots__ = ("_instructions", "_shown")

    def __init__(self) -> None:
        self._instructions: list[str] = []
        self._shown: list[bool] = []

    def begin(self, instruction: str = "", *, shown: bool = False) -> None:
        """A field begins; until its result is shown, what stands in it is its instruction."""
        self._instructions.append(instruction)
        self._shown.append(shown)

    def instruct(self, text: str) -> None:
        """More of the innermost field's instruction."""
        if self._instructions:
            self._instructions[-1] += text

    def show(self) -> None:
        """The innermost field's result begins."""
        if self._shown:
            self._shown[-1] = True

    def end(self) -> str:
        """The innermost field ends; gives its instruction if it never showed a result, else ""."""
        if not self._instructions:
            return ""
        instruction = self._instructions.pop().strip()
        return "" if self._shown.pop() else instruction

    @property
    def current(self) -> str | None:
        """The instruction whose result stands here, "" outside all fields, None within an instruction.

        Within a table of contents it is "TOC", whatever fields its lines are made of.
        """
        if not self._instructions:
            return ""
        if not self._shown[-1]:
            return None
        contents = any(_CONTENTS.match(one) for one in self._instructions)
        return "TOC" if contents else self._instructions[-1].strip()


class DrawnLine:
    """The text of one paragraph as it is read."""

    __slots__ = ("_pieces", "drawings", "look", "number", "pictures", "size")

    def __init__(self, look: ResolvedParagraph) -> None:
        self.look = look
        self.number = ""
        self.drawings: list[_Element] = []
        self.pictures = 0
        self.size = 0.0
        self._pieces: list[tuple[list[str], Character, str]] = []

    def add(self, text: str, character: Character, field: str = "") -> None:
        """Text of one formatting; it joins the text before it where that looks the same."""
        if character.hidden or not text:
            return
        if not self.size and not text.isspace():
            self.size = character.size
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last[1] is character and last[2] == field:
            last[0].append(text)
        else:
            self._pieces.append(([text], character, field))

    def text(self) -> str:
        """The text, a page break shown as a form feed."""
        return "".join(["".join(texts) for texts, _, _ in self._pieces])

    def runs(self) -> tuple[ReadRun, ...]:
        """The text as runs, without page breaks."""
        return tuple(
            [
                ReadRun("".join(texts).replace(PAGE_BREAK, ""), look, field)
                for texts, look, field in self._pieces
            ]
        )
