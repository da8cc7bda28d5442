"""版记 (clause 7.4): 抄送机关, 印发机关 and 印发日期 in a frame on the bottom edge of the last page's 版心.

The paragraphs share a frame that hangs on the empty paragraph after them: it grows upwards with its text,
needs no height worked out beforehand, and stays text that every reader sees. Its lines are paragraphs as high
as a line is thick, filled with black: LibreOffice gives up a frame whose paragraphs have different borders,
and does not heed a frame that a style asks for.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reportctl.render.docx import look
from reportctl.render.docx.measure import width
from reportctl.render.docx.styles import NamedStyle, of
from reportctl.render.docx.xml import TAB, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Imprint
    from reportctl.layout import Layout, Length
    from reportctl.render.docx.styles import StyleSheet

_COPIES = "抄送："


def styles(layout: Layout) -> Iterator[NamedStyle]:
    """The styles of 版记."""
    copies, printed = layout.elements.copies_to, layout.elements.printed
    size = copies.size.value.twips
    hanging = round(width(_COPIES) * size)
    left, right = round(copies.left.value * size) + hanging, round(copies.right.value * size)
    indent = f'w:left="{left}" w:right="{right}" w:hanging="{hanging}"'
    yield of(layout, "GwCopies", "抄送机关", copies, more={"ind": indent, "jc": 'w:val="both"'})
    size = printed.size.value.twips
    edge = layout.page.text_width.twips - round(printed.right.value * size)
    indent = f'w:left="{round(printed.left.value * size)}"'
    tabs = f'<w:tab w:val="right" w:pos="{edge}"/>'
    yield of(layout, "GwPrinted", "印发机关和印发日期", printed, more={"ind": indent, "tabs": tabs})
    figures = layout.imprint
    yield _line("GwImprintFirst", "版记首条分隔线", figures.outer_line.value)
    yield _line("GwImprintInner", "版记中间分隔线", figures.inner_line.value)
    yield _line("GwImprintLast", "版记末条分隔线", figures.outer_line.value)
    yield NamedStyle(
        "GwImprintGap", "版记下留白", {"spacing": look.spacing(max(1, figures.bottom_gap.value.twips))}
    )


def write(imprint: Imprint, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """版记 as paragraphs, each element under its line, and the paragraph that the frame hangs on."""
    frame = (
        f'<w:framePr w:w="{layout.page.text_width.twips}" w:wrap="notBeside" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    line = "GwImprintFirst"
    if imprint.copies_to:
        yield paragraph(sheet.use(line), "", frame)
        copies = f"{_COPIES}{'，'.join(imprint.copies_to).rstrip('。')}。"
        yield paragraph(sheet.use("GwCopies"), run(copies), frame)
        line = "GwImprintInner"
    if imprint.printed_by or imprint.printed_on:
        yield paragraph(sheet.use(line), "", frame)
        yield paragraph(sheet.use("GwPrinted"), _printed(imprint), frame)
    yield paragraph(sheet.use("GwImprintLast"), "", frame)
    if layout.imprint.bottom_gap.value.twips:
        yield paragraph(sheet.use("GwImprintGap"), "", frame)
    yield paragraph(sheet.use("GwEnd"), "")


def height(imprint: Imprint, layout: Layout) -> int:
    """About how many lines 版记 takes."""
    copies = layout.elements.copies_to
    size = copies.size.value.points
    named = width("，".join(imprint.copies_to)) + 1
    room = layout.page.text_width.points / size - copies.left.value - copies.right.value - width(_COPIES)
    lines = ceil(named / room) if imprint.copies_to else 0
    return lines + bool(imprint.printed_by or imprint.printed_on) + 1


def _printed(imprint: Imprint) -> str:
    day = imprint.printed_on
    date = f"{day.year}年{day.month}月{day.day}日印发" if day else ""
    tab = TAB if date else ""
    return f"{run(imprint.printed_by)}{tab}{run(date)}"


def _line(identifier: str, name: str, thickness: Length) -> NamedStyle:
    height = max(1, round(thickness.points * 20))
    shape = {
        "shd": 'w:val="clear" w:color="auto" w:fill="000000"',
        "spacing": look.spacing(height),
    }
    return NamedStyle(identifier, name, shape, {"sz": 'w:val="2"', "szCs": 'w:val="2"'})
