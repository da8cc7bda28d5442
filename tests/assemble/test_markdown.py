"""Markdown attachments: what an official page can set is set, what it cannot is told at its place."""

from __future__ import annotations

import pytest

from reportctl.assemble.attached import markdown
from reportctl.assemble.attached.content import AttachedContent, AttachedFile, BadAttachmentError
from reportctl.document import Block, Role, Table

TITLE = "有关情况的说明"


def read(text: str) -> AttachedContent:
    return markdown.read(AttachedFile("说明.md", text.encode(), TITLE, "附件2", 2))


def blocks(text: str) -> list[tuple[int, str, str]]:
    """Level, number and words of each paragraph."""
    return [(part.level, part.number, part.text) for part in read(text).parts if isinstance(part, Block)]


def words(text: str) -> list[str]:
    return [number + said for _, number, said in blocks(text)]


def table(text: str) -> Table:
    part = read(text).parts[0]
    assert isinstance(part, Table)
    return part


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.span.line, one.span.column) for one in read(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 甲\n2. 乙\n", ["1.甲", "2.乙"]),
        ("3. 甲\n5. 乙\n", ["3.甲", "5.乙"]),
        ("1. 甲\n1. 乙\n1. 丙\n", ["1.甲", "2.乙", "3.丙"]),
        ("1) 甲\n2) 乙\n", ["1.甲", "2.乙"]),
        (
            "1. 甲\n   1. 子\n      1. 孙\n   2. 丑\n2. 乙\n",
            ["1.甲", "\uff081\uff09子", "①孙", "\uff082\uff09丑", "2.乙"],
        ),
        ("- 甲\n  - 子\n    - 孙\n* 乙\n", ["——甲", "·子", "·孙", "——乙"]),
        ("- 甲\n\n  又一段。\n\n- 乙\n", ["——甲", "又一段。", "——乙"]),
        ("1. 甲\n\n- 乙\n\n正文。\n", ["1.甲", "——乙", "正文。"]),
        ("-\n- 乙\n", ["——乙"]),
        ("2024. 年是个数\n", ["2024.年是个数"]),
        ("1、甲\n\n2、乙\n", ["1、甲", "2、乙"]),
        ("2023年。\n", ["2023年。"]),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 总体情况\n\n## 有关数据\n", [(1, "总体情况"), (2, "有关数据")]),
        (
            f"# {TITLE}\n\n## 一、总体\n\n### （一）数据\n\n正文。\n",
            [(1, "一、总体"), (2, "（一）数据"), (0, "正文。")],
        ),
        (f"附件2\n\n# {TITLE}\n\n## 总体\n\n### 数据\n", [(1, "总体"), (2, "数据")]),
        (f"**{TITLE}**\n\n正文。\n", [(0, "正文。")]),
        ("### 总体\n\n##### 数据\n", [(1, "总体"), (2, "数据")]),
        ("# 要求\n\n## 一、总体\n", [(1, "要求"), (1, "一、总体")]),
        ("总体\n====\n\n正文。\n", [(1, "总体"), (0, "正文。")]),
        ("# **一、总体**\n", [(1, "一、总体")]),
        ("一、总体\n\n（一）数据\n\n正文。\n", [(1, "一、总体"), (2, "（一）数据"), (0, "正文。")]),
        (
            "一、总体\n全年检查。\n（一）数据\n正文。\n",
            [(1, "一、总体"), (0, "全年检查。"), (2, "（一）数据"), (0, "正文。")],
        ),
        ("一、总体推进各项工作。\n", [(0, "一、总体推进各项工作。")]),
        ("一、二、三产业\n", [(0, "一、二、三产业")]),
        ("#标题\n", [(0, "#标题")]),
    ],
)
def test_headings(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(level, said) for level, _, said in blocks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年**检查**20次。", [("全年", Role.TEXT), ("检查", Role.STRONG), ("20次。", Role.TEXT)]),
        ("**加强监管。**全年检查。", [("加强监管。", Role.STRONG), ("全年检查。", Role.TEXT)]),
        ("见**《条例》**第三条", [("见", Role.TEXT), ("《条例》", Role.STRONG), ("第三条", Role.TEXT)]),
        ("**检查**:20次", [("检查", Role.STRONG), ("\uff1a20次", Role.TEXT)]),
        ("**检查 20 次\n办案**3件", [("检查 20 次办案", Role.STRONG), ("3件", Role.TEXT)]),
        (r"共 2\*3 次", [("共 2*3 次", Role.TEXT)]),
        ("a * b", [("a * b", Role.TEXT)]),
    ],
)
def test_bold(text: str, expected: list[tuple[str, Role]]) -> None:
    part = read(text).parts[0]
    assert isinstance(part, Block)
    assert [tuple(run)[:2] for run in part.runs] == expected
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一段。\n接着说。\n\n第二段。\n", ["第一段。接着说。", "第二段。"]),
        ("第一行  \n第二行\\\n第三行<br>第四行", ["第一行", "第二行", "第三行", "第四行"]),
        ("\u3000\u3000第一段。\n\u3000\u3000第二段。\n", ["第一段。", "第二段。"]),
        ("    四格。\n\n\t制表。\n", ["四格。", "制表。"]),
        ("[注]: 见表一\n", ["[注]\uff1a见表一"]),
        ("正文。<!-- 不印 -->\n\n<!--\n也不印\n-->\n", ["正文。"]),
        ("见<某某规定>&nbsp;a 和 5 &lt; 6。\n", ["见<某某规定>\u00a0a 和 5 < 6。"]),
        ("<https://example.com>\n", ["https://example.com"]),
        ("正文。\r\n\r\n又一段。\r", ["正文。", "又一段。"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert found(text) == []


def test_tables() -> None:
    made = table("| 项目 | **件** |\n|:--|--:|\n| 检查<br>次数 | 20 |\n| a \\| b | **3** |\n")
    assert made.rows == (("项目", "件"), ("检查\n次数", "20"), ("a | b", "3"))
    assert (made.header_rows, made.strong) == (1, frozenset({(0, 1), (2, 1)}))


def test_a_table_without_words_in_its_header_repeats_none() -> None:
    made = table("| | |\n|---|---|\n| 检查 | 20 |\n")
    assert (made.rows, made.header_rows) == ((("检查", "20"),), 0)


LOSSES = {
    "image": ("正文。\n见![图](a.png)。\n", 2, 2),
    "HTML": ("正文。\n\n<div>\n字\n</div>\n", 3, 1),
    "struck": ("正文\n~~删去~~的。\n", 2, 1),
    "more cells than the header": ("|甲|乙|\n|--|--|\n|1|2|3|\n", 3, 1),
}


@pytest.mark.parametrize("name", LOSSES)
def test_what_would_be_lost_is_an_error(name: str) -> None:
    text, line, column = LOSSES[name]
    assert found(text) == [("attachment-loss", line, column)]


MARKUP = {
    "link": ("正文。\n见[网站](https://example.com)。\n", 2, 2),
    "code": ("正文\n见`代码`。\n", 2, 2),
    "code that is not closed": ("正文。\n\n```\n代码\n", 3, 1),
    "italic": ("**加强**监管\n共 *5* 次。\n", 2, 3),
    "italic that was a product": ("共2*3*4。\n", 1, 3),
    "quotation": ("正文。\n\n> 引文\n> > 再引\n", 3, 1),
    "rule": ("正文。\n\n---\n\n又。\n", 3, 1),
    "tag": ("水H<sub>2</sub>O\n", 1, 3),
    "fifth level": ("# 甲\n\n##### 戊\n", 3, 1),
    "a table that is none": ("|甲|乙|\n|--|--|--|\n|1|2|\n", 2, 1),
    "footnote": ("正文[^1]。\n", 1, 3),
    "partly bold": ("|甲|乙|\n|--|--|\n|**1**件|2|\n", 3, 1),
}


@pytest.mark.parametrize("name", MARKUP)
def test_what_is_set_otherwise_is_a_warning(name: str) -> None:
    text, line, column = MARKUP[name]
    assert found(text) == [("attachment-markup", line, column)]
    assert read(text).findings[0].hint


def test_the_words_of_what_is_set_otherwise_are_kept() -> None:
    text = "见[网站](http://a.b)和`代码`与*斜体*。\n\n> 引文\n\n```\n一\n\n二\n```\n"
    assert words(text) == ["见网站和代码与斜体。", "引文", "一", "二"]


def test_a_draft_shows_where_a_picture_is_not() -> None:
    part = read("见![图](a.png)。").parts[0]
    assert isinstance(part, Block)
    assert part.runs[1] == ("【图片\uff1a图】", Role.GAP, ())


@pytest.mark.parametrize(
    "text", ["> " * 60 + "甲\n", "- " * 60 + "甲\n", f"# {TITLE}\n", "<!-- 甲 -->\n", "\n" * 60_000 + "甲"]
)
def test_what_is_no_attachment(text: str) -> None:
    with pytest.raises(BadAttachmentError):
        read(text)
