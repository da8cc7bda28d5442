"""How a title is broken: the table says what a person would do; properties say what never happens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.width import width
from reportctl.typesetting.titles import break_title

ROOM = 20.1
NAMES = ("怀化市鹤城区人民政府", "鹤城区")


@pytest.mark.parametrize(
    "lines",
    [
        ["关于鹤城区2023年度法治政府建设情况报告"],
        ["2023年度法治政府建设工作总结"],
        ["关于鹤城区2023年度", "法治政府建设情况的报告"],
        ["怀化市鹤城区人民政府", "关于2023年度法治政府建设情况的报告"],
        ["怀化市鹤城区人民政府", "关于2023年度推进法治建设情况的报告"],
        ["关于贯彻落实《法治政府建设实施纲要", "（2021—2025年）》情况的报告"],
        [
            "怀化市鹤城区人民政府",
            "关于2023年度党政主要负责人履行",
            "推进法治建设第一责任人职责情况的报告",
        ],
    ],
)
def test_breaks_as_a_person_would(lines: list[str]) -> None:
    found = break_title("".join(lines), ROOM, names=NAMES)
    assert "\n".join(found) == "\n".join(lines)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("关于鹤城区2023年度推进法治政府建设工作情况的报告", "2023年度"),
        ("关于深入贯彻《法治社会建设实施纲要》情况的报告", "《法治社会建设实施纲要》"),
        ("怀化市鹤城区人民政府关于全面推进依法行政工作的报告", "怀化市鹤城区人民政府"),
        ("关于鹤城区2021—2025年法治政府建设工作总体情况的报告", "2021—2025年"),
        ("关于开展“八五”普法中期评估检查验收工作情况的报告", "“八五”"),
    ],
)
def test_keeps_together_what_belongs_together(title: str, whole: str) -> None:
    assert any(whole in line for line in break_title(title, ROOM, names=NAMES))


def test_a_name_longer_than_a_line_is_broken_without_a_lone_end() -> None:
    title = "关于《" + "法治政府建设与责任落实督察工作实施细则" * 2 + "》的报告"
    lines = break_title(title, ROOM)
    assert "".join(lines) == title
    assert all(width(line) <= ROOM for line in lines)
    assert width(lines[-1]) >= 4


@pytest.mark.parametrize("least", [2, 4, 6])
def test_the_last_line_has_its_least_length(least: int) -> None:
    for cut in range(21, 60):
        title = ("关于鹤城区推进法治政府建设工作取得成效和存在问题以及下一步安排有关情况的报告" * 2)[:cut]
        assert width(break_title(title, ROOM, least=least)[-1]) >= least


_WORDS = st.sampled_from(
    [
        "关于",
        "鹤城区",
        "2023年度",
        "法治政府建设",
        "情况",
        "的",
        "和",
        "与",
        "及",
        "报告",
        "《规定》",
        "，",
        "工作",
        "推进",
        "等",
    ]
)


@given(st.lists(_WORDS, min_size=8, max_size=24).map("".join))
def test_no_line_begins_or_ends_badly(title: str) -> None:
    lines = break_title(title, ROOM, names=NAMES)
    assert "".join(lines) == title
    assert all(width(line) <= ROOM for line in lines)
    for line in lines[1:]:
        assert line[0] not in "的和与及等，。；：》”）〕"
    for line in lines[:-1]:
        assert line[-1] not in "《“（〔"


@given(st.text(min_size=1, max_size=200))
def test_nothing_of_the_title_is_lost(title: str) -> None:
    assert "".join(break_title(title, ROOM)) == title
