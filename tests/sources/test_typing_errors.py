"""Every typing error is found at the line that is wrong, and the hint shows the line as it should be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.findings import Severity
from reportctl.model.files import load_edits, load_report, load_submission
from reportctl.model.keys import SUBMISSION, names
from reportctl.sources import Source
from reportctl.sources.typing_errors import RULES, explain_unreadable
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from reportctl.findings import Rule

HEAD = "department: 区司法局\nyear: 2023\n"
ITEM = f"{HEAD}achievements:\n  - heading: 加强监管\n    text: 全年检查20次。\n"

MANY = """\
department：区司法局
year:2023
achievements:
  -heading: 加强监管
\ttext: 检查: 20次。
    cause: "人少"导致
shortcomings: 无
"""

# text, then what must be found: code, line, column, and the line as it should be
CASES = {
    "all colons full-width": (
        "department：区司法局\nyear：2023\n",
        [("wrong-colon", 1, 11, "department: 区司法局"), ("wrong-colon", 2, 5, "year: 2023")],
    ),
    "full-width colon after a sound line": (
        HEAD + "achievements：\n  - heading: 加强监管\n",
        [("wrong-colon", 3, 13, "achievements:")],
    ),
    "full-width colon swallowed by a string item": (
        HEAD + "achievements:\n  - 加强监管\n    text：全年检查20次。\n",
        [("wrong-colon", 5, 9, "    text: 全年检查20次。")],
    ),
    "full-width semicolon": (ITEM + "approved_by；王某\n", [("wrong-colon", 6, 12, "approved_by: 王某")]),
    "equals sign": ("department=区司法局\nyear: 2023\n", [("wrong-colon", 1, 11, "department: 区司法局")]),
    "chinese key with full-width colon": (
        "部门: 区司法局\n年度：2023\n",
        [("wrong-colon", 2, 3, "年度: 2023")],
    ),
    "no blank after the colon": (
        HEAD + "approved_by:王某\n",
        [("missing-blank", 3, 12, "approved_by: 王某")],
    ),
    "no blank after the dash": (
        HEAD + "achievements:\n  -heading: 加强监管\n",
        [("missing-blank", 4, 3, "  - heading: 加强监管")],
    ),
    "no blank after the dash of a string": (
        HEAD + "achievements:\n  - 加强监管\n  -加强培训\n",
        [("missing-blank", 5, 3, "  - 加强培训")],
    ),
    "dash and colon both": (
        HEAD + "achievements:\n  -heading：加强监管\n",
        [("missing-blank", 4, 3, "  - heading: 加强监管")],
    ),
    "no colon at all": (
        "department 区司法局\nyear: 2023\n",
        [("missing-colon", 1, 1, "department: 区司法局")],
    ),
    "no colon behind a part": (
        ITEM + "shortcomings\n  - 装备老旧。已停产。\nplans: 无\n",
        [("missing-colon", 6, 1, "shortcomings:")],
    ),
    "a pasted line behind wide blanks": (
        ITEM.replace("。\n", "\uff0c\n\u3000\u3000整改3个。\n") + "    order: 3\n",
        [("broken-line", 6, 3, "      整改3个。")],
    ),
    "half way between the item and the file": (
        HEAD + "achievements:\n  - heading: 加强监管\n  text: 全年检查20次。\n    order: 3\n",
        [("misaligned", 5, 3, "    text: 全年检查20次。")],
    ),
    "dashes of Word below a key": (
        ITEM + "    points:\n      – 加强培训。\n      – 加强考核。\n",
        [("wrong-dash", 7, 7, "      - 加强培训。"), ("wrong-dash", 8, 7, "      - 加强考核。")],
    ),
    "a thousand with its comma": (
        ITEM + "    figures:\n      - {name: 检查, value: 1,320, unit: 次}\n",
        [("split-by-comma", 7, 28, "      - {name: 检查, value: 1320, unit: 次}")],
    ),
    "a brace that is not closed": (
        ITEM + "    figures:\n      - {name: 检查, value: 20, unit: 次\n",
        [("special-start", 7, 9, "      - {name: 检查, value: 20, unit: 次}")],
    ),
    "a brace that is closed twice": (
        ITEM + "    figures:\n      - {name: 检查, value: 20, unit: 次}}\n",
        [("special-start", 7, 9, "      - {name: 检查, value: 20, unit: 次}")],
    ),
    "tab": (
        ITEM + "\tcause: 编制少。\n",
        [("tab-indent", 6, 1, "    cause: 编制少。")],
    ),
    "tab behind blanks": (
        ITEM + "  \t- heading: 加强培训\n",
        [("tab-indent", 6, 3, "  - heading: 加强培训")],
    ),
    "ideographic indent": (
        HEAD + "achievements:\n\u3000\u3000- heading: 加强监管\n",
        [("odd-indent", 4, 1, "    - heading: 加强监管")],
    ),
    "no-break indent": (
        ITEM + "\u00a0\u00a0- heading: 加强培训\n\u00a0\u00a0\u00a0\u00a0text: 培训5次。\n",
        [("odd-indent", 6, 1, "  - heading: 加强培训"), ("odd-indent", 7, 1, "    text: 培训5次。")],
    ),
    "full-width dash": (ITEM + "  － heading: 加强培训\n", [("wrong-dash", 6, 3, "  - heading: 加强培训")]),
    "bullet": (ITEM + "  • heading: 加强培训\n", [("wrong-dash", 6, 3, "  - heading: 加强培训")]),
    "colon in a value": (
        HEAD + "achievements:\n  - heading: 加强监管: 全年检查20次。\n",
        [("second-colon", 4, 18, "  - heading: 加强监管：全年检查20次。")],
    ),
    "colon at a value's end": (
        ITEM + "approved_by: 王某:\n",
        [("second-colon", 6, 16, "approved_by: 王某：")],
    ),
    "string item that became a mapping": (
        HEAD + "achievements:\n  - 加强监管: 全年检查20次。\n",
        [("second-colon", 4, 9, "  - 加强监管：全年检查20次。")],
    ),
    "string item that ends in a colon": (
        HEAD + "achievements:\n  - 城镇新增就业情况如下:\n",
        [("second-colon", 4, 15, "  - 城镇新增就业情况如下：")],
    ),
    "point that became a mapping": (
        ITEM + "    points:\n      - 加强法律援助: 受理案件495件。\n",
        [("second-colon", 7, 15, "      - 加强法律援助：受理案件495件。")],
    ),
    "comma in braces": (
        HEAD + "achievements:\n  - {heading: 加强监管,提升能力, text: 检查20次。}\n",
        [("split-by-comma", 4, 19, "  - {heading: 加强监管，提升能力, text: 检查20次。}")],
    ),
    "full-width comma in braces": (
        HEAD + "contact: {name: 李某，phone: 0745-0000000}\n",
        [("wrong-comma", 3, 19, "contact: {name: 李某, phone: 0745-0000000}")],
    ),
    "full-width colon in braces": (
        HEAD + "contact: {name：李某, phone: 0745-0000000}\n",
        [("wrong-colon", 3, 15, "contact: {name: 李某, phone: 0745-0000000}")],
    ),
    "no blank in braces": (
        HEAD + "contact: {name:李某, phone: 0745-0000000}\n",
        [("missing-blank", 3, 15, "contact: {name: 李某, phone: 0745-0000000}")],
    ),
    "text after a quoted word": (
        HEAD + 'achievements:\n  - heading: "双随机"监管\n',
        [("text-after-quote", 4, 18, "  - heading: “双随机”监管")],
    ),
    "text after a quoted word in a string item": (
        HEAD + 'achievements:\n  - "双随机"监管。检查20次。\n',
        [("text-after-quote", 4, 9, "  - “双随机”监管。检查20次。")],
    ),
    "quote that swallows the next key": (
        HEAD + 'achievements:\n  - heading: "加强监管\n    text: "全年检查20次。"\n',
        [("unclosed-quote", 4, 14, '  - heading: "加强监管"')],
    ),
    "quote that swallows the rest": (
        ITEM + 'approved_by: "王某\n',
        [("unclosed-quote", 6, 14, 'approved_by: "王某"')],
    ),
    "bracket": (ITEM + "approved_by: [科长]王某\n", [("special-start", 6, 14, "approved_by: 【科长】王某")]),
    "bracket without partner": (
        ITEM + "approved_by: [王某\n",
        [("special-start", 6, 14, 'approved_by: "[王某"')],
    ),
    "brace": (ITEM + "approved_by: {科长}王某\n", [("special-start", 6, 14, 'approved_by: "{科长}王某"')]),
    "percent": (ITEM + "approved_by: %王某\n", [("special-start", 6, 14, 'approved_by: "%王某"')]),
    "at": (ITEM + "approved_by: @王某\n", [("special-start", 6, 14, 'approved_by: "@王某"')]),
    "grave accent": (ITEM + "approved_by: `王某`\n", [("special-start", 6, 14, 'approved_by: "`王某`"')]),
    "bar": (ITEM + "approved_by: |王某\n", [("special-start", 6, 14, 'approved_by: "|王某"')]),
    "chinese quotes around a value": (
        "department: 区司法局\nyear: “2023”\n",
        [("chinese-quotes", 2, 7, "year: 2023")],
    ),
    "chinese quotes around a key": (
        "“department”: 区司法局\nyear: 2023\n",
        [("chinese-quotes", 1, 1, "department: 区司法局")],
    ),
    "merge conflict": (
        "department: 区司法局\n<<<<<<< HEAD\nyear: 2023\n=======\nyear: 2022\n>>>>>>> main\n",
        [("merge-conflict", 2, 1, ""), ("merge-conflict", 4, 1, ""), ("merge-conflict", 6, 1, "")],
    ),
    "hash within a value": (
        HEAD + "achievements:\n  - 加强监管。检查 #1号楼等20处。\n",
        [("swallowed-text", 4, 13, '  - "加强监管。检查 #1号楼等20处。"')],
    ),
    "ideographic blank behind a dash": (
        HEAD + "achievements:\n  -\u3000heading: 加强监管\n    text: 检查20次。\n",
        [("missing-blank", 4, 3, "  - heading: 加强监管")],
    ),
    "ideographic blank behind a colon": (
        HEAD + "achievements:\n  - heading:\u3000加强监管\n    text: 检查20次。\n",
        [("missing-blank", 4, 12, "  - heading: 加强监管")],
    ),
    "hash at the start of a value": (
        HEAD + "achievements:\n  - heading: 加强监管\n    text: #1号楼等20处已检查。\n",
        [("swallowed-text", 5, 11, '    text: "#1号楼等20处已检查。"')],
    ),
    "a text that goes on at the line's beginning": (
        HEAD + "achievements:\n  - text: 检查20次，\n发现问题3个，\n已整改。\n    heading: 监管\n",
        [("broken-line", 5, 1, "      发现问题3个，"), ("broken-line", 6, 1, "      已整改。")],
    ),
    "a string item that goes on at the line's beginning": (
        HEAD + "achievements:\n  - 加强监管。检查20次，\n  发现问题3个。\n",
        [("broken-line", 5, 3, "      发现问题3个。")],
    ),
    "a block that is not indented": (
        HEAD + "achievements:\n  - heading: 监管\n    text: |\n检查20次。\n    cause: 人少。\n",
        [("broken-line", 6, 1, "      检查20次。")],
    ),
    "items without a dash": (
        HEAD + "achievements:\n一、加强监管。检查20次。\n二、加强培训。培训3次。\n",
        [
            ("wrong-dash", 4, 1, "  - 一、加强监管。检查20次。"),
            ("wrong-dash", 5, 1, "  - 二、加强培训。培训3次。"),
        ],
    ),
    "an item behind a number": (
        HEAD + "achievements:\n  1. heading: 加强监管\n    text: 检查20次。\n",
        [("wrong-dash", 4, 3, "  - heading: 加强监管")],
    ),
    "an item behind an asterisk": (
        HEAD + "achievements:\n  * 加强监管。检查20次。\n",
        [("wrong-dash", 4, 3, "  - 加强监管。检查20次。")],
    ),
    "a list that goes on too far left": (
        HEAD + "achievements:\n  - 加强监管。检查20次。\n - 加强培训\n",
        [("misaligned", 5, 2, "  - 加强培训")],
    ),
    "a list that goes on too far right": (
        HEAD + "achievements:\n  - heading: 加强监管\n    text: 检查。\n   - heading: 加强培训\n",
        [("misaligned", 6, 4, "  - heading: 加强培训")],
    ),
    "quotes within quotes": (
        HEAD + 'achievements:\n  - heading: 监管\n    text: "落实"双随机"，检查20次。"\n',
        [("text-after-quote", 5, 14, "    text: 落实“双随机”，检查20次。")],
    ),
    "a key a blank too far left": (
        HEAD + "achievements:\n  - heading: 加强监管\n   text: 检查20次。\n    cause: 人少。\n",
        [("misaligned", 5, 4, "    text: 检查20次。")],
    ),
    "a key a blank too far right": (
        HEAD + "achievements:\n  - heading: 加强监管\n     text: 检查20次。\n",
        [("misaligned", 5, 6, "    text: 检查20次。")],
    ),
    "a part that is not at the margin": (
        HEAD + "achievements:\n  - heading: 加强监管\n shortcomings: 无\n",
        [("misaligned", 5, 2, "shortcomings: 无")],
    ),
    "many at once": (
        MANY,
        [
            ("wrong-colon", 1, 11, "department: 区司法局"),
            ("missing-blank", 2, 5, "year: 2023"),
            ("missing-blank", 4, 3, "  - heading: 加强监管"),
            ("tab-indent", 5, 1, "text: 检查：20次。"),
            ("second-colon", 5, 10, "text: 检查：20次。"),
            ("text-after-quote", 6, 15, "    cause: “人少”导致"),
        ],
    ),
}

SOUND = {
    "remarks": "# 说明：按表填写\ndepartment: 区司法局  # 简称也可以\nyear: 2023 # 今年\n",
    "a remark behind a sentence": HEAD + "achievements:\n  - 加强监管。检查20次。  # 已核实\n",
    "colons of all kinds in prose": HEAD
    + "achievements:\n  - heading: 加强监管：成效明显\n    text: 比例为3:1，8:30开始，见http://example.gov.cn/a。\n",
    "a block with lines that look like keys": HEAD
    + "achievements:\n  - heading: 加强监管\n    text: |\n      原因：编制少。\n\n      text：不是键。\n"
    "      -开展检查。\n      \t缩进。\n    cause: 编制少。\n",
    "a quoted value over lines": HEAD
    + 'achievements:\n  - heading: 加强监管\n    text: "全年检查20次，\n      发现问题: 3个。"\n',
    "prose with words that are keys elsewhere": HEAD
    + "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。\n      原因：编制少。\n",
    "figures in braces": HEAD + "achievements:\n  - heading: 法律援助\n    text: 受理495件。\n    figures:\n"
    '      - {name: 法律援助, value: 495, unit: 件, parts: {刑事案件: 351, "民事, 行政": 144}}\n'
    '      - {name: 成功率, value: 99.2, unit: "%", ratio: [1143, 1152]}\n',
    "a negative number and a dash of its own": HEAD
    + "achievements:\n  - heading: 加强监管\n    text: 气温\n      -5度，\n      ——成效明显。\n",
    "black brackets": HEAD + "achievements:\n  - heading: 【重点】加强监管\n    text: “双随机”检查20次。\n",
    "chinese keys": "部门: 区司法局\n年度: 2023\n工作成效:\n  - 标题: 加强监管\n    正文: 其中：检查20次。\n",
    "keys below keys": HEAD
    + "contact:\n      name: 李某\n      phone: 0745-0000000\n"
    + ITEM.removeprefix(HEAD)
    + "    figures:\n    - name: 检查\n      value: 20\n  - 加强培训\nplans:\n- 更新装备\n",
    "windows line ends": "department: 区司法局\r\nyear: 2023\r\n",
}


def found(text: str) -> list[tuple[str, int, int]]:
    _, findings = load_submission("x.yaml", text.encode())
    return [(one.code, one.span.line, one.span.column) for one in findings]


@pytest.mark.parametrize("name", CASES)
def test_a_typing_error_is_found_where_it_is(name: str) -> None:
    text, expected = CASES[name]

    assert found(text) == [case[:3] for case in expected]


@pytest.mark.parametrize("name", CASES)
def test_the_hint_shows_the_line_as_it_should_be(name: str) -> None:
    text, expected = CASES[name]
    _, findings = load_submission("x.yaml", text.encode())

    assert [case[3] in one.hint for case, one in zip(expected, findings, strict=True)] == [True] * len(
        expected
    )


def test_of_a_long_line_the_hint_shows_the_place() -> None:
    words = f"{'检查二十次' * 40},发现问题3个{'并整改' * 40}"
    text = f"{HEAD}achievements:\n  - {{heading: 监管, text: {words}。}}\n"
    _, (one,) = load_submission("x.yaml", text.encode())

    assert "  - {heading……" in one.hint
    assert "检查二十次，发现问题3个" in one.hint
    assert one.hint.endswith("并整改。}”")


@pytest.mark.parametrize("name", [name for name in CASES if name != "merge conflict"])
def test_who_does_as_the_hints_say_gets_a_file_without_typing_errors(name: str) -> None:
    text, _ = CASES[name]
    rows = text.split("\n")
    _, findings = load_submission("x.yaml", text.encode())

    for one in findings:
        rows[one.span.line - 1] = one.hint.removeprefix("这一行改成“").removesuffix("”")

    assert not {code for code, *_ in found("\n".join(rows))} & {rule.code for rule in RULES}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_has_no_typing_error(name: str) -> None:
    assert not {code for code, *_ in found(SOUND[name])} & {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rules_own_examples(rule: Rule) -> None:
    texts = [HEAD + text if "department" not in text else text for text in (rule.bad, rule.good)]

    codes = [{code for code, *_ in found(text)} for text in texts]

    assert rule.code in codes[0]
    assert rule.code not in codes[1]


def test_report_and_edits_are_searched_as_well() -> None:
    _, in_report = load_report("report.yaml", "year：2023\narea: 鹤城区\n".encode())
    _, in_edits = load_edits("edits.yaml", "- part: plans\n  omit：是\n".encode())

    assert ("wrong-colon", 1) in {(one.code, one.span.line) for one in in_report}
    assert ("wrong-colon", 2) in {(one.code, one.span.line) for one in in_edits}


def test_the_examples_are_free_of_typing_errors() -> None:
    files = sorted((ROOT / "examples").rglob("*.yaml"))
    loaders = {"report.yaml": load_report, "edits.yaml": load_edits}

    for file in files:
        _, findings = loaders.get(file.name, load_submission)(file.name, file.read_bytes())
        assert [one for one in findings if one.severity is Severity.ERROR] == [], file


KEYS = names(SUBMISSION)
MARKS = ":：；= \t\u3000-－\n\"'{}[],，#|>“”\\\r"
PIECES = st.sampled_from(["text", "heading", "部门", "全年", "<<<<<<<", *MARKS])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_looked_at_without_harm(text: str) -> None:
    source = Source("x.yaml", text)

    for one in explain_unreadable(source, KEYS, ()):
        assert 1 <= one.span.line <= len(source.starts)
        assert one.span.column >= 1
    load_submission("x.yaml", text.encode())


HOSTILE = {
    "unclosed quotes": '- "全年\n' * 20_000,
    "many typing errors": "\ttext：全年\n" * 20_000,
    "brackets": "text: " + "[" * 100_000,
    "braces": "text: {" + "name：1，" * 20_000 + "}",
    "colons": "x: " + "：" * 100_000,
    "commas": "- {heading: 全年," + "检查," * 20_000 + "}\n",
    "blanks": "\u3000" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()

    explain_unreadable(Source("x.yaml", text), KEYS, ())

    assert time.process_time() - start < 10


def test_a_long_list_behind_other_marks_takes_no_longer_than_its_length() -> None:
    start = time.process_time()

    _, findings = load_submission(
        "x.yaml", (ITEM + "    points:\n" + "      • 加强培训。\n" * 20_000).encode()
    )

    assert {one.code for one in findings} == {"wrong-dash"}
    assert time.process_time() - start < 10
