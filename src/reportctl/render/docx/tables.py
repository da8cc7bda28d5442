"""Tables: as wide as 版心, the header row on every page, rows whole, lines as high as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.docx.xml import cell, grid, paragraph, run
from reportctl.typesetting.tables import column_widths, row_height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Table
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
    for index, row in enumerate(table.rows):
        head = index < table.header_rows
        style = sheet.use("GwTableHead" if head else "GwTableCell")
        yield _row(row, widths, style, _row_properties(row, widths, layout, head=head))
    yield "</w:tbl>"
    yield paragraph(sheet.use("GwEnd"), "")


def _row_properties(row: tuple[str, ...], widths: list[int], layout: Layout, *, head: bool) -> str:
    """A row stays whole, unless it is higher than a page; so high in every font that pages can be counted."""
    height = row_height(row, widths, layout)
    high = height > layout.page.text_width.twips
    whole = "" if high else f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    header = "<w:tblHeader/>" if head else ""
    return f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""


def _row(row: tuple[str, ...], widths: list[int], style: str, properties: str) -> str:
    texts = (*row, *("" for _ in range(len(widths) - len(row))))
    middle = '<w:vAlign w:val="center"/>'
    cells = "".join(
        cell(space, paragraph(style, run(text)), middle) for text, space in zip(texts, widths, strict=True)
    )
    return f"<w:tr>{properties}{cells}</w:tr>"
