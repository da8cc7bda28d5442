"""Several files as one transaction: all of them become new, or all stay as they were, also when killed.

New files are made beside their places; a journal says what will be renamed; each new file changes places with
the old one, which is then held against what the caller had read; the journal is closed, the old files go.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, reason
from reportctl.project import journal
from reportctl.project.journal import ABSENT, TEMPORARY, Journal, JournalState, Step, digest, settle
from reportctl.project.locking import locked
from reportctl.project.recovery import recover_beside
from reportctl.project.renaming import exchange, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    Write = Callable[[BinaryIO], None]

ANYTHING = "*"
"""Whatever stood there may be replaced."""
_FILE_MODE = 0o666


class Change(NamedTuple):
    """What becomes of one file: `write` makes its new text; None deletes it.

    `expected` is what must have stood there: a SHA-256, ABSENT or ANYTHING. With `link` the file becomes a
    link that says this.
    """

    path: Path
    write: Write | None
    expected: str = ANYTHING
    link: Path | None = None

    @classmethod
    def to_bytes(cls, path: Path, data: bytes, expected: str = ANYTHING) -> Change:
        """The change that makes a file hold these bytes."""

        def put(out: BinaryIO) -> None:
            out.write(data)

        return cls(path, put, expected)


class ChangedError(FileError):
    """A file is not what it was when the run began; nothing has changed."""


def write_all(changes: Sequence[Change], home: Path, *, leaves_no_lock: bool = False) -> tuple[str, ...]:
    """Make all changes under the locks of `home`, where the journal lies, and of their folders.

    Returns what could not be tidied up afterwards: the changes stand all the same.

    Raises:
        FileError: a file cannot be written, or is not as expected; nothing has changed.
        LockedError: another run is writing there.
    """
    for change in changes:
        refuse_special(change.path)
    recover_beside(change.path for change in changes)
    there = {folder for folder in (change.path.parent for change in changes) if folder.is_dir()}
    with locked({home, *there}, leaves_none=leaves_no_lock):
        return commit(changes, home)


def commit(changes: Sequence[Change], home: Path) -> tuple[str, ...]:
    """As `write_all`, for a caller that holds the locks."""
    left = journal.read(home)
    if left is not None:
        settle(left)
    token = secrets.token_hex(4)
    steps = [
        Step(change.path, change.path.with_name(f"{TEMPORARY}{token}-{number}{change.path.suffix}"))
        for number, change in enumerate(changes)
    ]
    current = Journal(home, JournalState.WRITING, tuple(steps), _missing(step.path.parent for step in steps))
    path = home
    try:
        current.save()
        for folder in current.folders:
            path = folder
            folder.mkdir(exist_ok=True)
        current.point()
        for number, change in enumerate(changes):
            path = change.path
            steps[number] = _written(change, steps[number])
        path = home
        current = current._replace(state=JournalState.RENAMING, steps=tuple(steps))
        current.save()
        for step in steps:
            path = step.path
            _rename(step)
        for path in sorted({step.path.parent for step in steps}):
            journal.sync(path)
        path = home
        current._replace(state=JournalState.DONE).save()
    except BaseException as error:
        settle(current)
        if isinstance(error, OSError):
            raise _failed(path, error) from None
        raise
    try:
        current._replace(state=JournalState.DONE).finish()
    except OSError as error:
        return (f"没有删掉临时文件 {error.filename}（{reason(error)}），下次运行会再删",)
    return ()


def refuse_special(path: Path) -> None:
    """See to it that no device or pipe is there: to rename a file into its place would do away with it.

    Raises:
        FileError: one is.
    """
    if path.is_dir():
        raise FileError(f"{path} 是文件夹，不能写成文件", hint="换一个文件名")
    if path.exists() and not path.is_file():
        raise FileError(f"{path} 不是普通文件，不能写成文件", hint="换一个文件名；要交给别的程序，用 -o -")


def _missing(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders that must be made, the outermost first."""
    wanted = {above for folder in folders for above in (folder, *folder.parents)}
    return tuple(
        sorted((folder for folder in wanted if not folder.exists()), key=lambda path: len(path.parts))
    )


def _written(change: Change, step: Step) -> Step:
    """The step with its new text beside its place and both digests."""
    refuse_special(change.path)
    old = digest(change.path)
    if change.expected not in {ANYTHING, old}:
        raise _meanwhile(change.path)
    if change.link is not None:
        step.slot.symlink_to(change.link)
        return step._replace(old=old, new=digest(step.slot))
    if change.write is None:
        return step._replace(old=old)
    handle = os.open(step.slot, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "w+b") as file:
        change.write(file)
        file.flush()
        os.fsync(file.fileno())
    step.slot.chmod(_mode(change.path))
    return step._replace(old=old, new=digest(step.slot))


def _rename(step: Step) -> None:
    path, slot = step.path, step.slot
    if step.old == ABSENT:
        if step.new != ABSENT:
            try:
                place(slot, path)
            except FileExistsError:
                raise _meanwhile(path) from None
        return
    try:
        if step.new == ABSENT:
            place(path, slot)
        else:
            exchange(slot, path)
    except FileNotFoundError:
        raise _meanwhile(path) from None
    if digest(slot) != step.old:
        raise _meanwhile(path)


def _meanwhile(path: Path) -> ChangedError:
    return ChangedError(f"{path} 在运行期间被改动\uff0c什么也没有写", hint="等文件存好再运行一次")


def _failed(path: Path, error: OSError) -> FileError:
    hint = "检查磁盘空间和权限；文件在 Word 里开着的，先关掉"
    return FileError(f"写不了 {path}（{reason(error)}）", hint=hint)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    return _FILE_MODE & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
