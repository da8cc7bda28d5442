"""Characters that do not belong in a report: found at their place, harmless when shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.clean import Oddity, OddityKind, oddities, printable


@pytest.mark.parametrize(
    ("char", "kind", "plain"),
    [
        ("\x00", OddityKind.CONTROL, ""),
        ("\x1b", OddityKind.CONTROL, ""),
        ("\x7f", OddityKind.CONTROL, ""),
        ("\uffff", OddityKind.CONTROL, ""),
        ("\ud800", OddityKind.SURROGATE, ""),
        ("\u200b", OddityKind.INVISIBLE, ""),
        ("\u202e", OddityKind.INVISIBLE, ""),
        ("\ufeff", OddityKind.INVISIBLE, ""),
        ("\ue000", OddityKind.PRIVATE_USE, ""),
        ("\U0010fffd", OddityKind.PRIVATE_USE, ""),
        ("\ufffd", OddityKind.REPLACEMENT, ""),
        ("\u2f00", OddityKind.VARIANT, "一"),
        ("\uf9e4", OddityKind.VARIANT, "\u7406"),
        ("\u2e84", OddityKind.VARIANT, ""),
    ],
)
def test_an_odd_character_is_found_where_it_stands(char: str, kind: OddityKind, plain: str) -> None:
    assert oddities(f"全区{char}。") == (Oddity(2, char, kind, plain),)


@pytest.mark.parametrize(
    "text", ["全区，2次。", "a\tb\nc\r\n", "\u3000“—…”〔2024〕①㈠℃％·", "\U00020000\ufa0e", ""]
)
def test_what_belongs_is_let_go(text: str) -> None:
    assert oddities(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全区，2次。", "全区，2次。"),
        ("全\n区\t", "全 区 "),
        ("\x1b[31m红", "\ufffd[31m红"),
        ("甲\ud800\u202e乙", "甲\ufffd\ufffd乙"),
        ("\u3000甲\ue000", "\u3000甲\ue000"),
    ],
)
def test_a_text_is_harmless_when_shown(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(st.characters(codec=None) | st.sampled_from("\x1b\n\ud800\u202e")))
def test_whatever_is_shown_is_one_line_that_can_be_encoded(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) == "Cc" for char in shown)
