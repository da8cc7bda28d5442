"""`inspect` judges the words: the rules of texts over the paragraphs of any .docx, warnings and notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from reportctl.cli import main
from reportctl.inspect import inspect
from reportctl.layout import load
from reportctl.project.wording import OF_CELLS, check_words
from reportctl.rules.registry import WORDING
from tests.inspect import handmade

if TYPE_CHECKING:
    from reportctl.findings import Finding

TITLE = "关于云溪县2023年度法治政府建设情况的报告"
LAYOUTS = tuple(load(name, Path()) for name in ("gb9704", "gb33476"))


def saved(path: Path, *paragraphs: str, title: str = TITLE) -> Path:
    document = Document()
    for text in (title, "县委、县人民政府：", *paragraphs, "云溪县人民政府", "2024年1月5日"):
        document.add_paragraph(text)
    document.save(str(path))
    return path


def words(path: Path, *paragraphs: str, title: str = TITLE) -> list[Finding]:
    made = saved(path / "稿.docx", *paragraphs, title=title)
    return [*check_words(inspect(made, LAYOUTS), "稿.docx")]


FOUND = [
    ("全年检查XX次。", "placeholder", 5),
    ("（一）依法决策。全年检查XX次。", "placeholder", 13),
    ("1.全年检查20次，，发现问题。", "colliding-marks", 10),
    ("我们坚持布署工作。", "wrong-word", 5),
    ("2023年2月30日召开会议。", "impossible-date", 1),
    ("检查20次（含复查。", "unpaired", 6),
    ("检查\u200b20次。", "invisible-character", 3),
    ("一是检查。三是培训。", "number-sequence", 6),
    ("（一）\ufeff依法决策。全年检查XX次。", "placeholder", 14),
    ("全年检查20次,发现问题3个。", "half-width", 8),
    ("开展2023-2025年检查。", "half-width", 7),
]


@pytest.mark.parametrize(("text", "code", "column"), FOUND)
def test_a_fault_is_told_at_its_paragraph_and_character(
    text: str, code: str, column: int, tmp_path: Path
) -> None:
    found = [one for one in words(tmp_path, text) if one.code == code]
    assert [(one.severity.value, one.span.line, one.span.column) for one in found] == [("warning", 3, column)]
    assert found[0].message.startswith("第3段“")


@pytest.mark.parametrize(
    "text",
    [
        "一、主要工作",
        "（一）依法决策。全年检查20次。",
        "1.全年检查20次；",
        "我局检查3次，联系电话0745-1234567。",
        "一是检查。二是培训。",
        "二是培训执法人员。三是检查。",
        "第十条　本办法所称“行政机关”，包括以下机构：",
    ],
)
def test_what_is_right_in_a_document_is_not_told(text: str, tmp_path: Path) -> None:
    assert words(tmp_path, text) == []


def test_a_request_is_wrong_in_a_report_only(tmp_path: Path) -> None:
    text = "以上意见妥否，请予批复。"
    assert {one.code for one in words(tmp_path, text)} == {"request-in-report"}
    assert words(tmp_path, text, title="关于解决执法经费的请示") == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "好.docx").write_bytes(handmade.formal())
    saved(tmp_path / "稿.docx", "全年检查XX次。")
    return tmp_path


def tree(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_fault_of_words_is_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--select", "placeholder", "--format", "json", "稿.docx"]) == 0
    found = tree(capsys)
    assert [(one["code"], one["paragraph"]) for one in found["findings"]] == [("placeholder", 3)]
    assert found["summary"]["warnings"] == 1


def test_rules_are_selected_and_ignored_of_both_sorts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", "--select", "placeholder,page-margin", "--format", "json", "稿.docx"]) == 1
    assert {one["code"] for one in tree(capsys)["findings"]} == {"placeholder", "page-margin"}
    main(["inspect", "--ignore", "placeholder,page-margin", "--format", "json", "稿.docx"])
    assert not {"placeholder", "page-margin"} & {one["code"] for one in tree(capsys)["findings"]}
    assert main(["inspect", "--select", "nonsense", "稿.docx"]) == 2


def test_sarif_has_the_findings_of_all_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inspect", "--select", "placeholder", "--format", "sarif", "稿.docx", "好.docx"])
    results = tree(capsys)["runs"][0]["results"]
    assert [(one["ruleId"], one["level"]) for one in results] == [("placeholder", "warning")]


def test_the_last_line_says_what_no_program_can_judge(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document("稿.docx")
    document.add_table(1, 2).cell(0, 0).text = "20"
    document.save("稿.docx")
    main(["inspect", "稿.docx"])
    summary, last = capsys.readouterr().err.splitlines()
    assert "文字上有 1 处要看；没有判断表格里的数（1 格）" in summary
    assert last == "印章、签名、纸张、印制和装订，程序看不到，请人核对"


def test_words_in_tables_are_judged_with_their_place(tmp_path: Path) -> None:
    path = saved(tmp_path / "稿.docx", "检查情况如下。")
    document = Document(str(path))
    table = document.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells),
        ("事项", "办理（件", "布署检查", "XX"),
        strict=True,
    ):
        cell.text = text
    document.save(str(path))
    found = check_words(inspect(path, LAYOUTS), "稿.docx")
    assert [(one.code, one.message.partition("\uff1a")[0]) for one in found] == [
        ("unpaired", "第7段\uff08表格第1行\uff09“办理（件”"),
        ("wrong-word", "第8段\uff08表格第2行\uff09“布署检查”"),
    ]


def test_rules_of_cells_are_rules_of_words() -> None:
    assert {rule.code for family in WORDING for rule in (*family.rules, *family.also)} >= OF_CELLS


def test_another_place_is_told_as_a_paragraph(tmp_path: Path) -> None:
    text = "全县各级各部门认真落实行政执法责任制，规范行政执法行为。"
    (found,) = words(tmp_path, text, "全年检查20次。", text)
    assert (found.code, found.span.line) == ("repeated-sentence", 5)
    assert found.message.endswith("前面已经写过一遍\uff08第3段\uff09")


def test_names_of_attachments_are_words_and_stand_twice() -> None:
    blocks = [one.replace("行政复议案件", "行政复议布署") for one in _formal()]
    found = check_words(inspect(handmade.packed(handmade.parts(blocks)), LAYOUTS), "稿.docx")
    assert [one.message.partition("“")[0] for one in found if one.code == "wrong-word"] == [
        "第29段\uff08附件说明\uff09",
        "第43段\uff08附件标题\uff09",
        "第44段",
    ]
    assert check_words(inspect(handmade.formal(), LAYOUTS), "稿.docx") == ()


def _formal() -> list[str]:
    return [*handmade.head(), *handmade.body(), *handmade.tail(), *handmade.attachments()]
