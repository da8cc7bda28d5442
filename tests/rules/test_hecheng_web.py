"""The Hecheng page as the web gave it, handed in as it stands: which of its defects are found."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from reportctl.project.building import check
from reportctl.project.opening import open_project
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from tests.tools.golden import Golden

FOLDER = ROOT / "tests/golden/hecheng-web"
FILE = "submissions/区委依法治区办.yaml"
DEFECTS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "defects.yaml").read_text(encoding="utf-8"))
# The page has these half-width throughout: that is the page's doing, and found as half-width.
WIDE = str.maketrans({half: chr(ord(half) + 0xFEE0) for half in ",:;()"})


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    return check(open_project(FOLDER)).findings


def page() -> Iterator[tuple[int, str]]:
    for number, line in enumerate((FOLDER / FILE).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith('  - "'):
            yield number, json.loads(line.removeprefix("  - ")).translate(WIDE)


def differences() -> Iterator[dict[str, Any]]:
    """Everything in which the page differs from the published text."""
    published = (ROOT / "tests/golden/hecheng-2023/report.txt").read_text(encoding="utf-8").splitlines()
    for number, text in page():
        best = max(published, key=lambda line: SequenceMatcher(None, text, line, autojunk=False).ratio())
        match = SequenceMatcher(None, text, best, autojunk=False)
        if match.ratio() < 0.5:
            yield {"line": number, "extra": text}
            continue
        for kind, start, end, other_start, other_end in match.get_opcodes():
            if kind != "equal":
                what = {"extra": text[start:end]} if end > start else {"lost": best[other_start:other_end]}
                yield {"line": number, "after": text[max(0, start - 6) : start], **what}


def test_every_defect_of_the_page_is_accounted_for() -> None:
    listed = [{key: one[key] for key in one if key not in {"found", "beyond"}} for one in DEFECTS]

    assert listed == list(differences())
    assert all(("found" in one) != ("beyond" in one) for one in DEFECTS)


@pytest.mark.parametrize("defect", [one for one in DEFECTS if "found" in one], ids=str)
def test_a_defect_is_found_on_its_line(defect: dict[str, Any], findings: tuple[Finding, ...]) -> None:
    assert defect["found"] in {one.code for one in findings if one.span.line == defect["line"]}


def test_two_in_three_are_found() -> None:
    assert sum("found" in one for one in DEFECTS) * 3 >= len(DEFECTS) * 2


def test_all_that_is_said_of_it(findings: tuple[Finding, ...], golden: Golden) -> None:
    said = [
        f"{one.span.line}:{one.span.column}: {one.severity}: {one.message} [{one.code}]" for one in findings
    ]

    golden(FOLDER / "findings.txt", "\n".join(said) + "\n")
