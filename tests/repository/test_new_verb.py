"""Whoever follows CONTRIBUTING.md has a new verb."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tools.need import ROOT
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

RECIPE = re.compile(r"^## A new verb\n(.*?)^## ", re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_a_new_verb_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (recipe,) = RECIPE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    (module,) = re.findall(r"^```python\n(.*?)^```", recipe, re.MULTILINE | re.DOTALL)
    (row,) = re.findall(r'^   `("roster": Verb\(.*\),)`$', recipe, re.MULTILINE)
    (tmp_path / "src/reportctl/cli/roster.py").write_text(module, "utf-8")
    table = tmp_path / "src/reportctl/cli/app.py"
    text = table.read_text("utf-8")
    assert text.count('    "validate": Verb(') == 1
    table.write_text(text.replace('    "validate": Verb(', f'    {row}\n    "validate": Verb('), "utf-8")
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")

    def run(*words: str, **variables: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "src"), **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    assert run("reportctl", "roster") == "县司法局\n县公安局\n县林业局\n"
    assert run("reportctl", "roster", "--department", "县公安局") == "县公安局\n"
    assert re.search("  roster +部门名单：每行一个部门。\n\n检查：", run("reportctl", "--help"))
    assert "--department NAME  只看这个部门" in run("reportctl", "roster", "--help")
    assert run("reportctl", "ros", _REPORTCTL_COMPLETE="bash") == "roster\n"
    asked = ("reportctl", "roster", "--department", "县林")
    assert run(*asked, _REPORTCTL_COMPLETE="bash") == "县林业局\n"
    assert run("ruff", "check", "src/reportctl/cli") == "All checks passed!\n"
    assert "already formatted" in run("ruff", "format", "--check", "src/reportctl/cli/roster.py")
