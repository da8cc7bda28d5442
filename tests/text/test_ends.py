"""Ends: a text gets its full stop, a heading loses its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.ends import announces, close, open_end, strip_heading

CLOSED = [
    "成效明显。",
    "谁来执法？",
    "坚决落实！",
    "等等……",
    "他说：“好。”",
    "他说：“好！”",
    "（已办结。）",
    "“‘好。’”",
    "成效明显。\n",
    "成效明显。。",
    "Done.",
    "Done?",
    "等等...",
    "主要做法：",
    "主要做法:",
    "",
    " ",
]
OPEN = [
    ("成效明显", "成效明显。"),
    ("成效明显 \n", "成效明显。"),
    ("落实《条例》", "落实《条例》。"),
    ("落实《谁来执法？》", "落实《谁来执法？》。"),
    ("推行“一网通办”", "推行“一网通办”。"),
    ("已办结（见附件）", "已办结（见附件）。"),
    ("达100%", "达100%。"),
    ("共28", "共28。"),
    ("推行OA", "推行OA。"),
    ("成效明显；", "成效明显。"),
    ("成效明显，", "成效明显。"),
    ("成效明显、", "成效明显。"),
    ("成效明显;", "成效明显。"),
    ("成效明显,,", "成效明显。"),
    ("成效明显.", "成效明显。"),
    ("成效明显．", "成效明显。"),
    ("共28.", "共28。"),
    ("done", "done。"),
]


@pytest.mark.parametrize("text", CLOSED)
def test_a_text_that_has_its_end_stays(text: str) -> None:
    assert close(text) == text
    assert open_end(text) is None


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_a_text_without_its_end_gets_a_full_stop(text: str, expected: str) -> None:
    assert close(text) == expected
    change = open_end(text)
    assert change is not None
    assert change.new == "。"


@pytest.mark.parametrize(
    ("text", "expected"), [("如下：", True), ("如下: ", True), ("如下。", False), ("", False)]
)
def test_a_colon_announces_what_follows(text: str, expected: bool) -> None:
    assert announces(text) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("加强监管。", "加强监管"),
        ("加强监管；", "加强监管"),
        ("加强监管：", "加强监管"),
        ("加强监管,", "加强监管"),
        ("加强监管.", "加强监管"),
        ("加强监管。。 ", "加强监管"),
        ("谁来执法？", "谁来执法？"),
        ("坚决落实！", "坚决落实！"),
        ("推行“一网通办”", "推行“一网通办”"),
        ("加强监管", "加强监管"),
        ("。", ""),
    ],
)
def test_a_heading_loses_its_closing_mark(heading: str, expected: str) -> None:
    assert strip_heading(heading) == expected


@given(st.text(st.sampled_from("甲a。，、；：.．…？!”）》 \n"), max_size=12))
def test_closing_again_changes_nothing(text: str) -> None:
    assert close(close(text)) == close(text)
    assert strip_heading(strip_heading(text)) == strip_heading(text)
