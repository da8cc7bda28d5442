"""Versions of one text are merged clause by clause, and never where two changed the same one."""

from __future__ import annotations

import random

import pytest

from reportctl.text.clauses import clauses, merge
from tests.rules.test_linear import is_linear

OLD = "加强监管。全年检查20次\uff0c发现问题3个\uff0c整改3个\uff1b群众满意。"
PARTS = ["加强监管。", "全年检查20次\uff0c", "发现问题3个\uff0c", "整改3个\uff1b", "群众满意。"]


def test_clauses_are_the_text() -> None:
    assert clauses(OLD) == PARTS
    assert clauses("没有句号") == ["没有句号"]
    assert clauses("") == []
    assert clauses("“引文。”在前") == ["“引文。", "”在前"]


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (
            OLD.replace("20", "21"),
            OLD.replace("整改3", "整改2"),
            OLD.replace("20", "21").replace("整改3", "整改2"),
        ),
        (OLD.replace("20", "21"), OLD, OLD.replace("20", "21")),
        (OLD.replace("20", "21"), OLD.replace("20", "21"), OLD.replace("20", "21")),
        (OLD.replace("20", "21"), OLD + "另有2件。", OLD.replace("20", "21") + "另有2件。"),
        (
            OLD.replace(PARTS[1], ""),
            OLD.replace("群众", "企业"),
            OLD.replace(PARTS[1], "").replace("群众", "企业"),
        ),
        ("总的看\uff0c" + OLD, OLD + "完。", "总的看\uff0c" + OLD + "完。"),
    ],
)
def test_different_clauses_go_together(one: str, other: str, merged: str) -> None:
    assert merge(OLD, [one, other]) == (merged, ())
    assert merge(OLD, [other, one]) == (merged, ())


@pytest.mark.parametrize(
    ("one", "other", "old"),
    [
        (OLD.replace("20", "21"), OLD.replace("20", "22"), PARTS[1]),
        (OLD.replace(PARTS[1], ""), OLD.replace("20", "22"), PARTS[1]),
        (OLD.replace("整改", "又查\uff0c整改"), OLD.replace("整改", "再查\uff0c整改"), ""),
        (OLD + "甲。", OLD + "乙。", ""),
        ("全部重写。", OLD.replace("20", "22"), OLD),
    ],
)
def test_the_same_clause_clashes(one: str, other: str, old: str) -> None:
    merged = merge(OLD, [one, other])
    assert merged.text == OLD
    (clash,) = merged.clashes
    assert clash.old == old
    assert len(set(clash.texts)) == 2


def test_three_versions() -> None:
    merged = merge(OLD, [OLD.replace("20", "21"), OLD, OLD.replace("群众", "企业")])
    assert merged == (OLD.replace("20", "21").replace("群众", "企业"), ())


def test_generated_versions_merge_exactly_or_clash() -> None:
    rng = random.Random(5)  # noqa: S311 - no secret
    for _ in range(3_000):
        old = [f"第{rng.randint(1, 6)}句\uff0c" for _ in range(rng.randint(1, 12))]
        changed = [
            {place: f"改{who}{place}\uff0c" for place in range(len(old)) if rng.random() < 0.2}
            for who in "甲乙丙"
        ]
        versions = ["".join(made.get(place, part) for place, part in enumerate(old)) for made in changed]
        counts = [sum(place in made for made in changed) for place in range(len(old))]
        merged = merge("".join(old), versions)
        if max(counts) > 1:
            assert merged.clashes
        else:
            wanted = changed[0] | changed[1] | changed[2]
            assert merged == ("".join(wanted.get(place, part) for place, part in enumerate(old)), ())


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["\uff0c", "甲\uff0c", "甲"])
def test_it_is_linear(unit: str) -> None:
    assert is_linear(lambda text: merge(text, [f"甲{text}", text[::-1], text.replace("甲", "乙")]), unit)
