"""Tables: as wide as 版心, the header row on every page, rows whole, lines as high as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.docx.xml import cell, grid, paragraph, run, styled
from reportctl.typesetting.tables import column_widths, row_heights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Table, TableCell
    from reportctl.layout import Layout
    from reportctl.render.docx.stylesheet import StyleSheet


def write(table: Table, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """The table, a piece a row, and the paragraph that keeps it apart from a table that follows."""
    widths = column_widths(table, layout)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.use_table()}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"{grid(widths)}"
    )
    strong = styled(sheet.use("GwStrong")) if table.strong else ""
    heights = row_heights(table, widths, layout)
    for index, (cells, height) in enumerate(zip(table.cells(), heights, strict=True)):
        head = index < table.header_rows
        own = sheet.use("GwTableHead" if head else "GwTableCell")
        styles = [sheet.use("GwTableCellProse") if cell.is_prose else own for cell in cells]
        yield _row(cells, widths, styles, strong, _row_properties(height, layout, head=head))
    yield "</w:tbl>"
    yield paragraph(sheet.use("GwEnd"), "")


def _row_properties(height: int, layout: Layout, *, head: bool) -> str:
    """A row stays whole, unless it is higher than a page; so high in every font that pages can be counted."""
    high = height > layout.page.text_width.twips
    whole = "" if high else f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    header = "<w:tblHeader/>" if head else ""
    return f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""


def _row(
    cells: tuple[TableCell, ...], widths: list[int], styles: list[str], strong: str, properties: str
) -> str:
    written = []
    column = 0
    for own, style in zip(cells, styles, strict=True):
        merged = f'<w:gridSpan w:val="{own.columns}"/>' if own.columns > 1 else ""
        if own.rows != 1:
            merged += '<w:vMerge w:val="restart"/>' if own.rows else "<w:vMerge/>"
        content = paragraph(style, run(own.text, strong if own.is_strong else ""))
        space = sum(widths[column : column + own.columns])
        written.append(cell(space, content, f'{merged}<w:vAlign w:val="center"/>'))
        column += own.columns
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"
