"""Reads what stands within a paragraph: runs, links, fields, drawings and tracked changes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.drawings import drawn_line, inline_size, is_picture, unread_kind
from reportctl.inspect.reading.facts import DrawnShape, TextRun, TrackedChange, visible
from reportctl.inspect.reading.ooxml import MC, M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.facts import Character
    from reportctl.inspect.reading.formatting import ResolvedParagraph

PAGE_BREAK = "\f"
_TOC = "TOC"
_CONTENTS = re.compile(r"\s*TOC\b")
_PAGE = re.compile(r"PAGE\b", re.IGNORECASE)


class _Field:
    """A field that is open: its instruction in pieces until its result is `shown`, then as a whole."""

    __slots__ = ("filled", "instruction", "pieces", "shown")

    def __init__(self, instruction: str) -> None:
        self.pieces = [instruction]
        self.instruction = ""
        self.shown = False
        self.filled = False


class Fields:
    """The fields that are open at a place; they may run over several paragraphs."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self, instruction: str = "") -> None:
        """A field begins; until its result is shown, what stands in it is its instruction."""
        self._open.append(_Field(instruction))

    def instruct(self, text: str) -> None:
        """More of the innermost field's instruction."""
        if self._open:
            self._open[-1].pieces.append(text)

    def show(self) -> None:
        """The innermost field's result begins; all within a table of contents is "TOC"."""
        if self._open:
            field = self._open[-1]
            own = "".join(field.pieces).strip()
            around = self._open[-2] if len(self._open) > 1 else None
            contents = _CONTENTS.match(own) or (around is not None and around.instruction == _TOC)
            field.instruction, field.shown = _TOC if contents else own, True

    def fill(self) -> None:
        """Text of the result stands in the innermost field, and so, when that ends, in the one around it."""
        if self._open:
            self._open[-1].filled = True

    def end(self) -> str:
        """The innermost field ends; gives its instruction if it never showed a result, else "".

        A page number's result may be empty until a program prints it: it shows none either.
        """
        if not self._open:
            return ""
        field = self._open.pop()
        if field.filled and self._open:
            self._open[-1].filled = True
        instruction = "".join(field.pieces).strip()
        unfilled = not field.filled and _PAGE.match(instruction) is not None
        return instruction if unfilled or not field.shown else ""

    @property
    def current(self) -> str | None:
        """The instruction whose result stands here, "" outside all fields, None within an instruction."""
        if not self._open:
            return ""
        return self._open[-1].instruction if self._open[-1].shown else None


class NoteReference(NamedTuple):
    """Where the text refers to a note: its kind ("footnote", "endnote"), its id, the paragraph."""

    kind: str
    identity: str
    paragraph: int


class ParagraphDraft:
    """One paragraph in the making: its runs joined where they look alike.

    `resolved` is how the paragraph looks whose runs are read now. `side` is what a tab in front of all words
    that needs no stop aligns them to, and by what: ("right", "margin").
    """

    __slots__ = (
        "_hides", "_pieces", "drawings", "number", "pictures", "resolved",
        "side", "size", "tallest", "widest",
    )  # fmt: skip

    def __init__(self, resolved: ResolvedParagraph) -> None:
        self.resolved = resolved
        self.number = ""
        self.drawings: list[_Element] = []
        self.pictures = 0
        self.tallest = self.widest = 0
        self.size = 0.0
        self.side: tuple[str, str] | None = None
        self._hides = False
        self._pieces: list[tuple[list[str], Character, str]] = []

    def add(self, text: str, character: Character, field: str = "") -> None:
        """Text of one formatting; it joins the text before it where that looks the same."""
        if not text:
            return
        if character.hidden:
            self._hides = True
        elif not self.size and not text.isspace():
            self.size = character.size
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last[1] is character and last[2] == field:
            last[0].append(text)
        else:
            self._pieces.append(([text], character, field))

    def text(self) -> str:
        """The text that is seen, a page break shown as a form feed."""
        return visible(self.written())

    def written(self) -> str:
        """As `text`, with the characters that nobody sees."""
        return "".join(["".join(texts) for texts, character, _ in self._pieces if not character.hidden])

    def runs(self) -> tuple[TextRun, ...]:
        """The text as runs, hidden ones included, without page breaks."""
        return tuple(
            [
                TextRun(visible("".join(texts)).replace(PAGE_BREAK, ""), character, field)
                for texts, character, field in self._pieces
            ]
        )

    def seen(self, runs: tuple[TextRun, ...]) -> tuple[TextRun, ...]:
        """Those of the paragraph's runs that are not hidden."""
        return tuple([run for run in runs if not run.character.hidden]) if self._hides else runs


INSERTED = {f"{W}ins": "插入", f"{W}moveTo": "移入"}
DELETED = {f"{W}del": "删除", f"{W}moveFrom": "移出"}
FORMATTED = "格式"
ALTERNATIVE = f"{MC}AlternateContent"

