"""Whose findings are, in which order they are told, how they are counted, and the page of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.render.html.test_valid import complaints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

BAD = "achievements:\n  - {heading: 1.加强监管, text: '全年检查XX次\x2c整改3处。'}\n"
GOOD = "achievements:\n  - {heading: 加强监管, text: 全年检查2次\uff0c整改3处。}\n"


@pytest.fixture
def bad(folder: Folder) -> Folder:
    """Two departments with faults, whose files lie in another order than the roster's; one is missing."""
    return folder.submit("县公安局", BAD).submit("县司法局", BAD)


def test_the_projects_own_come_first_then_the_roster(bad: Folder) -> None:
    told = [(one["file"], one["department"]) for one in bad.validate().json["findings"]]
    assert list(dict.fromkeys(told)) == [
        ("report.yaml", "县林业局"),
        ("submissions/县司法局.yaml", "县司法局"),
        ("submissions/县公安局.yaml", "县公安局"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("县林业局.yaml", b"\xff\xff\xff\xff\xff"),
        ("甲.yaml", "department: 县林业局\nyear: [2023\n".encode()),
        ("县林业局.yaml", "department: 县林业局\ndepartment: 县林业局\nyear: 2023\n".encode()),
    ],
)
def test_a_file_that_cannot_be_read_has_the_department_that_it_tells(
    bad: Folder, name: str, data: bytes
) -> None:
    bad.write(f"submissions/{name}", data)
    found = [one for one in bad.validate().json["findings"] if one["file"] == f"submissions/{name}"]
    assert found
    assert {one["department"] for one in found} == {"县林业局"}


def test_one_department(bad: Folder) -> None:
    done = bad.validate("--department", "县公安局")
    assert done.code == 1
    assert {one["department"] for one in done.json["findings"]} == {"县公安局"}
    assert done.json["summary"]["missing"] == []
    assert bad.validate("--department", "县林业局").json["summary"]["missing"] == ["县林业局"]
    wrong = bad.validate("--department", "公安局")
    assert (wrong.code, wrong.out) == (2, "")
    assert "是不是“县公安局”" in wrong.err
    assert bad.run("validate", "--fix", "--department", "县公安局").code == 2


def test_counts_by_rule_and_by_department(bad: Folder) -> None:
    lines = bad.run("validate", "--statistics").out.splitlines()
    assert any(line.split()[:3] == ["2", "error", "placeholder"] for line in lines)
    assert any(line.startswith("县公安局\uff1a1 个错误\uff0c") for line in lines)
    tree = bad.validate("--statistics").json
    counts = {row["code"]: row["count"] for row in tree["statistics"]["rules"]}
    assert counts["placeholder"] == 2
    assert sum(counts.values()) == len(tree["findings"])
    assert sum(row["errors"] for row in tree["statistics"]["departments"]) == tree["summary"]["errors"]
    assert bad.run("validate", "--statistics", "--format", "sarif").code == 2


def test_findings_go_into_a_file(bad: Folder, tmp_path: Path) -> None:
    target = tmp_path / "结果.json"
    done = bad.run("validate", "-o", str(target))
    assert (done.code, done.out) == (1, f"{target}\n")
    assert target.read_text("utf-8") == bad.validate().out
    for own in ("report.yaml", "submissions/县公安局.yaml"):
        before = (bad.root / own).read_bytes()
        assert bad.run("validate", "-o", str(bad.root / own)).code == 2
        assert (bad.root / own).read_bytes() == before


def test_a_file_alone_is_not_written_over(tmp_path: Path, bad: Folder) -> None:
    path = tmp_path / "材料.yaml"
    path.write_text(f"department: 县司法局\nyear: 2023\n{BAD}", "utf-8")
    assert bad.run("validate", str(path), "-o", str(path)).code == 2


def test_the_page_says_all_and_nothing_in_it_is_markup(bad: Folder) -> None:
    bad.submit("县林业局", GOOD.replace("整改3处", "整改<script>alert(1)</script>XX处"))
    done = bad.run("validate", "--format", "html")
    tree = bad.validate().json
    assert done.out.count('class="finding ') == len(tree["findings"])
    assert done.out.count("<script>") == 1
    assert "&lt;script&gt;alert(1)" in done.out
    for one in tree["findings"]:
        assert f"{one['file']}\uff0c第 {one['line']} 行第 {one['column']} 个字" in done.out
    assert "<mark>XX</mark>" in done.out
    assert "http" not in done.out.replace("http-equiv", "")


def test_a_broken_report_has_a_page_as_well(bad: Folder) -> None:
    bad.report("year: [")
    done = bad.run("validate", "--format", "html")
    assert done.code == 3
    assert 'class="finding error"' in done.out


@pytest.mark.slow
def test_pages_of_findings_are_valid_and_accessible(bad: Folder, tmp_path: Path) -> None:
    pages = tmp_path / "页"
    pages.mkdir()
    bad.run("validate", "-o", str(pages / "bad.html"))
    bad.submit("县公安局", GOOD).submit("县司法局", GOOD).submit("县林业局", GOOD)
    bad.run("validate", "--select", "placeholder", "-o", str(pages / "good.html"))
    bad.report("year: [")
    bad.run("validate", "-o", str(pages / "broken.html"))
    assert complaints(pages) == set()
