"""Renames that lose nothing: two files change places in one step, and a new one never covers another."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HERE = -100
_NO_REPLACE, _EXCHANGE = 1, 2
"""Of renameat2(2)."""
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})


def exchange(new: Path, path: Path) -> None:
    """Put `new` into the place of `path`; what was there is afterwards called `new`.

    Whoever saves meanwhile is not overwritten: what stood there in that moment is what `new` becomes. Where
    the file system cannot do it in one step, the old file is for a moment called as `aside` says.

    Raises:
        OSError: nothing has changed.
    """
    if _rename(new, path, _EXCHANGE):
        return
    old = aside(new)
    path.rename(old)
    try:
        place(new, path)
    except BaseException:
        place(old, path)
        raise
    old.rename(new)


def place(new: Path, path: Path) -> None:
    """Give `new` the name `path`.

    Raises:
        FileExistsError: there is such a file.
        OSError: nothing has changed.
    """
    if _rename(new, path, _NO_REPLACE):
        return
    try:
        os.link(new, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        new.rename(path)
    else:
        new.unlink()


def aside(new: Path) -> Path:
    """What the old file is called while the new one takes its place in two steps."""
    return new.with_name(f"{new.name}.old")


def _rename(source: Path, target: Path, flag: int) -> bool:
    """Whether the system could do it in one step; an error that says more than that is raised."""
    call = _renameat2()
    if call is None:
        return False
    if call(_HERE, os.fsencode(source), _HERE, os.fsencode(target), flag) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(source), None, str(target))


@cache
def _renameat2() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
