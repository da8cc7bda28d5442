"""The editor's decisions: what they select, what they change, and what they may not."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tools.project import Folder


@pytest.fixture
def desk(folder: Folder) -> Folder:
    folder.submit("县司法局", "achievements: [甲。1。, 乙。2。, 丙。3。]\n")
    return folder.submit("县公安局", "achievements:\n  - {heading: 丁, text: 我局4件。}\n  - 戊。5。\n")


def test_omit_leaves_out_one_item_with_its_reason(desk: Folder) -> None:
    desk.write(
        "edits.yaml", "- {department: 县司法局, part: achievements, heading: 乙, omit: true, reason: 重复}\n"
    )
    assert desk.chapter() == ["1.甲。1。", "2.丙。3。", "3.丁。县公安局4件。", "4.戊。5。"]
    omitted = desk.run("build", "--draft", "--json", "-o", "-").json["omitted"]
    assert [(one["department"], one["heading"], one["reason"]) for one in omitted] == [
        ("县司法局", "乙", "重复")
    ]


def test_omit_without_a_heading_spares_what_another_edit_names(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {department: 县司法局, part: achievements, omit: true, reason: 略}\n"
        "- {department: 县司法局, part: achievements, heading: 乙, set: {text: 改}}\n",
    )
    assert desk.chapter() == ["1.乙。改。", "2.丁。县公安局4件。", "3.戊。5。"]


def test_set_changes_what_it_names_and_an_alias_selects(desk: Folder) -> None:
    desk.report(
        (desk.root / "report.yaml")
        .read_text("utf-8")
        .replace("县公安局,", "{name: 县公安局, aliases: 公安},")
    )
    change = "{heading: 1.新(题)。, points: [子], order: 1}"
    edit = f"- {{department: 公安, part: achievements, heading: 丁, set: {change}}}\n"
    desk.write("edits.yaml", edit)
    assert desk.chapter()[0] == "1.新（题）。县公安局4件。一是子。"


def test_merge_joins_in_the_order_listed_and_keeps_all_origins(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- part: achievements\n"
        "  merge: [{department: 县公安局, heading: 戊}, {department: 县司法局, heading: 甲}]\n"
        "  into: {heading: 合}\n",
    )
    assert desk.chapter() == ["1.乙。2。", "2.丙。3。", "3.丁。县公安局4件。", "4.合。5。1。"]
    block = next(one for one in desk.blocks() if one["text"].startswith("合"))
    assert [one["heading"] for one in block["origin"]] == ["戊", "甲"]


def test_a_text_in_into_replaces_theirs(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- part: achievements\n"
        "  merge: [{department: 县司法局, heading: 甲}, {department: 县公安局, heading: 戊}]\n"
        "  into: {text: 共6件}\n",
    )
    assert desk.chapter()[0] == "1.甲。共6件。"


def test_keep_gives_the_order_and_leaves_out_the_rest(desk: Folder) -> None:
    desk.write("edits.yaml", "- {part: achievements, keep: [戊, 甲], reason: 择要}\n")
    assert desk.chapter() == ["1.戊。5。", "2.甲。1。"]


def test_keep_spares_what_another_edit_names_and_knows_a_merged_heading(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {part: achievements, keep: [合, 戊], reason: 择要}\n"
        "- {department: 县司法局, part: achievements, heading: 丙, set: {order: 1}}\n"
        "- part: achievements\n"
        "  merge: [{department: 县司法局, heading: 甲}, {department: 县司法局, heading: 乙}]\n"
        "  into: {heading: 合}\n",
    )
    assert desk.chapter() == ["1.合。1。2。", "2.戊。5。", "3.丙。3。"]


def test_keeps_of_one_part_add_up_in_their_order(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {part: achievements, keep: [丙], reason: 择要}\n"
        "- {department: 县公安局, part: achievements, keep: [戊], reason: 择要}\n"
        "- {part: achievements, keep: [甲], reason: 择要}\n",
    )
    assert desk.chapter() == ["1.丙。3。", "2.戊。5。", "3.甲。1。"]


def test_what_clashes_says_what_each_decision_wants(desk: Folder) -> None:
    desk.write("edits.yaml", f"{SET}\n- {{part: achievements, heading: 甲, omit: true, reason: 略}}\n")
    (clash,) = [one for one in desk.validate().json["findings"] if one["code"] == "clashing-edit"]
    assert "那里改写" in clash["message"]
    assert "这里删去" in clash["message"]


def was(heading: str, text: str) -> str:
    """The fingerprint after the contract's words: heading, text, points and cause, a line each."""
    return hashlib.sha256("\n".join([heading, text, ""]).encode()).hexdigest()[:8]


