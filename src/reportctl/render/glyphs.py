"""Which characters a PDF really shows: those that its fonts' maps back to text name.

LibreOffice prints an empty box for a character that no font of the machine has, and exits 0. All boxes are
one glyph, which its map names once, for the first of them.
"""

from __future__ import annotations

import re
import zlib

from reportctl.text.chars import is_han

_STREAM = re.compile(rb"stream\r?\n")
_PAIR = re.compile(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")
_MAP = b"beginbfchar"
_SHOWN = 0.5
"""The share of a text's Han characters that a PDF has at least, where there is a Chinese font."""


def shows_han(pdf: bytes, text: str) -> bool:
    """Whether a PDF shows the Han characters of `text`, and no boxes; true where it has no maps to tell."""
    wanted = {char for char in text if is_han(char)}
    shown = _characters(pdf)
    return not wanted or not shown or len(wanted & shown) >= _SHOWN * len(wanted)


def _characters(pdf: bytes) -> set[str]:
    """The characters that the maps of the fonts name."""
    named: set[str] = set()
    for start in _STREAM.finditer(pdf):
        try:
            content = zlib.decompressobj().decompress(pdf[start.end() : pdf.find(b"endstream", start.end())])
        except zlib.error:
            continue  # a picture, or nothing that is compressed
        if _MAP in content:
            for units in _PAIR.findall(content):
                named.update(bytes.fromhex(units.decode()).decode("utf-16-be", "ignore"))
    return named
