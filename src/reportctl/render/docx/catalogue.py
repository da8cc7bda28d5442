"""Which styles there are: one for each element of the standard, looking as the layout says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.render.docx import imprint, letterhead, look, signing
from reportctl.render.docx.styles import NamedStyle, of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout

_KEPT = {"keepNext": ""}
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
    under_line = look.blank_lines(layout, elements.title.blank_before.value)
    yield of(
        layout,
        "GwTitle",
        "公文标题",
        elements.title,
        before=under_line if document.letterhead is not None else 0,
        after=look.blank_lines(layout, elements.recipients.blank_before.value),
        more=_KEPT,
    )
    yield of(layout, "GwRecipients", "主送机关", elements.recipients)
    yield of(layout, "GwBody", "公文正文", elements.body)


def _headings(layout: Layout) -> Iterator[NamedStyle]:
    for level in range(1, 5):
        element = layout.elements.heading(level)
        name = f"{_NUMERALS[level - 1]}级标题"
        above = look.blank_lines(layout, element.blank_before.value)
        more = _KEPT | {"outlineLvl": f'w:val="{level - 1}"'}
        yield of(layout, f"GwHeading{level}", name, element, before=above, more=more)
        character = look.character(layout, element, within=layout.elements.body)
        yield NamedStyle(f"GwRunIn{level}", f"{name}（段首）", None, character)


def _closing(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    elements = layout.elements
    first, more = signing.note_indents(document, layout)
    gap = look.blank_lines(layout, elements.attachment_note.blank_before.value)
    note = elements.attachment_note
    yield of(layout, "GwAttachmentNote", "附件说明", note, before=gap, more=_KEPT | {"ind": first})
    yield of(layout, "GwAttachmentNoteMore", "附件说明（续项）", note, more=_KEPT | {"ind": more})
    placed = signing.place(document, layout)
    jc = 'w:val="center"' if placed.centred else 'w:val="left"'
    tabs = {"tabs": placed.tabs, "jc": 'w:val="left"'} if placed.tabs else {"jc": jc}
    shape = _KEPT | tabs | {"ind": placed.signature}
    sign, date = elements.signature, elements.date
    yield of(layout, "GwSignature", "发文机关署名", sign, before=placed.before, more=shape)
    yield of(layout, "GwSignatureMore", "发文机关署名（续行）", sign, before=placed.row_gap, more=shape)
    yield of(layout, "GwDate", "成文日期", date, more={"ind": placed.date, "jc": jc})
    yield of(layout, "GwNote", "附注", elements.note)


def _attachments(layout: Layout) -> Iterator[NamedStyle]:
    elements = layout.elements
    label, title = elements.attachment_label, elements.attachment_title
    new_page = {"pageBreakBefore": ""} if layout.attachment.new_page.value else {}
    gap = look.blank_lines(layout, title.blank_before.value)
    line = layout.grid.line_pitch.value.twips
    yield of(layout, "GwAttachment", "附件", label, more=_KEPT | new_page)
    yield of(layout, "GwAttachmentTitle", "附件标题", title, before=gap, after=line, more=_KEPT)
    single = {"spacing": look.single_spacing()}
    yield of(layout, "GwTableHead", "表头", elements.table_head, more=single)
    yield of(layout, "GwTableCell", "表格", elements.table_cell, more=single)
    picture = {"spacing": look.single_spacing(), "jc": 'w:val="center"', "ind": 'w:firstLine="0"'}
    yield of(layout, "GwPicture", "图片", elements.default, more=picture)


def _pages(layout: Layout) -> Iterator[NamedStyle]:
    element = layout.elements.page_number
    size = element.size.value.twips
    character = look.character(layout, element, latin=False)
    places = {
        "Odd": ("单页", "right", f'w:right="{round(element.right.value * size)}"'),
        "Even": ("双页", "left", f'w:left="{round(element.left.value * size)}"'),
        "Middle": ("居中", "center", 'w:left="0"'),
    }
    for key, (name, jc, indent) in places.items():
        paragraph = {"spacing": look.spacing(size), "jc": f'w:val="{jc}"', "ind": indent}
        yield NamedStyle(f"GwPage{key}", f"公文页码（{name}）", paragraph, character)


def _marks(layout: Layout) -> Iterator[NamedStyle]:
    """What only drafts have, and lines without text."""
    red = layout.letterhead.line_color.value
    yield NamedStyle(
        "GwGap", "待补", None, {"color": 'w:val="C00000"', "shd": 'w:val="clear" w:fill="FFF2CC"'}
    )
    yield NamedStyle(
        "GwDraft",
        "草稿标记",
        {"spacing": look.single_spacing(), "jc": 'w:val="right"'},
        look.character(layout, layout.elements.heading1) | {"color": f'w:val="{red}"'},
    )
    yield NamedStyle("GwEnd", "文末", {"spacing": look.spacing(20)}, {"sz": 'w:val="2"', "szCs": 'w:val="2"'})
