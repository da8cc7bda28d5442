"""A person who changes a built report in Word: each change as Word makes it, and what must come out of it.

`lines` are the paragraphs as the next build has to print them but for their numbers, which `expected` writes
anew as each chapter had them. Any change can be tracked.
"""

from __future__ import annotations

import copy
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Element = Any

AUTHOR = "张区长"
_WHEN = "2024-02-07T10:00:00Z"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HAN = "[一二三四五六七八九十]{1,3}"
NUMBERS = {
    "chapter": re.compile(f"^{_HAN}、"),
    "section": re.compile(f"^\uff08{_HAN}\uff09"),
    "item": re.compile(r"^\d{1,2}[.、](?!\d)"),
    "point": re.compile("^\uff08\\d{1,2}\uff09"),
}
_WRITTEN: dict[str, Callable[[int], str]] = {
    "chapter": lambda number: f"{chinese(number)}、",
    "section": lambda number: f"\uff08{chinese(number)}\uff09",
    "item": lambda number: f"{number}.",
    "point": lambda number: f"\uff08{number}\uff09",
}


def kind_of(line: str) -> str:
    """The kind of number in front of a line, "" for none."""
    return next((kind for kind, pattern in NUMBERS.items() if pattern.match(line)), "")


def words_of(line: str) -> str:
    """A line without the number in front of it."""
    kind = kind_of(line)
    return NUMBERS[kind].sub("", line) if kind else line


def renumbered(lines: list[str], running: set[str]) -> list[str]:
    """The lines with their numbers written anew; in the chapters of `running` 1. runs on across sections."""
    found = []
    counts = dict.fromkeys(NUMBERS, 0)
    runs_on = False
    for line in lines:
        kind = kind_of(line)
        if kind:
            if kind == "chapter":
                runs_on = words_of(line) in running
            ranks = [*NUMBERS]
            for below in ranks[ranks.index(kind) + 1 :]:
                if not (runs_on and below == "item" and kind == "section"):
                    counts[below] = 0
            counts[kind] = 1 if line.startswith("\uff081\uff09") else counts[kind] + 1
            found.append(_WRITTEN[kind](counts[kind]) + words_of(line))
        else:
            found.append(line)
    return found


