"""Display width: so that a caret stands below its character."""

from __future__ import annotations

import pytest

from reportctl.text.width import columns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("text: a", 7),
        ("全区", 4),
        ("全区，2次", 9),
        ("\u3000甲", 4),
        ("“甲”", 4),
        ("—…", 2),
        ("e\u0301", 1),
        ("甲\u200b乙", 4),
        ("\uff8a", 1),
        ("\U00020000", 2),
    ],
)
def test_the_columns_that_a_text_takes(text: str, expected: int) -> None:
    assert columns(text) == expected
