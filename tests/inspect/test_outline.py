"""Numbers in front of headings are told from words that begin with one."""

from __future__ import annotations

import pytest

from reportctl.inspect.outline import number_at_start


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
