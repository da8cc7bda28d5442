"""A process that takes inputs one after the other, and what is kept of those that fail."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.case import SECONDS, Case, failure, limit_memory
from tests.fuzz.kinds import KINDS
from tests.fuzz.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.process import BaseProcess
    from multiprocessing.sharedctypes import SynchronizedArray

    from tests.fuzz.kinds import Kind

PATIENCE = 60 * SECONDS
"""Seconds on the clock after which a worker hangs in something that no signal ends."""
_CONTEXT = get_context("fork")
_NUMBER, _SINCE, _DONE, _FAILED = range(4)
_ALIKE = 3
"""How many inputs are kept that fail in the same way."""


class Plan(NamedTuple):
    """A run: its seed, the numbers of its inputs, the end of its time, where failures are kept."""

    seed: int
    numbers: range
    deadline: float
    folder: Path
    kinds: tuple[Kind, ...] = KINDS


def keep(folder: Path, case: Case, seed: int, why: str) -> Path:
    """A failing input as a file, and beside it why it failed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{case.kind.name}-{seed}-{case.number}{Path(case.kind.place).suffix}"
    path.write_bytes(case.data)
    path.with_name(f"{path.name}.txt").write_text(why, "utf-8")
    last = (why.strip().splitlines() or [""])[-1]
    print(f"FAILED {last}\n  run it again: make fuzz ARGS='--again {path}'", flush=True)
    return path


class Worker:
    """One process on its share of the numbers; one that dies or hangs is begun anew behind that input."""

    def __init__(self, plan: Plan, first: int, step: int) -> None:
        self.plan = plan
        self.step = step
        self.state: SynchronizedArray[float] = _CONTEXT.Array("d", [first, time.time(), 0, 0])
        self.process = self._begun(first)

    @property
    def done(self) -> int:
        """How many inputs it has taken."""
        return int(self.state[_DONE])

    @property
    def failed(self) -> int:
        """How many of them failed."""
        return int(self.state[_FAILED])

    def _begun(self, first: int) -> BaseProcess:
        numbers = range(first, self.plan.numbers.stop, self.step)
        process = _CONTEXT.Process(target=_work, args=(self.plan, numbers, self.state), daemon=True)
        process.start()
        return process

    def is_at_work(self) -> bool:
        """Whether it goes on; sees to it that an input which ended or stopped the process is kept."""
        number = int(self.state[_NUMBER])
        hangs = self.process.is_alive() and time.time() - self.state[_SINCE] > PATIENCE
        if self.process.is_alive() and not hangs:
            return True
        if hangs:
            self.process.kill()
        self.process.join()
        if self.process.exitcode == 0:
            return False
        why = "the process hung" if hangs else f"the process ended with {self.process.exitcode}"
        keep(self.plan.folder, Case.of(self.plan.kinds, self.plan.seed, number), self.plan.seed, why)
        self.state[_FAILED] += 1
        self.process = self._begun(number + self.step)
        return True


def _work(plan: Plan, numbers: Iterable[int], state: SynchronizedArray[float]) -> None:
    begun_by = os.getppid()
    os.environ["REPORTCTL_DEBUG"] = "1"  # a bug shows its traceback
    with tempfile.TemporaryDirectory(prefix="reportctl-fuzz-") as folder:
        stage = Stage(Path(folder))
        limit_memory()
        ways: Counter[str] = Counter()
        for number in numbers:
            state[_NUMBER], state[_SINCE] = number, time.time()
            if time.time() > plan.deadline or os.getppid() != begun_by:
                break
            case = Case.of(plan.kinds, plan.seed, number)
            why = failure(case, stage)
            if why:
                state[_FAILED] += 1
                ways[why] += 1
                if ways[why] <= _ALIKE:
                    keep(plan.folder, case, plan.seed, why)
            state[_DONE] += 1
