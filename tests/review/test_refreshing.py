"""A department hands in anew after a leader's edit: other clauses go together, the same clause never does."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from reportctl.text.marks import normalise_line
from tests.review.drafts import Office, wanted
from tests.review.leader import Leader
from tests.review.sessions import WORDS
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EXAMS = "通过执法考试人员245名"
LAW = "submissions/区司法局.yaml"
DEPARTMENTS = ("县司法局", "县公安局", "县林业局")


def hand_in(office: Office, old: str, new: str, file: str = LAW) -> None:
    """A department corrects itself."""
    path = office.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_other_clauses_are_proposed_and_written_when_asked(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    assert office.take(leader.save(), "--write").code == 0
    hand_in(office, "考试2次", "考试3次")
    written = office.edits
    done = office.run("reconcile", "--refresh", "--format", "json")
    (stale,) = done.json["stale"]
    assert done.code == 0
    assert stale["refreshes"]
    assert "考试3次" in stale["proposal"]
    assert "246" in stale["proposal"]
    assert office.edits != written
    assert office.run("validate", "--select", "stale-edit").out == ""
    leader.replace(leader.at("考试2次"), "考试2次", "考试3次")
    assert office.report() == wanted(leader)
    assert office.run("reconcile", "--refresh").out == "没有过期的改稿\n"


def test_without_refresh_it_is_only_told(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    copy = leader.save()
    assert office.take(copy, "--write").code == 0
    hand_in(office, "考试2次", "考试3次")
    written = office.edits
    done = office.take(copy, "--write")
    assert done.code == 1
    assert "提议 加强行政执法队伍监管 | 区司法局" in done.out
    assert "合起来\uff1a" in done.out
    assert "加 --refresh" in done.err
    assert office.edits == written
    assert office.take(copy, "--write", "--refresh").code == 0
    renewed = office.edits
    assert renewed != written
    # what a copy of the old draft wants is in it: to take it in again takes nothing back
    assert office.take(copy, "--write").code == 0
    assert office.edits == renewed


def test_a_copy_that_comes_back_after_the_department_is_written_and_refreshed_at_once(
    office: Office, leader: Leader
) -> None:
    hand_in(office, "考试2次", "考试3次")
    leader.replace(leader.at(EXAMS), "245", "246")
    assert office.take(leader.save(), "--write", "--refresh").code == 0
    leader.replace(leader.at("考试2次"), "考试2次", "考试3次")
    assert office.report() == wanted(leader)


def test_the_same_clause_is_told_with_both_texts_and_never_merged(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    assert office.take(leader.save(), "--write", "--by", "张区长").code == 0
    hand_in(office, "考试人员245名", "考试人员250名")
    written = office.edits
    done = office.run("reconcile", "--refresh")
    assert done.code == 1
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0].startswith("过期 加强行政执法队伍监管 | 区司法局〔张区长〕")
    assert lines[1:] == [
        "原文\uff1a通过执法考试人员245名\uff0c",
        "张区长\uff1a通过执法考试人员246名\uff0c",
        "部门现在\uff1a通过执法考试人员250名\uff0c",
    ]
    assert office.edits == written
    (finding,) = office.run("validate", "--select", "stale-edit", "--format", "json").json["findings"]
    assert "两边都改了“通过执法考试人员245名\uff0c”" in finding["hint"]


def test_what_a_leader_left_out_is_never_settled_by_itself(office: Office, leader: Leader) -> None:
    leader.delete(leader.at(EXAMS))
    assert office.take(leader.save(), "--write").code == 0
    hand_in(office, "考试2次", "考试3次")
    written = office.edits
    assert office.run("reconcile", "--refresh").code == 1
    assert office.edits == written


def test_what_a_leader_only_moved_takes_the_new_words(office: Office, leader: Leader) -> None:
    leader.move(leader.at("2.加强行政复议应诉工作"), leader.at("2.完善规范性文件管理工作"))
    assert office.take(leader.save(), "--write").code == 0
    hand_in(office, "行政复议收案94件", "行政复议收案95件")
    assert office.run("reconcile", "--refresh").code == 0
    leader.replace(leader.at("行政复议收案94件"), "94", "95")
    assert office.report() == wanted(leader)


def test_what_a_person_wrote_by_hand_is_only_told(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    assert office.take(leader.save(), "--write").code == 0
    path = office.root / "edits.yaml"
    text = path.read_text("utf-8")
    start = text.index("# ---------- 领导改稿")
    path.write_text(text[:start] + text[start:].partition("\n")[2], "utf-8")
    hand_in(office, "考试2次", "考试3次")
    written = office.edits
    done = office.run("reconcile", "--refresh")
    assert done.code == 1
    assert "手写的决定" in done.out
    assert office.edits == written


def test_without_the_snapshot_nothing_is_proposed(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    assert office.take(leader.save(), "--write").code == 0
    hand_in(office, "考试2次", "考试3次")
    for path in (office.root / "rounds").rglob("*.json"):
        path.unlink()
    done = office.run("reconcile", "--refresh")
    assert done.code == 1
    assert "过期" in done.out
    assert "考试3次" in done.out


def test_a_stale_merge_comes_first(office: Office, leader: Leader) -> None:
    """The paragraph is written from a merge by hand: one of its members has become another."""
    words = "全年开展矛盾纠纷摸排1619次"
    leader.replace(leader.at(words), words, "全年摸排矛盾纠纷1619次")
    assert office.take(leader.save(), "--write").code == 0
    edits = office.edits.decode()
    hand_in(office, "1619", "1700")
    done = office.run("reconcile", "--refresh", "--format", "json")
    assert office.edits.decode() == edits
    assert all(not stale["refreshes"] for stale in done.json["stale"])
    found = office.run("validate", "--select", "stale-edit,unmet-edit", "--format", "json").json["findings"]
    assert any("先改好第" in finding["hint"] for finding in found)


@sample_and_long(2, 150)
def test_generated_cases(rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Clauses that a leader and a department change, at random: right to the letter, or told."""
    for seed in range(rounds):
        rng = random.Random(seed)  # noqa: S311 - no secret
        office = small_office(tmp_path / str(seed), capsys, rng)
        leader = Leader(office.draft().read_bytes())
        marks = [f"{letter}事{number}" for letter in "甲乙丙" for number in range(8)]
        by_leader = dict.fromkeys(rng.sample(marks, rng.randint(1, 6)), "")
        by_department = dict.fromkeys(rng.sample(marks, rng.randint(1, 6)), "")
        for mark in by_leader:
            by_leader[mark] = f"{mark}{rng.choice(WORDS)}"
            leader.replace(leader.at(f"{mark}办理"), f"{mark}办理", by_leader[mark])
        assert office.take(leader.save(), "--write", "--by", "张区长").code == 0
        for mark in by_department:
            by_department[mark] = f"{mark}改报{rng.choice(WORDS)}"
            file = f"submissions/{DEPARTMENTS['甲乙丙'.index(mark[0])]}.yaml"
            hand_in(office, f"{mark}办理", by_department[mark], file)
        clashing = {mark[0] for mark in by_leader.keys() & by_department.keys()}
        done = office.run("reconcile", "--refresh", "--format", "json")
        assert {stale["heading"][0] for stale in done.json["stale"] if not stale["refreshes"]} == clashing, (
            seed
        )
        assert done.code == (1 if clashing else 0), seed
        for mark, new in by_department.items():
            if mark[0] not in clashing:
                leader.replace(leader.at(f"{mark}办理"), f"{mark}办理", new)
        report, asked = office.report(), [normalise_line(line) for line in leader.lines]
        for line, want in zip(report, asked, strict=True):
            assert line == want or clashing.intersection(line[2:3]), seed


