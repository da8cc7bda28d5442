"""How high what stands on a page is, in lines of the text, as an engine breaks its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl import images
from reportctl.document import COPIES, BlockType
from reportctl.text.width import width
from reportctl.typesetting import signing
from reportctl.typesetting.elements import blank_lines_around
from reportctl.typesetting.imprint import printed_lines
from reportctl.typesetting.lines import WORD, lines_of
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.pictures import scaled
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from reportctl.document import Block, Document, Imprint, Picture
    from reportctl.layout import Layout
    from reportctl.typesetting.lines import Engine, Lines

TAIL = frozenset({BlockType.ATTACHMENT_LIST, BlockType.SIGNATURE, BlockType.DATE, BlockType.NOTE})
"""What stays with the last line of the text."""
_EMU = 12_700
"""English metric units in a point."""


def sheet_room(layout: Layout, sheet: PageOrientation = PageOrientation.PORTRAIT) -> float:
    """How many lines a sheet has room for."""
    page, turned = layout.page, sheet is PageOrientation.LANDSCAPE
    return (page.text_width if turned else page.text_height).points / layout.grid.line_pitch.value.points


def imprint_height(imprint: Imprint, layout: Layout) -> float:
    """How many lines 版记 takes."""
    copies, printed = layout.elements.copies_to, layout.elements.printed
    room = layout.page.text_width.points / copies.size.value.points - copies.left.value - copies.right.value
    height = layout.imprint.outer_line.value.points * 3 + layout.imprint.bottom_gap.value.points
    if imprint.copies_to:
        lines = lines_of(imprint.copies, room - width(COPIES), 0, WORD).total
        height += lines * layout.line_pitch(copies).points
    if imprint.printed_by or imprint.printed_on:
        height += printed_lines(imprint, layout) * layout.line_pitch(printed).points
    return height / layout.grid.line_pitch.value.points


def tail_height(document: Document, layout: Layout, engine: Engine) -> float:
    """The lines that 附件说明, 署名, 成文日期 and 附注 take, with what is left free above them."""
    tail = [block for block in document.blocks if block.type in TAIL]
    kinds = {block.type for block in tail}
    placed, pitch = signing.place(document, layout), layout.grid.line_pitch.value.twips
    signed = BlockType.SIGNATURE in kinds
    height = float(layout.elements.attachment_note.blank_before.value) if document.attachments else 0.0
    height += sum(
        lines_in(block, layout, engine).total for block in tail if block.type is not BlockType.SIGNATURE
    )
    return height + (
        (placed.before + (len(placed.rows) - 1) * placed.row_gap) / pitch + len(placed.rows) if signed else 0
    )


def block_height(block: Block, document: Document, layout: Layout, engine: Engine) -> float:
    """The lines that a paragraph takes, with what is left free around it."""
    elements = layout.elements
    if block.type is BlockType.TITLE:
        lines = document.title_lines or title_lines(block.text, elements.title, document, layout)
        around = blank_lines_around("title", document, layout)
        return len(lines) * layout.line_pitch(elements.title).points / pitch_of(layout) + sum(around)
    count = lines_in(block, layout, engine).total
    if block.heading_alone:
        heading = elements.heading(block.level)
        return count * layout.line_pitch(heading).points / pitch_of(layout) + heading.blank_before.value
    return float(count)


def lines_in(block: Block, layout: Layout, engine: Engine) -> Lines:
    """The lines of a paragraph of the text."""
    body, closer = layout.elements.body, layout.grid.character_spacing.value.points
    size = body.size.value.points
    step = size + closer
    first = 0.0 if block.type is BlockType.RECIPIENTS else body.first_line.value * size / step
    room, half = layout.page.text_width.points / step, (size / 2 + closer) / step
    return lines_of(block.number + block.text, room, first, engine, half)


def pitch_of(layout: Layout) -> float:
    """The height of a line of the text, in points."""
    return layout.grid.line_pitch.value.points


def picture_height(picture: Picture, layout: Layout) -> float:
    """The lines that a picture takes; none where it cannot be read, which the renderer tells."""
    try:
        image = images.read(picture.data)
    except ValueError:
        return 0.0
    wide, high = scaled(image.width, image.height, layout, upright=picture.quarters % 2 == 0)
    return (high if picture.quarters % 2 == 0 else max(wide, high)) / _EMU / pitch_of(layout)
