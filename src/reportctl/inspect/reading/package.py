"""Opens a .docx without trusting it: limits and refusals of the package, and nothing unpacked to disk."""

from __future__ import annotations

import io
import os
import posixpath
import stat
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reportctl.errors import FileError, reason
from reportctl.inspect.reading import ooxml, refusals
from reportctl.inspect.reading.refusals import RefusedError, at_most
from reportctl.packages import UNREADABLE, PackageError, PackageFault, checked_names, open_archive

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

_MAX_PART = 64 << 20
_MOST_MARKUP = 1_200_000  # tags, and attributes twice: each takes about 120 bytes once it is parsed
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WORD_MAIN = "wordprocessingml.document.main+xml"
_REFUSALS = {
    PackageFault.TOO_LARGE: refusals.TOO_LARGE,
    PackageFault.DAMAGED: refusals.DAMAGED,
    PackageFault.ENCRYPTED: refusals.ENCRYPTED,
}


class WordPackage:
    """The parts of one document, read one by one as they are asked for."""

    def __init__(self, file: BinaryIO, archive: zipfile.ZipFile, names: frozenset[str]) -> None:
        self._file = file
        self._archive = archive
        self._names = names
        self._markup = 0

    def read(self, name: str) -> _Element | None:
        """The root element of a part, None where the package has no such part.

        Raises:
            RefusedError: the part is too large, damaged, not XML, or declares entities; or the parts read so
                far have more markup than any official document.
        """
        if name not in self._names:
            return None
        if self._archive.getinfo(name).file_size > _MAX_PART:
            raise RefusedError(refusals.TOO_LARGE, name)
        try:
            data = self._archive.read(name)
        except UNREADABLE as error:
            raise RefusedError(refusals.DAMAGED, name) from error
        self._markup += data.count(b"<") + 2 * data.count(b"=")
        at_most(_MOST_MARKUP, self._markup, "标记", "个")
        try:
            return ooxml.parse(data)
        except ooxml.EntityError as error:
            raise RefusedError(refusals.ENTITIES, name) from error
        except (etree.XMLSyntaxError, ValueError) as error:
            raise RefusedError(refusals.DAMAGED, name) from error

    def body(self, main: str) -> _Element:
        """The body of the main part.

        Raises:
            RefusedError: there is none, or the part cannot be read.
        """
        document = self.read(main)
        body = None if document is None else document.find(f"{ooxml.W}body")
        if body is None:
            raise RefusedError(refusals.DAMAGED, "没有正文部件")
        return body

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part ("" for the package): id -> (last word of the type, target part)."""
        folder, base = posixpath.split(name)
        root = self.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        if root is None:
            return found
        for relationship in root.iter(f"{ooxml.PACKAGE_RELATIONSHIPS}Relationship"):
            if relationship.get("TargetMode") != "External":
                target = unquote(relationship.get("Target", ""))
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = relationship.get("Type", "").rpartition("/")[2]
                found[relationship.get("Id", "")] = (kind, posixpath.normpath(path))
        return found

    def __enter__(self) -> WordPackage:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()
        self._file.close()


def open_package(source: Path | bytes) -> WordPackage:
    """Opens a document from its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened.
        FileError: the file cannot be read.
    """
    file = io.BytesIO(source) if isinstance(source, bytes) else _opened(source)
    try:
        archive = _archive(file)
        names = checked_names(archive)
        package = WordPackage(file, archive, names)
        _check_kind(package, names)
    except PackageError as error:
        file.close()
        raise RefusedError(_REFUSALS[error.fault], error.detail) from error
    except OSError as error:
        file.close()
        raise _unreadable(source, reason(error)) from error
    except BaseException:
        file.close()
        raise
    return package


def _opened(path: Path) -> BinaryIO:
    """A regular file, open: whoever waits for a pipe or a device waits for ever."""
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    except ValueError as error:  # a NUL in the path
        raise _unreadable(path, "路径里有不能用的字符") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _unreadable(path, "这是文件夹、管道或设备\uff0c不是普通文件")
    return os.fdopen(handle, "rb")


def _unreadable(source: Path | bytes, why: str) -> FileError:
    name = "" if isinstance(source, bytes) else f"“{source.name}”".replace("\0", "�")
    return FileError(f"无法读取文件{name}\uff1a{why}", hint="请检查路径和权限")


def _archive(file: BinaryIO) -> zipfile.ZipFile:
    head = file.read(8)
    content = b"" if head.startswith(refusals.ZIP) else head + file.read(_MAX_PART)
    refusal = refusals.by_signature(head, content)
    if refusal is not None:
        raise RefusedError(refusal)
    return open_archive(file)


def _check_kind(package: WordPackage, names: frozenset[str]) -> None:
    if "[Content_Types].xml" not in names:
        raise RefusedError(refusals.NOT_WORD)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise RefusedError(refusals.MACROS)
    types = package.read("[Content_Types].xml")
    assert types is not None  # noqa: S101 - its name stands in the list above
    kinds = {part.get("ContentType", "") for part in types}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise RefusedError(refusals.MACROS)
    if not any(_WORD_MAIN in kind for kind in kinds):
        raise RefusedError(refusals.NOT_WORD)