def small_office(root: Path, capsys: pytest.CaptureFixture[str], rng: random.Random) -> Office:
    """Three departments with an item each, of eight clauses."""
    office = Office(root, capsys)
    office.write(
        "report.yaml",
        "version: 1\nyear: 2023\narea: 云溪县\n"
        "document:\n  issuer: 云溪县人民政府\n  recipients: [中共云溪县委]\n"
        "  date: 2024-02-10\n  opening: 现将有关情况报告如下\uff1a\n  closing: 特此报告。\n"
        f"departments: [{', '.join(DEPARTMENTS)}]\noutline:\n"
        "  - {id: work, title: 工作情况, part: achievements, covers: [achievements, leadership]}\n"
        "  - {id: shortcomings, title: 存在的不足, part: shortcomings, required: false}\n"
        "  - {id: plans, title: 下一年安排, part: plans, required: false}\n",
    )
    ends = "\uff0c\uff1b。"
    for letter, name in zip("甲乙丙", DEPARTMENTS, strict=True):
        clauses = "".join(
            f"{letter}事{number}办理{rng.randint(2, 99)}件{rng.choice(ends)}" for number in range(8)
        )
        office.submit(name, f"achievements:\n  - heading: {letter}项工作\n    text: {clauses[:-1]}。\n")
    return office
