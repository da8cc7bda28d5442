"""The rule of control characters in texts: no file can hold one as it is, but an escape can write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.sources.codes import CONTROL_CHARACTER
from reportctl.text.clean import UNREADABLE, oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding, Rule
    from reportctl.rules.context import Context, TextSet

RULES: tuple[Rule, ...] = ()
ALSO = (CONTROL_CHARACTER,)


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """Every character that neither Word nor a terminal can take.

    The rule is never silenced: a file that writes nothing as an escape must cost it next to nothing.
    """
    if sheet.is_literal or not oddities(sheet.signs):
        return
    for oddity in oddities(sheet.text):
        if oddity.kind in UNREADABLE:
            start, end = oddity.position, oddity.position + 1
            message = f"有看不见的控制字符 U+{ord(oddity.char):04X}"
            yield sheet.at(CONTROL_CHARACTER, start, end, message, "删去这个字符")
