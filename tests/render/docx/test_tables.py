"""Tables: how wide their columns are, which lie across, and what repeats and stays whole."""

from __future__ import annotations

import pytest

from reportctl.document import Attachment, Merge, Table
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.tables import column_widths, row_heights, sheet_for
from tests.render.docx import documents, reading

LAYOUT = documents.gb9704()
PORTRAIT = LAYOUT.page.text_width.twips
LANDSCAPE = LAYOUT.page.text_height.twips


def rendered(table: Table) -> bytes:
    annex = Attachment(0, "统计表", (table,))
    return documents.docx(documents.plain()._replace(attachments=(annex,)))


def widths(table: Table) -> list[int]:
    """The widths of the columns in twips."""
    columns = next(reading.tree(rendered(table)).iter(f"{reading.W}tblGrid"))
    return [int(column.get(f"{reading.W}w", "0")) for column in columns]


@pytest.mark.parametrize(
    "table",
    [
        documents.table(5, 2),
        documents.table(5, 7),
        Table((("甲", "乙"), ("说明" * 60, "1")), widths=(3, 1)),
        Table((("甲",), ("1", "2", "3"))),
        Table((("",),)),
    ],
)
def test_columns_fill_the_text_area(table: Table) -> None:
    assert sum(widths(table)) == PORTRAIT


def test_a_wide_table_fills_the_turned_sheet() -> None:
    assert sum(widths(documents.table(5, 8, landscape=True))) == LANDSCAPE


def test_what_stands_across_columns_makes_no_row_higher() -> None:
    """Neither on paper nor where the pages are counted."""
    across = Merge(row=0, column=0, rows=1, columns=3)
    table = Table((("全区各部门行政执法统计" * 3, "", ""), ("1", "2", "3")), merged=(across,))
    title, numbers = row_heights(table, column_widths(table, LAYOUT), LAYOUT)
    assert title == numbers
    found = [row.get(f"{reading.W}val") for row in reading.tree(rendered(table)).iter(f"{reading.W}trHeight")]
    assert found == [str(title), str(numbers)]


def test_given_widths_are_kept() -> None:
    found = widths(Table((("甲", "乙"), ("1", "2")), widths=(3, 1)))
    assert found[0] == pytest.approx(3 * found[1], abs=2)


def test_a_long_text_leaves_the_numbers_beside_it_whole() -> None:
    table = Table((("事项", "金额"), ("说明" * 200, "1234567890.12")))
    need = len("1234567890.12") / 2 * LAYOUT.elements.table_cell.size.value.twips
    assert widths(table)[1] > need


@pytest.mark.parametrize(
    ("table", "sheet"),
    [
        (documents.table(3, 4), PageOrientation.PORTRAIT),
        (documents.table(3, 4, landscape=True), PageOrientation.LANDSCAPE),
        (documents.table(3, 12), PageOrientation.LANDSCAPE),
        (Table((("金额",) * 6, ("123456789.00",) * 6)), PageOrientation.LANDSCAPE),
        (Table((("甲", "乙"), ("说明" * 500, "说明" * 500))), PageOrientation.PORTRAIT),
    ],
)
def test_a_table_lies_across_where_it_asks_or_cannot_do_without(table: Table, sheet: PageOrientation) -> None:
    assert sheet_for(table, LAYOUT) is sheet


def test_head_rows_repeat_and_rows_stay_whole() -> None:
    table = Table((("甲",), ("乙",), ("1",)), header_rows=2)
    rows = list(reading.tree(rendered(table)).iter(f"{reading.W}tr"))
    assert [bool(reading.find(row, "w:trPr/w:tblHeader")) for row in rows] == [True, True, False]
    assert all(reading.find(row, "w:trPr/w:cantSplit") for row in rows)


def test_a_row_higher_than_a_page_may_break() -> None:
    rows = list(reading.tree(rendered(Table((("甲",), ("长" * 5000,))))).iter(f"{reading.W}tr"))
    assert [bool(reading.find(row, "w:trPr/w:cantSplit")) for row in rows] == [True, False]


def test_cells_have_lines_as_high_as_they_need_and_no_indent() -> None:
    data = rendered(documents.table(3, 2))
    for name in ("表头", "表格"):
        shape = reading.find(reading.style(data, name), "w:pPr")[0]
        assert reading.value(shape, "w:spacing", "lineRule") == "auto"
        assert reading.find(shape, "w:ind") == []
