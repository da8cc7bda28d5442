"""Whoever follows a README word for word in an empty folder gets what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.need import ROOT

SHELL = re.compile(r"^ *```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SET_UP = ("make ",)  # `make test` is what runs this test; `make demo` has one of its own

README = ROOT / "README.md"
HANDBOOK = ROOT / "README.zh-CN.md"


def blocks(page: Path) -> list[str]:
    found = SHELL.findall(page.read_text("utf-8"))
    return [block for block in found if not block.startswith(SET_UP)]


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A script in bash, the `reportctl` of this environment first on the PATH; `folder` is the home, too."""
    path = f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"  # noqa: PTH120 - the environment's, not what its link leads to
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(folder), "SHELL": "bash"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", [README, HANDBOOK], ids=lambda page: page.name)
def test_every_command_works_in_order(page: Path, tmp_path: Path) -> None:
    commands = [line for block in blocks(page) for line in block.splitlines() if line.strip()]
    assert len(commands) > 4
    for command in commands:
        done = run(command, tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def test_the_library_example_works(tmp_path: Path) -> None:
    (example,) = PYTHON.findall(README.read_text("utf-8"))
    made = run("reportctl init demo --example minimal", tmp_path)
    assert made.returncode == 0, made.stderr
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "0 ['关于云溪县2024年度法治政府建设情况报告']\n"


@pytest.mark.slow
def test_the_demo_says_where_the_document_is(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "--silent", "demo"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    docx, text = (ROOT / line for line in done.stdout.splitlines() if line.startswith("/"))
    assert (docx.suffix, text.suffix) == (".docx", ".txt")
    assert text.read_text("utf-8").startswith("关于鹤城区2023年度法治政府建设情况报告\n")
    assert docx.read_bytes().startswith(b"PK")
    # A copy, for a build in the checkout leaves an output/ there, which travels in the next wheel.
    example = shutil.copytree(ROOT / "examples/hecheng-2023", tmp_path / "example")
    typed = tmp_path / "report.txt"
    program = Path(sys.executable).with_name("reportctl")
    subprocess.run([program, "-q", "-C", example, "build", "--text", "-o", typed], check=True)
    assert text.read_bytes() == typed.read_bytes()  # although some departments sent Word files
    came = sorted(path.suffix for path in (ROOT / "build/demo/inbox").iterdir())
    assert came == [*[".docx"] * 6, ".eml"]


def test_both_readmes_name_every_verb_and_every_exit_code() -> None:
    from reportctl.cli.app import VERBS  # noqa: PLC0415 - Typer loads only here
    from reportctl.errors import ExitCode  # noqa: PLC0415

    for page in (README, HANDBOOK):
        text = page.read_text("utf-8")
        assert [verb for verb in VERBS if page is README and f"reportctl {verb}" not in text] == []
        assert [int(code) for code in ExitCode if f"| {int(code)} |" not in text] == []
