"""Findings as they are written: one line each, JSON to the letter, chosen by code."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.cli.formats.text import excerpt
from reportctl.findings import Finding, Severity, Span

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

BAD = "achievements:\n  - {heading: 1.加强监管, text: '全年检查XX次,整改3处。'}\n"
BAD += "  - {heading: 加强执法, text: '全年执法2次\x2c整改3处。'}\n"


def test_json_has_what_the_contract_says(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    tree = folder.validate().json
    assert tree["version"] == 1
    assert set(tree["summary"]) == {"errors", "warnings", "notes", "submissions", "missing"}
    assert tree["summary"]["submissions"] == 1
    assert tree["summary"]["missing"] == ["县公安局", "县林业局"]
    found = next(one for one in tree["findings"] if one["code"] == "placeholder")
    assert found == {
        "code": "placeholder",
        "severity": "error",
        "message": "占位符“XX”没有填",
        "hint": "填上实际内容，或删去这半句",
        "department": "县司法局",
        "file": "submissions/县司法局.yaml",
        "line": 4,
        "column": 34,
        "end_line": 4,
        "end_column": 36,
        "related": [],
    }


def test_text_is_one_physical_line_a_finding(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    found = folder.validate().json["findings"]
    told = folder.run("validate").out.splitlines()
    hints = [line for line in told if line.startswith("  提示\uff1a")]
    assert hints == [f"  提示\uff1a{one['hint']}" for one in found if one["hint"]]
    lines = folder.run("validate", "--format", "concise").out.splitlines()
    assert lines == [line for line in told if line not in hints]
    assert len(lines) == len(found)
    assert all(re.fullmatch(r"\S+:\d+:\d+: (error|warning|note): .+ \[[a-z-]+\]", line) for line in lines)


def test_select_and_ignore(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    assert set(folder.codes("--select", "placeholder,half-width")) == {"placeholder", "half-width"}
    assert "placeholder" not in folder.codes("--ignore", "placeholder, half-width")
    assert folder.validate("--select", "half-width").code == 0
    assert folder.validate("--select", "half-width", "--strict").code == 1


def test_an_unknown_code_is_a_usage_error_with_a_suggestion(folder: Folder) -> None:
    done = folder.run("validate", "--select", "placehodler")
    assert (done.code, done.out) == (2, "")
    assert "是不是 placeholder？" in done.err


def test_quiet_says_errors_only_and_nothing_when_all_is_well(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    done = folder.run("validate", "-q", "--format", "concise")
    assert {line.split(": ")[1] for line in done.out.splitlines()} == {"error"}
    assert done.err == ""
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, "achievements: [甲。1件。]\n", "shortcomings: [乙。1件。]\nplans: [丙。1件。]\n")
    done = folder.run("-q", "build", "--text")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_broken_report_gives_findings_and_json_with_exit_3(folder: Folder) -> None:
    folder.report("year: 2023\narea: 云溪县\n")
    done = folder.validate()
    assert done.code == 3
    assert [one["code"] for one in done.json["findings"]] == ["missing-key", "missing-key"]
    assert done.json["summary"]["errors"] == 2


def test_no_project_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(tmp_path), "validate"]) == 3
    assert "report.yaml" in capsys.readouterr().err


def test_the_project_is_found_from_a_folder_below(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder.root / "submissions" / "子"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert main(["validate", "-q"]) == 1


def test_a_single_file_needs_no_project(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "材料.yaml"
    alone.write_text(f"department: 县司法局\nyear: 2023\n{BAD}plans: 无\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["validate", "--format", "json", str(alone)]) == 1
    tree = json.loads(capsys.readouterr().out)
    assert {"placeholder", "missing-part", "half-width"} <= {one["code"] for one in tree["findings"]}
    assert "unknown-department" not in {one["code"] for one in tree["findings"]}


def test_a_single_file_is_held_against_the_project_where_there_is_one(folder: Folder) -> None:
    folder.submit("县文旅局", BAD)
    done = folder.run("validate", "--format", "json", str(folder.root / "submissions/县文旅局.yaml"))
    assert "unknown-department" in [one["code"] for one in done.json["findings"]]


def test_the_caret_stands_under_the_place_whatever_the_width(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("text: 全年检查XX次。\n", encoding="utf-8")
    span = Span("x.yaml", 1, 11, 1, 13)
    line, carets = excerpt(Finding("placeholder", Severity.ERROR, "", span), tmp_path)
    assert line == "    1 | text: 全年检查XX次。"
    assert carets == "      | " + " " * (6 + 8) + "^^"


@pytest.mark.parametrize("code", ["placeholder", "[placeholder]", "duplicate-key"])
def test_explain(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    page = capsys.readouterr().out
    assert "不对：" in page
    assert page.startswith(code.strip("[]"))


def test_explain_lists_all_rules_and_knows_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert "missing-part\t错误\t" in capsys.readouterr().out
    assert main(["explain", "mising-part"]) == 2
    assert "missing-part" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report", "submission"])
def test_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"year", "年度"} <= schema["properties"].keys()
    assert schema["additionalProperties"] is False
