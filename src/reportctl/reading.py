"""Opens files to read: regular files only, nothing that would be waited for, no link on the way there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

READ_LIMIT = 64 * 2**20
"""Bytes: more of a file than any reader of it takes."""
_PIECE = 2**18
_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_AT_A_LINK = {errno.ELOOP, errno.EMLINK, errno.ENOTDIR}
"""What systems say of a link, or of a folder that is one, which was not to be followed."""


class NotRegularError(OSError):
    """A folder, a pipe, a socket or a device stands where a file should."""


class OutsideError(OSError):
    """The way there leads out of the folder that it must stay in."""


def read_regular(path: str | Path) -> bytes:
    """The bytes of a regular file, of a huge one just enough to say so; links are followed.

    Raises:
        NotRegularError: it is something else.
        OSError: it cannot be opened or read.
        ValueError: the path has a NUL.
    """
    return _bytes(_opened(path, _FILE))


def read_below(root: Path, path: str | Path) -> tuple[bytes, str]:
    """As `read_regular`, of a file that must lie below `root`, and where it does, links on the way followed.

    Every folder on the way is opened by itself and no link is followed; where there is one, it is first found
    out where the file lies: what is swapped for a link meanwhile is not read.

    Raises:
        OutsideError: it lies elsewhere.
    """
    if os.open not in os.supports_dir_fd or not _NO_LINK:
        target = _resolved(root, path)
        return read_regular(target), str(target)
    # text, not paths, which take longer to take apart than the file to read: there may be thousands
    home, way = f"{root}{os.sep}", str(path)
    steps = way.removeprefix(home).split(os.sep)  # noqa: PTH206 - see above
    if way.startswith(home) and ".." not in steps:
        try:
            return _read_without_links(root, steps), way
        except OSError as error:
            if error.errno not in _AT_A_LINK:
                raise
    target = _resolved(root, path)
    return _read_without_links(root.resolve(), target.relative_to(root.resolve()).parts), str(target)


def _resolved(root: Path, path: str | Path) -> Path:
    target = Path(path).resolve(strict=True)
    if not target.is_relative_to(root.resolve()):
        raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), str(path))
    return target


def _read_without_links(root: str | Path, steps: Sequence[str]) -> bytes:
    *folders, name = steps or (".",)
    here = os.open(root, _FOLDER)
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER | _NO_LINK, dir_fd=here)
            os.close(here)
            here = below
        handle = _opened(name, _FILE | _NO_LINK, here)
    finally:
        os.close(here)
    return _bytes(handle)


def _opened(path: str | Path, flags: int, folder: int | None = None) -> int:
    try:
        handle = os.open(path, flags, dir_fd=folder)
    except OSError as error:
        if error.errno in {errno.ENXIO, errno.EISDIR}:  # a socket cannot even be opened
            raise NotRegularError(error.errno, os.strerror(error.errno), str(path)) from None
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotRegularError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return handle


def _bytes(handle: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    try:
        while size <= READ_LIMIT and (piece := os.read(handle, _PIECE)):
            pieces.append(piece)
            size += len(piece)
    finally:
        os.close(handle)
    return b"".join(pieces)
