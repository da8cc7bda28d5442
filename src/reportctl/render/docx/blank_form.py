"""A form to be filled in with Word: lines and plain tables with empty cells, set like an official document.

No content controls and no protection: what clerks and other programs do to those loses text.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.document import Document, Form
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.pages import add_sections, with_sections
from reportctl.render.docx.preparing import prepare
from reportctl.render.docx.styles import CharacterLook, NamedStyle, ParagraphLook, character_look, of
from reportctl.render.docx.stylesheet import StyleSheet
from reportctl.render.docx.xml import cell, grid, paragraph, run
from reportctl.typesetting.measure import Indents, PageOrientation
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.layout import Layout

_LINE = 1.35
"""The height of a line of a cell, in sizes of its text."""
_CODE_SIZE = 0.75
"""The size of the code line, in sizes of a cell's text."""


class LineKind(StrEnum):
    """What a line between the tables is; the value is its style."""

    HEADING = "GwHeading1"
    NOTE = "GwFormNote"
    CODE = "GwFormCode"


class FormLine(NamedTuple):
    """A line between the tables."""

    text: str
    kind: LineKind = LineKind.NOTE


class FormTable(NamedTuple):
    """A table: its rows as texts, "" for a cell to be filled in.

    `widths` are the columns' shares of 版心; the last cell of a shorter row goes on to the edge. The first
    `header_rows` hold labels and stand again on each page, and so do the columns `label_columns` hold labels.
    A row to be filled in is at least `height` lines high.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    header_rows: int = 0
    label_columns: frozenset[int] = frozenset()
    height: int = 1


class BlankForm(NamedTuple):
    """A form: its title, and below it lines and tables."""

    title: str
    pieces: tuple[FormLine | FormTable, ...]


def render(form: BlankForm, layout: Layout, out: BinaryIO) -> None:
    """Write the form to `out` as .docx, looking as `layout` says. The same form gives the same bytes."""
    document = Document(Form.PLAIN, 0, "", form.title, ())
    package = prepare(document, layout)
    sheet = StyleSheet(package.word, layout, (*styles(document, layout), *_styles(layout)))
    sections = add_sections([PageOrientation.PORTRAIT], document, layout, package, sheet)
    package.write(
        with_sections(_body(form, document, layout, sheet), sections, sheet), out, None, stamped=False
    )


def _styles(layout: Layout) -> Iterator[NamedStyle]:
    """The styles that only forms have, in the type of a table's cells."""
    element = layout.elements.table_cell
    look, size = character_look(layout, element), element.size.value.twips
    indents = Indents(first_line=2 * size, character=size)
    line = round(size * _LINE)
    justified, right = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
    note = ParagraphLook(line, after=size // 4, align=justified, indents=indents)
    yield NamedStyle(LineKind.NOTE, "填写说明", note, look)
    small = look._replace(half_points=round(element.size.value.half_points * _CODE_SIZE))
    yield NamedStyle(LineKind.CODE, "表单编号", ParagraphLook(0, before=size // 2, align=right), small)
    yield of(layout, "table_cell", "Answer", "填写的内容", line=0, align=WD_ALIGN_PARAGRAPH.LEFT)
    yield NamedStyle("GwFormGap", "表格之间", ParagraphLook(size // 2), CharacterLook(half_points=2))


def _body(form: BlankForm, document: Document, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """The form's paragraphs and tables; a line stays on the page of what follows it."""
    lines = title_lines(form.title, layout.elements.title, document, layout)
    yield paragraph(sheet.use("GwTitle"), run("\n".join(lines)))
    for piece in form.pieces:
        if isinstance(piece, FormTable):
            yield from _table(piece, layout, sheet)
        else:
            keep = piece.kind is not LineKind.CODE
            yield paragraph(
                sheet.use(piece.kind, keep=keep and piece.kind is not LineKind.HEADING), run(piece.text)
            )


def _table(table: FormTable, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """A table, a piece a row, and the paragraph that keeps it apart from a table that follows."""
    total, scale = layout.page.text_width.twips, sum(table.widths)
    edges = [round(total * edge / scale) for edge in accumulate(table.widths, initial=0)]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.use_table()}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"{grid(after - before for before, after in pairwise(edges))}"
    )
    height = round(table.height * layout.elements.table_cell.size.value.twips * _LINE)
    for number, row in enumerate(table.rows):
        head = number < table.header_rows
        properties = (
            "<w:cantSplit/><w:tblHeader/>" if head else f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        )
        cells = "".join(_cells(table, row, edges, sheet, head=head))
        yield f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
    yield "</w:tbl>"
    yield paragraph(sheet.use("GwFormGap"), "")


def _cells(
    table: FormTable, row: tuple[str, ...], edges: list[int], sheet: StyleSheet, *, head: bool
) -> Iterator[str]:
    last = len(row) - 1
    for column, text in enumerate(row):
        label = head or column in table.label_columns
        end = len(table.widths) if column == last else column + 1
        span = f'<w:gridSpan w:val="{end - column}"/>' if end - column > 1 else ""
        middle = '<w:vAlign w:val="center"/>' if label or text else ""
        style = sheet.use("GwTableHead" if label else "GwTableCellAnswer")
        yield cell(edges[end] - edges[column], paragraph(style, run(text)), span + middle)
