"""Numbers in front of headings are told from words that begin with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import qn

from reportctl.inspect.outline import number_at_start
from reportctl.inspect.reading import read_facts
from reportctl.inspect.structure import recognise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三、三个方面的不足和原因", (1, 3, True)),
        ("一、一体推进法治建设", (1, 1, True)),
        ("一、二、三产业", None),
        ("二、三个方面的不足和原因", (1, 2, True)),
        ("一百零五、不足", (1, 105, True)),
        ("一百〇五、不足", (1, 105, True)),
        ("（一百〇一）不足", (2, 101, True)),
        ("一.不足", (1, 1, False)),
        ("一、二审案件", None),
        ("三、四季度", None),
        ("一，二是", None),
    ],
)
def test_number(text: str, number: tuple[int, int, bool] | None) -> None:
    found = number_at_start(text)
    assert (None if found is None else (found.level, found.value, found.well_formed)) == number


@pytest.mark.parametrize("text", ["三、四季度工作安排", "一、二审案件情况"])
def test_what_word_counted_is_a_number_whatever_follows(text: str) -> None:
    assert number_at_start(text) is None
    found = number_at_start(text, typed=False)
    assert found is not None
    assert found.level == 1


@pytest.mark.parametrize(
    ("text", "font", "numbered"),
    [
        ("一、二级响应机制更加健全", "黑体", True),
        ("一、二级响应各启动3次。", "仿宋_GB2312", False),
        ("一、二、三产业融合发展", "黑体", False),
    ],
)
def test_what_looks_like_a_chapter_is_numbered(text: str, font: str, numbered: bool, tmp_path: Path) -> None:
    document = Document()
    for words, name in (
        ("关于情况的报告", "方正小标宋简体"),
        (text, font),
        *[("全年检查20次。", "仿宋_GB2312")] * 4,
    ):
        run = document.add_paragraph().add_run(words)
        run.font.name = name
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
    document.save(str(tmp_path / "稿.docx"))
    structure = recognise(read_facts(tmp_path / "稿.docx"))
    (element,) = (one for one in structure.elements if one.paragraph.text == text)
    assert (element.heading is not None and element.heading.number is not None) == numbered
