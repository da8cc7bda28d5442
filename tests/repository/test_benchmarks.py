"""What the benchmark measures is what it says: the same realistic files each time, whole runs in turn."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks import corpus
from benchmarks.measure import FailedRunError, Run, Series, run, take_turns
from benchmarks.peers.reading import FAST, PURE, read
from reportctl.project.building import check
from reportctl.project.opening import open_project

if TYPE_CHECKING:
    from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.yaml")}


def test_the_files_are_the_same_every_time_and_of_the_size_that_the_targets_speak_of(tmp_path: Path) -> None:
    for name in ("first", "second"):
        corpus.main(str(tmp_path / name), "50")

    first = files(tmp_path / "first")

    assert first == files(tmp_path / "second")
    assert len(first) == 50 + 1
    assert 3_600 < statistics.mean(len(data) for name, data in first.items() if "/" in name) < 3_800


def test_the_files_are_what_a_careful_department_hands_in(tmp_path: Path) -> None:
    corpus.main(str(tmp_path / "project"), "10")

    done = subprocess.run(
        [sys.executable, "-m", "reportctl", "-C", tmp_path / "project", "validate", "--strict"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_programs_take_turns_after_an_unmeasured_run(tmp_path: Path) -> None:
    log = tmp_path / "log"
    commands = {name: ["sh", "-c", f"printf {name} >>'{log}'"] for name in "ab"}

    series = take_turns(commands, turns=2)

    assert log.read_text(encoding="utf-8") == "ab" + "abab"
    assert [len(series[name].runs) for name in "ab"] == [2, 2]


def test_a_run_knows_its_time_and_its_peak_memory() -> None:
    one = run([sys.executable, "-c", "import time; block = b'x' * 300_000_000; time.sleep(0.2)"])

    assert 0.2 < one.seconds < 20
    assert 0 < one.processor < one.seconds
    # a child's peak begins with what its parent holds at the fork: a test worker may hold more than the block
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert 290 < one.megabytes < max(400, own + 50)


def test_a_program_that_fails_is_no_measurement() -> None:
    with pytest.raises(FailedRunError, match=r"exit 3: sh -c .*\nno such thing"):
        run(["sh", "-c", "echo no such thing >&2; exit 3"])


def test_the_ratio_is_the_median_of_the_turns() -> None:
    mine = Series((Run(1, 0.5, 50), Run(9, 0.9, 60), Run(1, 0.8, 55)))
    peer = Series((Run(2, 1, 0), Run(3, 2, 0), Run(1.25, 1, 0)))

    assert (mine.seconds, mine.processor, mine.megabytes) == (1, 0.8, 60)
    assert (mine.ratio(peer), mine.wall_ratio(peer)) == (0.5, 0.8)


def test_both_loaders_give_the_peer_the_same_data(tmp_path: Path) -> None:
    corpus.main(str(tmp_path / "project"), "3")

    assert read(tmp_path / "project", FAST) == read(tmp_path / "project", PURE)


def test_without_the_rules_of_texts_structure_and_roster_are_left(tmp_path: Path) -> None:
    corpus.main(str(tmp_path / "core"), "3", "core")
    first, second, third = sorted((tmp_path / "core/submissions").iterdir())
    first.write_text(first.read_text("utf-8").replace("plans:", "other:"), "utf-8")
    second.write_text(second.read_text("utf-8").replace("。", "。。"), "utf-8")
    third.unlink()
    found = {one.code for one in check(open_project(tmp_path / "core")).findings}
    assert found == {"missing-part", "missing-submission", "unplaced-item"}
