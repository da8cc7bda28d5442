"""Headings at the foot of a printed page: none parted, none alone, no three lines empty that need not be."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Attachment, Block, BlockType, Run
from tests.render.docx import documents
from tests.render.docx.documents import block
from tests.render.docx.paper import BOTTOM, Page
from tests.render.html import reading
from tests.render.html.test_printed import printed
from tests.tools import rounds

if TYPE_CHECKING:
    from pathlib import Path

PITCH = 28.95 * 25.4 / 72
ROOM = 18
"""Lines of text on a page that begins with 附件 and its title."""
HEADS = "甲丙丁戊"
"""The only character of a heading of each level."""
NUMBERS = ("一、", "（一）", "1.", "（1）")
KINDS = (BlockType.CHAPTER, BlockType.SECTION, BlockType.ITEM, BlockType.POINT)
SHAPES = (
    "113",
    "1111",
    "12",
    "3",
    "11",
    "111",
    "112",
    "121",
    "1113",
    "1122",
    "2",
    "21",
    "211",
    "22",
    "222",
    "2222",
)
"""The lines of the headings that stand one under the other."""
SHORT_OF_A_LINE = ("0-15", "2-12", "2-15")
"""How many 附件 are named, and how many lines of text stand above them, where it comes to a single line."""


def chain(shape: str) -> tuple[Block, ...]:
    made = []
    for lines, head, number, level in zip(map(int, shape), HEADS, NUMBERS, range(1, 5), strict=False):
        made.append(block(KINDS[level - 1], head * (4 if lines == 1 else 28 * lines - 12), number, level))
    return tuple(made)


def annex(shape: str, lines: int) -> Attachment:
    """Lines of their own, the headings and their text."""
    rows = (Block(f"p{index}", BlockType.ATTACHMENT_TEXT, (Run("字" * 20),)) for index in range(lines))
    text = Block("after", BlockType.ATTACHMENT_TEXT, (Run("文" * 60),))
    return Attachment(lines, "一览", (*rows, *chain(shape), text))


def foot_of(page: Page) -> list[tuple[str, int]]:
    """The headings on a page, if it ends with them, each with its lines."""
    marks = ["".join(mark for mark in HEADS if mark in line.text) for line in page.body]
    groups = [(mark, len([*found])) for mark, found in groupby(marks)]
    last = next((index for index, (mark, _) in enumerate(reversed(groups)) if not mark), len(groups))
    return groups[len(groups) - last :]


@pytest.mark.slow
@pytest.mark.parametrize("shape", rounds.spread(SHAPES, 4))
def test_headings_at_the_foot(tmp_path: Path, shape: str) -> None:
    high = [*map(int, shape)]
    annexes = tuple(annex(shape, ROOM - left) for left in range(sum(high) + 2))
    pages = printed(documents.plain()._replace(attachments=annexes), tmp_path, "feet")
    ends = [
        page
        for page, after in pairwise(pages)
        if "件" in page.body[0].text and "件" not in after.body[0].text
    ]
    assert len(ends) == len(annexes)
    for page in ends:
        foot = foot_of(page)
        if foot:
            assert [lines for _, lines in foot] == high[: len(foot)], page.text
            assert len(foot) > 1, page.text
            assert shape != "11", page.text
        empty = round((BOTTOM - page.body[-1].bottom) / PITCH)
        assert empty < 3 or (not foot and (len(high) == 1 or sum(high[:2]) > empty)), page.text
    assert any(foot_of(page) for page in ends) is (shape not in {"11", "2", "3"})


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
