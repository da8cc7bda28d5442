"""Paragraphs: an empty line ends one; offsets are those of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.marks import normalise
from reportctl.text.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。", [("甲。", 0)]),
        ("甲。\n乙。", [("甲。\n乙。", 0)]),
        ("甲。\n\n乙。", [("甲。", 0), ("乙。", 4)]),
        ("甲。\n \u3000\n\n\u3000乙。\n", [("甲。", 0), ("乙。", 8)]),
        ("甲。\r\n乙。\r\n\r\n丙。", [("甲。\r\n乙。", 0), ("丙。", 10)]),
        ("\n\n\u3000甲。\n\n", [("甲。", 3)]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_an_empty_line_ends_a_paragraph(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(part.text, part.start) for part in paragraphs(text)] == expected


@given(st.text(st.sampled_from("甲a。 \u3000\n\r\u2028"), max_size=30))
def test_a_paragraph_stands_where_it_says(text: str) -> None:
    for part in paragraphs(text):
        assert text[part.start : part.end] == part.text


@given(st.text(st.sampled_from("甲a。, \u3000\n\r\u2028"), max_size=30))
def test_normalising_keeps_the_paragraphs(text: str) -> None:
    assert [part.text for part in paragraphs(normalise(text))] == [
        normalise(part.text) for part in paragraphs(text)
    ]
