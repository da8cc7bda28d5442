"""Writes docs/rules.md from the rules and the table of keys of README.zh-CN.md from the keys: `make docs`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.cli.explain import pages
from reportctl.model.keys import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Rule

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/rules.md"
HANDBOOK = ROOT / "README.zh-CN.md"
MARKS = ("<!-- keys: begin (make docs) -->", "<!-- keys: end -->")
TITLES = {
    "SubmissionData": "部门材料",
    "Item": "材料的一条",
    "Contact": "联系人",
    "Figure": "数据",
    "Report": "report.yaml",
    "DocumentSpec": "公文（document）",
    "AttachmentSpec": "附件（attachments）",
    "NoticeSpec": "通知（notice）",
    "Department": "部门名单（departments）",
    "Deadlines": "期限（deadlines）",
    "Chapter": "提纲的一章（outline）",
    "Section": "一小节（sections）",
    "RuleSettings": "规则（rules）",
    "LengthLimits": "字数上限（limits）",
    "OutputSettings": "输出（output）",
    "PublicSettings": "公开（public）",
    "PublicException": "公开的放行（allow）",
    "Edit": "edits.yaml 的一条取舍",
    "Selector": "合并的一条（merge）",
    "ItemChange": "改为（set）、并入（into）",
    "FinalDecision": "edits.yaml 的一条改稿",
    "Anchor": "在哪一段之后（after）",
    "Destination": "移到（move）",
    "ParagraphName": "出自的一段（from）",
}
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


def keys_table() -> str:
    """Every key with its Chinese name and its fixed values, by the place where it may stand."""
    rows = ["| 位置 | 键名 | 中文 | 取值 |", "| --- | --- | --- | --- |"]
    for model, title in TITLES.items():
        shape = SHAPES[model]
        for number, (english, chinese) in enumerate(shape.names.items()):
            values = "、".join(f"`{en}` {zh}" for en, zh in shape.values.get(english, {}).items())
            rows.append(f"| {'' if number else title} | `{english}` | {chinese} | {values} |")
    return "\n".join(rows)


def handbook(text: str) -> str:
    """The handbook with today's table of keys between its marks."""
    head, _, rest = text.partition(MARKS[0])
    _, _, tail = rest.partition(MARKS[1])
    return f"{head}{MARKS[0]}\n\n{keys_table()}\n\n{MARKS[1]}{tail}"


def main() -> None:
    """Write both pages."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(rules_page(pages().values()), encoding="utf-8")
    HANDBOOK.write_text(handbook(HANDBOOK.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
