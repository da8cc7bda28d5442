"""版头 (clause 7.2): 份号, 紧急程度, 发文机关标志, 发文字号 with 签发人, and the red line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.render.docx.styles import (
    TINY,
    NamedStyle,
    ParagraphLook,
    character_look,
    of,
    paragraph_look,
    style_of,
)
from reportctl.render.docx.xml import TAB, cell, grid, paragraph, run, styled
from reportctl.typesetting.letterhead import (
    MARK_LINE,
    SIGNATORY,
    above_mark,
    above_red_line,
    mark_columns,
    mark_lines,
    mark_size,
    onto_grid,
    signatory_rows,
    signatory_tabs,
)
from reportctl.typesetting.measure import Indents, blank_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Letterhead
    from reportctl.layout import Layout
    from reportctl.render.docx.stylesheet import StyleSheet

_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    """The styles of 版头, whose distances depend on what it holds."""
    yield of(layout, "copy_number")
    yield of(layout, "urgency")
    yield from _mark_styles(head, layout)
    yield from _number_styles(head, layout)
    yield _red_line(layout)


def write(head: Letterhead, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """版头 as paragraphs (and a table for joint issuers)."""
    if head.copy_number:
        yield paragraph(sheet.use("GwCopyNumber"), run(head.copy_number))
    if head.urgency:
        yield paragraph(sheet.use("GwUrgency"), run(head.urgency))
    lines, beside = mark_lines(head, layout)
    if beside:
        yield paragraph(sheet.use("GwMarkSpace"), "")
        yield _joint_mark(head, layout, sheet)
    else:
        for index, line in enumerate(lines):
            yield paragraph(sheet.use("GwMarkMore" if index else "GwMark"), run(line))
    yield from _number(head, layout, sheet)
    yield paragraph(sheet.use("GwRedLine"), "")


def _mark_styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    mark, size = layout.elements.mark, mark_size(head, layout)
    line, above = round(size.points * 20 * MARK_LINE), above_mark(head, layout)
    character = character_look(layout, mark, size=size)
    more = paragraph_look(layout, mark)._replace(line=line)
    spread = more._replace(align=WD_ALIGN_PARAGRAPH.DISTRIBUTE)
    yield NamedStyle("GwMark", "发文机关标志", more._replace(before=above), character)
    yield NamedStyle("GwMarkMore", "发文机关标志（续行）", more, character)
    yield NamedStyle("GwMarkNames", "联合发文机关标志", spread, character)
    yield NamedStyle("GwMarkSpace", "版头留白", ParagraphLook(max(above, 20)))


def _number_styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    number = layout.elements.number
    gap = max(0, blank_lines(layout, number.blank_before.value) + onto_grid(head, layout).number)
    size = number.size.value.twips
    row = {
        "align": WD_ALIGN_PARAGRAPH.LEFT,
        "indents": Indents(round(number.left.value * size), character=size),
        "tabs": signatory_tabs(head, layout),
    }
    yield of(layout, "number", before=gap, indents=Indents())
    yield of(layout, "number", "Up", "发文字号和签发人", before=gap, **row)
    yield of(layout, "number", "UpMore", "发文字号和签发人（续行）", **row)
    for key in ("signatory", "signatory_name"):
        character = character_look(layout, getattr(layout.elements, key), within=number)
        yield NamedStyle(style_of(key), layout.elements.title_of(key), None, character)


def _red_line(layout: Layout) -> NamedStyle:
    """The line as the upper border of a paragraph of its own, since the one above is indented."""
    figures = layout.letterhead
    line = figures.line_width.value, figures.line_color.value
    before = round(above_red_line(layout) * 20)
    return NamedStyle("GwRedLine", "红色分隔线", ParagraphLook(20, before, line_above=line), TINY)


def _joint_mark(head: Letterhead, layout: Layout, sheet: StyleSheet) -> str:
    """Joint issuers' names, spread to one width, and 文件 beside them in the middle of their height."""
    names, beside = mark_lines(head, layout)
    widths = mark_columns(head, layout)
    line = round(mark_size(head, layout).points * 20 * MARK_LINE)
    height = f'<w:trPr><w:trHeight w:val="{line}" w:hRule="atLeast"/></w:trPr>'
    rows = []
    for index, name in enumerate(names):
        merge = "<w:vMerge/>" if index else '<w:vMerge w:val="restart"/>'
        left = cell(widths[0], paragraph(sheet.use("GwMarkNames"), run(name)))
        word = run(beside) if index == 0 else ""
        right = cell(
            widths[1], paragraph(sheet.use("GwMarkMore"), word), f'{merge}<w:vAlign w:val="center"/>'
        )
        rows.append(f"<w:tr>{height}{left}{right}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>{grid(widths)}{"".join(rows)}</w:tbl>'
    )


def _number(head: Letterhead, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """发文字号; with 签发人 (上行文) on the line of the last of them, else centred."""
    if not head.signatories:
        if head.number:
            yield paragraph(sheet.use("GwNumber"), run(head.number))
        return
    rows = signatory_rows(head, layout)
    label, name = (styled(sheet.use(style)) for style in ("GwSignatory", "GwSignatoryName"))
    for index, row in enumerate(rows):
        number = run(head.number) if index == len(rows) - 1 else ""
        lead = TAB if index else run(SIGNATORY, label)
        names = TAB.join(run(signatory, name) for signatory in row)
        style = sheet.use("GwNumberUpMore" if index else "GwNumberUp")
        yield paragraph(style, f"{number}{TAB}{lead}{names}")
