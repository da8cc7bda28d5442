"""The lock of a folder: one run at a time writes there."""

from __future__ import annotations

import errno
import os
import signal
import threading
import time
import warnings
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from reportctl.errors import FileError, LockedError, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LOCK = ".reportctl.lock"
WAIT_SECONDS = 10.0
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS})


@contextmanager
def locked(
    folders: Iterable[Path], *, leaves_none: bool = False, wait: float | None = None
) -> Iterator[None]:
    """Hold the locks of folders, which are made where they are missing.

    A run that died holds none: the system lets go of it. `leaves_none` removes the lock's file at the end,
    for folders that are no project's. `wait` is in seconds.

    Raises:
        FileError: a folder cannot be written to, or its file system knows no locks.
        LockedError: another run holds one.
    """
    seconds = WAIT_SECONDS if wait is None else wait
    with ExitStack() as held:
        # always in the same order, so that two runs never wait for each other
        for folder in sorted({folder.resolve() for folder in folders}):
            _acquire(folder, seconds, held, leaves_none=leaves_none)
        yield


def _acquire(folder: Path, seconds: float, held: ExitStack, *, leaves_none: bool) -> None:
    path = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        with warnings.catch_warnings(), _alarm(seconds):
            warnings.simplefilter("error")  # filelock would make do with a lock that a killed run leaves
            _patiently(lock, seconds)
    except (Timeout, InterruptedError):
        if not path.exists():
            raise FileError(f"写不了 {folder}（那里不能建文件）", hint="换一个文件夹") from None
        raise LockedError(
            f"另一个 reportctl 正在写 {folder}",
            hint="等它结束再运行；cron 任务不要安排得太密",
        ) from None
    except Warning:
        raise _no_locks(folder) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise _no_locks(folder) from None
        hint = "检查磁盘空间和权限"
        raise FileError(f"写不了 {folder}（{reason(error)}）", hint=hint) from None
    held.callback(_release, lock, path if leaves_none else None)


def _patiently(lock: FileLock, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            lock.acquire(timeout=max(0.0, deadline - time.monotonic()))
        except InterruptedError:
            if time.monotonic() > deadline:
                raise
        else:
            return


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """A call that is interrupted for ever is called again for ever, inside Python: a signal ends it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise InterruptedError(errno.EINTR, os.strerror(errno.EINTR))

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _release(lock: FileLock, path: Path | None) -> None:
    # what fails here changes nothing: the lock goes with the process
    with suppress(OSError):
        if path is not None:
            path.unlink(missing_ok=True)
    with suppress(OSError):
        lock.release()


def _no_locks(folder: Path) -> FileError:
    return FileError(
        f"{folder} 所在的磁盘不支持文件锁\uff0c不能保证两个人同时运行时不出错",
        hint="把项目放到本机的硬盘上\uff1b网络盘的\uff0c请管理员打开文件锁（NFS 的 lockd 服务）",
    )
