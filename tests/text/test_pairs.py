"""Pairs: the odd one out, at its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.pairs import Odd, unpaired

BALANCED = [
    "",
    "全年组织开展考试2次。",
    "推行“一网通办”，落实《条例》（试行）。",
    "印发《关于落实〈条例〉的通知》（怀鹤政〔2024〕3号）",
    "“甲‘乙’丙”【丁】「戊『己』」",
    "《甲《乙》丙》",
    "使用(OA)系统（OA)和(OA）",
    '推行"一网通办"和“甲"',
    "推行'甲'",
    "it’s Tom’s",
    "1）加强；2)落实；三）推进",
    "甲：a）乙",
    "甲“乙\n丙”丁",
]
ODD = [
    ("落实《条例，推进", [Odd(2, "《", "》")]),
    ("落实条例》，推进", [Odd(4, "》", "《")]),
    ("推行“一网通办改革", [Odd(2, "“", "”")]),
    ("推行一网通办”改革", [Odd(6, "”", "“")]),
    ("乡镇（街道", [Odd(2, "（", "）")]),
    ("乡镇(街道", [Odd(2, "(", "）")]),
    ("乡镇街道）", [Odd(4, "）", "（")]),
    ("共15)件", [Odd(3, ")", "（")]),
    ("〔2024", [Odd(0, "〔", "〕")]),
    ("甲】", [Odd(1, "】", "【")]),
    ("〈甲", [Odd(0, "〈", "〉")]),
    ("‘甲", [Odd(0, "‘", "’")]),
    ("「甲『乙」", [Odd(2, "『", "』")]),
    # which of several is the odd one
    ("《甲》乙》", [Odd(4, "》", "《")]),
    ("《甲，《乙》", [Odd(0, "《", "》")]),
    ("《甲“乙》", [Odd(2, "“", "”")]),
    ("《甲”乙》", [Odd(2, "”", "“")]),
    ("“甲（乙”丙）", [Odd(2, "（", "）"), Odd(6, "）", "（")]),
    ("“甲“乙”", [Odd(0, "“", "”")]),
    # straight quotes are all odd where it is in doubt how they pair
    ('推行"一网通办', [Odd(2, '"', '"')]),
    ('"甲"乙"', [Odd(0, '"', '"'), Odd(2, '"', '"'), Odd(4, '"', '"')]),
    ('“甲"乙"', [Odd(0, "“", "”"), Odd(2, '"', '"'), Odd(4, '"', '"')]),
    # a pair ends within its paragraph
    ("“甲\n\n乙”", [Odd(0, "“", "”"), Odd(5, "”", "“")]),
]


@pytest.mark.parametrize("text", BALANCED)
def test_pairs_that_nest_are_right(text: str) -> None:
    assert unpaired(text) == ()


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_the_odd_one_is_named(text: str, expected: list[Odd]) -> None:
    assert list(unpaired(text)) == expected


@given(st.text(st.sampled_from("《》〈〉“”‘’（）()【】\"'a甲\n"), max_size=30))
def test_the_odd_ones_stand_where_they_say_in_order(text: str) -> None:
    found = unpaired(text)
    assert [odd.position for odd in found] == sorted({odd.position for odd in found})
    assert all(text[odd.position] == odd.mark for odd in found)


NESTED = st.recursive(
    st.text(st.sampled_from("甲乙，。"), max_size=4),
    lambda inner: st.tuples(
        inner, st.sampled_from(["《》", "〈〉", "“”", "（）", "【】", "()"]), inner, inner
    ).map(lambda parts: f"{parts[0]}{parts[1][0]}{parts[2]}{parts[1][1]}{parts[3]}"),
    max_leaves=8,
)


@given(NESTED)
def test_whatever_nests_is_balanced(text: str) -> None:
    assert unpaired(text) == ()


@given(NESTED, st.data())
def test_one_mark_that_is_lost_leaves_an_odd_one(text: str, data: st.DataObject) -> None:
    marks = [position for position, char in enumerate(text) if char in "《》〈〉“”（【】("]
    if marks:
        lost = data.draw(st.sampled_from(marks))
        assert unpaired(text[:lost] + text[lost + 1 :])


@pytest.mark.parametrize(
    "text", ["(" * 100_000, ")" * 100_000, "《“" * 50_000 + "》" * 50_000, '"' * 99_999, "’" * 99_999]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    unpaired(text)
    assert time.process_time() - start < 3
