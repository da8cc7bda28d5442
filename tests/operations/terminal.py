"""The program on a terminal of a given width: a pseudo-terminal, read to its end."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
from typing import TYPE_CHECKING

from tests.operations.program import BARE, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def on_terminal(
    *arguments: str | Path, columns: int = 80, env: Mapping[str, str] = BARE
) -> tuple[int, list[str]]:
    """Exit code and physical lines of a run whose three streams are a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        env={"TERM": "xterm", **env},
        cwd="/",
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return process.wait(60), said.decode().replace("\r\n", "\n").splitlines()


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
