"""A table for spreadsheet programs: CSV, lines with tabs, XLSX. No cell is ever taken for a formula."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.errors import FileError
from reportctl.text.clean import printable
from reportctl.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

Cell = str | Decimal | None

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet program takes for the beginning of a formula, full-width forms included."""
_NUMBER = re.compile("[+-][0-9]+(?:[.][0-9]+)?(?:%|个百分点)?")
"""What begins like a formula and is a number with its sign."""
_EXACT = 15
"""Digits: a spreadsheet keeps no more of a number."""
_NARROW, _WIDE = 6, 60
_FIRST_DAY = dt.date(1980, 1, 1)
"""The first that a zip archive can name."""


class Worksheet(NamedTuple):
    """A table with a line of headings; a `Decimal` is a number, None an empty cell."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_csv(sheet: Worksheet, out: BinaryIO) -> None:
    """Write the table as CSV that Excel opens by a double click: UTF-8 with a mark, lines ended by CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    out.write(codecs.BOM_UTF8 + text.getvalue().encode())


def write_lines(rows: Iterable[tuple[str, ...]], out: BinaryIO) -> None:
    """Write rows as lines with tabs between the cells, which a spreadsheet program opens as a table too."""
    for row in rows:
        cells = (cell if _NUMBER.fullmatch(cell) else harmless(cell) for cell in row)
        line = "\t".join(cells)
        out.write(f"{line}\n".encode())


def write_xlsx(sheet: Worksheet, out: BinaryIO, day: dt.date | None = None) -> None:
    """Write the table as .xlsx, to the same bytes whenever it is written; `day` is the day it bears.

    Raises:
        FileError: openpyxl is not installed.
    """
    book, save = _book()
    day = day if day and day >= _FIRST_DAY else _FIRST_DAY
    moment = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the format knows no time zone
    book.properties.creator, book.properties.title = "reportctl", sheet.title
    book.properties.created = book.properties.modified = moment
    _fill(book.active, sheet)
    draft = io.BytesIO()
    with zipfile.ZipFile(draft, "w") as archive:
        save(book, archive).save()
    _repack(draft, out, (day.year, day.month, day.day))


def harmless(words: str) -> str:
    """Words as a cell of a text file: printable, and nothing that a spreadsheet takes for a formula."""
    text = printable(words)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _plain(cell: Cell) -> str:
    return format(cell, "f") if isinstance(cell, Decimal) else harmless(cell or "")


def _book() -> tuple[Any, Any]:
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra that few have
        from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415
    except ImportError:
        hint = "运行 `pip install 'reportctl[xlsx]'`；也可以用 --format csv，Excel 能直接打开"
        raise FileError("写 .xlsx 要用 openpyxl，这里没有装", hint=hint) from None
    return Workbook(), ExcelWriter


def _fill(page: Any, sheet: Worksheet) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - an extra that few have
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    page.title = sheet.title
    for line, row in enumerate((sheet.headings, *sheet.rows), 1):
        for column, value in enumerate(row, 1):
            _put(page.cell(line, column), value)
    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, cells in enumerate(zip(sheet.headings, *sheet.rows, strict=True), 1):
        widest = max(columns(_plain(cell)) for cell in cells)
        page.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, _NARROW), _WIDE)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _put(cell: Any, value: Cell) -> None:
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXACT:
        cell.value = value
    elif value:
        cell.value = format(value, "f") if isinstance(value, Decimal) else printable(value)
        # text stays text, also when somebody edits it
        cell.data_type, cell.quotePrefix = "s", True


def _repack(draft: BinaryIO, out: BinaryIO, day: tuple[int, int, int]) -> None:
    """Write the archive again with the same time for every entry."""
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (*day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the entry tells which system it was made on
            new.writestr(entry, old.read(name))
