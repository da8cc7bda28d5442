"""One template serves both languages of keys."""

from __future__ import annotations

import re

import pytest

from reportctl import resources
from reportctl.model.keys import EDIT, REPORT, SUBMISSION
from reportctl.scaffold.wording import Language, Wording, template

ENGLISH, CHINESE = Wording(REPORT, Language.ENGLISH), Wording(REPORT, Language.CHINESE)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("${area}: 鹤城区", "area: 鹤城区", "地区: 鹤城区"),
        ("  ${document.title}: 报告", "  title: 报告", "  标题: 报告"),
        ("# ${departments.due*}：期限", "# due（截止日期）：期限", "# 截止日期：期限"),
        ("${form}: ${form=plain}", "form: plain", "版式: 白头"),
        ("# ${form=formal*}", "# formal（红头）", "# 红头"),
        ("${outline.part}: ${outline.part=plans}", "part: plans", "来源: 下年安排"),
        ("${!what}年 {{ year }} $x {y}", "2023年 {{ year }} $x {y}", "2023年 {{ year }} $x {y}"),
    ],
)
def test_a_placeholder_is_written_in_either_language(text: str, english: str, chinese: str) -> None:
    given = {"what": "2023"}

    assert ENGLISH.write(text, given) == f"{english}\n"
    assert CHINESE.write(text, given) == f"{chinese}\n"


def test_an_empty_text_alone_on_its_line_takes_the_line_away() -> None:
    given = {"none": "", "some": "# 一\n# 二"}

    assert ENGLISH.write("a: ${!none}\n${!none}\n${!some}\nb:", given) == "a: \n# 一\n# 二\nb:\n"


@pytest.mark.parametrize(
    ("name", "shape"),
    [("report.yaml", REPORT), ("submission.yaml", SUBMISSION), ("edits.yaml", EDIT)],
)
def test_every_key_of_a_template_is_a_placeholder(name: str, shape: object) -> None:
    written = re.findall(r"^[# -]*(\w+):(?: |$)", template(name), re.MULTILINE)

    assert written == []


def test_every_shipped_template_is_text_with_one_kind_of_line_end() -> None:
    for path in resources.path("templates", "scaffold").iterdir():
        data = path.read_bytes()

        assert b"\r" not in data
        assert data.decode().endswith("\n")
