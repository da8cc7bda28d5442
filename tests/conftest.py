"""What all tests share: the tools they may need, and golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools import need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REWRITTEN = need.ROOT / "build/golden.txt"


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
        kept = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """`golden(path, actual)`: `actual` is what the file `path` holds; `make golden` rewrites the file."""

    def check(path: Path, actual: str) -> None:
        data = actual.encode()
        if request.config.getoption("--golden"):
            if not path.is_file() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                with REWRITTEN.open("a", encoding="utf-8") as listed:
                    listed.write(f"{path.relative_to(need.ROOT)}\n")
            return
        if not path.is_file():
            pytest.fail(f"{path} is missing: `make golden` writes it", pytrace=False)
        assert actual == path.read_bytes().decode(), f"{path} differs: `make golden` if that is right"

    return check


@pytest.fixture
def need_tool() -> Callable[[str], Path]:
    """`need_tool("soffice")`: its path; where it is missing the test is skipped, with CI set it fails."""
    return need.tool
