"""A mend never makes an error go away: what is wrong or missing is for the writer to put right."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportctl.errors import ProjectError
from reportctl.findings import Severity
from reportctl.project.alone import check_alone
from reportctl.project.building import check
from reportctl.project.files import RawFile
from reportctl.project.fixing import fix_project
from reportctl.project.opening import open_project
from reportctl.project.rulebook import rulebook
from tests.fixing.test_mending import MARKS, NUMBERS, ODD, WORDS, fixed, scalar, submissions
from tests.rules.projects import submission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.findings import Finding

TESTS = Path(__file__).parents[1]
CASES = sorted((*TESTS.glob("cases/*/"), *TESTS.glob("fixing/cases/*/before/")))
GAPS = st.sampled_from(
    [
        *(
            "共 件",
            "  部",
            "XX次",
            "×××",
            "…",
            "（）",
            "(  )",
            "【待定】",
            "{{ x }}",
            "___",
            "待补充",
            "第 条 。",
        ),
        *("共计", "", "约", "其中", "我局", "本局", "“", "《", "》", "(略)", "20 个", "?  部", "转移群众 人"),
        *("13812345678", "秘密★5年", "\uff1b", "\uff01"),
    ]
)
SPOILT = st.lists(GAPS | WORDS | MARKS | NUMBERS | ODD, min_size=1, max_size=9).map("".join)


def errors(findings: Iterable[Finding]) -> Counter[str]:
    """Those that no mend is for: an office may take what is mended for errors, too."""
    return Counter(
        finding.code
        for finding in findings
        if finding.severity is Severity.ERROR and not rulebook()[finding.code].fixable
    )


def errors_in(data: bytes) -> Counter[str]:
    """The errors of one file by itself."""
    checked = check_alone(RawFile("x.yaml", data), None)
    return errors((*checked.reading, *checked.found))


def errors_of(root: Path) -> Counter[str]:
    """The errors of a project."""
    try:
        return errors(check(open_project(root)).findings)
    except ProjectError as error:
        return errors(error.findings)


@example("department: 县司法局\nplans:\n  - text: \u2f8f  部\n".encode())  # a radical becomes a word
@settings(max_examples=40, deadline=None)
@given(submissions(SPOILT) | submissions(GAPS))
def test_of_any_text(data: bytes) -> None:
    assert errors_in(fixed(data).new) == errors_in(data)


@given(SPOILT, st.sampled_from(["plain", "double", "single", "literal", "folded"]))
def test_of_a_text_with_an_error_for_certain(text: str, style: str) -> None:
    data = f"department: 县司法局\nyear: 2023\nplans:\n  - text: {scalar(f'检查XX次{text}', style, '    ')}\n"
    before = errors_in(data.encode())
    assert before
    assert errors_in(fixed(data.encode()).new) == before


@pytest.mark.parametrize("code", rulebook())
def test_of_each_rules_examples(code: str) -> None:
    for shown in (rulebook()[code].bad, rulebook()[code].good):
        data = submission(shown).encode()
        assert errors_in(fixed(data).new) == errors_in(data)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(TESTS).as_posix())
def test_of_whole_projects(case: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(case, tmp_path / "项目"))
    before = errors_of(root)
    with suppress(ProjectError):  # report.yaml itself has an error: nothing is mended
        fix_project(root, lambda _: True)
    assert errors_of(root) == before
