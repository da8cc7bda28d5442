"""One input within limits: read, judged or refused in a few seconds and little memory, or a failure."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import signal
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from reportctl.cli import main
from reportctl.errors import ReportctlError
from reportctl.inspect import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fuzz.kinds import Kind
    from tests.fuzz.stage import Stage

SECONDS = 5
"""Of the processor, for one input."""
MEMORY = 512 << 20
"""Bytes that one input may take beside what the process has."""
WHOLE = 100
"""Of so many inputs one is put through the whole program."""
_CODES = frozenset({0, 1, 2, 3, 4})
_NO_MEMORY = "内存不够"


class TooSlowError(BaseException):
    """An input took too long; nothing below takes it for an error of its own."""


class Case(NamedTuple):
    """An input: the kind, and the number that it comes from together with the run's seed."""

    kind: Kind
    number: int
    data: bytes
    whole: bool

    @classmethod
    def of(cls, kinds: tuple[Kind, ...], seed: int, number: int) -> Case:
        """The input of a number; the same seed gives the same one."""
        kind = kinds[number % len(kinds)]
        data = kind.make(Random(f"{seed}:{number}"))  # noqa: S311 - the same inputs every time
        return cls(kind, number, data, number // len(kinds) % WHOLE == 0)


def failure(case: Case, stage: Stage, seconds: float = SECONDS) -> str:
    """What went wrong with an input, "" where nothing did."""
    try:
        with _limited(seconds), contextlib.suppress(ReportctlError, RefusedError):
            case.kind.judge(stage, case.data)
        return _whole(case, stage, seconds) if case.whole else ""
    except TooSlowError:
        return f"took more than {seconds} seconds\n{traceback.format_exc()}"
    except MemoryError:
        return f"took more than {MEMORY >> 20} MB\n{traceback.format_exc()}"
    except Exception:  # noqa: BLE001 - whatever comes through is what is looked for
        return traceback.format_exc()


def _whole(case: Case, stage: Stage, seconds: float) -> str:
    stage.restore()
    stage.put(stage.root.parent / case.kind.place, case.data)
    try:
        for command in case.kind.commands:
            with _limited(seconds), contextlib.chdir(stage.root.parent):
                said = _run(command)
            if said:
                return f"reportctl {' '.join(command)}\n{said}"
    finally:
        stage.restore()
    return ""


def _run(command: tuple[str, ...]) -> str:
    """What is wrong with how the program ended."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    project = () if command[0] in {"init", "inspect"} else ("-C", "项目")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*project, *command])
        err.seek(0)
        said = err.read()
    fine = code in _CODES and "Traceback" not in said and _NO_MEMORY not in said
    return "" if fine else f"exit {code}\n{said}"


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Stop what takes more of the processor's time; the machine's load does not count."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_memory() -> None:
    """Let this process have no more than MEMORY beside what it has now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
