"""Rules of numbering: enumerations that skip, repeat or go back."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.texts import TextKind
from reportctl.text.chars import LETTER
from reportctl.text.numbers import NUMBER_STARTS, NumberKind, TypedNumber, chinese, typed_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

SEQUENCE = Rule(
    "number-sequence",
    Severity.WARNING,
    "序号不连续",
    "“一是、二是……”或手工编的“1.”“（一）”跳了号、重了号。看看是不是漏了一条，或者只是编错了。",
    "text: 一是检查20次。二是培训5次。四是整改3个。",
    "text: 一是检查20次。二是培训5次。三是整改3个。",
)

LONE_POINT = Rule(
    "lone-point",
    Severity.NOTE,
    "只有“一是”，没有“二是”",
    "列举从“一是”开始就停了。后面漏了的补上；只有一点的，不用“一是”。",
    "text: 主要问题：一是人员不足。经费没有落实。",
    "text: 主要问题：一是人员不足。二是经费没有落实。",
)

RULES = (SEQUENCE, LONE_POINT)

_VALUES = {chinese(number): number for number in range(1, 21)}
_NUMERALS = "一二三四五六七八九十"
"""What the one or two letters that the patterns take for a number are to be made of."""
# At the head of a clause only: 其中之一是 and 统一是 are no numbers.
_SAID = re.compile("是(?:(?<=[二三四五六七八九十]是)|(?<=[^十]一是))")
_ENUMERATED = re.compile(
    rf"(?:^|(?<=[。\uff1b\uff1a\uff0c、;:,\n”\uff09)]))[ \u3000]*(?P<number>{LETTER}{{1,2}}?)(?P<is>是)"
)
_ENDS = frozenset("\uff0c、。;\uff1b")
# At the head of a clause only: 第十条第（三）项 is none.
_IN_BRACKETS = re.compile(
    r"(?:^|(?<=[。\uff1b\uff1a\n]))[ \u3000]*"
    rf"(?P<whole>[(\uff08](?P<number>[0-9]{{1,2}}|{LETTER}{{1,2}})[)\uff09])"
)
# 第三，and ③ at the head of a clause.
_FIRSTLY = re.compile(rf"第(?<![^。\uff1b\uff1a\n;:]第)(?P<number>{LETTER}{{1,2}})(?=[\uff0c、,])")
_MORE = (
    *("二是", "二则", "二来", "二要", "三是", "三则", "三来", "三要"),
    *("另一", "另外", "另则", "再者", "再则", "再是", "其次", "之次", "\u2461"),
)
_GOES_ON = re.compile("[\uff0c。\uff1b;](?:二|同时|第二[\uff0c、,是])|2(?:[.、\uff0e](?![0-9])|[)\uff09])")
_CIRCLED = re.compile("[\u2460-\u2473]")
_NEXT = ("第二", "第三", "再次")
_SAID_FIRST = re.compile("(?:首先|其次|再次)(?=[\uff0c,])")
_HEADS = frozenset("。\uff1b\uff1a\uff0c\n;:,") | {""}
"""What stands before a clause: nothing, where it begins the text."""
# two patterns that begin with a character each, not one with a class: ten times as fast
_BRACKETS = tuple(re.compile(rf"{mark}(?=.[)\uff09])") for mark in (r"\(", "\uff08"))
_NOT_FIRST = frozenset("23456789二三四五六七八九")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Enumerations within a text, and the numbers typed before headings and points."""
    if _SAID.search(texts.text):
        yield from _said(texts)
    yield from _typed(texts)
    yield from _elsewhere(texts)


