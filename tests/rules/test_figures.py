"""Figures against the words of their item, against themselves, and against other departments' figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.projects import PLANS, SHORTCOMINGS, findings

if TYPE_CHECKING:
    from pathlib import Path

FIGURE_CODES = {
    "figure-not-in-text",
    "figure-not-declared",
    "figure-unit",
    "growth-mismatch",
    "rate-mismatch",
    "parts-exceed",
    "parts-fall-short",
}

# the words of an item, one figure, and what must be found
WRONG = [
    ("受理案件459件。", "{name: 案件, value: 495, unit: 件}", {"figure-not-in-text", "figure-not-declared"}),
    (
        "受理案件495件，其中刑事31件。",
        "{name: 案件, value: 495, unit: 件, parts: {刑事: 351}}",
        {"figure-not-in-text"},
    ),
    (
        "受理案件495件，其中刑事351件、民事193件。",
        "{name: 案件, value: 495, unit: 件, parts: {刑事: 351, 民事: 193}}",
        {"parts-exceed"},
    ),
    (
        "受理案件276件，刑事216件，民事50件。",
        "{name: 案件, value: 276, unit: 件, parts: {刑事: 216, 民事: 50}}",
        {"parts-fall-short"},
    ),
    ("办结率98%。", '{name: 办结率, value: 98, unit: "%", ratio: [95, 100]}', {"rate-mismatch"}),
    ("办结率98%。", '{name: 办结率, value: 98, unit: "%", ratio: [95, 0]}', {"rate-mismatch"}),
    ("收案94件，同比增长20%。", "{name: 收案, value: 94, unit: 件, previous: 31}", {"growth-mismatch"}),
    ("收案94件，比上年下降30%。", "{name: 收案, value: 94, unit: 件, previous: 31}", {"growth-mismatch"}),
    ("调处纠纷1152起。", "{name: 纠纷, value: 1152, unit: 件}", {"figure-unit"}),
]

SOUND = [
    (
        "受理案件495件，其中刑事351件、民事139件、行政5件。",
        "{name: 案件, value: 495, unit: 件, parts: {刑事: 351, 民事: 139, 行政: 5}}",
    ),
    ("审结137件，其中调解和解41件。", "{name: 审结, value: 137, unit: 件, parts: {调解和解: 41}}"),
    (
        "调处1152起，调解成功1143起，成功率99%以上。",
        '{name: 成功率, value: 99.2, unit: "%", ratio: [1143, 1152]}',
    ),
    ("调处63起，成功62起。", '{name: 成功率, value: 98.4, unit: "%", ratio: [62, 63]}'),
    ("收到申请11500余件。", "{name: 申请, value: 11500, unit: 件}"),
    ("收到申请1.15万件。", "{name: 申请, value: 11500, unit: 件}"),
    ("收到申请1.1万余件。", "{name: 申请, value: 11500, unit: 件}"),
    ("发放资料3万余份、宣传品1.7万余份。", "{name: 资料, value: 3, unit: 万份}"),
    ("开展检查十二次。", "{name: 检查, value: 12, unit: 次}"),
    ("收案94件，同比增长200%左右。", "{name: 收案, value: 94, unit: 件, previous: 31}"),
    ("收案94件，同比增长203.2%。", "{name: 收案, value: 94, unit: 件, previous: 31}"),
    ("收案31件，同比下降67%。", "{name: 收案, value: 31, unit: 件, previous: 94}"),
    ("培训500人次。", "{name: 培训, value: 500, unit: 人次}"),
]


def item(words: str, figure: str) -> str:
    return f"text: {words}\nfigures:\n  - {figure}"


@pytest.mark.parametrize(("words", "figure", "expected"), WRONG)
def test_a_figure_that_does_not_agree(tmp_path: Path, words: str, figure: str, expected: set[str]) -> None:
    found = {one.code for one in findings(tmp_path / "p", item(words, figure))}

    assert found & FIGURE_CODES >= expected


@pytest.mark.parametrize(("words", "figure"), SOUND)
def test_figures_that_agree_raise_nothing(tmp_path: Path, words: str, figure: str) -> None:
    found = [one for one in findings(tmp_path / "p", item(words, figure)) if one.code in FIGURE_CODES]

    assert found == []


def test_the_finding_stands_at_the_value(tmp_path: Path) -> None:
    found = findings(tmp_path / "p", item("受理案件459件。", "{name: 案件, value: 495, unit: 件}"))

    (one,) = (one for one in found if one.code == "figure-not-in-text")

    assert (one.span.line, one.span.column, one.span.end_column) == (6, 27, 30)


def other(words: str, figure: str, heading: str = "开展法律援助") -> str:
    return (
        f"department: 区林业局\nyear: 2023\nachievements:\n  - heading: {heading}\n    text: {words}\n"
        f"    figures:\n      - {figure}\n{SHORTCOMINGS}{PLANS}"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{name: 全区法律援助案件, value: 495, unit: 件}", "{name: 全区法律援助案件, value: 459, unit: 件}"),
        ("{name: 援助案件, value: 495, unit: 件}", "{name: 援助案件, value: 459, unit: 件}"),
    ],
)
def test_two_departments_give_one_figure_two_values(tmp_path: Path, first: str, second: str) -> None:
    mine = "heading: 开展法律援助\n" + item("受理495件。", first)

    found = findings(tmp_path / "p", mine, other("受理459件。", second))

    (one,) = (one for one in found if one.code == "figure-conflict")
    assert one.department == "区林业局"
    assert one.span.file == "submissions/1.yaml"
    assert one.related[0].span.file == "submissions/0.yaml"


def test_the_words_of_two_departments_are_compared_as_well(tmp_path: Path) -> None:
    mine = "text: 全区共受理法律援助案件495件。"
    figure = "{name: 印发, value: 3, unit: 份}"

    found = findings(
        tmp_path / "p", mine, other("全区共受理法律援助案件459件，印发3份。", figure, heading="甲")
    )

    assert [one.span.file for one in found if one.code == "figure-conflict"] == ["submissions/1.yaml"]


def test_each_departments_own_count_of_the_same_thing_is_no_conflict(tmp_path: Path) -> None:
    mine = "heading: 规范执法\n" + item("检查495次。", "{name: 执法检查, value: 495, unit: 次}")
    theirs = other("检查20次。", "{name: 执法检查, value: 20, unit: 次}", heading="严格执法")

    assert "figure-conflict" not in {one.code for one in findings(tmp_path / "p", mine, theirs)}
