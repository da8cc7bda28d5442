"""Excel attachments: the first sheet as it is seen on the screen, and all that is in the file for secrecy."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from reportctl.assemble.attached import workbook
from reportctl.assemble.attached.content import AttachedContent, AttachedFile, BadAttachmentError
from reportctl.assemble.attached.number_formats import shown
from reportctl.document import Merge, Table

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "行政执法统计表"
MOMENT = dt.datetime(2024, 1, 5, 14, 3)  # noqa: DTZ001 - the format knows no time zone
DAY = MOMENT.replace(hour=0, minute=0)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(rows: list[list[Any]]) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.active
    sheet.title = "统计"
    for row in rows:
        sheet.append(row)
    return book, sheet


def read(data: bytes) -> AttachedContent:
    return workbook.read(AttachedFile("a.xlsx", data, TITLE, "附件", 1))


def table(book: Workbook) -> Table:
    part = read(saved(book)).parts[0]
    assert isinstance(part, Table)
    return part


def found(book: Workbook) -> list[tuple[str, str, int, int]]:
    return [
        (one.code, one.severity.value, one.span.line, one.span.column) for one in read(saved(book)).findings
    ]


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


FORMATS: list[tuple[object, str, str | None]] = [
    (1234.5, "#,##0.00", "1,234.50"),
    (0.995, "0%", "100%"),
    (0.9949, "0.0%", "99.5%"),
    (-5, "#,##0_);(#,##0)", "(5)"),
    (-5, "0.00_ ;[Red]-0.00 ", "-5.00"),
    (-0.001, "0.00", "0.00"),
    (2.5, "0", "3"),
    (5, "000", "005"),
    (20, '0"件"', "20件"),
    (12345678, '#,##0,"千"', "12,346千"),
    (5, "[$¥-804]#,##0.00", "¥5.00"),
    (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
    (12345, "0.00E+00", "1.23E+04"),
    (0.1 + 0.2, "General", "0.3"),
    (12.0, "General", "12"),
    (430121199001010011, "General", "430121199001010011"),
    (5.5, "@", "5.5"),
    (5, ";;;", ""),
    (True, "General", "TRUE"),
    (1.5, "# ?/?", None),
    (5, "[>3]0;0", None),
    (5, "[DBNum1]General", None),
    (DAY, "mm-dd-yy", "2024/1/5"),
    (DAY, 'yyyy"年"m"月"d"日";@', "2024年1月5日"),
    (DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024年1月5日"),
    (MOMENT, "yyyy\\-mm\\-dd hh:mm", "2024-01-05 14:03"),
    (dt.time(14, 3), "h:mm AM/PM", "2:03 PM"),
    (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    (DAY, '[DBNum1]yyyy"年"', None),
]


@pytest.mark.parametrize(("value", "number_format", "expected"), FORMATS)
def test_a_value_looks_as_on_the_screen(value: object, number_format: str, expected: str | None) -> None:
    assert shown(value, number_format) == expected


def test_dates_percentages_and_numbers_are_printed_as_shown() -> None:
    book, sheet = sheet_of(
        [["项目", "日期", "占比", "金额", "次数"], ["检查", dt.date(2024, 1, 5), 0.125, 1234.5, 3]]
    )
    sheet["B2"].number_format, sheet["C2"].number_format = 'yyyy"年"m"月"d"日"', "0.0%"
    sheet["D2"].number_format = "#,##0.00"
    assert table(book).rows[1] == ("检查", "2024年1月5日", "12.5%", "1,234.50", "3")
    assert found(book) == []


def test_a_date_that_a_chinese_excel_knows_by_its_number_is_one() -> None:
    book, sheet = sheet_of([["日期"], [45296]])
    sheet["A2"].number_format = "0.00"
    data = with_part(
        saved(book), "xl/styles.xml", lambda part: part.replace(b'numFmtId="2"', b'numFmtId="31"')
    )
    part = read(data).parts[0]
    assert isinstance(part, Table)
    assert part.rows[1] == ("2024年1月5日",)


def test_merged_cells_stay_merged() -> None:
    book, sheet = sheet_of(
        [
            [TITLE, None, None],
            ["单位", "案件", None],
            [None, "刑事", "民事"],
            ["公安局\n（分局）", 3, 4],
            ["合计", 7, None],
        ]
    )
    for merged in ("A1:C1", "A2:A3", "B2:C2", "B5:C5"):
        sheet.merge_cells(merged)
    made = table(book)
    assert made.rows[0] == ("单位", "案件", "")
    assert made.rows[2] == ("公安局\n（分局）", "3", "4")
    assert set(made.merged) == {Merge(0, 0, 2, 1), Merge(0, 1, 1, 2), Merge(3, 1, 1, 2)}
    assert made.header_rows == 2
    assert [len(row) for row in made.cells()] == [2, 3, 3, 2]


def test_a_line_above_the_header_is_repeated_with_it() -> None:
    made = table(sheet_of([["单位\uff1a件", None], ["局", "数"], ["甲", 1]])[0])
    assert (made.header_rows, made.rows[0]) == (2, ("单位\uff1a件", ""))


def test_what_is_hidden_is_not_printed_and_told() -> None:
    book, sheet = sheet_of([["局", "密", "数"], ["甲", "x", 1], ["乙", "y", 2]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    assert table(book).rows == (("局", "数"), ("乙", "2"))
    assert found(book) == [("attachment-in-part", "note", 2, 1), ("attachment-in-part", "note", 1, 2)]


def test_a_merged_cell_whose_first_row_is_hidden_keeps_its_words() -> None:
    book, sheet = sheet_of([["局", "数"], ["甲", 1], [None, 2]])
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[2].hidden = True
    assert table(book).rows == (("局", "数"), ("甲", "2"))


def test_the_first_sheet_that_is_seen_is_printed_and_the_others_are_named() -> None:
    book, sheet = sheet_of([["局"], ["甲"]])
    sheet.sheet_state = "hidden"
    book.create_sheet("第二").append(["数"])
    book["第二"].append([5])
    assert table(book).rows == (("数",), ("5",))
    assert found(book) == [("attachment-in-part", "note", 1, 1)]


def test_a_formula_without_a_result_is_an_error_and_one_with_it_is_a_number() -> None:
    book, _ = sheet_of([["局", "数"], ["甲", "=1+1"]])
    assert found(book) == [("attachment-loss", "error", 2, 2)]
    assert "统计!B2" in read(saved(book)).findings[0].message

    def reckoned(part: bytes) -> bytes:
        return (
            part.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
        )

    done = read(with_part(saved(book), "xl/worksheets/sheet1.xml", reckoned))
    assert done.parts[0] == Table((("局", "数"), ("甲", "2")))
    assert done.findings == ()


def test_a_formula_that_gives_an_empty_text_is_sound() -> None:
    book, _ = sheet_of([["局", "数"], ["甲", "=T(1)"]])
    data = with_part(
        saved(book), "xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="B2"', b'r="B2" t="str"')
    )
    assert read(data).findings == ()


def test_an_error_of_a_formula_is_no_figure() -> None:
    book, sheet = sheet_of([["局", "数"], ["甲", "#DIV/0!"]])
    sheet["B2"].data_type = "e"
    assert found(book) == [("attachment-loss", "error", 2, 2)]


def test_an_unknown_format_is_told() -> None:
    book, sheet = sheet_of([["局", "数"], ["甲", 1.5]])
    sheet["B2"].number_format = "# ?/?"
    assert (table(book).rows[1], found(book)) == (("甲", "1.5"), [("attachment-markup", "warning", 2, 2)])


def test_a_far_cell_costs_nothing() -> None:
    book, sheet = sheet_of([["局", "数"], ["甲", 1]])
    sheet["XFD1048576"] = "远"
    assert table(book).rows[-1] == ("", "", "远")


def bomb(data: bytes) -> bytes:
    return with_part(data, "xl/worksheets/sheet1.xml", lambda part: part + b" " * (64 << 20))


def wide(data: bytes) -> bytes:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return with_part(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", merged))


SOUND = saved(sheet_of([["局", "数"], ["甲", 1]])[0])
BAD: dict[str, bytes] = {
    "nothing": b"",
    "an old file": b"\xd0\xcf\x11\xe0" + bytes(600),
    "half a file": SOUND[: len(SOUND) // 2],
    "a bomb": bomb(SOUND),
    "one merged cell for all": wide(SOUND),
    "entities": with_part(SOUND, "xl/workbook.xml", lambda part: b"<!DOCTYPE a><a/>" + part),
    "no sheet": with_part(SOUND, "xl/workbook.xml", lambda part: b"<workbook/>"),
    "broken XML": with_part(SOUND, "xl/worksheets/sheet1.xml", lambda part: part[:-20]),
    "an empty sheet": saved(Workbook()),
    "too much": b"PK\3\4" + bytes(5 << 20),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_workbook_is_refused(name: str) -> None:
    with pytest.raises(BadAttachmentError):
        read(BAD[name])


def test_all_that_can_be_read_is_looked_through_with_its_place() -> None:
    book, sheet = sheet_of([["局", "数"], ["甲", 1]])
    sheet["B2"].comment = Comment("秘密★1年", "某")
    sheet.oddHeader.left.text = "机密★2年"
    other = book.create_sheet("另")
    other["C3"] = "绝密★3年"
    other.sheet_state = "veryHidden"
    book.properties.title = "秘密★4年"
    text = workbook.source("a.xlsx", saved(book))
    places = [text.named_place(text.text.index(mark)) for mark in ("甲", "★1", "★2", "★3", "★4")]
    assert places == [
        "统计!A2\uff1a",
        "统计!B2 的批注\uff1a",
        "统计 的页眉页脚\uff1a",
        "另!C3\uff1a",
        "文件属性\uff1a",
    ]
    assert text.span(at := text.text.index("★3"), at + 1)[1:3] == (3, 3)
