"""版头 (clause 7.2): 份号, 紧急程度, 发文机关标志, the red line; 发文字号 and 签发人 have a module apart."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reportctl.layout import Length
from reportctl.render.docx import look, signatories
from reportctl.render.docx.measure import BIAOSONG_HALF, width
from reportctl.render.docx.styles import NamedStyle, of
from reportctl.render.docx.xml import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Letterhead
    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_MARK_LINE = 1.06
"""The mark's exact line in sizes: four fifths of it lie above the baseline, where ink takes 0.85 em."""
_SMALLEST = 5
"""Points: below that nobody reads a mark, whatever else page 1 must show."""
_MARK_GAP = 0.5
"""Characters between the names of joint issuers and 文件 beside them."""
_UNDER_MARK, _LEAST_UNDER_MARK = 7, 5.5
"""Lines that page 1 should and must hold under the red line: title, 主送, text, blanks (clause 7.3.3)."""
_SLACK = 60
"""Twips by which the cell of joint issuers is wider than the longest, so that no rounding breaks it."""
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    """The styles of 版头, whose distances depend on what it holds."""
    elements = layout.elements
    yield of(layout, "GwCopyNumber", "份号", elements.copy_number)
    yield of(layout, "GwUrgency", "紧急程度", elements.urgency)
    yield from _mark_styles(head, layout)
    yield from signatories.styles(head, layout)
    yield _red_line(layout)


def _mark_styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    size = mark_size(head, layout)
    line = round(size.points * 20 * _MARK_LINE)
    above = _above_mark(head, layout)
    mark = layout.elements.mark
    first = {"spacing": look.spacing(line, before=above)}
    more = {"spacing": look.spacing(line)}
    spread = more | {"jc": 'w:val="distribute"'}
    character = look.character(layout, mark, size=size)
    base = look.paragraph(layout, mark)
    yield NamedStyle("GwMark", "发文机关标志", base | first, character)
    yield NamedStyle("GwMarkMore", "发文机关标志（续行）", base | more, character)
    yield NamedStyle("GwMarkNames", "联合发文机关标志", base | spread, character)
    yield NamedStyle("GwMarkSpace", "版头留白", {"spacing": look.spacing(max(above, 20))})


def mark_size(head: Letterhead, layout: Layout) -> Length:
    """The largest size, in half points, at which 发文机关标志 fits its width and leaves page 1 some text.

    That page 1 shows text (clause 7.3.3) goes before the least size that the layout asks for.
    """
    longest, across = max(map(_width, _mark_lines(head, layout)), default=1), layout.page.text_width.points
    if _beside(head, layout):
        longest += _width(layout.letterhead.mark_suffix.value) + _MARK_GAP
        across -= _SLACK / 20
    fits = min(across / longest, _room_down(head, layout, _UNDER_MARK))
    readable = max(fits, layout.letterhead.mark_least.value.points)
    points = max(min(readable, _room_down(head, layout, _LEAST_UNDER_MARK)), _SMALLEST)
    return min(Length(int(points * 2) / 2), layout.elements.mark.size.value)


def _room_down(head: Letterhead, layout: Layout, under: float) -> float:
    """The points that each line of the mark may take where `under` lines are to stand under the red line."""
    elements, figures = layout.elements, layout.letterhead
    rows = signatories.rows(head, layout) or 1
    blanks = elements.number.blank_before.value + elements.title.blank_before.value
    below = (rows + blanks + under) * layout.grid.line_pitch.value.points
    room = layout.page.text_height.points - figures.mark_top.value.points - below
    return room / _MARK_LINE / max(len(_mark_lines(head, layout)), 1)


