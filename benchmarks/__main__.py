"""Prints one table: reportctl beside other tools, whole processes on the same YAML, in turn.

The peer is docxtpl fed by libyaml's loader; the measure is processor time, with the wall time beside it (its
ratio in brackets). A measurement, not a test: a missed target shows in the table; only what fails to run ends
with exit code 1.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import FailedRunError, Series, run, take_turns

REPORTCTL = str(Path(sys.executable).with_name("reportctl"))
OURS, CORE, PEER, PURE, BARE = "reportctl", "- structure", "docxtpl", "- pure loader", "bare Typer"
SMALL = (40, 400, 4_000)
LARGE = 40_000
TURNS = {40: 9, 400: 7, 4_000: 3}
START_TURNS = 15
OTHERS = {"pandoc": 4_000, "python-docx": 400, "docxcompose": 400}
"""The largest number of submissions that each is made to bear: beyond it, it takes minutes."""

RATIOS = {40: 2.2, 400: 2.0, 4_000: 1.6}
"""The most processor time that all rules may take, as a ratio to the peer's."""
GROWTH = 11.0
"""The most that the processor time may grow from 4,000 to 40,000 submissions."""
KILOBYTES = 45.0
"""The most that peak memory may grow with each submission, from 40 to 4,000."""
START_MILLISECONDS = 80.0
"""The longest that `--version` may take on a quiet machine."""


def main() -> int:
    """Measure and print; returns the exit code."""
    options = _options()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} at the start")
    try:
        with tempfile.TemporaryDirectory(prefix="reportctl-bench-") as folder:
            _measure(Path(folder), options)
    except FailedRunError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--large", action="store_true", help="40,000 submissions as well")
    parser.add_argument("--others", action="store_true", help="pandoc, python-docx and docxcompose as well")
    return parser.parse_args()


def _measure(folder: Path, options: argparse.Namespace) -> None:
    _line("submissions", "program", "cpu s", "wall s", "peak MB", "ratio", f"to {PEER}'s cpu s")
    template = str(folder / "template.docx")
    run(_python("benchmarks.peers.template", template))
    ours = {size: _compare(folder, size, template, others=options.others) for size in SMALL}
    if options.large:
        _grow(folder, ours[SMALL[-1]])
    each = (ours[SMALL[-1]].megabytes - ours[SMALL[0]].megabytes) * 1024 / (SMALL[-1] - SMALL[0])
    _start()
    print(f"memory: {each:.0f} KB a submission beyond the first {SMALL[0]}: {_verdict(each, KILOBYTES)}")


def _compare(folder: Path, size: int, template: str, *, others: bool) -> Series:
    """All programs on projects of one size, in turn."""
    project, core = _project(folder, size), _project(folder, size, "core")
    commands = {
        OURS: _build(project),
        CORE: _build(core),
        **_peers(project, template, size, others=others),
    }
    series = take_turns(commands, TURNS[size])
    for name, measured in series.items():
        note = _verdict(measured.ratio(series[PEER]), RATIOS[size]) if name == OURS else ""
        _row(size, name, measured, series[PEER], note)
    shutil.rmtree(project)
    shutil.rmtree(core)
    return series[OURS]


def _grow(folder: Path, before: Series) -> None:
    series = take_turns({OURS: _build(_project(folder, LARGE))}, 1)[OURS]
    growth = series.processor / before.processor
    _row(LARGE, OURS, series, None, f"{growth:.1f} x {SMALL[-1]:,}: {_verdict(growth, GROWTH)}")


def _project(folder: Path, size: int, *core: str) -> Path:
    project = folder / "-".join((str(size), *core))
    # in a process of its own, which may grow: see `measure.run`
    run(_python("benchmarks.corpus", str(project), str(size), *core))
    return project


def _peers(project: Path, template: str, size: int, *, others: bool) -> dict[str, list[str]]:
    output = str(project / "peer.docx")
    docxtpl = _python("benchmarks.peers.with_docxtpl", str(project), output, template)
    commands = {PEER: docxtpl, PURE: [*docxtpl, "pure"]}
    for name, largest in OTHERS.items():
        if others and size <= largest and (name != "pandoc" or shutil.which(name)):
            module = f"benchmarks.peers.with_{name.replace('-', '_')}"
            commands[name] = _python(module, str(project), output)
    return commands


def _build(project: Path) -> list[str]:
    return [REPORTCTL, "-C", str(project), "build"]


def _python(module: str, *arguments: str) -> list[str]:
    # cheaper than `python -m`, and the module comes compiled: nothing to the peers' disadvantage
    return [sys.executable, "-c", f"import sys; from {module} import main; main(*sys.argv[1:])", *arguments]


def _start() -> None:
    bare = [sys.executable, "-c", "from benchmarks.peers.bare_typer import app; app()", "--version"]
    series = take_turns({OURS: [REPORTCTL, "--version"], BARE: bare}, START_TURNS)
    milliseconds = series[OURS].seconds * 1e3
    note = f"to {BARE}'s; {milliseconds:.0f} ms: {_verdict(milliseconds, START_MILLISECONDS)}"
    _row("--version", OURS, series[OURS], series[BARE], note)
    _row("--version", BARE, series[BARE], series[BARE], "")


def _verdict(value: float, limit: float) -> str:
    return f"{'within' if value <= limit else 'BEYOND'} {limit:g}"


def _row(size: int | str, name: str, series: Series, peer: Series | None, note: str) -> None:
    shown = f"{size:,}" if isinstance(size, int) else size
    ratio = f"{series.ratio(peer):.2f} ({series.wall_ratio(peer):.2f})" if peer else ""
    figures = (f"{series.processor:.3f}", f"{series.seconds:.3f}", f"{series.megabytes:.0f}")
    _line(shown, name, *figures, ratio, note)


def _line(*columns: str) -> None:
    size, name, processor, seconds, megabytes, ratio, note = columns
    row = f"{size:>11}  {name:<13} {processor:>8} {seconds:>8} {megabytes:>8}  {ratio:<12} {note}"
    print(row.rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
