"""The JSON Schema accepts what the loader accepts, so that no editor underlines what is right."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from reportctl import resources
from reportctl.model.schema import json_schema
from reportctl.scaffold.fresh import new

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = resources.path("examples")


def plain(value: Any) -> Any:
    """YAML's dates as the text that an editor sees."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(json_schema(name))
    return [one.message for one in validator.iter_errors(plain(yaml.safe_load(text)))]


@pytest.mark.parametrize("name", ["report", "edits", "submission"])
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/report.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_reports(path: Path) -> None:
    assert faults("report", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/submissions/*.yaml")), ids=lambda path: path.stem)
def test_the_examples_submissions(path: Path) -> None:
    assert faults("submission", path.read_text("utf-8")) == []


SOUND = {
    "department: 县司法局\nyear: 2023\nachievements:\n  - heading: \n    text: \n": "a fresh form",
    "部门: 县司法局\n年度: 2023\n存在不足: 无\n下年安排: [加强培训。培训4次。]\n": "Chinese keys",
    "plans: [{figures: [{name: 乙, value: 1.5, 其中: {其他: 1}, ratio: [1, 2]}]}]": "figures",
}
FAULTY = [
    "achievments: []",
    "achievements: [{headin: 甲}]",
    "achievements: 有",
    "year: [2023]",
    "plans: [[甲]]",
]


@pytest.mark.parametrize("text", SOUND, ids=SOUND.get)
def test_what_is_sound(text: str) -> None:
    assert faults("submission", text) == []


@pytest.mark.parametrize("text", FAULTY)
def test_what_is_not(text: str) -> None:
    assert faults("submission", text)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/edits.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_edits(path: Path) -> None:
    assert faults("edits", path.read_text("utf-8")) == []


def test_final_decisions_in_both_languages() -> None:
    assert faults("edits", "- {at: work, was: 1a, text: 甲, as: 章, 移到: {after: 首}}\n") == []
    assert faults("edits", "- {新增: 条目, 之后: {新增的: a}, 正文: 甲, 出自: [{at: b}], 删去: 是}\n") == []
    assert faults("edits", "- {at: work, txt: 甲}\n")
    assert faults("edits", "- {add: 标题, after: first, text: 甲}\n")
    assert faults("edits", "- {at: work, move: first}\n")


def test_words_of_both_languages_in_a_report() -> None:
    text = (
        "年度: 2023\narea: 甲县\n版式: 公开\ndepartments: [甲局, {名称: 乙局, 必报: 否}]\n"
        "outline: [{id: a, 标题: 甲, 来源: 工作成效}]\n"
    )
    assert faults("report", text) == []
    assert faults("report", text.replace("公开", "红色"))


def test_a_new_project() -> None:
    made = new(2024, "云溪县").files
    for name, data in made.items():
        if name.endswith(".yaml") and name != "edits.yaml":
            kind = "report" if name == "report.yaml" else "submission"
            assert faults(kind, data.decode("utf-8-sig")) == [], name
