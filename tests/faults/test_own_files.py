"""What an office keeps beside its submissions is read within the same limits: size, links, devices."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.operations.program import sound
from tests.tools.project import REPORT, Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "- {wrong: 甲, right: 乙}\n"
HUGE = b"# " + b"x" * (5 << 20)
LAYOUT, LEXICON, LAST = "版面.yaml", "data/lexicon.yaml", "last-year/县司法局.yaml"
OUTSIDE = "外面的话"


def link(path: Path) -> None:
    outside = path.parents[2] / "outside.yaml"
    outside.write_text(f"- {{wrong: {OUTSIDE}, right: {OUTSIDE}}}\n", "utf-8")
    path.symlink_to(outside)


ODD: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link outside": link,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": os.mkdir,
    "a huge file": lambda path: path.write_bytes(HUGE),
}
CODES = {LAYOUT: {3, 4}, LEXICON: {1}, LAST: {0}}


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    root = sound(tmp_path / "甲/项目", f"{REPORT}layout: {LAYOUT}\nlast_year: last-year\n")
    folder = Folder(root, capsys)
    folder.write(LAYOUT, "based_on: gb9704\n").write(LEXICON, WORDS).write(LAST, "department: 县司法局\n")
    return folder


def test_the_project_is_sound(project: Folder) -> None:
    assert project.run("validate").code == 0


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_ordinary_file_is_refused_in_words(project: Folder, name: str, odd: str) -> None:
    (project.root / name).unlink()
    ODD[odd](project.root / name)
    done = project.run("validate")
    said = done.out + done.err
    assert done.code in CODES[name], said
    assert name.rpartition("/")[2] in said
    assert OUTSIDE not in said
    assert project.run("build", "--draft", "--text").code in CODES[name] | {0}


def test_the_whole_folder_of_lists_may_not_lie_outside(project: Folder, tmp_path: Path) -> None:
    (project.root / LEXICON).unlink()
    (project.root / "data").rmdir()
    outside = tmp_path / "外面"
    outside.mkdir()
    (outside / "lexicon.yaml").write_text(f"- {OUTSIDE}\n", "utf-8")
    (outside / f"{OUTSIDE}.yaml").write_text("", "utf-8")
    (project.root / "data").symlink_to(outside)
    done = project.run("validate")
    assert done.code == 1
    assert "链接指到项目之外" in done.out
    assert OUTSIDE not in done.out


def test_a_layout_that_several_projects_share_is_read(project: Folder) -> None:
    project.write("../office.yaml", "based_on: gb9704\n")
    project.report(f"{REPORT}layout: ../office.yaml\n")
    assert project.run("validate").code == 0


@pytest.mark.parametrize("name", ["received/ledger.jsonl", "received/台账.csv", ".reportctl-journal"])
def test_a_pipe_is_not_waited_for(project: Folder, tmp_path: Path, name: str) -> None:
    path = project.root / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    (tmp_path / "来件").mkdir()
    (tmp_path / "来件/x.txt").write_text("部门的话", "utf-8")
    assert project.run("collect", str(tmp_path / "来件")).code in {1, 4}
