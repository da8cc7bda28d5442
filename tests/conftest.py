"""What all tests share: the tools they may need, and golden files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.tools import need
from tests.tools.golden import Golden
from tests.tools.project import REPORT, Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A busy machine is no fault of the code. With CI set, Hypothesis has such a profile of its own.
if not os.environ.get("CI"):
    settings.register_profile("local", deadline=None)
    settings.load_profile("local")

REWRITTEN = need.ROOT / "build/golden.txt"  # read by scripts/golden-diff


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite the golden files from today's output; runs only the tests that have one",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--golden"):
        REWRITTEN.parent.mkdir(exist_ok=True)
        REWRITTEN.write_text("", encoding="utf-8")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--golden"):
        others = [item for item in items if "golden" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(path, actual)`: compares with a golden file, or rewrites it for `make golden`."""
    return Golden(rewrite=request.config.getoption("--golden"), changed=REWRITTEN)


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    """A project of three departments that have not handed in anything yet."""
    return Folder(tmp_path / "项目", capsys).report(REPORT)


@pytest.fixture
def need_tool() -> Callable[[str], Path]:
    """`need_tool("soffice")`: its path; where it is missing the test is skipped, with CI set it fails."""
    return need.tool