@dataclass
class Leader:
    """A copy in Word's hands: its paragraphs and, beside each, the line that must come out."""

    data: bytes
    lines: list[str] = field(init=False)
    running: set[str] = field(init=False)
    _identity: int = 9_000

    def __post_init__(self) -> None:
        self.document = docx.Document(io.BytesIO(self.data))
        self.paragraphs: list[Element] = [
            element
            for element in self.document.element.body.iterchildren(qn("w:p"))
            if _text(element).strip()
        ]
        self.lines = [_text(element) for element in self.paragraphs]
        self.running = set(_running(self.lines))

    def save(self) -> bytes:
        """The file as Word would save it."""
        packed = io.BytesIO()
        self.document.save(packed)
        return packed.getvalue()

    @property
    def expected(self) -> list[str]:
        """The lines that the next build must print."""
        return renumbered(self.lines, self.running)

    def at(self, words: str) -> int:
        """The one paragraph that these words stand in."""
        (found,) = (place for place, line in enumerate(self.lines) if words in line)
        return found

    # --- what a person does

    def replace(self, place: int, old: str, new: str, *, track: bool = False) -> None:
        """Write `new` over `old` within a paragraph."""
        paragraph, line = self.paragraphs[place], self.lines[place]
        start = line.index(old)
        runs = self._span(paragraph, start, start + len(old))
        if track:
            gone = self._change("w:del")
            runs[0].addprevious(gone)
            for run in runs:
                _cross_out(run)
                gone.append(run)
            if new:
                come = self._change("w:ins")
                come.append(_run(new, runs[0]))
                gone.addnext(come)
        else:
            if new:
                runs[0].addprevious(_run(new, runs[0]))
            for run in runs:
                run.getparent().remove(run)
        self.lines[place] = line[:start] + new + line[start + len(old) :]

    def retype(self, place: int, new: str, *, keeps_bookmark: bool = False) -> None:
        """Type over the whole paragraph; Word drops a bookmark that is typed over."""
        paragraph = self.paragraphs[place]
        runs = _runs(paragraph)
        runs[0].addprevious(_run(new))
        for run in runs:
            run.getparent().remove(run)
        if not keeps_bookmark:
            _strip_bookmarks(paragraph)
        self.lines[place] = new

    def delete(self, place: int, *, track: bool = False) -> None:
        """Delete a whole paragraph."""
        paragraph = self.paragraphs[place]
        if track:
            gone = self._change("w:del")
            runs = _runs(paragraph)
            runs[0].addprevious(gone)
            for run in runs:
                _cross_out(run)
                gone.append(run)
            self._mark(paragraph, "w:del")
        else:
            paragraph.getparent().remove(paragraph)
        del self.paragraphs[place], self.lines[place]

    def insert(self, place: int, text: str, *, track: bool = False) -> None:
        """Type a new paragraph behind one."""
        new = OxmlElement("w:p")
        properties = self.paragraphs[place].find(qn("w:pPr"))
        if properties is not None:
            new.append(copy.deepcopy(properties))
        run = _run(text)
        if track:
            come = self._change("w:ins")
            come.append(run)
            new.append(come)
            self._mark(new, "w:ins")
        else:
            new.append(run)
        self.paragraphs[place].addnext(new)
        self.paragraphs.insert(place + 1, new)
        self.lines.insert(place + 1, text)

    def split(self, place: int, offset: int, typed: str = "", *, track: bool = False) -> None:
        """Press Enter in a paragraph, and type something at the head of the second."""
        paragraph, line = self.paragraphs[place], self.lines[place]
        first = self._cut(paragraph, offset)
        behind = _runs(paragraph)[first:]
        new = OxmlElement("w:p")
        properties = paragraph.find(qn("w:pPr"))
        if properties is not None:
            new.append(copy.deepcopy(properties))
        ends = list(paragraph.iterchildren(qn("w:bookmarkEnd")))
        if typed:
            new.append(_run(typed))
        for element in [*behind, *ends]:
            new.append(element)
        paragraph.addnext(new)
        if track:
            self._mark(paragraph, "w:ins")
        self.paragraphs.insert(place + 1, new)
        self.lines[place : place + 1] = [line[:offset], typed + line[offset:]]

    def join(self, place: int, drop: int, *, track: bool = False) -> None:
        """Delete a paragraph's mark, and so many characters at the head of the next."""
        first, second = self.paragraphs[place : place + 2]
        dropped = self._span(second, 0, drop) if drop else []
        if track:
            self._mark(first, "w:del")
            if dropped:
                gone = self._change("w:del")
                dropped[0].addprevious(gone)
                for run in dropped:
                    _cross_out(run)
                    gone.append(run)
        else:
            for run in dropped:
                run.getparent().remove(run)
            for element in [element for element in second if element.tag != qn("w:pPr")]:
                first.append(element)
            second.getparent().remove(second)
        self.lines[place : place + 2] = [self.lines[place] + self.lines[place + 1][drop:]]
        # what is tracked goes on in the second, whose mark is left
        del self.paragraphs[place if track else place + 1]

    def move(self, place: int, behind: int, *, track: bool = False) -> None:
        """Cut a paragraph and paste it behind another."""
        paragraph, line = self.paragraphs[place], self.lines[place]
        anchor = self.paragraphs[behind]
        if track:
            moved = copy.deepcopy(paragraph)
            _strip_bookmarks(moved)
            for element, tag in ((paragraph, "w:moveFrom"), (moved, "w:moveTo")):
                change = self._change(tag)
                runs = _runs(element)
                runs[0].addprevious(change)
                for run in runs:
                    change.append(run)
                self._mark(element, tag)
            anchor.addnext(moved)
        else:
            moved = paragraph
            paragraph.getparent().remove(paragraph)
            anchor.addnext(moved)
        del self.paragraphs[place], self.lines[place]
        behind -= place < behind
        self.paragraphs.insert(behind + 1, moved)
        self.lines.insert(behind + 1, line)

    def count_automatically(self, places: list[int]) -> None:
        """Word makes a list of paragraphs with typed 1. 2. 3.: the numbers are no text any more."""
        name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
        blank = f"<w:numbering {nsdecls('w')}/>".encode()
        part = XmlPart.load(name, kind, blank, self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        numbering = part.element
        level = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
        )
        numbering.insert(0, _element(f'<w:abstractNum {{}} w:abstractNumId="77">{level}</w:abstractNum>'))
        numbering.append(_element('<w:num {} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for place in places:
            paragraph = self.paragraphs[place]
            number = NUMBERS["item"].match(self.lines[place])
            assert number is not None
            for run in self._span(paragraph, 0, number.end()):
                run.getparent().remove(run)
            counted = '<w:numPr {}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
            paragraph.get_or_add_pPr().find(qn("w:pStyle")).addnext(_element(counted))

    def comment(self, place: int, text: str, author: str = AUTHOR) -> None:
        """Put a comment on a paragraph."""
        paragraph = Paragraph(self.paragraphs[place], self.document._body)
        self.document.add_comment(paragraph.runs, text=text, author=author, initials=author[0])

    def paste_anew(self) -> None:
        """Paste everything as text into a file of one's own: no bookmarks, no styles, no properties."""
        self.document = docx.Document()
        for line in self.lines:
            self.document.add_paragraph(line)
        self.paragraphs = list(self.document.element.body.iterchildren(qn("w:p")))

    def strip_bookmarks(self) -> None:
        """As after a program that keeps none."""
        _strip_bookmarks(self.document.element.body)

    # --- how Word does it

    def _change(self, tag: str) -> Element:
        self._identity += 1
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(self._identity))
        change.set(qn("w:author"), AUTHOR)
        change.set(qn("w:date"), _WHEN)
        return change

    def _mark(self, paragraph: Element, tag: str) -> None:
        """Track a change of the paragraph's mark."""
        properties = paragraph.get_or_add_pPr()
        mark = properties.find(qn("w:rPr"))
        if mark is None:
            mark = OxmlElement("w:rPr")
            properties.append(mark)
        mark.insert(0, self._change(tag))

    def _span(self, paragraph: Element, start: int, end: int) -> list[Element]:
        first, behind = self._cut(paragraph, start), self._cut(paragraph, end)
        return _runs(paragraph)[first:behind]

    @staticmethod
    def _cut(paragraph: Element, at: int) -> int:
        """See to it that a run begins at an offset; its index."""
        position = 0
        for index, run in enumerate(_runs(paragraph)):
            text = run.find(qn("w:t"))
            length = len(text.text or "") if text is not None else 0
            if at == position:
                return index
            if position < at < position + length:
                behind = copy.deepcopy(run)
                head, tail = text.text[: at - position], text.text[at - position :]
                for element, words in ((text, head), (behind.find(qn("w:t")), tail)):
                    element.text = words
                    element.set(_SPACE, "preserve")
                run.addnext(behind)
                return index + 1
            position += length
        return len(_runs(paragraph))


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _cross_out(run: Element) -> None:
    """Make a run one of a tracked deletion; one that only refers to a comment has no text."""
    for text in list(run.iter(qn("w:t"))):
        text.tag = qn("w:delText")


def _runs(element: Element) -> list[Element]:
    """The runs whose text is still there."""
    return [run for run in element.iter(qn("w:r")) if run.find(qn("w:delText")) is None]


def _run(text: str, like: Element | None = None) -> Element:
    run = OxmlElement("w:r")
    look = None if like is None else like.find(qn("w:rPr"))
    if look is not None:
        run.append(copy.deepcopy(look))
    written = OxmlElement("w:t")
    written.text = text
    written.set(_SPACE, "preserve")
    run.append(written)
    return run


def _element(xml: str) -> Element:
    return docx.oxml.parse_xml(xml.replace("{}", nsdecls("w")))


def _strip_bookmarks(root: Element) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for element in list(root.iter(qn(tag))):
            element.getparent().remove(element)


def _running(lines: list[str]) -> Iterator[str]:
    """The titles of the chapters in which 1. runs on across sections."""
    chapter, last, fresh = "", 0, False
    for line in lines:
        kind = kind_of(line)
        if kind == "chapter":
            chapter, last, fresh = words_of(line), 0, False
        elif kind == "section":
            fresh = True
        elif kind == "item":
            number = int(re.match(r"\d+", line)[0])  # type: ignore[index]
            if fresh and last and number == last + 1:
                yield chapter
            last, fresh = number, False
