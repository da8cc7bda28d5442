"""Tests that repeat themselves: a few rounds or cases in `make test`, hundreds in `make test-long`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark import ParameterSet


def sample_and_long(few: int, many: int) -> pytest.MarkDecorator:
    """Runs a test that takes `rounds` once with a few (marked `slow`) and once with many (`long`)."""
    return pytest.mark.parametrize(
        "rounds",
        [
            pytest.param(few, id="sample", marks=pytest.mark.slow),
            pytest.param(many, id="long", marks=pytest.mark.long),
        ],
    )


def spread(cases: Iterable[str], nth: int) -> list[str | ParameterSet]:
    """Every `nth` of the cases as it is, the others marked `long`: an even sample of what is much alike."""
    return [
        case if at % nth == 0 else pytest.param(case, marks=pytest.mark.long) for at, case in enumerate(cases)
    ]