def write(head: Letterhead, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """版头 as paragraphs (and a table for joint issuers)."""
    if head.copy_number:
        yield paragraph(sheet.use("GwCopyNumber"), run(head.copy_number))
    if head.urgency:
        yield paragraph(sheet.use("GwUrgency"), run(head.urgency))
    if _beside(head, layout):
        yield paragraph(sheet.use("GwMarkSpace"), "")
        yield _joint_mark(head, layout, sheet)
    else:
        for index, line in enumerate(_mark_lines(head, layout)):
            yield paragraph(sheet.use("GwMarkMore" if index else "GwMark"), run(line))
    yield from signatories.write(head, layout, sheet)
    yield paragraph(sheet.use("GwRedLine"), "")


def height(head: Letterhead, layout: Layout) -> int:
    """How many lines of page 1 stand above the title."""
    figures, elements, pitch = layout.letterhead, layout.elements, layout.grid.line_pitch.value.points
    mark = mark_size(head, layout).points * _MARK_LINE * len(_mark_lines(head, layout))
    rows = signatories.rows(head, layout) or bool(head.number)
    blanks = elements.title.blank_before.value + (elements.number.blank_before.value if rows else 0)
    return (
        ceil((figures.mark_top.value.points + mark + figures.line_gap.value.points) / pitch) + rows + blanks
    )


def _mark_lines(head: Letterhead, layout: Layout) -> list[str]:
    suffix = layout.letterhead.mark_suffix.value
    if len(head.issuers) == 1 and not head.issuers[0].endswith(suffix):
        return [f"{head.issuers[0]}{suffix}"]
    return list(head.issuers)


def _beside(head: Letterhead, layout: Layout) -> bool:
    """Whether 文件 stands beside the names of joint issuers, in the middle of their height."""
    return len(head.issuers) > 1 and bool(layout.letterhead.mark_suffix.value)


def _width(text: str) -> float:
    """The width of a part of 发文机关标志, which is set in 小标宋."""
    return width(text, BIAOSONG_HALF)


def _above_mark(head: Letterhead, layout: Layout) -> int:
    lines = bool(head.copy_number) + bool(head.urgency)
    return max(0, layout.letterhead.mark_top.value.twips - look.blank_lines(layout, lines))


def _joint_mark(head: Letterhead, layout: Layout, sheet: StyleSheet) -> str:
    size = mark_size(head, layout).points * 20
    suffix = layout.letterhead.mark_suffix.value
    widths = (
        round(max(map(_width, head.issuers)) * size) + _SLACK,
        round((_width(suffix) + _MARK_GAP) * size),
    )
    height = f'<w:trPr><w:trHeight w:val="{round(size * _MARK_LINE)}" w:hRule="atLeast"/></w:trPr>'
    rows = []
    for index, name in enumerate(head.issuers):
        merge = "" if index else ' w:val="restart"'
        beside = run(suffix) if index == 0 else ""
        left = paragraph(sheet.use("GwMarkNames"), run(name))
        right = paragraph(sheet.use("GwMarkMore"), beside)
        rows.append(
            f'<w:tr>{height}<w:tc><w:tcPr><w:tcW w:w="{widths[0]}" w:type="dxa"/></w:tcPr>{left}</w:tc>'
            f'<w:tc><w:tcPr><w:tcW w:w="{widths[1]}" w:type="dxa"/><w:vMerge{merge}/>'
            f'<w:vAlign w:val="center"/></w:tcPr>{right}</w:tc></w:tr>'
        )
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _red_line(layout: Layout) -> NamedStyle:
    """The line as the upper border of a paragraph of its own, since the one above is indented.

    Below the ink of 发文字号 its own line still holds a fifth of its height, less what ink hangs under the
    baseline: that much of the distance is already there.
    """
    figures = layout.letterhead
    number = layout.elements.number
    clear = layout.line_pitch(number).points * 0.2 - number.size.value.points * 0.1
    before = max(0, round((figures.line_gap.value.points - clear) * 20))
    border = (
        f'<w:top w:val="single" w:sz="{figures.line_width.value.eighths}" w:space="0"'
        f' w:color="{figures.line_color.value}"/>'
    )
    tiny = {"sz": 'w:val="2"', "szCs": 'w:val="2"'}
    return NamedStyle(
        "GwRedLine", "红色分隔线", {"pBdr": border, "spacing": look.spacing(20, before=before)}, tiny
    )
