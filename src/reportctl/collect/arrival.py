"""A file as it came, before anybody knows what is in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol


class Letter(NamedTuple):
    """The mail that a file came by: who sent it, about what, and when (seconds, 0 where it does not say)."""

    sender: str
    subject: str
    sent: float = 0.0


@dataclass(frozen=True)
class Arrival:
    """One file: its bytes, or why there are none.

    `name` is the last part of its name; `via` is where it was found, behind "!" its name within an archive.
    `size` is in bytes. `modified` is the time of the file on disk in nanoseconds, `written` that of the file
    itself in seconds: of a member of an archive the one that the archive says, of what came by mail that of
    the mail. `passing` marks a problem of this run alone, which the next run may not have.
    """

    name: str
    via: str
    data: bytes = b""
    size: int = 0
    modified: int = 0
    written: float = 0.0
    problem: str = ""
    remedy: str = ""
    passing: bool = False
    letter: Letter | None = None

    @cached_property
    def sha256(self) -> str:
        """The digest of the bytes, "" where there are none."""
        return hashlib.sha256(self.data).hexdigest() if self.data else ""

    @cached_property
    def mark(self) -> str:
        """Twelve digits that tell it from other files: of its bytes, or of its place where it has none."""
        return (self.sha256 or hashlib.sha256(self.via.encode()).hexdigest())[:12]


class FileMemory(Protocol):
    """What was collected before."""

    def by_place(self, via: str, size: int, modified: int) -> bool:
        """Whether a file that lies there and looks like that was dealt with."""

    def by_digest(self, sha256: str) -> bool:
        """Whether these bytes were dealt with."""
