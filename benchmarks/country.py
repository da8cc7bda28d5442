"""Prints what `--each` takes for a country of projects, and where the time of one project goes.

`python -m benchmarks.country [PROJECTS]`: so many projects of 40 submissions (2,844 counties by default),
built by one command; then one project within a process that has built others, stage by stage, beside what no
program on this interpreter can do without: libyaml alone, deflate alone, the start of Python.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import tempfile
import time
import zipfile
import zlib
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from yaml._yaml import CParser

from benchmarks import corpus
from benchmarks.measure import run
from reportctl.cli import main as reportctl
from reportctl.document import Form
from reportctl.model.files import KEPT, load_submission
from reportctl.project.building import Checked, Order, merge, render
from reportctl.project.checking import check_merged
from reportctl.project.opening import open_layout, open_project
from reportctl.project.submissions import read_last_year, read_submissions
from reportctl.rules import registry

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTIES = 2_844
SUBMISSIONS = 40
SECONDS, PROCESSOR = 90.0, 160.0
"""What the whole country may take on two free cores: wall time, processor time."""
MEGABYTES = 150.0
"""The most that one process may hold."""
ROUNDS = 5
PROGRAM = str(Path(sys.executable).with_name("reportctl"))


def main(counties: int = COUNTIES) -> int:
    """Measure and print; 1 where a target is missed."""
    with tempfile.TemporaryDirectory(prefix="reportctl-bench-") as folder:
        root = Path(folder)
        for number in range(counties):
            name = f"市{number // 10:03}/县{number:04}"
            corpus.main(str(root / name), str(SUBMISSIONS), first=str(number * SUBMISSIONS))
        load = os.getloadavg()[0]
        print(f"{counties:,} projects of {SUBMISSIONS} submissions, {os.cpu_count()} cores, load {load:.1f}")
        taken = run([PROGRAM, "--each", folder, "-q", "build"])
        share = counties / COUNTIES
        rows = (
            ("wall s", taken.seconds, SECONDS * share),
            ("cpu s", taken.processor, PROCESSOR * share),
            ("peak MB", taken.megabytes, MEGABYTES),
        )
        for name, value, limit in rows:
            verdict = "within" if value <= limit else "BEYOND"
            print(f"{name:<10} {value:8.1f}  {verdict} {limit:.0f}")
        print(f"{'cpu ms':<10} {taken.processor / counties * 1e3:8.1f}  a project")
        _stages(root / "市000")
    return int(any(value > limit for _, value, limit in rows))


def _stages(folder: Path) -> None:
    """Where the processor time of one project goes, in a process that has built some."""
    projects = sorted(folder.iterdir())
    for project in projects:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            reportctl(["-q", "-C", str(project), "build"])
    gc.collect()
    gc.disable()
    totals: dict[str, float] = {}
    for project in projects:
        for name, least in _of_one(project).items():
            totals[name] = totals.get(name, 0.0) + least
    print(f"\n{'ms a project':<34} {'here':>8} {'alone':>8}")
    for name, total in totals.items():
        value = total / len(projects) * 1e3
        print(f"{name:<34} {'':>8} {value:8.1f}" if name.startswith("  ") else f"{name:<34} {value:8.1f}")
    start = min(run([sys.executable, "-c", "pass"]).processor for _ in range(ROUNDS))
    print(f"{'  the start of Python, once':<34} {'':>8} {start * 1e3:8.1f}")


def _of_one(root: Path) -> dict[str, float]:
    project = open_project(root)
    layout = open_layout(project)
    read = read_submissions(project)
    last_year = read_last_year(project)
    form = Form(project.report.report.form)
    assembly = merge(project, read, form, draft=False)
    findings = check_merged(project, read, last_year, assembly, layout, partial=False)
    checked = Checked(project, layout, read, assembly, findings)
    files = [(path.name, path.read_bytes()) for path in sorted((root / "submissions").iterdir())]
    texts = [data.decode() for _, data in files]
    out = io.BytesIO()
    (docx,) = render(checked, Order())
    docx.render(out)
    with zipfile.ZipFile(out) as archive:
        parts = [archive.read(name) for name in archive.namelist()]

    def built() -> None:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            reportctl(["-q", "-C", str(root), "build"])

    return {
        "build, all of it": _least(built),
        "report.yaml, layout": _least(lambda: (open_project(root), open_layout(project))),
        "submissions to models": _least(
            lambda: [load_submission(name, data, project.roster) for name, data in files]
        ),
        "  libyaml": _least(lambda: [CParser(text).raw_parse() for text in texts]),
        "rules of a submission": _least(
            lambda: [
                registry.check_submissions(read.received[at : at + KEPT], project.context)
                for at in range(0, len(read.received), KEPT)
            ]
        ),
        "rules of the project": _least(
            lambda: check_merged(project, read, last_year, assembly, layout, partial=False)
        ),
        "merging": _least(lambda: merge(project, read, form, draft=False)),
        "rendering": _least(lambda: render(checked, Order())[0].render(io.BytesIO())),
        "  deflate": _least(lambda: [zlib.compress(part, 2) for part in parts]),
    }


def _least(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
