"""What is at the limit of a page, on paper: wide tables, numbers in cells, long names of joint issuers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.document import Attachment, Table
from tests.render.docx import documents
from tests.render.docx.paper import LEFT, RIGHT, Page, printed_together

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.document import Document

pytestmark = pytest.mark.slow

LONG = "中共云溪市青山区委全面依法治区委员会"
LONGER = f"{LONG}办公室"
WIDE = (
    ("单位", *(f"行政处罚{column}" for column in range(12))),
    *(
        (
            f"青山区某某街道办事{chr(0x4E00 + row)}",
            *(str(10 + (row * 7 + column) % 90) for column in range(12)),
        )
        for row in range(30)
    ),
)
"""Thirteen columns, names of ten characters, figures of two digits."""
FIGURES = (
    ("单位", *(f"指标{column}" for column in range(5))),
    *(
        (
            f"单位{row}",
            *(
                f"{(row * 7919 + column * 977) % 99991}.{(row + column) % 90 + 10}"
                if column % 2
                else f"{row % 90 + 10}.{column}%"
                for column in range(5)
            ),
        )
        for row in range(30)
    ),
)


def annexed(rows: tuple[tuple[str, ...], ...]) -> Document:
    return documents.plain()._replace(attachments=(Attachment(0, "统计表", (Table(rows),)),))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    named = {
        "wide": annexed(WIDE),
        "figures": annexed(FIGURES),
        "joint": documents.formal(issuers=(LONG, "甲县人民政府"), with_attachments=False),
        "three": documents.formal(issuers=(LONGER, "甲县人民政府", "乙县人民政府"), with_attachments=False),
    }
    folder: Path = tmp_path_factory.mktemp("limits")
    return printed_together(named, folder)


def test_thirteen_columns_and_thirty_rows_take_at_most_four_pages(pages: dict[str, list[Page]]) -> None:
    turned = [page for page in pages["wide"] if page.width > page.height]
    assert 0 < len(turned) <= 4
    text = "".join(page.text for page in turned)
    numbers = [line.text for page in turned for line in page.lines if line.text.isdigit()]
    # where a name has two lines its figures stand between them, on a line of their own
    assert sorted(numbers) == sorted("".join(row[1:]) for row in WIDE[1:]) or all(
        "".join(row[1:]) in text for row in WIDE[1:]
    )


def test_no_number_in_a_cell_is_cut(pages: dict[str, list[Page]]) -> None:
    text = "\n".join(page.text for page in pages["figures"])
    assert [cell for row in FIGURES[1:] for cell in row[1:] if cell not in text] == []


@pytest.mark.parametrize(("name", "longest"), [("joint", LONG), ("three", LONGER)])
def test_the_mark_of_joint_issuers_stays_within_the_text_area(
    pages: dict[str, list[Page]], name: str, longest: str
) -> None:
    first = pages[name][0]
    mark = [line for line in first.lines if longest in line.text or "文件" in line.text]
    assert any(line.text.startswith(longest) for line in mark)
    assert all(line.left >= LEFT - 0.1 and line.right <= RIGHT + 0.1 for line in mark)
