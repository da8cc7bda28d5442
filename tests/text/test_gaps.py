"""Where a number is missing, and where only a blank is: a gap is one however its marks were typed."""

from __future__ import annotations

import pytest

from reportctl.text.gaps import has_gap
from reportctl.text.marks import normalise


@pytest.mark.parametrize(
    "text",
    [
        "第 条 。",
        "检查;  次",
        "检查\uff1b  次",
        "\uff08含报\uff09  部",
        "(含报)  部",
        "问题20个?  部",
        "秘密　…部",
    ],
)
def test_a_gap_is_found_and_nothing_is_mended_there(text: str) -> None:
    assert has_gap(text)
    assert normalise(text) == text


@pytest.mark.parametrize(
    "text", ["\uff08一\uff09  人才培养", "(一)  项目建设", "一、  人民调解", "1.  部门联动"]
)
def test_a_blank_behind_a_typed_number_is_none(text: str) -> None:
    assert not has_gap(text)


@pytest.mark.parametrize(
    "text",
    ["迈上两 个台阶", "一 个平台", "各 户居民", "事故 起数下降", "全面 起势", "高层 次人才", "检查 户籍"],
)
def test_a_blank_within_a_word_or_behind_a_number_is_none(text: str) -> None:
    assert not has_gap(text)
    assert normalise(text) == text.replace(" ", "")


@pytest.mark.parametrize("text", ["检查 次，", "发现问题 个。", "处罚 起", "查处 件", "走访 户。"])
def test_a_blank_before_a_measure_word_is_one(text: str) -> None:
    assert has_gap(text)


@pytest.mark.parametrize("text", ["**加强监管**。", "全年**重点**检查", "**部门联动**，检查"])
def test_marks_of_markup_are_none(text: str) -> None:
    assert not has_gap(text)


@pytest.mark.parametrize("text", ["检查**次，处罚**件", "**镇检查**次", "****镇，**区", "检查**部，**企业"])
def test_marks_that_stand_for_something_are_gaps(text: str) -> None:
    assert has_gap(text)
