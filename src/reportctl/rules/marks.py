"""Rules of marks: those that collide, dashes and ellipses that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, TextSet

COLLIDING = Rule(
    "colliding-marks",
    Severity.WARNING,
    "标点重叠",
    "两个标点撞在一起，或括号、引号里是空的。多半是删改时留下的，看看中间是不是少了字。",
    "text: 全年检查20次，。",
    "text: 全年检查20次。",
    fixable=True,
)
ELLIPSIS = Rule(
    "wrong-ellipsis",
    Severity.WARNING,
    "省略号不规范",
    "省略号是六个点“……”，占两个字的位置，不用“...”“。。。”或一个“…”（GB/T 15834）。",
    "text: 开展普法、调解、援助...等工作。",
    "text: 开展普法、调解、援助……",
    fixable=True,
)
DASH = Rule(
    "wrong-long-dash",
    Severity.WARNING,
    "破折号不规范",
    "破折号是“——”，占两个字的位置，不用“--”“－－”或横线字符“──”（GB/T 15834）。",
    "text: 打造特色品牌--法治小院。",
    "text: 打造特色品牌——法治小院。",
    fixable=True,
)

BLANK_BY_NUMBER = Rule(
    "blank-beside-number",
    Severity.NOTE,
    "汉字和数字之间有空格",
    "公文里汉字和阿拉伯数字之间不留空格。",
    "text: 全年检查 20 次。",
    "text: 全年检查20次。",
    fixable=True,
)

RULES = (COLLIDING, ELLIPSIS, DASH, BLANK_BY_NUMBER)

_PAUSES = "\uff0c、\uff1b\uff1a,;:"
_BLANK = re.compile(rf" (?:(?<=[{HAN}\uff0c。、] )(?=[0-9])|(?<=[0-9%] )(?=[{HAN}]))")
_LEADING = frozenset(_PAUSES + "。")
_MEETING = re.compile(rf"[\n{_PAUSES}。《“‘\uff08〔【(][{_PAUSES}。》”’\uff09〕】)]")
# ：“ and 。” are no collision, nor is 》、; the ideographic full stop thrice is an ellipsis.
_COLLISION = re.compile(
    rf"[{_PAUSES}](?:[{_PAUSES}。]+|\.(?!\d))"
    rf"|。(?:[{_PAUSES}]+[。{_PAUSES}]*|。(?!。)(?<!。。。))"
    rf"|[(\uff08《〔【](?:[{_PAUSES}。]+)"
    rf"|“[\uff0c、\uff1b。,;]+|[\uff0c、\uff1b\uff1a,;:]+[》\uff09〕】]"
    r"|《》|“”|‘’|〔〕|【】"
)
_DOTS = re.compile(r"\.(?:\.{2,})|\uff0e\uff0e+|。(?:。{2,})|·(?:·{2,})|…(?:(?<!……)(?!…)|…{2,})")
_LINE = re.compile("[\u2013\u2015\u2500\uff0d\u2212]")
_LINES = re.compile(
    rf"[-\u2013\u2015\u2500\uff0d\u2212](?:(?:(?<=[{HAN}”》\uff09].)|(?<![^\n].))[-\u2013\u2015\u2500\uff0d\u2212]+(?=[{HAN}“《]))"
)
_SHORT = re.compile(rf"(?<=[{HAN}”》\uff09])[\u2013\u2015\u2500\u2212](?=[{HAN}“《])")
_LONG = re.compile("———+")


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """Collisions, ellipses and dashes."""
    text = sheet.text
    if text[:1] in _LEADING or _MEETING.search(text):
        for found in _COLLISION.finditer(text):
            yield _collision(sheet, found)
        for site in sheet.sites:
            if site.text[0] in _LEADING:
                message = f"开头是标点“{site.text[0]}”"
                yield site.at(COLLIDING, 0, 1, message, "删去这个标点，看看前面是不是少了字", mend="")
    signs = sheet.signs
    if " " in signs:
        for found in _BLANK.finditer(text):
            message = "汉字和数字之间有空格"
            yield sheet.at(BLANK_BY_NUMBER, *found.span(), message, "删去空格", mend="")
    if (
        "…" in signs
        or "\uff0e" in signs
        or ("." in signs and ".." in text)
        or "。。" in text
        or ("·" in signs and "··" in text)
    ):
        yield from _ellipses(sheet)
    if _LINE.search(signs) or "———" in text or ("-" in signs and "--" in text):
        yield from _dashes(sheet)


def _collision(sheet: TextSet, found: re.Match[str]) -> Finding:
    marks = found.group()
    if len(set(marks)) == 1:
        message, mend = f"标点“{marks}”重复", marks[0]
        return sheet.at(COLLIDING, *found.span(), message, f"改为“{mend}”", mend=mend)
    if marks in {"《》", "“”", "‘’", "〔〕", "【】"}:
        message = f"“{marks}”里是空的"
        return sheet.at(COLLIDING, *found.span(), message, "填上内容，或删去这一对")
    message = f"标点“{marks}”撞在一起"
    return sheet.at(COLLIDING, *found.span(), message, "看看中间是不是少了字，留下一个标点")


def _dashes(sheet: TextSet) -> Iterator[Finding]:
    for found in (*_LINES.finditer(sheet.text), *_LONG.finditer(sheet.text)):
        message = f"“{found.group()}”不是破折号"
        yield sheet.at(DASH, *found.span(), message, "改为“——”", mend="——")
    for found in _SHORT.finditer(sheet.text):
        message = f"“{found.group()}”不是中文的横线"
        yield sheet.at(DASH, *found.span(), message, "破折号用“——”，表示起止、连接的用“—”")


def _ellipses(sheet: TextSet) -> Iterator[Finding]:
    for found in _DOTS.finditer(sheet.text):
        message = f"“{found.group()}”不是省略号"
        yield sheet.at(ELLIPSIS, *found.span(), message, "改为“……”", mend="……")
