"""Names of departments as names of files that every system takes, no two of which are the same file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT = 180
"""Bytes of a name without its ending: file systems take 255, and a mail program may put more in front."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff\s/\\:*?"<>|]+')
# Windows: these name devices, whatever ending follows.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\.|$)", re.IGNORECASE)


def file_names(names: Iterable[str]) -> tuple[str, ...]:
    """A file name for each name, without an ending, in order; different ones even where case is no matter."""
    taken: set[str] = set()
    result = []
    for name in names:
        stem = _safe(name)
        unique, number = stem, 1
        while _folded(unique) in taken:
            number += 1
            unique = f"{_cut(stem, _LIMIT - len(f'-{number}'))}-{number}"
        taken.add(_folded(unique))
        result.append(unique)
    return tuple(result)


def is_file_name(text: str) -> bool:
    """Whether the text can be (a part of) a file's name as it stands."""
    return bool(text) and _safe(text) == text


def _safe(name: str) -> str:
    """The name with _ for what no file may be called; it neither hides the file nor leads out of a folder."""
    stem = _FORBIDDEN.sub("_", name.strip())
    stem = re.sub(r"^[.~]", "_", stem)
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    return re.sub(r"\.$", "_", _cut(stem, _LIMIT)) or "_"


def _cut(text: str, limit: int) -> str:
    return text.encode()[:limit].decode(errors="ignore")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
