"""`reportctl explain`: a rule's manual page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console
from reportctl.collect.codes import RULES as COLLECT_RULES
from reportctl.errors import ExitCode, UsageError
from reportctl.project.rulebook import manual
from reportctl.suggest import suggestion

if TYPE_CHECKING:
    from reportctl.findings import Rule


def complete_code(incomplete: str) -> list[tuple[str, str]]:
    """The codes that begin so, with their titles, for the shell's completion."""
    return [(code, rule.title) for code, rule in pages().items() if code.startswith(incomplete)]


def command(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="规则代号，就是方括号里的那个词；不写则列出全部",
            autocompletion=complete_code,
        ),
    ] = None,
) -> int:
    """解释一条规则：为什么、怎么改、正反例子。"""
    rules = pages()
    if code is None:
        for rule in rules.values():
            console.out(f"{rule.code}\t{rule.severity.chinese}\t{rule.title}")
        return ExitCode.OK
    found = rules.get(code.strip().strip("[]"))
    if found is None:
        raise UsageError(f"没有规则 {code}", hint=suggestion(code, rules))
    console.out(page(found))
    return ExitCode.OK


def pages() -> dict[str, Rule]:
    """Every rule that has a manual page, by its code."""
    return manual() | {rule.code: rule for rule in COLLECT_RULES}


def page(rule: Rule) -> str:
    """The manual page of a rule as text."""
    lines = [f"{rule.code}（{rule.severity.chinese}）：{rule.title}", "", rule.manual]
    for title, example in (("不对", rule.bad), ("对", rule.good)):
        if example:
            lines += ["", f"{title}：", *(f"    {line}" for line in example.splitlines())]
    if rule.fixable:
        lines += ["", "程序能自动改正。"]
    if rule.locked:
        lines += ["", "这条规则不能在 report.yaml 里关闭。"]
    return "\n".join(lines)
