"""What the tests of inspect share: the shipped layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportctl.layout import Layout, load


@pytest.fixture(scope="session")
def layouts() -> tuple[Layout, ...]:
    return tuple(load(name, Path()) for name in ("gb9704", "gb33476"))
