"""The paragraphs of the text: headings that nest, headings that run into their text, 署名 as one group."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from reportctl.document import BlockType, Role
from reportctl.render.html import signing
from reportctl.render.html.look import class_of
from reportctl.render.html.markup import element, prose, text, void
from reportctl.typesetting.chains import PageEnd, page_ends
from reportctl.typesetting.elements import PLAIN
from reportctl.typesetting.titles import break_title, title_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.document import Block, Document, Run
    from reportctl.layout import Layout

_RANKS = {BlockType.CHAPTER: 1, BlockType.SECTION: 2, BlockType.ITEM: 3, BlockType.POINT: 4}
_CLASSES = {kind: class_of(key) for kind, key in PLAIN.items()}
_PAGE_ENDS = {PageEnd.ANYWHERE: "page-end", PageEnd.ABOVE_A_LINE: "page-end above-a-line"}
_TELEPHONE = 13
"""Characters of a title that a line takes on a narrow telephone."""
_SIGNING = frozenset({BlockType.SIGNATURE, BlockType.DATE})


class Headings:
    """Which of h2 to h6 a heading is: one below the heading that it stands under, so that none is skipped.

    `above` is the number of the heading over them all: 1, the title's, in the text of the report.
    """

    def __init__(self, above: int = 1) -> None:
        self._above = above
        self._open: list[int] = []

    def name(self, block: Block) -> str:
        """The element's name for a block that begins with a heading."""
        rank = _RANKS.get(block.type, block.level)
        self._open = [*takewhile(lambda above: above < rank, self._open), rank]
        return f"h{self._above + len(self._open)}"


def write(document: Document, layout: Layout) -> Iterator[str]:
    """The paragraphs from the title to 附注, a line each."""
    headings = Headings()
    ends = page_ends(document.blocks, document, layout)
    for kind, group in groupby(enumerate(document.blocks), key=lambda placed: _group(placed[1])):
        blocks = [*group]
        if kind is BlockType.TITLE:
            yield from (_title(block, document, layout) for _, block in blocks)
        elif kind is BlockType.SIGNATURE:
            yield from signing.write((block for _, block in blocks), document, layout)
        elif kind is BlockType.ATTACHMENT_LIST:
            yield from _attachment_notes(block for _, block in blocks)
        else:
            yield from (paragraph(block, headings, ends.get(place)) for place, block in blocks)


def title(lines: Sequence[str], document: Document, layout: Layout) -> str:
    """The content of a title in these lines; on a narrow screen a long line breaks between words."""
    names, least = (*document.issuers, document.area), layout.wrapping.last_line.value
    parts = (break_title(line, _TELEPHONE, names=names, least=least) for line in lines)
    return "".join(element("span", void("wbr").join(map(text, part))) for part in parts)


def paragraph(block: Block, headings: Headings, page_end: PageEnd | None = None) -> str:
    """A paragraph with a heading or without; `page_end` says whether, and where, a page may end behind it.

    A heading that runs into its text is a heading all the same, which screen readers list; the style sheet
    sets it on one line with the paragraph after it.
    """
    heading = list(takewhile(lambda run: run.role is Role.HEADING, block.runs)) if block.level else []
    if not heading:
        return element("p", prose(block.number) + _runs(block.runs), class_=_CLASSES.get(block.type))
    words = prose(block.number + "".join(run.text for run in heading))
    end = f" {_PAGE_ENDS[page_end]}" if page_end else ""
    head = element(headings.name(block), words, class_=f"level-{block.level}{end}")
    rest = block.runs[len(heading) :]
    return element("div", head + element("p", _runs(rest)), class_="run-in") if rest else head


def _group(block: Block) -> BlockType:
    return BlockType.SIGNATURE if block.type in _SIGNING else block.type


def _runs(runs: Iterable[Run]) -> str:
    wrappers = {Role.HEADING: "strong", Role.STRONG: "strong", Role.GAP: "mark"}
    return "".join(
        element(wrappers[run.role], prose(run.text)) if run.role in wrappers else prose(run.text)
        for run in runs
    )


def _title(block: Block, document: Document, layout: Layout) -> str:
    lines = document.title_lines or title_lines(block.text, layout.elements.title, document, layout)
    return element("h1", title(lines, document, layout), class_="title")


def _attachment_notes(blocks: Iterable[Block]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        number, title = element("span", text(block.number)), element("span", prose(block.text))
        yield element("p", number + title, class_="attachment-note more" if index else "attachment-note")
