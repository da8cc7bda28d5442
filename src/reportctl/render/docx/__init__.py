"""Renders a document as .docx after GB/T 9704-2012: the only home of writing Open XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from reportctl.document import Document
    from reportctl.layout import Layout

__all__ = ["render"]


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as .docx, looking as `layout` says.

    The same document and layout give the same bytes. Raises ProjectError for a picture that cannot be read.
    """
    # loads only where a .docx is written: other formats take measures and titles from here
    from reportctl.render.docx import rendering  # noqa: PLC0415

    rendering.render(document, layout, out)
