"""The built wheel does the main job in an empty environment, from a folder that knows nothing of this one."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def call(*command: str | Path, cwd: Path | None = None, bare: bool = False, code: int = 0) -> str:
    """Standard output of a command that must exit with `code`; `bare` leaves it no environment."""
    env: dict[str, str] | None = {} if bare else None
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


def shipped(folder: str) -> set[str]:
    """The files that git keeps below a folder, as they should stand in the wheel."""
    listed = call("git", "-C", ROOT, "ls-files", "-z", folder).split("\0")
    return {f"reportctl/_data/{name}" for name in listed if name and (ROOT / name).exists()}


@pytest.mark.slow
def test_the_wheel_holds_what_the_repository_holds(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert shipped("templates") | shipped("examples") <= names
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert sources <= names
    assert "reportctl/py.typed" in names
    assert not any(name.startswith(("tests/", "benchmarks/")) or ".reportctl" in name for name in names)


@pytest.mark.slow
def test_the_wheel_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    environment, elsewhere = tmp_path / "environment", tmp_path / "elsewhere"
    elsewhere.mkdir()
    call(sys.executable, "-m", "venv", environment)
    python, program = environment / "bin/python", environment / "bin/reportctl"
    install = (python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    call(*install, "--require-hashes", "-r", ROOT / "requirements/runtime.lock")
    call(*install, "--no-deps", wheel)

    def reportctl(*arguments: str | Path) -> str:
        return call(program, *arguments, cwd=elsewhere, bare=True)

    where = call(python, "-c", "import reportctl; print(reportctl.__file__)", cwd=elsewhere)
    assert where.startswith(str(environment))
    reportctl("init", "hecheng", "--example", "hecheng-2023")
    reportctl("-C", "hecheng", "validate")
    written = reportctl("-C", "hecheng", "build", "--docx", "--text", "--form", "public").splitlines()
    assert [path.rpartition(".")[2] for path in written] == ["docx", "txt"]
    golden = (ROOT / "tests/golden/hecheng-2023/report.txt").read_text("utf-8")
    assert (elsewhere / written[1]).read_text("utf-8") == golden
    reportctl("inspect", written[0])

    (elsewhere / "names.txt").write_text("区司法局\n区林业局\n", "utf-8")
    reportctl("init", "new", "--year", "2024", "--area", "鹤城区", "--departments", "names.txt")
    said = call(program, "-C", "new", "validate", cwd=elsewhere, bare=True, code=1)
    assert said.count("[missing-submission]") == 2
    assert "-草稿" in reportctl("-C", "new", "build", "--draft")
