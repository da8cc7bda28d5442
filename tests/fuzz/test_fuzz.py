"""A sample of `make fuzz`, and that a failure of every sort is seen, kept and run again."""

from __future__ import annotations

import os
import time
import warnings
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.__main__ import again
from tests.fuzz.case import Case, failure
from tests.fuzz.kinds import KINDS, Kind
from tests.fuzz.stage import Stage
from tests.fuzz.worker import Plan, Worker, keep

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

SEED = 1
SAMPLE = 9 * len(KINDS)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path / "fuzz")


def nothing(_: Random) -> bytes:
    return b""


def waiting(*_: object) -> None:
    while True:
        pass


def swelling(*_: object) -> None:
    raise MemoryError


def dying(*_: object) -> None:
    os._exit(9)


@pytest.mark.slow
def test_a_sample_fails_nowhere(stage: Stage) -> None:
    cases = (Case.of(KINDS, SEED, number) for number in range(SAMPLE))
    assert [why for case in cases if (why := failure(case, stage))] == []


def test_a_seed_gives_the_same_inputs() -> None:
    first, second = ([Case.of(KINDS, seed, number).data for number in range(60)] for seed in (3, 4))
    assert first == [Case.of(KINDS, 3, number).data for number in range(60)]
    assert first != second


@pytest.mark.parametrize(("judge", "why"), [(waiting, "seconds"), (swelling, "MB"), (nothing, "TypeError")])
def test_a_failure_is_told(stage: Stage, judge: object, why: str) -> None:
    kind = Kind("odd", "来件/x", nothing, judge)  # type: ignore[arg-type]
    assert why in failure(Case(kind, 0, b"", whole=False), stage, seconds=0.1)


def test_a_bug_of_the_program_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportctl.cli.validate.check", None)
    kind = Kind("odd", "项目/x", nothing, lambda *_: None, (("validate",),))
    assert "exit 70" in failure(Case(kind, 0, b"", whole=True), stage)


def test_an_input_that_ends_its_process_is_kept_and_the_next_is_taken(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = Plan(5, range(2), time.time() + 60, tmp_path, (Kind("odd", "来件/x.txt", nothing, dying),))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside pytest's own threads
        worker = Worker(plan, 0, 1)
        while worker.is_at_work():
            time.sleep(0.01)
    assert worker.failed == 2
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == [
        *("odd-5-0.txt", "odd-5-0.txt.txt", "odd-5-1.txt", "odd-5-1.txt.txt"),
    ]
    assert "--again" in capfd.readouterr().out


def test_what_was_kept_is_run_again(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTCTL_DEBUG", "1")
    sound = keep(tmp_path, Case.of(KINDS, SEED, 0), SEED, "it failed")
    assert again([sound]) == 0
    assert "passes" in capfd.readouterr().out
