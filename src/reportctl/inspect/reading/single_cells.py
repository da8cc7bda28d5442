"""Tables of one cell: those around a page, and those that nobody sees around a few paragraphs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reportctl.inspect.reading.inline import DELETED
from reportctl.inspect.reading.ooxml import W, attributes, twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

APART = frozenset(
    f"{W}{name}"
    for name in ("tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr")
)
"""What stands among rows, cells and paragraphs and is none."""
_PAGE = 8  # paragraphs: a cell with fewer frames a part of a page
_WIDE = 8500  # twips: as wide as 版心, but for what programs leave beside a table
_WHOLE = 4900  # fiftieths of a per cent of it
_UNDRAWN = frozenset(("nil", "none"))


def own_parts(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, in content controls too; not those of tables within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag != f"{W}tbl" and child.tag not in APART and child.tag not in DELETED:
            yield from own_parts(child, tag)


def only_cell(table: _Element) -> _Element | None:
    """The only cell of a table, None where it has others."""
    cells = list(islice((cell for row in own_parts(table, f"{W}tr") for cell in own_parts(row, f"{W}tc")), 2))
    return cells[0] if len(cells) == 1 else None


def holds_page(cell: _Element) -> bool:
    """Whether a cell holds most of the text, as some programs set pages."""
    inner = sum(1 for _ in cell.iter(f"{W}p"))
    every = sum(1 for _ in cell.getroottree().iter(f"{W}p"))
    return inner >= _PAGE and 2 * inner > every


def is_unseen(table: _Element, cell: _Element, style: _Element | None) -> bool:
    """Whether a table around one cell shows nothing of itself: no line, as wide as the text, in its place.

    `style` are the lines of the table's style.
    """
    properties = table.find(f"{W}tblPr")
    if properties is None or properties.find(f"{W}tblpPr") is not None:
        return False
    width = attributes(properties.find(f"{W}tblW"))
    size = twips(width.get("w")) or 0
    wide = size >= _WHOLE if width.get("type") == "pct" else size >= _WIDE
    tall = next(table.iter(f"{W}trHeight"), None)
    lines = properties.find(f"{W}tblBorders"), cell.find(f"{W}tcPr/{W}tcBorders"), style
    drawn = (line.get(f"{W}val") not in _UNDRAWN for sides in lines if sides is not None for line in sides)
    return wide and tall is None and not any(drawn)
