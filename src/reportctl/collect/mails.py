"""A mail → the files that it brings, each with who sent it: nothing in it is trusted, nothing unpacked twice.

The mail is cut at its boundaries by place, and a file's bytes are made only when they are asked for. (The
standard library's parser makes a text of every line, and looks each up against every boundary around it: a
mail of 33 MB takes 325 MB, one of 5 MB with 90 multiparts within each other 16 seconds. Its readers of heads
are used.)
"""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.arrival import Arrival, Letter
from reportctl.collect.limits import MAX_HEAD, MAX_PARTS
from reportctl.collect.mail_heads import MailHead

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 20  # multiparts within each other: a mail that was forwarded three times has nine
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PLAIN = frozenset({"", "7bit", "8bit", "binary"})
_NO_FILES = frozenset(
    {
        "application/applefile",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/delivery-status",
        "message/disposition-notification",
        "text/calendar",
        "text/rfc822-headers",
        "text/vcard",
        "text/x-vcard",
    }
)
"""What mail programs add by themselves."""
_SAVE = "请在邮箱里打开这封邮件，把附件另存出来再收"
_UNREADABLE = {
    "application/ms-tnef": (
        "附件包在 winmail.dat 里，读不出",
        "请对方把邮件格式改为 HTML 或纯文本再发，或者直接发文件",
    ),
    "application/pkcs7-mime": ("邮件是加密的", _SAVE),
    "application/x-pkcs7-mime": ("邮件是加密的", _SAVE),
    "message/external-body": ("附件不在邮件里，只有一个地址", _SAVE),
    "message/partial": ("这是拆开发的邮件的一段", _SAVE),
}


class _Part(NamedTuple):
    """A part that holds no other: its head, and where its bytes stand in the mail."""

    head: MailHead
    start: int
    end: int
    problem: str = ""


class Enclosure(NamedTuple):
    """A file in a mail, not yet unpacked: its bytes stand between two places, encoded in some way."""

    arrival: Arrival
    start: int
    end: int
    encoding: str


