"""What is wrong with a final decision: where it is told, in which words, and that nothing of it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.assemble.finals import BUILT, JUSTICE, REPORT, set_up, was

if TYPE_CHECKING:
    from tests.tools.project import Folder

OF_EDITS = {
    *("stale-edit", "unmet-edit", "clashing-edit", "bad-edit", "edit-without-was", "edit-without-reason"),
    *("unknown-key", "bad-value", "wrong-type", "missing-key"),
}


@pytest.fixture
def desk(folder: Folder) -> Folder:
    return set_up(folder)


def found(desk: Folder, decisions: str, *arguments: str) -> list[Any]:
    """What is found in edits.yaml with these decisions."""
    desk.write("edits.yaml", decisions)
    return [one for one in desk.validate(*arguments).json["findings"] if one["code"] in OF_EDITS]


FRESH = was("甲。甲文。")
OLD = was("甲。旧文。")
BARE = ["edit-without-was"]
CLOSING = f"- {{at: closing, was: {was('特此报告。')}, "
TING = f"- {{at: work.law, heading: 丁, was: {was('丁。丁文。')}, "
PLANS = "after: {at: plans}, text: 新。}"
FAULTS = {
    # found by place, heading and fingerprint
    f"- {{at: work.system, heading: 甲, was: {FRESH}, text: 改。}}": [],
    f"- {{at: work.system, heading: 甲, was: {FRESH.upper()}, text: 改。}}": [],
    # else by the fingerprint alone
    f"- {{at: work.law, heading: 旧名, was: {FRESH}, text: 改。}}": [],
    f"- {{at: nosuch, was: {FRESH}, text: 改。}}": [],
    # the place alone
    f"- {{at: work.system, heading: 甲, was: {OLD}, text: 改。}}": ["stale-edit"],
    f"- {{at: work.system, heading: 甲, was: {OLD}, omit: true, by: 张}}": ["stale-edit"],
    f"- {{at: opening, was: {OLD}, text: 改。}}": ["stale-edit"],
    f"- {{add: item, after: {{at: work.law, heading: 丙, was: {OLD}}}, text: 新。}}": ["stale-edit"],
    f"{TING}text: 改。, from: [{{at: work.law, heading: 丙, was: {OLD}}}]}}": [
        "stale-edit"
    ],
    # nothing
    f"- {{at: work.system, heading: 没有, was: {OLD}, text: 改。}}": ["unmet-edit"],
    "- {at: work.system, heading: 没有, text: 改。}": ["unmet-edit"],
    "- {at: work.system, heading: 甲, paragraph: 2, text: 改。}": ["unmet-edit"],
    "- {at: work.syst, heading: 甲, text: 改。}": ["unmet-edit"],
    "- {at: note, text: 改。}": ["unmet-edit"],
    "- {add: item, after: {at: work.law, heading: 没有}, text: 新。}": ["unmet-edit"],
    "- {add: item, after: {at: nosuch, first: true}, text: 新。}": ["unmet-edit"],
    "- {add: item, after: {new: nosuch}, text: 新。}": ["unmet-edit"],
    "- {add: item, after: nosuch, text: 新。}": ["unmet-edit"],
    "- {add: item, after: {at: plans}, text: 新。, from: [{at: nosuch}]}": ["unmet-edit"],
    # what only follows is not told again
    "- {add: item, id: a, after: x, text: 新。}\n- {add: item, after: {new: a}, text: 新。}": ["unmet-edit"],
    # without a fingerprint
    "- {at: work.system, heading: 甲, text: 改。}": BARE,
    "- {add: item, after: {at: plans}, text: 新。}": [],
    # two that set the same thing
    f"{CLOSING}text: 一。}}\n{CLOSING}text: 二。}}": [
        "clashing-edit"
    ],
    f"{CLOSING}text: 一。}}\n- {{at: 结语, was: {was('特此报告。')}, omit: true, by: 张}}": [
        "clashing-edit"
    ],
    f"{CLOSING}omit: true, by: 张}}\n{CLOSING}move: {{after: plans}}}}": [
        "clashing-edit"
    ],
    f"{CLOSING}text: 一。}}\n{CLOSING}as: item}}": [],
    f"{CLOSING}as: item}}\n{CLOSING}as: paragraph}}": [
        "clashing-edit"
    ],
    f"- {{add: item, id: a, {PLANS}\n- {{add: item, id: a, after: work, text: 新。}}": ["clashing-edit"],
    "- {add: item, id: a, after: {new: b}, text: 新。}\n- {add: item, id: b, after: {new: a}, text: 新。}": [
        "clashing-edit"
    ],
    f"- {{at: work.system, heading: 甲, was: {FRESH}, move: {{after: {{heading: 甲}}}}}}": ["clashing-edit"],
    # one decision says one thing, and all of it
    "- {at: work.system, heading: 甲}": ["bad-edit"],
    "- {at: work.system, heading: 甲, text: ' '}": ["bad-edit"],
    "- {at: work.system, heading: 甲, omit: true, text: 改。, by: 张}": ["bad-edit"],
    "- {at: work.system, heading: 甲, after: {at: plans}, text: 改。}": ["bad-edit"],
    "- {at: work.system, heading: 甲, from: [{at: plans}], as: item}": ["bad-edit"],
    "- {at: , heading: 甲, text: 改。}": ["bad-edit"],
    '- {at: closing, text: "一。\\n\\n二。"}': ["bad-edit"],
    "- {add: item, after: {at: plans}}": ["bad-edit"],
    "- {add: item, text: 新。}": ["bad-edit"],
    "- {add: item, after: {}, text: 新。}": ["bad-edit"],
    "- {add: item, after: {at: plans, new: a}, text: 新。}": ["bad-edit"],
    "- {add: item, after: {at: plans, heading: 安排, first: true}, text: 新。}": ["bad-edit"],
    "- {add: item, omit: true, after: {at: plans}, text: 新。}": ["bad-edit"],
    "- {at: title, as: item}": ["bad-edit", *BARE],
    # as any other key
    "- {at: work, txt: 改。}": ["bad-edit", "unknown-key"],
    "- {at: work, as: 标题}": ["bad-value"],
    "- {at: work, move: first}": ["wrong-type"],
    "- {at: work, move: {}}": ["missing-key"],
    f"- {{at: work.system, heading: 甲, was: {FRESH}, omit: true}}": ["edit-without-reason"],
    f"- {{at: work.system, heading: 甲, was: {FRESH}, omit: true, reason: 重复}}": [],
}  # fmt: skip


@pytest.mark.parametrize(("decisions", "codes"), FAULTS.items(), ids=range(len(FAULTS)))
def test_each_fault_is_told_once(desk: Folder, decisions: str, codes: list[str]) -> None:
    assert sorted(one["code"] for one in found(desk, decisions)) == codes


@pytest.mark.parametrize("decisions", [text for text, codes in FAULTS.items() if "stale-edit" in codes])
def test_nothing_of_a_stale_decision_is_made(desk: Folder, decisions: str) -> None:
    desk.write("edits.yaml", decisions)
    assert tuple(desk.lines()) == BUILT


def test_stale_says_both_texts_and_where_they_stand(desk: Folder) -> None:
    (stale,) = found(desk, f"- at: work.system\n  heading: 甲\n  was: {OLD}\n  text: 县长改的。\n")
    assert (stale["line"], stale["column"]) == (3, 8)
    assert f"指纹由 {OLD} 变为 {FRESH}" in stale["message"]
    assert "甲。甲文。" in stale["hint"]
    assert "县长改的。" in stale["hint"]
    assert [(one["file"], one["line"]) for one in stale["related"]] == [
        ("submissions/县司法局.yaml", 4),
        ("edits.yaml", 4),
    ]


def test_a_department_that_hands_in_anew_makes_its_paragraph_stale_and_no_other(desk: Folder) -> None:
    decisions = (
        f"- {{at: work.system, heading: 甲, was: {FRESH}, text: 甲改。}}\n"
        f"- {{at: work.law, heading: 丙, was: {was('丙。丙文。')}, text: 丙改。}}\n"
    )
    assert found(desk, decisions) == []
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("甲文", "甲新文"))
    assert [(one["code"], one["line"]) for one in found(desk, decisions)] == [("stale-edit", 1)]
    assert desk.lines()[5:10:4] == ["1.甲。甲新文。", "1.丙改。"]


def test_a_new_item_before_every_section_makes_nothing_stale(desk: Folder) -> None:
    decisions = (
        f"- {{at: work.system, heading: 甲, was: {FRESH}, text: 甲改。}}\n"
        f"- {{at: work.law, paragraph: 1, was: {was('无题文。')}, move: {{after: first}}}}\n"
        f"{TING}omit: true, by: 张}}\n"
    )
    added = (f"  - {{section: {section}, order: 0, text: 前。}}\n" for section in ("system", "law"))
    first = f"achievements:\n{''.join(added)}"
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("achievements:\n", first))
    assert found(desk, decisions) == []
    assert desk.lines()[5:13] == [
        *("1.前。", "2.甲改。", "3.乙。乙文。", "乙二段。"),
        *("（二）执法监督", "1.无题文。", "2.前。", "3.丙。丙文。"),
    ]


def test_what_a_form_does_not_show_is_no_fault_there_and_an_anchor_all_the_same(desk: Folder) -> None:
    desk.report(REPORT.replace("version: 1\n", "version: 1\nform: public\n"))
    decisions = (
        f"- {{at: recipients, was: {OLD}, text: 改：}}\n"
        f"- {{at: note, was: {OLD}, text: 改}}\n"
        "- {add: paragraph, after: recipients, text: 新段。}\n"
        f"- {{at: date, was: {was('2024年2月10日')}, text: 2024年3月1日}}\n"
    )
    assert found(desk, decisions) == []
    assert desk.lines("--form", "public")[1:4] == ["云溪县报告", "新段。", "现将有关情况报告如下："]
    desk.report(REPORT)
    assert [one["code"] for one in found(desk, decisions)] == ["stale-edit", "unmet-edit"]


HINTS = {
    "- {at: work.sytem, heading: 甲, text: 改。}": "work.system",
    "- {at: work.system, heading: 乙乙, text: 改。}": "乙",
    f"- {{add: item, id: new-1, {PLANS}\n- {{add: item, after: {{new: new1}}, text: 新。}}": "new-1",
    f"- {{at: work.system, heading: 甲, was: {OLD}, omit: true, by: 张}}": FRESH,
    "- {at: work.system, heading: 甲, text: 改。}": FRESH,
}


@pytest.mark.parametrize(("decisions", "words"), HINTS.items(), ids=range(len(HINTS)))
def test_hints_name_what_was_meant(desk: Folder, decisions: str, words: str) -> None:
    assert words in found(desk, decisions)[-1]["hint"]


def test_clashes_name_the_other_line(desk: Folder) -> None:
    decisions = (
        "- {at: closing, text: 一。}\n- {at: closing, omit: true, by: 张}\n- {at: closing, text: 二。}\n"
    )
    clashes = [one for one in found(desk, decisions) if one["code"] == "clashing-edit"]
    assert [one["line"] for one in clashes] == [2, 3]
    assert "第 1 行" in clashes[0]["message"]
    assert "那里改写，这里删去" in clashes[0]["message"]
    assert desk.lines()[16] == "一。"


def test_two_equal_paragraphs_are_told_apart_by_their_place(desk: Folder) -> None:
    text = JUSTICE.replace("丙, text: 丙文。", "甲, text: 甲文。")
    desk.write("submissions/县司法局.yaml", text)
    assert found(desk, f"- {{at: work.law, heading: 甲, was: {FRESH}, text: 改。}}") == []
    assert desk.lines()[5:10:4] == ["1.甲。甲文。", "1.改。"]
    (unmet,) = found(desk, f"- {{at: plans, heading: 甲, was: {FRESH}, text: 改。}}")
    assert unmet["code"] == "unmet-edit"


TEXTS = {
    "- {at: work.system, heading: 甲, text: '检查2次,整改。'}": ["half-width"],
    "- {at: work.system, heading: 甲, text: 检查2次，整改3个}": ["lost-end"],
    "- {at: closing, text: 特此报告}": ["lost-end"],
    "- {add: item, after: {at: plans}, text: 检查XX次。}": ["placeholder"],
    "- {at: work, text: 一年来的工作}": [],
    "- {at: signature, text: 云溪县政府}": [],
    "- {add: section, after: {at: work}, text: 新的一节}": [],
    "- {at: shortcomings, paragraph: 1, text: 一是不足。说明。二是不足。说明。}": [],
    "- {at: work.system, heading: 甲, text: 检查2次。, by: 张县长, reason: 'a,b'}": [],
}


@pytest.mark.parametrize(("decision", "codes"), TEXTS.items(), ids=range(len(TEXTS)))
def test_the_rules_of_text_judge_these_texts_at_their_line(
    desk: Folder, decision: str, codes: list[str]
) -> None:
    desk.write("edits.yaml", f"# 改稿\n{decision}\n")
    told = [one for one in desk.validate().json["findings"] if one["file"] == "edits.yaml"]
    assert [one["code"] for one in told if one["code"] not in OF_EDITS] == codes
    assert {one["line"] for one in told} <= {2}


def test_fix_mends_marks_alone_and_keeps_the_words(desk: Folder) -> None:
    desk.write("edits.yaml", "- {at: closing, was: f, text: '检查2次,整改3个'}\n")
    desk.run("validate", "--fix")
    assert (desk.root / "edits.yaml").read_text(
        "utf-8"
    ) == "- {at: closing, was: f, text: '检查2次，整改3个'}\n"


def test_a_private_number_in_an_added_paragraph_is_told_at_its_line(desk: Folder) -> None:
    desk.report(REPORT.replace("version: 1\n", "version: 1\nform: public\n"))
    desk.write("edits.yaml", "# 改稿\n- {add: paragraph, after: {at: plans}, text: 咨询请打13800000000。}\n")
    (told,) = [one for one in desk.validate().json["findings"] if one["code"] == "private-number"]
    assert (told["file"], told["line"]) == ("edits.yaml", 2)
    assert desk.run("build", "-o", "-", "--text").code == 1


def test_a_mark_of_secrecy_in_a_final_decision_stops_every_form(desk: Folder) -> None:
    desk.write("edits.yaml", "- {at: closing, text: 机密★1年，特此报告。}\n")
    assert "secrecy-mark" in desk.codes()
    assert desk.run("build", "--draft", "--text", "-o", "-").code == 1
