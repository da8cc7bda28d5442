"""Mending never parts a decision of edits.yaml from its item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.document import fingerprint

if TYPE_CHECKING:
    from tests.tools.project import Folder

BAD = "achievements:\n  - {heading: 1.加强监管, text: 检查20次}\n  - {heading: 2.加强普法, text: 普法30场}\n"
OLD = fingerprint(("1.加强监管", "检查20次", ""))
NEW = fingerprint(("加强监管", "检查20次。", ""))
NAME = "submissions/县司法局.yaml"
EDIT = "- {{department: 县司法局, part: achievements, heading: 加强监管, was: {}, set: {{order: 1}}}}\n"
BARE = EDIT.replace("was: {}, ", "").format()


def edits(folder: Folder) -> str:
    return (folder.root / "edits.yaml").read_text("utf-8")


def submitted(folder: Folder) -> str:
    return (folder.root / NAME).read_text("utf-8")


@pytest.mark.parametrize(
    ("was", "after"),
    [
        (OLD, NEW),
        (OLD.upper(), NEW),
        (f'"{OLD}"', f'"{NEW}"'),
        (f"' {OLD} '", f"'{NEW}'"),
        ("00000000", "00000000"),
        (NEW, NEW),
    ],
    ids=["right", "upper case", "quoted", "blanks", "stale", "of what comes out"],
)
def test_a_fingerprint_that_was_right_stays_right(folder: Folder, was: str, after: str) -> None:
    folder.submit("县司法局", BAD).write("edits.yaml", EDIT.format(was))
    stale = "stale-edit" in folder.codes()
    folder.run("validate", "--fix")
    assert edits(folder) == EDIT.format(after)
    assert ("stale-edit" in folder.codes()) == (stale and after != NEW)


def test_a_fingerprint_is_right_for_what_was_mended_in_the_same_run(folder: Folder) -> None:
    folder.submit("县司法局", BAD).write("edits.yaml", BARE)
    folder.run("validate", "--fix")
    assert edits(folder) == EDIT.format(NEW)
    assert {"stale-edit", "edit-without-was", "unmet-edit"} & set(folder.codes()) == set()


@pytest.mark.parametrize(
    "arguments", [("--ignore", "edit-without-was"), ("--select", "typed-number,lost-end")]
)
def test_a_missing_fingerprint_that_is_not_wanted_is_not_written(
    folder: Folder, arguments: tuple[str, ...]
) -> None:
    folder.submit("县司法局", BAD).write("edits.yaml", BARE + EDIT.format(OLD))
    folder.run("validate", "--fix", *arguments)
    assert edits(folder) == BARE + EDIT.format(NEW)


def test_what_report_yaml_ignores_is_not_written(folder: Folder) -> None:
    folder.submit("县司法局", BAD).write("edits.yaml", BARE)
    report = (folder.root / "report.yaml").read_text("utf-8")
    folder.report(report + "rules: {ignore: [edit-without-was]}\n")
    folder.run("validate", "--fix")
    assert edits(folder) == BARE


def test_a_decision_for_several_items_gets_no_fingerprint(folder: Folder) -> None:
    both = "- {part: achievements, heading: 加强监管, set: {order: 1}}\n"
    folder.submit("县司法局", BAD).submit("县公安局", BAD).write("edits.yaml", both)
    folder.run("validate", "--fix")
    assert edits(folder) == both


def test_a_decision_of_a_whole_part_gets_no_fingerprint(folder: Folder) -> None:
    whole = "- {part: achievements, department: 县司法局, omit: true, reason: 并入别处}\n"
    folder.submit("县司法局", BAD).write("edits.yaml", whole)
    folder.run("validate", "--fix")
    assert edits(folder) == whole


def test_nothing_is_mended_while_the_decisions_cannot_be_read(folder: Folder) -> None:
    broken = EDIT.format(OLD) + "- {department\n"
    folder.submit("县司法局", BAD).write("edits.yaml", broken)
    before = submitted(folder)
    done = folder.run("validate", "--fix")
    assert (submitted(folder), edits(folder)) == (before, broken)
    assert "没有改 edits.yaml：先改正第 2 行" in done.err


def test_an_item_whose_fingerprint_cannot_be_written_is_left_alone(folder: Folder) -> None:
    faulty = EDIT.format(OLD) + "- {part: achievements, nonsense: 1}\n"
    folder.submit("县司法局", BAD).write("edits.yaml", faulty)
    folder.run("validate", "--fix")
    assert edits(folder) == faulty
    assert "1.加强监管, text: 检查20次}" in submitted(folder)
    assert "heading: 加强普法, text: 普法30场。" in submitted(folder)
    assert "stale-edit" not in folder.codes()


def test_edits_that_are_all_comments_decide_nothing(folder: Folder) -> None:
    folder.submit("县司法局", BAD).write("edits.yaml", "# 还没有决定\n")
    done = folder.run("validate", "--fix")
    assert edits(folder) == "# 还没有决定\n"
    assert "edits.yaml" not in done.err
    assert "1." not in submitted(folder)


def test_mending_a_single_file_keeps_its_fingerprints(folder: Folder) -> None:
    folder.submit("县司法局", BAD).submit("县公安局", BAD)
    folder.write("edits.yaml", EDIT.format(OLD) + BARE.replace("县司法局", "县公安局"))
    folder.run("validate", "--fix", str(folder.root / NAME))
    assert edits(folder) == EDIT.format(NEW) + BARE.replace("县司法局", "县公安局")


def test_of_two_submissions_of_a_department_the_first_is_meant(folder: Folder) -> None:
    folder.write(
        "submissions/又.yaml", f"department: 县司法局\nyear: 2023\n{BAD}plans: 无\nshortcomings: 无\n"
    )
    folder.submit("县司法局", BAD.replace("检查20次", "检查21次")).write("edits.yaml", EDIT.format(OLD))
    folder.run("validate", "--fix")
    assert "stale-edit" in folder.codes()
    assert edits(folder) == EDIT.format(OLD)


# A heading with U+2F8F, a look-alike of 行, and the same heading as it should be.
VARIANT, COMMON = "加强执\u2f8f监督", "加强执行监督"


@pytest.mark.parametrize(
    "edit",
    [
        f"- {{part: achievements, department: 县司法局, heading: {VARIANT}, omit: true, reason: 重复}}\n",
        f"- {{part: achievements, keep: [{VARIANT}], reason: 择要}}\n",
        f"- {{part: achievements, heading: {COMMON}, omit: true, reason: 重复}}\n",
    ],
    ids=["names it as it is", "keeps it as it is", "would name it only when mended"],
)
def test_an_item_that_a_decision_would_lose_or_catch_is_left_alone(folder: Folder, edit: str) -> None:
    item = f"achievements:\n  - {{heading: {VARIANT}, text: 检查20次}}\n"
    folder.submit("县司法局", item).submit("县公安局", item.replace(VARIANT, COMMON))
    folder.write("edits.yaml", edit)
    lines = folder.chapter()
    done = folder.run("validate", "--fix", "--ignore", "edit-without-was")
    assert VARIANT in submitted(folder)
    assert f"没有改 {NAME}:4:" in done.err
    assert folder.chapter() == lines
    (folder.root / "edits.yaml").unlink()
    folder.run("validate", "--fix")
    assert COMMON in submitted(folder)
