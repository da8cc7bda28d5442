"""Whoever follows CONTRIBUTING.md has a new output format."""

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

SUBMISSION = """department: 县司法局
year: 2023
achievements: [加强监管。全年检查20次。]
shortcomings: [{heading: 力量不足, text: 缺编3名。, cause: 编制少。}]
plans: [加强培训。培训4次。]
"""
SECTION = re.compile(r"^## A new output format\n(.*?)^## ", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^ *`(Format\(.*,)`$", re.MULTILINE)
NAMED = re.compile(r"src/reportctl/render/[a-z]+\.py")


@pytest.mark.slow
def test_a_new_format_is_one_file_and_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (section,) = SECTION.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    (module,), (line,) = BLOCK.findall(section), LINE.findall(section)
    renderer, table = NAMED.findall(section)
    (tmp_path / renderer).write_text(module, encoding="utf-8")
    formats = (tmp_path / table).read_text(encoding="utf-8")
    assert formats.count("FORMATS = (\n") == 1
    longer = re.sub(r"(FORMATS = \(\n.*?)^\)", rf"\1    {line}\n)", formats, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / table).write_text(longer, encoding="utf-8")
    (tmp_path / "submissions").mkdir()
    (tmp_path / "report.yaml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "submissions/a.yaml").write_text(SUBMISSION, encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src")}
        return subprocess.run(
            [sys.executable, "-m", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    assert re.search(r"--csv +表格，一段一行", run("reportctl", "build", "--help").stdout)
    built = run("reportctl", "build", "--partial", "--csv")
    assert built.returncode == 0, built.stderr
    (written,) = (tmp_path / "output").glob("*.csv")
    assert "一、" in written.read_text(encoding="utf-8-sig")
    assert run("reportctl", "build", "--partial", "--csv", "--check").returncode == 0
    assert run("reportctl", "build", "--partial", "--csv", "-o", "-").stdout.startswith("\ufeff")
    assert "加上 --csv" in run("reportctl", "build", "--text", "-o", "报告.csv").stderr
    assert run("ruff", "check", renderer, table).stdout == "All checks passed!\n"
    assert "2 files already formatted" in run("ruff", "format", "--check", renderer, table).stdout
