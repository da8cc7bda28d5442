"""Rules of pairs: brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.context import TextKind
from reportctl.text.pairs import unpaired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, TextSet

UNPAIRED = Rule(
    "unpaired",
    Severity.WARNING,
    "括号、引号或书名号不成对",
    "《》“”（）〔〕【】要成对出现，在同一段里配齐。提示的位置是落单的那一个；另一个通常漏在它所括的词语旁边。",
    "text: 印发《行政执法指导手册1500册。",
    "text: 印发《行政执法指导手册》1500册。",
)

WHOLE_IN_QUOTES = Rule(
    "whole-in-quotes",
    Severity.WARNING,
    "整段文字用中文引号包住",
    "表单里的文字不需要引号：中文引号会原样印进报告。去掉开头和末尾的引号；确是引用别人的话，写明是谁说的。",
    "text: “全年检查20次，发现问题3个。”",
    "text: 全年检查20次，发现问题3个。",
)

RULES = (UNPAIRED, WHOLE_IN_QUOTES)

_NO_MARK = re.compile('[^《》〈〉“”‘’〔〕【】「」『』()\uff08\uff09"\n]+')
_NAMES = {"《": "书名号", "》": "书名号", "〈": "书名号", "〉": "书名号"}


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """Every odd mark, at its place, and texts that are one quotation."""
    if "”\n" in sheet.text or sheet.text.endswith("”"):
        yield from _whole(sheet)
    if _is_balanced(sheet.text):
        return
    for site in sheet.sites:
        for odd in unpaired(site.text):
            name = _NAMES.get(odd.mark, "引号" if odd.mark in '“”‘’「」『』"' else "括号")
            is_opening = odd.mark in "《〈“‘\uff08〔【「『("
            where = "后面" if is_opening else "前面"
            # a quotation mark in quotation marks is hard to read
            left, right = ("\uff08", "\uff09") if name == "引号" else ("“", "”")
            mark, expected = f"{left}{odd.mark}{right}", f"{left}{odd.expected}{right}"
            message = f"{name}{mark}没有成对，{where}缺少{expected}"
            hint = f"在所括词语的{'末尾' if is_opening else '开头'}补上{expected}，或删去这一个"
            if odd.mark == '"':
                message = f"直引号{mark}只有一个，没有成对"
                hint = "在所括词语的两头写成一对中文引号“”，或删去这一个"
            yield site.at(UNPAIRED, odd.position, odd.position + 1, message, hint)


def _whole(sheet: TextSet) -> Iterator[Finding]:
    for site in sheet.sites:
        text = site.text
        if site.kind is not TextKind.HEADING and text[0] == "“" and text[-1] == "”" and text.count("“") == 1:
            hint = "去掉开头和末尾的引号：文字不需要引号，留着会印进报告"
            yield site.at(WHOLE_IN_QUOTES, 0, 1, "整段文字用中文引号包住了", hint)


def _is_balanced(text: str) -> bool:
    """A quick look, right where it says yes: all marks stand in pairs, at most two deep."""
    marks = _NO_MARK.sub("", text)
    for _ in range(3):
        for pair in ("“”", "《》", "\uff08\uff09", "‘’", "〔〕", "【】"):
            marks = marks.replace(pair, "")
        if not marks.strip("\n"):
            return True
    return False
