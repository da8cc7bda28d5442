"""Who has a file open: what Word, WPS and LibreOffice leave beside it as long as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.project.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

_WORD = "~$"
_NAME_END = 54
"""Bytes that the name takes in one encoding, before it follows in UTF-16 with its length in front."""
_LONGEST = 60


def lock_file(path: Path) -> Path | None:
    """The lock file that stands beside a file, or None.

    Word puts ~$ before the name, or in place of its first one or two characters.
    """
    names = (*(f"{_WORD}{path.name[cut:]}" for cut in range(3)), f".~lock.{path.name}#")
    return next((path.with_name(name) for name in names if path.with_name(name).is_file()), None)


def opener(lock: Path) -> str:
    """The person whom a lock file names, "" where that cannot be read."""
    data = read_file(lock, lock.name).data
    name = _in_word(data) if lock.name.startswith(_WORD) else _in_libreoffice(data)
    return "".join(filter(str.isprintable, name)).strip()[:_LONGEST]


def _in_word(data: bytes) -> str:
    length = int.from_bytes(data[_NAME_END : _NAME_END + 2], "little")
    wide = data[_NAME_END + 2 : _NAME_END + 2 + 2 * length].decode("utf-16-le", "ignore")
    return wide or data[1 : 1 + data[0]].decode("gb18030", "ignore") if data else ""


def _in_libreoffice(data: bytes) -> str:
    """Full name, account, machine, time and profile, parted by commas."""
    fields = data.decode("utf-8", "ignore").split("\x2c")
    return next((field for field in fields[:2] if field.strip()), "")
