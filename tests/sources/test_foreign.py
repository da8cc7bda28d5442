"""What is no YAML around and within a file is named for what it is, with the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.model.files import load_submission

if TYPE_CHECKING:
    from tests.tools.project import Folder

TEXT = """\
部门: 区司法局
年度: 2023
工作成效:
  - 标题: 加强监管
    正文: 全年检查20次。
存在不足: 无
下年安排: 无
"""


def found(text: str) -> list[tuple[str, int]]:
    _, findings = load_submission("x.yaml", text.encode())
    return [(str(one.code), one.span.line) for one in findings]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"```yaml\n{TEXT}```\n", [1]),
        (f"好的\uff0c以下是整理好的材料\uff1a\n\n```yaml\n{TEXT}```\n\n如有需要请告诉我。\n", [1, 3, 13]),
        (f"张科长 14:20\n{TEXT}", [1]),
        (f"以下是我局材料\uff1a\n{TEXT}", [1]),
        (f"{TEXT}请查收\uff0c谢谢\uff01\n", [8]),
    ],
    ids=["fence", "chat and fence", "a name and a time", "a line before", "a line behind"],
)
def test_lines_around_the_material(text: str, places: list[int]) -> None:
    assert found(text) == [("foreign-line", line) for line in places]


@pytest.mark.parametrize(
    ("sound", "spoilt"),
    [
        ("标题: 加强", "**标题**: 加强"),
        ("标题: 加强", "**标题:** 加强"),
        ("标题: 加强", "**标题\uff1a** 加强"),
        ("标题: 加强监管", "标题: **加强监管**"),
        ("工作成效:", "**工作成效**\uff1a"),
    ],
)
def test_marks_of_bold_type(sound: str, spoilt: str) -> None:
    text = TEXT.replace(sound, spoilt)
    _, (finding, *more) = load_submission("x.yaml", text.encode())
    assert (str(finding.code), more) == ("markdown-mark", [])
    line = finding.span.line
    assert finding.hint == f"这一行改成“{TEXT.splitlines()[line - 1]}”"


def test_a_text_that_goes_on_in_a_line_of_its_own_is_no_chat() -> None:
    text = TEXT.replace("20次。", "20次\uff0c\n发现问题3个。")
    assert found(text) == [("broken-line", 6)]


@pytest.mark.parametrize(("said", "number"), [("2023年", "2023"), ("2023年度", "2023"), (" 2023 年", "2023")])
def test_a_year_with_its_unit(said: str, number: str) -> None:
    _, findings = load_submission("x.yaml", TEXT.replace("2023", said).encode())
    assert [(str(one.code), one.hint) for one in findings] == [("wrong-type", f"写成 {number}")]


def test_a_figure_with_its_unit() -> None:
    text = TEXT.replace("20次。\n", "20次。\n    数据:\n      - {名称: 检查, 数值: 20次}\n")
    _, (finding,) = load_submission("x.yaml", text.encode())
    assert "“数值”写成了“20次”" in finding.message


def test_a_name_that_windows_made_longer(folder: Folder) -> None:
    folder.write("submissions/县司法局.yaml.txt", TEXT)
    (stray,) = (one for one in folder.validate().json["findings"] if one["code"] == "stray-file")
    assert "多了“.txt”" in stray["message"]
    assert "改成 县司法局.yaml" in stray["hint"]
