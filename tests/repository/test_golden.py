"""Golden files are compared, and rewritten only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.golden import Golden

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    return tmp_path / "changed.txt"


def test_the_same_text_passes_either_way(tmp_path: Path, changed: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_bytes("法治\r\n".encode())

    for rewrite in (False, True):
        Golden(rewrite=rewrite, changed=changed)(path, "法治\r\n")

    assert not changed.exists()


@pytest.mark.parametrize("known", [None, "旧", "新\r\n"])
def test_another_text_fails_until_it_is_rewritten(tmp_path: Path, changed: Path, known: str | None) -> None:
    path = tmp_path / "cases" / "known.txt"
    if known is not None:
        path.parent.mkdir()
        path.write_bytes(known.encode())

    with pytest.raises((AssertionError, pytest.fail.Exception), match="make golden"):
        Golden(rewrite=False, changed=changed)(path, "新\n")
    Golden(rewrite=True, changed=changed)(path, "新\n")

    Golden(rewrite=False, changed=changed)(path, "新\n")
    assert changed.read_text(encoding="utf-8") == f"{path}\n"
