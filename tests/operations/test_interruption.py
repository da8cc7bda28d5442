"""A run that is killed, interrupted or not alone leaves whole files behind, and the next one works."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from reportctl.cli import main
from reportctl.project import locking
from tests.operations.program import BARE, DOCX, TEXT, contents, run, sound, start
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

# Sends itself a signal where a function is called for the nth time, then runs on as the program.
WRAPPER = """
import importlib, os, sys
module, name, nth, number = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
owner = importlib.import_module(module)
function, calls = getattr(owner, name), []
def signalled(*arguments, **named):
    calls.append(name)
    if len(calls) == nth:
        os.kill(os.getpid(), number)
    return function(*arguments, **named)
setattr(owner, name, signalled)
sys.argv[1:] = sys.argv[5:]
from reportctl.__main__ import run
run()
"""
# Where a run may be when it is stopped: before its temporary file, in it, behind it, between two renames.
MOMENTS = {
    "before the journal": ("reportctl.project.journal", "sync", 1),
    "before the first file": ("reportctl.project.transaction", "_written", 1),
    "before it is on the disk": ("os", "fsync", 3),
    "between two files": ("reportctl.project.transaction", "_written", 2),
    "before the first is renamed": ("reportctl.project.transaction", "exchange", 1),
    "before the second is renamed": ("reportctl.project.transaction", "exchange", 2),
    "before it counts": ("reportctl.project.transaction", "exchange", 3),
}
RENAMING = ("before the second is renamed", "before it counts")


def stopped(
    moment: str, number: signal.Signals, *arguments: str | Path
) -> subprocess.CompletedProcess[bytes]:
    """A run that gets a signal at a moment."""
    module, name, nth = MOMENTS[moment]
    command = [sys.executable, "-c", WRAPPER, module, name, str(nth), str(int(number)), *arguments]
    return subprocess.run(command, env=BARE, capture_output=True, timeout=60, check=False)


def temporary(root: Path) -> list[str]:
    return [path.name for path in (root / "output").glob(".reportctl-*")]


def change(root: Path) -> None:
    """Another area: every format of the report is another one, under the same name."""
    report = (root / "report.yaml").read_text("utf-8")
    named = 'output: {name: "云溪县2023年度法治政府建设情况报告"}\n'
    (root / "report.yaml").write_text(report.replace("area: 云溪县", "area: 高山县") + named, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "number",
    [
        signal.SIGKILL,
        *(pytest.param(number, marks=pytest.mark.long) for number in (signal.SIGTERM, signal.SIGHUP)),
    ],
)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_whole_files(
    project: Path, tmp_path: Path, moment: str, number: signal.Signals
) -> None:
    run("-C", project, "build", "--docx", "--text")
    old, snapshots = contents(project / "output"), contents(project / "rounds")
    new = sound(tmp_path / "new")
    change(new)
    run("-C", new, "build", "--docx", "--text")
    change(project)

    done = stopped(moment, number, "-C", project, "build", "--docx", "--text")

    ended = {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGHUP: 129}
    assert (done.returncode, done.stdout) == (ended[number], b"")
    for name in (DOCX, TEXT):
        choices = [old[name.removeprefix("output/")]]
        if number is signal.SIGKILL and moment in RENAMING:
            choices.append((new / name).read_bytes())
        assert (project / name).read_bytes() in choices
    if number is not signal.SIGKILL:
        assert temporary(project) == []
    run("-C", project, "status")
    assert temporary(project) == []
    assert {name: (project / name).read_bytes() for name in (DOCX, TEXT)} == {
        name: old[name.removeprefix("output/")] for name in (DOCX, TEXT)
    }
    assert contents(project / "rounds") == snapshots
    assert run("-C", project, "build", "--docx", "--text").code == 0
    assert temporary(project) == []
    assert contents(project / "output") == contents(new / "output")
    assert contents(project / "rounds") == snapshots | contents(new / "rounds")


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interrupted_run_cleans_up_and_exits_130(project: Path, moment: str) -> None:
    run("-C", project, "build", "--docx", "--text")
    old = contents(project / "output")
    change(project)
    done = stopped(moment, signal.SIGINT, "-C", project, "build", "--docx", "--text")
    assert (done.returncode, done.stdout) == (130, b"")
    assert done.stderr.decode().splitlines() == ["错误：已中断"]
    assert temporary(project) == []
    assert contents(project / "output") == old


def test_an_interrupt_while_the_program_loads_exits_130() -> None:
    wrapper = """
