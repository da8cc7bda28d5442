"""The last line of 版记 (clause 7.4.3): 印发机关 on the left, 印发日期 on the right, in one line if it can.

A name that leaves no room is set closer with the date, as clause 7.3.5 has it done where room is lacking; one
that is longer still has the line for itself, and the date the next one.
"""

from __future__ import annotations

from math import ceil, floor, inf
from typing import TYPE_CHECKING, NamedTuple

from reportctl.typesetting.lines import ENGINES, WORD, lines_of

if TYPE_CHECKING:
    from reportctl.document import Imprint
    from reportctl.layout import Layout

_CLOSEST = 0.086
"""The share of a character by which it may stand closer: 1.2 pt of 14: white is left between them."""
_GAP = 1
"""Characters between name and date where they stand closest, so that they read as two."""


class PrintedLine(NamedTuple):
    """How the line is set: its characters `closer` to each other (twips), or `broken` before the date."""

    closer: int = 0
    broken: bool = False


def printed_line(imprint: Imprint, layout: Layout) -> PrintedLine:
    """How 印发机关 and 印发日期 are set."""
    name, date = imprint.printed_by, imprint.printed
    if not (name and date):
        return PrintedLine()
    size = layout.elements.printed.size.value.twips
    excess = (_width(name) + _GAP + _width(date)) * size - _room(layout)
    closer = ceil(excess / len(name + date))
    return PrintedLine(broken=True) if closer > size * _CLOSEST else PrintedLine(max(0, closer))


def printed_lines(imprint: Imprint, layout: Layout) -> int:
    """How many lines they take."""
    if not printed_line(imprint, layout).broken:
        return 1
    room = _room(layout) / layout.elements.printed.size.value.twips
    return 1 + lines_of(imprint.printed_by, room, 0, WORD).total


def longest_name(imprint: Imprint, layout: Layout) -> int:
    """How many characters 印发机关 may have to stand in one line with the date."""
    size = layout.elements.printed.size.value.twips
    close = size * _CLOSEST
    date = _width(imprint.printed) * size - len(imprint.printed) * close
    return floor((_room(layout) - _GAP * size - date) / (size - close))


def _width(text: str) -> float:
    """How wide a text is in the engine that sets it wider, in characters."""
    return max(lines_of(text, inf, 0, engine).last for engine in ENGINES)


def _room(layout: Layout) -> float:
    """The width between the indents of the line, in twips."""
    element = layout.elements.printed
    indents = (element.left.value + element.right.value) * element.size.value.twips
    return layout.page.text_width.twips - indents
