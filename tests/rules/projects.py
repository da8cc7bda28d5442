"""Small projects around a snippet, so that a rule can be tried on what its manual page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.project.building import check
from reportctl.project.opening import open_project

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Finding

REPORT = """\
version: 1
year: 2023
area: 鹤城区
document:
  title: 关于鹤城区2023年度法治政府建设情况的报告
  issuer: 怀化市鹤城区人民政府
  recipients: [怀化市人民政府]
  date: 2024-01-15
  opening: 现将有关情况报告如下：
  closing: 专此报告。
departments:
  - {name: 区司法局, aliases: [司法局]}
  - {name: 区林业局, required: false}
  - {name: 区卫生健康局, required: false}
  - {name: 区市场监督管理局, required: false}
  - {name: 黄金坳镇人民政府, required: false}
  - {name: 坨院街道办事处, required: false}
outline:
  - {id: work, title: 工作开展情况, part: achievements}
  - {id: shortcomings, title: 存在的不足, part: shortcomings}
  - {id: leadership, title: 履职情况, part: leadership}
  - {id: plans, title: 主要安排, part: plans}
"""
HEAD = "department: 区司法局\nyear: 2023\n"
ACHIEVEMENTS = "achievements:\n  - {heading: 加强执法监督, text: 评查案卷115本。}\n"
SHORTCOMINGS = (
    "shortcomings:\n  - {heading: 执法装备老旧, text: 执法记录仪有3台已停产。, cause: 经费不足。}\n"
)
PLANS = "plans:\n  - {heading: 更新执法装备, text: 购置执法记录仪5台。}\n"
LEADERSHIP = "leadership:\n  - {heading: 带头学法, text: 区司法局党组学法4次。}\n"
PARTS = {
    "achievements": ACHIEVEMENTS,
    "shortcomings": SHORTCOMINGS,
    "plans": PLANS,
    "leadership": LEADERSHIP,
}
_ITEM_KEYS = ("heading:", "text:", "cause:", "points:", "figures:", "section:", "order:")
_REPORT_KEYS = ("outline:", "departments:", "rules:", "deadlines:", "document:", "form:")


def submission(snippet: str) -> str:
    """A whole submission of which the snippet is a part: an item's keys, items, or parts."""
    if snippet.startswith("- "):
        snippet = "achievements:\n" + _indented(snippet, "  ")
    elif snippet.startswith(_ITEM_KEYS):
        lines = snippet if "text:" in snippet or "points:" in snippet else f"{snippet}\ntext: 评查案卷115本。"
        snippet = "achievements:\n  - " + _indented(lines, "    ").lstrip()
    if snippet.startswith(("department:", "部门:", "year: 2023\n", "“")):
        return f"{snippet}\n"
    head = "department: 区司法局\n" if "year:" in snippet else HEAD
    written = f"\n{snippet}"
    rest = "".join(text for part, text in PARTS.items() if f"\n{part}:" not in written)
    return f"{head}{snippet}\n{rest}"


def findings(root: Path, snippet: str, *others: str) -> list[Finding]:
    """All findings of a project with this snippet, and with other whole submissions beside it."""
    report, handed_in = REPORT, submission(snippet)
    if snippet.startswith(_REPORT_KEYS):
        report, handed_in = _report(snippet), submission("")
    (root / "submissions").mkdir(parents=True)
    (root / "report.yaml").write_text(report, encoding="utf-8")
    for number, text in enumerate((handed_in, *others)):
        (root / "submissions" / f"{number}.yaml").write_text(text, encoding="utf-8")
    return list(check(open_project(root)).findings)


def codes(root: Path, snippet: str, *others: str) -> set[str]:
    """The codes of those findings."""
    return {one.code for one in findings(root, snippet, *others)}


def _report(snippet: str) -> str:
    """report.yaml with one of its keys replaced."""
    key = snippet.partition(":")[0]
    blocks: list[str] = []
    for line in REPORT.splitlines():
        if line.startswith(" "):
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return "\n".join([*(one for one in blocks if not one.startswith(f"{key}:")), snippet]) + "\n"


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line for line in text.splitlines())
