"""Runs the program in the test's own process, in a folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from tests.tools.project import Done

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """`run("init", "项目")`: the program with these arguments, started in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def program(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return program
