"""Tables for spreadsheet programs: what they open is what was declared, and none of it runs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.errors import FileError
from reportctl.render.spreadsheet import Cell, Worksheet, write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

DAY = dt.date(2024, 2, 10)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("县司法局", Decimal(495), None),
    ('“甲”,"乙"', Decimal("-99.20"), "丙\n丁"),
)
SHEET = Worksheet("数据台账", ("部门", "数值", "备注"), ROWS)


def written(write: Callable[[Worksheet, BinaryIO], None], sheet: Worksheet) -> bytes:
    out = io.BytesIO()
    write(sheet, out)
    return out.getvalue()


def cells(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """What openpyxl reads of the .xlsx."""
    return [tuple(cell.value for cell in row) for row in page(sheet).iter_rows()]


def page(sheet: Worksheet) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that few tests need

    return load_workbook(io.BytesIO(written(write_xlsx, sheet))).active


def one(cell: Cell) -> Worksheet:
    return Worksheet("表", ("列",), ((cell,),))


# --- CSV ---------------------------------------------------------------------------------------------


def test_csv_opens_in_excel_by_a_double_click() -> None:
    data = written(write_csv, SHEET)
    assert data.startswith("\ufeff部门,数值,备注\r\n".encode())
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 3
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1:] == [["县司法局", "495", ""], ['“甲”,"乙"', "-99.20", "丙 丁"]]


FORMULAS = [
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\uff1d1+1", "'\uff1d1+1"),
    ("\uff0d1", "'\uff0d1"),
    (" =1", "' =1"),
    ("\t=1", "' =1"),
    ("\r=1", "' =1"),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
]


@pytest.mark.parametrize(("text", "shown"), FORMULAS)
def test_a_text_is_no_formula_in_csv(text: str, shown: str) -> None:
    data = written(write_csv, one(text)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data, newline="")))[1] == [shown]


@pytest.mark.parametrize("text", ["甲=1", "1-2", "3：1", "", "'甲", "a@b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    data = written(write_csv, one(text)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data, newline="")))[1] == [text]


def test_a_negative_number_is_a_number() -> None:
    assert written(write_csv, one(Decimal(-5))).endswith(b"\r\n-5\r\n")


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_csv_keeps_its_rows_and_columns(rows: list[tuple[str, str]]) -> None:
    data = written(write_csv, Worksheet("表", ("甲", "乙"), tuple(rows))).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(data, newline="")))
    assert [len(row) for row in read] == [2] * (len(rows) + 1)
    assert not any(cell.lstrip()[:1] in set("=+-@") - {""} for row in read for cell in row)


# --- XLSX --------------------------------------------------------------------------------------------


def test_xlsx_has_numbers_as_numbers_and_texts_as_texts() -> None:
    assert cells(SHEET) == [
        ("部门", "数值", "备注"),
        ("县司法局", 495, None),
        ('“甲”,"乙"', -99.2, "丙 丁"),
    ]


@pytest.mark.parametrize("text", [text for text, _ in FORMULAS])
def test_a_text_is_no_formula_in_xlsx(text: str) -> None:
    cell = page(one(text))["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_number_too_long_for_a_spreadsheet_is_written_out() -> None:
    assert cells(one(Decimal(12345678901234567890)))[1] == ("12345678901234567890",)
    assert cells(one(Decimal(123456789012345)))[1] == (123456789012345,)


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\ufffe", "\ud800", "\u202e"])
def test_characters_that_no_file_may_have_are_replaced(char: str) -> None:
    assert cells(one(f"甲{char}乙"))[1] == ("甲\ufffd乙",)
    assert "甲\ufffd乙" in written(write_csv, one(f"甲{char}乙")).decode("utf-8-sig")


def test_xlsx_is_easy_to_read() -> None:
    shown = page(SHEET)
    assert (shown.title, shown.freeze_panes, shown.auto_filter.ref) == ("数据台账", "A2", "A1:C3")
    assert shown["A1"].font.bold
    assert shown.column_dimensions["A"].width > shown.column_dimensions["B"].width


def test_xlsx_is_the_same_whenever_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(lambda sheet, out: write_xlsx(sheet, out, DAY), SHEET)
    monkeypatch.setattr("time.time", lambda: 1e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2001, 9, 9, 1, 46, 40, 6, 252, 0))
    assert written(lambda sheet, out: write_xlsx(sheet, out, DAY), SHEET) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2024, 2, 10, 0, 0, 0)}
        assert b"2024-02-10T00:00:00Z" in package.read("docProps/core.xml")
        assert package.testzip() is None


@pytest.mark.parametrize("day", [None, dt.date(1970, 1, 1)])
def test_a_day_that_no_archive_can_name_is_the_first_that_it_can(day: dt.date | None) -> None:
    data = written(lambda sheet, out: write_xlsx(sheet, out, day), SHEET)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_openpyxl_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FileError, match="openpyxl") as caught:
        written(write_xlsx, SHEET)
    assert "pip install 'reportctl[xlsx]'" in caught.value.hint
    assert "--format csv" in caught.value.hint


def test_a_table_without_rows() -> None:
    empty = Worksheet("表", ("甲", "乙"), ())
    assert cells(empty) == [("甲", "乙")]
    assert written(write_csv, empty) == "\ufeff甲,乙\r\n".encode()
