"""What the tests of operations share: projects to run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.operations.program import flawed, sound

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without a fault."""
    return sound(tmp_path / "项目")


@pytest.fixture
def flawed_project(tmp_path: Path) -> Path:
    """A project with warnings, which can be built."""
    return flawed(tmp_path / "项目")
