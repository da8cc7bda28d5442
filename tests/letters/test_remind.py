"""Whom `remind` writes to and why: what `status` and `validate` say, no more and no less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.collect.inbox import word
from tests.letters.office import CLEAN, Office

if TYPE_CHECKING:
    from tests.tools.project import Folder

LATE = ("--text", "--date", "2024-01-16")


@pytest.fixture
def office(folder: Folder) -> Office:
    return Office(folder).open()


def of(tree: Any, department: str) -> Any:
    return next(letter for letter in tree["letters"] if letter["department"] == department)


def test_it_names_what_status_and_validate_say(office: Office) -> None:
    report = office.root / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("县林业局]", "县林业局, 县民政局]"), "utf-8")
    office.folder.write(
        "submissions/县民政局.yaml", "department: 县民政局\nyear: 2023\nplans:\n  - heading:\n"
    )
    findings = [finding for finding in office.folder.validate().json["findings"] if finding["department"]]
    status = office.folder.run("status", "--format", "json").json["departments"]

    letters = office.remind(*LATE)["letters"]

    told = [{key: found[key] for key in findings[0]} for letter in letters for found in letter["findings"]]
    assert sorted(told, key=str) == sorted(findings, key=str)
    owing = {row["name"] for row in status if row["file"] is None or row["errors"] or row["warnings"]}
    assert {letter["department"] for letter in letters} == owing == {"县司法局", "县林业局", "县民政局"}
    for letter, row in (
        (of({"letters": letters}, row["name"]), row) for row in status if row["name"] in owing
    ):
        assert (letter["state"], letter["errors"], letter["warnings"]) == (
            row["state"],
            row["errors"],
            row["warnings"],
        )


def test_each_finding_has_its_sentence_and_its_paragraph(office: Office) -> None:
    found = {one["code"]: one for one in of(office.remind(*LATE), "县司法局")["findings"]}

    gap, cause = found["placeholder"], found["missing-cause"]
    assert (gap["original"], gap["paragraph"], gap["sentence"]) == (
        "总结.docx",
        4,
        "开展普法宣传XX场次，发放资料3000份。",
    )
    assert gap["item"] == "“工作成效”中的“推进普法宣传”"
    assert (cause["paragraph"], cause["sentence"]) == (6, "一线仅9人。")


def test_the_letters_say_it_in_plain_words(office: Office) -> None:
    office.remind("--docx", *LATE)

    assert office.letters() == [
        *("县司法局-反馈.docx", "县司法局-反馈.txt", "县林业局-催报.docx", "县林业局-催报.txt"),
    ]
    urge, feedback = office.letter("县林业局-催报.txt"), office.letter("县司法局-反馈.txt")
    assert "应当于2024年1月10日前报送，已经超过期限6天，仍然没有收到" in urge
    assert urge.endswith("云溪县司法局\r\n2024年1月16日\r\n")
    assert "（“总结.docx”，" in feedback
    assert (
        "一、需要修改的（1处）\r\n1.原件第4段，“工作成效”中的“推进普法宣传”。原文：“开展普法宣传XX"
        in feedback
    )
    assert "占位符“XX”没有填。改法：填上实际内容" in feedback
    assert "联系人：李某，联系电话：0745-0000000。" in feedback
    for word_of_programs in ("yaml", "submissions", "validate", "（cause）", "placeholder"):
        assert word_of_programs not in feedback


def test_inspect_has_nothing_to_say_of_what_a_letter_quotes(office: Office) -> None:
    office.remind("--docx", "--date", "2024-01-16")

    done = office.folder.run("inspect", *map(str, sorted(office.reminders.glob("*.docx"))))

    assert (done.code, done.out) == (0, "")
    assert "引用原文的表格" in done.err


def test_a_department_without_findings_gets_none(office: Office) -> None:
    office.remind(*LATE)

    assert [name for name in office.letters() if name.startswith("县公安局")] == []
    assert office.folder.run("remind", "县公安局").err == "没有要催、要改的部门\n"


def test_who_need_not_report_is_not_urged(office: Office) -> None:
    report = office.root / "report.yaml"
    text = report.read_text("utf-8")
    report.write_text(text.replace("县林业局]", "{name: 县林业局, required: false}]"), "utf-8")

    assert [letter["department"] for letter in office.remind(*LATE)["letters"]] == ["县司法局"]


@pytest.mark.parametrize(
    ("date", "within", "urged", "state"),
    [
        ("2024-01-05", None, True, "missing"),
        ("2024-01-05", 3, False, "missing"),
        ("2024-01-05", 5, True, "missing"),
        ("2024-01-10", 0, True, "missing"),
        ("2024-01-16", 0, True, "late"),
    ],
)
def test_only_what_is_due_soon(
    office: Office, date: str, within: int | None, urged: bool, state: str
) -> None:
    wish = () if within is None else ("--within", str(within))

    letters = office.remind("--text", "--date", date, *wish)["letters"]

    assert [letter["state"] for letter in letters if letter["kind"] == "urge"] == [state] * urged
    assert [letter["department"] for letter in letters if letter["kind"] == "feedback"] == ["县司法局"]


def test_the_clock_tells_who_is_late_where_no_date_is_given(office: Office) -> None:
    tree = office.remind("--text")

    assert of(tree, "县林业局")["state"] == "late"
    urge = office.letter("县林业局-催报.txt")
    assert "已经超过期限，仍然没有收到" in urge
    assert urge.endswith("特此函告。\r\n云溪县司法局\r\n")


def test_what_was_put_aside_is_told_with_its_remedy(office: Office) -> None:
    office.put("县林业局.docx", word("县林业局", year=2019))
    office.collect()

    letter = of(office.remind(*LATE), "县林业局")

    assert letter["pending"] == ["县林业局.docx"]
    text = office.letter("县林业局-催报.txt")
    assert "你单位报来的“县林业局.docx”没有能够收下：材料写的是2019年度，报告收的是2023年度。请核对" in text


def test_a_letter_that_need_not_be_sent_any_more_goes(office: Office) -> None:
    office.remind(*LATE)
    office.folder.submit("县林业局", CLEAN, "")

    tree = office.remind(*LATE)

    assert [path.rpartition("/")[2] for path in tree["withdrawn"]] == ["县林业局-催报.txt"]
    assert office.letters() == ["县司法局-反馈.txt"]


def test_letters_of_departments_that_were_not_asked_for_stay(office: Office) -> None:
    office.remind(*LATE)

    office.remind("县司法局", "--docx", "--date", "2024-01-16")

    assert office.letters() == ["县司法局-反馈.docx", "县林业局-催报.txt"]


def test_what_somebody_changed_or_put_there_stays(office: Office) -> None:
    office.remind("--docx", *LATE)
    changed = office.reminders / "县司法局-反馈.txt"
    changed.write_text("改过", "utf-8")
    foreign = office.reminders / "县公安局-催报.docx"
    foreign.write_bytes(b"mine")

    done = office.folder.run("remind", "--docx", *LATE)

    assert (done.code, changed.read_text("utf-8"), foreign.read_bytes()) == (0, "改过", b"mine")
    assert f"警告：{changed} 有人改过，没有动它" in done.err
    assert str(changed) not in done.out


def test_the_same_inputs_give_the_same_letters(office: Office) -> None:
    office.remind("--docx", *LATE)
    before = {name: (office.reminders / name).read_bytes() for name in office.letters()}

    office.remind("--docx", "-o", str(office.path.parent / "other"), *LATE)

    assert {path.name: path.read_bytes() for path in (office.path.parent / "other").glob("[!.]*")} == before


def test_paths_and_quiet(office: Office) -> None:
    done = office.folder.run("remind", *LATE)
    assert done.out.splitlines() == [str(office.reminders / name) for name in office.letters()]
    assert done.err == "催报 1 封、反馈 1 封\n"
    quiet = office.folder.run("-q", "remind", *LATE)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("县司发局",), "名单里没有“县司发局”\n  提示：是不是“县司法局”？"),
        (("--within", "-1"), "--within 后面写天数，不能是 -1"),
        (("--date", "16日"), "--date 的“16日”不是日期\n  提示：写成 2024-01-11 或 2024年1月11日"),
        (("--date", "2024-02-30"), "没有 2024-02-30 这一天\n  提示：核对月和日"),
        (("-o", "report.yaml"), "不是文件夹"),
        (("-o", "submissions"), "是项目的材料"),
    ],
)
def test_wrong_command_lines(office: Office, arguments: tuple[str, ...], message: str) -> None:
    own = [str(office.root / word) if word in {"report.yaml", "submissions"} else word for word in arguments]

    done = office.folder.run("remind", *own)

    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert office.letters() == []


def test_a_project_that_cannot_be_used_says_so_in_json(office: Office) -> None:
    office.folder.report("year: 2023\n")
    done = office.folder.run("remind", "--format", "json")
    assert (done.code, done.json["summary"]["errors"] > 0) == (3, True)


def test_what_is_secret_is_quoted_in_no_letter(office: Office) -> None:
    office.folder.submit("县林业局", CLEAN.replace("全年评查", "机密★3年 全年评查"), "")

    done = office.folder.run("remind", *LATE)

    assert (done.code, done.out, office.letters()) == (1, "", [])
    assert "[secrecy-mark]" in done.err