def check_as_written(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Enumerations within one paragraph of a document that is not merged: others may run over several."""
    for unit in texts.units if _SAID.search(texts.text) else ():
        first = next(_enumerated(unit.text), None)
        if first is not None and first["number"] == "一":
            yield from _within(unit, 0)
    yield from _elsewhere(texts)


def _elsewhere(texts: TextSet) -> Iterator[Finding]:
    """Enumerations by other signs than 一是, each within a text."""
    text = texts.text
    if any(text[found.end()] in _NOT_FIRST for bracket in _BRACKETS for found in bracket.finditer(text)):
        yield from _bracketed(texts)
    if any(word in text for word in _NEXT) or _CIRCLED.search(texts.signs):
        yield from _in_words(texts)


def _enumerated(text: str) -> Iterator[re.Match[str]]:
    """一是, 二是 at the head of a clause; 一是一，二是二 is a saying."""
    for found in _ENUMERATED.finditer(text):
        if not found["number"].strip(_NUMERALS):
            behind = text[found.end() : found.end() + 3]
            rest = behind.lstrip(_NUMERALS)
            if rest == behind or rest[:1] not in _ENDS:
                yield found


def _in_words(texts: TextSet) -> Iterator[Finding]:
    """第一，第三，and ① ③ within one text, 再次 without 其次."""
    for unit in texts.units:
        for pattern in (_FIRSTLY, _CIRCLED):
            last = 0
            for found in pattern.finditer(unit.text):
                value = ord(found.group()) - 0x245F if pattern is _CIRCLED else _value(found["number"])
                if value is None:
                    continue
                if last and value not in {1, last + 1}:
                    yield _wrong(unit, *found.span(), found.group(), last, "")
                last = value
        words = [word for word in _SAID_FIRST.finditer(unit.text) if _begins_clause(word)]
        for before, found in pairwise(words):
            if (before.group(), found.group()) == ("首先", "再次"):
                message = "“首先”后面接着“再次”，没有“其次”"
                yield unit.at(SEQUENCE, *found.span(), message, "看看是不是漏了一条；没有漏的，改为“其次”")


def _value(letters: str) -> int | None:
    """What one or two letters say as a number: None where they are none, 0 for one beyond twenty."""
    return None if letters.strip(_NUMERALS) else _VALUES.get(letters, 0)


def _begins_clause(found: re.Match[str]) -> bool:
    return found.string[found.start() - 1 : found.start()] in _HEADS


def _said(texts: TextSet) -> Iterator[Finding]:
    before: TextUnit | None = None
    for place, unit in enumerate(texts.units):
        if "是" in unit.text:
            goes_on = before is not None and (before.part, before.index) == (unit.part, unit.index)
            last = _ordinal(before) if goes_on and before is not None else 0
            if place and unit.text[0] in NUMBER_STARTS and not last and texts.stands_alone(unit):
                last = _of_item_before(texts.units[place - 1], unit, texts)
            yield from _within(unit, last)
            if "一是" in unit.text and unit.kind is not TextKind.HEADING:
                yield from _lone(unit, texts.units[place + 1 : place + 2])
        before = unit if unit.kind is TextKind.HEADING else None


def _of_item_before(before: TextUnit, unit: TextUnit, texts: TextSet) -> int:
    """The number of the item before, where both are texts alone: 一是……, 二是…… as items of their own."""
    beside = (before.part, before.index + 1) == (unit.part, unit.index) and texts.stands_alone(before)
    return _ordinal(before) if beside else 0


def _lone(unit: TextUnit, behind: tuple[TextUnit, ...]) -> Iterator[Finding]:
    """一是 at the head of a clause, and no 二是 or the like behind it, in this text or the next."""
    found = next(_enumerated(unit.text), None)
    if found is None or found["number"] != "一" or unit.text.count("一是") > 1:
        return
    rest = unit.text[found.end() :] + "".join(each.text for each in behind)
    if not any(word in rest for word in _MORE) and not _GOES_ON.search(rest):
        message = "列举到“一是”就停了，后面没有“二是”"
        yield unit.at(
            LONE_POINT, found.start("number"), found.end("is"), message, "漏了的补上；只有一点的，删去“一是”"
        )


def _bracketed(texts: TextSet) -> Iterator[Finding]:
    """（1）……（2）…… within one text; a single one refers to another place."""
    for unit in texts.units:
        last: dict[bool, int] = {}
        for found in _IN_BRACKETS.finditer(unit.text):
            words = found["number"]
            value = int(words) if words.isdecimal() else _value(words)
            if value is None:
                continue
            before = last.get(words.isdecimal(), 0)
            if before and value not in {1, before + 1}:
                yield _wrong(unit, *found.span("whole"), found["whole"], before, "")
            last[words.isdecimal()] = value


def _ordinal(heading: TextUnit) -> int:
    """The number of an item that was written as one string: 一是标题。正文。二是……."""
    number = typed_number(heading.text)
    return number.value if number is not None and number.kind is NumberKind.ORDINAL else 0


def _within(unit: TextUnit, last: int) -> Iterator[Finding]:
    """一是……二是……: each goes on from the one before or begins anew with 一."""
    for found in _enumerated(unit.text):
        value = _VALUES.get(found["number"], 0)
        if not value:
            continue
        begins = not unit.text[: found.start("number")].strip()
        first_of_point = begins and unit.kind in _NUMBERED
        # 一是 twice running is no list of one: the second of two was numbered again
        if (value != last + 1 and value != 1 and not first_of_point) or (value == last == 1 and not begins):
            yield _wrong(unit, found.start("number"), found.end("is"), found["number"] + "是", last, "是")
        last = value


def _typed(texts: TextSet) -> Iterator[Finding]:
    """Numbers before the headings of a part and before the points of an item, kind by kind."""
    last: dict[tuple[object, ...], int] = {}
    for unit in texts.numbered:
        number = typed_number(unit.text) if unit.kind in _NUMBERED else None
        if number is None:
            continue
        place = (unit.part, number.kind, unit.path[:3] if unit.kind is TextKind.POINT else "")
        before = last.get(place, 0)
        # the first may be any: an item was taken out of a longer list
        if before and number.value not in {1, before + 1}:
            yield _typed_wrong(unit, number, before)
        last[place] = number.value


_NUMBERED = frozenset({TextKind.HEADING, TextKind.POINT})


def _typed_wrong(unit: TextUnit, number: TypedNumber, before: int) -> Finding:
    words = unit.text[number.start : number.length].strip()
    return _wrong(unit, number.start, number.length, words, before, "")


def _wrong(unit: TextUnit, start: int, end: int, words: str, before: int, tail: str) -> Finding:
    if before:
        message = f"“{words}”前面是第 {before} 条，序号不连续"
    else:
        message = f"从“{words}”开始，前面没有“{'一' + tail if tail else '第一条'}”"
    return unit.at(SEQUENCE, start, end, message, "看看是不是漏了一条；没有漏的，改正序号")
