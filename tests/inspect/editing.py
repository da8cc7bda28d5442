"""Edits a .docx part by part, as the tests need it: find a paragraph by its words, change one thing."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = re.compile("[一二三四]、|（[一二三四1234]）|[1234]\\.")
_FIRST = {f"{W}pPr": (f"{W}pStyle",), f"{W}rPr": (f"{W}rStyle",)}


def words(element: _Element) -> str:
    """The text of the runs within an element, tabs as tabs."""
    shown = {f"{W}tab": "\t", f"{W}br": "\n"}
    pieces = (one for run in element.iter(f"{W}r") for one in run)
    return "".join(
        shown.get(str(one.tag)) or (one.text or "" if one.tag == f"{W}t" else "") for one in pieces
    )


def put(parent: _Element, tag: str, **attributes: str) -> _Element:
    """Gives `parent` a child with these attributes, over those it has."""
    child = parent.find(f"{W}{tag}")
    if child is None:
        child = etree.SubElement(parent, f"{W}{tag}")
    for name, value in attributes.items():
        child.set(f"{W}{name}", value)
    return child


def drop(parent: _Element, tag: str) -> None:
    """Takes a child away."""
    for child in parent.findall(f"{W}{tag}"):
        parent.remove(child)


def properties(element: _Element) -> _Element:
    """The pPr of a paragraph, the rPr of a run, the trPr of a row: made first child where it is missing."""
    tag = f"{W}{str(element.tag)[len(W) :]}Pr"
    found = element.find(tag)
    if found is None:
        found = etree.Element(tag)
        element.insert(0, found)
    return found


class Editable:
    """A document's parts; `save` gives the package with what was changed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self._roots: dict[str, _Element] = {}

    def part(self, name: str) -> _Element:
        """The root of a part, to be changed in place."""
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.files[name])
        return self._roots[name]

    @property
    def body(self) -> _Element:
        found = self.part("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    def footers(self) -> Iterator[_Element]:
        """The footers' roots, by name."""
        yield from (
            self.part(name) for name in sorted(self.files) if re.fullmatch(r"word/footer\d*\.xml", name)
        )

    def sections(self) -> list[_Element]:
        return list(self.body.iter(f"{W}sectPr"))

    def find(self, start: str) -> _Element:
        """The paragraph that reads so, its number left aside; 附件2/ is the next one under 附件2."""
        if start.endswith("/"):
            below = self.find(start[:-1]).itersiblings(f"{W}p")
            return next(one for one in below if words(one).strip())
        for paragraph in self.body.iter(f"{W}p"):
            text = words(paragraph).strip()
            if text.startswith(start) or _NUMBER.sub("", text, count=1).startswith(start):
                return paragraph
        raise LookupError(start)

    def texts(self) -> list[_Element]:
        """The paragraphs of the text proper: those two characters in, from the opening to the closing."""
        names = [words(one).strip() for one in self.body.iter(f"{W}p")]
        every = list(self.body.iter(f"{W}p"))
        first = next(place for place, name in enumerate(names) if name.startswith("2023年，"))
        last = next(place for place, name in enumerate(names) if name.startswith("专此报告"))
        return every[first : last + 1]

    def save(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.files.items():
                root = self._roots.get(name)
                archive.writestr(
                    name,
                    data if root is None else etree.tostring(root, encoding="UTF-8", xml_declaration=True),
                )
        return buffer.getvalue()


def runs(paragraph: _Element) -> list[_Element]:
    """The runs that show text."""
    return [run for run in paragraph.iter(f"{W}r") if words(run) and run.find(f"{W}t") is not None]


def style(paragraph: _Element, tag: str, **attributes: str) -> None:
    """Gives every run of a paragraph this character property."""
    for run in runs(paragraph):
        put(properties(run), tag, **attributes)


def font(paragraph: _Element, name: str) -> None:
    """Sets every run of a paragraph in this font, the automatic number as well."""
    for run in runs(paragraph):
        put(properties(run), "rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def split(paragraph: _Element, at: str) -> _Element:
    """Cuts the run that holds these words, so that they begin a run of their own, which is given back."""
    for run in runs(paragraph):
        for piece in run.iter(f"{W}t"):
            before, found, after = (piece.text or "").partition(at)
            if found:
                second = copy.deepcopy(run)
                for one in list(second):
                    if one.tag != f"{W}rPr":
                        second.remove(one)
                text = etree.SubElement(second, f"{W}t")
                text.text = found + after
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                following = list(piece.itersiblings())
                piece.text = before
                for one in following:
                    second.append(one)
                run.addnext(second)
                return second
    raise LookupError(at)


def replace(paragraph: _Element, old: str, new: str) -> None:
    """Puts other words in the place of words that stand in one run."""
    for piece in paragraph.iter(f"{W}t"):
        if old in (piece.text or ""):
            piece.text = (piece.text or "").replace(old, new)
            return
    raise LookupError(old)


def retext(paragraph: _Element, text: str) -> None:
    """Makes this the whole text of a paragraph, in the looks of its first run; a newline is a line break."""
    first, *others = runs(paragraph)
    for run in others:
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    for place, line in enumerate(text.split("\n")):
        if place:
            etree.SubElement(first, f"{W}br")
        piece = etree.SubElement(first, f"{W}t")
        piece.text = line


def renumber(paragraph: _Element, number: str) -> None:
    """Types this number in front of a paragraph, in the place of the one it has."""
    put(put(properties(paragraph), "numPr"), "numId", val="0")
    first = next(iter(runs(paragraph)))
    piece = first.find(f"{W}t")
    assert piece is not None
    text = _NUMBER.sub("", piece.text or "", count=1) if _NUMBER.match(piece.text or "") else piece.text or ""
    piece.text = number + text


def remove(paragraph: _Element) -> None:
    """Takes a paragraph away."""
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
