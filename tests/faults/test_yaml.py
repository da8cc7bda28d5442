"""Malformed YAML of every kind: the fault is found at its place, and it hides nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import HEAD, REST, SOUND

if TYPE_CHECKING:
    from tests.faults.intake import Intake


def item(text: str) -> str:
    return HEAD + "achievements:\n" + text + REST


MALFORMED = {
    "Tab in the indent": (item("\t- 加强监管。检查三次。\n"), ("tab-indent", 4, 1)),
    "full-width colon": (SOUND.replace("year: ", "year："), ("wrong-colon", 2, 5)),
    "no blank behind the colon": (item("  - heading:加强监管\n"), ("missing-blank", 4, 12)),
    "two colons": (item("  - heading: 监管: 加强\n"), ("second-colon", 4, 16)),
    "open double quote": (item('  - heading: "加强监管\n    text: 检查。\n'), ("unclosed-quote", 4, 14)),
    "open single quote": (item("  - heading: '加强监管\n    text: 检查。\n"), ("unclosed-quote", 4, 14)),
    "open bracket": (HEAD + "achievements: [加强, 监管\n" + REST, ("special-start", 3, 15)),
    "open brace": (HEAD + "achievements: {加强: 1\n" + REST, ("special-start", 3, 15)),
    "indent one short": (item("  - heading: 加强监管\n   text: 检查。\n"), ("misaligned", 5, 4)),
    "list one short": (item("  - heading: 加强\n - heading: 监管\n"), ("misaligned", 5, 2)),
    "at sign": (item("  - heading: @加强监管\n"), ("special-start", 4, 14)),
    "per cent": (item("  - heading: %加强监管\n"), ("special-start", 4, 14)),
    "back quote": (item("  - heading: `加强`\n"), ("special-start", 4, 14)),
    "asterisk": (item("  - heading: *加强监管\n"), ("special-start", 4, 14)),
    "ampersand": (item("  - heading: &加强 监管\n"), ("special-start", 4, 14)),
    "exclamation mark": (item("  - heading: !加强 监管\n"), ("special-start", 4, 14)),
    "unknown escape": (item('  - heading: "加强\\q"\n'), ("syntax", 4, 17)),
    "half an escape": (item('  - heading: "加强\\u12"\n'), ("syntax", 4, 19)),
    "escaped surrogate": (item('  - heading: "加强\\ud800"\n'), ("syntax", 4, 19)),
    "list as a key": (HEAD + "? [a, b]\n: 1\n" + REST, ("bad-key", 3, 3)),
    "mapping as a key": (HEAD + "{a: b}: 1\n" + REST, ("bad-key", 3, 1)),
    "second document": (SOUND + "---\n" + SOUND, ("second-document", 9, 1)),
    "second document without a word": (SOUND + "---\n", ("second-document", 9, 1)),
    "text behind the end": (SOUND + "...\n乱写\n", ("syntax", 10, 1)),
    "unknown directive": ("%FOO\n" + SOUND, ("syntax", 1, 5)),
    "key twice": (SOUND + "year: 2023\n", ("duplicate-key", 9, 1)),
    "key in both languages": (SOUND + "年度: 2023\n", ("duplicate-key", 9, 1)),
    "key twice in an item": (item("  - heading: 甲\n    标题: 乙\n"), ("duplicate-key", 5, 5)),
    "unknown key": (SOUND + "colour: red\n", ("unknown-key", 9, 1)),
    "merge key": (SOUND + "<<: {year: 2024}\n", ("unknown-key", 9, 1)),
    "unknown key in an item": (item("  - headnig: 甲\n    text: 乙。\n"), ("unknown-key", 4, 5)),
    "only a word": ("县司法局", ("wrong-type", 1, 1)),
    "only a list": ("- 县司法局\n", ("wrong-type", 1, 1)),
    "a web page": ("<!DOCTYPE html><html>", ("wrong-type", 1, 1)),
    "empty": ("", ("empty-file", 1, 1)),
    "only a BOM": ("\ufeff", ("empty-file", 1, 1)),
    "only blanks": (" \n\n  \n", ("empty-file", 1, 1)),
    "only comments": ("# 县司法局\n# 以后再填\n", ("empty-file", 1, 1)),
    "only a mark": ("---\n", ("empty-file", 1, 1)),
    "only nothing": ("~\n", ("empty-file", 1, 1)),
    "only zeros": ("\0" * 300, ("empty-file", 1, 1)),
    "Python object": (HEAD + "achievements: !!python/object/apply:os.system ['id']\n" + REST, ("tag", 3, 15)),
    "binary": (item("  - heading: !!binary aGk=\n"), ("tag", 4, 14)),
    "set": (item("  - heading: 甲\n    text: !!set {乙}\n"), ("special-start", 5, 11)),
    "100,000 brackets": ("[" * 100_000, ("too-deep", 1, 13)),
    "100,000 braces": ("{a: " * 100_000, ("too-deep", 1, 49)),
    "5,000 dashes": ("- " * 5_000 + "x", ("too-deep", 1, 25)),
    "200 indents": ("\n".join(" " * depth + "a:" for depth in range(200)), ("too-deep", 13, 13)),
    "deep in an item": (item("  - " + "[" * 20 + "甲" + "]" * 20 + "\n"), ("too-deep", 4, 15)),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(intake: Intake, name: str) -> None:
    text, expected = MALFORMED[name]
    judged = intake.judge(text)
    assert expected in judged.errors
    # a file that could not be read is not missing, and its parts are not missing from it
    report = {(one["code"], one["file"]) for one in judged.done.json["findings"]}
    assert ("missing-submission", "report.yaml") not in report
    if expected[0] not in {"unknown-key", "tag"}:
        assert len(judged.errors) == 1


SOUND_AS_WELL = {
    "a mark in front": "---\n" + SOUND,
    "an end behind": SOUND + "...\n",
    "a version": "%YAML 1.2\n---\n" + SOUND,
    "a BOM": "\ufeff" + SOUND,
    "Windows breaks": SOUND.replace("\n", "\r\n"),
    "old Macintosh breaks": SOUND.replace("\n", "\r"),
    "no break at the end": SOUND.rstrip(),
    "quoted keys": SOUND.replace("department:", '"department":').replace("year:", "'year':"),
    "flow style": '{department: 县司法局, "year": 2023, achievements: [加强监管。检查三次。], '
    "shortcomings: [{heading: 甲, text: 乙。, cause: 丙。}], plans: [丁。戊。]}",
}


@pytest.mark.parametrize("name", SOUND_AS_WELL)
def test_unusual_and_sound(intake: Intake, name: str) -> None:
    assert intake.judge(SOUND_AS_WELL[name]).errors == []


def test_an_alias_bomb_is_refused_at_each_anchor(intake: Intake) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    ]
    judged = intake.judge("\n".join(lines) + "\n" + SOUND)
    assert ("special-start", 1, 4) in judged.errors
    assert ("special-start", 8, 4) in judged.errors


def test_one_fault_does_not_hide_the_next(intake: Intake) -> None:
    text = SOUND.replace("year: 2023", "year: 二〇二三").replace(
        "    text: 检查三次。", "    txet: 检查三次。\n    order: 先"
    )
    judged = intake.judge(text + "plan: 无\n")
    assert judged.errors == [
        ("wrong-type", 2, 7),
        ("unknown-key", 5, 5),
        ("wrong-type", 6, 12),
        ("unknown-key", 10, 1),
    ]


SUGGESTIONS = {
    "achievments": "achievements",
    "shortcoming": "shortcomings",
    "部们": "部门",
    "工作成绩": "工作成效",
    "Year": "year",
}


@pytest.mark.parametrize("typed", SUGGESTIONS)
def test_an_unknown_key_comes_with_the_nearest_one(intake: Intake, typed: str) -> None:
    done = intake.judge(SOUND + f"{typed}: 无\n").done
    (found,) = (one for one in done.json["findings"] if one["code"] == "unknown-key")
    assert found["hint"] == f"是不是“{SUGGESTIONS[typed]}”？"


ELSEWHERE = {
    "heading": "“heading”写在 achievements（工作成效）下面",
    "headnig": "是不是“heading”？“heading”写在 achievements（工作成效）下面",
    "valeu": "是不是“value”？“value”写在 achievements（工作成效）的 figures（数据）下面",
}


@pytest.mark.parametrize("typed", ELSEWHERE)
def test_a_key_of_another_place_is_named_with_it(intake: Intake, typed: str) -> None:
    done = intake.judge(SOUND + f"{typed}: 无\n").done
    (found,) = (one for one in done.json["findings"] if one["code"] == "unknown-key")
    assert found["hint"] == ELSEWHERE[typed]


def test_a_key_like_no_other_is_not_guessed(intake: Intake) -> None:
    for typed in ("notes_of_mine", "甲乙丙"):
        done = intake.judge(SOUND + f"{typed}: 无\n").done
        (found,) = (one for one in done.json["findings"] if one["code"] == "unknown-key")
        assert found["hint"].startswith("这里可以写：")


@pytest.mark.slow
def test_a_page_of_keys_is_not_listed_key_by_key(intake: Intake) -> None:
    judged = intake.judge(SOUND + "".join(f"k{number}: 1\n" for number in range(40_000)))
    assert 100 <= len(judged.errors) <= 110
    judged = intake.judge("".join(f"k{number}: 1\n" for number in range(300_000)))
    assert [code for code, *_ in judged.errors] == ["too-large"]
    judged = intake.judge("x: {" + ", ".join(f"k{number}: 1" for number in range(1_000_000)) + "}\n")
    assert judged.errors == [("too-large", 1, 1)]


@pytest.mark.slow
def test_ten_thousand_equal_items(intake: Intake) -> None:
    many = HEAD + "achievements:\n" + "- 加强监管。检查三次。\n" * 50_000 + REST
    assert intake.judge(many).errors == []


def test_the_report_itself(intake: Intake) -> None:
    good = (intake.folder.root / "report.yaml").read_text("utf-8")
    for fault, expected in {
        "year: [\n": "special-start",
        good + "year: 2024\n": "duplicate-key",
        good.replace("area: 云溪县", "area: &a 云溪县"): "alias",
        good + "---\n": "second-document",
        good + "colour: red\n": "unknown-key",
        "# 以后再写\n": "empty-file",
        "[" * 100_000: "too-deep",
        good.replace("area: 云溪县", 'area: " "'): "bad-value",
        good.replace("县林业局", '""'): "bad-value",
    }.items():
        done = intake.folder.report(fault).validate()
        assert (done.code, expected) == (3, done.findings[0][0]), fault[:40]
        assert {file for _, file, *_ in done.findings} == {"report.yaml"}


EDITS = {
    "department: 县司法局\n": ("wrong-type", 1, 1),
    "- 甲\n": ("wrong-type", 1, 3),
    "- [甲]\n": ("wrong-type", 1, 3),
    "- {part: 计划, omit: true, reason: 甲}\n": ("bad-value", 1, 10),
    "- {part: plans, omit: maybe, reason: 甲}\n": ("wrong-type", 1, 23),
    "- {part: plans, omitt: true, reason: 甲}\n": ("unknown-key", 1, 17),
    "- {part: plans, part: other, omit: true}\n": ("duplicate-key", 1, 17),
    "- {part: plans, keep: []}\n": ("bad-value", 1, 23),
    "- {omit: true}\n": ("missing-key", 1, 4),
}


@pytest.mark.parametrize("text", EDITS)
def test_edits(intake: Intake, text: str) -> None:
    intake.folder.write("submissions/县司法局.yaml", SOUND)
    judged = intake.judge(text, "edits.yaml")
    assert EDITS[text] in judged.errors
    assert judged.done.code == 1


def test_edits_that_decide_nothing(intake: Intake) -> None:
    intake.folder.write("submissions/县司法局.yaml", SOUND)
    for text in ("", "\ufeff", "# - {part: plans}\n", "---\n", "[]\n", "~\n"):
        assert intake.judge(text, "edits.yaml").errors == [], text
