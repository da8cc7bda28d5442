"""LibreOffice, headless: turns a file into another format, without a home, a screen or another's profile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from reportctl.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 300
"""Seconds; a page takes milliseconds, the first start on a busy machine ten seconds."""
_NOISE = "javaldx"
"""Part of what LibreOffice says wherever Java is missing, which it needs for no document of ours."""
INSTALL = "Debian、Ubuntu、统信、麒麟上用 `sudo apt install libreoffice-writer`"
"""How to get it, for a hint."""


def find_office() -> str | None:
    """LibreOffice's program, None where this machine has none."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def convert(program: str, source: Path, target: str, hint: str) -> str:
    """Convert `source` beside itself, to a format as LibreOffice names it; what it said, for a message.

    LibreOffice exits 0 where it cannot read the source: that the file is there is the only proof. The profile
    is its own: a running LibreOffice is not disturbed, and no home is needed.

    Raises:
        FileError: it takes too long; `hint` says what else can be done.
    """
    folder = source.parent
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        str(source),
    ]
    environment = {"HOME": str(folder), **os.environ, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    with subprocess.Popen(  # noqa: S603 - a program on the PATH and no shell
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=_TIMEOUT)
        except BaseException as error:
            # the program is a script: what it started goes with it
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise FileError(f"LibreOffice {_TIMEOUT} 秒还没有转换完", hint=f"稍后再试；{hint}") from None
            raise
    lines = [line.strip() for line in said.splitlines() if line.strip() and _NOISE not in line]
    return f"（{lines[-1]}）" if lines else ""
