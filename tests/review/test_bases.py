"""A copy is held against what it was built from, never against today's build."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.review.drafts import ROUND, wanted

if TYPE_CHECKING:
    from tests.review.drafts import Office
    from tests.review.leader import Leader

WORDS = "通过执法考试人员245名"


def test_a_copy_that_was_pasted_into_a_new_file_finds_its_round(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    leader.paste_anew()
    done = office.take(leader.save(), "--format", "json")
    assert (done.json["base"], done.json["evidence"]) == (ROUND, "words")
    assert "文字相近" in done.err
    assert office.take(leader.save(), "--write").code == 0
    assert office.report() == wanted(leader)


def test_bookmarks_name_the_round_where_the_properties_are_gone(office: Office, leader: Leader) -> None:
    for relationship in list(leader.document.part.package.rels.values()):
        if relationship.reltype.endswith("/custom-properties"):
            leader.document.part.package.rels.pop(relationship.rId)
    assert office.take(leader.save(), "--format", "json").json["evidence"] == "bookmark"


@pytest.mark.parametrize("keeps_another", [False, True])
def test_without_its_base_nothing_is_written(office: Office, leader: Leader, keeps_another: bool) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    shutil.rmtree(office.root / "rounds")
    if keeps_another:
        submission = office.root / "submissions/区司法局.yaml"
        submission.write_text(submission.read_text("utf-8").replace("考试2次", "考试3次", 1), "utf-8")
        assert office.run("build", "--draft", "--docx").code == 0
    edits = office.edits
    done = office.take(leader.save(), "--write")
    assert done.code == 1
    assert "什么也没有写" in done.err
    assert "246" in done.out  # held against the likest there is, to look at
    assert office.edits == edits


def test_what_cron_builds_meanwhile_takes_nothing_back(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    chamber = office.root / "submissions/区工商联.yaml"
    chamber.write_text(chamber.read_text("utf-8").replace("千所连千企", "百所联百企"), "utf-8")
    # what the editor wrote over it goes: the department's own words are in the report
    edits = office.root / "edits.yaml"
    edits.write_text(edits.read_text("utf-8").replace("千所连千企", "百所联百企"), "utf-8")
    for _ in range(2):
        assert office.run("build", "--draft").code == 0
    (only,) = office.changes(leader.save())
    assert "246" in only["new"]
    assert office.take(leader.save(), "--write").code == 0
    report = "\n".join(office.report())
    assert WORDS.replace("245", "246") in report
    assert "百所联百企" in report


def test_a_round_is_named_or_refused(office: Office, leader: Leader) -> None:
    assert office.take(leader.save(), "--round", ROUND).code == 0
    done = office.take(leader.save(), "--round", "二稿")
    assert done.code == 2
    assert ROUND in done.err


def test_a_damaged_base_is_told(office: Office, leader: Leader) -> None:
    for path in (office.root / "rounds").rglob("*.json"):
        path.write_bytes(path.read_bytes()[:-40])
    done = office.take(leader.save(), "--write")
    assert done.code == 1
    assert "损坏" in done.err
    assert office.take(leader.save(), "--round", ROUND).code == 4
