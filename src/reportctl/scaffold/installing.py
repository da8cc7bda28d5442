"""Puts a project's files into a folder: all or none, and over nothing that was there unless told to."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from reportctl.errors import FileError, UsageError, reason
from reportctl.project.journal import ABSENT, digest
from reportctl.project.locking import locked
from reportctl.project.opening import REPORT
from reportctl.project.recovery import recover
from reportctl.project.transaction import Change, ChangedError, commit
from reportctl.reading import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

BACKUP = "backup"
"""The folder (a number is added where there is one) that keeps what was replaced."""

_SHOWN = 3


def install(files: Mapping[str, bytes], folder: Path, *, force: bool = False) -> Path | None:
    """Write the files below the folder, which is made where there is none.

    With `force` they replace what is in their way; what said something else is kept in the folder that is
    returned. Whatever goes wrong, the folder is again as it was: at once, or, where the run is killed, by the
    next run there.

    Raises:
        UsageError: a file is in the way.
        FileError: something cannot be written.
    """
    recover(folder)
    _refuse_taken(files, folder, force=force)
    _check(folder, files)
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        with locked([folder], leaves_none=True):
            return _install(files, folder)
    except BaseException as error:
        for path in made:
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, ChangedError):  # another run was quicker
            _refuse_taken(files, folder, force=False)
        if isinstance(error, OSError):
            hint = "检查磁盘空间和权限；文件在别的程序里开着的，先关掉"
            raise FileError(f"写不了 {folder}（{reason(error)}），没有留下任何文件", hint=hint) from None
        raise


def _install(files: Mapping[str, bytes], folder: Path) -> Path | None:
    changed = {name: data for name, data in files.items() if not _says(folder / name, data)}
    taken = [name for name in changed if os.path.lexists(folder / name)]
    backup = _free(folder / BACKUP) if taken else None
    changes: list[Change] = []
    if backup is not None:
        changes += (_kept(folder / name, backup / name) for name in taken)
    # report.yaml comes last: with it a folder is a project
    for name in sorted(changed, key=lambda name: name == REPORT):
        expected = digest(folder / name) if name in taken else ABSENT
        changes.append(Change.to_bytes(folder / name, changed[name], expected))
    if changes:
        commit(changes, folder)
    return backup


def _kept(old: Path, copy: Path) -> Change:
    """The copy of what will be replaced, of a link the link itself."""
    if old.is_symlink():
        return Change(copy, None, ABSENT, link=old.readlink())
    return Change.to_bytes(copy, read_regular(old), ABSENT)


def _free(backup: Path) -> Path:
    """The first name with a number that is not taken."""
    number, free = 1, backup
    while os.path.lexists(free):
        number += 1
        free = backup.with_name(f"{backup.name}-{number}")
    return free


def _refuse_taken(files: Iterable[str], folder: Path, *, force: bool) -> None:
    taken = [name for name in files if os.path.lexists(folder / name)]
    if taken and not force:
        raise _refusal(folder, taken)


def _refusal(folder: Path, names: Sequence[str]) -> UsageError:
    more = f" 等 {len(names)} 个文件" if len(names) > _SHOWN else ""
    return UsageError(
        f"{folder} 里已经有 {'、'.join(names[:_SHOWN])}{more}，没有动它们",
        hint=f"换一个文件夹；确实要覆盖的，加 --force（原来的内容存进 {BACKUP} 文件夹）",
    )


def _check(folder: Path, names: Iterable[str]) -> None:
    """Nothing may lead elsewhere: a link in place of a folder would write outside the project."""
    parents = dict.fromkeys(parent for name in names for parent in (folder / name).parents)
    for parent in parents:
        if not parent.is_relative_to(folder):
            continue
        if (parent.exists() and not parent.is_dir()) or (parent != folder and parent.is_symlink()):
            raise FileError(f"{parent} 不是文件夹", hint="移走它，或换一个文件夹")
    for name in names:
        if (folder / name).is_dir():
            raise FileError(f"{folder / name} 是文件夹，不能写成文件", hint="移走它，或换一个文件夹")


def _says(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data
