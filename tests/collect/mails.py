"""Mails as programs write them, byte by byte: heads, multiparts, names in every encoding that arrives."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import quote

DATE = "Mon, 08 Jan 2024 09:30:00 +0800"


def word(text: str, charset: str = "utf-8", method: str = "B") -> str:
    """An encoded word of RFC 2047."""
    data = text.encode(charset)
    coded = base64.b64encode(data).decode() if method == "B" else "".join(f"={byte:02X}" for byte in data)
    return f"=?{charset}?{method}?{coded}?="


def disposition(name: str, way: str) -> bytes:
    """A content-disposition with a file's name, in one of the ways that mail programs write it."""
    utf8, gbk = name.encode(), name.encode("gb18030")
    cut = len(name) // 2
    value = {
        "ascii": f'filename="{name}"',
        "rfc2047 utf-8": f'filename="{word(name)}"',
        "rfc2047 gb2312": f'filename="{word(name, "gb2312")}"',
        "rfc2047 quoted": f'filename="{word(name, "gbk", "Q")}"',
        "rfc2047 twice": f'filename="{word(name[:cut], "gb18030")}\r\n {word(name[cut:], "gb18030")}"',
        "rfc2047 cut in a character": 'filename="{}\r\n\t{}"'.format(
            *(f"=?utf-8?B?{base64.b64encode(half).decode()}?=" for half in (utf8[:4], utf8[4:]))
        ),
        "rfc2231": f"filename*=UTF-8''{quote(name)}",
        "rfc2231 gbk": f"filename*=gb2312'zh-cn'{quote(gbk)}",
        "rfc2231 continued": ";\r\n ".join(
            f"filename*{at}*={start}{quote(part)}"
            for at, (start, part) in enumerate((("utf-8''", utf8[:7]), ("", utf8[7:])))
        ),
        "both": f"filename=\"{word('别的.docx')}\"; filename*=UTF-8''{quote(name)}",
        "raw utf-8": f'filename="{name}"',
        "unquoted": f"filename={name}",
    }.get(way, "")
    raw = b'filename="' + gbk + b'"' if way == "raw gbk" else value.encode()
    return b"Content-Disposition: attachment; " + raw + b"\r\n"


WAYS = (
    "rfc2047 utf-8",
    "rfc2047 gb2312",
    "rfc2047 quoted",
    "rfc2047 twice",
    "rfc2047 cut in a character",
    "rfc2231",
    "rfc2231 gbk",
    "rfc2231 continued",
    "both",
    "raw utf-8",
    "raw gbk",
    "unquoted",
)


def lines(data: bytes) -> bytes:
    """Data in base64, as lines of a mail."""
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def enclosure(
    name: str, data: bytes, way: str = "rfc2047 gb2312", kind: str = "application/octet-stream"
) -> bytes:
    """A part with a file."""
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n".encode()
    return head + disposition(name, way) + b"\r\n" + lines(data)


LETTER = (
    b"Content-Type: text/plain; charset=gb18030\r\n\r\n" + "材料见附件，请查收。".encode("gb18030") + b"\r\n"
)
PICTURE = (
    b"Content-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
)


def multipart(*parts: bytes, boundary: str = "", kind: str = "mixed") -> bytes:
    """Parts as one: a head and a body."""
    boundary = boundary or f"----=_NextPart_{hashlib.sha256(b''.join(parts)).hexdigest()[:16]}"
    head = f'Content-Type: multipart/{kind};\r\n\tboundary="{boundary}"\r\n\r\n'.encode()
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    return head + b"This is a multi-part message in MIME format.\r\n" + body + f"--{boundary}--\r\n".encode()


def mail(
    *parts: bytes,
    sender: str = f"{word('李某', 'gb2312')} <li@example.cn>",
    subject: str = word("报送法治政府建设材料", "gb2312"),
    date: str = DATE,
) -> bytes:
    """A whole mail; one part stands by itself, several in a multipart."""
    head = f"Received: from a by b\r\nFrom: {sender}\r\nTo: <hb@example.cn>\r\nSubject: {subject}\r\n"
    body = parts[0] if len(parts) == 1 else multipart(*parts)
    return f"{head}Date: {date}\r\nMIME-Version: 1.0\r\n".encode() + body


def forwarded(inner: bytes) -> bytes:
    """A part that is a mail itself."""
    return b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + inner
