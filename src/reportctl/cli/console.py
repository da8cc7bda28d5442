"""Where words go: results to stdout, talk to stderr, in colour only on a terminal."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

from reportctl.errors import ExitCode, FileError, reason
from reportctl.text.clean import printable
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

RED, YELLOW, CYAN, FAINT, BOLD = "31", "33", "36", "2", "1"
"""Colours and weights for `paint`."""
_TABLE_WIDTH = 60


class Counts(NamedTuple):
    """What a verb counted in its project, for whoever runs many: errors, and departments that are missing."""

    errors: int = 0
    missing: int = 0


_NOTHING = Counts()


@dataclass(slots=True)
class ConsoleSettings:
    """What the global options say, set once before the verb runs, and how the run goes.

    `failure` is the first one to say something; `done` means that the files are in place: what fails after
    that is only a warning.
    """

    folder: Path | None = None
    quiet: bool = False
    strict: bool = False
    color: str = "auto"
    failure: OSError | None = None
    done: bool = False
    counts: Counts = _NOTHING


settings = ConsoleSettings()


def prepare() -> None:
    """Start from the defaults, with streams that can carry every character, or are not there at all."""
    settings.folder, settings.quiet, settings.color, settings.failure = None, False, "auto", None
    settings.strict = settings.done = False
    settings.counts = _NOTHING
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def out(text: str) -> None:
    """A line of the result, on stdout."""
    write_line(sys.stdout, text)


def path(written: Path | str) -> None:
    """The path of a file that was written, on stdout; silent with --quiet."""
    if not settings.quiet:
        out(str(written))


def json(tree: Any, *, indent: int = 1) -> None:
    """A result as JSON, on stdout."""
    out(dumps(tree, indent))


def out_bytes(data: bytes) -> None:
    """Raw bytes on stdout, after whatever text went there."""
    if sys.stdout is not None:
        with _guarded(sys.stdout):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()


def talk(text: str) -> None:
    """Progress and summaries, on stderr; silent with --quiet."""
    if not settings.quiet:
        write_line(sys.stderr, "\n".join(safe(line) for line in text.split("\n")))


def error(message: str, hint: str) -> None:
    """What ended the command, on stderr."""
    write_line(sys.stderr, f"{paint('错误', RED, sys.stderr)}：{safe(message)}")
    if hint:
        write_line(sys.stderr, f"  提示：{safe(hint)}")


def warn(message: str) -> None:
    """What failed without harm, on stderr."""
    write_line(sys.stderr, f"{paint('警告', YELLOW, sys.stderr)}\uff1a{safe(message)}")


def table(headings: Iterable[str], rows: Iterable[tuple[Iterable[str], str]]) -> None:
    """A table on stdout, for a terminal: the cells of each row, and the colour that it has, "" for none."""
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.table import Table  # noqa: PLC0415 - the same

    shown = Table(*headings)
    for cells, colour in rows:
        shown.add_row(*cells, style=colour or None)
    depth: Literal["standard"] | None = "standard" if colours(sys.stdout) else None
    # a name is a name, whatever it would mean as Rich's markup
    Console(color_system=depth, no_color=False, highlight=False, markup=False, emoji=False).print(shown)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar with the time that is left, on stderr where a person is looking: a function that moves it on."""
    if settings.quiet or not has_room(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    shown = Console(stderr=True, no_color=not colours(sys.stderr), highlight=False, markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), "还要", TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True, redirect_stdout=is_terminal(sys.stdout)) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def safe(text: str) -> str:
    """The text without what controls a terminal, whoever wrote it."""
    return text if text.isprintable() else printable(text)


def paint(text: str, colour: str, stream: TextIO | None) -> str:
    """The text in a colour, where colours are wanted."""
    return f"\x1b[{colour}m{text}\x1b[0m" if colours(stream) else text


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is looking."""
    return stream is not None and stream.isatty()


def has_room(stream: TextIO | None) -> bool:
    """Whether a person is looking, at a terminal wide enough for a table: else plain lines can be read."""
    return is_terminal(stream) and shutil.get_terminal_size().columns >= _TABLE_WIDTH


def colours(stream: TextIO | None) -> bool:
    """Whether colours are wanted there."""
    if settings.color != "auto":
        return settings.color == "always"
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_line(stream: TextIO | None, text: str) -> None:
    """A line on a stream, as far as somebody listens there."""
    if stream is not None:
        with _guarded(stream):
            stream.write(f"{text}\n")
            stream.flush()


@contextmanager
def _guarded(stream: TextIO) -> Iterator[None]:
    """Words that find no listener stop no work: a closed pipe is nothing, a full disk is said at the end."""
    try:
        yield
    except BrokenPipeError:
        _silence(stream)
    except OSError as problem:
        settings.failure = settings.failure or problem
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Send what waits to be written and what is still to come nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def refused(problem: OSError) -> FileError:
    """An operating system's refusal that no code below has named."""
    where = f" {problem.filename}" if problem.filename else ""
    return FileError(f"读写失败{where}（{reason(problem)}）", hint="检查磁盘空间和权限")


def finish(code: int) -> int:
    """Flush what was said; a verdict that could not be said is a failure of its own."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with _guarded(stream):
                stream.flush()
    if settings.failure is not None and code in {ExitCode.OK, ExitCode.FINDINGS}:
        failure = refused(settings.failure)
        if settings.done:
            warn(f"文件已经写好\uff0c只是没能全部显示出来\uff08{failure.message}\uff09")
        else:
            error(failure.message, failure.hint)
            code = failure.exit_code
    return int(code)
