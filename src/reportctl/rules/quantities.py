"""Numbers with their units, as prose writes them: 1.7万余份 is about 17000 份."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGER = "人次|批次|场次|件次|班次|户次|家次|平方公里|平方米|立方米|公里|百分点|小时|分钟"
_THINGS = (
    "件个人名项起份场册条家户次宗例本卷元吨亩米处所座辆台套批期篇部栋间岁位张支只头棵株类种节堂课款轮届组对"
)
_TIMES = "天年月日"
UNITS = frozenset((*_LONGER.split("|"), *_THINGS, *_TIMES))
UNIT = f"{_LONGER}|[{_THINGS}{_TIMES}]"
THING_UNIT = f"{_LONGER}|[{_THINGS}]"
"""The units but those of a date: 2023年 says when, not how many."""
ANY_UNIT = f"{_LONGER}|{LETTER}"
"""A unit or any other letter, where `UNITS` then tells: to compile a class of all of them takes a while."""
PERCENT = frozenset({"%", "\uff05"})
SCALE = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000), "千": Decimal(1000)}
NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<more>[余多]?)(?P<scale>[万亿千]?)(?P<over>[余多]?)"
"""A number in the words of prose, 1.7万余: `value_of` a match, and whether that `is_rough`."""
PATTERN = rf"{NUMBER}(?P<unit>{ANY_UNIT})"
"""A number with what may be its unit: `of_match` tells."""
_QUANTITY = re.compile(PATTERN)
_NOT_BEFORE = frozenset("0123456789.第")


class Quantity(NamedTuple):
    """A number in a text: its value and unit, whether it is said to be inexact, and where it stands."""

    value: Decimal
    unit: str
    is_rough: bool
    start: int
    end: int


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities of a text, in order."""
    for found in _QUANTITY.finditer(text, start, len(text) if end is None else end):
        quantity = of_match(found)
        if quantity is not None and text[found.start() - 1 : found.start()] not in _NOT_BEFORE:
            yield quantity


def of_match(found: re.Match[str]) -> Quantity | None:
    """The quantity that a match of `PATTERN` holds, if what stands behind the number is a unit."""
    if found["unit"] not in UNITS:
        return None
    start, end = found.span()
    about = is_rough(found) or found.string[start - 1 : start] in _ABOUT
    return Quantity(value_of(found), found["unit"], about, start, end)


def value_of(found: re.Match[str]) -> Decimal:
    """The value of a match of `NUMBER`."""
    return Decimal(found["number"]) * SCALE[found["scale"]]


def is_rough(found: re.Match[str]) -> bool:
    """Whether a match of `NUMBER` is said to be about a number: 3000余, 1.7万多."""
    return bool(found["more"] or found["over"])


_ABOUT = frozenset("约近超逾达")


def plain(value: Decimal) -> str:
    """A number without a tail of zeros and without an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
