"""Opens a .docx without trusting it: every limit and refusal stands here, nothing is unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reportctl.errors import FileError, reason
from reportctl.inspect.reading import ooxml, refusals
from reportctl.inspect.reading.refusals import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_MAX_ENTRIES = 10_000
_MAX_PART = 64 << 20
_MAX_TOTAL = 1 << 30
_MAX_RATIO = 500  # one letter without end comes to about 1000, one paragraph repeated to about 300
_RATIO_FROM = 1 << 20
_WORD_MAIN = "wordprocessingml.document.main+xml"
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


class WordPackage:
    """The parts of one document, read one by one as they are asked for."""

    def __init__(self, archive: zipfile.ZipFile, names: frozenset[str]) -> None:
        self._archive = archive
        self._names = names

    def read(self, name: str) -> _Element | None:
        """The root element of a part, None where the package has no such part.

        Raises:
            RefusedError: the part is too large, damaged, not XML, or declares entities.
        """
        if name not in self._names:
            return None
        if self._archive.getinfo(name).file_size > _MAX_PART:
            raise RefusedError(refusals.TOO_LARGE, name)
        try:
            data = self._archive.read(name)
        except _UNREADABLE as error:
            raise RefusedError(refusals.DAMAGED, name) from error
        try:
            return ooxml.parse(data)
        except ooxml.EntityError as error:
            raise RefusedError(refusals.ENTITIES, name) from error
        except (etree.XMLSyntaxError, ValueError) as error:
            raise RefusedError(refusals.DAMAGED, name) from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part ("" for the package): id -> (last word of the type, target part)."""
        folder, base = posixpath.split(name)
        root = self.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        if root is None:
            return found
        for one in root.iter(f"{ooxml.PACKAGE_RELATIONSHIPS}Relationship"):
            if one.get("TargetMode") != "External":
                target = unquote(one.get("Target", ""))
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = (kind, posixpath.normpath(path))
        return found

    def __enter__(self) -> WordPackage:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()


def open_package(source: Path | bytes) -> WordPackage:
    """Opens a document from its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened.
        FileError: the file cannot be read.
    """
    archive = _archive(source)
    try:
        names = _checked_names(archive)
        package = WordPackage(archive, names)
        _check_kind(package, names)
    except BaseException:
        archive.close()
        raise
    return package


def _archive(source: Path | bytes) -> zipfile.ZipFile:
    head, tail = _ends(source)
    refusal = refusals.by_signature(head, tail)
    if refusal is not None:
        raise RefusedError(refusal)
    try:
        return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except _UNREADABLE as error:
        raise RefusedError(refusals.DAMAGED) from error


def _ends(source: Path | bytes) -> tuple[bytes, bytes]:
    """The first bytes of a document; and all of it where they are not a zip's, to tell what it is."""
    if isinstance(source, bytes):
        return source[:8], source
    try:
        with source.open("rb") as file:
            head = file.read(8)
            rest = b"" if head.startswith(refusals.ZIP) else file.read(_MAX_PART)
    except OSError as error:
        message = f"无法读取文件“{source.name}”：{reason(error)}"
        raise FileError(message, hint="请检查路径和权限") from error
    return head, head + rest


def _checked_names(archive: zipfile.ZipFile) -> frozenset[str]:
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES or sum(one.file_size for one in entries) > _MAX_TOTAL:
        raise RefusedError(refusals.TOO_LARGE)
    names = frozenset(one.filename for one in entries)
    if len(names) != len(entries):
        raise RefusedError(refusals.DAMAGED, "同名部件")
    for one in entries:
        if one.flag_bits & 1:
            raise RefusedError(refusals.ENCRYPTED)
        if one.file_size > _RATIO_FROM and one.file_size > _MAX_RATIO * max(one.compress_size, 1):
            raise RefusedError(refusals.TOO_LARGE, one.filename)
    return names


def _check_kind(package: WordPackage, names: frozenset[str]) -> None:
    if "[Content_Types].xml" not in names:
        raise RefusedError(refusals.NOT_WORD)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise RefusedError(refusals.MACROS)
    types = package.read("[Content_Types].xml")
    assert types is not None  # noqa: S101 - its name stands in the list above
    kinds = {one.get("ContentType", "") for one in types}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise RefusedError(refusals.MACROS)
    if not any(_WORD_MAIN in kind for kind in kinds):
        raise RefusedError(refusals.NOT_WORD)
