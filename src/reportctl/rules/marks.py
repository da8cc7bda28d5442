"""Rules of marks: those without a partner, those that collide, dashes and ellipses that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.texts import TextKind
from reportctl.text.chars import LETTER
from reportctl.text.jinja import markup
from reportctl.text.pairs import unpaired
from reportctl.text.quotes import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

UNPAIRED = Rule(
    "unpaired",
    Severity.WARNING,
    "括号、引号或书名号不成对",
    "《》“”（）〔〕【】要成对出现，在同一段里配齐。提示的位置是落单的那一个；另一个通常漏在它所括的词语旁边。",
    "text: 印发《行政执法指导手册1500册。",
    "text: 印发《行政执法指导手册》1500册。",
)

WHOLE_IN_QUOTES = Rule(
    "whole-in-quotes",
    Severity.WARNING,
    "整段文字用中文引号包住",
    "表单里的文字不需要引号：中文引号会原样印进报告。去掉开头和末尾的引号；确是引用别人的话，写明是谁说的。",
    "text: “全年检查20次，发现问题3个。”",
    "text: 全年检查20次，发现问题3个。",
)
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

RULES = (UNPAIRED, WHOLE_IN_QUOTES, COLLIDING, ELLIPSIS, DASH, BLANK_BY_NUMBER)

_PAIRED = frozenset("《》〈〉“”‘’〔〕【】「」『』()\uff08\uff09\"'\n")
_NAMES = {"《": "书名号", "》": "书名号", "〈": "书名号", "〉": "书名号"}

_PAUSES = "\uff0c、\uff1b\uff1a,;:"
_BLANK = re.compile(rf" (?:(?:(?<={LETTER} )|(?<=[\uff0c。、] ))(?=[0-9])|(?<=[0-9%] )(?={LETTER}))")
_LEADING = frozenset(_PAUSES + "。")
_MEETING = re.compile(rf"[\n{_PAUSES}。《“‘\uff08〔【(][{_PAUSES}。》”’\uff09〕】)]")
# ：“ and 。” are no collision, nor is 》、; the ideographic full stop thrice is an ellipsis.
_COLLISION = re.compile(
    rf"(?:[{_PAUSES}(\uff08《〔【]|。(?!。))[{_PAUSES}。]+"
    rf"|[{_PAUSES}](?:\.(?!\d)|[》\uff09〕】])"
    r"|。。(?!。)(?<!。。。)|“[\uff0c、\uff1b。,;]+"
    r"|《》|“”|‘’|〔〕|【】"
)
_DOTS = re.compile(r"\.(?:\.{2,})|\uff0e\uff0e+|。(?:。{2,})|·(?:·{2,})|…(?:(?<!……)(?!…)|…{2,})")
_LINES = "\u2013\u2015\u2500\uff0d\u2212"
_RARE_LINES = frozenset(_LINES)
_BETWEEN_WORDS = re.compile(
    rf"[-{_LINES}](?:(?<={LETTER}.)|(?<=[”》\uff09].)|(?<![^\n].))[-{_LINES}]*(?:(?={LETTER})|(?=[“《]))"
)
_SHORT = frozenset("\u2013\u2015\u2500\u2212")
_LONG = re.compile("———+")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Pairs, collisions, ellipses and dashes."""
    yield from _pairs(texts)
    yield from _marks(texts)


def _pairs(texts: TextSet) -> Iterator[Finding]:
    """Every odd mark, at its place, and texts that are one quotation."""
    if "”" in texts.marks and ("”\n" in texts.text or texts.text.endswith("”")):
        yield from _whole(texts)
    if _is_balanced(texts.marks):
        return
    for unit in texts.units:
        yield from _straight(unit)
        for odd in unpaired(unit.text):
            name = _NAMES.get(odd.mark, "引号" if odd.mark in '“”‘’「」『』"' else "括号")
            is_opening = odd.mark in "《〈“‘\uff08〔【「『("
            where = "后面" if is_opening else "前面"
            # a quotation mark in quotation marks is hard to read
            left, right = ("\uff08", "\uff09") if name == "引号" else ("“", "”")
            mark, expected = f"{left}{odd.mark}{right}", f"{left}{odd.expected}{right}"
            message = f"{name}{mark}没有成对，{where}缺少{expected}"
            hint = f"在所括词语的{'末尾' if is_opening else '开头'}补上{expected}，或删去这一个"
            if odd.mark in "\"'":
                continue
            yield unit.at(UNPAIRED, odd.position, odd.position + 1, message, hint)


