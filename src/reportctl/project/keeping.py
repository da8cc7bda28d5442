"""`received/`, where originals are kept: made with few rights, for telephone numbers lie in it."""

from __future__ import annotations

import hashlib
import stat
from itertools import count
from typing import TYPE_CHECKING

from reportctl.errors import FileError, reason
from reportctl.reading import read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.project.fixed_file import FixedFile

RECEIVED = "received"
VERSIONS = f"{RECEIVED}/versions"
_OF_NOBODY = "_"
_MARK = 12


def make_received(root: Path) -> None:
    """Make `received/`, which has the project folder's mode without the rights of others.

    Raises:
        FileError: it cannot be made.
    """
    received = root / RECEIVED
    try:
        if not received.exists():
            received.mkdir()
            received.chmod(stat.S_IMODE(root.stat().st_mode) & ~stat.S_IRWXO)
    except OSError as error:
        raise FileError(f"建不了文件夹 {received}（{reason(error)}）", hint="检查磁盘空间和权限") from None


def original_place(file: FixedFile, root: Path | None) -> Path:
    """Where a file's original is kept: in the project's folder of versions, without one beside the file."""
    if root is not None:
        mark = hashlib.sha256(file.old).hexdigest()[:_MARK]
        return root / VERSIONS / _OF_NOBODY / f"{mark}{file.path.suffix}"
    names = (f"{file.path.name}.bak{number or ''}" for number in count())
    return next(place for place in map(file.path.with_name, names) if _may_hold(place, file.old))


def _may_hold(place: Path, data: bytes) -> bool:
    """Whether nothing stands there but perhaps the same."""
    try:
        return not place.exists() or read_regular(place) == data
    except OSError:
        return False
