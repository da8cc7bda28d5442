"""Rules of years and dates: glued, cut, impossible, or another year's."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.model.submission import Part
from reportctl.rules.texts import TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

GLUED_YEARS = Rule(
    "glued-years",
    Severity.WARNING,
    "年份连在一起或缺字",
    "“20212025年”漏了连接号，“20231月”漏了“年”，“203年度”少了一位。补上漏掉的字。",
    "text: 印发《法治鹤城建设规划（20212025年）》。",
    "text: 印发《法治鹤城建设规划（2021—2025年）》。",
)
IMPOSSIBLE_DATE = Rule(
    "impossible-date",
    Severity.ERROR,
    "日期不存在",
    "没有这一天，例如13月、2月30日。对照原件改正。",
    "text: 2023年2月30日召开会议。",
    "text: 2023年2月28日召开会议。",
)
BACKWARD_YEARS = Rule(
    "backward-years",
    Severity.WARNING,
    "年份前后颠倒",
    "起止年份前面的比后面的大，多半写反了或打错了一位。",
    "text: 落实《法治鹤城建设规划（2025—2021年）》。",
    "text: 落实《法治鹤城建设规划（2021—2025年）》。",
)
OTHER_YEAR = Rule(
    "other-year",
    Severity.WARNING,
    "写的是别的年度",
    "标题或段首写的不是本次报告的年度，多半是照抄了去年的材料。工作成效写本年度，下年安排写下一年度。",
    "heading: 2022年普法工作开展情况",
    "heading: 2023年普法工作开展情况",
)
RELATIVE_YEAR = Rule(
    "relative-year",
    Severity.NOTE,
    "“今年”说不清是哪一年",
    "报告在第二年才印发，“今年”“去年”“明年”会被读错。写明年份；下年安排里的“明年”写成下一年度的年份。",
    "text: 今年以来，开展检查20次。",
    "text: 2023年以来，开展检查20次。",
)

LOST_YEAR = Rule(
    "lost-year-word",
    Severity.WARNING,
    "年份后面缺少“年”",
    "起止年份和“以来”前面的年份后面要写“年”。",
    "text: 2023以来，落实《法治鹤城建设规划（2021—2025）》。",
    "text: 2023年以来，落实《法治鹤城建设规划（2021—2025年）》。",
    fixable=True,
)

RULES = (LOST_YEAR, GLUED_YEARS, IMPOSSIBLE_DATE, BACKWARD_YEARS, OTHER_YEAR, RELATIVE_YEAR)

# Every pattern begins with the two characters 20, which the search finds fast: a report's years are of this
# century. Two years and nothing between, a month without its 年, a digit too few or too many.
_GLUED = re.compile(
    r"20(?<![0-9.]20)(?:[0-9]{2}(?P<to>20[0-9]{2})"
    r"|[0-9]{2}(?<![./-]....)(?P<month>1[0-2]|[1-9])月"
    r"|[0-9](?=年(?:度|[0-9]))|[0-4][0-9][1-9](?=年(?!产))|[0-9]{2}(?=年年度|年年[0-9]|年年[,\uff0c]|度法治|年度年))"
)
_BEHIND_YEARS = ("年", ")", "\uff09", "》", "规划", "纲要")
_NUMERIC = re.compile(
    r"20(?<![0-9./-]20)(?P<year>[0-9]{2})[-./](?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})(?![0-9./-])"
)
_SPAN = re.compile(r"20(?<![0-9]20)(?P<from>[0-9]{2})年?(?:—|至|到|-|～|~)20(?P<to>[0-9]{2})(?=年|[)\uff09])")
_MONTHS = re.compile("月[至到—～-](?<=[0-9]月.)(?P<to>1[0-2]|[1-9])月(?!后|前)")
_NO_YEAR = re.compile(r"20(?<![0-9.]20)[0-9]{2}(?:(?:—|-|～|~|至)20[0-9]{2}(?=[)\uff09]》)|(?=以来))")
_MONTH = re.compile(r"(?<![0-9.])(?<!第)(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,3})$")
_DAY = re.compile("月(?P<day>[0-9]{1,3})日")
_OPENING = re.compile("(?P<year>20[0-9]{2})年(?:度)?")
_GOES_ON = frozenset("\uff0c,全上下第在以我本")
_AHEAD = ("将", "要", "计划")
_IN_HEADING = re.compile(r"20(?<![0-9-]20)(?<!—20)(?P<year>[0-9]{2})年(?!以来|起|至|—|-|版|发现|通报|反馈)")
_PAST = ("反馈", "整改", "回头看", "以来", "遗留", "积案", "评估", "后续", "通报")
_RELATIVE = re.compile("今年|去年|明年")


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Years and dates of all texts, then those that must be this report's."""
    text = texts.text
    if "20" in text:
        yield from _written(texts)
        year = context.year or texts.year
        if year is not None:
            yield from _reported(texts, year)
    if "月" in text:
        yield from _months(texts)
    if _RELATIVE.search(text):
        yield from _relative(texts)


