"""A pool of processes that run the command line over and over, each run as if it were alone."""

from __future__ import annotations

import gc
import io
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING, NamedTuple

from reportctl.cli import console
from reportctl.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

_CRASHED = "错误\uff1a做这个项目的进程被系统终止了\uff0c多半是内存不够\n"


class RunOutcome(NamedTuple):
    """What one run gave: exit code, what it wrote to stdout and stderr, and what its verb counted."""

    code: int
    out: str
    err: str
    counts: console.Counts


class Task(NamedTuple):
    """One run: whose it is, and its command line."""

    name: str
    arguments: tuple[str, ...]


def run_all(
    tasks: Sequence[Task], jobs: int, program: Callable[[Sequence[str]], int]
) -> Generator[tuple[Task, RunOutcome]]:
    """Each task with its outcome, as they end; they are begun in the order given.

    What a process has loaded and compiled serves all of its tasks. One that dies takes no other task with it:
    what was in work then is run again, each task alone.

    Raises:
        KeyboardInterrupt: when every run that was in work has ended as an interrupted run does.
    """
    rest = deque(tasks)
    while rest:
        in_work: list[Task] = []
        try:
            yield from _pooled(rest, in_work, jobs, program)
        except BrokenProcessPool:
            for task in in_work:
                try:
                    yield from _pooled(deque([task]), [], 1, program)
                except BrokenProcessPool:
                    yield task, RunOutcome(ExitCode.IO, "", _CRASHED, console.Counts())


def _pooled(
    rest: deque[Task], in_work: list[Task], jobs: int, program: Callable[[Sequence[str]], int]
) -> Generator[tuple[Task, RunOutcome]]:
    """Take from `rest` until it is empty; a task is in `in_work` until its outcome is there."""
    running: dict[Future[RunOutcome], Task] = {}
    # a fork would have the caller's threads and streams in whatever state they are
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        while rest or running:
            while rest and len(running) < 2 * jobs:
                in_work.append(rest.popleft())
                running[pool.submit(_run, program, in_work[-1].arguments)] = in_work[-1]
            for ended in wait(running, return_when=FIRST_COMPLETED).done:
                outcome = ended.result()
                task = running.pop(ended)
                in_work.remove(task)
                yield task, outcome
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Settle in a new process: only the one that started it may end it."""
    gc.disable()
    for name in ("SIGINT", "SIGHUP"):  # a terminal sends them to everybody
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _run(program: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> RunOutcome:
    """One run with streams of its own. One that is told to end ends its process, too, nothing half-done."""
    streams = sys.stdout, sys.stderr
    out, err = _stream(), _stream()
    stopped: list[int] = []

    def stop(number: int, _: object) -> None:
        if not stopped:
            stopped.append(number)
            raise KeyboardInterrupt

    sys.stdout, sys.stderr = out, err
    try:
        signal.signal(signal.SIGTERM, stop)
        code = program(arguments)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    finally:
        sys.stdout, sys.stderr = streams
        if stopped:
            os._exit(ExitCode.INTERRUPTED)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.collect()  # else what was read for one project is kept until the last is done
    if not gc.get_freeze_count():
        gc.freeze()  # what is loaded by now stays: to look through it again takes as long as a project
    return RunOutcome(code, _said(out), _said(err), console.settings.counts)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace", newline="\n")


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)  # noqa: S101 - made above
    return buffer.getvalue().decode("utf-8", "replace")
