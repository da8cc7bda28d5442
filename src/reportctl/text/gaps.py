"""Gaps: what was left to be filled in. Where a text has one, nothing in it is mended.

A mend would hide what is missing: 转移群众  人 without its blanks would be signed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.text.chars import BLANKS, LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEASURE = "[余多]?[年月日次件个名起份项人场册条家户处种台座套部间所位万亿%\uff05]"
_COUNTED = f"(?={_MEASURE})"
_THINGS = "(?=[余多]?[次件个名起份项场册条家户处种台座套部间所位])"
_PLACED = "(?=[余多]?[年月日次件个名起份项人场册条家户处种台座套部间所位万亿%\uff05镇区县局乡村市街州办])"
_BLANK = r"[^\S\n]"  # of categories: soon compiled
# A blank stands behind a word or a mark, but not behind a number that was typed in front; a radical out of a
# PDF is no letter before it is mended.
_BEHIND = (
    rf"(?:(?<={LETTER}.)|(?<=[,;:?!)\uff0c。、\uff1b\uff1a\uff1f\uff01“”》\uff09\u2e80-\u2fdf].))"
    "(?<![一二三四五六七八九十0-9][、.)\uff09].)"
)
# 两 个 has its number; 事故 起数 and 全面 起势 are words with a blank too many.
_UNCOUNTED = "(?<![一二两三四五六七八九十百千万亿几数多每各这那首整某单].)"
_NO_WORD = (
    "(?!个[体人性别]|次(?:[数要日年序第品]|人才)|件数|起[数势来草步点诉到因源码义重飞航用伏止初劲家]"
    "|户[籍外数主口型])"
)
# A measure word that is all there is of its clause: 预案 部\uff0c is a gap, 负责 部门 a blank too many.
_ALONE = f"(?={_BLANK}*(?:[\uff0c。、\uff1b\uff1a\uff09,;:)]|$))"
# 某某 stands for a name that is withheld and is no placeholder; 4×4 is a product, 八×八 none, and 555X the
# name of a programme. To compile a class of Han characters takes a millisecond: each is written once.
_PLACE = re.compile(
    r"[Xx\uff38\uff58](?<![A-Za-z0-9].)[Xx\uff38\uff58]+(?![A-Za-z0-9])"
    r"|[×✕╳*\uff0a](?<![0-9].)[×✕╳*\uff0a]+|[_\uff3f][_\uff3f]+|[?\uff1f][?\uff1f]+"
    rf"|[Xx\uff38\uff58×✕╳](?<![A-Za-z0-9\uff10-\uff19].){_PLACED}"
    rf"|[*\uff0a](?:(?<={LETTER}.)(?![A-Za-z0-9*\uff0a\s])|(?<![0-9A-Za-z)\uff09*\uff0a].)(?={LETTER}))"
    rf"|(?:[×✕╳*\uff0a](?<![0-9A-Za-z)\uff09].)|[○●□■△](?<={LETTER}.)"
    rf"|[○〇●□■△](?<![○〇●□■△].)[○〇●□■△]++){_COUNTED}"
    rf"|(?:[?\uff1f](?<={LETTER}.)|[Nn\uff2e](?<=[共计达约了检查展办理受].)|…(?:(?<={LETTER}.)|(?<={_BLANK}.))…?){_THINGS}"
    r"|[○●□■△](?<![一二三四五六七八九〇].)[○●□■△]+(?![一二三四五六七八九〇])"
    rf"|[(\uff08]{_BLANK}*[)\uff09]|“{_BLANK}+”|《{_BLANK}+》|〔{_BLANK}+〕|(?<=〕){_BLANK}+号"
    rf"|{_BLANK}{_BEHIND}(?:{_BLANK}*+{_COUNTED}(?:(?<={_BLANK}{_BLANK})"
    rf"|{_UNCOUNTED}(?=[次件起册户%个]){_NO_WORD}|(?<=[共计达约第超].)(?=[余多]?+.{_ALONE}))"
    rf"|(?<=年.){_BLANK}*月(?=[\s日底末初\uff0c。])|(?<=月.){_BLANK}*日{_ALONE})"
)
STRONG = (
    rf"\*\*(?<![*0-9]\*\*)(?:(?<!{LETTER}\*\*)|(?!{_PLACED[3:-1]}))(?![\s*])"
    rf"[^*\n]{{1,60}}(?<!\s)\*\*(?!\*|{_MEASURE})"
)
"""Words between the marks of Markdown: **重点**, but not what was left open in 检查**次，处罚**件."""
_STRONG = re.compile(STRONG)
_PERHAPS = re.compile(rf"(?<={LETTER}){_BLANK}(?={_MEASURE}{_ALONE})")
_TOLD = re.compile(
    r"[【\[(\uff08待请在此某TL](?:"
    r"(?<=[【\[])(?:(?:(?![】\]]).){0,12}(?:待|填|补充)(?:(?![】\]]).){0,12}|具体(?:(?![】\]]).){0,8})[】\]]"
    r"|(?<=[(\uff08])(?:(?:待[补填定核]|请填|此处|补充|数据待|填写)(?:(?![)\uff09]).){0,20}|略|暂[无缺])[)\uff09]"
    r"|(?<=某)某(?=[省市州县区旗乡镇街村局])"
    r"|(?<=待)(?:补充|填写|填报|核实后填|完善数据)|(?<=[请在])此处?(?:填写|输入|补充)"
    r"|(?<=此)处(?:填写|补充|插入)|(?<=请)在此"
    r"|(?:(?<![A-Za-z]T)(?<=T)(?:ODO|BD)|(?<![A-Za-z]L)(?<=L)orem ipsum)(?![A-Za-z]))"
)
# One of these stands in whatever the two patterns find; most texts have none, and this is told at a glance.
_PLACE_SIGN = re.compile(
    f"[Xx\uff38\uff58×✕╳*\uff0a_\uff3f?\uff1f○〇●□■△Nn\uff2e\u2026{BLANKS}(\uff08](?:(?<![(\uff08])|(?=[)\uff09]))"
)
_TOLD_SIGN = re.compile("[【[填补某TL略暂此待据](?:(?<![待据])|(?<=待)[定完核]|(?<=据)待)")


def gaps(text: str) -> Iterator[re.Match[str]]:
    """Every placeholder and every place of a number that is empty, kind by kind. Time is linear."""
    if _PLACE_SIGN.search(text):
        marks = frozenset(_marks_of_words(text)) if "**" in text else ()
        yield from (found for found in _PLACE.finditer(text) if not marks or found.start() not in marks)
    if _TOLD_SIGN.search(text):
        yield from _TOLD.finditer(text)


def _marks_of_words(text: str) -> Iterator[int]:
    for found in _STRONG.finditer(text):
        yield from (found.start(), found.end() - 2)


@lru_cache(maxsize=8)  # asked for every mend of a text
def has_gap(text: str) -> bool:
    """Whether anything was left to be filled in."""
    return any(True for _ in gaps(text))


def perhaps_gaps(text: str) -> tuple[int, ...]:
    """The blanks where a number may be missing, or nothing: 转移群众 人。 Such a blank stays."""
    return tuple(found.start() for found in _PERHAPS.finditer(text))
