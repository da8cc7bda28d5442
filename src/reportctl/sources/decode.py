"""Bytes to text: UTF-8 with or without BOM, GB18030 with a warning, everything else refused clearly."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Span
from reportctl.sources import codes
from reportctl.sources.source import Source

if TYPE_CHECKING:
    from reportctl.findings import Finding

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FOREIGN = (
    (b"PK\x03\x04", "Word\u6587\u6863\uff08.docx\uff09\u6216\u538b\u7f29\u5305"),
    (b"\xd0\xcf\x11\xe0", "\u65e7\u7248Word\u6587\u6863\uff08.doc\uff09"),
    (b"%PDF", "PDF\u6587\u4ef6"),
    (b"{\\rtf", "RTF\u6587\u6863"),
    (b"\x89PNG", "\u56fe\u7247"),
    (b"\xff\xd8\xff", "\u56fe\u7247"),
    (b"7z\xbc\xaf", "\u538b\u7f29\u5305"),
    (b"Rar!", "\u538b\u7f29\u5305"),
    (b"\x1f\x8b", "\u538b\u7f29\u5305"),
)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
_DAMAGED_SHARE = 0.2
# what a machine that lost its power leaves of a file is zeros
_BLANK = b" \t\r\n\0"


def decode(name: str, data: bytes, *, limit: int) -> tuple[Source | None, tuple[Finding, ...]]:
    """The text of `data` (at most `limit` bytes), or None, and what had to be said about it."""
    whole = Span(name)
    if len(data) > limit:
        size, most = len(data) / 2**20, limit / 2**20
        return None, (
            codes.TOO_LARGE.at(whole, f"文件太大（{size:.1f} MB），最多 {most:.0f} MB", codes.LARGE_HINT),
        )
    for head, kind in _FOREIGN:
        if data.startswith(head):
            return None, (codes.NOT_TEXT.at(whole, f"这是{kind}，不是文本文件", codes.NOT_TEXT_HINT),)
    data = data.removeprefix(codecs.BOM_UTF8)
    if data[:1] in _BLANK and not data.strip(_BLANK):
        return None, (codes.EMPTY_FILE.at(whole, codes.EMPTY_MESSAGE, codes.EMPTY_HINT),)
    if data.startswith(_UTF16) or _looks_utf16(data):
        return None, (codes.UTF16.at(whole, codes.UTF16_MESSAGE, codes.SAVE_AS_UTF8),)
    try:
        return Source(name, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        return _other_encoding(name, data, error)


class Encoding(NamedTuple):
    """How a file's text stands in its bytes."""

    name: str
    mark: bytes = b""

    def bytes(self, text: str) -> bytes:
        """The text as it stands in a file."""
        return self.mark + text.encode(self.name)


def encoding_of(text: str, data: bytes) -> Encoding | None:
    """The encoding in which a file has this text; None where its bytes could not be made again from it."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    for encoding in (Encoding("utf-8", mark), Encoding("gb18030", mark)):
        with suppress(UnicodeEncodeError):
            if encoding.bytes(text) == data:
                return encoding
    return None


def _looks_utf16(data: bytes) -> bool:
    """ASCII characters (keys, blanks, breaks) have their zero always on the same side."""
    head = data[:400]
    high, low = head[0::2].count(0), head[1::2].count(0)
    return len(head) > 8 and max(high, low) * 4 > len(head) / 2 and min(high, low) * 10 < max(high, low)


def _other_encoding(
    name: str, data: bytes, error: UnicodeDecodeError
) -> tuple[Source | None, tuple[Finding, ...]]:
    lenient = data.decode("utf-8", errors="replace")
    wide = sum(1 for char in lenient if char > "\x7f")
    damaged = lenient.count("\ufffd") < wide * _DAMAGED_SHARE
    try:
        text = "" if damaged else data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not text:
        place = Source(name, lenient).span(
            start := len(data[: error.start].decode("utf-8", "replace")), start + 1
        )
        return None, (codes.UNDECODABLE.at(place, "此处的字节不是文字，文件可能已损坏", codes.SAVE_AS_UTF8),)
    warning = codes.GB18030.at(Span(name), "文件是 GBK/GB18030 编码，已按此读取", codes.SAVE_AS_UTF8)
    return Source(name, text), (warning,)


def control_characters(source: Source) -> tuple[Finding, ...]:
    """Why a text cannot be read, each character at its place (the first twenty of them).

    Those that YAML forbids; where there are none, those that are line breaks for YAML and for no editor.
    """
    found = list(islice(_UNPRINTABLE.finditer(source.text), 20))
    name = "控制字符" if found else "换行符"
    found = found or list(islice(_HIDDEN_BREAK.finditer(source.text), 20))
    return tuple(
        codes.CONTROL_CHARACTER.at(
            source.span(match.start(), match.end()),
            f"有看不见的{name} U+{ord(match.group()):04X}",
            "把光标移到此处，删掉这个字符（多半是从网页或别的软件粘贴来的）",
        )
        for match in found
    )
