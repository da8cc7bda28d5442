"""The document as plain text: one paragraph a line, title first, no blank lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.lines import one_line

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportctl.document import Document


def render(document: Document, out: BinaryIO) -> None:
    """Write UTF-8 text with one newline at the end of each paragraph."""
    out.writelines(f"{one_line(block.number + block.text)}\n".encode() for block in document.paragraphs())
