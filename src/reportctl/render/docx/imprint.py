"""版记 (clause 7.4): 抄送机关, 印发机关 and 印发日期 in a frame on the bottom edge of the last page's 版心.

The paragraphs share a frame that hangs on the empty paragraph after them: it grows upwards with its text,
needs no height worked out beforehand, and stays text that every reader sees. Its lines are paragraphs as high
as a line is thick, filled with black: LibreOffice gives up a frame whose paragraphs have different borders,
and does not heed a frame that a style asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.document import COPIES
from reportctl.layout import Align
from reportctl.render.docx.styles import TINY, NamedStyle, ParagraphLook, of
from reportctl.render.docx.xml import TAB, closer, paragraph, run
from reportctl.text.width import width
from reportctl.typesetting.imprint import printed_line
from reportctl.typesetting.measure import Indents, PageOrientation, TabStop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Imprint
    from reportctl.layout import Layout, Length
    from reportctl.render.docx.stylesheet import StyleSheet
    from reportctl.typesetting.pagination import ImprintPlace


def styles(layout: Layout) -> Iterator[NamedStyle]:
    """The styles of 版记."""
    copies, printed, figures = layout.elements.copies_to, layout.elements.printed, layout.imprint
    size = copies.size.value.twips
    hanging = round(width(COPIES) * size)
    left, right = round(copies.left.value * size) + hanging, round(copies.right.value * size)
    indents = Indents(left, right, -hanging)
    yield of(layout, "copies_to", indents=indents, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    size = printed.size.value.twips
    left, right = round(printed.left.value * size), round(printed.right.value * size)
    edge = TabStop(layout.page.text_width.twips - right, Align.RIGHT)
    indents = Indents(left, right)
    yield of(layout, "printed", indents=indents, tabs=(edge,))
    yield _line("GwImprintFirst", "版记首条分隔线", figures.outer_line.value)
    yield _line("GwImprintInner", "版记中间分隔线", figures.inner_line.value)
    yield _line("GwImprintLast", "版记末条分隔线", figures.outer_line.value)
    yield NamedStyle("GwImprintPage", "版记另起一面", ParagraphLook(20, new_page=True), TINY)
    gap = max(1, figures.bottom_gap.value.twips)
    yield NamedStyle("GwImprintGap", "版记下留白", ParagraphLook(gap))


def write(imprint: Imprint, place: ImprintPlace, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """版记 as paragraphs, each element under its line, and the paragraph that the frame hangs on.

    A page of its own begins with a paragraph that takes no room, and so does the blank one before it.
    """
    if place.sheet is PageOrientation.BARE:
        yield paragraph(sheet.use("GwEnd"), "")
    if place.breaks:
        yield paragraph(sheet.use("GwImprintPage"), "")
    frame = (
        f'<w:framePr w:w="{layout.page.text_width.twips}" w:wrap="notBeside" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    line = "GwImprintFirst"
    if imprint.copies_to:
        yield paragraph(sheet.use(line), "", frame)
        yield paragraph(sheet.use("GwCopiesTo"), run(COPIES + imprint.copies), frame)
        line = "GwImprintInner"
    if imprint.printed_by or imprint.printed_on:
        yield paragraph(sheet.use(line), "", frame)
        yield paragraph(sheet.use("GwPrinted"), _printed(imprint, layout), frame)
    yield paragraph(sheet.use("GwImprintLast"), "", frame)
    if layout.imprint.bottom_gap.value.twips:
        yield paragraph(sheet.use("GwImprintGap"), "", frame)
    yield paragraph(sheet.use("GwEnd"), "")


def _printed(imprint: Imprint, layout: Layout) -> str:
    line = printed_line(imprint, layout)
    look = closer(line.closer)
    tab = TAB if imprint.printed else ""
    end = run("\n") if line.broken else ""
    return f"{run(imprint.printed_by, look)}{end}{tab}{run(imprint.printed, look)}"


def _line(identifier: str, name: str, thickness: Length) -> NamedStyle:
    return NamedStyle(identifier, name, ParagraphLook(max(1, thickness.twips), fill="000000"), TINY)
