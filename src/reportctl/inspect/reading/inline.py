"""Reads what stands within a paragraph: runs, links, fields, drawings and tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.inspect.reading.drawings import drawn_line, is_picture
from reportctl.inspect.reading.facts import DrawnShape, TextRun, TrackedChange
from reportctl.inspect.reading.ooxml import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.facts import Character
    from reportctl.inspect.reading.formatting import ResolvedParagraph

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


class ParagraphDraft:
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

    def runs(self) -> tuple[TextRun, ...]:
        """The text as runs, without page breaks."""
        return tuple(
            [
                TextRun("".join(texts).replace(PAGE_BREAK, ""), look, field)
                for texts, look, field in self._pieces
            ]
        )


INSERTED = {f"{W}ins": "插入", f"{W}moveTo": "移入"}
DELETED = {f"{W}del": "删除", f"{W}moveFrom": "移出"}
FORMATTED = "格式"
ALTERNATIVE = f"{MC}AlternateContent"

_R, _T, _RPR, _BR = f"{W}r", f"{W}t", f"{W}rPr", f"{W}br"
_APART = frozenset((f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}smartTagPr", f"{W}customXmlPr"))
_SYMBOLS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "\ufffc"}
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"


def chosen(alternative: _Element) -> _Element:
    """The branch of an AlternateContent that a current program shows."""
    for tag in (_CHOICE, _FALLBACK):
        branch = alternative.find(tag)
        if branch is not None:
            return branch
    return alternative


class Inline:
    """Reads paragraphs into `ParagraphDraft`s; the shapes and changes that it met gather beside them."""

    def __init__(self) -> None:
        self._fields = Fields()
        self.shapes: list[DrawnShape] = []
        self.changes: list[TrackedChange] = []

    def read(self, parent: _Element, line: ParagraphDraft, index: int) -> None:
        """Reads the children of a paragraph, or of what wraps some of its runs, into `line`."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, line, index)
            elif tag in DELETED:
                self.changed(DELETED[tag], child, index)
            elif tag == f"{W}fldSimple":
                self._fields.begin(child.get(f"{W}instr", ""), shown=True)
                self.read(child, line, index)
                self._fields.end()
            elif tag == ALTERNATIVE:
                self.read(chosen(child), line, index)
            elif tag not in _APART:
                if tag in INSERTED:
                    self.changed(INSERTED[tag], child, index)
                if len(child):
                    self.read(child, line, index)

    def changed(self, kind: str, element: _Element, index: int) -> None:
        """Notes a tracked change; its author stands on the element or on one within it."""
        named = (one.get(f"{W}author") for one in element.iter())
        self.changes.append(TrackedChange(kind, next((name for name in named if name), ""), index))

    def _run(self, run: _Element, line: ParagraphDraft, index: int) -> None:
        character = line.look.plain
        for child in run:
            tag = child.tag
            if tag == _T:
                self._text(child.text or "", line, character)
            elif tag == _RPR:
                character = line.look.character(child)
                if child.find(f"{W}rPrChange") is not None:
                    self.changed(FORMATTED, child, index)
            elif tag in _SYMBOLS:
                self._text(_SYMBOLS[tag], line, character)
            elif tag == _BR:
                breaks_page = child.get(f"{W}type") == "page"
                self._text(PAGE_BREAK if breaks_page else "\n", line, character)
            elif tag in _DRAWINGS:
                self._drawing(child, line, index)
            elif tag == ALTERNATIVE:
                for drawing in chosen(child):
                    self._drawing(drawing, line, index)
            else:
                self._field(child, line, character)

    def _text(self, text: str, line: ParagraphDraft, character: Character) -> None:
        field = self._fields.current
        if field is not None:
            line.add(text, character, field)

    def _field(self, element: _Element, line: ParagraphDraft, character: Character) -> None:
        """A field's marks; one that was saved without its result is taken to show 1."""
        if element.tag == f"{W}instrText":
            self._fields.instruct(element.text or "")
        elif element.tag == f"{W}pgNum":
            line.add("1", character, "PAGE")
        elif element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                self._fields.begin()
            elif kind == "separate":
                self._fields.show()
            elif kind == "end":
                unshown = self._fields.end()
                line.add("1" if unshown else "", character, unshown)

    def _drawing(self, drawing: _Element, line: ParagraphDraft, index: int) -> None:
        shape = drawn_line(drawing, index)
        if shape is not None:
            self.shapes.append(shape)
        line.drawings.append(drawing)
        line.pictures += is_picture(drawing)
