"""Gaps: what was left to be filled in. Where a text has one, nothing in it is mended.

A mend would hide what is missing: 转移群众  人 without its blanks would be signed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.text.chars import BLANKS, LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_THINGS = "次件个名起份项场册条家户处种台座套部间所位"
_MEASURES = f"年月日人万亿%\uff05{_THINGS}"
_PLACES = f"{_MEASURES}镇区县局乡村市街州办"
_MEASURE = f"[余多]?[{_MEASURES}]"
_BLANK = r"[^\S\n]"  # of categories: soon compiled
_CIRCLE = "[○〇●□■△]"
_NUMERAL = "[一二三四五六七八九〇]"
_SIGNS = "Xx\uff38\uff58×✕╳*\uff0a_\uff3f?\uff1f○〇●□■△Nn\uff2e\u2026"
# 某某 stands for a name that is withheld and is no placeholder; 4×4 is a product, 八×八 none, and 555X the
# name of a programme. What is in a group may be a gap: `_is_gap` asks what stands behind it.
_PLACE = re.compile(
    rf"(?=[{_SIGNS}(\uff08“《〔\s])(?:"
    r"(?<![0-9])[×✕╳*\uff0a]{2,}|[_\uff3f]{2,}|[?\uff1f]{2,}"
    r"|(?<![A-Za-z0-9])(?:[Xx\uff38\uff58]{2,}(?![A-Za-z0-9])|(?<![\uff10-\uff19])(?P<name>[Xx\uff38\uff58×✕╳]))"
    rf"|(?<={LETTER})[*\uff0a](?![A-Za-z0-9\s])"
    rf"|(?<![0-9A-Za-z)\uff09])(?:(?<![*\uff0a])[*\uff0a](?={LETTER})|(?P<number>[×✕╳*\uff0a]))"
    rf"|(?<!{_CIRCLE}){_CIRCLE}{{2,}}+(?={_MEASURE})|(?<!{_NUMERAL})[○●□■△]{{2,}}(?!{_NUMERAL})"
    rf"|(?<={LETTER})(?P<circle>[○●□■△])"
    rf"|(?P<thing>(?<={LETTER})[?\uff1f]|(?<=[共计达约了检查展办理受])[Nn\uff2e]|(?:(?<={LETTER})|(?<={_BLANK}))……?)"
    rf"|[(\uff08]{_BLANK}*[)\uff09]|“{_BLANK}+”|《{_BLANK}+》|〔{_BLANK}+〕|(?<=〕){_BLANK}+号"
    rf"|(?<=年){_BLANK}月(?=[\s日底末初\uff0c。])|(?P<day>(?<=月){_BLANK}日)"
    # behind a word or a mark; a radical out of a PDF is no letter before it is mended
    rf"|(?P<blank>(?:(?<={LETTER})|(?<=[,;:?!)\uff0c。、\uff1b\uff1a\uff1f\uff01“”》\uff09\u2e80-\u2fdf])){_BLANK}++))"
)
_MEASURE_WORDS = frozenset(_MEASURES)
_ASKED = {
    "name": frozenset(_PLACES),
    "number": _MEASURE_WORDS,
    "circle": _MEASURE_WORDS,
    "thing": frozenset(_THINGS),
    "blank": _MEASURE_WORDS,
}
"""What must stand behind what may be a gap."""
_MORE = frozenset("余多")
# A measure word that is all there is of its clause: 预案 部\uff0c is a gap, 负责 部门 a blank too many.
_ALONE = re.compile(rf"{_BLANK}*(?:[\uff0c。、\uff1b\uff1a\uff09,;:)]|$)")
_BEFORE_NUMBER = frozenset("共计达约第超")
_COUNTED_ONCE = frozenset("次件起册户%个")
"""Before one of these a single blank is a gap, but for a blank too many in what follows."""
# 两 个 has its number; 事故 起数 and 全面 起势 are words with a blank too many.
_NUMBERS = frozenset("一二两三四五六七八九十百千万亿几数多每各这那首整某单")
_WORDS = (
    "个体", "个人", "个性", "个别",
    "次数", "次要", "次日", "次年", "次序", "次第", "次品", "次人才", "件数",
    "起数", "起势", "起来", "起草", "起步", "起点", "起诉", "起到", "起因", "起源", "起码", "起义",
    "起重", "起飞", "起航", "起用", "起伏", "起止", "起初", "起劲", "起家",
    "户籍", "户外", "户数", "户主", "户口", "户型",
)  # fmt: skip
# Behind a number that was typed in front, as 一、 or 1.), a blank is none.
_TYPED = frozenset("一二三四五六七八九十0123456789")
_BEHIND_TYPED = frozenset("、.)\uff09")
STRONG = (
    rf"\*\*(?<![*0-9]\*\*)(?:(?<!{LETTER}\*\*)|(?![余多]?[{_PLACES}]))(?![\s*])"
    rf"[^*\n]{{1,60}}(?<!\s)\*\*(?!\*|{_MEASURE})"
)
"""Words between the marks of Markdown: **重点**, but not what was left open in 检查**次，处罚**件."""
_STRONG = re.compile(STRONG)
_BLANK_BEHIND_WORD = re.compile(rf"{_BLANK}(?<={LETTER}.)")
_TOLD = re.compile(
    r"[【\[(\uff08待请在此某TL](?:"
    r"(?<=[【\[])(?:(?:(?![】\]]).){0,12}(?:待|填|补充)(?:(?![】\]]).){0,12}|具体(?:(?![】\]]).){0,8})[】\]]"
    r"|(?<=[(\uff08])(?:(?:待[补填定核]|请填|此处|补充|数据待|填写)(?:(?![)\uff09]).){0,20}|略|暂[无缺])[)\uff09]"
    r"|(?<=某)某(?=[省市州县区旗乡镇街村局])"
    r"|(?<=待)(?:补充|填写|填报|核实后填|完善数据)|(?<=[请在])此处?(?:填写|输入|补充)"
    r"|(?<=此)处(?:填写|补充|插入)|(?<=请)在此"
    r"|(?:(?<![A-Za-z]T)(?<=T)(?:ODO|BD)|(?<![A-Za-z]L)(?<=L)orem ipsum)(?![A-Za-z]))"
)
# One of these stands in whatever the first pattern finds; most texts have none, and this is told at a glance.
_PLACE_SIGN = re.compile(f"[{_SIGNS}{BLANKS}(\uff08](?:(?<![(\uff08])|(?=[)\uff09]))")


def gaps(text: str) -> Iterator[re.Match[str]]:
    """Every placeholder and every place of a number that is empty, kind by kind. Time is linear."""
    if _PLACE_SIGN.search(text):
        marks = frozenset(_marks_of_words(text)) if "**" in text else frozenset[int]()
        yield from (found for found in _PLACE.finditer(text) if found.start() not in marks and _is_gap(found))
    yield from _TOLD.finditer(text)


def _marks_of_words(text: str) -> Iterator[int]:
    for found in _STRONG.finditer(text):
        yield from (found.start(), found.end() - 2)


def _is_gap(found: re.Match[str]) -> bool:
    text, end, kind = found.string, found.end(), found.lastgroup
    if kind is None:
        return True
    if kind == "day":
        return _ends_clause(text, end)
    behind = _past_measure(text, end, _ASKED[kind])
    return behind > 0 and (kind != "blank" or _lacks_number(text, found.start(), end, behind))


def _lacks_number(text: str, start: int, end: int, behind: int) -> bool:
    """Whether blanks before a measure word, which ends at `behind`, stand for its number."""
    before = text[start - 1]
    if before in _BEHIND_TYPED and text[start - 2 : start - 1] in _TYPED:
        return False
    if end - start > 1:
        return True
    if before not in _NUMBERS and text[end] in _COUNTED_ONCE and not text.startswith(_WORDS, end):
        return True
    return before in _BEFORE_NUMBER and _ends_clause(text, behind)


def _past_measure(text: str, at: int, measures: Set[str] = _MEASURE_WORDS) -> int:
    """The offset behind the measure word at `at`, as 件 or 余件; 0 where none stands there."""
    if text[at : at + 1] in _MORE:
        at += 1
    return at + 1 if text[at : at + 1] in measures else 0


def _ends_clause(text: str, at: int) -> bool:
    return _ALONE.match(text, at) is not None


@lru_cache(maxsize=8)  # asked for every mend of a text
def has_gap(text: str) -> bool:
    """Whether anything was left to be filled in."""
    return any(True for _ in gaps(text))


def perhaps_gaps(text: str) -> tuple[int, ...]:
    """The blanks where a number may be missing, or nothing: 转移群众 人。 Such a blank stays."""
    return tuple(
        found.start()
        for found in _BLANK_BEHIND_WORD.finditer(text)
        if (behind := _past_measure(text, found.end())) and _ends_clause(text, behind)
    )
