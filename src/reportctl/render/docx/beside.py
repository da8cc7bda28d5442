"""Writes in a thread: compressing lets go of the interpreter, which makes the next piece meanwhile."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WAITING = 2
"""The pieces that may wait to be written: no length of a document costs memory."""


def write_beside(write: Callable[[bytes], object], pieces: Iterable[bytes]) -> None:
    """Write all pieces in order, while those that follow are being made.

    Raises:
        Exception: what writing a piece raised; no further one has been written then.
    """
    left = iter(pieces)
    write(next(left, b""))
    second = next(left, None)
    if second is None:  # nearly every report
        return
    from queue import Queue  # noqa: PLC0415 - only long documents need them
    from threading import Thread  # noqa: PLC0415

    waiting: Queue[bytes | None] = Queue(_WAITING)
    failed: list[Exception] = []

    def write_waiting() -> None:
        while (piece := waiting.get()) is not None:
            if not failed:  # else only make room, so that nobody waits for it
                try:
                    write(piece)
                except Exception as error:  # noqa: BLE001 - raised below, where it is expected
                    failed.append(error)

    thread = Thread(target=write_waiting)
    thread.start()
    try:
        for piece in chain((second,), left):
            waiting.put(piece)
            if failed:
                break
    finally:
        waiting.put(None)
        thread.join()
    if failed:
        raise failed[0]
