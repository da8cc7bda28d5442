"""Texts that a department hands in again: what counts as the same, and what does not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from reportctl.model.files import load_submission
from reportctl.rules.context import Context
from reportctl.rules.last_year import check_project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.findings import Finding
    from reportctl.model.files import Submission

TEXT = (
    "2022年全年组织评查行政执法案卷60本，发现文书不规范、程序有瑕疵等问题18个，逐案反馈办案单位限期整改。"
    "邀请人大代表和律师参加评查3次，评查结果纳入年度考核，办案人员的规范意识明显增强。"
)
FORMULA = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想和党的二十大精神，"
    "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，"
    "认真落实《法治政府建设实施纲要（2021—2025年）》，推动高质量发展，坚持以人民为中心的发展思想。"
)


def handed(text: str, name: str, department: str = "区司法局", key: str = "text") -> Submission:
    item = f"\n    points:\n      - {text}" if key == "points" else f"\n    {key}: {text}"
    data = f"department: {department}\nachievements:\n  - heading: 规范执法监督{item}\n"
    file, _ = load_submission(name, data.encode())
    assert file is not None
    return file


def found(this: str, last: str, **more: str) -> list[Finding]:
    mine = handed(this, "submissions/a.yaml")
    return list(
        check_project(Context(received=(mine,), last_year=(handed(last, "last-year/b.yaml", **more),)))
    )


def likeness(findings: Iterable[Finding]) -> list[str]:
    return [one.message.partition("上年交的")[2].partition("\uff08")[0] for one in findings]


@pytest.mark.parametrize(
    ("this", "expected"),
    [
        (TEXT, ["一字不差"]),
        (TEXT.replace("2022", "2023"), ["只差数字或标点"]),
        (TEXT.replace("60", "115").replace("18", "9").replace("\uff0c", "、"), ["只差数字或标点"]),
        (
            TEXT.replace("评查结果", "有关情况").replace("律师", "学者").replace("2022年", "2023年"),
            ["大半一样"],
        ),
        (TEXT + "建立问题台账。", ["大半一样"]),
        (TEXT.replace("邀请人大代表和律师参加评查3次\uff0c", ""), ["大半一样"]),
        (TEXT + "新建执法监督平台，归集处罚数据1200条，自动比对案由、时限和裁量，推送异常线索41条，" * 2, []),
        (
            "组织开展行政执法人员资格考试2次，320人取得资格，清理不合格人员12人，并对辅助人员登记造册统一管理。",
            [],
        ),
        ("评查行政执法案卷60本。", []),
    ],
)
def test_what_counts_as_the_same(this: str, expected: list[str]) -> None:
    assert likeness(found(this, TEXT)) == expected


@pytest.mark.parametrize("text", [FORMULA, "评查行政执法案卷60本，发现问题18个。"])
def test_formulas_and_short_texts_are_nobodys_own(text: str) -> None:
    assert found(text, text) == []


@pytest.mark.parametrize("key", ["text", "cause", "points"])
def test_both_places_are_told(key: str) -> None:
    (one,) = found(TEXT, TEXT, key=key)

    column = {"text": 11, "cause": 12, "points": 9}[key]
    line = 6 if key == "points" else 5
    assert one.span[:3] == ("submissions/a.yaml", 4, 11)
    assert one.related[0].span[:3] == ("last-year/b.yaml", line - 1, column)
    assert f"last-year/b.yaml 第 {line - 1} 行" in one.message


def test_only_the_departments_own_texts_count() -> None:
    assert found(TEXT, TEXT, department="区公安局") == []


def test_time_grows_with_the_number_of_submissions_and_no_faster() -> None:
    def taken(count: int) -> float:
        names = [f"{number}局" for number in range(count)]
        this = tuple(handed(TEXT.replace("评查", name), f"a/{name}", name) for name in names)
        last = tuple(handed(TEXT, f"b/{name}", name) for name in names)
        start = time.process_time()
        assert len(list(check_project(Context(received=this, last_year=last)))) == count
        return time.process_time() - start

    few, many = (min(taken(count) for _ in range(3)) for count in (40, 400))
    assert many < 40 * max(few, 0.001)
