"""The document as PDF: LibreOffice prints the .docx that we write."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.errors import FileError
from reportctl.layout import FontClass
from reportctl.render.docx import render as render_docx
from reportctl.render.glyphs import shows_han
from reportctl.render.office import INSTALL, convert, find_office

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout

_TARGET = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""Tagged, so that screen readers find headings and tables; LibreOffice before 7.4 passes over the wish."""
_STAND_INS = "Debian、Ubuntu、统信、麒麟上用 `sudo apt install fonts-noto-cjk`"
_OTHERWISE = "也可以生成 Word 文档，用 Word 或 WPS 另存为 PDF"


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as PDF, as LibreOffice lays out the .docx with the fonts of this machine.

    Raises:
        FileError: LibreOffice is missing, fails, or takes too long, or no font here has Chinese characters.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="reportctl-pdf-") as name:
        folder = Path(name)
        source = folder / "report.docx"
        with source.open("wb") as file:
            render_docx(document, layout, file)
        said = convert(program, source, _TARGET, _OTHERWISE)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            hint = f"看看装的 LibreOffice 有没有 Writer（libreoffice-writer）；{_OTHERWISE}"
            raise FileError(f"LibreOffice 没有生成 PDF{said}", hint=hint)
        printed = made.read_bytes()
        if not shows_han(printed, "".join(block.text for block in document.blocks)):
            raise _no_fonts(layout)
        out.write(printed)


def _no_fonts(layout: Layout) -> FileError:
    """No font of this machine has Chinese characters: the pages would be empty boxes."""
    names = "、".join(dict.fromkeys(layout.font(font_class) for font_class in FontClass))
    hint = (
        f"版面要用 {names}\uff1a把这些字体文件放进 ~/.local/share/fonts\uff0c或者先装能代用的"
        f"\uff08{_STAND_INS}\uff09\uff1b{_OTHERWISE}"
    )
    return FileError("这台机器上没有中文字体\uff0c生成的 PDF 里汉字全是空框\uff0c没有写文件", hint=hint)


def _program() -> str:
    found = find_office()
    if found is None:
        hint = f"先装 LibreOffice（{INSTALL}）；{_OTHERWISE}"
        raise FileError("生成 PDF 要用 LibreOffice，这台机器上没有找到（soffice）", hint=hint)
    return found
