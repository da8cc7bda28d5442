"""Numbers in front of headings and points: those that are typed, and those that the tool writes."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reportctl.text.chars import LETTER, WHITE, members, past_white

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


_CACHED = 4_096  # the same few numbers stand before tens of thousands of items


def chinese(number: int) -> str:
    """A number from 1 to 99,999,999 in Chinese numerals: 十, 二十一, 一百零一, 一万零一.

    Raises:
        ValueError: for any other number.
    """
    if not 1 <= number <= 99_999_999:
        raise ValueError(f"no Chinese numeral for {number}")
    thousands, rest = divmod(number, 10_000)
    if not thousands:
        return _below_ten_thousand(number)
    low = _below_ten_thousand(rest) if rest else ""
    if 10 <= rest < 20:
        low = f"一{low}"
    return f"{_below_ten_thousand(thousands)}万{'零' if 0 < rest < 1_000 else ''}{low}"


def _below_ten_thousand(number: int) -> str:
    written = ""
    for power, digit in reversed(list(enumerate(reversed(str(number))))):
        if digit != "0":
            written += _DIGITS[int(digit)] + _UNITS[power]
        elif not written.endswith("零"):
            written += "零"
    written = written.rstrip("零")
    return written.removeprefix("一") if 10 <= number < 20 else written


def chinese_value(numeral: str) -> int:
    """The number that a Chinese numeral stands for, 一百〇一 as well as 一百零一; 0 for what is none."""
    written = numeral.replace("〇", "零")
    value = below = digit = 0
    for character in written:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif character in _UNITS:
            below += (digit or 1) * 10 ** _UNITS.index(character)
            digit = 0
        elif character == "万":
            value, below, digit = (below + digit) * 10_000, 0, 0
        else:
            return 0
    value += below + digit
    return value if 0 < value < 100_000_000 and chinese(value) == written else 0


def chapter_number(number: int) -> str:
    """Level 1 (GB/T 9704-2012, clause 7.3.3): 一、."""
    return f"{chinese(number)}、"


def section_number(number: int) -> str:
    """Level 2: （一）."""
    return f"\uff08{chinese(number)}\uff09"


@lru_cache(_CACHED)
def item_number(number: int) -> str:
    """Level 3: 1.."""
    return f"{number}."


def point_number(number: int) -> str:
    """Level 4: （1）."""
    return f"\uff08{number}\uff09"


@lru_cache(_CACHED)
def ordinal(number: int) -> str:
    """The number of a point within a paragraph: 一是."""
    return f"{chinese(number)}是"


class NumberKind(StrEnum):
    """The shapes in which numbers are typed."""

    CHAPTER = "一、"
    SECTION = "\uff08一\uff09"
    ITEM = "1."
    POINT = "\uff081\uff09"
    ORDINAL = "一是"
    CIRCLED = "①"
    LEVELS = "1.1"
    LETTER = "A."


class TypedNumber(NamedTuple):
    """A number that is typed in front of a text.

    `start` is its offset, behind blanks; the first `length` characters of the text, with the blanks after
    the number, are what to drop.
    """

    kind: NumberKind
    value: int
    start: int
    length: int


_HAN = "[一二三四五六七八九十]{1,3}"
_ARABIC = "[1-9\uff11-\uff19][0-9\uff10-\uff19]?"
_NO_DIGIT = "(?![0-9\uff10-\uff19])"
_BLANK = r"[\s\u200b\ufeff]*+"  # soon compiled; `WHITE` takes twice the time
# 2024年 and 3年行动 after a number begin the heading; any other digit belongs to the number (1.5万户).
_YEAR = "(?:(?:19|20)[0-9]{2}年|[1-9]年(?:行动|计划|规划|攻坚))"
_CIRCLED = "\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
# What stands behind 1.1 as a number: not what a decimal counts (1.5万户), a day (12.4国家宪法日), a release.
_DAY = (
    r"(?:[^。\uff0c]{0,15}(?:(?!日常|日益|日趋|节约|节能|节水|周边|周期|周密|月度)[日节周月]|晚会)"
    r"|[^。\uff0c]{0,2}(?:案(?![件例卷])|活动|行动|专项))"
)
_HEAD = (
    r"(?:[^\W\da-zA-Z_万亿千百十余多个件户人次元吨亩米倍年月日版级分折秒度升平公立克里条家名项期号例类场所位]"
    r"|千方|百姓|十四|[“《—【\[\uff3b])"
)
_TYPED = re.compile(
    r"(?P<bracket>[(\uff08]?)(?:"
    rf"(?P<han>{_HAN})(?:(?P<section>[)\uff09])|(?P<chapter>{_BLANK}[、.\uff0e])"
    r"|(?P<ordinal>是)(?!(?P=han)(?:[、\uff0c,\uff1a:。\uff1b;]|[二三]是)))"
    rf"|(?P<letter>[A-Ja-j])[.\uff0e、)\uff09](?={_BLANK}(?:{LETTER}|[“《—]))"
    rf"|[1-9][0-9]?\.(?:(?:[1-9][0-9]?\.){{1,2}}|(?![0-9]{{1,2}}{_DAY}))(?P<levels>[1-9][0-9]?)(?:[.\uff0e、](?![0-9])|(?={_BLANK}(?:{_HEAD}|{_YEAR})))"
    rf"|(?P<arabic>{_ARABIC})(?:(?P<point>[)\uff09])"
    rf"|(?P<listed>{_BLANK}(?:、(?={_BLANK}(?:{_YEAR}|{_NO_DIGIT}))|[\uff0c,](?={_BLANK}(?:{LETTER}|[“《]))))"
    rf"|(?P<item>{_BLANK}[.\uff0e](?=[\s\u200b\ufeff]|{_YEAR}|{_NO_DIGIT})))"
    rf"|第(?P<first>{_HAN}){_BLANK}[、\uff0c,]"
    r"|(?P<circled>[\u2460-\u32bf]))"  # those that begin a number: `NUMBER_STARTS` is asked first
)
NUMBER_STARTS = frozenset(members(f"{WHITE}(\uff081-9\uff11-\uff19一二三四五六七八九十第A-Ja-j{_CIRCLED}"))
"""The characters that a text with a number in front can begin with; most texts begin with none of them."""
_CLOSED = frozenset({"section", "point"})
# （一）期 and （2）号楼 are parts of something, 一是否 and 一是非观 no numbers.
_PARTS = ("期", "标段", "号楼", "号地", "号线")
_NO_ORDINAL = ("否", "非观", "非曲", "非之", "非对", "非分", "非界", "非标", "非问")
_STOPS = frozenset("、.\uff0e")
_GOES_WITH = {"section": _STOPS, "point": _STOPS, "ordinal": frozenset("、\uff0c,\uff1a:")}
"""The mark that may stand behind a number and goes with it, by the number's shape."""

