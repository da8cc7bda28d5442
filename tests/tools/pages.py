"""A PDF taken apart by poppler: its pages as pictures and its text."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.tools import need

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 120
"""Seconds."""


def to_png(pdf: Path, dpi: int = 80) -> tuple[Path, ...]:
    """One PNG a page beside `pdf`, in order; at 80 dpi an A4 page is 661 by 936 pixels."""
    stem = pdf.with_suffix("")
    _run("pdftoppm", "-png", "-r", str(dpi), str(pdf), str(stem))
    # pdftoppm pads the page number to one width, so the names sort as the pages do
    return tuple(sorted(pdf.parent.glob(f"{stem.name}-*.png")))


def texts(pdf: Path) -> tuple[str, ...]:
    """The text of each page, laid out as on paper."""
    return tuple(_run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1])


def fonts(pdf: Path) -> frozenset[str]:
    """The names of the typefaces that `pdf` really uses, without the subset's tag: FandolFang-Regular."""
    rows = _run("pdffonts", str(pdf)).splitlines()[2:]
    return frozenset(row.split()[0].rpartition("+")[2] for row in rows)


def _run(program: str, *arguments: str) -> str:
    return subprocess.run(
        [need.tool(program), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=True,
    ).stdout
