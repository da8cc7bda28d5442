"""A chain of headings at a page's foot: no heading stands there alone, and no three lines stay empty."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Block, BlockType, Run
from reportctl.typesetting.pagination import loose_headings
from tests.render import feet
from tests.render.docx import documents, reading
from tests.render.docx.documents import block
from tests.render.docx.paper import BOTTOM, printed, printed_together
from tests.tools import rounds

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = documents.gb9704()
PITCH = 28.95 * 25.4 / 72
CHAIN = (
    block(BlockType.SECTION, "主要工作举措", "一、", 1),
    block(BlockType.SECTION, "加强组织领导", "（一）", 2),
    block(BlockType.SECTION, "压实工作责任", "1.", 3),
    block(BlockType.SECTION, "落实第一责任", "（1）", 4),
)
WRAPPING = (
    block(BlockType.SECTION, "深入学习贯彻习近平法治思想和党中央关于法治建设的决策部署", "一、", 1),
    block(BlockType.SECTION, "加强组织领导", "（一）", 2),
)
"""Two headings, the first of them of two lines."""
LONG_LAST = (
    *CHAIN[:2],
    block(BlockType.SECTION, "把法治建设成效作为衡量各级领导班子和领导干部工作实绩的重要内容" * 2, "1.", 3),
)
"""Three headings, the last of them of three lines."""
WORDS = [one.number + one.text for one in CHAIN]


def filling(lines: int) -> Block:
    """Sentences with digits that take so many lines, or one less."""
    sentence = (
        "全年办理行政许可事项1285件、行政处罚案件64件，开展执法培训12场，参训人员865人次，合格率99.2%。"
    )
    return Block("filling", BlockType.ITEM, (Run((sentence * lines)[: 28 * lines - 14]),))


def report(lines: int, headings: int, after: int = 3) -> list[Block]:
    return around(CHAIN[:headings], lines, after)


def around(chain: tuple[Block, ...], lines: int, after: int = 3) -> list[Block]:
    text = Block("after", BlockType.ITEM, (Run("各部门主要负责人履行第一责任人职责。" * after),))
    return [filling(lines), *chain, text, filling(30)]


def test_where_nothing_falls_at_the_foot_all_keep_together() -> None:
    assert not loose_headings(documents.plain(*report(4, 3)), LAYOUT)


def test_two_headings_always_keep_together() -> None:
    assert not any(loose_headings(documents.plain(*report(lines, 2)), LAYOUT) for lines in range(8, 24))


@pytest.mark.parametrize("chain", [WRAPPING, WRAPPING[::-1]], ids=["first", "second"])
def test_two_headings_of_three_lines_stay_where_they_fill_a_page(chain: tuple[Block, ...]) -> None:
    loose = []
    for lines in range(4, 24):
        made = documents.plain(*around(chain, lines))
        found = loose_headings(made, LAYOUT)
        assert found <= {made.blocks.index(chain[-1])}
        loose += [lines] * bool(found)
    assert 1 <= len(loose) <= 3
    assert loose == [*range(loose[0], loose[-1] + 1)]


@pytest.mark.slow
@pytest.mark.parametrize("turned", [False, True])
def test_no_three_lines_stay_empty_above_two_of_which_one_wraps(tmp_path: Path, *, turned: bool) -> None:
    chain = WRAPPING[::-1] if turned else WRAPPING
    made = {f"{lines}": documents.plain(*around(chain, lines)) for lines in [*range(9, 20), *range(31, 42)]}
    last = (chain[-1].number + chain[-1].text)[-4:]
    stayed = 0
    for name, pages in printed_together(made, tmp_path).items():
        for page in pages[:-1]:
            assert round((BOTTOM - page.body[-1].bottom) / PITCH) < 3, (name, page.body[-1].text)
            foot = [line.text for line in page.body]
            stayed += foot[-1].endswith(last)
            assert foot[-1].endswith(last) or not chain[0].text.endswith(foot[-1][-4:]), name
    assert stayed


def test_three_headings_stay_where_the_last_fills_three_lines_of_a_page() -> None:
    last = {}
    for lines in range(2, 24):
        made = documents.plain(*around(LONG_LAST, lines))
        found = loose_headings(made, LAYOUT)
        if found:
            last[lines] = max(found)
    assert {made.blocks[place] for place in last.values()} == {*LONG_LAST[1:]}
    assert list(last) == [*range(min(last), max(last) + 1)]


def test_a_heading_s_lines_are_not_parted() -> None:
    made = documents.docx(documents.plain(*around(WRAPPING, 4)))
    for name in ("公文标题", "一级标题", "二级标题"):
        assert reading.find(reading.style(made, name), "w:pPr/w:keepLines"), name
    assert not reading.find(reading.style(made, "公文正文"), "w:pPr/w:keepLines")


@pytest.mark.slow
@pytest.mark.parametrize("headings", [2, 3, 4])
def test_no_three_lines_stay_empty(headings: int, tmp_path: Path) -> None:
    made = {
        f"{headings}-{lines}": documents.plain(*report(lines, headings))
        for lines in [*range(9, 20), *range(31, 42)]
    }
    fell = 0
    for name, pages in printed_together(made, tmp_path).items():
        for page, following in pairwise(pages):
            foot = [line.text for line in page.body]
            if following.body[0].text not in WORDS:
                assert foot[-1] not in WORDS, name
                continue
            fell += 1
            assert round((BOTTOM - page.body[-1].bottom) / PITCH) < 3, (name, foot[-4:])
            assert foot[-1] not in WORDS or foot[-2] in WORDS, name
    assert fell >= 3


@pytest.mark.slow
@pytest.mark.parametrize("shape", rounds.spread(feet.SHAPES, 4))
def test_headings_at_the_foot_of_an_annex(tmp_path: Path, shape: str) -> None:
    feet.judge(printed(feet.report(shape), tmp_path), shape)
