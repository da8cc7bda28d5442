"""One element held, ordered or written otherwise: inspect finds that, and blames no other element for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from tests.inspect.matrix.cases import cases
from tests.tools.rounds import spread

if TYPE_CHECKING:
    from reportctl.layout import Layout

CASES = {case.name: case for case in cases()}
KNOWN = frozenset(
    (
        "notice: copies in a box",
        "notice: copies in a box of vml",
        "letter: number and title changed",
        "letter: number twice",
        *(name for name in CASES if ": number as " in name and "-2025-" in name),
    )
)
"""Where another element is still blamed: 版记 half in a text box, the head of a letter out of order, 发文字号
without brackets and without 号."""


@pytest.mark.parametrize("name", spread(CASES, 19))
def test_only_the_element_that_was_changed_is_blamed(name: str, layouts: tuple[Layout, ...]) -> None:
    case = CASES[name]
    found = inspect(case.data(), layouts).deviations
    codes = {deviation.rule.code for deviation in found}
    right = codes <= case.may and (not case.must or bool(codes & case.must))
    assert right is (name not in KNOWN), [deviation.text for deviation in found]
