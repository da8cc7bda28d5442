"""Excel attachments: the first sheet as it is seen on the screen becomes a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.utils import get_column_letter

from reportctl.assemble import codes
from reportctl.assemble.attached.content import AttachedContent, BadAttachmentError, rectangle
from reportctl.assemble.attached.grids import grid, hidden
from reportctl.assemble.attached.number_formats import plain, shown
from reportctl.assemble.attached.opening import boxed, has_drawings, has_formulas, load
from reportctl.document import Table
from reportctl.findings import Severity, Span
from reportctl.sources.placed import PlacedPiece, PlacedSource

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from reportctl.assemble.attached.content import AttachedFile
    from reportctl.assemble.attached.grids import Hidden
    from reportctl.findings import Finding

_GAP = "【没有结果】"
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_PROPERTIES = ("title", "subject", "category", "keywords", "description", "contentStatus")


class _ShownCell(NamedTuple):
    words: str
    finding: Finding | None = None


def read(file: AttachedFile) -> AttachedContent:
    """The first sheet that is shown, without the title that the page has above it, and what is not printed.

    Raises:
        BadAttachmentError: it is no workbook, one that must not be opened, or nothing is in it.
    """
    book = load(file.data)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise BadAttachmentError("没有看得见的工作表")
    sheet, unseen = sheets[0], hidden(sheets[0])
    formulas = _formulas(file.data, sheet.title)
    there = _cells(sheet, formulas)
    cells = {place: _shown(file.name, sheet, cell, formulas) for place, cell in there.items()}
    ranges = [merged.bounds for merged in sheet.merged_cells.ranges]
    seen = grid({place: cell.words for place, cell in cells.items()}, ranges, unseen)
    above = next(
        (number for number, row in enumerate(seen.words) if not file.is_named("".join(row).strip())), 0
    )
    seen = seen.without(above)
    table = Table(rectangle(seen.words), seen.header_rows, merged=seen.merged)
    findings = [
        cell.finding
        for (row, column), cell in sorted(cells.items())
        if cell.finding and row not in unseen.rows and column not in unseen.columns
    ]
    findings += _left_out(file, book, sheet, unseen)
    return AttachedContent((table,), tuple(findings))


def source(name: str, data: bytes) -> PlacedSource:
    """All that can be read in a workbook, each cell at its row and column: other and hidden sheets too.

    Raises:
        BadAttachmentError: it is no workbook, or one that must not be opened.
    """
    return PlacedSource.of(name, [*_pieces(load(data), data)])


def _pieces(book: Any, data: bytes) -> Iterator[PlacedPiece]:
    for sheet in book.worksheets:
        yield PlacedPiece(sheet.title, 1, 1, f"{sheet.title} 的名称")
        cells = sorted(_cells(sheet).items())
        for _, row in groupby(cells, key=lambda item: item[0][0]):
            before = "\n"
            for (line, column), cell in row:
                yield PlacedPiece(_words(cell), line, column, _name(sheet, line, column), before)
                before = "\t"
        for (line, column), cell in cells:
            if cell.comment is not None:
                yield PlacedPiece(cell.comment.text, line, column, f"{_name(sheet, line, column)} 的批注")
        for words in _margins(sheet):
            yield PlacedPiece(words, 1, 1, f"{sheet.title} 的页眉页脚")
    for words in boxed(data):
        yield PlacedPiece(words, 1, 1, "文本框")
    for key in _PROPERTIES:
        said = getattr(book.properties, key, None)
        if said:
            yield PlacedPiece(str(said), 1, 1, "文件属性")


def _margins(sheet: Any) -> Iterator[str]:
    for name in _MARGINS:
        margin = getattr(sheet, name)
        yield from filter(None, (margin.left.text, margin.center.text, margin.right.text))


def _cells(sheet: Any, wanted: Container[tuple[int, int]] = ()) -> Mapping[tuple[int, int], Any]:
    """The cells with something in them, and those that are wanted, by row and column."""
    cells = sheet._cells.items()  # noqa: SLF001 - the only way that does not make a million cells
    return {
        place: cell
        for place, cell in cells
        if min(place) > 0 and (cell.value is not None or cell.data_type != "n" or place in wanted)
    }


def _format(cell: Any) -> str:
    try:
        return str(cell.number_format)
    except LookupError:  # it names one that the file does not have
        return "General"


def _formulas(data: bytes, title: str) -> frozenset[tuple[int, int]]:
    """The cells of a sheet that have a formula."""
    if not has_formulas(data):
        return frozenset()
    sheet = load(data, formulas=True)[title]
    return frozenset(place for place, cell in _cells(sheet).items() if cell.data_type == "f")


def _words(cell: Any) -> str:
    """A cell as it is seen, of a format that is not known as it is."""
    words = shown(cell.value, _format(cell))
    return plain(cell.value) if words is None else words


def _shown(file: str, sheet: Any, cell: Any, formulas: frozenset[tuple[int, int]]) -> _ShownCell:
    """A cell as it is seen, and what must be said of it."""
    place = cell.row, cell.column
    span, name = _span(file, *place), _name(sheet, *place)
    # the empty text that a formula gives is of the type str
    if cell.value is None and place in formulas and cell.data_type != "str":
        hint = "用 Excel 或 WPS 打开这个文件\uff0c保存一次\uff1b或把公式改成数"
        message = f"{name} 是公式\uff0c文件里没有算好的结果"
        return _ShownCell(_GAP, codes.ATTACHMENT_LOSS.at(span, message, hint))
    if cell.data_type == "e":
        message = f"{name} 显示为 {cell.value}\uff1a公式算错了"
        return _ShownCell(
            str(cell.value), codes.ATTACHMENT_LOSS.at(span, message, "改好公式\uff0c或直接写数")
        )
    words = shown(cell.value, _format(cell))
    if words is None:
        words = plain(cell.value)
        message = f"{name} 的数字格式“{_format(cell)}”少见\uff0c照“{words}”印"
        hint = "换成常见的格式\uff0c或把要印的写成文字"
        return _ShownCell(words, codes.ATTACHMENT_MARKUP.at(span, message, hint))
    return _ShownCell(words)


def _left_out(file: AttachedFile, book: Any, sheet: Any, unseen: Hidden) -> Iterator[Finding]:
    """What is in the file and not on the page."""
    rule, whole = codes.ATTACHMENT_IN_PART, Span(file.name)
    others = [other.title for other in book.worksheets if other is not sheet]
    if others:
        message = f"只印“{sheet.title}”\uff0c不印{_listed(f'“{title}”' for title in others)}"
        yield rule.at(whole, message, "别的工作表要印的\uff0c另存为一个文件\uff0c作另一个附件")
    used = _cells(sheet)
    rows = sorted({row for row, _ in used} & unseen.rows)
    if rows:
        message = f"{sheet.title} 的第 {_listed(map(str, rows))} 行是隐藏的\uff0c不印"
        yield rule.at(_span(file.name, rows[0], 1), message, "要印的\uff0c取消隐藏后保存")
    columns = sorted({column for _, column in used} & unseen.columns)
    if columns:
        letters = _listed(map(get_column_letter, columns))
        message = f"{sheet.title} 的第 {letters} 列是隐藏的\uff0c不印"
        yield rule.at(_span(file.name, 1, columns[0]), message, "要印的\uff0c取消隐藏后保存")
    noted = [place for place, cell in used.items() if cell.comment is not None]
    if noted:
        row, column = min(noted)
        message = f"{_name(sheet, row, column)} 有批注\uff0c不印"
        yield rule.at(_span(file.name, row, column), message, "要印的写进格子里")
    if has_drawings(file.data):
        hint = "要印的\uff0c另存为 .png\uff0c作另一个附件"
        yield rule.at(whole, "文件里有图片或图表\uff0c不印", hint, severity=Severity.WARNING)


def _listed(words: Iterable[str]) -> str:
    first, *more = [*words][:10]
    return "、".join((first, *more))


def _name(sheet: Any, row: int, column: int) -> str:
    return f"{sheet.title}!{get_column_letter(column)}{row}"


def _span(file: str, row: int, column: int) -> Span:
    return Span(file, row, column, row, column + 1)
