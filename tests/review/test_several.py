"""Several copies of one draft: merged clause by clause; what two want differently is told and left alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from reportctl.text.clauses import clauses
from reportctl.text.marks import normalise_line
from tests.review.drafts import Office, wanted
from tests.review.leader import Leader, kind_of, words_of
from tests.review.sessions import WORDS, Session
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.tools.project import Done

EXAMS = "通过执法考试人员245名"
DUTY = "切实压实法治政府建设责任"


def take(office: Office, copies: Mapping[str, Leader | bytes], *arguments: str) -> Done:
    """What `reconcile` says of copies, each named after whom it is from."""
    files = []
    for name, copy in copies.items():
        path = office.root / f"{name}.docx"
        path.write_bytes(copy if isinstance(copy, bytes) else copy.save())
        files.append(str(path))
    return office.run("reconcile", *files, *arguments)


@pytest.fixture
def draft(office: Office) -> bytes:
    """A draft that went round."""
    return office.draft().read_bytes()


def test_different_clauses_of_one_paragraph_stand_together(office: Office, draft: bytes) -> None:
    one, other, both = Leader(draft), Leader(draft), Leader(draft)
    for copy in (one, both):
        copy.replace(copy.at(EXAMS), "245", "246")
    for copy in (other, both):
        copy.replace(copy.at("执法证871本"), "115本", "116本")
    assert take(office, {"张区长": one, "李常委": other}, "--write").code == 0
    assert office.report() == wanted(both)
    assert "by: 张区长、李常委" in office.edits.decode()
    written = office.edits
    for again in ({"张区长": one, "李常委": other}, {"张区长": one}, {"李常委": other}):
        assert take(office, again, "--write", "--by", next(iter(again))).code == 0
        assert office.edits == written


def test_one_copy_after_the_other_gives_the_same(office: Office, draft: bytes) -> None:
    one, other, both = Leader(draft), Leader(draft), Leader(draft)
    for copy in (one, both):
        copy.replace(copy.at(EXAMS), "245", "246")
    for copy in (other, both):
        copy.replace(copy.at("执法证871本"), "115本", "116本")
    assert take(office, {"甲": one}, "--write", "--by", "张区长").code == 0
    assert take(office, {"乙": other}, "--write", "--by", "李常委").code == 0
    assert office.report() == wanted(both)
    third = Leader(draft)
    third.replace(third.at(EXAMS), "245", "247")
    done = take(office, {"丙": third}, "--write", "--by", "王部长")
    assert done.code == 1
    assert "冲突" in done.out
    assert office.report() == wanted(both)


def test_the_same_clause_is_told_with_both_texts_and_the_rest_is_written(
    office: Office, draft: bytes
) -> None:
    one, other, rest = Leader(draft), Leader(draft), Leader(draft)
    one.replace(one.at(DUTY), DUTY, "层层压实法治政府建设责任")
    other.replace(other.at(DUTY), DUTY, "压紧压实法治政府建设责任")
    for copy in (one, rest):
        copy.replace(copy.at(EXAMS), "245", "246")
    done = take(office, {"张区长": one, "李常委": other}, "--write")
    assert done.code == 1
    start = done.out.index("冲突")
    name, old, first, second = done.out[start:].splitlines()[:4]
    assert "加强法治政府建设推动力" in name
    assert DUTY in old
    assert first.strip().startswith("张区长\uff1a层层压实")
    assert second.strip().startswith("李常委\uff1a压紧压实")
    assert office.report() == wanted(rest)
    tree = take(office, {"张区长": one, "李常委": other}, "--format", "json").json
    assert [change["state"] for change in tree["changes"]] == ["conflict", "conflict"]
    (conflict,) = tree["conflicts"]
    assert [version["people"] for version in conflict["clauses"][0]["versions"]] == ["张区长", "李常委"]


def test_the_same_change_by_two_is_one_by_both(office: Office, draft: bytes) -> None:
    copies = {name: Leader(draft) for name in ("张区长", "李常委", "王部长")}
    for name in ("张区长", "李常委"):
        copies[name].replace(copies[name].at(EXAMS), "245", "246")
        copies[name].insert(copies[name].at("2.优化法治化营商环境"), "全区营商环境评价列全市第二位。")
    tree = take(office, copies, "--write", "--format", "json").json
    assert [change["by"] for change in tree["changes"]] == ["张区长、李常委"] * 2
    assert office.report() == wanted(copies["张区长"])


def test_deleted_by_one_and_changed_by_another_is_a_conflict(office: Office, draft: bytes) -> None:
    one, other = Leader(draft), Leader(draft)
    one.delete(one.at(EXAMS))
    other.replace(other.at(EXAMS), "245", "246")
    edits = office.edits
    done = take(office, {"张区长": one, "李常委": other}, "--write")
    assert done.code == 1
    assert "张区长\uff1a\uff08整段删去\uff09" in done.out
    assert office.edits == edits


def test_moved_to_two_places_is_a_conflict_moved_and_changed_is_not(office: Office, draft: bytes) -> None:
    review, system = "2.加强行政复议应诉工作", "2.完善规范性文件管理工作"
    one, other, both = Leader(draft), Leader(draft), Leader(draft)
    one.move(one.at(review), one.at(system))
    other.move(other.at(review), other.at("3.做深做精系列主题普法活动"))
    done = take(office, {"张区长": one, "李常委": other}, "--write")
    assert done.code == 1
    assert "移到“" in done.out[done.out.index("冲突") :]
    third = Leader(draft)
    for copy in (third, both):
        copy.replace(copy.at(review), "94件", "95件")
    both.move(both.at(review), both.at(system))
    assert take(office, {"张区长": one, "王部长": third}, "--write").code == 0
    assert office.report() == wanted(both)


def test_two_wordings_of_one_new_paragraph_are_a_conflict_others_stand_side_by_side(
    office: Office, draft: bytes
) -> None:
    behind = "2.优化法治化营商环境"
    one, other = Leader(draft), Leader(draft)
    one.insert(one.at(behind), "全区营商环境评价列全市第二位。")
    other.insert(other.at(behind), "全区营商环境评价列全市第三位。")
    edits = office.edits
    assert take(office, {"张区长": one, "李常委": other}, "--write").code == 1
    assert office.edits == edits
    third, both = Leader(draft), Leader(draft)
    third.insert(third.at(behind), "办理涉企案件12件。")
    both.insert(both.at(behind), "办理涉企案件12件。")
    both.insert(both.at(behind), "全区营商环境评价列全市第二位。")
    assert take(office, {"张区长": one, "王部长": third}, "--write").code == 0
    assert office.report() == wanted(both)


def test_what_was_cut_in_two_and_changed_by_another_is_left_as_a_whole(office: Office, draft: bytes) -> None:
    one, other = Leader(draft), Leader(draft)
    place = one.at(EXAMS)
    cut = one.lines[place].index("常态化开展")
    one.split(place, cut, "4.开展案卷评查。")
    other.replace(other.at("执法证871本"), "115本", "116本")
    edits = office.edits
    done = take(office, {"张区长": one, "李常委": other}, "--write", "--format", "json")
    assert done.code == 1
    assert {change["state"] for change in done.json["changes"]} == {"conflict"}
    assert office.edits == edits


def test_whose_a_copy_is(office: Office, draft: bytes) -> None:
    copies = {f"征求意见稿-{name}": Leader(draft) for name in ("区公安分局", "区司法局")}
    for number, copy in enumerate(copies.values()):
        copy.replace(copy.at(EXAMS), "245" if number else "115本", "246" if number else "116本")
        copy.document.core_properties.last_modified_by = "Administrator"
    tree = take(office, copies, "--format", "json").json
    assert [copy["by"] for copy in tree["copies"]] == ["区公安分局", "区司法局"]
    tree = take(office, copies, "--format", "json", "--by", "张区长", "--by", "李常委").json
    assert [copy["by"] for copy in tree["copies"]] == ["张区长", "李常委"]
    assert take(office, copies, "--by", "甲", "--by", "乙", "--by", "丙").code == 2


def test_copies_of_two_drafts_are_refused_and_one_without_a_base_is_left_out(
    office: Office, draft: bytes
) -> None:
    law = office.root / "submissions/区司法局.yaml"
    law.write_text(law.read_text("utf-8").replace("考试2次", "考试3次", 1), "utf-8")
    later = office.draft("二稿").read_bytes()
    done = take(office, {"甲": Leader(draft), "乙": Leader(later)})
    assert done.code == 2
    assert "二稿" in done.err
    one = Leader(draft)
    one.replace(one.at(EXAMS), "245", "246")
    strange = Leader(draft)
    strange.lines = ["另一个文件", "没有一句是报告里的话。"]
    strange.paste_anew()
    edits = office.edits
    done = take(office, {"甲": one, "乙": strange}, "--write")
    assert done.code == 1
    assert "乙.docx" in done.err
    assert office.edits != edits


class Reworded(NamedTuple):
    """Copies in which clauses were changed at random, and what all of them together ask for."""

    copies: dict[str, Leader]
    whole: Leader
    clashes: int


def reworded(draft: bytes, seed: int, people: int) -> Reworded:
    """Several people, each of whom changes some clauses; a paragraph that two want differently stays."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    whole = Leader(draft)
    copies = {f"第{number}人": Leader(draft) for number in range(people)}
    places = [place for place, line in enumerate(whole.lines) if kind_of(line) == "item"]
    clashes = 0
    for place in rng.sample(places, rng.randint(1, min(6, len(places)))):
        line = whole.lines[place]
        parts = clauses(words_of(line))[1:]
        known = {part: index for index, part in enumerate(parts) if line.count(part) == 1 and len(part) > 4}
        made: dict[str, str] = {}
        is_clash = False
        for name, copy in copies.items():
            for part in rng.sample(sorted(known), rng.randint(0, min(2, len(known)))):
                new = f"{name}改作{rng.choice(WORDS)}{known[part]}{part[-1]}"
                is_clash |= part in made
                made[part] = new
                copy.replace(place, part, new)
        clashes += is_clash
        for old, new in made.items() if not is_clash else ():
            whole.replace(place, old, new)
    return Reworded(copies, whole, clashes)


