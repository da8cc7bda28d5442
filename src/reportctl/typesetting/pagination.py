"""On which page a report ends, and so where its 版记 goes: on the last page if it has room.

Only Word knows where its lines break, but laying them as it does comes close enough to tell. A report printed
on both sides has its 版记 on an even page (GB/T 33476.2).
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Block, BlockType, Table
from reportctl.typesetting import letterhead
from reportctl.typesetting.chains import at_foot, chains, too_high
from reportctl.typesetting.elements import blank_lines_around
from reportctl.typesetting.heights import (
    TAIL,
    block_height,
    imprint_height,
    lines_in,
    picture_height,
    pitch_of,
    sheet_room,
    tail_height,
)
from reportctl.typesetting.lines import ENGINES, WORD
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.tables import column_widths, row_heights, sheet_for
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.document import Attachment, Document
    from reportctl.layout import Layout
    from reportctl.typesetting.lines import Engine

_DOUBT = 2.0
"""Lines by which the count may be wrong."""
_SHORT = _DOUBT + 1
"""Lines of a paragraph that may as well stand together."""
_ROUNDING = 1e-6


class End(NamedTuple):
    """All ends on page `page` with `line` lines filled, on a sheet that lies as it does.

    `close` tells that 署名 just fits the page it is on, or just does not fit the one before.
    """

    page: int
    line: float
    close: bool = False
    sheet: PageOrientation = PageOrientation.PORTRAIT


class ImprintPlace(NamedTuple):
    """Where 版记 goes: on page `page`, in a section of that kind, after a page break of its own or not.

    `alone` tells that no text stands on that page; it does where the text is `excess` lines shorter, 0 where
    no shortening helps. `sure` is false where the text ends so near a page's end that 版记 may come to stand
    on a page of the other side.
    """

    page: int
    sheet: PageOrientation
    breaks: bool = False
    alone: bool = False
    excess: int = 0
    sure: bool = True

    @property
    def blank_before(self) -> bool:
        """Whether a blank page stands before it."""
        return self.sheet is PageOrientation.BARE


def imprint_place(document: Document, layout: Layout) -> ImprintPlace | None:
    """Where the document's 版记 goes, None where it has none.

    A page that 版记 has for itself bears no page number where a blank one stands before it (clause 7.5).
    """
    if document.imprint is None:
        return None
    ends = [end_of_text(document, layout, engine) for engine in ENGINES]
    end, first = max(ends), min(ends)
    height, room = imprint_height(document.imprint, layout), sheet_room(layout)
    turned = end.sheet is PageOrientation.LANDSCAPE
    fits = not turned and end.page == first.page and end.line + height <= room
    if fits and not (document.duplex and end.page % 2):
        return ImprintPlace(end.page, PageOrientation.PORTRAIT)
    excess = 0 if turned else max(1, ceil(end.line + height - room))
    if not document.duplex:
        return ImprintPlace(end.page + 1, PageOrientation.PORTRAIT, alone=True, excess=excess)
    near = end.close or first.close or first.line < _DOUBT or end.line + _DOUBT > room
    sure = end.page == first.page and not near
    if end.page % 2:
        excess = 0 if turned else ceil(end.line + height)
        upright = PageOrientation.PORTRAIT
        return ImprintPlace(end.page + 1, upright, breaks=not turned, alone=True, excess=excess, sure=sure)
    bare = PageOrientation.BARE
    return ImprintPlace(end.page + 2, bare, breaks=True, alone=True, excess=excess, sure=sure)


def end_of_text(document: Document, layout: Layout, engine: Engine = WORD) -> End:
    """Where `document` ends, from 版头 to the last 附件."""
    pen = _written(document, layout, engine)
    return End(pen.page, pen.line, pen.close, pen.sheet)


def loose_headings(document: Document, layout: Layout) -> frozenset[int]:
    """The headings that need not stay on the page of the heading below them, by their place.

    Headings on lines of their own keep with what follows, so that none stands alone at a page's foot. Where a
    chain of them would leave three lines empty there, its first ones stay, two at least - all where no fewer
    would do. Places count the paragraphs from 0, those of the 附件 behind those of the text.
    """
    if not _has_chain(document, layout):
        return frozenset()
    return frozenset().union(*(_written(document, layout, engine).loose for engine in ENGINES))


def loose_end(document: Document, layout: Layout) -> frozenset[int]:
    """The last paragraph of the text, by its place, where it need not keep with 署名.

    It keeps, so that 署名 never stands on a page without text (clause 7.3.5). Where a page ends well within a
    long paragraph, lines of it stand there anyway, and LibreOffice would move the whole of it.
    """
    last = _before_tail(document) - 1
    if last < 0 or last == len(document.blocks) - 1 or document.blocks[last].heading_alone:
        return frozenset()
    if block_height(document.blocks[last], document, layout, WORD) <= _SHORT:
        return frozenset()
    stands = all(_written(document, layout, engine).stands for engine in ENGINES)
    return frozenset((last,)) if stands else frozenset()


def _before_tail(document: Document) -> int:
    """How many paragraphs stand before 附件说明, 署名 and 成文日期."""
    blocks = document.blocks
    return next((index for index, block in enumerate(blocks) if block.type in TAIL), len(blocks))


def _has_chain(document: Document, layout: Layout) -> bool:
    """Whether headings stand one under the other whose lines a page's foot must not lack."""
    return any(
        too_high([block_height(block, document, layout, engine) for _, block in chain])
        for contents in (document.blocks, *(attachment.content for attachment in document.attachments))
        for chain in chains(contents)
        for engine in ENGINES
    )


