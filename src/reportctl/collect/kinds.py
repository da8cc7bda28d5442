"""What a file is, by its first bytes and never by its ending; what cannot be read has a remedy."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum, auto
from typing import NamedTuple

from reportctl.packages import directory_size

_HEAD = 4096
"""Bytes in which the beginning of a mail or a page is looked for."""
_MAX_DIRECTORY = 1 << 20  # bytes of an archive's directory: 2,000 members with long names take half of it
_SAVE_AS = "请部门用 Word 或 WPS 打开，另存为 .docx 再交"
_MAIL = re.compile(rb"(?i)\A(?:from [^\n]*\n)?(?:[!-9;-~]+:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*)+")
_MAIL_FIELDS = re.compile(rb"(?im)^(?:from|to|received|date|subject|mime-version|message-id):")
_PAGE = re.compile(rb"(?i)\A\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.DOTALL)


class FileKind(Enum):
    """How a file is read."""

    WORD = auto()
    CONVERTIBLE = auto()
    YAML = auto()
    ARCHIVE = auto()
    MAIL = auto()
    FORM_PAGE = auto()
    OTHER = auto()


class Recognised(NamedTuple):
    """A kind; of one that cannot be read, what it is and what to do about it."""

    kind: FileKind
    problem: str = ""
    remedy: str = ""


_WORD = Recognised(FileKind.WORD)
_CONVERTIBLE = Recognised(FileKind.CONVERTIBLE)
_ARCHIVE = Recognised(FileKind.ARCHIVE)
_MANY_MAILS = re.compile(rb"\n\r?\nFrom [^\n]*[0-9]{2}:[0-9]{2}[^\n]*\n[!-9;-~]+:")
_MAILBOX = Recognised(
    FileKind.OTHER, "这是一整个邮箱的文件，里面不止一封邮件", "请在邮箱里把邮件一封一封另存为 .eml 再收"
)
_DAMAGED_ARCHIVE = Recognised(
    FileKind.OTHER, "压缩包不完整或已损坏", "请对方重新压缩成 .zip 再发，或者不压缩直接发"
)


def _other(problem: str, remedy: str) -> Recognised:
    return Recognised(FileKind.OTHER, problem, remedy)


_ENCRYPTED = _other("文件有打开密码", "请部门取消密码，保存后再交")
_TABLE = _other("这是电子表格，不是材料", "请部门把内容填进填报表或 Word 文档再交")
_SLIDES = _other("这是演示文稿，不是材料", "请部门把内容写成 Word 文档再交")
_PICTURE = _other("这是图片，读不出文字", "请部门交 Word 原文件，不交照片和截图")
_OPEN_DOCUMENT = _other("这是 OpenDocument 文件（.odt）", _SAVE_AS)
_OFD = _other("这是版式文件 OFD，读不出条目", "请部门交 Word 或 WPS 原文件")
_UNZIP = "请先在电脑上解压，再收解出来的文件；或者请对方压缩成 .zip"
_SIGNATURES: tuple[tuple[bytes, Recognised], ...] = (
    (b"{\\rtf", _CONVERTIBLE),
    (b"%PDF", _other("这是 PDF 文件，读不出条目", "请部门交 Word 或 WPS 原文件")),
    (b"Rar!", _other("这是 rar 压缩包", _UNZIP)),
    (b"7z\xbc\xaf'\x1c", _other("这是 7z 压缩包", _UNZIP)),
    (b"\x1f\x8b", _other("这是 gz 压缩包", _UNZIP)),
    (b"BZh", _other("这是 bz2 压缩包", _UNZIP)),
    (b"\xfd7zXZ", _other("这是 xz 压缩包", _UNZIP)),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", _ENCRYPTED),
    ("WordDocument", _CONVERTIBLE),
    ("__substg1.0_", _other("这是 Outlook 的邮件（.msg）", "请在 Outlook 里打开它，把附件另存出来再收")),
    ("Workbook", _TABLE),
    ("PowerPoint Document", _SLIDES),
)
"""Names of streams in a compound file, as UTF-16: Word, Outlook and Excel of old write such files."""
_MEMBERS = (
    ("OFD.xml", _OFD),
    ("xl/workbook.xml", _TABLE),
    ("ppt/presentation.xml", _SLIDES),
    ("[Content_Types].xml", _WORD),
    ("mimetype", _OPEN_DOCUMENT),
)


def recognise(data: bytes) -> Recognised:
    """What the bytes of a file are."""
    if not data.strip(b"\0 \t\r\n"):
        return _other("文件是空的", "请对方重新发一份")
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(_COMPOUND):
        return _compound(data)
    for head, recognised in _SIGNATURES:
        if data.startswith(head):
            return recognised
    if data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypheix") or data[8:12] == b"WEBP":
        return _PICTURE
    kind = _written(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    return _MAILBOX if kind.kind is FileKind.MAIL and _MANY_MAILS.search(data) else kind


def _zipped(data: bytes) -> Recognised:
    stream = io.BytesIO(data)
    if directory_size(stream) > _MAX_DIRECTORY:
        return _other("压缩包里的文件多得不合常理", _UNZIP)
    try:
        names = zipfile.ZipFile(stream).NameToInfo
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        # half a document begins as a document does: its reader says that it is damaged
        return _WORD if b"[Content_Types].xml" in data or b"word/" in data[:_HEAD] else _DAMAGED_ARCHIVE
    return next((recognised for name, recognised in _MEMBERS if name in names), _ARCHIVE)


def _compound(data: bytes) -> Recognised:
    for name, recognised in _STREAMS:
        if name.encode("utf-16-le") in data:
            return recognised
    return _other("这个文件不是 Word 文档", _SAVE_AS)


def _written(head: bytes) -> Recognised:
    """What a file of text is; what is no text at all is left to the reader of YAML, which says so."""
    if _PAGE.match(head):
        if b'<meta name="reportctl-form"' in head:
            return Recognised(FileKind.FORM_PAGE)
        return _other("这是网页", _SAVE_AS)
    mail = _MAIL.match(head)
    if mail and len(_MAIL_FIELDS.findall(mail[0])) > 1:
        return Recognised(FileKind.MAIL)
    if head.lstrip().startswith(b"<?xml"):
        return _other("这是 XML 文件", _SAVE_AS)
    return Recognised(FileKind.YAML)
