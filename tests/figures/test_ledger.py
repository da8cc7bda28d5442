"""The ledger: every declared figure, with its growth and the paragraph that it stands in."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reportctl.cli import main
from reportctl.model.submission import Figure
from reportctl.project.figures import growth

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

ITEM = """\
achievements:
  - heading: 1.加强法律援助
    text: 受理法律援助案件495件，同比增长10%。
    points:
      - 调解纠纷1152起。
    figures:
      - name: 法律援助案件
        value: 495
        unit: 件
        parts: {刑事案件: 351, 民事案件: 139, 其他: 5}
        previous: 450
      - {name: 调解成功率, value: 99.2, unit: "%", ratio: [1143, 1152], previous: 98}
      - {name: 调解纠纷, value: 1152, unit: 起}
"""


def figures(folder: Folder) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = folder.run("figures", "--format", "json").json["figures"]
    return found


def test_a_figure_with_all_that_is_known_of_it(folder: Folder) -> None:
    folder.submit("县司法局", ITEM)
    first, second, third = figures(folder)
    assert first == {
        "department": "县司法局",
        "part": "achievements",
        "heading": "加强法律援助",
        "name": "法律援助案件",
        "value": 495,
        "unit": "件",
        "parts": {"刑事案件": 351, "民事案件": 139, "其他": 5},
        "ratio": None,
        "previous": 450,
        "growth": 10,
        "growth_unit": "%",
        "file": "submissions/县司法局.yaml",
        "line": 9,
        "block": {
            "id": "work.1",
            "numbers": "一、1.",
            "text": "加强法律援助。受理法律援助案件495件，同比增长10%。一是调解纠纷1152起。",
        },
    }
    assert (second["value"], second["ratio"], second["line"]) == (99.2, [1143, 1152], 14)
    assert (second["growth"], second["growth_unit"]) == (1.2, "百分点")
    assert (third["previous"], third["growth"], third["growth_unit"]) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "previous", "unit", "expected"),
    [
        ("94", "31", "件", ("203.2", "%")),
        ("30", "40", "件", ("-25.0", "%")),
        ("40", "40", "件", ("0.0", "%")),
        ("1.05", "1", "万份", ("5.0", "%")),
        ("100.25", "100", "件", ("0.3", "%")),  # a half goes up, as people round
        ("99.2", "98", "%", ("1.2", "百分点")),
        ("98", "99.25", "\uff05", ("-1.3", "百分点")),
        ("5", "0", "%", ("5.0", "百分点")),
        ("5", "0", "件", None),
        ("5", "-5", "件", None),
        ("5", None, "件", None),
        ("1" + "0" * 29, "3", "件", ("3" * 28 + "233.3", "%")),
    ],
)
def test_growth(value: str, previous: str | None, unit: str, expected: tuple[str, str] | None) -> None:
    last = Decimal(previous) if previous is not None else None
    found = growth(Figure("甲", Decimal(value), unit, previous=last))
    assert (found and (str(found.value), found.unit)) == expected


def test_the_order_is_that_of_the_roster_then_of_the_file(folder: Folder) -> None:
    item = "achievements: [{{heading: 甲{0}, text: 查{0}次。, figures: [{{name: 乙{0}, value: {0}}}]}}]\n"
    for number, name in enumerate(("县公安局", "县林业局", "县司法局"), 1):
        folder.submit(name, item.format(number))
    plan = "plans: [{heading: 丙, text: 查9次。, figures: [{name: 丁, value: 9}]}]\nshortcomings: 无\n"
    folder.submit("县林业局", item.format(2), plan)
    assert [one["name"] for one in figures(folder)] == ["乙3", "乙1", "乙2", "丁"]


# --- where it stands ---------------------------------------------------------------------------------

SECTIONS = """\
outline:
  - id: work
    title: 工作情况
    part: achievements
    points: numbered
    sections: [{id: law, title: 执法}, {id: help, title: 援助}]
  - {id: shortcomings, title: 不足, part: shortcomings, list: inline}
"""


@pytest.fixture
def sections(folder: Folder) -> Folder:
    """A project with sections, points as paragraphs, and a chapter that is one paragraph."""
    text = (folder.root / "report.yaml").read_text("utf-8")
    return folder.report(text[: text.index("outline:")] + SECTIONS)


def test_the_numbers_lead_from_the_chapter_to_the_paragraph(sections: Folder) -> None:
    sections.submit(
        "县司法局",
        """\
