"""Findings for other programs: SARIF that is valid and true, workflow commands that nothing breaks out of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import jsonschema
import pytest

from reportctl.cli import main
from reportctl.cli.formats import github, sarif
from reportctl.cli.result import Result
from reportctl.findings import Finding, Related, Severity, Span
from tests.tools import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tools.project import Folder

BAD = (
    "achievements:\n"
    "  - {heading: 1.加强监管, text: '全年检查XX次\x2c整改3处。'}\n"
    '  - {heading: 规范执法, text: "𠮷地\\u002c全年检查4次"}\n'
)
NAME = "submissions/县 司法局,1%.yaml"


@pytest.fixture
def bad(folder: Folder) -> Folder:
    """A project with errors, warnings and notes, in a file whose name needs care."""
    text = f"department: 县司法局\nyear: 2023\n{BAD}shortcomings: 无\nplans: 无\n"
    return folder.write(NAME, text).submit("县公安局", BAD)


def run_of(folder: Folder, *arguments: str) -> dict[str, Any]:
    (run,) = folder.run("validate", "--format", "sarif", *arguments).json["runs"]
    assert isinstance(run, dict)
    return run


def artifacts(tree: Any) -> Iterator[dict[str, str]]:
    """Every file that a log names."""
    if isinstance(tree, dict):
        yield from ([tree["artifactLocation"]] if "artifactLocation" in tree else [])
        for value in tree.values():
            yield from artifacts(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from artifacts(value)


def check_schema(log: Any) -> None:
    schema = json.loads(need.tool(need.SARIF_SCHEMA).read_bytes())
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)


# --- SARIF -------------------------------------------------------------------------------------------


def test_sarif_is_valid_against_the_schema(bad: Folder) -> None:
    check_schema(bad.run("validate", "--format", "sarif").json)


@pytest.mark.parametrize("report", ["year: 2023\n", "version: [\n", ""])
def test_sarif_of_a_project_that_cannot_be_used(folder: Folder, report: str) -> None:
    done = folder.report(report).run("validate", "--format", "sarif")
    assert done.code == 3
    check_schema(done.json)
    (invocation,) = done.json["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (said,) = invocation["toolExecutionNotifications"]
    assert "report.yaml 有错误" in said["message"]["text"]


def test_sarif_without_any_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(tmp_path), "validate", "--format", "sarif"]) == 3
    log = json.loads(capsys.readouterr().out)
    check_schema(log)
    assert log["runs"][0]["results"] == []


def test_sarif_has_what_the_json_has(bad: Folder) -> None:
    found = bad.validate().json["findings"]
    run = run_of(bad)
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh-CN")
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert len(run["results"]) == len(found)
    rules = run["tool"]["driver"]["rules"]
    for one, result in zip(found, run["results"], strict=True):
        assert (result["ruleId"], rules[result["ruleIndex"]]["id"]) == (one["code"], one["code"])
        assert result["level"] == one["severity"]
        assert result["message"]["text"].split("\n提示：") == [one["message"], one["hint"]]
        (place,) = (place["physicalLocation"] for place in result["locations"])
        assert unquote(place["artifactLocation"]["uri"]) == one["file"]
        assert list(place["region"].values()) == [
            one[key] for key in ("line", "column", "end_line", "end_column")
        ]


def test_sarif_explains_the_rules_that_found_something_and_no_others(bad: Folder) -> None:
    run = run_of(bad, "--select", "half-width,placeholder")
    half, placeholder = run["tool"]["driver"]["rules"]
    assert (half["id"], placeholder["id"]) == ("half-width", "placeholder")
    assert half["shortDescription"]["text"] == "半角标点"
    assert half["defaultConfiguration"] == {"level": "warning"}
    assert placeholder["defaultConfiguration"] == {"level": "error"}
    assert half["help"]["text"].startswith("half-width（警告）：半角标点\n")


def test_sarif_names_files_as_relative_uris(bad: Folder) -> None:
    named = list(artifacts(run_of(bad)))
    assert {one["uriBaseId"] for one in named} == {"SRCROOT"}
    assert "submissions/%E5%8E%BF%20%E5%8F%B8%E6%B3%95%E5%B1%80%2C1%25.yaml" in {one["uri"] for one in named}
    assert all(one["uri"].isascii() for one in named)


def test_sarif_names_a_file_given_by_its_whole_path_as_such(bad: Folder) -> None:
    run = run_of(bad, str(bad.root / NAME))
    assert {one["uri"] for one in artifacts(run)} == {(bad.root / NAME).as_uri()}


def test_sarif_mends_are_those_of_fix(bad: Folder) -> None:
    results = run_of(bad, "--select", "half-width,typed-number,lost-end,placeholder")["results"]
    text = (bad.root / NAME).read_text("utf-8").split("\n")
    mended = {result["ruleId"] for result in results if "fixes" in result}
    assert mended == {"half-width", "typed-number", "lost-end"}
    edits = [
        edit
        for result in results
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        if unquote(change["artifactLocation"]["uri"]) == NAME
        for edit in change["replacements"]
    ]
    for edit in sorted(edits, key=lambda one: -one["deletedRegion"]["startColumn"]):
        place = edit["deletedRegion"]
        assert place["startLine"] == place["endLine"]
        line = text[place["startLine"] - 1]
        new = edit["insertedContent"]["text"]
        text[place["startLine"] - 1] = line[: place["startColumn"] - 1] + new + line[place["endColumn"] - 1 :]
    bad.run("validate", "--fix")
    assert (bad.root / NAME).read_text("utf-8") == "\n".join(text)


def test_sarif_keeps_related_places_and_the_department() -> None:
    related = (Related(Span("b.yaml", 3, 1, 3, 2), "第一次写在这里"),)
    finding = Finding("placeholder", Severity.NOTE, "有", Span("a.yaml", 2, 5, 2, 7), "", "县司法局", related)
    log = sarif.log(Result((finding,)))
    check_schema(log)
    (result,) = log["runs"][0]["results"]
    assert result["message"] == {"text": "有"}
    assert result["properties"] == {"department": "县司法局"}
    (other,) = result["relatedLocations"]
    assert other["message"]["text"] == "第一次写在这里"
    assert other["physicalLocation"]["region"]["startLine"] == 3


def test_sarif_is_the_same_in_every_folder(
    bad: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bad.run("validate", "--format", "sarif").out
    bad.root.rename(tmp_path / "别处")
    monkeypatch.chdir(tmp_path)
    assert main(["-C", str(tmp_path / "别处"), "validate", "--format", "sarif"]) == 1
    assert bad.capture.readouterr().out == first


# --- workflow commands -------------------------------------------------------------------------------


def command(**more: Any) -> str:
    plain = Finding("placeholder", Severity.ERROR, "甲", Span("a.yaml", 3, 5, 3, 7))
    (line,) = github.commands(Result((plain._replace(**more),)))
    return line


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_github_levels(severity: Severity, word: str) -> None:
    head = f"::{word} file=a.yaml,line=3,col=5,endLine=3,endColumn=7,title=placeholder::甲"
    assert command(severity=severity) == head


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("50%", "50%25"),
        ("%0A", "%250A"),
        ("甲\n::error::乙", "甲%0A::error::乙"),
        ("甲\r\n乙", "甲%0D%0A乙"),
        ("a: b, c", "a: b, c"),
    ],
)
def test_github_messages_stay_on_their_line(text: str, data: str) -> None:
    assert command(message=text).endswith(f"::{data}")
    assert command(hint=text).endswith(f"::甲%0A提示：{data}")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a,b.yaml", "a%2Cb.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("a%b.yaml", "a%25b.yaml"),
        ("a\nb.yaml", "a%0Ab.yaml"),
        ("县 局.yaml", "县 局.yaml"),
    ],
)
def test_github_properties_are_escaped(name: str, written: str) -> None:
    assert command(span=Span(name, 1, 1, 1, 2)).startswith(f"::error file={written},line=1,")


def test_github_leaves_columns_of_two_lines_out() -> None:
    assert (
        command(span=Span("a.yaml", 1, 2, 3, 4)) == "::error file=a.yaml,line=1,col=2,title=placeholder::甲"
    )


def test_github_says_each_finding_and_nothing_else(bad: Folder) -> None:
    done = bad.run("validate", "--format", "github")
    assert done.code == 1
    lines = done.out.splitlines()
    assert len(lines) == len(bad.validate().findings)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any(
        line.startswith("::error file=submissions/县 司法局%2C1%25.yaml,line=4,col=") for line in lines
    )


def test_github_tells_why_a_project_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(tmp_path), "validate", "--format", "github"]) == 3
    assert capsys.readouterr().out.startswith("::error::")


def test_github_names_files_as_the_repository_does(bad: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(bad.root.parent))
    lines = bad.run("validate", "--format", "github").out.splitlines()
    assert all(" file=项目/" in line for line in lines)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(bad.root / "别处"))
    assert all(
        " file=项目/" not in line for line in bad.run("validate", "--format", "github").out.splitlines()
    )
