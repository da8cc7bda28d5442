"""LibreOffice, headless: what a document looks like on paper, and whether it survives being saved again.

Each process (each xdist worker) keeps a profile of its own, since LibreOffice serves one profile at a time.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.tools import need

FONTS_CONF = Path(__file__).with_name("fonts.conf")
TIMEOUT = 120
"""Seconds; a page takes milliseconds, the first start on a busy machine ten seconds."""

_WITH_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'


def to_pdf(docx: Path, out_dir: Path, *, comments: bool = False) -> Path:
    """`docx` as LibreOffice prints it, with or without marks where it has comments, in `out_dir`."""
    return _convert(docx, _WITH_COMMENTS if comments else "pdf", out_dir)


def resave(docx: Path, out_dir: Path) -> Path:
    """`docx` as LibreOffice saves it again, under the same name in `out_dir`."""
    return _convert(docx, "docx:MS Word 2007 XML", out_dir)


def _convert(source: Path, target: str, out_dir: Path) -> Path:
    made = out_dir / f"{source.stem}.{target.partition(':')[0]}"
    if made.resolve() == source.resolve():
        message = f"{source} would be written over itself"
        raise ValueError(message)
    soffice = need.tool("soffice")
    need.tool(need.FONTS)
    home = _home()
    done = subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            out_dir,
            source,
        ],
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "FONTCONFIG_FILE": str(FONTS_CONF),
            "LANG": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    # LibreOffice exits 0 where it cannot read the source: the file is the proof.
    if done.returncode or not made.is_file():
        message = f"LibreOffice did not make {made}: {done.stdout}{done.stderr}"
        raise RuntimeError(message)
    return made


@functools.cache
def _home() -> Path:
    home = Path(tempfile.mkdtemp(prefix="reportctl-office-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home
