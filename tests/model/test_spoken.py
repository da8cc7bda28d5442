"""In a project with Chinese keys findings name Chinese keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl.model.keys import SHAPES
from reportctl.model.spoken import has_chinese_keys, in_chinese
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder

KEYS = frozenset(name for shape in SHAPES.values() for name in shape.names)
CHINESE = REPORT.replace("year:", "年度:", 1).replace("departments:", "部门名单:").replace("area:", "地区:")


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        (
            "补上 plans（下年安排）；确实没有的，写“plans: 无”",
            "补上 下年安排；确实没有的，写“下年安排: 无”",
        ),
        ("在名单里写 required: false（必报: 否）", "在名单里写 必报: 否"),
        ("不足“甲”没有写原因（cause）", "不足“甲”没有写原因"),
        ("补上一行“cause: ……”，写明原因", "补上一行“原因: ……”，写明原因"),
        ("在写它的那一章加上 covers: [achievements]", "在写它的那一章加上 法定内容: [工作成效]"),
        ("确认后把 was 改为 ab12", "确认后把 指纹 改为 ab12"),
        ("“text”后面少一个空格", "“text”后面少一个空格"),
        ("这一行改成“text: 检查3次。”", "这一行改成“text: 检查3次。”"),
        ("是不是 year？", "是不是 year？"),
        ("用 {{ year }} 代替年份", "用 {{ year }} 代替年份"),
        ("第一份在 submissions/text.yaml", "第一份在 submissions/text.yaml"),
        ("运行 `reportctl build --form plain`", "运行 `reportctl build --form plain`"),
    ],
)
def test_what_is_said(said: str, chinese: str) -> None:
    assert in_chinese(said) == chinese


def test_a_project_with_chinese_keys_is_told_chinese_ones(folder: Folder) -> None:
    folder.report(CHINESE)
    text = (
        "部门: 县司法局\n年度: 2023\n工作成效:\n  - {类别: 立法, 标题: 甲, 正文: 检查3次。}\n"
        "存在不足: [装备老旧。3台停产。]\n"
    )
    folder.write("submissions/县司法局.yaml", text)
    folder.write("edits.yaml", "- {部门: 县司法局, 来源: plans, 标题: 甲, 删去: 是, 理由: 另报}\n")
    told = folder.validate().json["findings"]
    assert {"missing-part", "missing-cause", "unmet-edit", "missing-submission"} <= {
        one["code"] for one in told
    }
    for one in told:
        words = re.sub("“[^”]*”", "", one["message"] + one["hint"])
        assert not KEYS & set(re.findall("[a-z_]+", words)), one
    english = folder.report(REPORT).validate().json["findings"]
    assert any("plans" in one["hint"] for one in english)


WHOLE = """\
版本: 1
年度: 2023
地区: 云溪县
公文: {发文机关: 云溪县人民政府, 成文日期: 2024-01-15, 导语: "2023年情况如下："}
版式: 白头
部门名单:
  - {名称: 县司法局}
提纲:
  - {编号: work, 标题: 工作, 来源: 工作成效}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("年度: 2023\n", "", "补上一行“年度: ……”"),
        ("{名称: 县司法局}", "{简称: 司法局}", "补上一行“名称: ……”"),
        ("版式: 白头", "版式: 红色", "只能写：白头、红头、公开"),
        ("来源: 工作成效", "来源: 成效", "只能写：工作成效、存在不足、下年安排、履职情况、其他"),
        ("版式: 白头", "规则: {级别: {long-sentence: 严重}}", "只能写：错误、警告、提示"),
        ("{名称: 县司法局}", "{名称: 县司法局, 别号: 甲}", "这里可以写：名称、简称、截止日期、必报"),
        ("版式: 白头", "标提: 甲", "是不是“标题”？“标题”写在 公文下面"),
        ("版式: 白头", "版式: 红头", "在 公文 里写 签发人，或改用白头"),
        ("2023年情况", "{{ yaer }}年情况", "是不是 year？"),
    ],
)
def test_errors_of_a_chinese_report_name_its_own_keys(
    folder: Folder, right: str, wrong: str, hint: str
) -> None:
    assert right in WHOLE
    done = folder.report(WHOLE.replace(right, wrong)).validate()
    (found,) = (
        one for one in done.json["findings"] if one["severity"] == "error" and one["file"] == "report.yaml"
    )
    assert (done.code, found["hint"]) == (3, hint)
    assert not KEYS & set(re.findall("[a-z_-]+", found["message"]))


def test_the_language_is_that_of_most_outermost_keys() -> None:
    assert has_chinese_keys("年度: 2023\n部门： 甲\n")
    assert has_chinese_keys("- {部门: 甲, 来源: plans}\n")
    assert not has_chinese_keys("year: 2023\n# 年度: 2023\narea: 县\n某键: 甲\n")
    assert not has_chinese_keys("")


def test_an_empty_edits_yaml_is_no_fault_beside_one_of_report_yaml(folder: Folder) -> None:
    folder.report(WHOLE.replace("版式: 白头", "版式: 红色")).write("edits.yaml", "# 没有取舍\n")
    assert {one["file"] for one in folder.validate().json["findings"]} == {"report.yaml"}
