"""Changes to a YAML text leave everything else as it was."""

from __future__ import annotations

import pytest

from reportctl.model.files import load_report
from reportctl.model.keys import REPORT
from reportctl.scaffold.rewriting import Rewriting
from reportctl.scaffold.wording import Language

TEXT = """\
# 说明
year: 2023   # 年度
area: 鹤城区
document:
  title: "2023年报告"   # 标题
  opening: |
    2023年，
    如下：

  # 附件如下
  attachments:
    - title: 一   # 第一个
      file: a.csv

    - {title: 二, file: b.csv}
  # 日期
  date: 2024-01-15
form: plain
departments: [区司法局]
outline:
  - {id: work, title: '工作', part: achievements, covers: [achievements, "other"]}
"""


def rewriting(text: str) -> Rewriting:
    report, findings = load_report("report.yaml", text.encode())
    assert report is not None, findings
    return Rewriting(report.yaml)


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")], ids=["lf", "crlf"])
def test_values_change_and_nothing_else(text: str) -> None:
    edit = rewriting(text)

    edit.replace(("year",), "2024")
    edit.replace(("document", "title"), '"新"')
    assert edit.replace_within(("document", "opening"), 0, 4, "2024")
    edit.insert(0, "# 头\n")

    expected = text.replace("year: 2023", "year: 2024").replace('"2023年报告"', '"新"')
    assert edit.text == "# 头\n" + expected.replace("    2023年，", "    2024年，")


def test_a_block_becomes_comments_with_its_own_lines_only() -> None:
    edit = rewriting(TEXT)

    edit.comment_out(("document", "attachments"))

    block = TEXT[TEXT.index("    - title") : TEXT.index("  # 日期")]
    commented = "".join(f"# {line}" if line.strip() else line for line in block.splitlines(keepends=True))
    assert edit.text == TEXT.replace(block, commented)
    assert load_report("report.yaml", edit.text.encode())[1] == ()


@pytest.mark.parametrize(
    "document",
    [
        "document: {attachments: [{title: 一, file: a.csv}], date: 2024-01-15}",
        "document:\n  attachments: [{title: 一, file: a},\n    {title: 二, file: b}]\n  date: 2024-01-15",
        "document: {title: 报告,\n  attachments:\n    [{title: 一, file: a.csv}],\n  date: 2024-01-15}",
        "document:\n  attachments:\n    [{title: 一, file: a.csv}]  # 一个\n  date: 2024-01-15",
        "document:\n  date: 2024-01-15\n  attachments:\n  - title: 一\n    file: a.csv",
    ],
)
def test_a_list_goes_whatever_its_style(document: str) -> None:
    rest = "year: 2023\narea: 区\ndepartments: [区司法局]\noutline: [{id: a, title: 一, part: plans}]\n"
    edit = rewriting(f"{document}\n{rest}")

    edit.comment_out(("document", "attachments"))

    report, findings = load_report("report.yaml", edit.text.encode())
    assert report is not None
    assert findings == ()
    assert report.report.document.attachments == ()
    assert str(report.report.document.date) == "2024-01-15"
    assert report.report.departments[0].name == "区司法局"


def test_keys_and_fixed_values_are_spelled_in_a_language() -> None:
    edit = rewriting(TEXT)

    edit.spell(REPORT, Language.CHINESE)

    chinese = edit.text
    assert "年度: 2023   # 年度\n" in chinese
    assert "  - {编号: work, 标题: '工作', 来源: 工作成效, 法定内容: [工作成效, 其他]}\n" in chinese
    assert "  附件:\n    - 标题: 一   # 第一个\n      文件: a.csv\n" in chinese
    assert "版式: 白头\n" in chinese
    assert load_report("report.yaml", chinese.encode())[1] == ()


def test_what_is_spelled_there_and_back_is_as_before() -> None:
    there = rewriting(TEXT)
    there.spell(REPORT, Language.CHINESE)
    back = rewriting(there.text)
    back.spell(REPORT, Language.ENGLISH)

    assert back.text == TEXT.replace('"other"', "other")


def test_a_change_within_a_larger_one_goes_with_it() -> None:
    edit = rewriting(TEXT)

    edit.replace_within(("document", "title"), 0, 4, "2024")
    edit.replace(("document", "title"), "新")

    assert "  title: 新   # 标题" in edit.text


def test_characters_in_disguise_are_left() -> None:
    edit = rewriting(TEXT.replace('"2023年报告"', r'"\u0032023年报告"'))

    assert not edit.replace_within(("document", "title"), 0, 4, "2024")
