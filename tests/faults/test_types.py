"""A wrong type at every field: one finding at the value, and what else the file holds is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import FILE, HEAD, ITEM, REST, SOUND

if TYPE_CHECKING:
    from tests.faults.intake import Intake

LIST, MAP = "[甲]", "{甲: 1}"
TOP = {
    "department": (LIST, MAP),
    "year": ("二〇二三", "2023年", "2023.5", "true", LIST, MAP),
    "contact": ("李某", LIST),
    "approved_by": (LIST, MAP),
    "achievements": ("加强监管", "3", MAP),
    "leadership": ("加强监管", MAP),
    "other": ("加强监管", MAP),
}
ITEMS = {
    "section": (LIST, MAP),
    "heading": (LIST, MAP),
    "text": (LIST, MAP),
    "points": ("要点", MAP),
    "order": ("先", "1.5", "1e3", LIST, MAP),
    "cause": (LIST, MAP),
    "figures": ("数据", MAP),
}
FIGURES = {
    "name": (LIST, MAP),
    "value": ("许多", "1,000", "12件", "nan", "inf", "1e999999", "9" * 40, LIST, MAP),
    "unit": (LIST, MAP),
    "parts": ("5", LIST, "{甲: 许多}"),
    "ratio": ("3", "[1]", "[1, 2, 3]", "[甲, 2]", MAP),
    "previous": ("许多", LIST, MAP),
}
WRONG = {"wrong-type", "bad-value"}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(key, value) for key, values in table.items() for value in values]


def lines_of(text: str, key: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if f"{key}:" in line]


def check(intake: Intake, text: str, key: str, keeps: str) -> None:
    judged = intake.judge(text)
    own = [one for one in judged.errors if one[0] in WRONG]
    assert [line for _, line, _ in own] == [lines_of(text, key)[0]]
    (found,) = (one for one in judged.done.json["findings"] if one["code"] in WRONG)
    assert found["message"].startswith("“")
    assert found["hint"]
    assert keeps in "\n".join(intake.folder.lines())


@pytest.mark.parametrize(("key", "value"), pairs(TOP))
def test_top_level(intake: Intake, key: str, value: str) -> None:
    kept = [line for line in SOUND.splitlines() if not line.startswith(f"{key}:")]
    if key == "achievements":
        kept = [line for line in kept if line not in ITEM.splitlines()]
    text = "\n".join([*kept, f"{key}: {value}", ""])
    # a file that does not say whose it is reaches no page
    check(intake, text, key, "特此报告" if key == "department" else "队伍老化")


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in ITEMS.items() for value in values]
)
def test_items(intake: Intake, key: str, value: str) -> None:
    fields = {"heading": "加强监管", "text": "检查三次。", key: value}
    item = "".join(f"    {name}: {content}\n" for name, content in fields.items())
    check(intake, HEAD + "achievements:\n  -" + item[3:] + REST, key, "队伍老化")


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in FIGURES.items() for value in values]
)
def test_figures(intake: Intake, key: str, value: str) -> None:
    figure = {"name": "检查", "value": "3", "unit": "次", key: value}
    row = "".join(f"        {name}: {content}\n" for name, content in figure.items())
    text = SOUND.replace("    text: 检查三次。\n", f"    text: 检查三次。\n    figures:\n      -{row[7:]}")
    check(intake, text, key, "加强监管。检查三次。")


NULLS = ("", "~", "null")


@pytest.mark.parametrize("nothing", NULLS)
def test_a_key_without_a_value_is_as_good_as_none(intake: Intake, nothing: str) -> None:
    text = HEAD + f"contact: {nothing}\napproved_by: {nothing}\n" + ITEM
    text += (
        f"    points: {nothing}\n    figures: {nothing}\n    cause: {nothing}\n    order: {nothing}\n" + REST
    )
    assert intake.judge(text).errors == []


def test_scalars_stay_text_until_a_field_gives_them_a_type(intake: Intake) -> None:
    item = "achievements:\n  - {heading: 0101, text: 12:30, points: [no, 1.10, 0x1F, 2024-01-15, 1_000]}\n"
    intake.folder.write(FILE, HEAD + item + REST)
    assert "1.0101。12:30。一是no。二是1.10。三是0x1F。四是2024-01-15。五是1_000。" in "\n".join(
        intake.folder.lines()
    )


REPORT_TYPES = {
    "year: 2023": ("year: 二〇二三", "year: 1948", "year: 10000", "year: [2023]"),
    "area: 云溪县": ("area: [云溪县]", "area: {a: 1}", 'area: ""'),
    "version: 1": ("version: 2", "version: 甲"),
    "date: 2024-02-10": ("date: 明天", "date: 2024-02-30", "date: 2024-13-01", "date: [1]"),
    "issuer: 云溪县人民政府": ("issuer: {a: 1}", "issuer: [[甲]]"),
    "departments: [县司法局, 县公安局, 县林业局]": (
        "departments: []",
        "departments: 县司法局",
        "departments: [[甲]]",
        "departments: [{due: 2024-01-01}]",
        "departments: [{name: 甲, due: 明天}]",
        "departments: [{name: 甲, required: 或许}]",
        "departments: [{name: 甲, aliases: {a: 1}}]",
    ),
    "part: plans": ("part: plan", "part: [plans]", "part: plans, list: 随便", "part: plans, sections: 甲"),
    "document:": ("form: 红色\ndocument:", "form: [plain]\ndocument:", "rules: 甲\ndocument:"),
    "closing: 特此报告。": ("closing: [甲]", "attachments: 甲", "attachments: [{title: 甲}]", "sealed: 或许"),
}


@pytest.mark.parametrize(("right", "wrong"), pairs(REPORT_TYPES))
def test_report(intake: Intake, right: str, wrong: str) -> None:
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    assert right in report
    changed = report.replace(right, wrong)
    done = intake.folder.report(changed).validate()
    assert done.code == 3
    assert len(done.findings) == 1, done.findings
    code, file, line, _ = done.findings[0]
    assert code in {*WRONG, "missing-key"}
    assert file == "report.yaml"
    start = changed[: changed.index(wrong)].count("\n") + 1
    assert start <= line <= start + wrong.count("\n")