import builtins, os, signal
load = builtins.__import__
def loading(name, *arguments):
    if name == "typer":
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *arguments)
builtins.__import__ = loading
from reportctl.__main__ import run
run()
"""
    done = subprocess.run([sys.executable, "-c", wrapper], env=BARE, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@sample_and_long(3, 400)
def test_a_run_killed_at_any_moment_leaves_whole_files(project: Path, tmp_path: Path, rounds: int) -> None:
    new = sound(tmp_path / "new")
    change(new)
    run("-C", new, "build", "--docx", "--text")
    # a run's own length, so that the moments spread over the whole of it
    begun = time.monotonic()
    run("-C", project, "build", "--docx", "--text")
    length = time.monotonic() - begun
    old = contents(project / "output")
    reports = [(root / "report.yaml").read_bytes() for root in (new, project)]
    chance = random.Random(rounds)  # noqa: S311 - the same moments every time
    for turn in range(rounds):
        (project / "report.yaml").write_bytes(reports[turn % 2])
        process = start("-C", project, "build", "--docx", "--text")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, length))
        process.kill()
        process.communicate()
        for name in (DOCX, TEXT):
            choices = [old[name.removeprefix("output/")], (new / name).read_bytes()]
            assert (project / name).read_bytes() in choices
    (project / "report.yaml").write_bytes(reports[0])
    assert run("-C", project, "build", "--docx", "--text").code == 0
    assert temporary(project) == []
    assert contents(project / "output") == contents(new / "output")


@sample_and_long(2, 100)
def test_builds_at_once_never_mix(project: Path, tmp_path: Path, rounds: int) -> None:
    other = sound(tmp_path / "other")
    change(other)
    expected = []
    for root in (project, other):
        run("-C", root, "build", "--docx", "--text", "--json")
        expected.append({k: v for k, v in contents(root / "output").items() if not k.startswith(".")})
    both = tmp_path / "both"
    both.mkdir()
    for _ in range(rounds):
        running = [
            start("-C", root, "build", "--docx", "--text", "--json", "-o", both)
            for root in (project, other, project, other)
        ]
        codes = [process.wait(60) for process in running]
        for process in running:
            process.communicate()
        # 1: what the other project wrote is not this one's to replace unasked
        assert set(codes) <= {0, 1, 5}
        assert 0 in codes
        assert {k: v for k, v in contents(both).items() if not k.startswith(".")} in expected


def test_a_held_lock_ends_the_wait_with_exit_5(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("-C", project, "build", "--text")
    old = contents(project / "output")
    change(project)
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.1)
    with FileLock(project / "output/.reportctl.lock"):
        assert main(["-C", str(project), "build", "--text"]) == 5
        said = capsys.readouterr()
        assert said.out == ""
        assert f"错误：另一个 reportctl 正在写 {project / 'output'}" in said.err
        assert main(["-C", str(project), "build", "--text", "-o", "-"]) == 0
        assert main(["-C", str(project), "validate"]) == 0
    assert contents(project / "output") == old


@pytest.mark.slow
def test_a_lock_that_is_let_go_in_time_is_waited_for(project: Path) -> None:
    (project / "output").mkdir()
    with FileLock(project / "output/.reportctl.lock"):
        process = start("-C", project, "build", "--text")
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.7)
        assert not (project / TEXT).exists()
    out, _ = process.communicate(timeout=30)
    assert (process.returncode, out.decode().strip()) == (0, str(project / TEXT))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a folder")
def test_where_no_lock_can_be_made_nobody_holds_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.1)
    assert main(["-C", str(project), "build", "-o", "/proc/x.docx"]) == 4
    assert "/proc" in capsys.readouterr().err
