"""Whatever departments hand in, in whatever YAML: nothing is lost, nothing stands twice, nothing varies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reportctl.model.schema import json_schema
from tests.properties.running import project, run
from tests.properties.world import REPORTS, ROSTER, submissions

if TYPE_CHECKING:
    from tests.properties.world import Submission

pytestmark = pytest.mark.slow

SOME = settings(max_examples=14, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def files(report: str, handed_in: tuple[Submission, ...], language: str = "en") -> dict[str, str]:
    named = {f"submissions/{one.department}.yaml": one.yaml(language) for one in handed_in}
    return {"report.yaml": report, **named}


def written(given_files: dict[str, str]) -> tuple[str, Any]:
    """The text and the tree of a project that must be sound."""
    with project(given_files) as root:
        text = run(root, "build", "--text", "-o", "-")
        assert text.code == 0, text.err
        tree = run(root, "build", "--json", "--form", "plain", "-o", "-")
        return text.text, json.loads(tree.text)


def placed(submission: Submission, *, sectioned: bool = True) -> list[str]:
    """The words that must reach the page: those of items that a chapter takes."""
    return [
        word
        for part, item in submission.items
        if part != "other" and not (sectioned and part == "achievements" and not item.section)
        for word in item.words
    ]


@SOME
@given(REPORTS, submissions())
def test_every_sentence_stands_once_and_knows_its_origin(
    report: str, handed_in: tuple[Submission, ...]
) -> None:
    text, tree = written(files(report, handed_in))
    origins = {(origin["file"], origin["heading"]) for block in tree["blocks"] for origin in block["origin"]}
    for submission in handed_in:
        kept = set(placed(submission))
        for part, item in submission.items:
            for word in item.words:
                assert text.count(word) == (1 if word in kept else 0), (part, word)
            reached = (f"submissions/{submission.department}.yaml", item.heading.text) in origins
            assert reached == bool(set(item.words) & kept)


@SOME
@given(REPORTS, submissions(), st.data())
def test_what_the_editor_leaves_out_is_listed_with_its_reason(
    report: str, handed_in: tuple[Submission, ...], data: st.DataObject
) -> None:
    choices = [
        (one.department, part, item)
        for one in handed_in
        for part, item in one.items
        if set(item.words) & set(placed(one))
    ]
    chosen = data.draw(st.lists(st.sampled_from(choices), max_size=4, unique_by=lambda one: one[2].heading))
    edits = "".join(
        f"- {{department: {name}, part: {part}, heading: {item.heading.text}, omit: true, reason: 略}}\n"
        for name, part, item in chosen
    )
    given_files = files(report, handed_in) | {"edits.yaml": edits}
    with project(given_files) as root:
        done = run(root, "build", "--draft", "--json", "--form", "plain", "-o", "-")
        assert done.code == 0, done.err
        tree = json.loads(done.text)
        text = run(root, "build", "--draft", "--text", "-o", "-").text
    left_out = {(one["department"], one["part"], one["heading"], one["reason"]) for one in tree["omitted"]}
    assert left_out == {(department, part, item.heading.text, "略") for department, part, item in chosen}
    gone = {word for *_, item in chosen for word in item.words}
    for one in handed_in:
        for word in placed(one):
            assert text.count(word) == (0 if word in gone else 1)


@SOME
@given(REPORTS, submissions(), st.permutations(range(len(ROSTER))))
def test_the_names_and_the_order_of_files_change_nothing(
    report: str, handed_in: tuple[Submission, ...], order: list[int]
) -> None:
    renamed = {
        f"submissions/{place}/材料.yml": one.yaml() for place, one in zip(order, handed_in, strict=True)
    }
    outputs = []
    for given_files in (files(report, handed_in), {"report.yaml": report, **renamed}):
        with project(given_files) as root:
            assert run(root, "build", "--docx", "--text", "--markdown", "--html").code == 0
            outputs.append({path.name: path.read_bytes() for path in (root / "output").glob("[!.]*")})
    assert len(outputs[0]) == 4
    assert outputs[0] == outputs[1]


@SOME
@given(REPORTS, submissions())
def test_building_again_changes_nothing(report: str, handed_in: tuple[Submission, ...]) -> None:
    with project(files(report, handed_in)) as root:
        formats = ("--docx", "--text", "--json")
        assert run(root, "build", *formats).code == 0
        first = {path.name: path.read_bytes() for path in (root / "output").glob("[!.]*")}
        assert run(root, "build", "--check", *formats).code == 0
        assert run(root, "build", *formats).code == 0
        assert {path.name: path.read_bytes() for path in (root / "output").glob("[!.]*")} == first


def without_places(tree: Any) -> Any:
    for block in tree["blocks"]:
        for origin in block["origin"]:
            del origin["line"], origin["column"]
    return tree


@SOME
@given(REPORTS, submissions())
def test_the_language_of_the_keys_changes_nothing(report: str, handed_in: tuple[Submission, ...]) -> None:
    english, chinese = (written(files(report, handed_in, language)) for language in ("en", "zh"))
    assert english[0] == chinese[0]
    assert without_places(english[1]) == without_places(chinese[1])


@SOME
@given(submissions(), st.sampled_from(["en", "zh"]))
def test_the_schema_takes_what_the_loader_takes(handed_in: tuple[Submission, ...], language: str) -> None:
    validator = Draft202012Validator(json_schema("submission"))
    for one in handed_in:
        data = yaml.safe_load(one.yaml(language))
        assert [error.message for error in validator.iter_errors(data)] == []


@SOME
@given(REPORTS)
def test_the_schema_takes_the_report(report: str) -> None:
    data = yaml.load(report, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text
    data["year"], data["version"] = int(data["year"]), int(data["version"])
    errors = Draft202012Validator(json_schema("report")).iter_errors(data)
    assert [error.message for error in errors] == []
