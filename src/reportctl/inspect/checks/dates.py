"""成文日期 and 印发日期: Arabic figures, whole year, no leading zero, a day that exists (7.3.5.4, 7.4.3)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind, patterns
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.subject import Subject

FORM = Rule(
    "date-form",
    Severity.ERROR,
    "日期的写法不对",
    "日期用阿拉伯数字将年、月、日标全，年份用四位数字，月、日不编虚位（1 不编为 01），写“日”不写“号”。",
    "二〇二四年一月十五日；2024年01月15日；2024.1.15",
    "2024年1月15日",
)
IMPOSSIBLE = Rule(
    "date-impossible",
    Severity.ERROR,
    "没有这一天",
    "日历上没有这一天，请核对月和日。",
    "2024年2月30日",
    "2024年2月29日",
)
RULES = (FORM, IMPOSSIBLE)

_CLAUSES = {ElementKind.DATE: "7.3.5.4", ElementKind.PRINTED: "7.4.3"}
WELL_FORMED = re.compile(r"(\d{4})年([1-9]\d?)月([1-9]\d?)日", re.ASCII)


def check(subject: Subject) -> Iterator[Deviation]:
    """成文日期, and 印发日期 in 版记."""
    for part in subject.anatomy.of(*_CLAUSES):
        text = "".join(part.paragraph.text.split())
        found = patterns.DATE_WITHIN.search(text)
        if found is not None:
            yield from _date(part, found[0])


def _date(part: Element, text: str) -> Iterator[Deviation]:
    clause = _CLAUSES[part.kind]
    right = WELL_FORMED.fullmatch(text)
    if right is None:
        norm = Norm(FORM, clause, Strength.MUST)
        yield breach(norm, "日期的写法不对", part, actual=text, expected="如 2024年1月15日")
        return
    year, month, day = (int(one) for one in right.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        yield breach(Norm(IMPOSSIBLE, clause, Strength.MUST), "没有这一天", part, actual=text)
