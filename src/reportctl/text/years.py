"""Ranges of years, which take a dash: 2021—2025年 (GB/T 15834-2011, clause 4.13.3.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.text.chars import WHITE
from reportctl.text.edits import ChangeKind, TextChange

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINERS = "\\-\u2010-\u2013\u2015\u2212\u2500~\u223c\u301c\uff0d\uff5e"
"""What is typed for the dash between two years: hyphens, short dashes, tildes."""

# Two numbers that look like years are a quantity before one of these (1950-2050元).
_UNIT = (
    "元|户|亩|吨|米|件|次|余|多|万|亿|号|名|份|册|起|例|辆|台|套|页|%|\uff05|\u2103|平方|千克|千瓦|公里|公斤|公顷|公分"
    "|人(?![才口民大员])|个(?!人)|项(?!目)|条(?!例)|场(?!所)|家(?!庭)"
)
_YEAR = "(?:19|20)[0-9]{2}"
# Neither side may touch a longer number or name: 0745-2021-2025, GB/T 1988-2009, /2021-2025.html,
# 第2001-2010条, 2023-2024-1, and a telephone or document number that is called one.
_RANGE = re.compile(
    rf"(?P<first>{_YEAR})"
    rf"(?<![0-9A-Za-z./_第话号{JOINERS}—].{{4}})(?<![A-Za-z] .{{4}})(?<![话号][:\uff1a].{{4}})"
    rf"年?(?P<joiner>[{WHITE}]*(?:[{JOINERS}]{{1,2}}|—)[{WHITE}]*)(?P<second>{_YEAR})"
    rf"(?![0-9A-Za-z/_{JOINERS}—]|\.[0-9A-Za-z]|{_UNIT})"
)


def year_ranges(text: str) -> Iterator[TextChange]:
    """The changes that give each range of years its dash; an earlier year never comes second."""
    for match in _RANGE.finditer(text):
        if match["joiner"] != "—" and match["first"] < match["second"]:
            yield TextChange(*match.span("joiner"), "—", ChangeKind.YEAR_RANGE)
