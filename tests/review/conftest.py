"""Offices with a draft out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.drafts import Office
from tests.review.leader import Leader

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office that reports as Hecheng did."""
    return Office.of_example("hecheng-2023", tmp_path / "鹤城", capsys)


@pytest.fixture
def leader(office: Office) -> Leader:
    """Somebody who has the office's draft open in Word."""
    return Leader(office.draft().read_bytes())
