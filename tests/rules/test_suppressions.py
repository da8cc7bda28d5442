"""`# reportctl: ignore CODE 理由` silences a finding, wants a reason, and says when it is of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.project.alone import check_files
from reportctl.rules.suppressions import suppressions
from reportctl.sources import Source
from tests.rules.projects import HEAD, LEADERSHIP, PLANS, SHORTCOMINGS, codes, findings

if TYPE_CHECKING:
    from pathlib import Path

REST = SHORTCOMINGS + PLANS + LEADERSHIP
SAYS = "# reportctl: ignore unpaired 引号是原文"


def file(achievements: str) -> str:
    return f"{HEAD}achievements:\n{achievements}\n{REST}"


QUIET = {
    "on the line": f"  - heading: 加强“监管  {SAYS}\n    text: 检查20次。",
    "on the line above": f"  {SAYS}\n  - heading: 加强“监管\n    text: 检查20次。",
    "above other remarks": f"  {SAYS}\n  # 说明\n\n  - heading: 加强“监管\n    text: 检查20次。",
    "above a block": f"  - heading: 加强监管\n    {SAYS}\n    text: |\n      检查20次。\n\n      加强“监管。",
    "on a block's first line": f"  - heading: 监管\n    text: >- {SAYS}\n      检查20次。\n      加强“监管。",
    "above a value over lines": f"  - heading: 加强监管\n    {SAYS}\n    text: 检查20次，\n      加强“监管。",
    "behind a quoted value": f'  - heading: "加强“监管" {SAYS}\n    text: 检查20次。',
    "in Chinese": "  - heading: 加强“监管  # reportctl：忽略 unpaired 引号是原文\n    text: 检查20次。",
    "with several codes": "  - heading: 加强“监管  # reportctl: ignore unpaired, long-heading 引号是原文"
    "\n    text: 检查20次。",
}

LOUD = {
    "two lines above": f"  {SAYS}\n  - heading: 加强监管\n    text: 检查“20次。",
    "on another line": f"  - heading: 加强“监管\n    text: 检查20次。 {SAYS}",
    "of another code": "  - heading: 加强“监管  # reportctl: ignore wrong-word 原文\n    text: 检查20次。",
    "inside a block": f"  - heading: 加强监管\n    text: |\n      {SAYS}\n      加强“监管。",
    "on a part": f"  - heading: 加强监管\n    points: {SAYS}\n      - 加强“监管。",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_a_silence_with_a_reason_silences(tmp_path: Path, text: str) -> None:
    found = codes(tmp_path / "p", file(text))

    assert "unpaired" not in found
    assert ("unused-ignore" in found) == ("long-heading" in text)


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD)
def test_it_silences_nothing_else_and_says_so(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path / "p", file(text)) >= {"unpaired", "unused-ignore"}


@pytest.mark.parametrize(
    ("remark", "code", "message"),
    [
        ("# reportctl: ignore unpaired", "ignore-without-reason", "没有写理由"),
        ("# reportctl: ignore unpared 原文", "unused-ignore", "没有规则“unpared”"),
        ("# reportctl: ignore duplicate-key 原文", "unused-ignore", "不能忽略"),
        ("# reportctl: ignore wrong-word 原文", "unused-ignore", "没有“wrong-word”的问题"),
    ],
)
def test_what_is_wrong_with_a_silence_is_said_at_its_place(
    tmp_path: Path, remark: str, code: str, message: str
) -> None:
    text = file(f"  - heading: 加强监管\n    text: 检查20次。 {remark}")

    found = [one for one in findings(tmp_path / "p", text) if one.code == code]

    assert [(one.span.line, one.span.column) for one in found] == [(5, 18)]
    assert message in found[0].message


def test_a_locked_rule_cannot_be_silenced(tmp_path: Path) -> None:
    text = file(
        "  - heading: 加强监管\n    text: 检查20次。\n    txt: 甲  # reportctl: ignore unknown-key 原文"
    )

    assert codes(tmp_path / "p", text) >= {"unknown-key", "unused-ignore"}


def test_report_yaml_has_silences_too(tmp_path: Path) -> None:
    quiet = "deadlines: {report: 2024-03-15}  # reportctl: ignore late-deadline 上级另有通知"

    assert "late-deadline" not in codes(tmp_path / "p", quiet)


def test_a_file_checked_alone_does_not_know_what_other_rules_would_find(tmp_path: Path) -> None:
    path = tmp_path / "区司法局.yaml"
    path.write_text(file("  - text: 检查20次。 # reportctl: ignore copied-text 联合开展"), "utf-8")

    found, _ = check_files([path], None)

    assert {one.code for one in found} & {"unused-ignore", "copied-text"} == set()


def test_a_file_without_the_marker_is_not_looked_through() -> None:
    assert suppressions(Source("x.yaml", "# 说明\ndepartment: 区司法局\n")) == ()
