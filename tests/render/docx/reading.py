"""A .docx taken apart for the tests: its parts as bytes and as trees, its paragraphs with their styles."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts by name, in the order of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> _Element:
    """A part as a tree."""
    return etree.fromstring(parts(data)[part])


def find(node: _Element, path: str) -> list[_Element]:
    """The elements at a path in which `w:` stands before every name."""
    return node.findall(path.replace("w:", W))


def value(node: _Element, path: str, name: str = "val") -> str | None:
    """An attribute of the one element at a path; None where there is no such element."""
    found = find(node, path)
    return found[0].get(f"{W}{name}") if found else None


def text(paragraph: _Element) -> str:
    """A paragraph's text, tabs and line breaks as such."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else marks[str(node.tag)]
        for run in paragraph.iter(f"{W}r")
        for node in run
        if node.tag in {f"{W}t", *marks}
    )


def style_names(data: bytes) -> dict[str, str]:
    """The names of the styles by identifier."""
    styles = find(tree(data, "word/styles.xml"), "w:style")
    return {str(one.get(f"{W}styleId")): str(value(one, "w:name")) for one in styles}


def style(data: bytes, name: str) -> _Element:
    """The style that Word shows under a name."""
    return next(one for one in find(tree(data, "word/styles.xml"), "w:style") if value(one, "w:name") == name)


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The paragraphs of the body, tables included, as style name and text."""
    names = style_names(data)
    return [(names[str(value(one, "w:pPr/w:pStyle"))], text(one)) for one in tree(data).iter(f"{W}p")]
