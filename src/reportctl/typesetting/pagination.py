"""On which page a report ends, and so where its 版记 goes: on the last page if it has room.

Only Word knows where its lines break, but laying them as it does comes close enough to tell. A report printed
on both sides has its 版记 on an even page (GB/T 33476.2).
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from reportctl import images
from reportctl.document import COPIES, Block, BlockType, Table
from reportctl.text.width import width
from reportctl.typesetting import letterhead, signing
from reportctl.typesetting.elements import blank_lines_around
from reportctl.typesetting.lines import ENGINES, WORD, lines_of
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.pictures import scaled
from reportctl.typesetting.tables import column_widths, row_heights, sheet_for
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.document import Attachment, Document, Imprint, Picture
    from reportctl.layout import Layout
    from reportctl.typesetting.lines import Engine, Lines

_TAIL = frozenset({BlockType.ATTACHMENT_LIST, BlockType.SIGNATURE, BlockType.DATE, BlockType.NOTE})
_DOUBT = 2.0
"""Lines by which the count may be wrong."""
_EMU = 12_700
"""English metric units in a point."""


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
    height, room = _imprint_height(document.imprint, layout), _room(layout)
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
    pen = _Pen(layout, engine)
    if document.letterhead is not None:
        pen.put(letterhead.height(document.letterhead, layout))
    blocks = document.blocks
    tail = next((index for index, block in enumerate(blocks) if block.type in _TAIL), len(blocks))
    pen.write(blocks[:tail], document)
    pen.keep(_tail_height(document, layout, engine))
    for attachment in document.attachments:
        pen.attach(attachment, document)
    return End(pen.page, pen.line, pen.close, pen.sheet)


def shortest_ends(document: Document, layout: Layout) -> list[tuple[Block, int]]:
    """The paragraphs of the text with the shortest last lines, shortest first, and those lines' characters.

    Who shortens one of them by so many characters saves a line.
    """
    measured = ((block, _lines(block, layout, WORD)) for block in document.blocks if block.type not in _TAIL)
    long = [(block, ceil(lines.last)) for block, lines in measured if lines.total > 1]
    return sorted(
        (pair for pair in long if pair[0].type is not BlockType.TITLE and not pair[0].heading_alone),
        key=lambda pair: pair[1],
    )


class _Pen:
    """Where the next line stands: its page, and the lines that are filled on it."""

    def __init__(self, layout: Layout, engine: Engine) -> None:
        self._layout = layout
        self._engine = engine
        self._headings = 0.0
        self.page = 1
        self.line = 0.0
        self.sheet = PageOrientation.PORTRAIT
        self.close = False

    @property
    def _room(self) -> float:
        return _room(self._layout, self.sheet)

    def put(self, height: float) -> None:
        """Something that no page's end parts."""
        if self.line and self.line + height > self._room:
            self._turn()
        self.line += height

    def write(self, blocks: Iterable[Block], document: Document) -> None:
        """Paragraphs; a heading on a line of its own stays with the first line of what follows."""
        for block in blocks:
            height = _height(block, document, self._layout, self._engine)
            if block.heading_alone or block.type is BlockType.TITLE:
                self._headings += height
                continue
            if self.line and self.line + self._headings + 1 > self._room:
                self._turn()
            self.line += self._headings
            self._headings = 0.0
            while self.line + height > self._room:
                height -= int(self._room - self.line + _ROUNDING)
                self._turn()
            self.line += height
        self.put(self._headings)
        self._headings = 0.0

    def keep(self, height: float) -> None:
        """The tail, which stays with the last line before it."""
        left = self._room - self.line - height
        self.close = abs(left) < _DOUBT
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
        self.put(1 + above + len(lines) * layout.line_pitch(element).points / _pitch(layout) + below)
        for content in attachment.content:
            sheet = sheet_for(content, layout)
            if sheet is not self.sheet:
                self.sheet = sheet
                self._turn()
            if isinstance(content, Block):
                self.write((content,), document)
            elif isinstance(content, Table):
                self._table(content)
            else:
                self.put(_picture_height(content, layout))

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


_ROUNDING = 1e-6


def _room(layout: Layout, sheet: PageOrientation = PageOrientation.PORTRAIT) -> float:
    """How many lines a sheet has room for."""
    page, turned = layout.page, sheet is PageOrientation.LANDSCAPE
    return (page.text_width if turned else page.text_height).points / layout.grid.line_pitch.value.points


def _imprint_height(imprint: Imprint, layout: Layout) -> float:
    """How many lines 版记 takes."""
    copies, printed = layout.elements.copies_to, layout.elements.printed
    room = layout.page.text_width.points / copies.size.value.points - copies.left.value - copies.right.value
    height = layout.imprint.outer_line.value.points * 3 + layout.imprint.bottom_gap.value.points
    if imprint.copies_to:
        lines = lines_of(imprint.copies, room - width(COPIES), 0, WORD).total
        height += lines * layout.line_pitch(copies).points
    if imprint.printed_by or imprint.printed_on:
        height += layout.line_pitch(printed).points
    return height / layout.grid.line_pitch.value.points


def _tail_height(document: Document, layout: Layout, engine: Engine) -> float:
    """The lines that 附件说明, 署名, 成文日期 and 附注 take, with what is left free above them."""
    tail = [block for block in document.blocks if block.type in _TAIL]
    kinds = {block.type for block in tail}
    placed, pitch = signing.place(document, layout), layout.grid.line_pitch.value.twips
    signed = BlockType.SIGNATURE in kinds
    height = float(layout.elements.attachment_note.blank_before.value) if document.attachments else 0.0
    height += sum(
        _lines(block, layout, engine).total for block in tail if block.type is not BlockType.SIGNATURE
    )
    return height + (
        (placed.before + (len(placed.rows) - 1) * placed.row_gap) / pitch + len(placed.rows) if signed else 0
    )


def _height(block: Block, document: Document, layout: Layout, engine: Engine) -> float:
    """The lines that a paragraph takes, with what is left free around it."""
    elements = layout.elements
    if block.type is BlockType.TITLE:
        lines = document.title_lines or title_lines(block.text, elements.title, document, layout)
        around = blank_lines_around("title", document, layout)
        return len(lines) * layout.line_pitch(elements.title).points / _pitch(layout) + sum(around)
    count = _lines(block, layout, engine).total
    if block.heading_alone:
        heading = elements.heading(block.level)
        return count * layout.line_pitch(heading).points / _pitch(layout) + heading.blank_before.value
    return float(count)


def _lines(block: Block, layout: Layout, engine: Engine) -> Lines:
    body, closer = layout.elements.body, layout.grid.character_spacing.value.points
    size = body.size.value.points
    step = size + closer
    first = 0.0 if block.type is BlockType.RECIPIENTS else body.first_line.value * size / step
    room, half = layout.page.text_width.points / step, (size / 2 + closer) / step
    return lines_of(block.number + block.text, room, first, engine, half)


def _pitch(layout: Layout) -> float:
    return layout.grid.line_pitch.value.points


def _picture_height(picture: Picture, layout: Layout) -> float:
    """The lines that a picture takes; none where it cannot be read, which the renderer tells."""
    try:
        image = images.read(picture.data)
    except ValueError:
        return 0.0
    wide, high = scaled(image.width, image.height, layout, upright=picture.quarters % 2 == 0)
    return (high if picture.quarters % 2 == 0 else max(wide, high)) / _EMU / _pitch(layout)
