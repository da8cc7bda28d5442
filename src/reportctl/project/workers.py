"""Work on many things in several processes: results in order, and nothing lost where a process dies.

Our own, and not `concurrent.futures`: its workers outlive a parent that was killed, and it takes 30 ms to
load. Here a worker is a fork that has its work already and can only write: where nobody reads, it ends.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

T = TypeVar("T")
R = TypeVar("R")

_MOST = 8
_PIPE = 2**20
_SIZE = 8
"""The bytes before each result that say how long it is."""


def in_order(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """What `work` makes of each thing, in order; it must be picklable and have no other effect.

    The work begins at once, whenever the first result is asked for. A thing whose process dies, or whose work
    fails there, is done again here, where errors can be raised.
    """
    workers: list[_Worker] = []
    _start(workers, work, things)
    return _results(workers, work, things)


def _results(workers: Sequence[_Worker], work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    try:
        for number, thing in enumerate(things):
            result = workers[number % len(workers)].take() if workers else None
            yield work(thing) if result is None else pickle.loads(result)  # noqa: S301 - our own
    finally:
        for worker in workers:
            worker.close()


def _processes() -> int:
    """How many processes may work at once: only one beside threads and off Linux, where a fork is unsafe."""
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208 - pathlib has no such list
    except OSError:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST) if threads == 1 else 1


def _start(workers: list[_Worker], work: Callable[[T], R], things: Sequence[T]) -> None:
    """Start as many workers as may work at once, each with its share; none where the system refuses one."""
    count = min(_processes(), len(things))
    try:
        for number in range(count if count > 1 else 0):
            workers.append(_Worker(work, things[number::count], workers))
    except OSError:  # no more processes, no more pipes
        for worker in workers:
            worker.close()
        workers.clear()


class _Worker:
    """A process that works through its things and writes each result into a pipe."""

    def __init__(self, work: Callable[[T], R], things: Sequence[T], older: Sequence[_Worker]) -> None:
        reading, writing = os.pipe()
        _widen(writing)
        try:
            self._pid = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if not self._pid:
            # a sibling that held on to them would keep an older worker waiting for a reader
            for descriptor in (reading, *(one.results.fileno() for one in older)):
                os.close(descriptor)
            _work(work, things, writing)
        os.close(writing)
        self.results: BinaryIO = os.fdopen(reading, "rb")

    def take(self) -> bytes | None:
        """The next result; None where the process did not come so far."""
        size = self.results.read(_SIZE)
        if len(size) < _SIZE:
            return None
        length = int.from_bytes(size, "big")
        result = self.results.read(length)
        return result if len(result) == length else None

    def close(self) -> None:
        """Read no more; a process that still works ends by itself."""
        self.results.close()
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _widen(pipe: int) -> None:
    """Let whole results wait in a pipe, so that their worker goes on: the usual 64 KB hold half of one."""
    import fcntl  # noqa: PLC0415 - Windows has none, and no fork

    with suppress(OSError):  # more than this user may have
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _work(work: Callable[[T], R], things: Sequence[T], writing: int) -> None:
    """The life of a worker: nothing that it inherited is flushed or cleaned up by it."""
    try:
        with os.fdopen(writing, "wb") as out:
            for thing in things:
                result = pickle.dumps(work(thing), pickle.HIGHEST_PROTOCOL)
                out.write(len(result).to_bytes(_SIZE, "big") + result)
                out.flush()
    finally:
        os._exit(0)
