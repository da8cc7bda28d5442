"""Office files are zip packages: what would take the machine's memory, or hides something, is not opened."""

from __future__ import annotations

import os
import zipfile
import zlib
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_DIRECTORY = 4 << 20
"""Bytes of a package's directory; the most entries with long names take half of it."""
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What reading a damaged package may raise."""
_MAX_ENTRIES = 10_000
_MAX_TOTAL = 1 << 30
_MAX_RATIO = 500  # one letter without end comes to about 1000, one paragraph repeated to about 300
_RATIO_FROM = 1 << 20
_END, _END_RECORD, _LONGEST_COMMENT = b"PK\5\6", 22, 0xFFFF


class PackageFault(Enum):
    """Why a package is not opened."""

    TOO_LARGE = "too large"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"


class PackageError(Exception):
    """The package must not be opened; `detail` names the part, "" for all of it."""

    def __init__(self, fault: PackageFault, detail: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.detail = detail


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """The archive, its directory read and nothing else.

    Raises:
        PackageError: the directory is huge or damaged.
    """
    if directory_size(file) > MAX_DIRECTORY:
        raise PackageError(PackageFault.TOO_LARGE)
    try:
        return zipfile.ZipFile(file)
    except UNREADABLE as error:
        raise PackageError(PackageFault.DAMAGED) from error


def directory_size(file: BinaryIO) -> int:
    """The size in bytes of the archive's directory, which zipfile reads as a whole; 0 where there is none."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_RECORD - _LONGEST_COMMENT))
    tail = file.read()
    start = len(tail) - _END_RECORD if tail[-_END_RECORD:].startswith(_END) else tail.rfind(_END)
    return int.from_bytes(tail[start + 12 : start + 16], "little") if start >= 0 else 0


def checked_names(archive: zipfile.ZipFile) -> frozenset[str]:
    """The names of the parts.

    Raises:
        PackageError: two have one name, one needs a password, or they come to more than any document does.
    """
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_TOTAL:
        raise PackageError(PackageFault.TOO_LARGE)
    names = frozenset(entry.filename for entry in entries)
    if len(names) != len(entries):
        raise PackageError(PackageFault.DAMAGED, "同名部件")
    for entry in entries:
        if entry.flag_bits & 1:
            raise PackageError(PackageFault.ENCRYPTED)
        if entry.file_size > _RATIO_FROM and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            raise PackageError(PackageFault.TOO_LARGE, entry.filename)
    return names
