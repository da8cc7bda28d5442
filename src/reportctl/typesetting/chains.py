"""Chains of headings: which of them a page may end behind, though the text below them is on the next.

A heading on a line of its own keeps with what follows. Where a chain of them moves to the next page, its
lines stay empty at the foot of this one: three must not, nor must a heading stand there alone.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from reportctl.document import Block
from reportctl.typesetting.heights import block_height
from reportctl.typesetting.lines import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.document import Document, Picture, Table
    from reportctl.layout import Layout

LEAST = 2
"""Headings that may stand at a page's foot without the text below them: one alone may not."""
_EMPTY = 3
"""Lines that must not stay empty at a page's foot."""
_ROUNDING = 1e-6


class PageEnd(Enum):
    """Where a page may end behind a heading: wherever there is room for it, or only with a line below it.

    Two headings fill two lines, and rather than end a page with them it is left without.
    """

    ANYWHERE = "anywhere"
    ABOVE_A_LINE = "above-a-line"


def chains(contents: Iterable[Block | Table | Picture]) -> Iterator[list[tuple[int, Block]]]:
    """The headings that stand one under the other, two at least, each with its place from 0."""
    chain: list[tuple[int, Block]] = []
    for place, content in enumerate(contents):
        if isinstance(content, Block) and content.heading_alone:
            chain.append((place, content))
            continue
        if len(chain) >= LEAST:
            yield chain
        chain = []
    if len(chain) >= LEAST:
        yield chain


def too_high(heights: Sequence[float]) -> bool:
    """Whether headings of these heights, kept together, could leave three lines empty."""
    return sum(heights) > _EMPTY - _ROUNDING


def page_ends(
    contents: Iterable[Block | Table | Picture], document: Document, layout: Layout
) -> dict[int, PageEnd]:
    """The headings that a page may end behind, by their place, whatever else is on it.

    A browser knows how many lines are left and ends the page behind the last of them that has room.
    """
    ends: dict[int, PageEnd] = {}
    for chain in chains(contents):
        heights = [block_height(block, document, layout, WORD) for _, block in chain]
        ended = 0
        for count in range(LEAST, len(chain) + 1):
            if too_high(heights[ended:]):
                ended = count
                kind = PageEnd.ANYWHERE if too_high(heights[:count]) else PageEnd.ABOVE_A_LINE
                ends[chain[count - 1][0]] = kind
    return ends


def at_foot(heights: Sequence[float], left: float) -> int:
    """How many headings of a chain stay where `left` lines are left, so that fewer than three stay empty.

    All stay only where they fill three lines and no fewer of them would do. 0 where all go together: few
    lines are left, or the chain is too short.
    """
    if left < _EMPTY - _ROUNDING:
        return 0
    last = len(heights) if too_high(heights) else len(heights) - 1
    for count in range(LEAST, last + 1):
        empty = left - sum(heights[:count])
        if empty < _EMPTY - _ROUNDING:
            return count if empty > -_ROUNDING else 0
    return 0