achievements:
  - {section: help, heading: 首要, text: 先做3件。}
  - section: help
    heading: 援助
    text: "办案495件。\\n\\n另办公证120件。"
    points: [一项7次。, 二项1495次、29.5次、8次。]
    figures:
      - {name: 援助, value: 495, unit: 件}
      - {name: 公证, value: 120, unit: 件}
      - {name: 一项, value: 7}
      - {name: 二项, value: 8}
      - {name: 没有写进正文的, value: 29}
  - {section: law, heading: 执法, text: 检查1次。, figures: [{name: 检查, value: 1}]}
shortcomings:
  - {heading: 人少, text: 缺2人。, figures: [{name: 缺人, value: 2}]}
  - {heading: 车少, text: 缺4辆。, figures: [{name: 缺车, value: 4}]}
""",
        "plans: 无\n",
    )
    places = {one["name"]: (one["block"]["numbers"], one["block"]["id"]) for one in figures(sections)}
    assert places == {
        "援助": ("一、（二）2.", "work.help.2"),
        "公证": ("一、（二）2.", "work.help.2.2"),
        "一项": ("一、（二）2.（1）", "work.help.2.p1"),
        "二项": ("一、（二）2.（2）", "work.help.2.p2"),
        "没有写进正文的": ("一、（二）2.", "work.help.2"),
        "检查": ("一、（一）1.", "work.law.1"),
        "缺人": ("二、", "shortcomings.1"),
        "缺车": ("二、", "shortcomings.1"),
    }


def test_items_of_several_departments_stand_in_one_paragraph(folder: Folder) -> None:
    for name, value in (("县司法局", 3), ("县公安局", 4)):
        item = f"{{heading: 检查, text: 查{value}次。, figures: [{{name: 检查, value: {value}}}]}}"
        folder.submit(name, f"achievements: [{item}]\n")
    assert [one["block"]["id"] for one in figures(folder)] == ["work.1", "work.1"]


def test_what_did_not_reach_the_report_says_so(folder: Folder) -> None:
    folder.submit("县司法局", ITEM)
    folder.write(
        "edits.yaml", "- {part: achievements, heading: 加强法律援助, omit: true, reason: 并入别处}\n"
    )
    assert [one["block"] for one in figures(folder)] == [None] * 3
    done = folder.run("figures")
    assert all(line.endswith("\t未写入报告") for line in done.out.splitlines())
    assert "3 个未写入报告" in done.err


def test_of_two_submissions_of_a_department_only_the_first_is_in_the_report(folder: Folder) -> None:
    folder.submit("县司法局", ITEM)
    folder.write("submissions/重.yaml", f"department: 县司法局\nyear: 2023\n{ITEM}plans: 无\n")
    assert [one["block"] is None for one in figures(folder)] == [False] * 3 + [True] * 3


# --- whatever the findings ---------------------------------------------------------------------------


def test_errors_do_not_stop_it_and_unread_files_are_named(folder: Folder) -> None:
    other = "  - {heading: 丙, text: 查9次。, figures: [{name: 丁, value: 9}]}\n"
    folder.submit("县司法局", ITEM.replace("value: 99.2", "value: 很高") + other)
    folder.submit("县公安局", "achievements: [\n")
    folder.submit("外单位", ITEM, "")
    done = folder.run("figures", "--format", "json")
    assert done.code == 0
    assert [(one["department"], one["name"]) for one in done.json["figures"]] == [
        ("县司法局", "丁"),
        ("外单位", "法律援助案件"),
        ("外单位", "调解成功率"),
        ("外单位", "调解纠纷"),
    ]
    assert done.json["unread"] == ["submissions/县公安局.yaml", "submissions/县司法局.yaml"]
    assert all(f"submissions/{name}.yaml 有读不懂的地方" in done.err for name in ("县公安局", "县司法局"))
    assert "submissions/外单位.yaml 有" not in done.err


def test_without_any_figure(folder: Folder) -> None:
    done = folder.run("figures")
    assert (done.code, done.out) == (0, "")
    assert done.err == "共 0 个数据，来自 0 个部门\n"
    assert folder.run("figures", "--format", "json").json["figures"] == []


def test_a_project_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(tmp_path), "figures"]) == 3
    assert capsys.readouterr().out == ""


def test_json_numbers_are_exact_where_json_has_them(folder: Folder) -> None:
    item = "{{heading: 甲, text: 乙。, figures: [{{name: 丙, value: {}}}]}}"
    for written, read in (("123456789012345678901234567890", 123456789012345678901234567890), ("1.10", 1.1)):
        folder.submit("县司法局", f"achievements: [{item.format(written)}]\n")
        out = folder.run("figures", "--format", "json").out
        assert json.loads(out)["figures"][0]["value"] == read
