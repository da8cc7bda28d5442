"""Golden cases: a folder is a project, `findings.txt` is what `validate` must say about it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main

if TYPE_CHECKING:
    from tests.tools.golden import Golden

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    shutil.copytree(case, tmp_path / "case")
    code = main(["-C", str(tmp_path / "case"), "validate"])
    said = capsys.readouterr()
    golden(case / "findings.txt", f"{said.out}exit {code}\n")