@lru_cache(maxsize=len(ENGINES))  # a report is laid once for each engine, however many ask
def _written(document: Document, layout: Layout, engine: Engine) -> _Pen:
    """A pen that has written all but 版记."""
    pen = _Pen(layout, engine)
    if document.letterhead is not None:
        pen.put(letterhead.height(document.letterhead, layout))
    pen.write(document.blocks[: _before_tail(document)], document)
    pen.flush()
    pen.place = len(document.blocks)
    pen.keep(tail_height(document, layout, engine))
    for attachment in document.attachments:
        pen.attach(attachment, document)
    return pen


def shortest_ends(document: Document, layout: Layout) -> list[tuple[Block, int]]:
    """The paragraphs of the text with the shortest last lines, shortest first, and those lines' characters.

    Who shortens one of them by so many characters saves a line.
    """
    measured = ((block, lines_in(block, layout, WORD)) for block in document.blocks if block.type not in TAIL)
    long = [(block, ceil(lines.last)) for block, lines in measured if lines.total > 1]
    return sorted(
        (pair for pair in long if pair[0].type is not BlockType.TITLE and not pair[0].heading_alone),
        key=lambda pair: pair[1],
    )


class _Pen:
    """Where the next line stands: its page, and the lines that are filled on it.

    `place` counts the paragraphs that were written, `loose` are the headings that a page ends behind; where
    `stands`, a page ends within the last paragraph of the text, and lines of it are above the tail.
    """

    def __init__(self, layout: Layout, engine: Engine) -> None:
        self._layout = layout
        self._engine = engine
        self._headings: list[tuple[int, float]] = []
        self.place = 0
        self.loose: set[int] = set()
        self.page = 1
        self.line = 0.0
        self.sheet = PageOrientation.PORTRAIT
        self.close = self.stands = False
        self._last = 0.0

    @property
    def _room(self) -> float:
        return sheet_room(self._layout, self.sheet)

    def put(self, height: float) -> None:
        """Something that no page's end parts."""
        if self.line and self.line + height > self._room:
            self._turn()
        self.line += height

    def write(self, blocks: Sequence[Block], document: Document) -> None:
        """Paragraphs; a heading on a line of its own stays with the first line of what follows."""
        for place, block in enumerate(blocks, self.place):
            height = block_height(block, document, self._layout, self._engine)
            if block.heading_alone or block.type is BlockType.TITLE:
                self._headings.append((place, height))
                continue
            self._head(1)
            self._last = height
            while self.line + height > self._room:
                height -= int(self._room - self.line + _ROUNDING)
                self._turn()
            self.line += height
        self.place += len(blocks)

    def flush(self) -> None:
        """The headings that nothing follows."""
        self._head(0)

    def _head(self, below: float) -> None:
        """The headings that were met last, with the lines below that they stay with."""
        heights = [height for _, height in self._headings]
        total, left = sum(heights), self._room - self.line
        # just above a page's end it does no harm where all fits, and helps where that is misjudged
        stay = at_foot(heights, left) if self.line and total + below + 1 > left else 0
        if stay:
            self.loose.add(self._headings[stay - 1][0])
        if self.line and total + below > left:
            self._turn()
            total = sum(heights[stay:])
        self.line += total
        self._headings = []

    def keep(self, height: float) -> None:
        """The tail, which stays with the last line before it."""
        left = self._room - self.line - height
        self.close = abs(left) < _DOUBT
        self.stands = left >= _DOUBT and _SHORT <= self.line < self._last
        if left < 0:
            self._turn()
            self.line = 1.0
        self.line += height

    def attach(self, attachment: Attachment, document: Document) -> None:
        """附件 on a page of its own; what lies otherwise than what is before begins a page."""
        layout = self._layout
        self.sheet = sheet_for(next(iter(attachment.content), None), layout)
        if layout.attachment.new_page.value:
            self._turn()
        element, page = layout.elements.attachment_title, layout.page
        across = page.text_height if self.sheet is PageOrientation.LANDSCAPE else page.text_width
        lines = title_lines(attachment.title, element, document, layout, across)
        above, below = blank_lines_around("attachment_title", document, layout)
        self.put(1 + above + len(lines) * layout.line_pitch(element).points / pitch_of(layout) + below)
        for content in attachment.content:
            sheet = sheet_for(content, layout)
            if sheet is not self.sheet:
                self.sheet = sheet
                self._turn()
            if isinstance(content, Block):
                self.write((content,), document)
                continue
            self.flush()
            if isinstance(content, Table):
                self._table(content)
            else:
                self.put(picture_height(content, layout))
        self.flush()

    def _table(self, table: Table) -> None:
        layout, pitch = self._layout, self._layout.grid.line_pitch.value.twips
        widths = column_widths(table, layout)
        heights = [height / pitch for height in row_heights(table, widths, layout)]
        head = sum(heights[: table.header_rows])
        for index, height in enumerate(heights):
            if self.line + height > self._room:
                self._turn()
                self.line = head if index >= table.header_rows else 0.0
            self.line += height

    def _turn(self) -> None:
        self.page += 1
        self.line = 0.0