def _written(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    for found in _GLUED.finditer(text):
        if not found["to"] or text.startswith(_BEHIND_YEARS, found.end()):
            yield _glued(texts, found)
    for found in _NO_YEAR.finditer(text):
        message = f"“{found.group()}”后面缺少“年”"
        fix = f"{found.group()}年"
        yield texts.at(LOST_YEAR, *found.span(), message, f"改为“{fix}”", fix=fix)
    for found in _SPAN.finditer(text):
        if found["from"] > found["to"]:
            message = f"起止年份“{found.group()}”前后颠倒"
            yield texts.at(BACKWARD_YEARS, *found.span(), message, "对照原件改正")
    for found in _NUMERIC.finditer(text):
        if not _exists(int(found["year"]) + 2000, int(found["month"]), int(found["day"])):
            yield _impossible(texts, *found.span())


def _glued(texts: TextSet, found: re.Match[str]) -> Finding:
    words = found.group()
    if found["to"]:
        message, hint = f"“{words}”是两个年份连在一起", f"改为“{words[:4]}—{found['to']}”"
    elif found["month"]:
        message, hint = f"“{words}”漏了“年”", f"改为“{words[:4]}年{found['month']}月”"
    else:
        message = f"年份“{words}年”写得不对"
        hint = "检查年份的四位数字，“年”“度”有没有多写、少写"
    return texts.at(GLUED_YEARS, *found.span(), message, hint)


def _months(texts: TextSet) -> Iterator[Finding]:
    """The dates around each 月, with year and day where they are given."""
    text = texts.text
    for found in _MONTHS.finditer(text):
        start = found.start() - (2 if text[found.start() - 2 : found.start()].isdecimal() else 1)
        if int(text[start : found.start()]) > int(found["to"]) and not text[start - 1 : start].isdecimal():
            message = f"起止月份“{text[start : found.end()]}”前后颠倒"
            yield texts.at(BACKWARD_YEARS, start, found.end(), message, "核对月份；跨年的写明年份")
    at = text.find("月")
    while at >= 0:
        before = _MONTH.search(text, max(at - 7, 0), at)
        if before is not None:
            day = _DAY.match(text, at)
            last = at + 1 if day is None else day.end()
            if not _exists(int(before["year"] or 2000), int(before["month"]), int(day["day"]) if day else 1):
                yield _impossible(texts, before.start(), last)
        at = text.find("月", at + 1)


def _impossible(texts: TextSet, start: int, end: int) -> Finding:
    message = f"没有“{texts.text[start:end]}”这个日期"
    return texts.at(IMPOSSIBLE_DATE, start, end, message, "对照原件改正")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _days(year, month)


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 31


def _reported(texts: TextSet, year: int) -> Iterator[Finding]:
    """The year at the head of a paragraph and in a heading: of what was done, and of what is planned."""
    for unit in texts.units:
        if "20" not in unit.text or not unit.part:
            continue
        expected = year + 1 if unit.part == Part.PLANS else year
        heads = unit.kind is TextKind.HEADING
        found = _IN_HEADING.search(unit.text) if heads else _OPENING.match(unit.text)
        if found is None or (heads and any(word in unit.text for word in _PAST)):
            continue
        ahead = heads or unit.text.startswith(_AHEAD, found.end())
        if not ahead and not _opens(unit.text, found.end()):
            continue
        if _is_other(unit, int(found["year"][-2:]) + 2000, expected, ahead=ahead):
            message = f"这里写的是 20{found['year'][-2:]} 年，应当是 {expected} 年的内容"
            hint = f"核对是不是照抄了去年的；确是 {expected} 年的，改成“{expected}年”"
            yield unit.at(OTHER_YEAR, found.start(), found.end(), message, hint)


def _opens(text: str, end: int) -> bool:
    """Whether a sentence goes on behind the year at its head: 2022年底前, 2022年全, but not 2022年以来."""
    if text.startswith("底前", end):
        return True
    return text[end : end + 1] in _GOES_ON and text[end + 1 : end + 2] != "来"


def _is_other(unit: TextUnit, written: int, expected: int, *, ahead: bool) -> bool:
    """A year near the expected one: 1982 is history, 2035 a far aim. Plans may look back, but not `ahead`."""
    if unit.part == Part.PLANS:
        return written in {expected - 2, expected - 1} and ahead
    return written != expected and abs(written - expected) <= 1


def _relative(texts: TextSet) -> Iterator[Finding]:
    """The first 今年 of a submission, with their number: one change of habit, one finding."""
    places = [found for found in _RELATIVE.finditer(texts.text) if texts.find(found.start())[0].part]
    if places:
        first = places[0]
        more = f"（全文共 {len(places)} 处）" if len(places) > 1 else ""
        message = f"“{first.group()}”说不清是哪一年{more}"
        yield texts.at(RELATIVE_YEAR, *first.span(), message, "写明年份")
