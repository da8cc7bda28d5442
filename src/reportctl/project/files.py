"""Reads files of a project: nothing outside it, nothing that is no file, never without a word."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, reason
from reportctl.findings import Span
from reportctl.project import codes
from reportctl.project.journal import TEMPORARY
from reportctl.project.locking import LOCK
from reportctl.project.recovery import DEEPEST, SUBMISSIONS
from reportctl.reading import NotRegularError, OutsideError, read_below, read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding

_ENDINGS = (".yaml", ".yml")
_FORGOTTEN = re.compile(r"\.ya?ml\.txt$", re.IGNORECASE)
"""What Windows Notepad makes of a name while it hides the endings."""
_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


class RawFile(NamedTuple):
    """A file that looks like a submission: its bytes, or the finding that says why they cannot be read.

    `path` is where the bytes lie.
    """

    name: str
    data: bytes
    finding: Finding | None = None
    path: str = ""


def harmless(name: str) -> str:
    """A file name as findings show it: bytes that are no text become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def handed_in(root: Path, folder: str = SUBMISSIONS) -> Iterator[RawFile]:
    """Everything in a folder of submissions and below, in the order of its path, read one by one.

    Raises:
        FileError: a folder cannot be read: what lies in it must not pass for missing.
    """
    place = root / folder
    problem = _link_problem(place, root, folder) if place.is_symlink() else None
    if problem is None and os.path.lexists(place) and not place.is_dir():
        hint = f"把它移走，建一个叫 {folder} 的文件夹放材料"
        problem = codes.NOT_A_FILE.at(Span(folder), f"{folder} 应当是文件夹", hint)
    if problem is not None:
        yield RawFile(folder, b"", problem)
    elif place.is_dir():
        yield from _walk(str(place), folder, root, 1)


def _walk(folder: str, shown: str, root: Path, depth: int) -> Iterator[RawFile]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        hint = "请管理员给您读这个文件夹的权限"
        raise FileError(f"文件夹 {shown} 打不开（{reason(error)}）", hint=hint) from None
    for entry in entries:
        if _is_nobodys(entry.name):
            continue
        name = f"{shown}/{harmless(entry.name)}"
        problem = _problem(entry, name, root)
        if problem is None and depth == DEEPEST and entry.is_dir():
            hint = "把材料移到上面的文件夹里"
            problem = codes.UNREADABLE.at(Span(name), f"文件夹套了 {DEEPEST} 层以上，没有读取", hint)
        if problem is not None:
            yield RawFile(name, b"", problem)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, name, root, depth + 1)
        else:
            yield read_file(entry.path, name, root)


def _is_nobodys(name: str) -> bool:
    """What systems, editors and this program leave in a folder: no person put it there."""
    return (
        name.lower() in _SYSTEM
        or name.startswith(("~$", TEMPORARY))
        or (name.startswith(".~lock.") and name.endswith("#"))
        or name == LOCK
    )


def _problem(entry: os.DirEntry[str], name: str, root: Path) -> Finding | None:
    """Why an entry of the folder is no submission; None for one, and for a folder to be walked."""
    if entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
        hint = "里面的文件不会用；不需要的移走，其中有材料的，改掉文件夹名字前面的点"
        return codes.STRAY_FILE.at(Span(name), "隐藏的文件夹，没有读取", hint)
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
    if not looks_right and _FORGOTTEN.search(entry.name):
        right = entry.name[: entry.name.rindex(".")]
        hint = f"把文件名改成 {harmless(right)}；看不到 .txt 的，先在文件夹的“查看”里勾上“文件扩展名”"
        return codes.STRAY_FILE.at(Span(name), "文件名后面多了“.txt”，没有读取", hint)
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
        return _outside(name)
    return None


def _outside(name: str) -> Finding:
    hint = "把文件本身放进 submissions 文件夹"
    return codes.OUTSIDE_LINK.at(Span(name), "链接指到项目之外，没有读取", hint)


def read_file(path: str | Path, name: str, root: Path | None = None) -> RawFile:
    """The bytes of one regular file, or the finding that says why not; never waits on a pipe or a device.

    With `root`, the file must lie below it.
    """
    try:
        data, place = (read_regular(path), path) if root is None else read_below(root, path)
    except NotRegularError:
        finding = codes.NOT_A_FILE.at(Span(name), "这不是普通文件，读不出内容", "放一个普通的文件")
        return RawFile(name, b"", finding)
    except OutsideError:
        return RawFile(name, b"", _outside(name))
    except (OSError, ValueError, RuntimeError) as error:
        return RawFile(name, b"", _unreadable(name, error))
    return RawFile(name, data, None, str(place))


def read_inside(root: Path, name: str) -> bytes:
    """The bytes of a file that report.yaml names, which must lie within the project.

    Raises:
        FileError: it does not, or it cannot be read.
    """
    try:
        return read_below(root, root / name)[0]
    except OutsideError:
        raise FileError("文件在项目之外") from None
    except NotRegularError:
        raise FileError("不是文件") from None
    except FileNotFoundError:
        raise FileError("没有这个文件") from None
    except (OSError, ValueError, RuntimeError) as error:  # pathlib's word for links in a circle
        raise FileError(f"打不开（{reason(error)}）") from None


def _unreadable(name: str, error: Exception) -> Finding:
    hint = "检查文件权限，或让交件人重新交一份"
    return codes.UNREADABLE.at(Span(name), f"文件打不开（{reason(error)}）", hint)
