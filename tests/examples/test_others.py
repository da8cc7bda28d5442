"""The two other examples: the five statutory chapters, and the smallest report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.examples.conftest import Example
    from tests.tools.golden import Golden

STATUTORY = ["achievements", "shortcomings", "leadership", "plans", "other"]


@pytest.mark.parametrize("name", ["five-chapters", "minimal"])
def test_the_text_is_the_golden_one(example: Callable[[str], Example], golden: Golden, name: str) -> None:
    golden(ROOT / "tests/golden" / name / "report.txt", example(name).text)


@pytest.mark.parametrize("name", ["five-chapters", "minimal"])
def test_nothing_is_found_in_it(example: Callable[[str], Example], name: str) -> None:
    assert example(name).verdict["findings"] == []


def test_the_five_chapters_answer_the_law_in_its_order(example: Callable[[str], Example]) -> None:
    report = yaml.safe_load((example("five-chapters").root / "report.yaml").read_text("utf-8"))

    assert [covered for chapter in report["outline"] for covered in chapter["covers"]] == STATUTORY


def test_the_five_chapters_show_every_way_to_lay_one_out(example: Callable[[str], Example]) -> None:
    text = example("five-chapters").text

    assert "（二）规范执法，维护公平有序环境\n4." in text  # numbering: continue
    assert "（一）决策后评估开展不够\n目录内" in text  # bracketed, headings alone, causes after the text
    assert "\n区委主要负责人统筹谋划。" in text  # paragraphs
    assert "\n（1）出台决策后评估办法" in text  # points: numbered
    assert "\n一是人大监督意见办理。" in text  # inline


def test_chinese_and_english_keys_stand_side_by_side(example: Callable[[str], Example]) -> None:
    root = example("five-chapters").root
    first = {next(iter(yaml.safe_load(one.read_text("utf-8")))) for one in (root / "submissions").iterdir()}

    assert first == {"部门", "department"}


def test_the_smallest_report_stays_small(example: Callable[[str], Example]) -> None:
    minimal = example("minimal")

    assert len(minimal.handed_in) == 2
    assert not (minimal.root / "edits.yaml").exists()
    assert len((minimal.root / "report.yaml").read_text("utf-8").splitlines()) <= 30
