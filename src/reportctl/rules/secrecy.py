"""Marks of secrecy: what bears one must not be processed here, whatever is to be made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.sources import Source

SECRECY_MARK = Rule(
    "secrecy-mark",
    Severity.ERROR,
    "有密级标志",
    "材料里有密级标志（秘密、机密、绝密，后面有 ★ 或保密期限）。涉密材料不得在本程序里处理\uff1a"
    "任何版式都不生成，草稿也不生成。请立即停止处理，把这份材料移到涉密设备上，清除本机上的副本，并向"
    "本单位的保密工作机构报告\uff1b误标的，请交件部门确认后去掉标志重新交。正文里说“保守国家秘密”“商业秘密”不算。",
    "text: 秘密★5年",
    "text: 开展保守国家秘密教育3次。",
    locked=True,
)
INTERNAL_MARK = Rule(
    "internal-mark",
    Severity.ERROR,
    "公开稿的材料标着不公开",
    "材料标着“内部资料 注意保存”“此件不予公开”之类，不能做成公开稿。请去掉这份材料，或请交件部门确认可以公开"
    "后去掉标志重新交。正文里说“不予公开决定12件”“内部资料性出版物”不算。",
    "（生成公开稿时\uff0c附件里写着“内部资料 注意保存”）",
    "（附件里没有这样的标志）",
    locked=True,
)

RULES = (SECRECY_MARK, INTERNAL_MARK)

_HINT = "停止处理，把材料移到涉密设备上，清除本机副本，报告保密工作机构\uff1b误标的，由交件部门去掉标志重新交"
_INTERNAL_HINT = "撤下这份材料，或由交件部门确认可以公开、去掉标志后重新交"

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff]")
"""What nobody sees: read as a blank, before any pattern looks."""
_GAP = r"\s*+"
"""Blanks, which may stand between the characters of a mark."""


def _spaced(pattern: str) -> str:
    """A pattern with such blanks wherever it has one."""
    return pattern.replace(" ", _GAP)


_LEVEL = f"(?:[绝絕秘祕机機]{_GAP}密(?:{_GAP}[级級])?)"
_STAR = "[★☆✩✪✫✬✭✮✯✰⋆⭐\U0001f31f]"
_COUNT = "[0-9\uff10-\uff19一二三四五六七八九十两]"
_PERIOD = f"(?:(?:{_COUNT}{_GAP}){{1,3}}(?:年|个?{_GAP}月|[天日])|[长長]{_GAP}期|永{_GAP}久)"
# Where a mark stands by itself: at the ends of lines, values, cells, brackets and quotations.
_BEFORE = frozenset("\"'“「\uff08(【[:\uff1a,|#>-")
_AFTER = re.compile(r"[^\S\r\n]*+(?:[\r\n\"'”」\uff09)】\],|#。]|\Z)")
_SAID_OF_ITSELF = _spaced("[本此] (?:件|稿|文 件|材 料|报 告)")

# A group `apart` is no mark unless it stands by itself, nor is a `bracket` unless it opens there: `_is_mark`.
_MARK = re.compile(
    rf"{_LEVEL}{_GAP}(?:{_STAR}|(?:[*\uff0a※]|(?P<apart>[:\uff1a(\uff08]?)){_GAP}{_PERIOD})"
    rf"|(?:密{_GAP}[级級](?:[:\uff1a=,\"'“|]|\s)++|{_SAID_OF_ITSELF}{_GAP}(?:系|是|为|属|属于|定为|确定为|标为)?{_GAP}"
    rf"|(?P<framed>[【\uff3b]){_GAP}){_LEVEL}(?(framed){_GAP}[】\uff3d])"
)

_INTERNAL = _spaced("内 部 (?:资 料|材 料|文 件|使 用|参 考)")
_CLOSED = _spaced("暂? 不 [予宜得]? 公 开")
_KEEP = _spaced("(?:注 意 保 [存密管]|(?:不 得|严 禁|请 勿) 外 传)")
_OPENNESS = _spaced("公 开 (?:属 性|方 式|选 项|类 [别型])")
_ALONE_BEFORE = r"(?:^|(?<=[:\uff1a-] )|(?<=[\"'“#]))[ \t]*"
_INTERNAL_MARK = re.compile(
    rf"{_INTERNAL}{_GAP}(?:{_STAR}|[\uff0c,、;\uff1b:\uff1a\uff08(]?{_GAP}{_KEEP})"
    rf"|(?P<apart>{_KEEP})"
    rf"|(?:{_SAID_OF_ITSELF}{_GAP}(?:依法|依规)?{_GAP}|{_OPENNESS}[\s:\uff1a=,|]{{1,4}}){_CLOSED}"
    rf"|(?:(?P<bracket>[\uff08(【]){_GAP}|{_ALONE_BEFORE})(?:{_CLOSED}|{_INTERNAL})"
    rf"(?(bracket){_GAP}[\uff09)】]|[。\"'”]*(?![ \t]*+[^\r\n]))",
    re.MULTILINE,
)

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|\r?\n[ \t]*)")


def secrecy_marks(source: Source) -> Iterator[Finding]:
    """Every mark of secrecy in a file, comments and unknown keys included."""
    if "密" in source.text or "\\" in source.text:
        for start, end, words in _found(_MARK, source):
            message = f"{source.named_place(start)}有密级标志“{words}”\uff0c涉密材料不得在本程序里处理"
            yield SECRECY_MARK.at(source.span(start, end), message, _HINT)


def internal_marks(source: Source) -> Iterator[Finding]:
    """Every mark in a file that forbids to publish it."""
    for start, end, words in _found(_INTERNAL_MARK, source):
        message = f"{source.named_place(start)}标着“{words}”\uff0c不能做成公开稿"
        yield INTERNAL_MARK.at(source.span(start, end), message, _INTERNAL_HINT)


def bears_secrecy_mark(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings is a mark of secrecy."""
    return any(finding.code == SECRECY_MARK.code for finding in findings)


def _found(pattern: re.Pattern[str], source: Source) -> Iterator[tuple[int, int, str]]:
    """Where a mark stands, and its words as a reader sees them; escapes of YAML are read."""
    text = source.text
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    text = _UNSEEN.sub(" ", text)
    at = 0
    while found := pattern.search(text, at):
        if _is_mark(found):
            yield *found.span(), re.sub(_GAP, "", found.group())
            at = found.end()
        else:
            at = found.start() + 1


def _is_mark(found: re.Match[str]) -> bool:
    """Whether what was found stands by itself where it must."""
    groups, text = found.groupdict(), found.string
    before = text[found.start() - 1 : found.start()]
    begins = not before or before.isspace() or before in _BEFORE
    if groups.get("apart") is not None:
        return begins and _AFTER.match(text, found.end()) is not None
    return begins or groups.get("bracket") is None


def _unescaped(escape: re.Match[str]) -> str:
    """The character that is meant, and blanks for the rest: each offset stays what it was."""
    code = int(next(filter(None, escape.groups()), "20"), 16)
    char = chr(code) if code <= 0x10FFFF else " "
    return char.ljust(escape.end() - escape.start())