def test_was_lets_a_decision_apply_while_the_item_is_what_the_editor_saw(desk: Folder) -> None:
    edit = "- {{department: 县司法局, part: achievements, heading: 甲, was: {}, set: {{text: 改}}}}\n"
    desk.write("edits.yaml", edit.format(was("甲", "1。")))
    assert desk.chapter()[0] == "1.甲。改。"
    assert "edit-without-was" not in desk.codes()
    desk.submit("县司法局", "achievements: [甲。9。]\n")
    found = [one for one in desk.validate().json["findings"] if one["code"] == "stale-edit"]
    assert len(found) == 1
    assert was("甲", "1。") in found[0]["message"]
    assert was("甲", "9。") in found[0]["message"]
    assert desk.chapter()[0] == "1.甲。9。"


def test_mending_marks_does_not_make_a_decision_stale(desk: Folder) -> None:
    desk.submit("县林业局", "achievements:\n  - {heading: 己, text: '检查2次,整改。'}\n")
    seen = was("己", "检查2次，整改。")
    edit = f"- {{part: achievements, heading: 己, was: {seen}, omit: true, reason: 略}}\n"
    desk.write("edits.yaml", edit)
    assert "stale-edit" not in desk.codes()


SET = "- {part: achievements, heading: 甲, set: {text: 改。}}"
FAULTS = {
    "- {part: achievements, heading: 没有, omit: true, reason: 略}": ["unmet-edit"],
    "- {department: 县林业局, part: achievements, omit: true, reason: 略}": ["unmet-edit"],
    "- {part: achievements, keep: [甲, 没有], reason: 略}": ["unmet-edit"],
    "- {part: achievements, heading: 甲}": ["bad-edit"],
    "- {part: achievements, heading: 甲, keep: [甲], reason: 略}": ["bad-edit"],
    "- {part: achievements, heading: 甲, omit: true, set: {text: 改。}, reason: 略}": ["bad-edit"],
    "- {part: achievements, heading: 甲, set: {text: 改。}, into: {text: 改。}}": ["bad-edit"],
    f"{SET}\n- {{part: achievements, heading: 甲, set: {{text: 再改。}}}}": ["clashing-edit"],
    f"{SET}\n- {{part: achievements, heading: 甲, omit: true, reason: 略}}": ["clashing-edit"],
    f"{SET}\n- {{part: achievements, heading: 甲, set: {{order: 9}}}}": [],
    "- {part: achievements, heading: 甲, omit: true}": ["edit-without-reason"],
    "- {part: achievements, headin: 甲, omit: true, reason: 略}": ["unknown-key"],
    "- {part: achievement, omit: true, reason: 略}": ["bad-value"],
    "- {part: achievements, merge: [{department: 县司法局, heading: 甲}], into: {text: 改。}}": ["bad-value"],
    "part: achievements": ["wrong-type"],
    "# 还没有决定\n": [],
}


@pytest.mark.parametrize("edits", FAULTS)
def test_faults(desk: Folder, edits: str) -> None:
    desk.write("edits.yaml", edits + "\n")
    found = [
        code
        for code, file, *_ in desk.validate().findings
        if file == "edits.yaml" and code != "edit-without-was"
    ]
    assert found == FAULTS[edits]


def test_chinese_keys(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {部门: 县司法局, 来源: 工作成效, 标题: 甲, 改为: {正文: 改, 顺序: 9}}\n"
        "- {来源: 工作成效, 标题: 戊, 删去: 是, 理由: 略}\n",
    )
    assert desk.chapter() == ["1.甲。改。", "2.乙。2。", "3.丙。3。", "4.丁。县公安局4件。"]
