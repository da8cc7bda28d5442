"""Gaps: what was left to be filled in. Where a text has one, nothing in it is mended.

A mend would hide what is missing: 转移群众  人 without its blanks would be signed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.text.chars import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEASURE = "[余多]?[年月日次件个名起份项人场册条家户处种台座套部间所位万亿%\uff05]"
_COUNTED = f"(?={_MEASURE})"
_THINGS = "(?=[余多]?[次件个名起份项场册条家户处种台座套部间所位])"
_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARKS = ",;:?!)\uff0c。、\uff1b\uff1a\uff1f\uff01“”》\uff09"
# A measure word that is all there is of its clause: 预案 部\uff0c is a gap, 负责 部门 a blank too many.
_ALONE = f"(?=[{_BLANK}]*(?:[\uff0c。、\uff1b\uff1a\uff09,;:)]|$))"
# A class at the head lets the search skip what cannot match. 某某 stands for a name that is withheld and is
# no placeholder; 4×4 is a product, 八×八 none, and 555X the name of a programme.
_PLACE = re.compile(
    r"[Xx\uff38\uff58](?:(?<![A-Za-z0-9][Xx\uff38\uff58])[Xx\uff38\uff58]+(?![A-Za-z0-9])"
    rf"|(?<=[X\uff38])(?<![A-Za-z0-9].){_COUNTED})"
    rf"|[×✕╳*\uff0a](?:(?<![0-9][×✕╳*\uff0a])[×✕╳*\uff0a]+|(?<![0-9A-Za-z)\uff09].){_COUNTED})"
    rf"|[_\uff3f][_\uff3f]+|[?\uff1f](?:[?\uff1f]+|(?<=[{HAN}][?\uff1f]){_THINGS})"
    rf"|[○〇●□■△](?:(?<![○〇●□■△][○〇●□■△])[○〇●□■△]++{_COUNTED}|(?<=[{HAN}][○●□■△]){_COUNTED}"
    r"|(?<![一二三四五六七八九〇][○●□■△])(?<=[○●□■△])[○●□■△]+(?![一二三四五六七八九〇]))"
    rf"|[Nn\uff2e](?<=[共计达约了检查展办理受][Nn\uff2e]){_THINGS}"
    rf"|[\u2026](?<=[{HAN}{_BLANK}][\u2026])[\u2026]?{_THINGS}"
    rf"|[(\uff08][{_BLANK}]*[)\uff09]|“[{_BLANK}]+”|《[{_BLANK}]+》|〔[{_BLANK}]+〕|(?<=〕)[{_BLANK}]+号"
    rf"|[{_BLANK}](?<=[{HAN}{_MARKS}][{_BLANK}])(?<![一二三四五六七八九十0-9][、.)\uff09][{_BLANK}])(?:"
    rf"[{_BLANK}]+{_COUNTED}|(?=[次件起册户%]|个(?![体人性别]))"
    rf"|(?<=[共计达约第超][{_BLANK}])(?={_MEASURE}{_ALONE})"
    rf"|(?<=年[{_BLANK}])[{_BLANK}]*月(?=[{_BLANK}日底末初\uff0c。])|(?<=月[{_BLANK}])[{_BLANK}]*日{_ALONE})"
)
_PERHAPS = re.compile(rf"(?<=[{HAN}])[{_BLANK}](?={_MEASURE}{_ALONE})")
_TOLD = re.compile(
    r"[【\[(\uff08待请在此某TL](?:"
    r"(?<=[【\[])(?:[^】\]\n]{0,12}(?:待|填|补充)[^】\]\n]{0,12}|具体[^】\]\n]{0,8})[】\]]"
    r"|(?<=[(\uff08])(?:(?:待[补填定核]|请填|此处|补充|数据待|填写)[^)\uff09\n]{0,20}|略|暂[无缺])[)\uff09]"
    r"|(?<=某)某(?=[省市州县区旗乡镇街村局])"
    r"|(?<=待)(?:补充|填写|填报|核实后填|完善数据)|(?<=[请在])此处?(?:填写|输入|补充)"
    r"|(?<=此)处(?:填写|补充|插入)|(?<=请)在此"
    r"|(?:(?<![A-Za-z]T)(?<=T)(?:ODO|BD)|(?<![A-Za-z]L)(?<=L)orem ipsum)(?![A-Za-z]))"
)


def gaps(text: str) -> Iterator[re.Match[str]]:
    """Every placeholder and every place of a number that is empty, kind by kind. Time is linear."""
    yield from _PLACE.finditer(text)
    yield from _TOLD.finditer(text)


@lru_cache(maxsize=8)  # asked for every mend of a text
def has_gap(text: str) -> bool:
    """Whether anything was left to be filled in."""
    return _PLACE.search(text) is not None or _TOLD.search(text) is not None


def perhaps_gaps(text: str) -> tuple[int, ...]:
    """The blanks where a number may be missing, or nothing: 转移群众 人。 Such a blank stays."""
    return tuple(found.start() for found in _PERHAPS.finditer(text))
