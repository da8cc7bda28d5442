"""Rules of how numbers and dates are written (GB/T 15835): years, ranges, decimals, days of the week."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

NUMBER_STYLE = Rule(
    "number-style",
    Severity.WARNING,
    "数字、日期的写法不规范",
    "年份写四位，日期写“日”不写“号”，小数点前有“0”，范围两头的“%”“万”“亿”都写（GB/T 15835）。"
    "一句话里日期只用一种写法。",
    "text: 到25年底建成，占10～20%。",
    "text: 到2025年底建成，占10%～20%。",
)
THOUSANDS = Rule(
    "thousands-comma",
    Severity.NOTE,
    "数字里有分节的逗号",
    "公文里的数字一般不用逗号分节，会原样印出来。",
    "text: 发放资料1,234份。",
    "text: 发放资料1234份。",
    fixable=True,
)
WRONG_WEEKDAY = Rule(
    "wrong-weekday",
    Severity.WARNING,
    "日期和星期对不上",
    "这一天不是所写的星期几。核对日期，或删去星期。",
    "text: 2023年5月1日（星期二）开展宣传。",
    "text: 2023年5月1日（星期一）开展宣传。",
)

NAMED_DAY = Rule(
    "named-day",
    Severity.NOTE,
    "日期命名的活动用了圆点",
    "用月日命名的节日和活动，月和日之间用间隔号（GB/T 15835），例如“4·15”全民国家安全教育日、“3·15”。",
    "text: 开展“4.15”全民国家安全教育日宣传3场。",
    "text: 开展“4·15”全民国家安全教育日宣传3场。",
)

RULES = (NUMBER_STYLE, THOUSANDS, WRONG_WEEKDAY, NAMED_DAY)

_DASHES = "—～~–-"
_RARE_DASHES = frozenset(_DASHES) - {"—"}
_SHORT_YEAR = re.compile(
    r"2(?<![0-9.第近满约超逾共达年〇—～-]2)[0-9]年(?=底|初|末|度(?!过)|(?:[1-9]|1[0-2])月|[上下]半年)"
)
_RANGE = re.compile(rf"[0-9](?P<second>[{_DASHES}][0-9]+(?:\.[0-9]+)?(?P<unit>[%\uff05万亿]))")
_FIRST = re.compile(r"[0-9.]{1,12}\Z")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_BARE_POINT = re.compile(r"\.(?<![0-9A-Za-z.]\.)[0-9]+")
_COUNTED = frozenset("%\uff05万亿个倍元米")
_DAY = re.compile("月[0-9]{1,2}号")
_NO_DAY = frozenset("楼院线地馆")
_NUMERIC = re.compile(r"20(?<![0-9./-]20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}(?![0-9./-])")
_WRITTEN = re.compile("[0-9]月[0-9]{1,2}日")
_ET_CETERA = re.compile("、等")
_NO_ET_CETERA = (*"级次额候离腰份距价闲式", "高线", "高压")
_THOUSANDS = re.compile(r"[0-9](?<![0-9.,][0-9])[0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
_WEEKDAY = re.compile(
    r"20(?<![0-9]20)(?P<year>[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
    rf"[(\uff08]?(?:星期|周|礼拜)(?P<weekday>{LETTER})"
)
_NAMED_DAY = re.compile(r"(?:1[0-2](?<=“1.)|[1-9](?<=“.))\.(?:[12][0-9]|3[01]|[1-9])(?=”)")
_NEAR = 120
"""Characters of a sentence that are looked at around a date."""
_DAYS = "一二三四五六日"


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Each way of writing, looked for by its sign first."""
    text, signs = texts.text, texts.signs
    yield from _dates(texts)
    if "号" in text:
        for found in _DAY.finditer(text):
            if text[found.end() : found.end() + 1] not in _NO_DAY:
                message = f"“{found.group()}”是口语，公文写“日”"
                yield texts.at(NUMBER_STYLE, *found.span(), message, f"改为“{found.group()[:-1]}日”")
    for found in _ET_CETERA.finditer(text):
        if not text.startswith(_NO_ET_CETERA, found.end()):
            yield texts.at(NUMBER_STYLE, *found.span(), "“等”前面不用顿号", "删去“、”，看看是不是漏了一项")
    if "—" in text or not _RARE_DASHES.isdisjoint(signs):
        yield from _ranges(texts)
    if "." in signs:
        yield from _points(texts)
    if "," in signs:
        for found in _THOUSANDS.finditer(text):
            bare = found.group().replace(",", "")
            message = f"“{found.group()}”里的逗号会原样印出来"
            yield texts.at(THOUSANDS, *found.span(), message, f"改为“{bare}”", fix=bare)


def _points(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    for found in _BARE_POINT.finditer(text):
        if text[found.end() : found.end() + 1] in _COUNTED:
            message = f"“{found.group()}”的小数点前面没有数字"
            yield texts.at(NUMBER_STYLE, *found.span(), message, f"是“0{found.group()}”，还是漏了整数，核对")
    for found in _NAMED_DAY.finditer(text):
        month, _, day = found.group().partition(".")
        message = f"“{found.group()}”的月和日之间用间隔号，圆点像小数"
        yield texts.at(NAMED_DAY, *found.span(), message, f"改为“{month}·{day}”")


def _dates(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    for found in _SHORT_YEAR.finditer(text):
        message = f"年份“{found.group()}”只写了两位"
        yield texts.at(NUMBER_STYLE, *found.span(), message, f"改为“20{found.group()}”")
    if "." in texts.signs or "-" in texts.signs or "/" in texts.signs:
        for found in _NUMERIC.finditer(text):
            first, last = max(found.start() - _NEAR, 0), found.end() + _NEAR
            start = max(first, *(text.rfind(mark, first, found.start()) + 1 for mark in "。\n"))
            ends = (text.find(mark, found.end(), last) for mark in "。\n")
            if _WRITTEN.search(text, start, min((end for end in ends if end >= 0), default=last)):
                message = f"一句话里日期有两种写法：“{found.group()}”和“×月×日”"
                yield texts.at(NUMBER_STYLE, *found.span(), message, "都写成“××××年×月×日”")
    if "周" in text or "星" in text or "拜" in text:
        yield from _weekdays(texts)


def _weekdays(texts: TextSet) -> Iterator[Finding]:
    for found in _WEEKDAY.finditer(texts.text):
        year, month, day = 2000 + int(found["year"]), int(found["month"]), int(found["day"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            continue  # said already
        true = _DAYS[calendar.weekday(year, month, day)]
        said = found["weekday"].replace("天", "日")
        if said in _DAYS and said != true:
            message = f"{year}年{month}月{day}日是星期{true}，不是星期{found['weekday']}"
            yield texts.at(WRONG_WEEKDAY, *found.span(), message, "核对日期和星期")


def _ranges(texts: TextSet) -> Iterator[Finding]:
    for found in _RANGE.finditer(texts.text):
        at = found.start("second")
        before = _FIRST.search(texts.text, max(at - 12, 0), at)
        if before is None or _YEAR.fullmatch(before.group()) or texts.text[before.start() - 1] in _DASHES:
            continue
        words, unit = f"{before.group()}{found['second']}", found["unit"]
        message = f"“{words}”前一个数后面少了“{unit}”，会看成两种单位"
        yield texts.at(NUMBER_STYLE, before.start(), found.end(), message, f"两个数后面都写“{unit}”")
