"""Numbers with their units, as prose writes them: 1.7万余份 is about 17000 份."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

UNIT = (
    "人次|批次|场次|件次|班次|户次|家次|平方公里|平方米|立方米|公里|百分点|小时|分钟"
    "|[件个人名项起份场册条家户次宗例本卷元吨亩米处所座辆台套批期篇部栋间岁天年月日位张支只头棵株类种节堂课款轮届组对]"
)
PERCENT = frozenset({"%", "\uff05"})
SCALE = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000), "千": Decimal(1000)}
PATTERN = (
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<more>[余多]?)(?P<scale>[万亿千]?)(?P<over>[余多]?)"
    rf"(?P<unit>{UNIT})"
)
_QUANTITY = re.compile(rf"(?<![0-9.第]){PATTERN}")


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
        yield of_match(found)


def of_match(found: re.Match[str]) -> Quantity:
    """The quantity that a match of `PATTERN` holds."""
    value = Decimal(found["number"]) * SCALE[found["scale"]]
    rough = bool(found["more"] or found["over"]) or found.string[found.start() - 1 : found.start()] in _ABOUT
    return Quantity(value, found["unit"], rough, found.start(), found.end())


_ABOUT = frozenset("约近超逾达")


def plain(value: Decimal) -> str:
    """A number without a tail of zeros and without an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
