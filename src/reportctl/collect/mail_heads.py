"""The head of a mail, or of one of its parts, as people read it: in whatever way its names were encoded.

RFC 2047 (=?gb2312?B?…?=), RFC 2231 (filename*=UTF-8''…), and raw GBK, which no RFC allows and old programs
write; the standard library's `get_filename` has lost the latter when one asks for it.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import BytesHeaderParser
from email.utils import mktime_tz, parsedate_tz
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from reportctl.project.files import harmless
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 4_000  # characters of a field that are looked at: the name of a file takes 2,300 at most
_SENTENCE = 400  # characters of a subject or a sender that are kept
_SEGMENTS = 100  # of one parameter
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;"]*))')
_ESCAPED = re.compile(r'\\(["\\])')
_SEGMENT = re.compile(r"(?P<name>[^*]+)(?:\*(?P<number>[0-9]{1,3}))?(?P<encoded>\*)?")
_ADDRESS = re.compile(r"[^\s<>\"(),;:@]+@[^\s<>\"(),;:@]+")
_CHINESE = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "ms936", "euc-cn"})
_DAY_ONE = 946_684_800  # 2000-01-01: a date before it is none


class MailHead:
    """The fields of a head by their names in lower case, the first of each."""

    def __init__(self, head: bytes) -> None:
        self._fields: dict[str, str] = {}
        for name, value in BytesHeaderParser().parsebytes(head).raw_items():
            self._fields.setdefault(name.lower(), _as_text(value[:_LONGEST]))

    def text(self, name: str) -> str:
        """A field as a person reads it, on one line; "" where it is missing."""
        return _shown(_decoded(self._fields.get(name, "")))[:_SENTENCE]

    def word(self, name: str) -> str:
        """The first word of a field in lower case, such as multipart/mixed or base64."""
        return self._fields.get(name, "").partition(";")[0].strip().lower()

    def parameter(self, field: str, name: str) -> str:
        """A parameter of a field, such as the filename of content-disposition; "" where it has none."""
        pieces = dict(_segments(self._fields.get(field, ""), name))
        if not pieces:
            return ""
        if any(encoded for _, encoded in pieces):
            return _shown(_decoded(_extended(pieces)))
        return _shown(_decoded("".join(pieces[place] for place in sorted(pieces))))

    @property
    def sender(self) -> str:
        """Who sent it: name and address."""
        said = self.text("from") or self.text("sender")
        address = _ADDRESS.search(said)
        if address is None:
            return said
        name = said[: address.start()].strip(" <\"'")
        return f"{name} <{address.group()}>" if name else address.group()

    @property
    def sent(self) -> float:
        """When it was sent, in seconds; 0 where it does not say."""
        try:
            date = parsedate_tz(self._fields.get("date", "")[:100])
            return seconds if date and (seconds := float(mktime_tz(date))) > _DAY_ONE else 0.0
        except (ValueError, OverflowError, TypeError, IndexError):
            return 0.0


def _as_text(value: str) -> str:
    """A field as text: the parser keeps bytes beyond ASCII as lone surrogates."""
    raw = value.encode("ascii", "surrogateescape") if not value.isascii() else b""
    return (_text_of(raw) if raw else value).replace("\r", "").replace("\n", "")


def _text_of(data: bytes, charset: str = "") -> str:
    """Bytes as text: by the charset that is named, else UTF-8, else GBK."""
    named = "gb18030" if charset.lower() in _CHINESE else charset
    for encoding in (named, "utf-8", "gb18030"):
        try:
            return data.decode(encoding) if encoding else data.decode("ascii")
        except (LookupError, ValueError):
            continue
    return data.decode("gb18030", "replace")


def _decoded(text: str) -> str:
    """The text with its encoded words (RFC 2047) read, those that were cut within a character too."""
    if "=?" not in text:
        return text
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(
        piece
        if isinstance(piece, str)
        else _text_of(piece, charset)
        if charset
        else piece.decode("raw-unicode-escape", "replace")
        for piece, charset in pieces
    )


def _segments(field: str, name: str) -> Iterator[tuple[tuple[int, bool], str]]:
    """The pieces of a parameter: a long one is cut into several, and each may be encoded (RFC 2231)."""
    count = 0
    for found in _PARAMETER.finditer(field):
        segment = _SEGMENT.fullmatch(found[1])
        if segment is None or segment["name"].lower() != name or count == _SEGMENTS:
            continue
        count += 1
        value = found[3].strip() if found[2] is None else _ESCAPED.sub(r"\1", found[2])
        yield (int(segment["number"] or 0), bool(segment["encoded"])), value


def _extended(pieces: Mapping[tuple[int, bool], str]) -> str:
    """The pieces of a parameter of RFC 2231 as one text; its charset stands before the first."""
    charset, data, numbered = "", b"", dict(sorted(pieces))
    for number, encoded in sorted(numbered.items()):
        value = pieces[number, encoded]
        if encoded and not data and value.count("'") > 1:
            charset, _, value = value.split("'", 2)
        data += unquote_to_bytes(value) if encoded else value.encode()
    return _text_of(data, charset)


def _shown(text: str) -> str:
    """A text on one line, without what cannot be shown."""
    return printable(harmless(" ".join(text.split())))
