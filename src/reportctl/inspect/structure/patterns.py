"""How the elements read: the right forms and the wrong ones that people write alike."""

from __future__ import annotations

import re

from reportctl.inspect.outline import NUMERALS

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2005\u2009"
OPEN = "[〔\\[［【（(﹝〖]"
CLOSE = "[〕\\]］】）)﹞〗]"
DIGITS = "[0-9０-９〇○Ｏ零一二三四五六七八九十]"

COPY_NUMBER = re.compile(r"(?:No\.?|№|份号[:：]?)?\s*[0-9]{1,8}")
SECRECY = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)(?:\s*★.*)?")
URGENCY = re.compile(r"特\s*急|加\s*急|紧\s*急|平\s*急|特\s*提")
NUMBER = re.compile(
    f"(?P<code>[^\\s，。；]{{2,20}}?)(?P<open>{OPEN})\\s*(?P<year>\\d{{2,4}}|[〇○零一二三四五六七八九]{{4}})年?\\s*(?P<close>{CLOSE})"
    r"\s*(?P<ordinal>第?)\s*(?P<count>\d+)\s*(?P<suffix>号?)(?P<rest>\s.*)?",
    re.DOTALL,
)
SIGNATORY = re.compile(r"签\s*发\s*人\s*(?P<colon>[:：]?)\s*(?P<names>.*)", re.DOTALL)
_DATE = (
    f"(?P<year>{DIGITS}{{2,4}})(?P<mark>[年\\-./．])(?P<month>{DIGITS}{{1,3}})[月\\-./．]"
    f"(?P<day>{DIGITS}{{1,3}})(?P<end>[日号]?)"
)
DATE = re.compile(f"[（(]?{_DATE}[)）]?")
UNFILLED_DATE = re.compile(f"(?:{DIGITS}{{2,4}})?年(?:{DIGITS}{{1,3}})?月日")
"""A date, without its blanks, that is to be filled in by hand when the document is signed."""
PARTIAL_DATE = re.compile(f"{DIGITS}{{2,4}}年{DIGITS}{{1,3}}月|{DIGITS}{{1,3}}月{DIGITS}{{1,3}}[日号]")
"""A date, without its blanks, that lacks its day or its year."""
DATE_WITHIN = re.compile(_DATE)
NOTE = re.compile(r"[（(].+[)）]", re.DOTALL)
NOTE_WORDS = re.compile(
    "(?:联系人|联系电话|联系方式|联系单位|此件|公开方式|公开属性|信息公开|主动公开|依申请公开|不予公开)"
)
"""How 附注 begins, also where its brackets were forgotten."""
ATTACHMENT_NOTE = re.compile(
    r"附\s*(?:(?P<word>件)\s*(?P<colon>[:：]|(?=[0-9]+[.．、:：]|(?<=\s)(?![0-9]{1,2}(?:\s|$))\S))|(?P<short>[:：]))\s*(?P<rest>\S.*)",
    re.DOTALL,
)
"""附件说明, also where it begins with 附 and not with 附件."""
ATTACHMENT_NOTE_ALONE = re.compile("附\\s*件\\s*[:\uff1a]")
"""The first line of 附件说明 where the names begin on the next one."""
ATTACHMENT_LABEL = re.compile(r"附\s*件\s*(?P<number>[0-9０-９一二三四五六七八九十]*)\s*(?P<mark>[:：.、]?)")
ATTACHMENT_HEAD = re.compile(
    f"{ATTACHMENT_LABEL.pattern}(?:(?:(?<=[:\uff1a.、])\\s*|(?<=[0-9\uff10-\uff19一二三四五六七八九十])\\s+)(?P<title>\\S.*))?"
)
"""附件 and its number with the title behind it, or without."""
ATTACHMENT_ITEM = re.compile(r"(?P<number>[0-9]{1,2})\s*(?P<mark>[.．、:：])\s*(?P<name>\S.*)", re.DOTALL)
COPIES = re.compile(
    r"(?:抄\s*送|抄\s*报|分\s*送|发\s*送?(?=\s*[:：]))\s*(?P<colon>[:：]?)\s*(?P<rest>.*)", re.DOTALL
)
PRINTED = re.compile(
    f"(?P<by>.*?)\\s*(?P<date>{DIGITS}{{2,4}}年{DIGITS}{{1,3}}月{DIGITS}{{1,3}}日)\\s*(?P<suffix>印发?|制发)?"
)
PRINTED_END = re.compile(f"{DIGITS}{{1,3}}日?\\s*印\\s*发\\s*$")
CHAPTER = re.compile(f"第[{NUMERALS}0-9]{{1,5}}[编章节](?:\\s+\\S.{{0,30}})?")
"""The name of a part of 办法, 规定 and the like, for which the standard has no look."""
ARTICLE = re.compile(f"第[{NUMERALS}0-9]{{1,6}}条(?=\\s)")
SENTENCE_END = re.compile("[。？！]")
_ORGAN_END = re.compile(
    "(?:委|政府|局|办|办公室|部|厅|院|会|公司|单位|门|道|镇|乡|处|站|所|中心|团|社|署|政协|人大|党组|支队|大队|室|馆|行|校|学|集团|机关|各组|领导|同志)$"
)
_ADDRESSED = re.compile("(?:如下|现将|为了|根据|按照|以下|通知|报告|意见)")


_RULE = re.compile("[-=_\u2013\u2014\u2015\u2500\u2501\uff3f\uff0d★☆]+")
_SHORTEST_RULE = 5
_STARS = ("★", "☆")
_NUMBERED = re.compile(f"[{NUMERALS}]+、|[（(][{NUMERALS}0-9]+[)）]|[0-9]+[.．、]")
PAGE_LINE = re.compile("[-\u2013\u2014\u2500\uff0d]\\s*[0-9]{1,3}\\s*[-\u2013\u2014\u2500\uff0d]")
"""A page number that was typed as a line of the text."""


def is_rule(text: str) -> bool:
    """Whether a text is a line made of characters, with or without a star in it."""
    drawn = "".join(text.split())
    return (len(drawn) >= _SHORTEST_RULE or drawn in _STARS) and _RULE.fullmatch(drawn) is not None


def number_behind(text: str) -> int | None:
    """Where 发文字号 begins that stands behind 签发人 and the names; None where it does not."""
    *before, last = text.split() or [""]
    signed = any(SIGNATORY.match(word) for word in before)
    return text.rindex(last) if signed and NUMBER.fullmatch(last) else None


def is_organ(text: str) -> bool:
    """Whether a text reads like the name of an organ."""
    return 2 <= len(text) <= 40 and _ORGAN_END.search(text) is not None


def is_recipients(text: str, *, flush: bool) -> bool:
    """Whether a paragraph under the title reads like 主送机关; `flush` tells that it is not indented."""
    text = text.strip()
    if not text or len(text) > 300 or "。" in text[:-1] or number_like(text):
        return False
    closed = text.endswith((":", "：", ";", "；", "，", ","))
    names = [name for name in re.split("[、，,;；:：。\\s]+", text) if name]
    if closed and text[-1] in ":：":
        return _ADDRESSED.search(text) is None
    return (
        flush and bool(names) and all(is_organ(name.removeprefix("各")) or is_organ(name) for name in names)
    )


def number_like(text: str) -> bool:
    """Whether a text opens like a numbered heading."""
    return _NUMBERED.match(text) is not None
