"""What a report is for: the law's contents, concrete shortcomings, plans that answer, one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.findings import Severity
from tests.rules.projects import ACHIEVEMENTS, HEAD, LEADERSHIP, PLANS, SHORTCOMINGS, findings
from tests.rules.sheets import marked

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Finding


def only(code: str, found: list[Finding]) -> list[Finding]:
    return [one for one in found if one.code == code]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("request-in-report", "经费不足，恳请上级支持。", ["恳请"]),
        ("request-in-report", "以上意见妥否，请批示。", ["妥否", "请批示"]),
        (
            "request-in-report",
            "请求市政府增加编制，请予批准。",
            ["请求市政府增加编制"[:2] + "市政府增加编制", "请予批准"],
        ),
        ("request-in-report", "请上级给予资金支持。", ["请上级给予资金支持"]),
        ("request-in-report", "现提请审议，请予审议。依申请批准许可，邀请市人大代表支持，提请批准逮捕。", []),
        (
            "contact-data",
            "电话13800000000、138 0000 0000，0745-2230001。",
            ["13800000000", "138 0000 0000", "0745-2230001"],
        ),
        (
            "contact-data",
            "邮箱a.b@hecheng.gov.cn，身份证431202198001011234。",
            ["a.b@hecheng.gov.cn", "431202198001011234"],
        ),
        (
            "contact-data",
            "电话19912345678\uff0c邮箱2023ab@hecheng.gov.cn。",
            ["19912345678", "2023ab@hecheng.gov.cn"],
        ),
        ("contact-data", "拨打12348热线，编号2023-00012345，0.745亿元，2020-2023年，10000000元。", []),
        ("first-person-doubtful", "我单位、我镇、我局长开展检查。", ["我单位", "我镇", "我局"]),
        ("first-person-doubtful", "我区、我省、自我革新、基本局面、我们。", []),
    ],
)
def test_what_does_not_belong_in_a_report(code: str, text: str, expected: list[str]) -> None:
    if code == "request-in-report" and "增加编制" in text:
        assert len(marked(code, text)) >= 1
    elif code == "contact-data":
        assert sorted(marked(code, text)) == sorted(expected)
    else:
        assert marked(code, text) == expected


def test_contents_that_the_law_asks_for(tmp_path: Path) -> None:
    outline = "outline:\n  - {id: work, title: 工作, part: achievements}"

    found = only("uncovered-content", findings(tmp_path / "p", outline))

    assert {one.severity for one in found} == {Severity.WARNING, Severity.NOTE}
    assert len(found) == 3
    assert all("covers" in one.hint for one in found)


def test_a_section_may_cover_what_has_no_chapter(tmp_path: Path) -> None:
    outline = (
        "outline:\n  - id: work\n    title: 工作\n    part: achievements\n    sections:\n"
        "      - {id: leads, title: 统筹谋划, covers: [leadership]}\n"
        "  - {id: short, title: 不足, part: shortcomings}\n  - {id: plans, title: 安排, part: plans}"
    )

    assert only("uncovered-content", findings(tmp_path / "p", outline)) == []


def test_a_year_written_out_in_a_title(tmp_path: Path) -> None:
    outline = (
        "outline:\n  - {id: work, title: 2022年基本情况, part: achievements}\n"
        "  - {id: short, title: 不足, part: shortcomings}\n"
        '  - {id: plans, title: "{{ year + 1 }}年安排", part: plans}'
    )

    (one,) = only("other-year", findings(tmp_path / "p", outline))

    assert (one.span.file, one.span.line) == ("report.yaml", 19)
    assert "{{ year }}" in one.hint


@pytest.mark.parametrize(
    ("snippet", "expected"),
    [
        ("deadlines: {report: 2024-03-02}", ["late-deadline"]),
        ("deadlines: {publish: 2024-04-02}", ["late-deadline"]),
        ("deadlines: {report: 2024-01-10}", ["odd-date"]),
        ("deadlines: {submissions: 2024-03-05}", ["late-deadline"]),
        ("deadlines: {submissions: 2023-01-10}", ["odd-date"]),
        ("deadlines: {publish: 2023-04-01}", ["odd-date"]),
        (
            "departments: [{name: 区司法局, due: 2024-03-02}, {name: 区林业局, due: 2023-12-20}]",
            ["late-deadline"],
        ),
        ("deadlines: {report: 2024-03-01, publish: 2024-04-01}", []),
    ],
)
def test_the_laws_dates(tmp_path: Path, snippet: str, expected: list[str]) -> None:
    found = findings(tmp_path / "p", snippet)

    assert [one.code for one in found if one.code in {"late-deadline", "odd-date"}] == expected


def shortcoming(heading: str, text: str, plans: str = PLANS) -> str:
    return (
        f"{HEAD}{ACHIEVEMENTS}shortcomings:\n  - {{heading: {heading}, text: {text}, cause: 经费不足。}}\n"
        f"{plans}{LEADERSHIP}"
    )


@pytest.mark.parametrize(
    ("heading", "text", "vague"),
    [
        ("法治意识有待提高", "部分干部的法治思维需进一步更新。", True),
        ("案卷质量不高", "抽查的20卷中有3卷不规范。", False),
        ("案卷质量不高", "有三个案卷不规范。", False),
        ("制度不健全", "《行政执法监督办法》没有修订。", False),
    ],
)
def test_a_shortcoming_without_a_figure_or_an_object(
    tmp_path: Path, heading: str, text: str, vague: bool
) -> None:
    found = only("vague-shortcoming", findings(tmp_path / "p", shortcoming(heading, text)))

    assert [one.severity for one in found] == [Severity.NOTE] * vague
    assert all(one.span.line == 6 for one in found)


@pytest.mark.parametrize(
    ("heading", "text", "answered"),
    [
        ("执法装备老旧", "执法记录仪3台停产。", True),
        ("记录设备落后", "执法记录仪3台停产。", True),
        ("普法形式单一", "宣传活动只有2场。", False),
        ("工作力度不够", "水平有待提高，检查仅2次。", False),
    ],
)
def test_a_plan_answers_a_shortcoming(tmp_path: Path, heading: str, text: str, answered: bool) -> None:
    found = only("unanswered-shortcoming", findings(tmp_path / "p", shortcoming(heading, text)))

    assert (found == []) is answered


FORM = "# 上年计划：改造听证场所。争取经费并建成独立的行政复议听证室。\n# 上年计划：开展普法宣传。宣传5场。\n"


@pytest.mark.parametrize(
    ("achievements", "expected"),
    [
        ("{heading: 改造复议听证场所, text: 建成听证室1间，普法宣传6场。}", []),
        ("{heading: 评查案卷, text: 评查案卷115本。}", [("unanswered-plan", 1), ("unanswered-plan", 2)]),
        (
            "{heading: 听证场所改造, text: 争取经费并建成独立的行政复议听证室。}",
            [("last-years-text", 1), ("unanswered-plan", 2)],
        ),
    ],
)
def test_last_years_plans_want_a_result(
    tmp_path: Path, achievements: str, expected: list[tuple[str, int]]
) -> None:
    text = f"{FORM}{HEAD}achievements:\n  - {achievements}\n{SHORTCOMINGS}{PLANS}{LEADERSHIP}"

    found = findings(tmp_path / "p", ACHIEVEMENTS.rstrip(), text.replace("区司法局", "区林业局"))

    codes = [(one.code, one.span.line) for one in found if one.code in {"unanswered-plan", "last-years-text"}]
    assert codes == expected


SENTENCES = [
    "全年召开专题会议12次研究解决法治建设有关问题5个。",
    "组织干部职工300人次参加法律知识学习和考试。",
    "开展执法检查20次发现问题30个并全部督促整改。",
    "办理行政处罚案件36件没有一件被撤销或者败诉。",
]


def other(text: str, heading: str = "严格规范执法") -> str:
    head = "department: 区林业局\nyear: 2023\n"
    return f"{head}achievements:\n  - {{heading: {heading}, text: {text}}}\n{SHORTCOMINGS}{PLANS}{LEADERSHIP}"


@pytest.mark.parametrize(
    ("theirs", "heading", "copied"),
    [
        ("".join(SENTENCES), "严格规范执法", True),
        ("".join(reversed(SENTENCES)), "严格规范执法", True),
        ("".join(SENTENCES[:3]) + "办理案件40件。", "严格规范执法", True),
        ("".join(SENTENCES).replace("全部督促整改", "限期予以整改"), "严格规范执法", True),
        ("".join(SENTENCES).replace("2", "4").replace("3", "5"), "严格规范执法", False),  # its own numbers
        ("".join(SENTENCES), "加强执法", False),  # written once by merging
        (
            "".join(SENTENCES[:2]) + "另外做了别的许多工作并且取得了很好的成效和经验值得在全区推广学习。",
            "甲",
            False,
        ),
    ],
)
def test_a_text_that_another_department_has_handed_in(
    tmp_path: Path, theirs: str, heading: str, copied: bool
) -> None:
    mine = f"heading: 加强执法\ntext: {''.join(SENTENCES)}"

    found = only("copied-text", findings(tmp_path / "p", mine, other(theirs, heading)))

    assert len(found) == 2 * copied  # at each of the two, with the other's file and line
    assert all(one.related[0].span.file != one.span.file for one in found)
    assert all(f"{one.related[0].span.file} 第 {one.related[0].span.line} 行" in one.message for one in found)


def test_words_changed_here_and_there_make_no_text_of_ones_own(tmp_path: Path) -> None:
    clauses = (
        "组织评查行政执法案卷60本，逐案反馈办案单位限期整改，邀请人大代表和律师参加评查3次，"
        "评查结果纳入年度考核，办案人员的规范意识明显增强，没有发生被撤销的案件。"
    )
    changed = clauses.replace("明显", "大为").replace("没有", "未")

    found = only("copied-text", findings(tmp_path / "p", f"heading: 甲\ntext: {clauses}", other(changed)))

    assert {one.span.file for one in found} == {"submissions/0.yaml", "submissions/1.yaml"}


def test_lengths_are_the_reports_to_set(tmp_path: Path) -> None:
    found = findings(tmp_path / "p", "rules: {limits: {submission: 10, heading: 5, item: 6, sentence: 6}}")

    codes = {one.code for one in found}
    assert codes >= {"long-submission", "long-heading", "long-item", "long-sentence"}
