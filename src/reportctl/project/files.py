"""Reads files of a project: nothing outside it, nothing that is no file, never without a word."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, reason
from reportctl.findings import Span
from reportctl.project import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding

SUBMISSIONS = "submissions"
_ENDINGS = (".yaml", ".yml")
_OWN = ".reportctl"
READ_LIMIT = 64 * 2**20
"""Bytes: more of a file than any reader of it takes."""
_PIECE = 2**18


class RawFile(NamedTuple):
    """A file that looks like a submission: its bytes, or the finding that says why they cannot be read."""

    name: str
    data: bytes
    finding: Finding | None = None
    path: str = ""


def harmless(name: str) -> str:
    """A file name as findings show it: bytes that are no text become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def handed_in(root: Path, folder: str = SUBMISSIONS) -> Iterator[RawFile]:
    """Everything in a folder of submissions and below, in the order of its path, read one by one."""
    place = root / folder
    problem = _link_problem(place, root, folder) if place.is_symlink() else None
    if problem is None and place.exists() and not place.is_dir():
        hint = f"把它移走，建一个叫 {folder} 的文件夹放材料"
        problem = codes.NOT_A_FILE.at(Span(folder), f"{folder} 应当是文件夹", hint)
    if problem is not None:
        yield RawFile(folder, b"", problem)
    elif place.is_dir():
        yield from _walk(str(place), folder, root)


def _walk(folder: str, shown: str, root: Path) -> Iterator[RawFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield RawFile(shown, b"", _unreadable(shown, error))
        return
    for entry in entries:
        if entry.name.startswith(_OWN):
            continue
        name = f"{shown}/{harmless(entry.name)}"
        problem = _problem(entry, name, root)
        if problem is not None:
            yield RawFile(name, b"", problem)
        elif not entry.is_dir():
            yield read_file(entry.path, name)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, name, root)


def _problem(entry: os.DirEntry[str], name: str, root: Path) -> Finding | None:
    """Why an entry of the folder is no submission; None for one, and for a folder to be walked."""
    looks_right = entry.name.lower().endswith(_ENDINGS) and not entry.name.startswith(("~$", "."))
    if entry.is_symlink():
        problem = _link_problem(Path(entry.path), root, name)
        if problem is None and entry.is_dir():
            hint = "把文件夹本身放进来；程序不沿链接进入文件夹"
            problem = codes.STRAY_FILE.at(Span(name), "这是指向文件夹的链接，没有读取", hint)
        if problem is not None:
            return problem
    elif entry.is_dir():
        if not looks_right:
            return None
        hint = "把文件夹里的文件移出来，或改掉文件夹的名字"
        return codes.NOT_A_FILE.at(Span(name), "这是一个文件夹，不是文件", hint)
    if not looks_right:
        hint = "材料用 .yaml 文件交；需要的内容请填进表单，不需要的请移走"
        return codes.STRAY_FILE.at(Span(name), "不是材料（.yaml），没有读取", hint)
    return None


def _link_problem(path: Path, root: Path, name: str) -> Finding | None:
    hint = "把文件本身放进 submissions 文件夹"
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return codes.BROKEN_LINK.at(Span(name), "链接指的文件不存在", hint)
    if not target.is_relative_to(root.resolve()):
        return codes.OUTSIDE_LINK.at(Span(name), "链接指到项目之外，没有读取", hint)
    return None


def read_file(path: str | Path, name: str) -> RawFile:
    """The bytes of one regular file, or the finding that says why not; never waits on a pipe or a device."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return RawFile(name, _bytes(handle), None, str(path))
        finally:
            os.close(handle)
    except OSError as error:
        # a socket cannot even be opened
        if not isinstance(error, IsADirectoryError) and error.errno != errno.ENXIO:
            return RawFile(name, b"", _unreadable(name, error))
    finding = codes.NOT_A_FILE.at(Span(name), "这不是普通文件，读不出内容", "放一个普通的文件")
    return RawFile(name, b"", finding)


def _bytes(handle: int) -> bytes:
    """All of a file; of one beyond every limit, just enough to say so."""
    pieces: list[bytes] = []
    size = 0
    while size <= READ_LIMIT and (piece := os.read(handle, _PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def read_inside(root: Path, name: str) -> bytes:
    """The bytes of a file that report.yaml names, which must lie within the project.

    Raises:
        FileError: it does not, or it cannot be read.
    """
    try:
        path = (root / name).resolve(strict=True)
        if not path.is_relative_to(root.resolve()):
            raise FileError("文件在项目之外")
        if not path.is_file():
            raise FileError("不是文件")
        return path.read_bytes()
    except FileNotFoundError:
        raise FileError("没有这个文件") from None
    except (OSError, ValueError, RuntimeError) as error:  # pathlib's word for links in a circle
        raise FileError(f"打不开（{reason(error)}）") from None


def _unreadable(name: str, error: OSError) -> Finding:
    hint = "检查文件权限，或让交件人重新交一份"
    return codes.UNREADABLE.at(Span(name), f"文件打不开（{reason(error)}）", hint)
