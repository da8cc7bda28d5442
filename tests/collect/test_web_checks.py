"""What the page says while a clerk types is what the program will say: one table for both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from reportctl.collect.handing_out import FormFormat, hand_out
from reportctl.project.alone import check_alone
from reportctl.project.files import RawFile
from reportctl.project.opening import open_project
from reportctl.project.rulebook import rules_of
from tests.collect import web_pages
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("page_checks.yaml").read_text("utf-8"))
CODES = frozenset(code for case in CASES for code in case["codes"])
FILES = {
    "heading": "achievements:\n- heading: {text}\n  text: 检查20次。\n",
    "text": "achievements:\n- heading: 规范执法\n  text: {text}\n",
    "point": "achievements:\n- heading: 规范执法\n  text: 检查20次。\n  points: [{text}]\n",
    "cause": "shortcomings:\n- heading: 案卷质量不高\n  text: 有11个问题。\n  cause: {text}\n",
}


def told(case: dict[str, Any]) -> list[str]:
    text = json.dumps(case["text"], ensure_ascii=False)
    data = f"department: 县司法局\nyear: 2023\n{FILES[case['kind']].format(text=text)}".encode()
    found = check_alone(RawFile("a.yaml", data), None).found
    return sorted({finding.code for finding in found} & CODES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:20]}")
def test_the_program_finds_what_the_table_says(case: dict[str, Any]) -> None:
    assert told(case) == case["codes"]


def test_each_code_has_a_text_that_has_it_and_one_that_has_not() -> None:
    assert {code for case in CASES for code in case["codes"]} == set(CODES)
    assert len(CODES) >= 7
    assert {case["kind"] for case in CASES if not case["codes"]} == set(FILES)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root = tmp_path_factory.mktemp("project")
    (root / "report.yaml").write_text(REPORT, encoding="utf-8")
    hand_out(open_project(root), (), [FormFormat.HTML])
    with web_pages.desk(root / "profile") as desk:
        yield desk.open(root / "forms/县司法局.html")


@pytest.mark.slow
def test_the_page_finds_the_same_as_severe(page: Page) -> None:
    script = (
        "cases => cases.map(c => reportctl.check(c.kind, c.text, {heading: 40, sentence: 200, item: 1200}))"
    )
    found = page.evaluate(script, CASES)

    assert [sorted(one[0] for one in each) for each in found] == [case["codes"] for case in CASES]
    levels = {code: level for each in found for code, level, _ in each}
    # half-width marks are mended for the clerk, who is only told
    assert levels == {code: rule.severity.value for code, rule in rules_of(CODES).items()} | {
        "half-width": "note"
    }
