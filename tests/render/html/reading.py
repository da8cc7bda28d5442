"""A page taken apart for the tests, by a parser that takes nothing amiss silently."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl import layout, resources
from reportctl.document import Form
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.render.html import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout

VOID = {"meta", "img", "br", "col", "wbr"}


@dataclass
class Element:
    """An element of the page; `children` are elements and stretches of text in their order."""

    name: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def find(self, name: str = "", class_: str = "") -> list[Element]:
        """The elements below with that name, or that class, in reading order."""
        return [
            one
            for one in self.walk()
            if name in {"", one.name} and (not class_ or class_ in one.attributes.get("class", "").split())
        ]

    def walk(self) -> Iterator[Element]:
        """All elements below, in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """The text as a reader hears it: a picture says its alternative text."""
        words = [child if isinstance(child, str) else child.text for child in self.children]
        return self.attributes.get("alt", "") + "".join(words)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"an attribute of {tag} is there twice"
        element = Element(tag, attributes)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")


def page(document: Document, style: Layout | None = None) -> bytes:
    """The document as a page, in the default layout or another."""
    out = io.BytesIO()
    render(document, style or layout.load("gb9704", Path()), out)
    return out.getvalue()


def parse(data: bytes) -> Element:
    """The page as a tree whose top has no name."""
    parser = _Parser()
    parser.feed(data.decode())
    parser.close()
    assert parser.open == [parser.root], "an element is not closed"
    return parser.root


def tree(document: Document, style: Layout | None = None) -> Element:
    """The document as a page, taken apart."""
    return parse(page(document, style))


def body(document: Document) -> Element:
    """The document's page from the title on."""
    return tree(document).find("main")[0]


def headings(element: Element) -> list[tuple[int, str]]:
    """The headings below by depth and text, as a screen reader lists them."""
    return [
        (int(one.name[1]), one.text)
        for one in element.walk()
        if one.name[:1] == "h" and one.name[1:].isdigit()
    ]


def css(document: Document, style: Layout | None = None) -> str:
    """The page's style sheet."""
    return tree(document, style).find("style")[0].text


def example(name: str, form: Form = Form.PUBLIC) -> Document:
    """A shipped example as a document tree."""
    return check(open_project(resources.path("examples", name)), form=form).assembly.document
