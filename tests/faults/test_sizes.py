"""Hostile sizes: the time of a run grows no faster than what it reads, and what is too much is said."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.operations.program import BARE, DEPARTMENTS, PROGRAM, sound, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = f"department: {DEPARTMENTS[0]}\nyear: 2023\nachievements:\n"
REST = "shortcomings: 无\nplans: 无\n"
SENTENCE = "全年开展执法检查20次\uff0c发现问题3个\uff0c都已改正。"
GROWTH = 3.2
"""The most that twice as much may cost: more than two, for machines are busy; less than four."""


def text(words: str) -> Callable[[Path, int], None]:
    def make(root: Path, size: int) -> None:
        write(root / f"submissions/{DEPARTMENTS[0]}.yaml", f"{HEAD}  - text: 甲{words * size}\n{REST}")

    return make


def items(item: str) -> Callable[[Path, int], None]:
    def make(root: Path, size: int) -> None:
        listed = "".join(item.format(number) for number in range(size))
        write(root / f"submissions/{DEPARTMENTS[0]}.yaml", HEAD + listed + REST)

    return make


def files(root: Path, size: int) -> None:
    for number in range(size):
        write(root / f"submissions/{number:06}.yaml", f"{HEAD}  - text: 开展检查{number}次。\n{REST}")


SIZES = {
    "brackets": (text("\uff08"), 50_000, 4.0),
    "one paragraph": (text(SENTENCE), 20_000, 6.0),
    "items of a section": (items("  - {{heading: 第{0}件事情, text: 开展检查{0}次。}}\n"), 5_000, 6.0),
    "findings of a file": (items("  - {{heading: 事{0}情, text: '检查,整改{0}次。'}}\n"), 5_000, 8.0),
    "files": (files, 5_000, 20.0),
}
"""What there is very much of: how it is made, half of it, and the most processor time that all may take."""


def taken(root: Path) -> float:
    """The processor time of `validate`, in seconds."""
    before = os.times()
    done = subprocess.run(
        [PROGRAM, "-C", root, "validate"], env=BARE, capture_output=True, timeout=300, check=False
    )
    after = os.times()
    assert done.returncode in {0, 1}, done.stderr.decode()
    return after.children_user - before.children_user + after.children_system - before.children_system


@pytest.mark.long
@pytest.mark.parametrize("what", SIZES)
def test_twice_as_much_takes_twice_as_long(what: str, tmp_path: Path) -> None:
    make, half, most = SIZES[what]
    base = taken(sound(tmp_path / "base"))
    times = []
    for size in (half, 2 * half):
        root = sound(tmp_path / str(size))
        make(root, size)
        times.append(taken(root))

    assert times[1] < most
    assert times[1] - base < GROWTH * max(times[0] - base, 0.1)
