"""Reads what stands within a paragraph: runs, links, fields, drawings and tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.drawings import drawn_line, is_picture
from reportctl.inspect.facts import DrawnShape, TrackedChange
from reportctl.inspect.line import PAGE_BREAK, DrawnLine, Fields
from reportctl.inspect.ooxml import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.facts import Character

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
    """Reads paragraphs into `DrawnLine`s; the shapes and changes that it met gather beside them."""

    def __init__(self) -> None:
        self._fields = Fields()
        self.shapes: list[DrawnShape] = []
        self.changes: list[TrackedChange] = []

    def read(self, parent: _Element, line: DrawnLine, index: int) -> None:
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

    def _run(self, run: _Element, line: DrawnLine, index: int) -> None:
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

    def _text(self, text: str, line: DrawnLine, character: Character) -> None:
        field = self._fields.current
        if field is not None:
            line.add(text, character, field)

    def _field(self, element: _Element, line: DrawnLine, character: Character) -> None:
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

    def _drawing(self, drawing: _Element, line: DrawnLine, index: int) -> None:
        shape = drawn_line(drawing, index)
        if shape is not None:
            self.shapes.append(shape)
        line.drawings.append(drawing)
        line.pictures += is_picture(drawing)
