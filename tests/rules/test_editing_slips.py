"""A verb that comes twice, one amount in two scales, 上年 that was another, 合计 that is no sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.sheets import findings, marked

if TYPE_CHECKING:
    from tests.tools.project import Folder

TWICE = [
    ("全年开展专项检查活动开展20次。", ["开展专项检查活动开展"]),
    ("加强对执法人员的教育加强。", ["加强对执法人员的教育加强"]),
    ("强化事前公开加强事后公开强化行政执法监督。", ["强化事前公开加强事后公开强化"]),
    ("开展宣传和开展培训。", []),
    ("通报专项行动，开展整治行动开展情况检查。", []),
    ("提高群众满意度，提升水平。", []),
    ("充分发挥作用，更好发挥优势。", []),
    ("加强监督，加强检查。", []),
    ("推动党建更好推动发展。", []),
    ("抓好“双随机”抽查，做好公示。", []),
]


@pytest.mark.parametrize(("text", "words"), TWICE)
def test_one_verb_twice(text: str, words: list[str]) -> None:
    assert marked("verb-twice", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("投入资金3256万元，其中3256亿元用于装备。", ["3256亿元"]),
        ("兑现奖补12.35万元。共兑现12.35元。", ["12.35元"]),
        ("投入2000万元，带动投资2000亿元。", []),
        ("从9万元提高到9万亿元。", []),
        ("投入3256万元，其中3256万元用于装备。", []),
        ("投入3256万元，其中1256万元用于装备。", []),
    ],
)
def test_one_amount_in_two_scales(text: str, words: list[str]) -> None:
    assert marked("scale-slip", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("开展“4.15”全民国家安全教育日宣传3场，“12.4”宪法日宣传5场。", ["4.15", "12.4"]),
        ("开展“4·15”宣传，完成率达“98.5”，举办“3.0”版培训。", []),
        ("评为“13.5”“2.45”分。", []),
    ],
)
def test_a_day_that_gives_its_name(text: str, words: list[str]) -> None:
    assert marked("named-day", text) == words


def test_other_items_may_have_the_same_digits() -> None:
    assert findings("scale-slip", "投入3256万元。", "产值3256亿元。") == []


@pytest.mark.parametrize(("previous", "found"), [("31", 0), ("13", 1), ("31.0", 0)])
def test_last_years_figure(folder: Folder, previous: str, found: int) -> None:
    figure = (
        "achievements:\n  - heading: 复议\n    text: 收案{n}件。\n"
        "    figures:\n      - {{name: 收案, value: {n}, unit: 件{more}}}\n"
    )
    folder.report((folder.root / "report.yaml").read_text("utf-8") + "last_year: last-year\n")
    last = folder.submit("县司法局", figure.format(n=31, more="")).root / "submissions/县司法局.yaml"
    folder.write("last-year/司法局.yaml", last.read_text("utf-8").replace("2023", "2022"))
    folder.submit("县司法局", figure.format(n=94, more=f", previous: {previous}"))
    told = [one for one in folder.validate().json["findings"] if one["code"] == "previous-mismatch"]
    assert len(told) == found
    assert all("（last-year/司法局.yaml 第 7 行）" in one["message"] for one in told)


def tables(folder: Folder, rows: str) -> list[str]:
    report = (folder.root / "report.yaml").read_text("utf-8")
    given = "  attachments: [{title: 统计表, file: 表.csv}]\n  opening"
    folder.report(report.replace("  opening", given, 1) if "attachments" not in report else report)
    folder.write("表.csv", rows.replace(" ", "\n"))
    return [one["message"] for one in folder.validate().json["findings"] if one["code"] == "table-total"]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("单位,案件 甲,20 乙,30 合计,60", ["“合计”行“案件”列写的是 60，各项相加是 50"]),
        ("单位,案件 甲,20 乙,30 合计,50", []),
        ("单位,案件 合计,60 甲,20 乙,30", ["“合计”行“案件”列写的是 60，各项相加是 50"]),
        ("单位,案件 甲,20 乙,30 小计,50 丙,10 合计,60", []),
        ("单位,金额 甲,1.25 乙,2.5 合计,3.8", []),
        ("单位,办结率 甲,20 乙,30 合计,60", []),
        ("单位,案件 甲,20 其中：刑事,5 合计,20", []),
        ("单位,案件 甲,20 乙,不详 合计,60", []),
        ("单位,甲类,乙类,合计 一,1,2,3 二,2,3,5 三,3,4,7 四,4,5,8", ["“四”行“合计”列写的是 8，各项相加是 9"]),
        ("单位,甲类,乙类,合计 一,1,2,4 二,2,3,6 三,3,4,9", []),
    ],
)
def test_totals_of_a_table(folder: Folder, rows: str, wrong: list[str]) -> None:
    assert tables(folder, rows) == [f"附件《统计表》里{words}" for words in wrong]
