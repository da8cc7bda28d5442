"""Many projects at once: each as by itself, whatever becomes of the others."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.operations.program import (
    DOCX,
    MORTAL,
    Ran,
    contents,
    flawed,
    run,
    sound,
    start,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow


@pytest.fixture
def land(tmp_path: Path) -> Path:
    """A sound project, one with warnings, one whose report.yaml has an error, one that lacks a department."""
    root = tmp_path / "省"
    sound(root / "甲市/东县")
    flawed(root / "甲市/西县")
    broken = sound(root / "丙市")
    write(broken / "report.yaml", (broken / "report.yaml").read_text("utf-8").replace("year:", "yeer:"))
    lacking = sound(root / "乙市")
    (lacking / "submissions/县林业局.yaml").unlink()
    return root


def prefixed(name: str, text: str) -> list[str]:
    return [f"{name}: {line}" for line in text.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "build --docx --text",
        *(
            pytest.param(line, marks=pytest.mark.long)
            for line in ("validate", "status", "-q validate --strict")
        ),
    ],
)
def test_each_is_done_as_by_itself(line: str, land: Path, tmp_path: Path) -> None:
    together = run("--each", land, "--jobs", "2", *line.split())
    made = contents(land)

    for path in land.rglob("output"):
        for file in sorted(path.rglob("*"), reverse=True):
            file.unlink() if file.is_file() else file.rmdir()
    names = sorted(("甲市/东县", "甲市/西县", "丙市", "乙市"), key=os.fsencode)
    alone = {name: run("-C", land / name, *line.split()) for name in names}
    assert together.code == max(one.code for one in alone.values()) == 3
    assert together.lines == [each for name in names for each in prefixed(name, alone[name].out.decode())]
    told = [each for name in names for each in prefixed(name, alone[name].said)]
    assert together.said.splitlines()[: len(told)] == told
    assert contents(land).keys() == made.keys()
    assert {name: data for name, data in contents(land).items() if "rounds/" not in name} == {
        name: data for name, data in made.items() if "rounds/" not in name
    }


def test_the_end_tells_how_it_went_and_quiet_says_nothing(land: Path) -> None:
    said = run("--each", land, "build").said.splitlines()

    assert said[-3] == "共 4 个项目：2 个生成，2 个没有生成；缺 1 个部门的材料，2 个错误；最高的退出码是 3"
    assert {line.split("：")[0].strip() for line in said[-2:]} == {"丙市", "乙市"}
    only = run("--each", land / "甲市", "-q", "build")
    assert (only.code, only.out, only.err) == (0, b"", b"")


@pytest.mark.long
def test_json_holds_each_project_with_its_own(land: Path) -> None:
    ran = run("--each", land, "validate", "--format", "json")

    told = json.loads(ran.out)
    assert told["summary"] == {
        "projects": 4,
        "well": 2,
        "failed": 2,
        "missing": 1,
        "errors": 2,
        "exit_code": 3,
    }
    by_name = {each["project"]: each for each in told["projects"]}
    assert by_name["乙市"]["exit_code"] == 1
    assert by_name["乙市"]["report"] == json.loads(
        run("-C", land / "乙市", "validate", "--format", "json").out
    )


@pytest.mark.long
def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_done(land: Path) -> None:
    closed = land / "丁市"
    closed.mkdir(mode=0)
    try:
        ran = run("--each", land, "-q", "build", under=MORTAL)
        told = run("--each", land, "validate", "--format", "json", under=MORTAL)
    finally:
        closed.chmod(0o755)

    assert ran.code == 4
    assert "文件夹 丁市 打不开" in ran.said
    assert (told.code, json.loads(told.out)["summary"]["exit_code"]) == (4, 4)
    assert (land / "甲市/东县" / DOCX).exists()


def many(root: Path, count: int) -> Path:
    for number in range(count):
        sound(root / f"县{number:03}")
    return root


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(child) for child in found]


def workers(pid: int) -> Iterator[int]:
    for child in children(pid):
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            yield child


def begun(pid: int, root: Path) -> list[int]:
    """The worker processes, once the first report is there."""
    until = time.monotonic() + 40
    while time.monotonic() < until:
        if any(root.glob("*/output/*.docx")):
            return list(workers(pid))
        time.sleep(0.02)
    pytest.fail("nothing was built in time")


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.long)])
def test_an_interrupted_run_leaves_every_project_whole_and_says_how_far_it_came(
    number: signal.Signals, tmp_path: Path
) -> None:
    root = many(tmp_path, 60)
    process = start("--each", root, "--jobs", "2", "build")
    running = begun(process.pid, root)

    process.send_signal(number)
    _, err = process.communicate(timeout=30)

    assert process.returncode == 128 + number
    assert "共 60 个项目，做完 " in err.decode()
    assert not any(Path(f"/proc/{worker}").exists() for worker in running)
    assert not list(root.rglob(".reportctl-*"))
    for docx in root.rglob("*.docx"):
        assert run("-C", docx.parents[1], "-q", "build", "--check").code == 0


@pytest.mark.long
def test_a_process_that_is_killed_takes_no_project_with_it(tmp_path: Path) -> None:
    root = many(tmp_path, 20)
    process = start("--each", root, "--jobs", "2", "build")
    os.kill(begun(process.pid, root)[0], signal.SIGKILL)
    out, err = process.communicate(timeout=50)

    assert process.returncode == 0, err.decode()
    assert len(Ran(0, out, err).lines) == 20
    assert len(list(root.rglob("*.docx"))) == 20


@pytest.mark.long
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    root = many(tmp_path, 60)
    process = start("--each", root, "--jobs", "2", "build")
    running = begun(process.pid, root)
    process.kill()
    process.communicate(timeout=30)

    until = time.monotonic() + 20
    while time.monotonic() < until and any(Path(f"/proc/{worker}").exists() for worker in running):
        time.sleep(0.1)
    assert not any(Path(f"/proc/{worker}").exists() for worker in running)
