"""Renders a document as one self-contained page: read on a phone, printed as A4 after GB/T 9704-2012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import Form
from reportctl.render.html import attachments, formal, paragraphs
from reportctl.render.html.markup import element, text, void
from reportctl.render.html.style import style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout

__all__ = ["render"]

_DRAFT = "草稿"


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as HTML in UTF-8, looking as `layout` says.

    The page holds no script and asks for no other file: its pictures are part of it. The same document and
    layout give the same bytes. Raises ProjectError for a picture that cannot be read.
    """
    out.writelines(f"{line}\n".encode() for line in _page(document, layout))


def _page(document: Document, layout: Layout) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield from _head(document, layout)
    yield "<body>"
    yield "<main>"
    if document.draft:
        yield element("p", _DRAFT, class_="draft")
    if document.letterhead is not None:
        yield from formal.letterhead(document.letterhead, layout)
    yield from paragraphs.write(document, layout)
    yield from attachments.write(document, layout)
    if document.imprint is not None:
        yield from formal.imprint(document.imprint)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _head(document: Document, layout: Layout) -> Iterator[str]:
    """Telephones make links of figures that look like a number to call; search engines list drafts."""
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield void("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield void("meta", name="format-detection", content="telephone=no, date=no, address=no, email=no")
    if document.draft or document.form is not Form.PUBLIC:
        yield void("meta", name="robots", content="noindex")
    marked = f"{_DRAFT} " if document.draft else ""
    yield element("title", marked + text(document.title))
    yield f"<style>\n{style(document, layout)}</style>"
    yield "</head>"
