"""Rules of characters: what cannot be seen, printed or found again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.sources.codes import CONTROL_CHARACTER
from reportctl.text.chars import LETTER
from reportctl.text.clean import UNREADABLE, Oddity, OddityKind, oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

GARBLED = Rule(
    "garbled-character",
    Severity.ERROR,
    "乱码",
    "这里有一个“\ufffd”：原来的字在转换时丢了，无法恢复。对照原稿补上。",
    "text: 全年检\ufffd20次。",
    "text: 全年检查20次。",
)
INVISIBLE = Rule(
    "invisible-character",
    Severity.WARNING,
    "看不见的字符",
    "文字里夹着零宽空格、方向符之类看不见的字符，多半是从网页或聊天软件粘贴来的，会影响排版和查找。",
    'text: "全年\\u200b检查20次。"',
    "text: 全年检查20次。",
    fixable=True,
)
PRIVATE_USE = Rule(
    "private-character",
    Severity.WARNING,
    "造字或图标字符",
    "这个字符属于“专用区”，是某个字体自造的字或图标，换一台电脑就显示成方框。换成通用的字。",
    'text: "\\ue5e5全年检查20次。"',
    "text: 全年检查20次。",
)
VARIANT = Rule(
    "variant-character",
    Severity.WARNING,
    "形近的兼容字",
    "看上去是常用字，其实是部首或兼容字符，多半是从 PDF 复制来的，查找、排序都会出错。换成常用字。",
    'text: "全\\u2f45检查20次。"',
    "text: 全方检查20次。",
    fixable=True,
)
LOOK_ALIKE = Rule(
    "look-alike",
    Severity.WARNING,
    "字母当成了数字",
    "数字里混进了字母 O、l 或数字 0 混进了中文年份。“二〇二三年”用“〇”，“100”用阿拉伯数字。",
    "text: 全年检查2O次。",
    "text: 全年检查20次。",
    fixable=True,
)

RULES = (GARBLED, INVISIBLE, PRIVATE_USE, VARIANT, LOOK_ALIKE)

_UNIT = "(?=[余多]?(?:[万亿%\uff05个件次人名项场起份家户元年月日条]))"
_LETTERS = re.compile(rf"[OoIl](?:(?<=[0-9].)|(?<={LETTER}.)[0-9])[OoIl0-9]*{_UNIT}")
_YEAR = re.compile("二(?=(?P<digits>..??.)年)")
_CIRCLES = frozenset("0Oo○\uff10")
"""What stands for 〇 in a year."""
_NUMERALS = frozenset("一二三四五六七八九0Oo○〇零")
_DECADES = frozenset(first + second for first in "〇0Oo○零" for second in "一二")
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1"})
_LETTER = re.compile("[OoIl]")
_WIDE = r"[\uff10-\uff5a](?<=\w)"  # letters and digits, without the marks between them
_WIDES = re.compile(rf"{_WIDE}(?:\uff0e?{_WIDE})*\uff05?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Every character that can be read and does not belong in a report."""
    text = texts.text
    signs = texts.signs
    for oddity in oddities(text) if oddities(signs) else ():
        if oddity.kind not in UNREADABLE:
            yield _oddity(texts, oddity)
    if _LETTER.search(signs):
        for found in _LETTERS.finditer(text):
            right = found.group().translate(_DIGITS)
            message = f"“{found.group()}”是字母，不是数字"
            yield texts.at(LOOK_ALIKE, *found.span(), message, f"改为“{right}”", fix=right)
    if _WIDES.search(signs):
        for found in _WIDES.finditer(text):
            right = found.group().translate(_NARROW)
            message = f"“{found.group()}”是全角的字母、数字"
            yield texts.at(VARIANT, *found.span(), message, f"改为半角的“{right}”", fix=right)
    if "年" in text and "二" in text:
        for at in _circles(text):
            message = f"中文年份里的“{text[at]}”应当是“〇”"
            finding = texts.at(LOOK_ALIKE, at, at + 1, message, "改为“〇”", fix="〇")
            # many printed texts have the circle
            yield finding._replace(severity=Severity.NOTE) if text[at] == "○" else finding


def _circles(text: str) -> Iterator[int]:
    """Where the second digit of a Chinese year, or the last one, should be 〇 and is not."""
    for found in _YEAR.finditer(text):
        digits = found["digits"]
        if digits[0] in _CIRCLES and _NUMERALS.issuperset(digits[1:]):
            yield found.end()
        if digits[:-1] in _DECADES and digits[-1] in _CIRCLES:
            yield found.end() + len(digits) - 1


def _oddity(texts: TextSet, oddity: Oddity) -> Finding:
    start, end = oddity.position, oddity.position + 1
    code = f"U+{ord(oddity.char):04X}"
    if oddity.kind is OddityKind.REPLACEMENT:
        return texts.at(GARBLED, start, end, "这里有一个字成了乱码", "对照原稿补上这个字")
    if oddity.kind is OddityKind.PRIVATE_USE:
        return texts.at(
            PRIVATE_USE, start, end, f"造字或图标字符 {code}，别的电脑上显示成方框", "换成通用的字"
        )
    if oddity.kind is OddityKind.INVISIBLE:
        return texts.at(INVISIBLE, start, end, f"看不见的字符 {code}", "删去这个字符", fix="")
    message = f"“{oddity.char}”（{code}）是形近的兼容字，不是常用字“{oddity.plain}”"
    return texts.at(VARIANT, start, end, message, f"改为“{oddity.plain}”", fix=oddity.plain or None)


def check_controls(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Every character that neither Word nor a terminal can take; this rule is never silenced."""
    if not oddities(texts.signs):
        return
    for oddity in oddities(texts.text):
        if oddity.kind in UNREADABLE:
            start, end = oddity.position, oddity.position + 1
            message = f"有看不见的控制字符 U+{ord(oddity.char):04X}"
            yield texts.at(CONTROL_CHARACTER, start, end, message, "删去这个字符")
