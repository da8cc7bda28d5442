"""Which styles there are: one for each element of the standard, looking as the layout says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.layout import Align
from reportctl.render.docx import comments, imprint, letterhead
from reportctl.render.docx.styles import (
    ALIGNMENTS,
    TINY,
    CharacterLook,
    NamedStyle,
    ParagraphLook,
    character_look,
    of,
)
from reportctl.typesetting import signing
from reportctl.typesetting.elements import PLAIN, blank_lines_around
from reportctl.typesetting.letterhead import onto_grid
from reportctl.typesetting.measure import Indents, blank_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout


def styles(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    """The styles for `document` in their order; distances that depend on its texts are worked out."""
    if document.letterhead is not None:
        yield from letterhead.styles(document.letterhead, layout)
    for style in _text(document, layout):
        yield style if style.paragraph is None else style._replace(following="GwBody")
    yield from _closing(document, layout)
    yield from _attachments(document, layout)
    if document.imprint is not None:
        yield from imprint.styles(layout)
    yield from _pages(layout)
    yield from _marks(layout)
    yield from comments.styles()


def _text(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    yield _title(document, layout)
    yield of(layout, "body", name="公文正文")
    for key in PLAIN.values():
        yield _element(key, document, layout)
    for level in range(1, 5):
        key = f"heading{level}"
        yield _element(key, document, layout, keep_with_next=True, outline_level=level - 1)
        character = character_look(layout, layout.elements.heading(level), within=layout.elements.body)
        name = f"{layout.elements.title_of(key)}（段首）"
        yield NamedStyle(f"GwRunIn{level}", name, None, character)


def _title(document: Document, layout: Layout) -> NamedStyle:
    style = _element("title", document, layout, keep_with_next=True)
    if document.letterhead is None or style.paragraph is None:
        return style
    before = style.paragraph.before + onto_grid(document.letterhead, layout).title
    return style._replace(paragraph=style.paragraph._replace(before=max(0, before)))


def _element(key: str, document: Document, layout: Layout, **changes: Any) -> NamedStyle:
    """The style of an element with its blank lines around it."""
    above, below = blank_lines_around(key, document, layout)
    before, after = blank_lines(layout, above), blank_lines(layout, below)
    return of(layout, key, before=before, after=after, **changes)


def _closing(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    kept: dict[str, Any] = {"keep_with_next": True}
    first, more = signing.note_indents(document, layout)
    note = _element("attachment_note", document, layout, indents=first, **kept)
    yield note._replace(following="GwAttachmentNoteMore")
    yield of(layout, "attachment_note", "More", "附件说明（续项）", indents=more, **kept)
    placed = signing.place(document, layout)
    middle = WD_ALIGN_PARAGRAPH.CENTER
    name = layout.elements.title_of("signature")
    own = kept | {"indents": placed.signature, "align": ALIGNMENTS[placed.align], "tabs": placed.tabs}
    yield of(layout, "signature", before=placed.before, **own)
    yield of(layout, "signature", "More", f"{name}（续行）", before=placed.row_gap, **own)
    own = kept | {"indents": Indents(), "align": middle}
    yield of(layout, "signature", "Wide", f"{name}（独占一行）", before=placed.before, **own)
    yield of(layout, "signature", "WideMore", f"{name}（独占一行，续行）", before=placed.row_gap, **own)
    own["indents"] = placed.last
    yield of(layout, "signature", "Last", f"{name}（独占末行）", before=placed.row_gap, **own)
    end = ALIGNMENTS[Align.RIGHT if placed.date_right else Align.LEFT]
    yield of(layout, "date", indents=placed.date, align=end)._replace(following="GwBody")


def _attachments(document: Document, layout: Layout) -> Iterator[NamedStyle]:
    new_page = layout.attachment.new_page.value
    label = of(layout, "attachment_label", keep_with_next=True, new_page=new_page)
    yield label._replace(following="GwAttachmentTitle")
    yield _element("attachment_title", document, layout, keep_with_next=True)._replace(following="GwBody")
    yield of(layout, "table_head", line=0)
    yield of(layout, "table_cell", line=0)
    left = WD_ALIGN_PARAGRAPH.LEFT
    yield of(layout, "table_cell", "Prose", "表格里的句子", line=0, align=left)
    middle = WD_ALIGN_PARAGRAPH.CENTER
    yield of(layout, "default", "Picture", "图片", line=0, align=middle, indents=Indents())


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
    """Bold text in attachments, what only drafts have, and lines without text."""
    red = layout.letterhead.line_color.value
    yield NamedStyle("GwStrong", "公文加粗", None, CharacterLook(bold=True))
    yield NamedStyle("GwGap", "待补", None, CharacterLook(color="C00000", fill="FFF2CC"))
    yield NamedStyle(
        "GwDraft",
        "草稿标记",
        ParagraphLook(0, align=WD_ALIGN_PARAGRAPH.RIGHT),
        character_look(layout, layout.elements.heading1)._replace(color=red),
    )
    yield NamedStyle("GwEnd", "文末", ParagraphLook(20), TINY)
