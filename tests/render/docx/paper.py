"""A document on paper: LibreOffice prints it, pdfplumber says where every line stands, in millimetres."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pdfplumber
from PIL import Image

from tests.render.docx import documents
from tests.tools import need, office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reportctl.document import Document
    from reportctl.layout import Layout

_MM = 25.4 / 72
_DPI = 300
_DARK = 140
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
"""The edges of 版心 in millimetres from the top left corner of the sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its words without blanks, its box in millimetres."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    last: float

    @property
    def edge(self) -> float:
        """The right edge, without the mark that LibreOffice lets hang beyond it and that begins at `last`."""
        return self.last if self.text[-1] in "，。、；：" and self.right > RIGHT else self.right


class Page:
    """A printed page."""

    def __init__(self, page: Any, pdf: Path) -> None:
        self._number = str(page.page_number)
        self._pdf = pdf
        self._chars = page.chars
        self._drawn = [*page.lines, *page.rects]
        self._images = page.images
        self.width = float(page.width) * _MM
        self.height = float(page.height) * _MM

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of text from top to bottom."""
        rows: dict[int, list[Any]] = {}
        for char in self._chars:
            if char["text"].strip():
                rows.setdefault(round(char["bottom"]), []).append(char)
        return [_line(rows[bottom]) for bottom in sorted(rows)]

    @property
    def body(self) -> list[Line]:
        """The lines within 版心."""
        return [line for line in self.lines if line.top >= TOP and line.bottom <= BOTTOM]

    @property
    def text(self) -> str:
        """All words of the page."""
        return "\n".join(line.text for line in self.lines)

    def line(self, words: str) -> Line:
        """The line that has these words."""
        return next(line for line in self.lines if words in line.text)

    @property
    def rules(self) -> list[tuple[float, float, float, float, Any]]:
        """Horizontal lines and bars: left, right, top, bottom, colour."""
        flat = [one for one in self._drawn if one["bottom"] - one["top"] < 4 and one["x1"] - one["x0"] > 100]
        return sorted(
            (
                one["x0"] * _MM,
                one["x1"] * _MM,
                one["top"] * _MM,
                one["bottom"] * _MM,
                one.get("stroking_color"),
            )
            for one in flat
        )

    @property
    def images(self) -> list[tuple[float, float, float, float]]:
        """Pictures: left, right, top, bottom."""
        return [
            (one["x0"] * _MM, one["x1"] * _MM, one["top"] * _MM, one["bottom"] * _MM) for one in self._images
        ]

    def ink(self, left: float, right: float, top: float, bottom: float) -> tuple[float, float]:
        """The top and the bottom of what is printed within a box."""
        edges = [round(edge * _DPI / 25.4) for edge in (left, top, right, bottom)]
        picture = self._picture.crop((edges[0], edges[1], edges[2], edges[3]))
        box = picture.point(lambda grey: 255 * (grey < _DARK)).getbbox()
        assert box is not None
        return top + box[1] * 25.4 / _DPI, top + box[3] * 25.4 / _DPI

    @cached_property
    def _picture(self) -> Image.Image:
        target = self._pdf.with_name(f"{self._pdf.stem}-ink-{self._number}")
        place = ["-f", self._number, "-l", self._number, str(self._pdf), str(target)]
        options = ["-r", str(_DPI), "-gray", "-singlefile"]
        subprocess.run([need.tool("pdftoppm"), *options, *place], check=True)
        with Image.open(target.with_suffix(".pgm")) as picture:
            return picture.copy()


def _line(chars: list[Any]) -> Line:
    chars = sorted(chars, key=lambda char: char["x0"])
    return Line(
        "".join(char["text"] for char in chars),
        min(char["x0"] for char in chars) * _MM,
        max(char["x1"] for char in chars) * _MM,
        min(char["top"] for char in chars) * _MM,
        max(char["bottom"] for char in chars) * _MM,
        chars[-1]["x0"] * _MM,
    )


def printed(
    document: Document, folder: Path, name: str = "report", layout: Layout | None = None
) -> list[Page]:
    """The pages of a document."""
    return printed_together({name: document}, folder, layout)[name]


def printed_together(
    named: Mapping[str, Document], folder: Path, layout: Layout | None = None
) -> dict[str, list[Page]]:
    """The pages of several documents by their names: one start of LibreOffice for all of them."""
    files = [folder / f"{name}.docx" for name in named]
    for file, document in zip(files, named.values(), strict=True):
        file.write_bytes(documents.docx(document, layout))
    return {pdf.stem: pages_of(pdf) for pdf in office.to_pdfs(files, folder)}


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    with pdfplumber.open(pdf) as opened:
        return [Page(page, pdf) for page in opened.pages]
