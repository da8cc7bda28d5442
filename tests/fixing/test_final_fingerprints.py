"""Mending writes the fingerprints of final decisions, and keeps those that were right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assemble.finals import JUSTICE, REPORT, set_up, was

if TYPE_CHECKING:
    from tests.tools.project import Folder

FRESH = was("甲。甲文。")


@pytest.fixture
def desk(folder: Folder) -> Folder:
    return set_up(folder)


def edits(desk: Folder) -> str:
    return (desk.root / "edits.yaml").read_text("utf-8")


MISSING = {
    "- {at: work.system, heading: 甲, text: 改。}\n": (
        f"- {{at: work.system, heading: 甲, was: {FRESH}, text: 改。}}\n"
    ),
    "- text: 改。\n  heading: 甲\n  at: work.system\n": (
        f"- text: 改。\n  heading: 甲\n  at: work.system\n  was: {FRESH}\n"
    ),
    "- 位置: work.system\n  标题: 甲\n  改作: 段落\n": (
        f"- 位置: work.system\n  标题: 甲\n  指纹: {FRESH}\n  改作: 段落\n"
    ),
    "- {at: work.system, heading: 乙, paragraph: 2, text: 改。}\n": (
        f"- {{at: work.system, heading: 乙, paragraph: 2, was: {was('乙二段。')}, text: 改。}}\n"
    ),
    "- {at: recipients, text: 改：}\n": f"- {{at: recipients, was: {was('中共云溪县委：')}, text: 改：}}\n",
    "- {add: item, after: {at: plans}, text: 新。}\n": "- {add: item, after: {at: plans}, text: 新。}\n",
    "- {at: nosuch, text: 改。}\n": "- {at: nosuch, text: 改。}\n",
}


@pytest.mark.parametrize(("before", "after"), MISSING.items(), ids=range(len(MISSING)))
def test_a_missing_fingerprint_is_written_behind_what_names_the_paragraph(
    desk: Folder, before: str, after: str
) -> None:
    desk.write("edits.yaml", before)
    lines = desk.lines()
    assert desk.run("validate", "--fix").code in {0, 1}
    assert edits(desk) == after
    assert desk.lines() == lines
    assert "edit-without-was" not in desk.codes()
    desk.run("validate", "--fix")
    assert edits(desk) == after


def test_in_a_public_project_what_the_form_does_not_show_gets_its_fingerprint_too(desk: Folder) -> None:
    desk.report(REPORT.replace("version: 1\n", "version: 1\nform: public\n"))
    desk.write("edits.yaml", "- {at: date, text: 2024年3月1日}\n")
    desk.run("validate", "--fix")
    assert edits(desk) == f"- {{at: date, was: {was('2024年2月10日')}, text: 2024年3月1日}}\n"


def test_a_fingerprint_that_was_right_stays_right_when_its_paragraph_is_mended(desk: Folder) -> None:
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("甲文。", "甲文等等..."))
    desk.report(REPORT.replace("closing: 特此报告。", "closing: 特此报告等等...。"))
    before = [was("甲。甲文等等..."), was("特此报告等等...。")]
    text = (
        "- {{at: work.system, heading: 甲, was: {0}, text: 改。}}\n"
        "- {{at: closing, was: {1}, as: item}}\n"
        "- {{add: item, after: {{at: work.system, heading: 甲, was: {0}}}, text: 新。}}\n"
    )
    desk.write("edits.yaml", text.format(*before))
    assert "stale-edit" not in desk.codes()
    desk.run("validate", "--fix")
    assert "甲文等等……" in (desk.root / "submissions/县司法局.yaml").read_text("utf-8")
    assert not set(before) & set(edits(desk).split())
    assert {"stale-edit", "unmet-edit"} & set(desk.codes()) == set()
    assert edits(desk) != text.format(*before)


def test_a_single_file_that_is_mended_takes_the_fingerprint_along(desk: Folder) -> None:
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("甲文。", "甲文等等..."))
    desk.write(
        "edits.yaml", f"- {{at: work.system, heading: 甲, was: {was('甲。甲文等等...')}, text: 改。}}\n"
    )
    desk.run("validate", "--fix", str(desk.root / "submissions/县司法局.yaml"))
    assert "stale-edit" not in desk.codes()
    assert was("甲。甲文等等...") not in edits(desk)


def test_a_stale_fingerprint_stays_stale(desk: Folder) -> None:
    text = "- {at: work.system, heading: 甲, was: 00000000, text: 改。}\n"
    desk.write("edits.yaml", text)
    desk.run("validate", "--fix")
    assert edits(desk) == text
