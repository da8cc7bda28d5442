"""Titles in lines, broken as the .docx breaks them; on a narrow screen a long line breaks between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.docx.titles import break_title
from reportctl.render.html.markup import element, text, void

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.document import Document
    from reportctl.layout import ElementLayout, Layout

_TELEPHONE = 13
"""Characters of a title that a line takes on a narrow telephone."""


def lines(
    title: str, look: ElementLayout, document: Document, layout: Layout, given: Sequence[str] = ()
) -> str:
    """The content of a heading set as `look`: the lines `given`, else those that `title` falls into."""
    names = (*document.issuers, document.area)
    least = layout.wrapping.last_line.value
    room = layout.page.text_width.points / look.size.value.points
    broken = given or break_title(title, room, names=names, least=least)
    parts = (break_title(line, _TELEPHONE, names=names, least=least) for line in broken)
    return "".join(element("span", void("wbr").join(map(text, line))) for line in parts)
