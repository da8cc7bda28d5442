"""In a project with Chinese keys findings name Chinese keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl.model.keys import SHAPES
from reportctl.model.spoken import in_chinese
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
