"""Reading holds whatever the document says, and costs no more than its length."""

from __future__ import annotations

import time
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collect.comparing import read
from tests.collect.houses import make
from tests.collect.plain_reports import PLANS, SHORT, TITLE, WORK, data, file
from tests.collect.test_houses import claimed_twice

PIECES = st.sampled_from(
    (
        *[
            "一、",
            "（一）",
            "1.",
            "（1）",
            "①",
            "一是",
            "二是",
            "第一部分",
            "1.1",
            "工作成效",
            "存在的不足",
            "下一步工作打算",
            "下一步，",
        ],
        *[
            "原因：",
            "无。",
            "。",
            "：",
            "，",
            "；",
            "《》",
            "附件1",
            "目录",
            "特此报告。",
            "2025年1月8日",
            "县司法局",
            "报送单位",
            "其他",
            "类别",
        ],
        *["原因分析", "全年办案12件", "联系人", "表单编号：RC-2024-县司法局-1a2b（", "𠀀", "\u200b"],
        *("\n", "\t", "　　", "a b"),
    )
)
LINES = st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=14)


@settings(max_examples=100, deadline=None)
@given(LINES, st.booleans(), st.data())
def test_whatever_the_lines_every_character_has_one_fate(lines: list[str], table: bool, draw: Any) -> None:
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph(line)
        paragraph.alignment = draw.draw(
            st.sampled_from((None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT))
        )
        for run in paragraph.runs:
            run.bold = draw.draw(st.booleans())
    if table:
        cells = document.add_table(rows=2, cols=2)
        for number, line in enumerate(lines[:4]):
            cells.cell(number // 2, number % 2).text = line

    material = read(data(document))

    reported = {remark.paragraph for remark in material.remarks}
    assert claimed_twice(material) == []
    for position, _ in material.ledger.unclaimed():
        assert material.ledger.document.lines[position].paragraph in reported


def test_a_report_of_sixty_pages_is_read_within_a_second() -> None:
    text = "组织评查行政执法案卷60本，督促整改问题18个，通报典型案例2起。" * 8
    lines = [TITLE]
    for number in range(1, 10):
        lines.append(f"（{'一二三四五六七八九'[number - 1]}）加强第{number}方面工作")
        lines += [
            f"{item}.规范第{item}项工作。{text}一是建立机制。{text}二是强化督导。{text}"
            for item in range(1, 9)
        ]
    content = data(file(lines[0], "一、工作成效", *lines[1:], *SHORT, *PLANS))
    read(content)

    started = time.process_time()
    material = read(content)

    assert len(material.items) == 74
    assert time.process_time() - started < 1


def test_the_work_grows_with_the_document() -> None:
    def cost(count: int) -> float:
        items = [f"{number % 90 + 1}.规范工作。评查案卷{number}本，督促整改。" for number in range(count)]
        content = data(file(TITLE, WORK[0], *items))
        started = time.process_time()
        read(content)
        return time.process_time() - started

    cost(50)
    small, large = (min(cost(count) for _ in range(3)) for count in (200, 1_600))

    assert large < 20 * small


def test_a_seed_gives_the_same_report() -> None:
    assert make(7).items == make(7).items
