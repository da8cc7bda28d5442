"""The 通知: an official document that asks for what the outline wants, by the roster's days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

NAME = "关于报送2023年度法治政府建设情况材料的通知"
NOTICE = """\
notice:
  date: 2023-12-11
  issuer: 中共云溪县委全面依法治县委员会办公室
  recipients: [各乡镇人民政府, 县直各有关单位]
  contact: 李某
  phone: 0745-0000000
  send_to: 发至邮箱 fzb@example.gov.cn
deadlines: {submissions: 2024-01-05}
"""
NUMBERED = NOTICE.replace(
    "  date:", "  number: 云法治办〔2023〕12号\n  printed_by: 云溪县委依法治县办\n  date:"
)
ROSTER = "departments: [县司法局, {name: 县公安局, due: 2024-01-10}, 县林业局]"


def text_of(folder: Folder, *arguments: str) -> str:
    done = folder.run("notice", "--text", *arguments)
    assert done.code == 0, done.err
    return (folder.root / "output" / f"{NAME}.txt").read_bytes().decode("utf-8-sig")


def test_it_says_what_how_and_until_when(folder: Folder) -> None:
    folder.report(re.sub("departments: .*", ROSTER, REPORT) + NOTICE)

    lines = text_of(folder).split("\r\n")

    assert lines[:2] == [NAME, "各乡镇人民政府，县直各有关单位："]
    assert "请按照报送提纲（见附件1）报送2023年度工作成效、存在的不足及原因、下一年度工作安排。" in lines[4]
    assert lines[7] == "报送方式：发至邮箱 fzb@example.gov.cn。"
    assert "请于2024年1月5日前报送。另有期限的单位见附件2。" in lines
    assert "联系人：李某，联系电话：0745-0000000。" in lines
    assert "附件：1.2023年度法治政府建设情况报送提纲" in lines
    assert "2.各单位填报表和报送期限" in lines
    signed = lines.index("中共云溪县委全面依法治县委员会办公室")
    assert lines[signed + 1] == "2023年12月11日"
    assert [line for line in lines if re.match("[一二三]、.*(?:情况|不足|安排)$", line)] == [
        *("一、工作情况", "二、存在的不足", "三、下一年安排"),
    ]
    assert "2\t县公安局\t县公安局\t2024年1月10日" in lines


def test_it_names_the_forms_as_form_writes_them(folder: Folder) -> None:
    roster = "departments: [县局/一科, 县局_一科, " + "县" * 40 + "局]"
    folder.report(re.sub("departments: .*", roster, REPORT) + NOTICE)

    rows = [line.split("\t") for line in text_of(folder).split("\r\n") if re.match(r"\d\t", line)]
    forms = folder.run("form", "--yaml").out.splitlines()

    assert [f"{row[2]}.yaml" for row in rows] == [path.rpartition("/")[2] for path in forms]


def test_what_the_outline_divides_or_may_miss(folder: Folder) -> None:
    sections = "sections: [{id: a, title: 执法}, {id: b, title: 普法}]}"
    outline = REPORT.replace("covers: [achievements, leadership]}", sections)
    other = "  - {id: other, title: 其他情况, part: other, required: false}\n"
    folder.report(outline + other + NOTICE)

    text = text_of(folder)

    assert "按下列类别分别写，没有的类别不写：\r\n（一）执法\r\n（二）普法\r\n二、存在的不足" in text
    assert "四、其他情况\r\n写其他需要报告的情况。没有可以不写。" in text
    assert "下一年度工作安排、其他需要报告的情况。" in text


@pytest.mark.parametrize("settings", [NOTICE, NUMBERED], ids=["plain", "numbered"])
def test_inspect_has_nothing_to_say_of_it(folder: Folder, settings: str) -> None:
    folder.report(REPORT + settings)
    (path,) = folder.run("notice").out.splitlines()

    done = folder.run("inspect", path)

    assert (done.code, done.out) == (0, "")
    assert "没有发现问题" in done.err


def test_a_number_makes_it_a_red_one(folder: Folder) -> None:
    folder.report(REPORT + NUMBERED)
    (path,) = folder.run("notice").out.splitlines()

    found = folder.run("inspect", "--format", "json", path)

    assert found.code == 0
    red, plain = folder.root / "red.docx", folder.root / "plain.docx"
    folder.run("notice", "-o", str(red))
    folder.report(REPORT + NOTICE)
    folder.run("notice", "-o", str(plain))
    assert b"GwRedLine" in _document(red)
    assert b"GwRedLine" not in _document(plain)


def _document(path: Path) -> bytes:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml")


def test_what_it_should_say_and_does_not_is_told(folder: Folder) -> None:
    folder.report(REPORT.replace("  issuer: 云溪县人民政府\n", ""))

    done = folder.run("notice")

    assert done.code == 0
    for lack in ("没有写发文机关", "没有写成文日期", "没有写联系人和电话", "没有写报送期限"):
        assert f"请补上：{lack}" in done.err
    assert folder.run("-q", "notice").err == ""


def test_a_fault_in_a_text_is_told_at_its_place(folder: Folder) -> None:
    folder.report(REPORT + NOTICE.replace("发至邮箱", "发至 {{ mail }}"))

    done = folder.run("notice")

    assert done.code == 3
    assert "report.yaml:21:" in done.err
    assert "模板里的“mail”没有定义" in done.err


def test_what_somebody_changed_stays(folder: Folder) -> None:
    folder.report(REPORT + NOTICE)
    first = text_of(folder)
    path = folder.root / "output" / f"{NAME}.txt"
    assert text_of(folder) == first
    path.write_text("改过", "utf-8")

    done = folder.run("notice", "--text")

    assert (done.code, done.out, path.read_text("utf-8")) == (0, "", "改过")
    assert "有人改过，没有动它" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--docx", "--text", "-o", "通知.docx"), "-o 只能指一个文件"),
        (("-o", "通知.txt"), "-o 的扩展名是 .txt"),
        (("-o", "report.yaml"), "是项目的材料"),
    ],
)
def test_wrong_command_lines(folder: Folder, arguments: tuple[str, ...], message: str) -> None:
    own = [str(folder.root / word) if "." in word else word for word in arguments]
    done = folder.run("notice", *own)
    assert done.code == 2
    assert message in done.err
