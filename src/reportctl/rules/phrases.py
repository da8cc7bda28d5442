"""Rules of phrases: two ways of saying it run together, 几余 of what is too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.clauses import within_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

BLENDED = Rule(
    "blended-phrase",
    Severity.WARNING,
    "两种说法混在一起",
    "“由……组成”和“包括……”、“充分发挥……”和“发挥……作用”只用一种；“余”前面是整十的数。",
    "text: 领导小组包括12个部门组成。",
    "text: 领导小组由12个部门组成。",
)

RULES = (BLENDED,)

_PAUSES = frozenset("\uff0c。\uff1b\uff1a,;\n、")
_INCLUDES = re.compile("包括.{1,24}组成(?![部成])")
_USES = re.compile("充分发挥.{1,16}发挥.{1,12}作用")
_FEW = re.compile("余(?<=[1-9]余)(?<![0-9.][1-9]余)")
_COUNTED = frozenset("次个件人名场家项起份户条")
_TOTAL = re.compile("共(?:收到|受理|办理|有|计)?.{0,14}共(?:计)?[0-9]")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Each kind, looked for by its sign first where the pattern does not begin with a word."""
    text = texts.text
    for found in within_clauses(_INCLUDES, text, _PAUSES):
        yield _blended(texts, found, "“包括……”和“由……组成”混在一起", "写“由……组成”或“包括……”")
    for found in within_clauses(_USES, text, _PAUSES):
        yield _blended(texts, found, "“发挥”写了两遍", "删去一个“发挥”")
    if "余" in text:
        for found in _FEW.finditer(text):
            if text[found.end() : found.end() + 1] not in _COUNTED:
                continue
            number = text[found.start() - 1 : found.end()]
            message = f"“{number}”\uff1a“余”前面应当是整十、整百的数"
            yield texts.at(BLENDED, found.start() - 1, found.end(), message, "写出准确的数")
    if "共" in text:
        for found in within_clauses(_TOTAL, text, _PAUSES):
            yield _blended(texts, found, "“共”写了两遍", "删去一个“共”")


def _blended(texts: TextSet, found: re.Match[str], message: str, hint: str) -> Finding:
    return texts.at(BLENDED, *found.span(), f"“{found.group()[:24]}”\uff1a{message}", hint)
