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
from typing import TYPE_CHECKING

from tests.tools import need

if TYPE_CHECKING:
    from collections.abc import Sequence

FONTS_CONF = Path(__file__).with_name("fonts.conf")
TIMEOUT = 120
"""Seconds; a page takes milliseconds, the first start on a busy machine ten seconds."""
_MOST = 100  # documents: after some 245 in one run LibreOffice 7.4 stops without a word

_WITH_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_DOCX = "docx:MS Word 2007 XML"


def to_pdf(docx: Path, out_dir: Path, *, comments: bool = False) -> Path:
    """`docx` as LibreOffice prints it, with or without marks where it has comments, in `out_dir`."""
    return _convert(docx, _WITH_COMMENTS if comments else "pdf", out_dir)


def to_pdfs(documents: Sequence[Path], out_dir: Path) -> list[Path]:
    """The documents, no two of one name, as LibreOffice prints them."""
    return _convert_all(documents, "pdf", out_dir)


def to_doc(docx: Path, out_dir: Path) -> Path:
    """`docx` as LibreOffice saves it for Word 97: a .doc of the same stem in `out_dir`."""
    return _convert(docx, "doc", out_dir)


def resave(docx: Path, out_dir: Path) -> Path:
    """`docx` as LibreOffice saves it again, under the same name in `out_dir`."""
    return _convert(docx, _DOCX, out_dir)


def saved_again(documents: Sequence[Path], way: str, out_dir: Path) -> list[Path]:
    """The documents (.docx, no two of one name) as LibreOffice gives them back through another format."""
    if way != "docx":
        between = out_dir / way
        between.mkdir(exist_ok=True)
        documents = _convert_all(documents, way, between)
    return _convert_all(documents, _DOCX, out_dir)


def _convert(source: Path, target: str, out_dir: Path) -> Path:
    return _convert_all([source], target, out_dir)[0]


def _convert_all(sources: Sequence[Path], target: str, out_dir: Path) -> list[Path]:
    return [
        made
        for first in range(0, len(sources), _MOST)
        for made in _convert_some(sources[first : first + _MOST], target, out_dir)
    ]


def _convert_some(sources: Sequence[Path], target: str, out_dir: Path) -> list[Path]:
    """What one run of LibreOffice makes."""
    all_made = [out_dir / f"{source.stem}.{target.partition(':')[0]}" for source in sources]
    for source, made in zip(sources, all_made, strict=True):
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
            *sources,
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
        encoding="utf-8",
        timeout=TIMEOUT + len(sources),
        check=False,
    )
    # LibreOffice exits 0 where it cannot read the source: the file is the proof.
    missing = [made.name for made in all_made if not made.is_file()]
    if done.returncode or missing:
        message = f"LibreOffice did not make {missing}: {done.stdout}{done.stderr}"
        raise RuntimeError(message)
    return all_made


@functools.cache
def _home() -> Path:
    home = Path(tempfile.mkdtemp(prefix="reportctl-office-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home
