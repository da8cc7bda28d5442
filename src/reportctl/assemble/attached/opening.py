"""Opens a workbook by openpyxl without trusting it: size, markup and merged cells are counted first."""

from __future__ import annotations

import html
import io
import re
import struct
import warnings
import zipfile
from contextlib import redirect_stdout
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import range_boundaries

from reportctl.assemble.attached.content import LIMITS, BadAttachmentError
from reportctl.assemble.attached.number_formats import LOCAL
from reportctl.packages import UNREADABLE, PackageError, PackageFault, checked_names, open_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

# By these numbers alone a Chinese Excel writes 2024年1月5日; to openpyxl they are no dates.
BUILTIN_FORMATS.update(LOCAL)

_OLE = b"\xd0\xcf\x11\xe0"
_MOST_UNPACKED = 64 << 20
_MOST_MARKUP = 1_200_000
"""Tags of all parts: openpyxl takes a few hundred bytes for each cell."""
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']"""
)
_MERGES = re.compile(rb"<(?:\w+:)?mergeCell[\s/>]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_BOXED = re.compile(r"<a:t(?:\s[^>]*)?>([^<]*)</a:t>")
_SHEETS = "xl/worksheets/"
_DAMAGED = (
    *(*UNREADABLE, LookupError, TypeError, AttributeError, ArithmeticError, SyntaxError, AssertionError),
    struct.error,
)
"""What openpyxl raises for a file that is none, or that somebody made by hand."""
_FAULTS = {
    PackageFault.TOO_LARGE: "文件解开后大得不合常理",
    PackageFault.DAMAGED: "文件不完整或已损坏\uff1a用 Excel 或 WPS 打开\uff0c另存为 .xlsx",
    PackageFault.ENCRYPTED: "文件有密码\uff1a用 Excel 或 WPS 打开\uff0c取消密码后保存",
}


@lru_cache(maxsize=4)
def load(data: bytes, *, formulas: bool = False) -> Any:
    """The workbook, with its values as they were last reckoned, or with its formulas; to be read only.

    Raises:
        BadAttachmentError: it is none, damaged, or one that must not be opened.
    """
    _check(data)
    try:
        # it prints what styles it misses, and warns of what it would not write again
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=not formulas, keep_links=False)
    except _DAMAGED:
        raise BadAttachmentError(_FAULTS[PackageFault.DAMAGED]) from None


def has_formulas(data: bytes) -> bool:
    """Whether a cell may have a formula."""
    return any(_FORMULA.search(part) for name, part in _parts(data) if name.startswith(_SHEETS))


def boxed(data: bytes) -> Iterator[str]:
    """The words of text boxes and shapes, a drawing at a time."""
    for name, part in _parts(data):
        if name.startswith("xl/drawings/"):
            words = "".join(_BOXED.findall(part.decode("utf-8", "replace")))
            if words:
                yield html.unescape(words)


def has_drawings(data: bytes) -> bool:
    """Whether there are pictures or charts."""
    return any(name.startswith(("xl/media/", "xl/charts/")) for name, _ in _parts(data))


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name) if name.endswith((".xml", ".rels", ".vml")) else b""


def _check(data: bytes) -> None:
    if len(data) > LIMITS.size:
        raise BadAttachmentError(f"文件太大\uff0c最多 {LIMITS.size >> 20} MB")
    if data.startswith(_OLE):
        raise BadAttachmentError("这是旧格式的 .xls\uff0c或有密码的文件\uff1a取消密码\uff0c另存为 .xlsx")
    try:
        with open_archive(io.BytesIO(data)) as archive:
            fault = _fault(archive, checked_names(archive))
        if not fault:
            fault = _fault_of_parts(data)
    except PackageError as error:
        fault = _FAULTS[error.fault]
    except UNREADABLE:
        fault = _FAULTS[PackageFault.DAMAGED]
    if fault:
        raise BadAttachmentError(fault)


def _fault(archive: zipfile.ZipFile, names: frozenset[str]) -> str:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "文件含有宏\uff1a另存为不含宏的 .xlsx"
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
        return _FAULTS[PackageFault.TOO_LARGE]
    if "[Content_Types].xml" not in names or "word/document.xml" in names:
        return "不是 .xlsx 文件\uff1a用 Excel 或 WPS 打开\uff0c另存为 .xlsx"
    return ""


def _fault_of_parts(data: bytes) -> str:
    markup = merged = 0
    for _, part in _parts(data):
        if b"<!DOCTYPE" in part[:4096].replace(b"\0", b""):
            return "文件里有 DOCTYPE 声明\uff0c可能被人做了手脚\uff1a请核实它的来源"
        markup += part.count(b"<")
        ranges = _MERGED.findall(part)
        if len(ranges) != len(_MERGES.findall(part)):
            return _FAULTS[PackageFault.DAMAGED]
        for found in ranges:
            left, top, right, bottom = range_boundaries(found.decode())
            merged += max(right - left + 1, 1) * max(bottom - top + 1, 1)
    if markup > _MOST_MARKUP or merged > LIMITS.nodes:
        return f"表格超过 {LIMITS.nodes} 格，分成几个附件，或只留汇总的行"
    return ""
