"""Prints how seldom the rules speak of clean text and how well they find what was spoiled in it.

`python -m benchmarks.quality FOLDER...` takes any folders of .txt files, `FOLDER:YEAR` for another year;
with the same `--seed` the outcome is the same. `--hits PAGE` only writes the table of rules with their hits;
without a folder it adds to that table the rules that it lacks.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality.hits import rewrite
from benchmarks.quality.judging import Score, counted, judged, score, score_trap
from benchmarks.quality.spoiling import DEFECTS
from benchmarks.quality.traps import TRAPS
from benchmarks.quality.wrapping import CHARACTERS, Wrapped, wrapped
from reportctl.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNT = 200
TRAP_TARGET = 0.98
WARNINGS = 1.0
"""The most warnings in 3,000 characters of one clean text; errors: none."""


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("folders", nargs="*", metavar="FOLDER[:YEAR]", help="clean texts, one .txt each")
    parser.add_argument("--year", type=int, default=2025, help="the year that the texts report on")
    parser.add_argument("--count", type=int, default=COUNT, help="how often each defect is made")
    parser.add_argument("--seed", type=int, help="the same seed spoils the same places; else a new one")
    parser.add_argument(
        "--hits", type=Path, metavar="PAGE", help="write the hits of each rule into this page"
    )
    options = parser.parse_args()
    texts = [one for name in options.folders for one in _wrapped(name, options.year)]
    if options.hits is not None and bool(texts) == bool(options.folders):
        rewrite(options.hits, texts)
        return 0
    if not texts:
        parser.error(f"no .txt in {' '.join(options.folders)}" if options.folders else "no folder is named")
    seed = random.SystemRandom().randrange(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}")
    verdicts = [_clean(texts), *_spoiled(texts, seed, options.count)]
    return 0 if all(verdicts) else 1


def _wrapped(named: str, year: int) -> Iterable[Wrapped]:
    folder, _, own = named.rpartition(":")
    return wrapped(Path(folder), int(own)) if folder and own.isdecimal() else wrapped(Path(named), year)


def _clean(texts: Iterable[Wrapped]) -> bool:
    levels: dict[str, Counter[Severity]] = {}
    characters: Counter[str] = Counter()
    for one in texts:
        found = judged(one.source, one.yaml())
        levels[one.source] = levels.get(one.source, Counter()) + counted(found)
        characters[one.source] += one.characters
    print(f"{'clean text':<36} {'characters':>10} {'errors':>7} {'warnings':>9} {'notes':>6}  (in 3,000)")
    verdict = True
    for name, level in levels.items():
        errors, warnings, notes = (
            level[one] * CHARACTERS / characters[name]
            for one in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        )
        kept = not errors and warnings <= WARNINGS
        verdict = verdict and kept
        mark = "" if kept else "BEYOND 0 errors, 1 warning"
        print(f"{name[:30]:<36} {characters[name]:>10,} {errors:7.2f} {warnings:9.2f} {notes:6.2f}  {mark}")
    return verdict


def _spoiled(texts: list[Wrapped], seed: int, count: int) -> Iterable[bool]:
    print(f"\n{'spoiled':<36} {'tried':>6} {'recall':>7} {'target':>7} {'line':>7} {'column':>7}")
    for defect in DEFECTS:
        chance = random.Random(f"{seed} {defect.name}")  # noqa: S311 - no secret
        found = score(defect, texts, chance, count)
        yield _row(defect.name, found, defect.target, column=defect.column)
    for trap in TRAPS:
        chance = random.Random(f"{seed} {trap.name}")  # noqa: S311 - no secret
        found = score_trap(trap, texts, chance, count)
        yield _row(f"typing: {trap.name}", found, TRAP_TARGET, column=False)


def _row(name: str, found: Score, target: float, *, column: bool) -> bool:
    line = found.right_line / found.found if found.found else 0
    place = f"{found.right_column / found.found:7.1%}" if column and found.found else f"{'':7}"
    kept = found.recall >= target and (line == 1 or not found.found)
    mark = "" if kept else "  BEYOND"
    if found.tried < COUNT:
        mark += f"  (only {found.tried} places)"
    print(
        f"{name:<36} {found.tried:>6} {found.recall:7.1%} {target:7.0%} {line:7.1%} {place}{mark}", flush=True
    )
    return kept


if __name__ == "__main__":
    sys.exit(main())
