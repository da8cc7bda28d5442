"""Reads what stands within a paragraph: words in one view, and whatever is no word of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.reading.drawings import boxes, drawn_line, is_picture
from reportctl.inspect.reading.inline import ALTERNATIVE, chosen
from reportctl.inspect.reading.ooxml import A, W
from reportctl.review.copies import View
from reportctl.review.markup.gathered import TRACKED

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from reportctl.inspect.reading.formatting import ResolvedParagraph
    from reportctl.review.markup.gathered import Draft, Gathered

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATHS = frozenset((f"{_M}oMath", f"{_M}oMathPara"))
FOREIGN = frozenset((f"{W}altChunk", f"{W}subDoc"))
PROPERTIES = frozenset(
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid", "sdtPr", "sdtEndPr"),
        *("smartTagPr", "customXmlPr", "sectPr", "rubyPr"),
    )
)
_RPR, _T = f"{W}rPr", f"{W}t"
_SYMBOLS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_NOTE_NAMES = {"footnotes": "脚注", "endnotes": "尾注"}
_CONTENTS = "TOC"


def formula(element: _Element) -> str:
    """The words of a formula."""
    return _words(element, f"{_M}t")


class Runs:
    """Reads paragraphs; `apart` gives the words of a story beside the body, `note` the story of a note."""

    def __init__(
        self,
        found: Gathered,
        apart: Callable[[_Element], str],
        note: Callable[[str, str], _Element | None],
    ) -> None:
        self._found = found
        self._apart = apart
        self._note = note

    def read(self, parent: _Element, draft: Draft, look: ResolvedParagraph) -> None:
        """Reads the children of a paragraph, or of what wraps some of its runs, into `draft`."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, draft, look)
            elif tag in TRACKED:
                self._found.note(child, draft)
                if tag not in self._found.gone:
                    self.read(child, draft, look)
            elif tag == ALTERNATIVE:
                self.read(chosen(child), draft, look)
            elif tag == f"{W}fldSimple":
                self._found.fields.begin(child.get(f"{W}instr", ""))
                self._found.fields.show()
                self.read(child, draft, look)
                self._found.fields.end()
            elif not self._apart_from_words(child, draft) and tag not in PROPERTIES and len(child):
                self.read(child, draft, look)

    def _apart_from_words(self, child: _Element, draft: Draft) -> bool:
        """Takes in a mark or a thing that is no run; False for what may have runs in it."""
        tag = child.tag
        if tag == f"{W}bookmarkStart":
            draft.bookmarks.append(child.get(f"{W}name", ""))
        elif tag == f"{W}commentRangeStart":
            self._found.comment(child)
        elif tag in MATHS:
            self._found.aside("公式", formula(child))
        elif tag in FOREIGN:
            self._found.aside("嵌入的文档")
        else:
            return False
        return True

    def _run(self, run: _Element, draft: Draft, look: ResolvedParagraph) -> None:
        properties = run.find(_RPR)
        hidden = (look.plain if properties is None else look.character(properties)).hidden
        for child in run:
            text = self._text_of(child)
            if text is not None:
                self._text(text, draft, hidden=hidden)
            elif child.tag == f"{W}ruby":
                self._ruby(child, draft, look)
            elif child.tag == ALTERNATIVE:
                for part in chosen(child):
                    self._text(self._text_of(part) or "", draft, hidden=hidden)
                    self._thing(part)
            else:
                self._thing(child)

    def _text_of(self, child: _Element) -> str | None:
        """The characters that a child of a run stands for; None for what stands for none."""
        tag = child.tag
        if tag == _T or (tag == f"{W}delText" and self._found.view is View.REJECT):
            return child.text or ""
        if tag == f"{W}br":
            return "" if child.get(f"{W}type") in ("page", "column") else "\n"
        return _SYMBOLS.get(tag)

    def _text(self, text: str, draft: Draft, *, hidden: bool) -> None:
        field = self._found.fields.current
        if field is None or not text:
            return
        if field == _CONTENTS:
            self._found.aside("目录", text)
        elif hidden:
            self._found.aside("隐藏文字", text)
        else:
            draft.pieces.append(text)

    def _thing(self, child: _Element) -> None:
        """What stands in a run and is no text."""
        tag = child.tag
        if tag in _DRAWINGS:
            self._drawing(child)
        elif tag in _NOTES:
            part = _NOTES[tag]
            note = self._note(part, child.get(f"{W}id", ""))
            self._found.aside(_NOTE_NAMES[part], "" if note is None else self._apart(note))
        elif tag == f"{W}sym":
            self._found.aside("特殊符号", child.get(f"{W}char", ""))
        elif tag == f"{W}commentReference":
            self._found.comment(child)
        elif tag == f"{W}instrText":
            self._found.fields.instruct(child.text or "")
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType", ""))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._found.fields.begin()
        elif kind == "separate":
            self._found.fields.show()
        elif kind == "end":
            self._found.fields.end()

    def _ruby(self, ruby: _Element, draft: Draft, look: ResolvedParagraph) -> None:
        for child in ruby:
            if child.tag == f"{W}rubyBase":
                self.read(child, draft, look)
            elif child.tag == f"{W}rt":
                self._found.aside("注音", _words(child, _T))

    def _drawing(self, drawing: _Element) -> None:
        in_boxes = [text for text in map(self._apart, boxes(drawing)) if text]
        for text in in_boxes:
            self._found.aside("文本框", text)
        words = _words(drawing, f"{A}t")
        if words:
            self._found.aside("图形里的文字", words)
        if is_picture(drawing):
            self._found.aside("图片")
        elif not in_boxes and not words and drawn_line(drawing, 0) is None:
            self._found.aside("嵌入的对象" if drawing.tag == f"{W}object" else "图形")


def _words(element: _Element, tag: str) -> str:
    """The words of what has a text element of its own: formulas, drawings."""
    return "".join(text.text or "" for text in element.iter(tag))
