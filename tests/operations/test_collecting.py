"""`collect` where it is killed, not alone, cannot write, or has a whole county's files to read."""

from __future__ import annotations

import csv
import io
import json
import random
import resource
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.collect.inbox import YAML, word
from tests.operations.program import BARE, MORTAL, PROGRAM, run
from tests.tools.project import REPORT
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

MANY = 132
MOST_SECONDS = 3.0


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Two versions of one department, one of another that replaces an older one, something to put aside."""
    place = tmp_path / "inbox"
    place.mkdir()
    (place / "a.docx").write_bytes(word("县司法局", heading="第一稿"))
    (place / "b.docx").write_bytes(word("县司法局", heading="第二稿"))
    (place / "c.yaml").write_text(YAML.format(name="县公安局", count=60), "utf-8")
    (place / "d.pdf").write_bytes(b"%PDF-1.7")
    return place


def project(root: Path) -> Path:
    """A project in which one department has handed in already."""
    (root / "submissions").mkdir(parents=True)
    (root / "report.yaml").write_text(REPORT, "utf-8")
    (root / "submissions/公安.yaml").write_text(YAML.format(name="县公安局", count=7), "utf-8")
    return root


def tree(root: Path) -> dict[str, object]:
    """Every file by its name, the times of receipt left out."""
    return {path.relative_to(root).as_posix(): timeless(path) for path in files(root)}


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file() and path.name != ".reportctl.lock")


def timeless(path: Path) -> object:
    if path.name == "ledger.jsonl":
        return [
            {**line, "at": "", "note": ""} for line in map(json.loads, path.read_text("utf-8").splitlines())
        ]
    if path.name == "台账.csv":
        rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        return [row[1:-1] for row in rows]
    if path.parent.name == "pending" and path.suffix == ".txt":
        return [line for line in path.read_text("utf-8-sig").splitlines() if not line.startswith("时间")]
    return path.read_bytes()


@sample_and_long(2, 500)
def test_a_killed_run_is_made_good_by_the_next(inbox: Path, tmp_path: Path, rounds: int) -> None:
    undisturbed = project(tmp_path / "undisturbed")
    started = time.monotonic()
    assert run("-C", undisturbed, "collect", inbox).code == 1
    took = time.monotonic() - started
    wanted = tree(undisturbed)
    chance = random.Random(20240115)  # noqa: S311 - moments, not secrets
    for _ in range(rounds):
        root = project(tmp_path / "killed")
        process = subprocess.Popen(
            [PROGRAM, "-C", root, "collect", inbox],
            env=BARE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(took / 2, took * 1.1))
        process.kill()
        process.wait()

        assert run("-C", root, "collect", inbox).code in {0, 1}

        assert tree(root) == wanted
        shutil.rmtree(root)


@pytest.mark.slow
def test_of_six_at_once_each_file_is_taken_once(inbox: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "项目")
    runs = [
        subprocess.Popen(
            [PROGRAM, "-C", root, "collect", inbox],
            env=BARE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(6)
    ]
    said = [process.communicate(timeout=120) for process in runs]

    assert {process.returncode for process in runs} <= {0, 1, 5}, said
    assert sum(process.returncode == 1 for process in runs) == 1  # the one that put something aside
    lines = (root / "received/ledger.jsonl").read_text("utf-8").splitlines()
    assert sorted(json.loads(line)["name"] for line in lines) == ["a.docx", "b.docx", "c.yaml", "d.pdf"]


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(inbox: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "项目")
    (root / "received").mkdir()
    (root / "received").chmod(0o555)
    before = tree(root)

    done = run("-C", root, "collect", inbox, under=MORTAL)

    (root / "received").chmod(0o755)
    assert (done.code, done.said.count("Traceback")) == (4, 0), done.said
    assert tree(root) == before


@pytest.mark.slow
def test_nothing_that_was_received_reaches_a_public_build(inbox: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "项目")
    report = REPORT.replace("[县司法局, 县公安局, 县林业局]", "[县司法局, 县公安局]")
    (root / "report.yaml").write_text(report, "utf-8")
    run("-C", root, "collect", inbox)

    done = run("-C", root, "build", "--form", "public", "--text", "-o", "-")

    assert done.code == 0, done.said
    assert "received" not in done.out.decode()
    assert "第二稿" in done.out.decode()
    assert "第一稿" not in done.out.decode()


@pytest.mark.slow
def test_a_countys_files_are_read_in_seconds(tmp_path: Path) -> None:
    names = [f"县第{number}局" for number in range(1, MANY + 1)]
    root = tmp_path / "项目"
    root.mkdir()
    (root / "report.yaml").write_text(
        REPORT.replace("[县司法局, 县公安局, 县林业局]", f"[{', '.join(names)}]"), "utf-8"
    )
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in names:
        (inbox / f"{name}.docx").write_bytes(word(name))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run("-C", root, "collect", inbox)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert len(done.lines) == MANY, done.said
    # the time of the processor, twice over: a busy or slow machine is no fault
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2 * MOST_SECONDS


@pytest.mark.slow
def test_a_disk_that_takes_no_more_leaves_all_as_it_was(inbox: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "项目")
    before = tree(root)
    env = {**BARE, "PYTHONDONTWRITEBYTECODE": "1"}  # the limit holds for what Python writes, too

    done = run("-C", root, "collect", inbox, env=env, under=("prlimit", "--fsize=4096"))

    assert (done.code, done.out) == (4, b""), done.said
    assert "写不了" in done.said
    assert tree(root) == before
    assert run("-C", root, "collect", inbox).code == 1
