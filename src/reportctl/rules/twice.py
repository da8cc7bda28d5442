"""The rule of one verb twice: two ways of saying it run together in a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

VERB_TWICE = Rule(
    "verb-twice",
    Severity.WARNING,
    "一句话里同一个动词写了两遍",
    "“开展专项检查活动开展”“加强对干部的教育加强”是改稿时两种写法混在一起，留下一个动词。",
    "text: 全年开展专项检查活动开展20次。",
    "text: 全年开展专项检查活动20次。",
)

RULES = (VERB_TWICE,)

# Verbs that take an object and are no nouns at a clause's end, as 宣传, 保障 and 落实 are.
_VERBS = ("开展", "加强", "完善", "健全", "强化", "推动", "召开", "做好", "抓好", "构建", "营造")
_FIRST, _SECOND = ("".join(sorted({verb[place] for verb in _VERBS})) for place in (0, 1))
_TWICE = re.compile(
    rf"(?P<verb>[{_FIRST}][{_SECOND}])"
    r"[^\uff0c。\uff1b\uff1a,;:\n、“”《》\uff08\uff09和与及并或而且更再又着力]{2,12}(?P=verb)"
    r"(?!情况|以来|过程|[前后中时的等会更和与及、“《])"
)


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Every clause in which a verb comes again before anything parts it."""
    text = texts.text
    for found in _TWICE.finditer(text):
        verb = found["verb"]
        if verb in _VERBS and text[found.start() - 1 : found.start()] != "更":
            message = f"“{found.group()}”\uff1a“{verb}”写了两遍"
            yield texts.at(VERB_TWICE, *found.span(), message, f"留下一个“{verb}”")
