"""`make fuzz`: spoilt inputs by the hundred thousand, on all processors; what fails is kept."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.case import SECONDS, Case, failure
from tests.fuzz.kinds import KINDS
from tests.fuzz.stage import Stage
from tests.fuzz.worker import Plan, Worker

INPUTS = 100_000
MINUTES = 10.0
FOLDER = Path("build/fuzz")


def main() -> int:
    """Run as the command line says; 1 where an input failed."""
    parser = argparse.ArgumentParser(prog="make fuzz ARGS='…'", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(10**6), help="the same seed, the same inputs"
    )
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kind", choices=[kind.name for kind in KINDS], help="only inputs of this kind")
    parser.add_argument("--again", type=Path, nargs="+", metavar="FILE", help="inputs that failed before")
    given = parser.parse_args()
    return again(given.again) if given.again else fuzz(given)


def again(paths: list[Path]) -> int:
    """Take inputs that were kept, each through everything."""
    by_name = {kind.name: kind for kind in KINDS}
    failed = 0
    os.environ["REPORTCTL_DEBUG"] = "1"
    for path in paths:
        kind = by_name[path.name.rsplit("-", 2)[0]]
        with tempfile.TemporaryDirectory() as folder:
            why = failure(Case(kind, 0, path.read_bytes(), whole=True), Stage(Path(folder)))
        print(f"{path}: {why or 'passes'}")
        failed += bool(why)
    return min(failed, 1)


def fuzz(given: argparse.Namespace) -> int:
    """Take so many inputs in so much time, and say how it went."""
    kinds = tuple(kind for kind in KINDS if given.kind in {None, kind.name})
    folder = FOLDER / f"{given.seed}"
    print(
        f"seed {given.seed}: {given.inputs} inputs of {len(kinds)} kinds, {SECONDS} s each at the most",
        flush=True,
    )
    begun = time.monotonic()
    deadline = time.time() + given.minutes * 60
    plan = Plan(given.seed, range(given.inputs), deadline, folder, kinds)
    workers = [Worker(plan, first, given.jobs) for first in range(given.jobs)]
    while sum(worker.is_at_work() for worker in workers):  # each of them is asked
        time.sleep(0.2)
    seconds = time.monotonic() - begun
    done = sum(worker.done for worker in workers)
    failed = sum(worker.failed for worker in workers)
    print(f"{done} inputs in {seconds:.0f} s, {done / seconds:.0f} a second; {failed} failed")
    if done < given.inputs:
        print(f"no time for all {given.inputs}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
