"""Rules of arithmetic in prose: what rises or falls, sums in words, periods, points that are counted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.arithmetic import agrees
from reportctl.rules.quantities import ANY_UNIT, PERCENT, SCALE, THING_UNIT, UNIT, UNITS, plain, quantities
from reportctl.text.chars import LETTER
from reportctl.text.numbers import chinese_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

CHANGE_MISMATCH = Rule(
    "change-mismatch",
    Severity.WARNING,
    "增减和数字对不上",
    "“由a增加到b”“下降到b”“增加d、增长x%”里的数，方向或幅度前后矛盾。核对数字。",
    "text: 案件由120件增加到100件。",
    "text: 案件由100件增加到120件。",
)
SUM_MISMATCH = Rule(
    "sum-mismatch",
    Severity.WARNING,
    "合计和分项对不上",
    "前面列出的几项相加，得不出后面写的“共计”“合计”。核对数字。",
    "text: 培训执法人员30名、调解员50名，共计90名。",
    "text: 培训执法人员30名、调解员50名，共计80名。",
)
COUNT_MISMATCH = Rule(
    "count-mismatch",
    Severity.WARNING,
    "说的个数和列的不一样",
    "“三个方面”后面用“一是……”列出的，不是三点。核对是漏了一点，还是个数写错。",
    "text: 做好三个方面工作：一是检查。二是培训。",
    "text: 做好两个方面工作：一是检查。二是培训。",
)
LOST_PERCENT = Rule(
    "lost-percent",
    Severity.WARNING,
    "比率后面缺少“%”",
    "率、占比、增长后面是小数，却没有“%”，多半是漏打了。",
    "text: 办结率达到98.5，群众满意。",
    "text: 办结率达到98.5%，群众满意。",
)

RULES = (CHANGE_MISMATCH, SUM_MISMATCH, COUNT_MISMATCH, LOST_PERCENT)

_UP = "增加|增长|提高|上升|提升|扩大|[增升涨](?!为)"
_WAY = f"(?:(?P<up>{_UP})|(?P<down>减少|下降|降低|缩减|压缩|缩短|[降减](?!为)))[到至为]"
_FROM = re.compile(
    r"[从由](?<![自经]由)(?:[^\uff0c。\uff1b,;\n0-9到至]{0,8}的)?(?P<old>[0-9]+(?:\.[0-9]+)?)(?P<old_scale>[万亿千]?)"
    rf"(?P<old_unit>(?:{LETTER}{{1,4}}?|[%\uff05])??){_WAY}(?P<new>[0-9]+(?:\.[0-9]+)?)(?P<new_scale>[万亿千]?)"
    rf"(?P<new_unit>(?:{UNIT}|[%\uff05])?)(?![余多0-9.万亿千])"
)
# the second number is only looked at: in its place another change may begin
_BY = re.compile(
    rf"(?P<value>[0-9](?<![0-9.][0-9])[0-9]*+(?:\.[0-9]+)?)(?P<unit>{ANY_UNIT})[\uff0c,、]?"
    r"(?:同比|[比较](?:上年|去年|上一年)(?:同期)?)(?P<way>增加|减少)了?(?=(?P<by>[0-9]+(?:\.[0-9]+)?)(?P=unit))"
)
_RATE = re.compile(
    r"(?P<since>同比|[比较][^\uff0c。,\n0-9]{1,6})?(?P<way>增长|上升|提高|增幅|下降|减少|降低|降幅)(?:了|为|达)?"
    r"(?P<near>[约近超]?)(?P<rate>[0-9]+(?:\.[0-9]+)?)[%\uff05](?P<tail>以上|左右|以内)?"
)
_POINTS = re.compile(
    rf"[0-9](?:{THING_UNIT})[\uff0c,、]?(?:同比|[比较](?:上年|去年)(?:同期)?)(?:增长|上升|下降|增加|减少)了?"
    r"[0-9.]+个?百分点"
)
_TOTAL = re.compile(rf"计(?<=[\uff0c,][共合总]计)(?P<total>[0-9]+)(?P<unit>{ANY_UNIT})(?![余多以])")
_ASPECTS = re.compile("[二两三四五六七八九十][个大]?方面[^。\uff0c\uff1a:,\n一]{0,10}(?P<mark>.)(?=一是)")
_BARE_RATE = re.compile(
    r"(?:率|占比|增长)(?:均|都|约|近|超过|超|为|达到|达|提升至|提高到|提升到|提高至)?(?P<number>[0-9]+\.[0-9]+)"
)
_COMMAS = frozenset("\uff0c,、")
_MARKS = frozenset("。\uff1a:\uff0c,")
_ENDS = frozenset("\uff0c。\uff1b,;\n")
_JOINERS = frozenset("、\uff0c,和及与")
_NUMERALS = frozenset("一二三四五六七八九十")
_NO_ORDINAL = _NUMERALS | frozenset("统其唯")
"""Before a numeral: 统一是 and 十一是 begin no point."""


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Each kind, looked for by its sign first."""
    text = texts.text
    if "从" in text or "由" in text:
        for found in _FROM.finditer(text):
            yield from _from(texts, found)
    if ("比" in text or "较" in text) and ("增加" in text or "减少" in text):
        for found in _BY.finditer(text):
            yield from _by(texts, found)
    if "百分点" in text:
        for found in _POINTS.finditer(text):
            message = "数量的增减写百分之几，“百分点”只说比率的变化"
            yield texts.at(CHANGE_MISMATCH, *found.span(), message, "改为“%”，或写明是哪个比率")
    yield from _listed(texts)
    if "." in texts.signs:
        for found in _BARE_RATE.finditer(text):
            if text[found.end() : found.end() + 1] in _ENDS:
                message = f"“{found.group()}”后面缺少“%”"
                yield texts.at(LOST_PERCENT, *found.span("number"), message, f"改为“{found['number']}%”")