class Mail:
    """A mail that arrived; its files are unpacked one by one, as they are asked for."""

    def __init__(self, arrival: Arrival) -> None:
        self._arrival = arrival
        self._data = arrival.data
        self._count = 0

    def enclosures(self) -> Iterator[Enclosure]:
        """The files in it, or the mail itself with what is wrong with it."""
        whole = Enclosure(self._arrival, 0, 0, "")
        head = self._head(3 if self._data.startswith(b"\xef\xbb\xbf") else 0, len(self._data))
        if head is None:
            yield _refused(whole, "邮件头大得不合常理", _SAVE)
            return
        letter = self._letter(head[0])
        found = False
        for part in self._leaves(*head, len(self._data), 0):
            if part.problem:
                found = True
                yield _refused(whole, part.problem, _SAVE)
            elif _is_file(part.head):
                found = True
                yield self._enclosure(part, letter)
        if not found:
            yield _refused(
                whole,
                "邮件里没有附件",
                "材料写在正文里的，复制到 Word 文档里存好再收；附件是超大附件、网盘链接的，先下载下来再收",
            )

    def opened(self, enclosure: Enclosure) -> Arrival:
        """A file with its bytes, or with why there are none."""
        body = memoryview(self._data)[enclosure.start : enclosure.end]
        try:
            if enclosure.encoding == "base64":
                data = _from_base64(body)
            elif enclosure.encoding == "quoted-printable":
                data = quopri.decodestring(bytes(body))
            else:
                data = bytes(body)
        except (binascii.Error, ValueError):
            return _refused(enclosure, "附件不完整，解不开", "多半没有传完，请部门重新发一份").arrival
        return replace(enclosure.arrival, data=data, size=len(data))

    def _letter(self, head: MailHead) -> Letter:
        """Who sent it; of a mail that somebody passed on in his own, its first sender and him."""
        outer = self._arrival.letter
        sender, subject, sent = head.sender, head.text("subject"), head.sent
        if outer is None:
            return Letter(sender, subject, sent)
        passed_on = (
            f"{sender}（由 {outer.sender} 转发）" if sender and outer.sender else sender or outer.sender
        )
        return Letter(passed_on, subject or outer.subject, sent or outer.sent)

    def _head(self, start: int, end: int) -> tuple[MailHead, int] | None:
        """The head that begins at a place, and where its body begins; None for one without an end."""
        if self._data[start : start + 1] in b"\r\n":  # no field at all
            return MailHead(b""), start
        found = _HEAD_END.search(self._data, start, min(end, start + MAX_HEAD))
        if found is None:
            return (MailHead(self._data[start:end]), end) if end - start <= MAX_HEAD else None
        return MailHead(self._data[start : found.start()]), found.end()

    def _leaves(self, head: MailHead, start: int, end: int, depth: int) -> Iterator[_Part]:
        """The parts between two places that hold no others, from first to last."""
        boundary = head.parameter("content-type", "boundary")
        if not head.word("content-type").startswith("multipart/") or not boundary:
            yield _Part(head, start, end)
            return
        if depth == _DEEPEST:
            yield _Part(head, start, end, "邮件里套得太深")
            return
        for first, last in self._between(f"--{boundary}".encode(), start, end):
            self._count += 1
            if self._count > MAX_PARTS:
                if self._count == MAX_PARTS + 1:
                    yield _Part(head, first, last, "邮件里的部分多得不合常理，后面的没有收")
                return
            inner = self._head(first, last)
            if inner is None:
                yield _Part(head, first, last, "邮件里有一部分的头大得不合常理")
            else:
                yield from self._leaves(*inner, last, depth + 1)

    def _between(self, mark: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the parts stand: between lines that begin with a mark, until one that ends with -- too."""
        first = -1
        at = self._data.find(mark, start, end)
        while at >= 0:
            behind = at + len(mark)
            rest = self._data[behind : behind + 2]
            if (at == start or self._data[at - 1 : at] == b"\n") and rest[:1] in {
                b"",
                b"\r",
                b"\n",
                b" ",
                b"\t",
                b"-",
            }:
                if first >= 0:
                    yield first, max(first, at - (2 if self._data[at - 2 : at] == b"\r\n" else 1))
                line = self._data.find(b"\n", behind, end)
                first = line + 1 if line >= 0 else end
                if rest == b"--":
                    return
            at = self._data.find(mark, behind, end)
        if first >= 0:  # what broke off
            yield first, end

    def _enclosure(self, part: _Part, letter: Letter) -> Enclosure:
        head, whole = part.head, self._arrival
        kind, encoding = head.word("content-type"), head.word("content-transfer-encoding")
        name = _name(head)
        if kind == "message/rfc822" and not name:
            name = f"{self._subject(part).replace('/', '_') or '邮件'}.eml"
        name = name or "没有名字的附件"
        arrival = Arrival(
            name,
            via=f"{whole.via}!{name}",
            size=self._size(part, encoding),
            modified=whole.modified,
            written=letter.sent or whole.written,
            letter=letter,
        )
        enclosure = Enclosure(arrival, part.start, part.end, encoding)
        if kind in _UNREADABLE or name.lower() == "winmail.dat":
            return _refused(enclosure, *_UNREADABLE.get(kind, _UNREADABLE["application/ms-tnef"]))
        if encoding not in _PLAIN and encoding not in {"base64", "quoted-printable"}:
            return _refused(enclosure, "附件用了少见的编码，解不开", _SAVE)
        return enclosure

    def _subject(self, part: _Part) -> str:
        """What a mail is about that somebody passed on; its name is to tell it from others beside it."""
        found = self._head(part.start, part.end)
        return "" if found is None else found[0].text("subject")

    def _size(self, part: _Part, encoding: str) -> int:
        """How many bytes will come of a part, as far as that shows without unpacking it."""
        count = part.end - part.start
        if encoding != "base64":
            return count
        breaks = sum(self._data.count(mark, part.start, part.end) for mark in (b"\n", b"\r", b"="))
        return (count - breaks) * 3 // 4


def _name(head: MailHead) -> str:
    """The name of a part's file, its last part only."""
    name = head.parameter("content-disposition", "filename") or head.parameter("content-type", "name")
    return name.replace("\\", "/").rpartition("/")[2].strip()


def _is_file(head: MailHead) -> bool:
    """Whether a part is a file that somebody enclosed: neither the letter's own text nor what adorns it."""
    kind, disposition = head.word("content-type"), head.word("content-disposition")
    if kind in _NO_FILES:
        return False
    if kind.startswith("image/") and disposition != "attachment":
        return not head.text("content-id") and disposition != "inline"
    return not (kind.startswith("text/") or not kind) or bool(_name(head)) or disposition == "attachment"


def _from_base64(body: memoryview) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:  # what broke off, as far as it goes: who reads it sees that it is cut
        whole = bytes(body).translate(None, b" \t\r\n=")
        return binascii.a2b_base64(whole[: len(whole) // 4 * 4])


def _refused(enclosure: Enclosure, problem: str, remedy: str) -> Enclosure:
    return enclosure._replace(arrival=replace(enclosure.arrival, problem=problem, remedy=remedy))