_R, _T, _RPR, _BR = f"{W}r", f"{W}t", f"{W}rPr", f"{W}br"
_APART = frozenset((f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}smartTagPr", f"{W}customXmlPr"))
_SYMBOLS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "\ufffc"}
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_REFERENCES = {f"{W}{kind}Reference": kind for kind in ("footnote", "endnote")}
_FORMULA = f"{M}oMath"
_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"


def chosen(alternative: _Element) -> _Element:
    """The branch of an AlternateContent that a current program shows."""
    for tag in (_CHOICE, _FALLBACK):
        branch = alternative.find(tag)
        if branch is not None:
            return branch
    return alternative


class Inline:
    """Reads paragraphs into `ParagraphDraft`s; the shapes, changes and notes that it met gather beside them.

    `unread` counts what has words that it does not read.
    """

    def __init__(self) -> None:
        self._fields = Fields()
        self.characters = 0
        self.shapes: list[DrawnShape] = []
        self.notes: list[NoteReference] = []
        self.unread: Counter[str] = Counter()
        self.changes: list[TrackedChange] = []

    def read(self, parent: _Element, draft: ParagraphDraft, index: int) -> None:
        """Reads the children of a paragraph, or of what wraps some of its runs, into `draft`."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, draft, index)
            elif tag in DELETED:
                self.changed(DELETED[tag], child, index)
            elif tag == f"{W}fldSimple":
                self._fields.begin(child.get(f"{W}instr", ""))
                self._fields.show()
                self.read(child, draft, index)
                self._close(draft, draft.resolved.plain)
            elif tag == ALTERNATIVE:
                self.read(chosen(child), draft, index)
            elif tag == _FORMULA:
                self.unread["公式"] += 1
            elif tag not in _APART:
                if tag in INSERTED:
                    self.changed(INSERTED[tag], child, index)
                if len(child):
                    self.read(child, draft, index)

    def changed(self, kind: str, element: _Element, index: int) -> None:
        """Notes a tracked change; its author stands on the element or on a child of it."""
        named = (found.get(f"{W}author") for found in chain((element,), element))
        self.changes.append(TrackedChange(kind, next((name for name in named if name), ""), index))

    def _run(self, run: _Element, draft: ParagraphDraft, index: int) -> None:
        character = draft.resolved.plain
        for child in run:
            tag = child.tag
            if tag == _T:
                self._text(child.text or "", draft, character)
            elif tag == _RPR:
                character = draft.resolved.character(child)
                if child.find(f"{W}rPrChange") is not None:
                    self.changed(FORMATTED, child, index)
            elif tag in _SYMBOLS:
                self._text(_SYMBOLS[tag], draft, character)
            elif tag == _BR:
                breaks_page = child.get(f"{W}type") == "page"
                self._text(PAGE_BREAK if breaks_page else "\n", draft, character)
            elif tag in _DRAWINGS:
                self._drawing(child, draft, index)
            elif tag == ALTERNATIVE:
                for drawing in chosen(child):
                    self._drawing(drawing, draft, index)
            else:
                self._mark(child, draft, character, index)

    def _text(self, text: str, draft: ParagraphDraft, character: Character) -> None:
        self.characters += len(text)
        field = self._fields.current
        if field is not None:
            if field and text.strip():
                self._fields.fill()
            draft.add(text, character, field)

    def _mark(self, element: _Element, draft: ParagraphDraft, character: Character, index: int) -> None:
        """Refers to a note, puts a line aside, or is a field's.

        A field that was saved without its result is taken to show 1.
        """
        if element.tag in _REFERENCES:
            self.notes.append(NoteReference(_REFERENCES[element.tag], element.get(f"{W}id", ""), index))
        elif element.tag == f"{W}instrText":
            self._fields.instruct(element.text or "")
        elif element.tag == f"{W}ptab":
            if draft.text().strip():
                self._text("\t", draft, character)
            else:
                draft.side = element.get(f"{W}alignment", "left"), element.get(f"{W}relativeTo", "margin")
        elif element.tag == f"{W}pgNum":
            draft.add("1", character, "PAGE")
        elif element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                self._fields.begin()
            elif kind == "separate":
                self._fields.show()
            elif kind == "end":
                self._close(draft, character)

    def _close(self, draft: ParagraphDraft, character: Character) -> None:
        unshown = self._fields.end()
        draft.add("1" if unshown else "", character, unshown)

    def _drawing(self, drawing: _Element, draft: ParagraphDraft, index: int) -> None:
        shape = drawn_line(drawing, index)
        if shape is not None:
            self.shapes.append(shape)
        kind = unread_kind(drawing)
        if kind:
            self.unread[kind] += 1
        draft.drawings.append(drawing)
        draft.pictures += is_picture(drawing)
        width, height = inline_size(drawing)
        draft.widest, draft.tallest = max(draft.widest, width), max(draft.tallest, height)
