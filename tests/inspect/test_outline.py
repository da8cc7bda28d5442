"""Numbers in front of headings are told from words that begin with one."""

from __future__ import annotations

import pytest

from reportctl.inspect.outline import number_at_start


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三、三个方面的不足和原因", (1, 3, True)),
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
