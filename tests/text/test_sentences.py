"""Sentences: with their end marks and the quotes behind them, each at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.paragraphs import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙。", ["甲。", "乙。"]),
        ("甲？乙！丙", ["甲？", "乙！", "丙"]),
        ("他说：“甲。”乙。", ["他说：“甲。”", "乙。"]),
        ("甲。）乙", ["甲。）", "乙"]),
        ("落实《谁来执法？》。乙", ["落实《谁来执法？》。", "乙"]),
        ("甲……乙", ["甲……", "乙"]),
        ("甲？！乙", ["甲？！", "乙"]),
        ("甲\n\n乙。\n丙", ["甲", "乙。", "丙"]),
        ("1.5万；乙", ["1.5万；乙"]),
        ("", []),
    ],
)
def test_a_sentence_ends_with_its_mark(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


@given(st.text(st.sampled_from("甲a。？！…”》\n\r"), max_size=20))
def test_sentences_are_the_whole_text_but_for_line_breaks(text: str) -> None:
    found = sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join(sentence.text for sentence in found) == text.replace("\n", "").replace("\r", "")
