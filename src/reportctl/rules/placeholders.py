"""Rules of placeholders: what was left to be filled in and never was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.signs import Signs
from reportctl.text.chars import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, TextSet

PLACEHOLDER = Rule(
    "placeholder",
    Severity.ERROR,
    "占位符没有填",
    "文字里还有 XX、××、*次、____、空括号、“待补充”之类的占位符，或者数字的位置空着，报告会原样印出来。"
    "填上实际内容，或删去这半句。",
    "text: 全年检查XX次。",
    "text: 全年检查20次。",
)

RULES = (PLACEHOLDER,)

_COUNTED = "(?=[余多]?[年月日次件个名起份项人场册条家户处种台座套部间所位万亿%\uff05])"
_THINGS = "(?=[余多]?[次件个名起份项场册条家户处种台座套部间所位])"
_BLANK = " \u3000\u00a0"
# A class at the head lets the search skip what cannot match. 某某 stands for a name that is withheld and is
# no placeholder; 4×4 is a product, 八×八 none, and 555X the name of a programme.
_SIGN = re.compile(
    r"[Xx\uff38\uff58](?:(?<![A-Za-z0-9][Xx\uff38\uff58])[Xx\uff38\uff58]+(?![A-Za-z0-9])"
    rf"|(?<=[X\uff38])(?<![A-Za-z0-9].){_COUNTED})"
    rf"|[×✕╳*\uff0a](?:(?<![0-9][×✕╳*\uff0a])[×✕╳*\uff0a]+|(?<![0-9A-Za-z)\uff09].){_COUNTED})"
    rf"|[_\uff3f][_\uff3f]+|[?\uff1f](?:[?\uff1f]+|(?<=[{HAN}][?\uff1f]){_THINGS})"
    rf"|[○〇●□■△](?:[○〇●□■△]+{_COUNTED}|(?<=[{HAN}][○●□■△]){_COUNTED}"
    r"|(?<![一二三四五六七八九〇][○●□■△])(?<=[○●□■△])[○●□■△]+(?![一二三四五六七八九〇]))"
    rf"|[Nn\uff2e](?<=[共计达约了检查展办理受][Nn\uff2e]){_THINGS}"
    rf"|[\u2026](?<=[{HAN}][\u2026])[\u2026]?{_THINGS}"
    r"|[(\uff08][ \u3000]*[)\uff09]"
    rf"|[{_BLANK}](?<=[{HAN}\uff0c。、\uff1b“”》\uff09][{_BLANK}])(?:[{_BLANK}]+{_COUNTED}|(?=[次件起册户%]|个(?![体人性别])))"
)
_SIGNS = re.compile("[Xx\uff38\uff58×✕╳*\uff0a_\uff3f?\uff1f○〇●□■△Nn\uff2e\u2026 \u3000\u00a0(]")
_WORD = re.compile(
    r"[【\[(\uff08待请在此某TL](?:"
    r"(?<=[【\[])(?:[^】\]\n]{0,12}(?:待|填|补充)[^】\]\n]{0,12}|具体[^】\]\n]{0,8})[】\]]"
    r"|(?<=[(\uff08])(?:(?:待[补填定核]|请填|此处|补充|数据待|填写)[^)\uff09\n]{0,20}|略|暂[无缺])[)\uff09]"
    r"|(?<=某)某(?=[省市州县区旗乡镇街村局])"
    r"|(?<=待)(?:补充|填写|填报|核实后填|完善数据)|(?<=[请在])此处?(?:填写|输入|补充)"
    r"|(?<=此)处(?:填写|补充|插入)|(?<=请)在此"
    r"|(?:(?<![A-Za-z]T)(?<=T)(?:ODO|BD)|(?<![A-Za-z]L)(?<=L)orem ipsum)(?![A-Za-z]))"
)
_OPENINGS = re.compile(r"[【\[(TL]")
_WORDS = Signs("待", "此处", "请在", "请填", "\uff08填", "\uff08补", "\uff08略", "\uff08暂", "某某")


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """Every placeholder."""
    text = sheet.text
    if _SIGNS.search(sheet.signs) or "\uff08\uff09" in text:
        yield from _found(sheet, _SIGN)
    if _OPENINGS.search(sheet.signs) or _WORDS.any_in(text):
        yield from _found(sheet, _WORD)


def _found(sheet: TextSet, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for found in pattern.finditer(sheet.text):
        words = found.group().strip()
        message = f"占位符“{words}”没有填" if words else "数字的位置是空的，没有填"
        yield sheet.at(PLACEHOLDER, found.start(), found.end(), message, "填上实际内容，或删去这半句")
