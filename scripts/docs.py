"""Writes docs/rules.md, the handbook of rules, from the rules themselves: `make docs`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.project.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Rule

PAGE = Path(__file__).resolve().parent.parent / "docs/rules.md"
LEVELS = {"error": "错误", "warning": "警告", "note": "提示"}
HEAD = """\
# 规则手册

`reportctl validate` 和 `reportctl build` 指出的每个问题，行末方括号里都有代号，按代号在这里查原因和改法；
`reportctl explain 代号` 在终端里显示同样的内容。

错误要改了才能汇总；警告请看一眼，多数由程序自己改好；提示供参考。

<!-- This page is made by `make docs` from the rules' own texts: edit those. -->
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The handbook as Markdown: a table of all rules, then a section for each."""
    rules = tuple(rules)
    table = ["| 代号 | 级别 | 说的是 |", "| --- | --- | --- |", *map(_row, rules)]
    sections = ("\n".join(_section(rule)) for rule in rules)
    return "\n\n".join([HEAD.rstrip(), "\n".join(table), *sections]) + "\n"


def _row(rule: Rule) -> str:
    title = rule.title.replace("|", r"\|")
    return f"| [{rule.code}](#{rule.code}) | {LEVELS[rule.severity]} | {title} |"


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}\n"
    yield f"{LEVELS[rule.severity]}\uff1a{rule.title}\n"
    yield rule.manual
    for title, example in (("不对", rule.bad), ("对", rule.good)):
        if example:
            yield f"\n{title}\uff1a\n\n```text\n{example.rstrip()}\n```"
    if rule.fixable:
        yield "\n程序能自动改正。"
    if rule.locked:
        yield "\n这条规则不能在 report.yaml 里关闭。"


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(rules_page(rulebook().values()), encoding="utf-8")


if __name__ == "__main__":
    main()