# 一、二审案件 and 三、四季度 name two things by their numbers; 一、三项制度 is number one.
_NUMERAL = re.compile(_HAN)
_NAMED = (
    *("、", "审", "级", "类", "线", "期", "批", "档", "等", "号", "月", "日"),
    *("季度", "产业", "标段"),
)
_KINDS = {
    "section": NumberKind.SECTION,
    "point": NumberKind.POINT,
    "letter": NumberKind.LETTER,
    "levels": NumberKind.LEVELS,
    "chapter": NumberKind.CHAPTER,
    "listed": NumberKind.ITEM,
    "item": NumberKind.ITEM,
    "ordinal": NumberKind.ORDINAL,
    "first": NumberKind.ORDINAL,
    "circled": NumberKind.CIRCLED,
}


def typed_number(text: str, at: int = 0) -> TypedNumber | None:
    """The number in front of the text, or at an offset, as typed or as normalised.

    1.5万户, 一网通办, 一是非观 and 2023年 have none.
    """
    if text[at : at + 1] not in NUMBER_STARTS:  # nearly every text
        return None
    start = past_white(text, at)
    match = _TYPED.match(text, start) if text[start : start + 1] in NUMBER_STARTS else None
    if match is None:
        return None
    shape, end = match.lastgroup or "", match.end()
    bracket, han, arabic = match.group("bracket", "han", "arabic")
    if bracket and (shape not in _CLOSED or text.startswith(_PARTS, end)):
        return None
    if shape == "ordinal" and text.startswith(_NO_ORDINAL, end):
        return None
    if shape in _GOES_WITH and text[end : end + 1] in _GOES_WITH[shape]:
        end += 1
    value = _value(han or arabic or match[shape])
    end = past_white(text, end)
    if not value or (shape in ("chapter", "first") and names_two(text, end, value)):
        return None
    return TypedNumber(_KINDS[shape], value, start, end)


def names_two(text: str, end: int, value: int) -> bool:
    """Whether the number of this value, which ends at `end`, names two things with the next: 一、二审案件."""
    following = _NUMERAL.match(text, end)
    if following is None or not text.startswith(_NAMED, following.end()):
        return False
    return _value(following.group()) == value + 1


def typed_numbers(text: str) -> tuple[TypedNumber, ...]:
    """The numbers in front of the text, one behind the other; two may stand there: （一）1.加强……."""
    found: list[TypedNumber] = []
    end = 0
    while number := typed_number(text, end):
        found.append(number)
        end = number.length
    return tuple(found)


def strip_number(text: str) -> str:
    """The text without the numbers typed in front of it."""
    if text[:1] not in NUMBER_STARTS:  # nearly every text
        return text
    numbers = typed_numbers(text)
    return text[numbers[-1].length :] if numbers else text


@lru_cache(_CACHED)
def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    if numeral.isascii():
        return ord(numeral.upper()) - ord("A") + 1
    return chinese_value(numeral) or int(unicodedata.numeric(numeral[0])) * (len(numeral) == 1)
