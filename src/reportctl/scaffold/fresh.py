"""A project made from nothing: the statutory outline, the office's list of departments or a usual one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.errors import UsageError
from reportctl.model.keys import REPORT, SUBMISSION
from reportctl.scaffold.contents import contents, is_file_name
from reportctl.scaffold.roster import departments
from reportctl.scaffold.wording import Language, Wording, scalar, template

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from reportctl.scaffold.contents import Contents
    from reportctl.scaffold.roster import RosterLine

AREA = "某某区"
"""The area of a project that was given none."""

_FIRST, _LAST = 1949, 9998
_LEVELS = "区县市旗"


def usual_year(today: dt.date) -> int:
    """The year that is reported on today: last year until June, for the work begins in December."""
    return today.year if today.month > 6 else today.year - 1


def check_year(year: int) -> int:
    """The year, where there can be a report on it.

    Raises:
        UsageError: there cannot.
    """
    if not _FIRST <= year <= _LAST:
        raise UsageError(f"没有 {year} 年的报告", hint=f"年度是四位数，从 {_FIRST} 到 {_LAST}，如 2023")
    return year


def check_area(area: str) -> str:
    """The area, where it can be one: it goes into the title and into file names.

    Raises:
        UsageError: it cannot.
    """
    if not is_file_name(area):
        hint = '写地区的名称，如 鹤城区；里面不能有空格、换行和 / \\ : * ? " < > |'
        raise UsageError(f"“{area}”不能作地区名", hint=hint)
    return area


def new(
    year: int, area: str = AREA, roster: Sequence[RosterLine] = (), language: Language = Language.ENGLISH
) -> Contents:
    """A new project of that year and area; without a roster it gets the usual departments.

    Raises:
        UsageError: there can be no report of such a year or area.
    """
    check_year(year)
    check_area(area)
    following = year + 1
    given = {
        "year": str(year),
        "next_year": str(following),
        "area": scalar(area),
        "due": f"{following}-01-10",
        "date": f"{following}-01-15",
        "notice_date": f"{year}-12-11",
        "printed_on": f"{following}-01-16",
        "departments": _lines(roster or usual_roster(area), language),
        "section": Wording(SUBMISSION, language).key("achievements.section"),
        "no": language.pick("false", "否"),
        "error": language.pick("error", "错误"),
    }
    return contents(Wording(REPORT, language).write(template("report.yaml"), given), language, {})


def usual_roster(area: str) -> tuple[RosterLine, ...]:
    """A dozen usual departments of a district, county, city or banner, after the area's last character."""
    level = area[-1] if area[-1:] in _LEVELS else _LEVELS[0]
    text = template("departments.txt").replace(f"\n{_LEVELS[0]}", f"\n{level}")
    return departments("departments.txt", text)


def _lines(roster: Sequence[RosterLine], language: Language) -> str:
    """The roster in block style, a department an entry."""
    wording = Wording(REPORT, language)
    lines = []
    for line in roster:
        lines.append(f"  - {wording.key('departments.name')}: {scalar(line.name)}")
        if line.aliases:
            lines.append(
                f"    {wording.key('departments.aliases')}: [{', '.join(map(scalar, line.aliases))}]"
            )
        if line.due is not None:
            lines.append(f"    {wording.key('departments.due')}: {line.due.isoformat()}")
    return "\n".join(lines)
