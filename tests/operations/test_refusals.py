"""What the system refuses, and what a bug does: the documented exit code, and nothing lost."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.project import building
from tests.operations.program import BARE, DOCX, MORTAL, PROGRAM, TEXT, contents, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.operations.program import Ran

IN_A_SMALL_DISK = r"""
mount -t tmpfs -o size=%s none "$1/output" || exit 99
cp "$2" "$1/output/" || exit 98
LANG=C "$0" -C "$1" build --docx
code=$?
cmp "$2" "$1/output/$(basename "$2")" || exit 97
ls -A "$1/output" | grep -v '\.lock$' >&2
exit $code
"""


def built(project: Path) -> dict[str, bytes]:
    """The output of a first run; the submissions then change."""
    assert run("-C", project, "build", "--docx", "--text").code == 0
    path = project / "submissions/县司法局.yaml"
    path.write_text(path.read_text("utf-8").replace("全年", "今年"), "utf-8")
    return contents(project / "output")


def refused(done: Ran, *words: str) -> None:
    assert done.code == 4
    assert done.out == b""
    assert "Traceback" not in done.said
    assert all(word in done.said for word in words), done.said


def test_a_file_that_grows_beyond_the_limit(project: Path) -> None:
    old = built(project)
    # the limit holds for what Python writes, too: half a .pyc would break every later run
    env = {**BARE, "PYTHONDONTWRITEBYTECODE": "1"}
    done = run("-C", project, "build", "--docx", "--text", env=env, under=("prlimit", "--fsize=4096"))

    refused(done, "写不了", DOCX)
    assert contents(project / "output") == old


@pytest.mark.slow
def test_a_full_disk(project: Path) -> None:
    old = built(project)
    alone = ["unshare", "--mount"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    kept = project.parent / "云溪县2023年度法治政府建设情况报告.docx"
    kept.write_bytes(old[DOCX.removeprefix("output/")])
    script = IN_A_SMALL_DISK % (kept.stat().st_size // 4096 * 4096 + 8192)
    done = subprocess.run(
        [*alone, "bash", "-c", script, PROGRAM, project, kept], capture_output=True, check=False
    )
    said = done.stderr.decode()
    assert done.returncode == 4, said
    assert "磁盘已满" in said
    assert said.splitlines()[-1] == kept.name


CLOSED = {
    "a submission": "validate closed.yaml",
    "a submission to be mended": "validate --fix closed.yaml",
    "a roster": "init new --year 2024 --area 云溪县 --departments closed.yaml",
    "last year's project": "init new --from closed",
    "a project": "-C closed status",
    "a new project": "init closed/new --year 2024 --area 云溪县",
    "a folder for the report": "-C project build -o closed/a.docx",
    "a folder for the ledger": "-C project figures -o closed/a.csv",
    "a layout": "layout show closed/a.yaml",
    "a document": "inspect closed/a.docx",
}


@pytest.mark.slow
@pytest.mark.parametrize("line", CLOSED.values(), ids=CLOSED)
def test_what_may_not_be_read(project: Path, line: str) -> None:
    above = project.parent
    (above / "closed.yaml").touch(0o000)
    (above / "closed").mkdir()
    (above / "closed").chmod(0o000)
    words = line.replace("-C project", f"-C {project.name}").split()
    done = run(*words, cwd=above, under=MORTAL)
    (above / "closed").chmod(0o755)
    assert done.code == 4
    assert "没有权限" in done.said + done.out.decode()
    assert not re.search("[A-Za-z]+ [a-z]+ [a-z]+", done.said)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("build",), ("build", "--text"), ("build", "--draft")], ids=" ".join)
def test_an_output_folder_that_cannot_be_written(project: Path, arguments: tuple[str, ...]) -> None:
    old = built(project)
    (project / "output").chmod(0o555)
    refused(run("-C", project, *arguments, under=MORTAL), "没有权限")
    (project / "output").chmod(0o755)
    assert contents(project / "output") == old


@pytest.mark.slow
def test_a_project_that_cannot_be_written(project: Path) -> None:
    project.chmod(0o555)
    refused(run("-C", project, "build", under=MORTAL), "没有权限", "output")
    assert run("-C", project, "build", "--text", "-o", "-", under=MORTAL).code == 0
    assert run("-C", project, "validate", under=MORTAL).code == 0
    project.chmod(0o755)


@pytest.mark.slow
def test_output_in_the_way(project: Path) -> None:
    (project / "output").write_text("", "utf-8")
    refused(run("-C", project, "build"), "output")
    (project / "output").unlink()
    (project / TEXT).mkdir(parents=True)
    refused(run("-C", project, "build", "--text"), "是文件夹", TEXT)
    refused(run("-C", project, "build", "--text", "-o", project / "report.yaml/x.txt"), "report.yaml")


def test_an_unreadable_submission_is_a_finding_and_the_others_are_judged(project: Path) -> None:
    (project / "submissions/县司法局.yaml").chmod(0)
    (project / "submissions/县公安局.yaml").write_bytes(b"")
    done = run("-C", project, "validate", "--format", "concise", under=MORTAL)
    assert done.code == 4
    assert done.lines[:2] == [
        "submissions/县司法局.yaml:1:1: error: 文件打不开（没有权限） [unreadable]",
        "submissions/县公安局.yaml:1:1: error: 文件是空的 [empty-file]",
    ]
    refused(run("-C", project, "build", under=MORTAL), "[unreadable]")
    assert not (project / "output").exists()


@pytest.mark.slow
def test_an_unreadable_folder_of_submissions(project: Path) -> None:
    (project / "submissions").chmod(0)
    done = run("-C", project, "validate", under=MORTAL)
    (project / "submissions").chmod(0o755)
    assert done.code == 4
    assert "文件夹 submissions" in done.said


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report.yaml", "edits.yaml"])
def test_an_unreadable_file_of_the_project(project: Path, name: str) -> None:
    (project / name).touch()
    (project / name).chmod(0)
    refused(run("-C", project, "build", under=MORTAL), f"{name}：文件打不开（没有权限）")


PROJECTS = {
    "no report.yaml": None,
    "an empty one": "",
    "no YAML": "area: [",
    "a key that is missing": "year: 2023\n",
    "an unknown key": "year: 2023\narea: 甲\ncolour: red\n",
    "a list": "- 1\n",
}


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("verb", ["validate", "build", "status"])
def test_a_project_that_cannot_be_used_is_exit_3(
    tmp_path: Path, name: str, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PROJECTS[name]
    if text is not None:
        (tmp_path / "report.yaml").write_text(text, "utf-8")
    assert main(["-C", str(tmp_path), verb]) == 3
    out, err = capsys.readouterr()
    said = err if verb == "build" else out
    assert ("report.yaml:" in said) == (text is not None)
    assert "错误：" in err
    assert [path.name for path in tmp_path.iterdir()] == ([] if text is None else ["report.yaml"])


def test_a_bug_is_exit_70_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_folder: object) -> None:
        raise ZeroDivisionError("x\x1b[31m")

    monkeypatch.setattr(building, "open_project", broken)
    assert main(["-C", str(project), "build"]) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("错误：程序出错：ZeroDivisionError（test_refusals.py:")
    assert "不是您的" in err
    assert "Traceback" not in err
    assert "\x1b" not in err
    monkeypatch.setenv("REPORTCTL_DEBUG", "1")
    assert main(["-C", str(project), "build"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["0", "3"])
def test_exit_codes_reach_the_shell(project: Path, code: str) -> None:
    folder = project if code == "0" else project / "submissions/none"
    assert run("-C", folder, "validate", env=BARE).code == int(code)
