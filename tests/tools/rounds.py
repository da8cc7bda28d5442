"""Tests that repeat themselves: a few rounds in `make test`, hundreds in `make test-long`."""

from __future__ import annotations

import pytest


def sample_and_long(few: int, many: int) -> pytest.MarkDecorator:
    """Runs a test that takes `rounds` once with a few (marked `slow`) and once with many (`long`)."""
    return pytest.mark.parametrize(
        "rounds",
        [
            pytest.param(few, id="sample", marks=pytest.mark.slow),
            pytest.param(many, id="long", marks=pytest.mark.long),
        ],
    )
