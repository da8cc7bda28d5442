"""`reportctl reconcile`: what the official sees, and what it does to the changed file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.review.leader import Leader

if TYPE_CHECKING:
    from tests.review.drafts import Office

WORDS = "通过执法考试人员245名"


def test_the_table_says_where_who_and_what(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246", track=True)
    leader.move(leader.at("2.加强行政复议应诉工作"), leader.at("2.完善规范性文件管理工作"))
    leader.delete(leader.at("1.严格落实普法责任制"))
    leader.comment(leader.at("2.优化法治化营商环境"), "20余起请政法委核实")
    table = leader.document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "871"
    behind = "2.完善规范性文件管理工作"
    done = office.take(leader.save(), "--by", "李常委")
    assert done.code == 1
    assert done.out.splitlines() == [
        f"移 2.加强行政复议应诉工作 | 区司法局、区政府办 | 移到“{behind}”之后〔李常委〕",
        "改 3.加强行政执法队伍监管 | 区司法局 | 【245→246】〔修订未接受\uff1a张区长〕",
        "删 1.严格落实普法责任制 | 区司法局 | 整段删去〔李常委〕",
        "批注 张区长\uff1a20余起请政法委核实 | 区委政法委、区司法局、区林业局、区公安分局",
        "数字 一、3. 245→246\uff1a与区司法局填报的数据不一致",
        "放不下 表格“指标 871”\uff1a请手工处理",
    ]
    assert "底本\uff1a征求意见稿" in done.err


def test_the_json_has_every_key_of_the_contract(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246", track=True)
    leader.comment(leader.at("2.优化法治化营商环境"), "请核实", "李常委")
    tree = office.take(leader.save(), "--format", "json").json
    assert tree["version"] == 1
    assert tree["base"] == "征求意见稿"
    (change,) = tree["changes"]
    assert change == {
        "kind": "text",
        "at": "work.enforcement",
        "heading": "加强行政执法队伍监管",
        "number": "3.",
        "old": change["old"],
        "new": change["old"].replace("245", "246"),
        "departments": ["区司法局"],
        "by": "张区长",
        "tracked": True,
        "state": "placed",
    }
    (comment,) = tree["comments"]
    assert (comment["author"], comment["text"]) == ("李常委", "请核实")
    assert tree["figures"][0] | {"departments": []} == {
        "at": "work.enforcement",
        "heading": "加强行政执法队伍监管",
        "number": "3.",
        "old": "245",
        "new": "246",
        "departments": [],
    }
    assert tree["unplaced"] == []


def test_tracked_changes_can_be_rejected_or_stop_it(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246", track=True)
    edits = office.edits
    done = office.take(leader.save(), "--write", "--tracked", "reject")
    assert (done.code, done.out) == (0, "没有改动\n")
    done = office.take(leader.save(), "--write", "--tracked", "stop", "--format", "json")
    assert done.code == 1
    assert [change["state"] for change in done.json["changes"]] == ["pending"]
    assert office.edits == edits


def test_a_changed_file_that_was_taken_in_is_built_over_and_put_aside(office: Office) -> None:
    assert office.run("build", "--draft").code == 0
    (path,) = (office.root / "output").glob("*.docx")
    leader = Leader(path.read_bytes())
    leader.replace(leader.at(WORDS), "245", "246")
    changed = leader.save()
    path.write_bytes(changed)
    refused = office.run("build", "--draft")
    assert refused.code == 1
    assert "reportctl reconcile" in refused.err
    assert office.take(path).code == 0
    assert office.run("build", "--draft").code == 1
    assert office.take(path, "--write").code == 0
    assert office.run("build", "--draft").code == 0
    (aside,) = (office.root / "rounds/改动稿").iterdir()
    assert aside.read_bytes() == changed
    assert office.run("build", "--draft").code == 0


def test_what_fits_nowhere_keeps_the_file_from_being_built_over(office: Office) -> None:
    assert office.run("build", "--draft").code == 0
    (path,) = (office.root / "output").glob("*.docx")
    leader = Leader(path.read_bytes())
    leader.document.add_table(1, 1).cell(0, 0).text = "另附的数"
    changed = leader.save()
    path.write_bytes(changed)
    assert office.take(path, "--write").code == 1
    assert office.run("build", "--draft").code == 1
    assert path.read_bytes() == changed


def test_what_a_department_hands_in_anew_after_it(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    assert office.take(leader.save(), "--write").code == 0
    law = office.root / "submissions/区司法局.yaml"
    text = law.read_text("utf-8")
    law.write_text(text.replace("考试2次", "考试3次", 1), "utf-8")
    (stale,) = office.run("validate", "--select", "stale-edit", "--format", "json").json["findings"]
    both = f"{stale['hint']}{stale['related'][0]['message']}"
    assert "考试3次" in both
    assert "合起来是“" in both
    assert "通过执法考试人员246名" in stale["related"][2]["message"]
    law.write_text(text, "utf-8")
    other = office.root / "submissions/区工商联.yaml"
    other.write_text(other.read_text("utf-8").replace("290余次", "300余次"), "utf-8")
    found = office.run("validate", "--select", "stale-edit,unmet-edit").out
    assert "work.enforcement" not in found


def test_a_new_item_before_every_section_makes_nothing_stale(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    leader.move(leader.at("2.加强行政复议应诉工作"), leader.at("2.完善规范性文件管理工作"))
    leader.insert(leader.at("2.优化法治化营商环境"), "全区营商环境评价列全市第二位。")
    assert office.take(leader.save(), "--write").code == 0
    first = office.root / "submissions/区委依法治区办.yaml"
    sections = ("leadership", "service", "system", "enforcement", "disputes", "publicity")
    items = "".join(
        f"  - {{section: {section}, heading: 前置条目{section}, order: 0, text: 前置正文。}}\n"
        for section in sections
    )
    text = first.read_text("utf-8")
    assert "achievements:\n" in text
    first.write_text(text.replace("achievements:\n", f"achievements:\n{items}", 1), "utf-8")
    done = office.run("validate", "--select", "stale-edit,unmet-edit,clashing-edit")
    assert done.out == ""
    report = "\n".join(office.report())
    assert "通过执法考试人员246名" in report
    assert "全区营商环境评价列全市第二位。" in report


def test_what_cannot_be_asked(office: Office) -> None:
    assert office.run("reconcile").code == 2
    assert office.run("reconcile", "--refresh", "--write").code == 2
    assert office.run("reconcile", "没有这一份.docx").code == 4
