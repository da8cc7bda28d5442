"""One cause is one finding: what only follows from what cannot be read is not told again."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reportctl.model.files import load_edits, load_submission
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.rules.context import Context
from reportctl.rules.registry import check_alone
from tests.fixing.test_structure import spoil
from tests.tools.need import ROOT
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

ITEM = "achievements:\n  - heading: 加强监管\n    text: 检查3次。\n"


def counted(root: Path) -> Counter[tuple[str, str]]:
    return Counter((str(found.code), found.span.file) for found in check(open_project(root)).findings)


@sample_and_long(8, 400)
def test_a_line_typed_wrong_gives_one_finding(rounds: int, tmp_path: Path) -> None:
    chance = random.Random(8)  # noqa: S311 - spoils, no secrets
    source = ROOT / "examples/hecheng-2023"
    for path in source.rglob("*.yaml"):
        copy = tmp_path / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    before = counted(tmp_path)
    files = sorted((tmp_path / "submissions").iterdir())
    for _ in range(rounds):
        path = chance.choice(files)
        text = path.read_text("utf-8")
        lines = text.split("\n")
        spoil(lines, chance)
        path.write_text("\n".join(lines), "utf-8")
        more = counted(tmp_path) - before
        path.write_text(text, "utf-8")
        assert more.total() <= 1, (path.name, more)


def test_decisions_on_what_cannot_be_read_are_not_said_to_be_wrong(folder: Folder) -> None:
    decisions = (
        "- {department: 县司法局, part: achievements, heading: 加强监管, omit: true, reason: 另报}\n"
        "- {department: 县公安局, part: achievements, heading: 没有, omit: true, reason: 另报}\n"
    )
    folder.submit("县司法局", ITEM).submit("县公安局", ITEM).write("edits.yaml", decisions)
    assert [line for code, _, line, _ in folder.validate().findings if code == "unmet-edit"] == [2]
    folder.submit("县司法局", ITEM.replace("    text", "\ttext"))
    assert [line for code, _, line, _ in folder.validate().findings if code == "unmet-edit"] == [2]


@pytest.mark.parametrize(
    ("decision", "hint"),
    [
        (
            "department: 县司发局, part: achievements, heading: 加强监管",
            "部门写错了\uff0c是不是“县司法局”\uff1f",
        ),
        ("department: 县公安局, part: achievements, heading: 加强监管", "这个标题是县司法局的\uff1a检查部门"),
        ("department: 县司法局, part: plans, heading: 加强监管", "这个标题在 achievements 里"),
        ("department: 县司法局, part: achievements, heading: 加强监督", "是不是“加强监管”\uff1f"),
    ],
)
def test_an_unmet_decision_says_what_does_not_fit(folder: Folder, decision: str, hint: str) -> None:
    other = ITEM.replace("加强监管", "打击犯罪")
    folder.submit("县司法局", ITEM).submit("县公安局", other)
    folder.write("edits.yaml", f"- {{{decision}, omit: true, reason: 另报}}\n")
    (found,) = (one for one in folder.validate().json["findings"] if one["code"] == "unmet-edit")
    assert hint in found["hint"]
    assert ("名单里没有“县司发局”" in found["message"]) == ("县司发局" in decision)


@pytest.mark.parametrize(
    ("right", "wrong"), [("department", "departmnt"), ("year", "yaer"), ("plans", "plan")]
)
def test_a_key_typed_wrong_is_not_missing_as_well(right: str, wrong: str) -> None:
    text = "department: 县司法局\nyear: 2023\nachievements: [甲。乙。]\nshortcomings: 无\nplans: 无\n"
    submission, findings = load_submission("x.yaml", text.replace(f"{right}:", f"{wrong}:").encode())
    assert submission is not None
    found = [*findings, *check_alone(submission, Context())]
    assert [one.code for one in found if one.severity == "error"] == ["unknown-key"]
    submission, findings = load_submission("x.yaml", text.replace(f"{right}:", "contact:").encode())
    assert submission is not None
    found = [*findings, *check_alone(submission, Context())]
    assert {one.code for one in found if one.severity == "error"} & {"missing-key", "missing-part"}


def test_a_decisions_key_typed_wrong_is_not_missing_as_well() -> None:
    _, found = load_edits("edits.yaml", "- {来原: 工作成效, 标题: 甲, 删去: 是, 理由: 乙}\n".encode())
    assert [(one.code, one.hint) for one in found] == [("unknown-key", "是不是“来源”？")]
