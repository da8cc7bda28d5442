"""The rule of scales: one amount that is 万元 here and 亿元 or 元 there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

SCALE_SLIP = Rule(
    "scale-slip",
    Severity.WARNING,
    "同一个数，万元和亿元不一致",
    "同一条里数字完全相同，一处写“万元”，另一处写“亿元”或“元”，多半有一处写错了单位。核对后统一。",
    "text: 投入资金3256万元，其中3256亿元用于执法装备。",
    "text: 投入资金3256万元，其中1256万元用于执法装备。",
)

RULES = (SCALE_SLIP,)

_AMOUNT = re.compile(r"[1-9](?<![0-9.][1-9])[0-9]*(?:\.[0-9]+)?(?P<scale>[万亿]*)元")
_LEAST = 3
"""Digits that tell: 2000万元 and 2000亿元 may stand side by side, 3256万元 and 3256亿元 hardly."""


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """In each item, an amount with the digits of one before it and another scale."""
    text = texts.text
    if text.count("元") < 2:
        return
    seen: dict[tuple[str, int, str], str] = {}
    for found in _AMOUNT.finditer(text):
        number = found.group().rstrip("万亿元")
        if len(number.replace(".", "").strip("0")) < _LEAST:
            continue
        unit = texts.find(found.start())[0]
        scale = seen.setdefault((unit.part, unit.index, number), found["scale"])
        if scale != found["scale"]:
            message = f"“{found.group()}”前面写的是“{number}{scale}元”"
            yield texts.at(SCALE_SLIP, *found.span(), message, "核对单位，两处写一样")