def _straight(unit: TextUnit) -> Iterator[Finding]:
    """The straight marks of a text that stay as they are: one finding for all of them."""
    read_by_jinja = list(markup(unit.text)) if "{" in unit.text else []
    doubtful = [
        place
        for place in quotations(unit.text).doubtful
        if not any(start <= place < end for start, end in read_by_jinja)
    ]
    if not doubtful:
        return
    first, last, mark = doubtful[0], doubtful[-1], unit.text[doubtful[0]]
    message = f"直引号\uff08{mark}\uff09只有一个，没有成对"
    hint = "在所括词语的两头写成一对中文引号“”，或删去这一个"
    if len(doubtful) > 1:
        message = f"这段话的 {len(doubtful)} 个直引号看不清怎样成对，都没有改"
        hint = "在所括词语的两头写成中文引号“”；英寸写成“英寸”，没有用的删去"
    yield unit.at(UNPAIRED, first, last + 1, message, hint)


def _whole(texts: TextSet) -> Iterator[Finding]:
    for unit in texts.units:
        text = unit.text
        if unit.kind is not TextKind.HEADING and text[0] == "“" and text[-1] == "”" and text.count("“") == 1:
            hint = "去掉开头和末尾的引号：文字不需要引号，留着会印进报告"
            yield unit.at(WHOLE_IN_QUOTES, 0, 1, "整段文字用中文引号包住了", hint)


def _is_balanced(marks: str) -> bool:
    """A quick look, right where it says yes: all marks stand in pairs, at most two deep."""
    marks = "".join(filter(_PAIRED.__contains__, marks))
    for _ in range(3):
        for pair in ("“”", "《》", "\uff08\uff09", "‘’", "〔〕", "【】"):
            marks = marks.replace(pair, "")
        if not marks.strip("\n"):
            return True
    return False


def _marks(texts: TextSet) -> Iterator[Finding]:
    """Collisions, ellipses and dashes."""
    text = texts.text
    if text[:1] in _LEADING or _MEETING.search(text):
        for found in _COLLISION.finditer(text):
            yield _collision(texts, found)
        for unit in texts.units:
            if unit.text[0] in _LEADING:
                message = f"开头是标点“{unit.text[0]}”"
                yield unit.at(COLLIDING, 0, 1, message, "删去这个标点，看看前面是不是少了字", fix="")
    signs = texts.signs
    if " " in signs:
        for found in _BLANK.finditer(text):
            message = "汉字和数字之间有空格"
            yield texts.at(BLANK_BY_NUMBER, *found.span(), message, "删去空格", fix="")
    if (
        "…" in signs
        or "\uff0e" in signs
        or ("." in signs and ".." in text)
        or "。。" in text
        or ("·" in signs and "··" in text)
    ):
        yield from _ellipses(texts)
    if not _RARE_LINES.isdisjoint(signs) or "———" in text or ("-" in signs and "--" in text):
        yield from _dashes(texts)


def _collision(texts: TextSet, found: re.Match[str]) -> Finding:
    marks = found.group()
    if len(set(marks)) == 1:
        message = f"标点“{marks}”重复"
        return texts.at(COLLIDING, *found.span(), message, f"改为“{marks[0]}”", fix=marks[0])
    if marks in {"《》", "“”", "‘’", "〔〕", "【】"}:
        message = f"“{marks}”里是空的"
        return texts.at(COLLIDING, *found.span(), message, "填上内容，或删去这一对")
    message = f"标点“{marks}”撞在一起"
    return texts.at(COLLIDING, *found.span(), message, "看看中间是不是少了字，留下一个标点")


def _dashes(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    lines = list(_BETWEEN_WORDS.finditer(text))
    for found in (*(line for line in lines if len(line.group()) > 1), *_LONG.finditer(text)):
        message = f"“{found.group()}”不是破折号"
        yield texts.at(DASH, *found.span(), message, "改为“——”", fix="——")
    for found in lines:
        # one at the head of a line joins nothing
        if found.group() in _SHORT and text[found.start() - 1 : found.start()] not in {"", "\n"}:
            message = f"“{found.group()}”不是中文的横线"
            yield texts.at(DASH, *found.span(), message, "破折号用“——”，表示起止、连接的用“—”")


def _ellipses(texts: TextSet) -> Iterator[Finding]:
    for found in _DOTS.finditer(texts.text):
        message = f"“{found.group()}”不是省略号"
        yield texts.at(ELLIPSIS, *found.span(), message, "改为“……”", fix="……")
