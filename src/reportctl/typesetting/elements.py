"""The elements of the text: which of the layout's a paragraph is, and the blank lines around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType

if TYPE_CHECKING:
    from reportctl.document import Document
    from reportctl.layout import ElementLayout, Layout

PLAIN = {BlockType.RECIPIENTS: "recipients", BlockType.NOTE: "note"}
"""Paragraphs that are set as their element says and no other way, with the key of the element in a layout."""


class BlankLines(NamedTuple):
    """The blank lines above and below an element."""

    above: int = 0
    below: int = 0


def blank_lines_around(key: str, document: Document, layout: Layout) -> BlankLines:
    """The blank lines around the element of that key, as it stands in `document`."""
    element: ElementLayout = getattr(layout.elements, key)
    above = element.blank_before.value
    if key == "title":
        # without 版头 it begins on line 1; what is asked for above 主送 every form has under the title
        above = above if document.letterhead is not None else 0
        return BlankLines(above, layout.elements.recipients.blank_before.value)
    if key == "recipients":
        return BlankLines()
    return BlankLines(above, 1 if key == "attachment_title" else 0)
