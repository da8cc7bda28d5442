"""The journal of a transaction: what is being renamed, so that whoever comes next can take it back."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, reason
from reportctl.project.renaming import aside, exchange, place
from reportctl.reading import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

JOURNAL = ".reportctl-journal"
TEMPORARY = ".reportctl-"
_POINTER = "-at"
ABSENT = ""
"""The digest of a file that is not there."""


class JournalState(StrEnum):
    """How far a transaction has come; only the last means that it counts."""

    WRITING = "writing"
    RENAMING = "renaming"
    DONE = "done"


class Step(NamedTuple):
    """One file: `slot`, beside it, holds the new text first and the old one afterwards.

    `old` and `new` are SHA-256, or ABSENT.
    """

    path: Path
    slot: Path
    old: str = ABSENT
    new: str = ABSENT


class Journal(NamedTuple):
    """A transaction as it is written down in `home`; `folders` were made for it, the outermost first."""

    home: Path
    state: JournalState
    steps: tuple[Step, ...]
    folders: tuple[Path, ...]

    def save(self) -> None:
        """Write it down, on the disk itself.

        Raises:
            OSError: what was written down before is still there.
        """
        fresh = self.home / f"{JOURNAL}.new"
        tree = {
            "version": 1,
            "state": self.state,
            "files": [[os.fspath(value) for value in step] for step in self.steps],
            "folders": [os.fspath(folder) for folder in self.folders],
        }
        with fresh.open("wb") as file:
            file.write(json.dumps(tree).encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.home / JOURNAL)
        sync(self.home)

    @property
    def pointers(self) -> frozenset[Path]:
        """Files that say where the journal lies, in folders from which nobody would find it."""
        slots = (step.slot for step in self.steps)
        return frozenset(
            slot.with_name(f"{TEMPORARY}{slot.name.split('-')[1]}{_POINTER}")
            for slot in slots
            if not slot.parent.is_relative_to(self.home)
        )

    def point(self) -> None:
        """Write the pointers.

        Raises:
            OSError: one cannot be written.
        """
        for pointer in self.pointers:
            pointer.write_bytes(os.fsencode(self.home.resolve()))

    def finish(self) -> None:
        """Bring it to an end: take everything back, or, where it counts, remove the old files.

        Raises:
            OSError: something is left to do; the journal stays and says what.
        """
        for step in reversed(self.steps):
            if self.state is JournalState.RENAMING:
                _take_back(step)
            else:
                step.slot.unlink(missing_ok=True)
        if self.state is not JournalState.DONE:
            for folder in reversed(self.folders):
                with suppress(OSError):
                    folder.rmdir()
        for pointer in self.pointers:
            pointer.unlink(missing_ok=True)
        for name in (JOURNAL, f"{JOURNAL}.new"):
            (self.home / name).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            sync(self.home)


def read(home: Path) -> Journal | None:
    """The journal that a killed run left in a folder, or None.

    Raises:
        FileError: there is one that cannot be read.
    """
    try:
        tree = json.loads(read_regular(home / JOURNAL))
        steps = tuple(Step(Path(path), Path(slot), old, new) for path, slot, old, new in tree["files"])
        state, folders = JournalState(tree["state"]), tuple(map(Path, tree["folders"]))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise FileError(f"读不了 {home / JOURNAL}（{reason(error)}）", hint="检查文件权限") from None
    except (ValueError, KeyError, TypeError):
        steps, state, folders = (), JournalState.DONE, ()
    if not steps or not all(_is_ours(step) for step in steps):
        hint = "看看项目里的文件是否完好\uff0c然后删除它"
        raise FileError(f"{home / JOURNAL} 不是 reportctl 写的\uff0c或已损坏", hint=hint)
    return Journal(home, state, steps, folders)


def pointed(folder: Path) -> Iterator[Path]:
    """The folders in which, as this one says, a journal may lie that names its temporary files."""
    for pointer in folder.glob(f"{TEMPORARY}*{_POINTER}"):
        with suppress(OSError, ValueError):
            yield Path(os.fsdecode(read_regular(pointer)))


def settle(left: Journal) -> None:
    """Bring a journal to its end.

    Raises:
        FileError: that cannot be done now; the next run tries again.
    """
    try:
        left.finish()
    except OSError as error:
        hint = "检查磁盘空间和权限\uff0c然后再运行一次\uff1a程序会接着复原"
        message = f"上次没有写完的文件还没有复原\uff1a{error.filename}（{reason(error)}）"
        raise FileError(message, hint=hint) from None


def digest(path: Path) -> str:
    """The SHA-256 of a file, of a link that of what it says, or ABSENT.

    Raises:
        OSError: it cannot be read.
    """
    try:
        if path.is_symlink():
            return hashlib.sha256(os.fsencode(path.readlink())).hexdigest()
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ABSENT


def sync(folder: Path) -> None:
    """See to it that the names in a folder are on the disk, as far as the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_ours(step: Step) -> bool:
    return step.slot.parent == step.path.parent and step.slot.name.startswith(TEMPORARY)


def _take_back(step: Step) -> None:
    """Make one file what it was. Whatever a person has saved meanwhile stays, in its place or beside it."""
    path, slot = step.path, step.slot
    if aside(slot).exists():  # stopped in the middle of an exchange in two steps
        aside(slot).rename(slot if os.path.lexists(path) else path)
    if not os.path.lexists(slot):
        if step.old == ABSENT and step.new != ABSENT and digest(path) == step.new:
            path.unlink()
        return
    if step.new != ABSENT and digest(slot) == step.new:
        slot.unlink()
        return
    if not os.path.lexists(path):
        place(slot, path)
    elif step.new != ABSENT:
        exchange(slot, path)
        if digest(slot) == step.new:
            slot.unlink()
    if os.path.lexists(slot):
        _keep(slot, path)


def _keep(slot: Path, path: Path) -> None:
    """Somebody saved while the run was at work, and again since: both texts are theirs."""
    place(slot, path.with_name(f"{path.stem}-{digest(slot)[:8]}{path.suffix}"))
