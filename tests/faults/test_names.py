"""Names that leave the folder, or that a system keeps for itself: refused where they make a file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import FILE, SOUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.intake import Intake

NO_NAMES = [
    "../../x",
    "..",
    ".",
    "a/b",
    "/tmp/x",  # noqa: S108 - a name that must be refused
    "a\\\\b",
    "C:x",
    "con",
    "CON.yaml",
    "nul.报告",
    "LPT9 .x",
    "COM¹",
    ".hidden",
    "",
    " ",
    "a\\nb",
    "a\\u0007b",
    "a\\u202eb",
    "甲?",
    "<甲>",
    "{{ area }}/{{ year }}",
    "甲" * 61,
    "x" * 300,
]


def files(root: Path) -> set[str]:
    return {path.relative_to(root.parent).as_posix() for path in root.parent.rglob("*")}


@pytest.mark.parametrize("name", NO_NAMES)
@pytest.mark.parametrize("verb", [("validate",), ("build", "--text")], ids=" ".join)
def test_no_name_for_a_file(intake: Intake, name: str, verb: tuple[str, ...]) -> None:
    root = intake.folder.write(FILE, SOUND).root
    report = (root / "report.yaml").read_text("utf-8")
    intake.folder.report(f'{report}output:\n  name: "{name}"\n')
    before = files(root)
    done = intake.folder.run(*verb)
    said = done.out if verb == ("validate",) else done.err
    assert (done.code, said.count("[bad-file-name]")) == (3, 1), said
    assert said.startswith("report.yaml:16:9: error: ")
    assert files(root) == before


NAMES = {
    "报告": "报告",
    "{{ year }}年 报告（终稿）": "2023年 报告（终稿）",
    "-rf": "-rf",
    " 两头有空格 ": "两头有空格",
    "control": "control",
    "v1.2": "v1.2",
    "甲" * 60: "甲" * 60,
}


@pytest.mark.parametrize("name", NAMES)
def test_names_for_a_file(intake: Intake, name: str) -> None:
    root = intake.folder.write(FILE, SOUND).root
    report = (root / "report.yaml").read_text("utf-8")
    intake.folder.report(f'{report}output:\n  name: "{name}"\n')
    done = intake.folder.run("build", "--draft", "--form", "public", "--text")
    assert done.code == 0, done.err
    assert (root / f"output/{NAMES[name]}-公开-草稿（不得公开）.txt").is_file()


@pytest.mark.parametrize("area", ["../../x", "a/b", "con.yaml/x", "a\\u0007b", "甲" * 60, "?"])
def test_an_area_that_would_be_in_the_name(intake: Intake, area: str) -> None:
    root = intake.folder.write(FILE, SOUND).root
    report = (root / "report.yaml").read_text("utf-8")
    intake.folder.report(report.replace("area: 云溪县", f'area: "{area}"'))
    before = files(root)
    assert intake.folder.validate().findings == [("bad-file-name", "report.yaml", 3, 7)]
    assert intake.folder.run("build").code == 3
    assert files(root) == before


@pytest.mark.parametrize(
    "name", ["../../x", "con.yaml", "a/b", "/etc/passwd", "甲\\u0007", "$(id)", "%s", "-rf"]
)
def test_a_departments_name_is_a_name_and_no_path(intake: Intake, name: str) -> None:
    root = intake.folder.write(FILE, SOUND).root
    report = (root / "report.yaml").read_text("utf-8")
    intake.folder.report(report.replace("县司法局", f'"{name}"'))
    intake.folder.write(FILE, SOUND.replace("县司法局", f'"{name}"'))
    before = files(root)
    for verb in (("validate",), ("status",)):
        assert intake.folder.run(*verb).code == 0
    assert files(root) == before
    assert intake.folder.run("build", "--text").code == 0
    new = files(root) - before
    assert {path.rpartition("/")[2] for path in new} == {
        "output",
        ".reportctl.json",
        ".reportctl.lock",
        "云溪县2023年度法治政府建设情况报告.txt",
    }
