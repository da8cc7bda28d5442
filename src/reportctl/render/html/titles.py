"""Titles in lines, broken as the .docx breaks them; a narrow screen breaks a line again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.docx.titles import break_title
from reportctl.render.html.markup import element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.document import Document
    from reportctl.layout import Element, Layout


def lines(title: str, look: Element, document: Document, layout: Layout, given: Sequence[str] = ()) -> str:
    """The content of a heading set as `look`: the lines `given`, else those that `title` falls into."""
    broken = given or break_title(
        title,
        layout.page.text_width.points / look.size.value.points,
        names=(*document.issuers, document.area),
        least=layout.wrapping.last_line.value,
    )
    return "".join(element("span", text(line)) for line in broken)
