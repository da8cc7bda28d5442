"""Headings at the foot of a page, for the tests: chains of them, and what is wrong with one there."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportctl.document import Attachment, Block, BlockType, Document, Run
from tests.render.docx import documents
from tests.render.docx.documents import block
from tests.render.docx.paper import BOTTOM

if TYPE_CHECKING:
    from tests.render.docx.paper import Page

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


def report(shape: str) -> Document:
    """A report whose 附件 have the headings at every place near the foot of their first page."""
    annexes = (annex(shape, ROOM - left) for left in range(sum(map(int, shape)) + 2))
    return documents.plain()._replace(attachments=tuple(annexes))


def judge(pages: list[Page], shape: str) -> None:
    """No heading is parted or stands alone at a foot, and no three lines are empty that need not be."""
    high = [*map(int, shape)]
    ends = [
        page
        for page, after in pairwise(pages)
        if "件" in page.body[0].text and "件" not in after.body[0].text
    ]
    assert len(ends) == sum(high) + 2
    for page in ends:
        foot = foot_of(page)
        if foot:
            assert [lines for _, lines in foot] == high[: len(foot)], page.text
            assert len(foot) > 1, page.text
            assert shape != "11", page.text
        empty = round((BOTTOM - page.body[-1].bottom) / PITCH)
        assert empty < 3 or (not foot and (len(high) == 1 or sum(high[:2]) > empty)), page.text
    assert any(foot_of(page) for page in ends) is (shape not in {"11", "2", "3"})
