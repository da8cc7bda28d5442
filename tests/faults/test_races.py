"""A file that is swapped for a link, over and over, while the program runs: nothing outside is touched."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from reportctl.cli import main
from tests.operations.program import flawed, sound, write
from tests.tools.project import REPORT
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SWAP = """
import os, sys
path, outside = sys.argv[1:]
with open(path, "rb") as file:
    data = file.read()
print("begun", flush=True)
while os.path.exists(outside):
    os.symlink(outside, path + ".link")
    os.replace(path + ".link", path)
    with open(path + ".own", "wb") as file:
        file.write(data)
    os.replace(path + ".own", path)
"""
OUTSIDE = "外面的话"
OWN = {
    "附件.md": "自己的话。\n",
    "版面.yaml": "based_on: gb9704\n",
    "data/lexicon.yaml": "- {wrong: 甲, right: 乙}\n",
    "last-year/县司法局.yaml": "department: 县司法局\nyear: 2022\nplans: 无\n",
    "edits.yaml": "- {part: plans, heading: 县司法局培训, omit: true, reason: 重复}\n",
}
MORE = """\
layout: 版面.yaml
last_year: last-year
"""
ATTACHED = "  closing: 特此报告。\n  attachments: [{title: 附件, file: 附件.md}]\n"


class Race(NamedTuple):
    """The file that is swapped, what lies outside, and what would be said of it if it were read."""

    name: str
    outside: str
    sign: str = OUTSIDE


READ = (
    Race("附件.md", f"{OUTSIDE}。\n"),
    Race("版面.yaml", f"{OUTSIDE}: 1\n"),
    Race("data/lexicon.yaml", f"- {{wrong: 全年检查, right: {OUTSIDE}}}\n"),
    Race("last-year/县司法局.yaml", "plans: 秘密★5年\n", "secrecy-mark"),
    Race("edits.yaml", f"- {{part: plans, heading: {OUTSIDE}, omit: true, reason: 重复}}\n"),
)


@contextmanager
def swapped(path: Path, outside: Path) -> Iterator[None]:
    """The path is a file and a link to `outside` by turns."""
    command = [sys.executable, "-c", SWAP, str(path), str(outside)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


def furnished(root: Path) -> Path:
    """A sound project with one file of everything that a report may be made of."""
    sound(root, REPORT.replace("  closing: 特此报告。\n", ATTACHED) + MORE)
    for name, text in OWN.items():
        write(root / name, text)
    return root


@pytest.mark.parametrize("race", READ, ids=lambda race: race.name)
def test_what_lies_outside_would_be_seen(
    tmp_path: Path, race: Race, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or the races below prove nothing."""
    root = furnished(tmp_path / "项目")
    for text, seen in ((OWN[race.name], False), (race.outside, True)):
        write(root / race.name, text)
        main(["-C", str(root), "build", "--draft", "--text", "-o", "-"])
        said = capsys.readouterr()
        assert (race.sign in said.out + said.err) == seen


@sample_and_long(2, 200)
@pytest.mark.parametrize("race", READ, ids=lambda race: race.name)
def test_it_is_never_read(
    tmp_path: Path, race: Race, rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    root, outside = furnished(tmp_path / "项目"), tmp_path / "outside"
    write(outside, race.outside)
    with swapped(root / race.name, outside):
        for _ in range(rounds):
            main(["-C", str(root), "build", "--draft", "--text", "-o", "-"])
            said = capsys.readouterr()
            assert race.sign not in said.out + said.err


@sample_and_long(2, 200)
@pytest.mark.parametrize("name", ["submissions/县司法局.yaml", "edits.yaml", "report.yaml"])
def test_fix_never_writes_there(
    tmp_path: Path, name: str, rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    root, outside = flawed(tmp_path / "项目"), tmp_path / "outside"
    write(root / "edits.yaml", OWN["edits.yaml"].replace("重复", "重复\x2c删去"))
    write(root / "report.yaml", REPORT.replace("情况报告如下", "情况\x2c报告如下"))
    text = (root / name).read_text("utf-8")
    write(outside, text)
    with swapped(root / name, outside):
        for _ in range(rounds):
            assert main(["-C", str(root), "validate", "--fix"]) in {0, 1, 3, 4}
            capsys.readouterr()
            assert outside.read_text("utf-8") == text
