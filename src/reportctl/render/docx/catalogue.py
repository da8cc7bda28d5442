"""Which styles there are: one for each element of the standard, looking as the layout says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.render.docx import imprint, letterhead
from reportctl.render.docx.styles import TINY, CharacterLook, NamedStyle, ParagraphLook, character_look, of
from reportctl.typesetting import signing
from reportctl.typesetting.measure import Indents, blank_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout

_NUMERALS = "一二三四"


def styles(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    """The styles for `document` in their order; distances that depend on its texts are worked out."""
    if document.letterhead is not None:
        yield from letterhead.styles(document.letterhead, layout)
    for style in (*_text(document, layout), *_headings(layout)):
        yield style if style.paragraph is None else replace(style, following="GwBody")
    yield from _closing(document, layout)
    yield from _attachments(layout)
    if document.imprint is not None:
        yield from imprint.styles(layout)
    yield from _pages(layout)
    yield from _marks(layout)


def _text(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    elements = layout.elements
    under_line = blank_lines(layout, elements.title.blank_before.value)
    yield of(
        layout,
        "GwTitle",
        "公文标题",
        elements.title,
        before=under_line if document.letterhead is not None else 0,
        after=blank_lines(layout, elements.recipients.blank_before.value),
        keep_with_next=True,
    )
    yield of(layout, "GwRecipients", "主送机关", elements.recipients)
    yield of(layout, "GwBody", "公文正文", elements.body)


def _headings(layout: Layout) -> Iterator[NamedStyle]:
    for level in range(1, 5):
        element = layout.elements.heading(level)
        name = f"{_NUMERALS[level - 1]}级标题"
        above = blank_lines(layout, element.blank_before.value)
        yield of(
            layout,
            f"GwHeading{level}",
            name,
            element,
            before=above,
            keep_with_next=True,
            outline_level=level - 1,
        )
        character = character_look(layout, element, within=layout.elements.body)
        yield NamedStyle(f"GwRunIn{level}", f"{name}（段首）", None, character)


def _closing(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    elements, kept = layout.elements, {"keep_with_next": True}
    first, more = signing.note_indents(document, layout)
    gap = blank_lines(layout, elements.attachment_note.blank_before.value)
    note = elements.attachment_note
    yield of(layout, "GwAttachmentNote", "附件说明", note, before=gap, indents=first, **kept)
    yield of(layout, "GwAttachmentNoteMore", "附件说明（续项）", note, indents=more, **kept)
    placed = signing.place(document, layout)
    centred = {"align": WD_ALIGN_PARAGRAPH.CENTER if placed.centred else WD_ALIGN_PARAGRAPH.LEFT}
    tabbed = {"tabs": placed.tabs, "align": WD_ALIGN_PARAGRAPH.LEFT} if placed.tabs else centred
    shape = kept | tabbed | {"indents": placed.signature}
    sign, date = elements.signature, elements.date
    yield of(layout, "GwSignature", "发文机关署名", sign, before=placed.before, **shape)
    yield of(layout, "GwSignatureMore", "发文机关署名（续行）", sign, before=placed.row_gap, **shape)
    yield of(layout, "GwDate", "成文日期", date, indents=placed.date, **centred)
    yield of(layout, "GwNote", "附注", elements.note)


def _attachments(layout: Layout) -> Iterator[NamedStyle]:
    elements, new_page = layout.elements, layout.attachment.new_page.value
    label, title = elements.attachment_label, elements.attachment_title
    gap = blank_lines(layout, title.blank_before.value)
    line = layout.grid.line_pitch.value.twips
    yield of(layout, "GwAttachment", "附件", label, keep_with_next=True, new_page=new_page)
    yield of(layout, "GwAttachmentTitle", "附件标题", title, before=gap, after=line, keep_with_next=True)
    yield of(layout, "GwTableHead", "表头", elements.table_head, line=0)
    yield of(layout, "GwTableCell", "表格", elements.table_cell, line=0)
    centred = {"align": WD_ALIGN_PARAGRAPH.CENTER, "indents": Indents()}
    yield of(layout, "GwPicture", "图片", elements.default, line=0, **centred)


def _pages(layout: Layout) -> Iterator[NamedStyle]:
    element = layout.elements.page_number
    size = element.size.value.twips
    character = character_look(layout, element, latin=False)
    for key, name, align, indents in (
        ("Odd", "单页", WD_ALIGN_PARAGRAPH.RIGHT, Indents(right=round(element.right.value * size))),
        ("Even", "双页", WD_ALIGN_PARAGRAPH.LEFT, Indents(left=round(element.left.value * size))),
        ("Middle", "居中", WD_ALIGN_PARAGRAPH.CENTER, Indents()),
    ):
        paragraph = ParagraphLook(size, align=align, indents=indents)
        yield NamedStyle(f"GwPage{key}", f"公文页码（{name}）", paragraph, character)


def _marks(layout: Layout) -> Iterator[NamedStyle]:
    """What only drafts have, and lines without text."""
    red = layout.letterhead.line_color.value
    yield NamedStyle("GwGap", "待补", None, CharacterLook(color="C00000", fill="FFF2CC"))
    yield NamedStyle(
        "GwDraft",
        "草稿标记",
        ParagraphLook(0, align=WD_ALIGN_PARAGRAPH.RIGHT),
        replace(character_look(layout, layout.elements.heading1), color=red),
    )
    yield NamedStyle("GwEnd", "文末", ParagraphLook(20), TINY)
