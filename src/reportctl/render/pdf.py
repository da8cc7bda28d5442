"""The document as PDF: LibreOffice prints the .docx that we write."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.errors import FileError
from reportctl.render.docx import render as render_docx

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 300
"""Seconds; a page takes milliseconds, the first start on a busy machine ten seconds."""
_TARGET = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""Tagged, so that screen readers find headings and tables; LibreOffice before 7.4 passes over the wish."""
_NOISE = "javaldx"
"""Part of what LibreOffice says wherever Java is missing, which it needs for no document of ours."""
_OTHERWISE = "也可以生成 Word 文档，用 Word 或 WPS 另存为 PDF"


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as PDF, as LibreOffice lays out the .docx with the fonts of this machine.

    Raises:
        FileError: LibreOffice is missing, fails, or takes too long.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="reportctl-pdf-") as name:
        folder = Path(name)
        source = folder / "report.docx"
        with source.open("wb") as file:
            render_docx(document, layout, file)
        said = _run(program, source)
        made = source.with_suffix(".pdf")
        # LibreOffice exits 0 where it cannot read the source: the file is the proof
        if not made.is_file():
            hint = f"看看装的 LibreOffice 有没有 Writer（libreoffice-writer）；{_OTHERWISE}"
            raise FileError(f"LibreOffice 没有生成 PDF{said}", hint=hint)
        with made.open("rb") as file:
            shutil.copyfileobj(file, out)


def _program() -> str:
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found is None:
        install = "Debian、Ubuntu、统信、麒麟上用 `sudo apt install libreoffice-writer`"
        hint = f"先装 LibreOffice（{install}）；{_OTHERWISE}"
        raise FileError("生成 PDF 要用 LibreOffice，这台机器上没有找到（soffice）", hint=hint)
    return found


def _run(program: str, source: Path) -> str:
    """Convert `source` beside itself; what LibreOffice said of it, for a message.

    The profile is its own: a running LibreOffice is not disturbed, and no home is needed.
    """
    folder = source.parent
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        _TARGET,
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
                hint = f"稍后再试；{_OTHERWISE}"
                raise FileError(f"LibreOffice {_TIMEOUT} 秒还没有转换完", hint=hint) from None
            raise
    lines = [line.strip() for line in said.splitlines() if line.strip() and _NOISE not in line]
    return f"（{lines[-1]}）" if lines else ""
