"""Last year's folder in a project: compared where it can be read, said where it cannot."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from reportctl import resources
from reportctl.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CODES = "copied-from-last-year,last-year-unread"

COPY = """\
department: 县司法局
year: {year}
achievements:
  - heading: 监督
    text: 组织评查行政执法案卷60本，发现文书不规范、程序有瑕疵等问题18个，逐案反馈限期整改，结果纳入考核。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest example with its own submissions as those of the year before."""
    root = tmp_path / "2024"
    shutil.copytree(resources.path("examples", "minimal"), root)
    shutil.copytree(root / "submissions", root / "last-year")
    for path in (root / "last-year").iterdir():
        path.write_text(path.read_text("utf-8").replace("2024", "2023"), "utf-8")
    report = root / "report.yaml"
    report.write_text(report.read_text("utf-8") + "\nlast_year: last-year\n", "utf-8")
    return root


@pytest.fixture
def said(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """What validate finds of last year."""

    def run() -> list[str]:
        main(["-C", str(project), "validate", "--format", "concise", "--select", CODES])
        return capsys.readouterr().out.splitlines()

    return run


def rename(project: Path, folder: str) -> None:
    report = project / "report.yaml"
    report.write_text(
        report.read_text("utf-8").replace("last_year: last-year", f"last_year: {folder}"), "utf-8"
    )


def test_what_is_the_same_is_told_by_file_line_and_column(project: Path, said: Any) -> None:
    for folder, year in (("submissions", 2024), ("last-year", 2023)):
        path = project / folder / "县司法局.yaml"
        path.write_text(COPY.format(year=year), "utf-8")

    (line,) = said()
    place = "submissions/县司法局.yaml:5:11: warning: "
    assert (
        line == f"{place}这一段和上年交的一字不差（last-year/县司法局.yaml 第 5 行） [copied-from-last-year]"
    )


@pytest.mark.parametrize(
    ("mark", "codes"),
    [("写法年年一样", []), ("", ["copied-from-last-year", "ignore-without-reason"])],
)
def test_what_is_the_same_every_year_may_be_so_with_a_reason(
    project: Path, capsys: pytest.CaptureFixture[str], mark: str, codes: list[str]
) -> None:
    (project / "last-year/县司法局.yaml").write_text(COPY.format(year=2023), "utf-8")
    text = COPY.format(year=2024).rstrip() + f"  # reportctl: ignore copied-from-last-year {mark}\n"
    (project / "submissions/县司法局.yaml").write_text(text, "utf-8")

    main(
        [
            "-C",
            str(project),
            "validate",
            "--format",
            "concise",
            "--select",
            "copied-from-last-year,ignore-without-reason",
        ]
    )

    assert [line.rpartition("[")[2].rstrip("]") for line in capsys.readouterr().out.splitlines()] == codes


def test_nothing_is_read_where_nobody_wants_to_know(project: Path, said: Any) -> None:
    (project / "last-year/a.yaml").write_text("department: [\n", "utf-8")
    report = project / "report.yaml"
    ignored = "\nrules: {ignore: [copied-from-last-year]}\n"
    report.write_text(report.read_text("utf-8") + ignored, "utf-8")

    assert said() == []


def test_nothing_is_compared_where_no_year_before_is_named(project: Path, said: Any) -> None:
    rename(project, '""')

    assert said() == []


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("没有的", "项目里没有文件夹 没有的"),
        ("../2023", "../2023 在项目文件夹之外"),
        ("report.yaml", "项目里没有文件夹 report.yaml"),
        ("submissions", "写的就是2024年度"),
    ],
)
def test_a_folder_that_cannot_be_it_is_told_at_the_key(
    project: Path, said: Any, folder: str, message: str
) -> None:
    rename(project, folder)

    (line,) = said()
    assert line.startswith("report.yaml:")
    assert message in line
    assert line.endswith("[last-year-unread]")


def test_files_that_cannot_be_read_are_named(project: Path, said: Any) -> None:
    (project / "last-year/a.yaml").write_text("department: [\n", "utf-8")
    (project / "last-year/说明.docx").write_bytes(b"PK")
    (project / "last-year/b.yaml").symlink_to("/etc/passwd")
    (project / "last-year/c.yaml").mkdir()

    (line,) = said()
    assert "last-year/a.yaml、last-year/b.yaml、last-year/c.yaml 等 4 份" in line
