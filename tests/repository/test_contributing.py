"""Whoever follows CONTRIBUTING.md has a new rule."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tools.need import ROOT
from tests.tools.project import REPORT, REST

if TYPE_CHECKING:
    from pathlib import Path

MODULE = re.compile(r"^   ```python\n(.*?)^   ```", re.MULTILINE | re.DOTALL)
FAMILY = re.compile(r"`(Family\(.*\),)`")


@pytest.mark.slow
def test_a_new_rule_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (module,) = MODULE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    rules = tmp_path / "src/reportctl/rules"
    written = "\n".join(line[3:] for line in module.splitlines()) + "\n"
    (rules / "vague.py").write_text(written, encoding="utf-8")
    registry = rules / "registry.py"
    text = registry.read_text(encoding="utf-8")
    (family,) = FAMILY.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    for line, new in (("    words,\n", "    vague,\n"), ("TEXTS = (\n", f"    {family}\n")):
        assert text.count(line) == 1
        text = text.replace(line, line + new)
    registry.write_text(text, encoding="utf-8")
    (tmp_path / "submissions").mkdir()
    (tmp_path / "report.yaml").write_text(REPORT, encoding="utf-8")
    submission = (
        f"department: 县司法局\nyear: 2023\nachievements:\n  - 检查。大概检查20次，大概发现问题3个。\n{REST}"
    )
    (tmp_path / "submissions/a.yaml").write_text(submission, encoding="utf-8")

    def run(*words: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src")}
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    assert "含糊的词" in run("reportctl", "explain", "vague-word")
    assert re.findall(r"a\.yaml:4:(\d+): warning: “大概”", run("reportctl", "validate")) == ["8", "16"]
    assert run("ruff", "check", "src/reportctl/rules/vague.py") == "All checks passed!\n"
    assert "1 file already formatted" in run("ruff", "format", "--check", "src/reportctl/rules/vague.py")
