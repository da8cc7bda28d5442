"""Headings at the foot of a printed page: none parted, none alone, no three lines empty that need not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.document import Block, BlockType, Run
from tests.render.docx import documents
from tests.render.feet import HEADS, SHAPES, chain, judge, report
from tests.render.html import reading
from tests.render.html.test_printed import printed
from tests.tools import rounds

if TYPE_CHECKING:
    from pathlib import Path

SHORT_OF_A_LINE = ("0-15", "2-12", "2-15")
"""How many 附件 are named, and how many lines of text stand above them, where it comes to a single line."""


@pytest.mark.slow
@pytest.mark.parametrize("shape", rounds.spread(SHAPES, 4))
def test_headings_at_the_foot(tmp_path: Path, shape: str) -> None:
    judge(printed(report(shape), tmp_path, "feet"), shape)


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        *SHORT_OF_A_LINE,
        *(
            pytest.param(f"{annexed}-{lines}", marks=pytest.mark.long)
            for annexed in (0, 2)
            for lines in range(7, 21)
            if f"{annexed}-{lines}" not in SHORT_OF_A_LINE
        ),
    ],
)
def test_the_ending_is_never_without_a_line_of_the_text(tmp_path: Path, case: str) -> None:
    annexed, lines = map(int, case.split("-"))
    rows = (Block(f"p{index}", BlockType.ITEM, (Run("字" * 20),)) for index in range(lines))
    names = ("执法数据统计表", "流程图")[:annexed]
    ending = documents.ending("青江区人民政府", names=names, note="此件公开发布", closing="")
    head = documents.plain().blocks[:2]
    pages = printed(documents.plain()._replace(blocks=(*head, *rows, *ending)), tmp_path, "ending")
    assert all("字" in page.text for page in pages)


@pytest.mark.slow
@pytest.mark.parametrize(
    "lines", [11, *(pytest.param(lines, marks=pytest.mark.long) for lines in [*range(7, 11), *range(12, 20)])]
)
def test_the_imprint_is_never_without_a_line_of_the_text(tmp_path: Path, lines: int) -> None:
    rows = (Block(f"p{index}", BlockType.ITEM, (Run("字" * 20),)) for index in range(lines))
    whole = documents.formal(with_attachments=False)
    blocks = (*whole.blocks[:2], *rows, *whole.blocks[-3:])
    pages = printed(whole._replace(blocks=blocks, letterhead=None), tmp_path, "imprint")
    assert "印发" in pages[-1].text
    assert all("字" in page.text for page in pages)


def test_a_page_may_end_behind_two_headings_of_a_chain_and_where_a_line_has_room_below() -> None:
    classes = {
        shape: [
            one.attributes["class"].split()[1:]
            for one in reading.body(documents.plain(*chain(shape), *documents.body())).find()
            if one.text.strip("一二、（）1.")[:1] in HEADS and one.name.startswith("h")
        ]
        for shape in SHAPES
    }
    assert classes["3"] == classes["2"] == [[]]
    assert classes["11"] == [[], []]
    assert classes["12"] == [[], ["page-end"]]
    assert classes["111"] == [[], ["page-end", "above-a-line"], []]
    assert classes["113"] == [[], ["page-end", "above-a-line"], ["page-end"]]
    assert classes["2222"] == [[], ["page-end"], ["page-end"], []]
