"""One atomic write: new files appear whole or not at all, two runs never mix."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from reportctl.errors import FileError, LockedError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO

    Render = Callable[[BinaryIO], None]

_LOCK = ".reportctl.lock"
_TEMPORARY = ".reportctl-"
_WAIT_SECONDS = 10.0
_FILE_MODE = 0o666


def write_all(renders: Mapping[Path, Render]) -> None:
    """Write every file: first all of them beside their places, then each is renamed into it.

    Raises:
        FileError: a file cannot be written; none of the old files has been touched.
        LockedError: another run is writing to the same folder.
    """
    for path in renders:
        _refuse_special(path)
    folders = sorted({path.parent for path in renders})
    with ExitStack() as stack:
        for folder in folders:
            stack.enter_context(locked(folder))
            sweep(folder)
        replace_all(renders)


def replace_all(renders: Mapping[Path, Render]) -> None:
    """As `write_all`, for a caller that holds a lock or needs none.

    Raises:
        FileError: a file cannot be written; none of the old files has been touched.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, render in renders.items():
            ready.append((_beside(path, render), path))
        for temporary, path in ready:
            _replace(temporary, path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; a run that died leaves none behind, for the system lets go of it.

    Raises:
        FileError: the folder cannot be written to.
        LockedError: another run holds the lock.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=_WAIT_SECONDS)
        lock.acquire()
    except Timeout:
        if not (folder / _LOCK).exists():
            raise FileError(f"写不了 {folder}（那里不能建文件）", hint="换一个文件夹") from None
        raise LockedError(
            f"另一个 reportctl 正在写 {folder}",
            hint="等它结束再运行；cron 任务不要安排得太密",
        ) from None
    except OSError as error:
        raise _failed(folder, error) from None
    try:
        yield
    finally:
        lock.release()


def sweep(folder: Path) -> None:
    """Remove what a killed run left behind: nobody else writes here while the lock is held."""
    for leftover in folder.glob(f"{_TEMPORARY}*"):
        with suppress(OSError):
            leftover.unlink()


def _refuse_special(path: Path) -> None:
    """A device, a pipe: to rename a file into its place would do away with it."""
    if path.is_dir():
        raise FileError(f"{path} 是文件夹，不能写成文件", hint="换一个文件名")
    if path.exists() and not path.is_file():
        raise FileError(f"{path} 不是普通文件，不能写成文件", hint="换一个文件名；要交给别的程序，用 -o -")


def _beside(path: Path, render: Render) -> Path:
    _refuse_special(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=path.suffix, dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w+b") as file:
            render(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
    except BaseException as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _failed(path, error) from None
        raise
    return temporary


def _replace(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        raise _failed(path, error) from None


def _failed(path: Path, error: OSError) -> FileError:
    hint = "检查磁盘空间和权限；文件在 Word 里开着的，先关掉"
    return FileError(f"写不了 {path}（{reason(error)}）", hint=hint)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else _FILE_MODE & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
