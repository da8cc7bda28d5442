"""Prints the time that each family of rules takes on one submission, beside the time of loading it.

`python -m benchmarks.rules [SUBMISSIONS]`: in one process, the least of several rounds, without the collector
of garbage, so that the table shows the rules and nothing else.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import corpus
from reportctl.model.files import load_submission
from reportctl.project.opening import open_project
from reportctl.rules import last_year, registry
from reportctl.rules.context import Context
from reportctl.rules.texts import submission_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportctl.model.files import Submission
    from reportctl.rules.registry import Family

SUBMISSIONS = 400
ROUNDS = 7
TARGET = 2.5
"""All rules may take this many times what loading takes."""


def main(count: int = SUBMISSIONS) -> int:
    """Measure and print; 1 where the target is missed."""
    with tempfile.TemporaryDirectory(prefix="reportctl-bench-") as folder:
        corpus.main(f"{folder}/project", str(count))
        root = Path(folder, "project")
        files = [(path.name, path.read_bytes()) for path in sorted((root / "submissions").glob("*.yaml"))]
        project = open_project(root)
    context = Context(project.report, project.roster)
    loaded = [load_submission(name, data, project.roster)[0] for name, data in files]
    submissions = [submission for submission in loaded if submission is not None]
    whole = Context(project.report, project.roster, tuple(submissions))
    gc.collect()
    gc.freeze()
    gc.disable()
    loading = _least(count, lambda: _load(files))
    print(f"{'microseconds a submission':<28} {'':>8}")
    _row("loading", loading, loading)
    total = _rules(submissions, context, whole, loading)
    verdict = "within" if total <= TARGET * loading else "BEYOND"
    print(f"{'all rules':<28} {total:8.1f} {total / loading:6.2f} x loading: {verdict} {TARGET:g}")
    # beside the total: few projects have last year's submissions, which have to be loaded as well
    again = replace(whole, last_year=tuple(submissions))
    taken = _least(count, lambda: list(last_year.check_project(again)))
    _row("last_year, all of it copied", taken, loading)
    return int(verdict != "within")


def _load(files: Iterable[tuple[str, bytes]]) -> None:
    for name, data in files:
        load_submission(name, data)


def _rules(submissions: list[Submission], context: Context, whole: Context, loading: float) -> float:
    count = len(submissions)
    gathered = [submission_texts(submission) for submission in submissions]
    times = {"(the texts)": _least(count, lambda: [submission_texts(each).signs for each in submissions])}
    for family in registry.ITEMS:
        times[family.name] = _least(count, partial(_run, family, submissions, context))
    for family in registry.TEXTS:
        times[family.name] = _least(count, partial(_run, family, gathered, context))
    for family in registry.PROJECT:
        times[f"{family.name} (project)"] = _least(count, partial(_run_project, family, whole))
    for name, taken in sorted(times.items(), key=lambda item: -item[1]):
        _row(name, taken, loading)
    return sum(times.values())


def _run(family: Family, each_of: Iterable[object], context: Context) -> None:
    for looked_at in each_of:
        list(family.check(looked_at, context))


def _run_project(family: Family, context: Context) -> None:
    list(family.check(context))


def _least(count: int, work: Callable[[], object]) -> float:
    """The least processor time of a few rounds, in microseconds a submission."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        rounds.append(time.process_time() - start)
    return min(rounds) / count * 1e6


def _row(name: str, taken: float, loading: float) -> None:
    print(f"{name:<28} {taken:8.1f} {taken / loading:6.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
