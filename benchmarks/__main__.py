"""Prints one table: reportctl beside other tools, whole processes on the same YAML.

A measurement, not a test: a missed target shows in the table; only what fails to run ends with exit code 1.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import FailedRunError, Series, run, take_turns

REPORTCTL = str(Path(sys.executable).with_name("reportctl"))
OURS, CORE, PEER, BARE = "reportctl", "- structure", "docxtpl", "bare Typer"
SMALL = (40, 400, 4_000)
LARGE = 40_000
START_TURNS = 15
START_RATIO = 1.5
GROWTH = 11.0
"""The most that the time may grow from 4,000 to 40,000 submissions."""


@dataclass(frozen=True, slots=True)
class Target:
    """What reportctl is to stay within: time as a ratio to the peer's, peak memory in MB."""

    ratio: float
    megabytes: float


TARGETS = {
    OURS: {4_000: Target(0.3, 130)},
    CORE: {40: Target(1.0, 60), 400: Target(0.4, 70), 4_000: Target(0.15, 130)},
}
"""What is aimed at with all rules, and with those of structure and roster alone."""
TURNS = {40: 7, 400: 5, 4_000: 3}
OTHERS = {"pandoc": 4_000, "python-docx": 400, "docxcompose": 400}
"""The largest number of submissions that each is made to bear: beyond it, it takes minutes."""


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
    _header()
    template = str(folder / "template.docx")
    run(_python("benchmarks.peers.template", template))
    ours: dict[int, Series] = {}
    for size in SMALL:
        project = _project(folder, size)
        commands = _commands(project, template, size, others=options.others)
        core = _project(folder, size, "core")
        ours[size] = _compare(size, {OURS: commands.pop(OURS), CORE: _build(core), **commands})
        shutil.rmtree(project)
        shutil.rmtree(core)
    if options.large:
        project = _project(folder, LARGE)
        series = take_turns({OURS: _build(project)}, 1)[OURS]
        growth = series.seconds / ours[SMALL[-1]].seconds
        _row(LARGE, OURS, series, f"{growth:.1f} x the time of {SMALL[-1]:,}: {_verdict(growth, GROWTH)}")
    _start()


def _project(folder: Path, size: int, *core: str) -> Path:
    project = folder / "-".join((str(size), *core))
    # in a process of its own, which may grow: see `measure.run`
    run(_python("benchmarks.corpus", str(project), str(size), *core))
    return project


def _commands(project: Path, template: str, size: int, *, others: bool) -> dict[str, list[str]]:
    output = str(project / "peer.docx")
    commands = {
        OURS: _build(project),
        PEER: _python("benchmarks.peers.with_docxtpl", str(project), output, template),
    }
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


def _compare(size: int, commands: dict[str, list[str]]) -> Series:
    series = take_turns(commands, TURNS[size])
    for name, one in series.items():
        ratio = one.ratio(series[PEER])
        note = f"{ratio:.2f}"
        target = TARGETS.get(name, {}).get(size)
        if target is not None:
            note += f": {_verdict(ratio, target.ratio)}; memory {_verdict(one.megabytes, target.megabytes)}"
        _row(size, name, one, note)
    return series[OURS]


def _start() -> None:
    bare = [sys.executable, "-c", "from benchmarks.peers.bare_typer import app; app()", "--version"]
    commands = {OURS: [REPORTCTL, "--version"], BARE: bare}
    series = take_turns(commands, START_TURNS)
    ratio = series[OURS].ratio(series[BARE])
    _row("--version", OURS, series[OURS], f"{ratio:.2f}: {_verdict(ratio, START_RATIO)}")
    _row("--version", BARE, series[BARE], "1.00")


def _verdict(value: float, limit: float) -> str:
    return f"{'within' if value <= limit else 'BEYOND'} {limit:g}"


def _header() -> None:
    _line("submissions", "program", "seconds", "cpu s", "peak MB", f"ratio to {PEER} (or {BARE})")


def _row(size: int | str, name: str, series: Series, note: str) -> None:
    shown = f"{size:,}" if isinstance(size, int) else size
    figures = (f"{series.seconds:.2f}", f"{series.processor:.2f}", f"{series.megabytes:.0f}")
    _line(shown, name, *figures, note)


def _line(*columns: str) -> None:
    size, name, seconds, processor, megabytes, note = columns
    print(f"{size:>11}  {name:<12} {seconds:>8} {processor:>7} {megabytes:>8}  {note}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
