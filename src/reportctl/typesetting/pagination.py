"""Where 版记 goes in a report printed on both sides: an even page, the last one if it has room.

GB/T 33476.2 asks for it. Only Word knows where its lines break, but counting characters comes close enough
to tell on which page the text ends, and how sure that is; where it is not sure, 版记 takes the next even page
for itself, which is never wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil
from typing import TYPE_CHECKING

from reportctl.document import COPIES, BlockType
from reportctl.text.width import width
from reportctl.typesetting import letterhead, signing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.document import Block, Document, Imprint
    from reportctl.layout import Layout

_TAIL = frozenset({BlockType.ATTACHMENT_LIST, BlockType.SIGNATURE, BlockType.DATE, BlockType.NOTE})
_DOUBT, _DOUBT_SHARE = 2, 0.03
"""Lines by which the count may be wrong, and by how many more for each paragraph."""


class PageOrientation(Enum):
    """How a section lies: upright, turned, or on an even page of its own, with a page number or bare."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    OVERLEAF = "overleaf"
    BARE_OVERLEAF = "bare overleaf"


@dataclass(frozen=True, slots=True)
class End:
    """The text ends on line `line` of page `page`, give or take `doubt` lines.

    `slack` is by how many lines it may be longer (or shorter, where its end just did not fit the page before)
    and still end on that page.
    """

    page: int
    line: int
    doubt: int
    slack: int

    @property
    def sure(self) -> bool:
        """Whether it ends on that page for all the doubt."""
        return self.slack > self.doubt


def imprint_sheet(document: Document, layout: Layout) -> PageOrientation:
    """The sheet on which the document's 版记 stands.

    A page that 版记 has for itself bears no page number where a blank one may stand before it (clause 7.5).
    """
    if not document.duplex or document.imprint is None:
        return PageOrientation.PORTRAIT
    if document.attachments:
        return PageOrientation.BARE_OVERLEAF
    end = end_of_text(document, layout)
    if end.page % 2:
        return PageOrientation.OVERLEAF if end.sure else PageOrientation.BARE_OVERLEAF
    fits = end.line + end.doubt + _imprint_height(document.imprint, layout) <= layout.grid.lines.value
    return PageOrientation.PORTRAIT if end.sure and fits else PageOrientation.BARE_OVERLEAF


def end_of_text(document: Document, layout: Layout) -> End:
    """Where the text of `document` ends, from 版头 to 附注."""
    per_page, room = layout.grid.lines.value, layout.grid.characters.value
    blocks = document.blocks
    tail = next((index for index, block in enumerate(blocks) if block.type in _TAIL), len(blocks))
    page = 1
    line = letterhead.height(document.letterhead, layout) if document.letterhead else 0
    for block, lines in _heights(blocks[:tail], layout, room):
        if block.heading_alone and line + lines >= per_page:
            page, line = page + 1, 0
        turned, line = divmod(line + lines, per_page)
        page += turned
    lines = sum(lines for _, lines in _heights(blocks[tail:], layout, room)) + _blank_lines(document, layout)
    doubt = ceil(_DOUBT + _DOUBT_SHARE * len(blocks))
    room_left = per_page - line - lines
    if room_left < 0:
        return End(page + 1, lines + 1, doubt, -room_left)
    return End(page, line + lines, doubt, room_left)


def _imprint_height(imprint: Imprint, layout: Layout) -> int:
    """About how many lines 版记 takes."""
    copies = layout.elements.copies_to
    size = copies.size.value.points
    room = layout.page.text_width.points / size - copies.left.value - copies.right.value - width(COPIES)
    lines = ceil(width(imprint.copies) / room) if imprint.copies_to else 0
    return lines + bool(imprint.printed_by or imprint.printed_on) + 1


def _blank_lines(document: Document, layout: Layout) -> int:
    """The lines left free above 附件说明 and above 署名."""
    gap = layout.elements.attachment_note.blank_before.value if document.attachments else 0
    above = signing.place(document, layout).before / layout.grid.line_pitch.value.twips
    return gap + ceil(above)


def _heights(blocks: Sequence[Block], layout: Layout, room: int) -> Iterable[tuple[Block, int]]:
    elements = layout.elements
    for block in blocks:
        indent = 0.0 if block.type is BlockType.RECIPIENTS else elements.body.first_line.value
        lines = ceil((width(block.number + block.text) + indent) / room)
        if block.type is BlockType.TITLE:
            size = elements.title.size.value.points / elements.body.size.value.points
            lines = ceil(width(block.text) * size / room) + elements.recipients.blank_before.value
        elif block.heading_alone:
            lines += elements.heading(block.level).blank_before.value
        yield block, max(lines, 1)
