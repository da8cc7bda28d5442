"""WordprocessingML as text, for the body: escaping, runs, paragraphs, cells, in the order of the schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

TAB = "<w:r><w:tab/></w:r>"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_SPECIAL = re.compile("[&<>\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\r": "",
    "\x85": " ",
}
_MARKUP = "&<>"
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\x85"), " ")
_HARMLESS = "\ufffd"
_LONGEST = 1 << 20
"""Characters in a run: readers refuse a piece of text of ten megabytes."""


def escape(text: str) -> str:
    """`text` as the content of `w:t`: tabs and line breaks as elements, what XML cannot hold as U+FFFD."""
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: _REPLACED.get(found.group(), _HARMLESS), text)


def plain(text: str) -> str:
    """`text` on one line, what XML cannot hold as U+FFFD."""
    line = text.translate(_BLANKS)
    return _SPECIAL.sub(lambda found: found.group() if found.group() in _MARKUP else _HARMLESS, line)


def attribute(text: str) -> str:
    """`text` as an attribute's value between double quotes."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` is its `w:rPr`, if any."""
    if len(text) > _LONGEST:
        pieces = (text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))
        return "".join(run(piece, properties) for piece in pieces)
    if not text:
        return ""
    # nearly every text; what XML cannot hold, or drops at an end, is not printable
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or " " in text):
        return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() or "  " in text else ""
    return f"<w:r>{properties}<w:t{space}>{escape(text)}</w:t></w:r>"


def styled(style: str) -> str:
    """`w:rPr` of a run that has a character style."""
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'


def closer(twips: int) -> str:
    """`w:rPr` of a run whose characters stand that much closer; none for 0."""
    return f'<w:rPr><w:spacing w:val="-{twips}"/></w:rPr>' if twips else ""


LOOSE = '<w:keepNext w:val="0"/>'
"""What lets a page end behind a paragraph whose style keeps it with the next."""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph that has a style and no formatting of its own, but for its frame or `LOOSE`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def dated(day: dt.date | None) -> str:
    """The attribute that dates a comment or a change: never by the clock, and none for no day."""
    return f' w:date="{day.isoformat()}T00:00:00Z"' if day is not None else ""


def grid(widths: Iterable[int]) -> str:
    """`w:tblGrid` of a table whose columns have these widths, in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cell(width: int, content: str, properties: str = "") -> str:
    """A table's cell of a width in twips; `properties` follow the width in `w:tcPr`."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