@sample_and_long(2, 150)
def test_the_same_clause_always_clashes_and_others_are_always_right(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(rounds):
        office = Office.of_example("hecheng-2023", tmp_path / str(seed), capsys)
        made = reworded(office.draft().read_bytes(), seed, 2 + seed % 4)
        done = take(office, made.copies, "--write", "--format", "json")
        assert len(done.json["conflicts"]) == made.clashes, seed
        assert done.code == (1 if made.clashes else 0), seed
        assert office.report() == wanted(made.whole), seed


@sample_and_long(1, 100)
def test_one_who_rebuilds_the_report_and_one_who_rewords_it(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(rounds):
        office = Office.of_example(("hecheng-2023", "five-chapters")[seed % 2], tmp_path / str(seed), capsys)
        draft = office.draft().read_bytes()
        builder = Session(draft, 500 + seed).sit(1 + seed % 7)
        untouched = [line for line in Leader(draft).lines if kind_of(line) == "item"]
        untouched = [line for line in untouched if words_of(line) in map(words_of, builder.leader.lines)]
        other = Leader(draft)
        for line in untouched[:: 1 + seed % 3]:
            part = clauses(words_of(line))[-1]
            if len(part) < 6 or line.count(part) > 1:
                continue
            new = f"改为{seed}{part[-1]}"
            other.replace(other.lines.index(line), part, new)
            place = [words_of(known) for known in builder.leader.lines].index(words_of(line))
            builder.leader.lines[place] = builder.leader.lines[place].replace(part, new)
        expected = wanted(builder.leader)
        again = Session(draft, 500 + seed).sit(1 + seed % 7).leader
        done = take(office, {"甲": again, "乙": other}, "--write")
        assert done.code == 0, (seed, builder.done, done.out, done.err)
        assert office.report() == [normalise_line(line) for line in expected], (seed, builder.done)
