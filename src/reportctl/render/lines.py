"""A paragraph on one line, harmless to a terminal and to any encoder."""

from __future__ import annotations

from reportctl.text.clean import printable


def one_line(text: str) -> str:
    """The text without breaks and control characters; tabs stay, for they part the cells of a table's row."""
    return text if text.isprintable() else "\t".join(printable(cell) for cell in text.split("\t"))
