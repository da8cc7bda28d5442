"""Many projects at once: what is asked for, and what it makes no sense to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.project.below import projects_below, work_in
from tests.operations.program import sound, write

if TYPE_CHECKING:
    from pathlib import Path


def project(root: Path) -> Path:
    write(root / "report.yaml", "version: 1\n")
    return root


def test_projects_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("乙市/县", "乙市", "甲市/丙县", "甲市/丁县/乡", ".git/x", "甲市/.trash/y", "空"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    for name in ("乙市/县", "甲市/丙县", "甲市/丁县/乡", ".git/x", "甲市/.trash/y"):
        project(tmp_path / name)

    assert projects_below(tmp_path).projects == ("乙市/县", "甲市/丁县/乡", "甲市/丙县")


def test_nothing_is_looked_for_in_a_project_or_behind_a_link(tmp_path: Path) -> None:
    project(tmp_path / "甲/乙")
    project(tmp_path / "甲")
    project(tmp_path / "外/丙")
    (tmp_path / "里").mkdir()
    (tmp_path / "里/链接").symlink_to(tmp_path / "外")

    assert projects_below(tmp_path).projects == ("外/丙", "甲")
    assert projects_below(tmp_path / "里").projects == ()
    assert projects_below(tmp_path / "甲").projects == (".",)


def test_what_is_to_be_read_is_counted_in_bytes(tmp_path: Path) -> None:
    write(tmp_path / "submissions/a.yaml", "x" * 10)
    write(tmp_path / "submissions/b/c.yaml", "x" * 5)

    assert work_in(tmp_path) == 15
    assert work_in(tmp_path / "nothing") == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("inspect a.docx", "--each 不能与 inspect 同用"),
        ("init", "--each 不能与 init 同用"),
        ("validate a.yaml", "后面不写文件"),
        ("validate -o a.json", "不能用 -o"),
        ("build -o out", "不能用 -o"),
        ("validate --format sarif", "没有 sarif 格式"),
        ("validate --nosuch", "没有选项"),
        ("--jobs 0 validate", "--jobs 至少是 1"),
        ("--jobs 两 validate", "--jobs"),
        ("-C . validate", "不能同用"),
    ],
)
def test_what_makes_no_sense_for_many_is_refused_before_anything_is_done(
    line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sound(tmp_path / "甲县")

    assert main(["--each", str(tmp_path), *line.split()]) == 2
    assert said in capsys.readouterr().err
    assert not (root / "output").exists()


def test_a_folder_without_projects_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--each", str(tmp_path), "validate"]) == 3
    assert "下面没有项目" in capsys.readouterr().err
