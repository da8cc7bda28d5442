"""Runs whole processes in turn (A B A B) and takes processor time, wall time and peak memory of each."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class FailedRunError(Exception):
    """A program that was to be measured did not run to its end."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process with its children: wall and processor time (user, system) in seconds, peak memory in MB."""

    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one program, in the order in which they took turns with the others."""

    runs: tuple[Run, ...]

    @property
    def processor(self) -> float:
        """The median processor time: the measure, since the wall time depends on who else is there."""
        return statistics.median(run.processor for run in self.runs)

    @property
    def seconds(self) -> float:
        """The median wall time."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def megabytes(self) -> float:
        """The highest peak."""
        return max(run.megabytes for run in self.runs)

    def ratio(self, peer: Series) -> float:
        """The median, over the turns, of this processor time by the peer's.

        What slows a whole turn cancels out.
        """
        pairs = zip(self.runs, peer.runs, strict=True)
        return statistics.median(mine.processor / theirs.processor for mine, theirs in pairs)

    def wall_ratio(self, peer: Series) -> float:
        """The same of the wall times."""
        pairs = zip(self.runs, peer.runs, strict=True)
        return statistics.median(mine.seconds / theirs.seconds for mine, theirs in pairs)


def take_turns(commands: Mapping[str, Sequence[str]], turns: int) -> dict[str, Series]:
    """Run each command once unmeasured, then `turns` times in turn with the others."""
    for command in commands.values():
        run(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            runs[name].append(run(command))
    return {name: Series(tuple(some)) for name, some in runs.items()}


def run(command: Sequence[str]) -> Run:
    """Run one command to its end; raises `FailedRunError`, with what it said, when it does not exit with 0.

    Linux counts the memory of the process that forks into the peak of the one that is started: the caller
    must be smaller than what it measures, so this program loads no library.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            message = f"exit {process.returncode}: {' '.join(command)}\n{said.read()[-2000:]}"
            raise FailedRunError(message)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
