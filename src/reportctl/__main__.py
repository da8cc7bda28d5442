"""`reportctl` and `python -m reportctl`: the process around the command line."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import NoReturn

from reportctl import __version__
from reportctl.errors import is_out_of_memory

# A command lives for a second and makes no cycles worth collecting: looking for them takes a fifth of it.
# Pydantic would search all installed packages for plugins, and none may change what a report means.
gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


_INTERRUPTED = 130
_NO_MEMORY = "错误\uff1a内存不够\uff0c没有做完\n".encode()
_stopped_by: list[int] = []
"""The signals that asked this run to end."""


def run() -> NoReturn:
    """Run the command line; a signal that ends it is an exit code of its own, 128 and its number."""
    _use_utf8()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup's wish is respected
            signal.signal(number, _stop)
    if sys.argv[1:] == ["--version"] and _told_version():
        sys.exit(0)
    try:
        from reportctl.cli import main  # noqa: PLC0415 - after the two lines above

        code = main()
    except KeyboardInterrupt:  # before or behind what `main` guards
        code = _INTERRUPTED
    except (MemoryError, ImportError) as error:
        if not is_out_of_memory(error):
            raise
        # on the way in or out, where nothing that needs memory can be said
        os.write(2, _NO_MEMORY)
        code = 4
    if code == _INTERRUPTED and _stopped_by:
        code = 128 + _stopped_by[0]
    gc.freeze()  # the interpreter would look through everything once more as it ends
    sys.exit(code)


def _told_version() -> bool:
    """Whether the one line could be told: to load the command line for it takes three times as long.

    Where it could not, or a shell asks for completions, the command line does what it does.
    """
    if sys.stdout is None or "_REPORTCTL_COMPLETE" in os.environ:
        return False
    try:
        os.write(sys.stdout.fileno(), f"reportctl {__version__}\n".encode("ascii"))
    except (OSError, ValueError):
        return False
    return True


def _stop(number: int, _: object) -> None:
    """End as at Ctrl+C: temporary files are swept on the way."""
    _stopped_by.append(number)
    raise KeyboardInterrupt


def _use_utf8() -> None:
    """Start anew in Python's UTF-8 mode where the locale has another encoding.

    A project's file names are UTF-8, whatever the locale of the one who builds: read as GBK, say, they are
    other names, and the report would get another one, too. A terminal keeps the encoding that it has.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        if sys.stdout is not None:
            os.environ["PYTHONIOENCODING"] = sys.stdout.encoding
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


if __name__ == "__main__":
    run()
