"""Rules of sums: parts that do not agree with the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.quantities import PATTERN, UNIT, Quantity, of_match, plain, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, TextSet

PARTS_EXCEED = Rule(
    "parts-exceed",
    Severity.WARNING,
    "分项比总数多",
    "“其中”后面的分项，一项大于总数，或几项相加大于总数。核对数字。",
    "text: 受理法律援助案件495件，其中刑事案件351件、民事案件193件、行政案件5件。",
    "text: 受理法律援助案件495件，其中刑事案件351件、民事案件139件、行政案件5件。",
)
PARTS_FALL_SHORT = Rule(
    "parts-fall-short",
    Severity.NOTE,
    "分项相加比总数略少",
    "“其中”后面列了几项，相加只比总数少一点，可能打错了一个数字。分项本来就没有列全的，不用改，或在末尾加“等”。",
    "text: 受理案件276件，其中刑事案件216件、民事案件50件。",
    "text: 受理案件276件，其中刑事案件226件、民事案件50件。",
)

RULES = (PARTS_EXCEED, PARTS_FALL_SHORT)

_AVERAGE = re.compile("[每均]")
_SHORT = 10
"""Parts that leave out less than a tenth of the whole look like a slip."""

_WHOLE = re.compile(rf"{PATTERN}(?:[\uff0c,\uff08(]?其中|[\uff08(](?=[^0-9\uff09)\n]{{1,12}}[0-9]))")
_LABEL = "[^0-9\uff0c。\uff1b、,;()\uff08\uff09\n]{1,16}"
_LIST = re.compile(rf"[\uff1a:]?(?:{_LABEL}[0-9.]+[余多]?[万亿]?[余多]?(?:{UNIT})[、和及\uff0c,]?){{2,}}")


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """Every whole that names its parts."""
    text = sheet.text
    if "其中" not in text and "件\uff08" not in text and "人\uff08" not in text and "次\uff08" not in text:
        return
    for found in _WHOLE.finditer(text):
        whole = of_match(found)
        if _AVERAGE.search(text, max(whole.start - 8, 0), whole.start):
            continue
        listed = _LIST.match(text, found.end())
        if listed is not None:
            yield from _listed(sheet, whole, listed)
        else:
            yield from _single(sheet, whole, found.end())


def _single(sheet: TextSet, whole: Quantity, start: int) -> Iterator[Finding]:
    """The one part that follows: not above the whole."""
    found = re.compile(f"{_LABEL}?{PATTERN}").match(sheet.text, start)
    if found is None:
        return
    part = of_match(found)
    if part.unit == whole.unit and part.value > whole.value and not (part.is_rough or whole.is_rough):
        yield _exceeds(sheet, whole, found.start("number"), found.end(), plain(part.value))


def _listed(sheet: TextSet, whole: Quantity, listed: re.Match[str]) -> Iterator[Finding]:
    """Parts that stand in a row: those joined by 、 exclude each other, those joined by ， may not."""
    parts = tuple(quantities(sheet.text, listed.start(), listed.end()))
    same = [one for one in parts if one.unit == whole.unit]
    if len(same) < len(parts) or whole.is_rough or any(one.is_rough for one in parts):
        return
    start, end = parts[0].start, parts[-1].end
    greatest = max(parts, key=lambda one: one.value)
    if greatest.value > whole.value:
        yield _exceeds(sheet, whole, greatest.start, greatest.end, plain(greatest.value))
        return
    between = sheet.text[start:end]
    total = sum((one.value for one in parts), start=whole.value * 0)
    if total == whole.value or "\uff0c" in between or "," in between:
        return
    if total > whole.value:
        yield _exceeds(sheet, whole, start, end, f"相加 {plain(total)}")
    elif falls_short(whole.value, total) and sheet.text[end : end + 1] not in _GOES_ON:
        missing = plain(whole.value - total)
        message = f"分项相加 {plain(total)}，比总数 {plain(whole.value)} 少 {missing}"
        yield sheet.at(PARTS_FALL_SHORT, start, end, message, "核对数字；没有列全的不用改")


def falls_short(whole: Decimal, total: Decimal) -> bool:
    """Whether parts leave out so little of the whole that a number may be wrong."""
    return 0 < (whole - total) * _SHORT < whole


_GOES_ON = frozenset("等以左多余")


def _exceeds(sheet: TextSet, whole: Quantity, start: int, end: int, what: str) -> Finding:
    message = f"分项{what}，比总数 {plain(whole.value)} 多"
    return sheet.at(PARTS_EXCEED, start, end, message, "核对总数和分项的数字")