def _listed(texts: TextSet) -> Iterator[Finding]:
    """Sums in words, and points that are counted before they are named."""
    text = texts.text
    if "计" in text:
        for found in _TOTAL.finditer(text):
            yield from _sum(texts, found)
    if "一是" in text and "方面" in text:
        for found in _ASPECTS.finditer(text):
            if found["mark"] in _MARKS:
                yield from _count(texts, found)


def _from(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    units = found["old_unit"] or found["new_unit"], found["new_unit"] or found["old_unit"]
    old_scale = found["old_scale"] or ("" if found["old_unit"] else found["new_scale"])
    old, new = Decimal(found["old"]) * SCALE[old_scale], Decimal(found["new"]) * SCALE[found["new_scale"]]
    if units[0] != units[1] or old == new:
        return
    rated = _rate_behind(texts.text, found.end())
    if (new > old) != bool(found["up"]):
        message = f"从 {plain(old)} 到 {plain(new)}，不是“{found['up'] or found['down']}”"
        end = (rated or found).end()
        yield texts.at(CHANGE_MISMATCH, found.start(), end, message, "核对两个数，看看是不是写反了")
    elif rated is not None and old and found["new_unit"] not in PERCENT:
        yield from _rate(texts, rated, abs(new - old) * 100 / old)


def _by(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    if found["unit"] not in UNITS:
        return
    rated = _rate_behind(texts.text, found.end("by") + len(found["unit"]))
    # 较上月增长8% and 减少8% may be said of something else
    if rated is None or rated["since"] not in {None, "同比"} or rated["way"] in {"提高", "减少"}:
        return
    value, by = Decimal(found["value"]), Decimal(found["by"])
    old = value - by if found["way"] == "增加" else value + by
    if old > 0:
        yield from _rate(texts, rated, by * 100 / old)


def _rate_behind(text: str, at: int) -> re.Match[str] | None:
    """By how many per cent that is, where the clause behind an offset tells."""
    return _RATE.match(text, at + 1) if text[at : at + 1] in _COMMAS else None


def _rate(texts: TextSet, found: re.Match[str], true: Decimal) -> Iterator[Finding]:
    if not agrees(true, Decimal(found["rate"]), found):
        message = f"按前面的数算是 {true:.1f}%，写的是 {found['rate']}%"
        start, end = found.span("rate")
        yield texts.at(CHANGE_MISMATCH, start, end + 1, message, "核对两个数和百分比")


def _sum(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    """The quantities of one unit that stand in a row right before their sum."""
    text = texts.text
    at = found.start() - 1
    first = max(text.rfind(mark, max(at - 120, 0), at) for mark in "。\uff1b\uff1a;:\n") + 1
    first = first or max(at - 120, 0)
    parts: list[Decimal] = []
    end = at - 1
    for part in reversed(list(quantities(text, first, at))):
        if part.unit != found["unit"] or part.is_rough or text[part.end : end].strip():
            break
        parts.append(part.value)
        start = max(text.rfind(mark, first, part.start) for mark in "、\uff0c,和及与")
        if start < 0 or text[start] not in _JOINERS:
            break
        end = start
    total = Decimal(found["total"])
    if len(parts) < 2 or total in (sum(parts[:count], Decimal(0)) for count in range(1, len(parts) + 1)):
        return
    message = f"前面几项相加是 {plain(sum(parts, Decimal(0)))}，这里写的是 {found['total']}"
    yield texts.at(SUM_MISMATCH, at, found.end(), message, "核对合计和分项的数字")


def _ordinals(text: str, start: int) -> Iterator[str]:
    """The numerals of 一是, 二是 and so on behind an offset."""
    at = text.find("是", start + 1)
    while at >= 0:
        if text[at - 1] in _NUMERALS and text[max(at - 2, 0) : at - 1] not in _NO_ORDINAL:
            yield text[at - 1]
        at = text.find("是", at + 1)


def _count(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    unit, first = texts.find(found.start())
    said = chinese_value(found.group()[0].replace("两", "二"))
    last = 0
    for ordinal in _ordinals(unit.text, found.end() - first):
        if chinese_value(ordinal) != last + 1:
            break
        last += 1
    if last > 1 and last != said:
        message = f"说的是“{found.group()[:-1]}”，后面列了 {last} 点"
        yield texts.at(COUNT_MISMATCH, *found.span(), message, "核对是漏了一点，还是个数写错")
