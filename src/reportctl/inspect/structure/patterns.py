"""How the elements read: the right forms and the wrong ones that people write alike."""

from __future__ import annotations

import re

from reportctl.inspect.outline import NUMERALS

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2005\u2009"
OPEN = "[〔\\[\uff3b【\uff08(﹝〖〈《<\uff5b{「『]"
CLOSE = "[〕\\]\uff3d】\uff09)﹞〗〉》>\uff5d}」』]"
DIGITS = "[0-9０-９〇○Ｏ零一二三四五六七八九十]"

COPY_NUMBER = re.compile(r"(?:No\.?|№|份号[:：]?)?\s*[0-9]{1,8}")
SECRECY = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)(?:\s*★.*)?")
URGENCY = re.compile(r"特\s*急|加\s*急|紧\s*急|平\s*急|特\s*提")
NUMBER = re.compile(
    "(?P<code>[^\\s\uff0c。\uff1b]{1,19}?[^\\s\uff0c。\uff1b0-9])\\s{0,4}"
    f"(?P<open>{OPEN})?\\s{{0,4}}(?P<year>\\d{{2,4}}|[〇○零一二三四五六七八九]{{4}})"
    f"(?(open)|(?=年|{CLOSE}|\\s{{0,4}}[-—–]))年?\\s{{0,4}}(?P<close>{CLOSE})?\\s{{0,4}}[-—–]?\\s{{0,4}}"
    "(?P<ordinal>第?)\\s{0,4}(?P<count>\\d+|[一二三四五六七八九十百〇]+)\\s{0,4}(?P<suffix>(?(open)号?|号))"
    "(?P<mark>[。.\uff0c,\uff1b;]?)(?P<rest>\\s.*)?",
    re.DOTALL,
)
"""发文字号; without a bracket in front of its year it needs 号, or every house number would be one."""
SIGNS = "签\\s{0,4}发\\s{0,4}(?:人|(?=[:\uff1a]))"
"""What stands before the names of 签发人."""
SIGNATORY = re.compile(f"{SIGNS}\\s{{0,4}}(?P<colon>[:\uff1a]?)\\s{{0,4}}(?P<names>.*)", re.DOTALL)
_DATE = (
    f"(?P<year>{DIGITS}{{2,4}})(?P<mark>[年\\-./．])(?P<month>{DIGITS}{{1,3}})[月\\-./．]"
    f"(?P<day>{DIGITS}{{1,3}})(?P<end>[日号]?)"
)
DATE = re.compile(f"[（(]?{_DATE}[)）]?")
UNFILLED_DATE = re.compile(f"(?:{DIGITS}{{2,4}})?年(?:{DIGITS}{{1,3}})?月日")
"""A date, without its blanks, that is to be filled in by hand when the document is signed."""
_BEFORE_DATE = "(?:(?:成文|发文|签发|落款|制发)?(?:日期|时间)[:\uff1a]|公元|[\uff08(])?"
_CENTURY = "(?:19|20|\uff11\uff19|\uff12\uff10|一九|二[〇○Ｏ零0])"
PARTIAL_DATE = re.compile(
    f"{_BEFORE_DATE}(?:{_CENTURY}{DIGITS}{{2}}[年\\-./\uff0e,\uff0c、]?{DIGITS}{{1,3}}"
    f"|{DIGITS}{{2,4}}年{DIGITS}{{1,3}}月|{DIGITS}{{1,3}}月{DIGITS}{{1,3}}[日号])"
    f"(?:{DIGITS}|[年月日号上中下旬初底末印发盖章签()\uff08\uff09,\uff0c、./\uff0e。\\-—]){{0,12}}"
)
"""What can only be meant as a date, without its blanks: a part is lacking, or something is added."""
DATE_WITHIN = re.compile(_DATE)
NOTE = re.compile(r"[（(].+[)）]", re.DOTALL)
NOTE_WORDS = re.compile(
    f"(?:{OPEN}|[“\"'])?(?:(?:附注|备注|注)\\s{{0,4}}[:\uff1a]\\s{{0,4}})?"
    "(?:联\\s{0,4}系\\s{0,4}(?:人|电\\s{0,4}话|方\\s{0,4}式|单\\s{0,4}位)|联络员|经办人|电\\s{0,4}话|传\\s{0,4}真|此件|此文|公开方式|公开属性|信息公开"
    "|是否(?:宜)?公开|主动公开|依申请公开|不予公开)"
)
"""How 附注 begins, also where its brackets were forgotten or are others."""
ATTACHMENT_NOTE = re.compile(
    r"附\s*(?:(?P<word>件)\s*(?P<colon>[:：]|(?=[0-9]+[.．、:：]|(?<=\s)(?![0-9]{1,2}(?:\s|$))\S))|(?P<short>[:：]))\s*(?P<rest>\S.*)",
    re.DOTALL,
)
"""附件说明, also where it begins with 附 and not with 附件."""
ATTACHMENT_NOTE_LOOSE = re.compile(
    f"{OPEN}?附\\s{{0,4}}[件表图]\\s{{0,4}}"
    "(?:[0-9\uff10-\uff19]{1,2}|[一二三四五六七八九十]{1,3}|[\uff08(][0-9一二三四五六七八九十]{1,3}[)\uff09]|[①-⑳])?\\s{0,4}"
    f"(?:清单|名称|目录)?\\s{{0,4}}(?:{CLOSE}|[:\uff1a;\uff1b,\uff0c、.\uff0e﹕—-])?\\s{{0,4}}(?P<rest>\\S.*)",
    re.DOTALL,
)
"""What can only be meant as 附件说明 where that stands, between the text and 署名."""
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
    "(?P<by>.*?)\\s{0,4}[\uff08(]?(?:印发(?:日期|时间)[:\uff1a])?"
    f"(?P<date>{DIGITS}{{2,4}}[年\\-./\uff0e]{DIGITS}{{1,3}}(?:[月\\-./\uff0e](?:{DIGITS}{{1,3}}[日号]?)?)?"
    f"|{DIGITS}{{1,3}}月{DIGITS}{{1,3}}[日号])"
    "\\s{0,4}(?P<suffix>印发|(?:[印制打]\\s{0,4})?[发制印]?)[。)\uff09]*"
)
"""印发机关 and 印发日期 behind 抄送, be the date or the word behind it short."""
PRINTED_END = re.compile(f"{DIGITS}{{1,3}}日?\\s*印\\s*发\\s*$")
CHAPTER = re.compile(f"第[{NUMERALS}0-9]{{1,5}}[编章节](?:\\s+\\S.{{0,30}})?")
"""The name of a part of 办法, 规定 and the like, for which the standard has no look."""
ARTICLE = re.compile(f"第[{NUMERALS}0-9]{{1,6}}条(?=\\s)")
SENTENCE_END = re.compile("[。？！]")
_ADDRESSEE_END = re.compile(
    "(?:企业|村|社区|园|校|同志|户|人员|部门|科室|站所|家长|市民|会员|用户|股东|先生|女士|(?:各|全)[^。]{1,8}[县市区旗州省])$"
)
"""How those end that are no organs and are written to all the same."""
_ASIDE = re.compile("[\uff08(][^\uff08\uff09()]*[)\uff09]")
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
    names = [name for name in re.split("[、，,;；:：。.\uff0e﹕!\uff01—\\s]+", _ASIDE.sub("", text)) if name]
    if closed and text[-1] in ":：":
        return _ADDRESSED.search(text) is None
    return flush and bool(names) and all(map(_is_addressee, names))


def _is_addressee(name: str) -> bool:
    return is_organ(name.removeprefix("各")) or is_organ(name) or _ADDRESSEE_END.search(name) is not None


def number_like(text: str) -> bool:
    """Whether a text opens like a numbered heading."""
    return _NUMBERED.match(text) is not None
