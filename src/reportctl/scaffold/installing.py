"""Puts a project's files into a folder: all or none, and over nothing that was there unless told to."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportctl.errors import FileError, UsageError, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BACKUP = "backup"
"""The folder (a number is added where there is one) that keeps what was replaced."""

_STAGE = ".reportctl-"
_SHOWN = 3


def install(files: Mapping[str, bytes], folder: Path, *, force: bool = False) -> Path | None:
    """Write the files below the folder, which is made where there is none.

    With `force` they replace what is in their way; what said something else is kept in the folder that is
    returned. Whatever goes wrong, an interrupt included, the folder is again as it was.

    Raises:
        UsageError: a file is in the way.
        FileError: something cannot be written.
    """
    taken = [name for name in files if os.path.lexists(folder / name)]
    if taken and not force:
        raise _refusal(folder, taken)
    _check(folder, files)
    try:
        with ExitStack() as made:
            _make(folder, made)
            with TemporaryDirectory(prefix=_STAGE, dir=folder) as stage, ExitStack() as undo:
                changed = {name: data for name, data in files.items() if not _says(folder / name, data)}
                ready = {name: _write(Path(stage, str(n)), changed[name]) for n, name in enumerate(changed)}
                backup = _keep(folder, [name for name in changed if name in taken], undo)
                for name, new in ready.items():
                    if name in taken and backup is not None:
                        undo.callback((backup / name).replace, folder / name)
                    else:
                        _claim(folder / name, undo)
                    new.replace(folder / name)
                undo.pop_all()
            made.pop_all()
    except FileExistsError as error:  # another run was quicker
        raise _refusal(folder, [Path(str(error.filename)).name]) from None
    except OSError as error:
        why = reason(error)
        hint = "检查磁盘空间和权限；文件在别的程序里开着的，先关掉"
        raise FileError(f"写不了 {folder}（{why}），没有留下任何文件", hint=hint) from None
    return backup


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


def _make(folder: Path, made: ExitStack) -> None:
    """Make the folder and those above it; `made` takes away again what was made here."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
        made.callback(_take_away, path)


def _take_away(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _says(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def _write(path: Path, data: bytes) -> Path:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path


def _keep(folder: Path, names: Sequence[str], undo: ExitStack) -> Path | None:
    """Copy what will be replaced; undone, the copies go away."""
    if not names:
        return None
    number, backup = 1, folder / BACKUP
    while os.path.lexists(backup):
        number += 1
        backup = folder / f"{BACKUP}-{number}"
    for name in names:
        copy = backup / name
        _make(copy.parent, undo)
        undo.callback(copy.unlink, missing_ok=True)
        shutil.copy2(folder / name, copy, follow_symlinks=False)
    return backup


def _claim(target: Path, undo: ExitStack) -> None:
    """Take a name; that fails where another run has made the file meanwhile."""
    _make(target.parent, undo)
    target.open("xb").close()
    undo.callback(target.unlink, missing_ok=True)
