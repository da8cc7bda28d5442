"""A whole round: ten copies come back, two departments hand in anew, and what is left is a short list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.operations.program import contents
from tests.review.drafts import ROUND, Office, wanted
from tests.review.leader import Leader
from tests.review.test_refreshing import hand_in
from tests.review.test_several import take

if TYPE_CHECKING:
    from tests.tools.project import Done

EXAMS = "通过执法考试人员245名"
DUTY = "切实压实法治政府建设责任"
REVIEW = "2.加强行政复议应诉工作"


def status(office: Office, *arguments: str) -> Done:
    return office.run("status", "--round", ROUND, *arguments)


def test_who_was_sent_what_and_whose_copy_came_back(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    out = status(office, "--format", "json").json
    law = next(share for share in out["departments"] if share["name"] == "区司法局")
    assert law["state"] == "out"
    assert {"at": "work.enforcement", "heading": "加强行政执法队伍监管", "number": "3."} in law["paragraphs"]
    assert status(office, "--fail-on-missing").code == 1
    before = contents(office.root)
    assert take(office, {"区司法局意见": leader}).code == 0
    assert {name: data for name, data in contents(office.root).items() if name in before} == before
    assert take(office, {"区公安分局无意见": leader.data}, "--write").out == "没有改动\n"
    noted = status(office, "--format", "json").json
    office.draft()  # the same build under the same name forgets nothing
    assert status(office, "--format", "json").json == noted
    copies = {"区司法局意见": leader.save(), "区公安分局无意见": leader.data, "张区长": leader.data}
    assert take(office, copies, "--write").code == 0
    found = status(office, "--format", "json").json
    came = {share["name"]: share["copies"] for share in found["departments"] if share["state"] == "returned"}
    assert {name: [copy["changes"] for copy in each] for name, each in came.items()} == {
        "区司法局": [1],
        "区公安分局": [0],
    }
    assert [copy["by"] for copy in found["others"]] == ["张区长"]
    assert len(came["区司法局"][0]["sha256"]) == 64
    # the same copy again is no other copy
    assert take(office, copies, "--write").code == 0
    assert status(office, "--format", "json").json == found
    lines = status(office).out.splitlines()
    assert any(
        line.startswith("区司法局\t") and line.endswith("收回\t1\t0\t区司法局意见.docx") for line in lines
    )
    assert any(line.startswith("区财政局\t") or "\t没有" in line for line in lines)
    assert office.run("status", "--round", "没有这一轮").code == 2


@pytest.mark.slow
def test_ten_copies_and_two_departments(office: Office) -> None:
    draft = office.draft().read_bytes()
    names = [
        "张区长",
        "李常委",
        "王部长",
        "区公安局的",
        "人大",
        "政协",
        "区法院",
        "区检察院",
        "赵主任",
        "钱主任",
    ]
    copies = {name: Leader(draft) for name in names}
    certain = Leader(draft)
    for place in (copies["张区长"], certain):  # tracked
        place.replace(place.at(EXAMS), "245", "246", track=place is not certain)
    retyped = "1.推进矛盾纠纷源头化解。全区调处各类矛盾纠纷1152起\uff0c群众满意度明显提高。"
    for place in (copies["李常委"], certain):  # retyped
        place.retype(place.at("1.推进矛盾纠纷源头化解"), retyped)
    for place in (copies["王部长"], certain):  # pasted into a file of its own
        place.insert(place.at("2.优化法治化营商环境"), "全区营商环境评价列全市第二位。")
    copies["王部长"].paste_anew()
    copies["赵主任"].replace(copies["赵主任"].at(DUTY), DUTY, "层层压实法治政府建设责任")
    copies["钱主任"].replace(copies["钱主任"].at(DUTY), DUTY, "压紧压实法治政府建设责任")
    for name in ("人大", "政协"):
        copies[name].replace(copies[name].at("执法证871本"), "871本", "872本")
    certain.replace(certain.at("执法证871本"), "871本", "872本")
    for place in (copies["区法院"], certain):
        place.replace(place.at(REVIEW), "94件", "95件")
    hand_in(office, "考试2次", "考试3次")  # beside what 张区长 changed
    hand_in(office, "行政复议收案94件", "行政复议收案96件")  # the very clause of 区法院
    edits = office.edits
    seen = take(office, copies)
    assert seen.code == 1
    assert office.edits == edits
    assert len(seen.out.splitlines()) < 40  # a minute's reading
    assert seen.out.count("冲突") == 1
    assert seen.out.count("提议") == 1
    assert seen.out.count("过期") == 1
    done = take(office, copies, "--write", "--refresh")
    assert done.code == 1
    certain.replace(certain.at("考试2次"), "考试2次", "考试3次")
    report, asked = office.report(), wanted(certain)
    # of what both changed today's words stand until somebody decides
    differs = [(line, want) for line, want in zip(report, asked, strict=True) if line != want]
    ((line, want),) = differs
    assert line == want.replace("95件", "96件")
    (stale,) = office.run("reconcile", "--refresh", "--format", "json").json["stale"]
    assert (stale["by"], stale["proposal"]) == ("区法院", None)
    left = take(office, copies).out.splitlines()
    assert sum(line.startswith(("冲突", "过期")) for line in left) == 2
    assert not [line for line in left if line.startswith(("加", "移", "删", "提议"))]
