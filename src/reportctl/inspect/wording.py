"""The sentences of a document whose words can be judged, and what is in it that nobody judges here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.facts import UNSEEN, Location
from reportctl.inspect.structure import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element, Structure

_HAS_NUMBER = re.compile("[0-9\uff10-\uff19]").search
_QUOTED = "原文"
"""The head of a column of others' words."""
_WHOLE = frozenset(
    (
        ElementKind.TITLE,
        ElementKind.SUBTITLE,
        ElementKind.CHAPTER,
        ElementKind.NOTE,
    )
)


class Sentence(NamedTuple):
    """A stretch of paragraph `paragraph` (from 1), which begins at its character `start` (from 0).

    `is_heading` tells a heading and a title from text; `excerpt` is how the paragraph begins. `beside` says
    where words stand that are none of the text and no sentences: 表格第2行, 文本框, 页眉.

    What stands in no paragraph of the text has a `name` instead (脚注2, 页眉), a `paragraph` behind the last
    one and the paragraph `at` that refers to it.
    """

    paragraph: int
    start: int
    text: str
    is_heading: bool
    excerpt: str
    beside: str = ""
    name: str = ""
    at: int = 0


def sentences(structure: Structure) -> Iterator[Sentence]:
    """Title, headings, text and 附注, the words in tables and boxes, in reading order; then those beside it.

    A table with a column 原文 speaks of what others wrote, faults and all: its words are not its own.
    """
    quoting = _quoting(structure)
    for element in structure.elements:
        if element.kind is ElementKind.BODY:
            yield from _body(element)
        elif element.kind in _WHOLE:
            yield _stretch(element, 0, len(element.paragraph.text), is_heading=True)
        elif element.paragraph.table in quoting:
            continue
        elif element.paragraph.text.strip() and (beside := _beside(element)):
            whole = _stretch(element, 0, len(element.paragraph.text), is_heading=True)
            yield whole._replace(beside=beside)
    yield from _asides(structure)


def _asides(structure: Structure) -> Iterator[Sentence]:
    """The words of notes, and of headers and footers."""
    place = len(structure.elements)
    for aside in structure.facts.asides:
        for paragraph in aside.paragraphs:
            place += 1
            if paragraph.text.strip():
                text, excerpt = paragraph.text, paragraph.excerpt
                beside = "" if aside.runs_on else aside.name
                yield Sentence(place, 0, text, not aside.runs_on, excerpt, beside, aside.name, aside.at)


def _quoting(structure: Structure) -> frozenset[int | None]:
    """The tables that have a column 原文."""
    cells = (element.paragraph for element in structure.of(ElementKind.TABLE))
    return frozenset(cell.table for cell in cells if cell.row == 0 and cell.text.strip() == _QUOTED)


_NAMES = (ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT_TITLE)
"""Names of 附件, which stand twice in a document."""


def _beside(element: Element) -> str:
    """What a paragraph is, or is held by, that is no sentence; "" for what is one, or is not judged."""
    paragraph = element.paragraph
    if element.kind is ElementKind.TABLE and paragraph.row is not None:
        return f"表格第{paragraph.row + 1}行"
    if element.kind in _NAMES:
        return element.kind.label
    return "文本框" if element.kind is ElementKind.OTHER and paragraph.place is Location.BOX else ""


def unjudged(structure: Structure) -> Iterator[str]:
    """What of this document is judged by nobody, for people to look at."""
    quoting = _quoting(structure)
    quoted = sum(
        1
        for element in structure.of(ElementKind.TABLE)
        if element.paragraph.table in quoting and element.paragraph.text.strip()
    )
    if quoted:
        yield f"引用原文的表格（{quoted} 格）"
    cells = sum(1 for element in structure.of(ElementKind.TABLE) if _HAS_NUMBER(element.paragraph.text))
    if cells:
        yield f"表格里的数（{cells} 格）"
    pictures = sum(element.paragraph.pictures for element in structure.elements)
    if pictures:
        yield f"图片（{pictures} 幅）"
    yield from (f"{name}（{count} 个）" for name, count in structure.facts.unread)
    others = [element for element in structure.of(ElementKind.OTHER) if not _beside(element)]
    if others:
        yield f"认不出是什么的文字（{len(others)} 段）"


def _body(element: Element) -> Iterator[Sentence]:
    text = element.paragraph.text
    end = element.heading.end if element.heading is not None else 0
    if end:
        yield _stretch(element, 0, end, is_heading=True)
    if end < len(text):
        yield _stretch(element, end, len(text), is_heading=False)


def _stretch(element: Element, start: int, end: int, *, is_heading: bool) -> Sentence:
    paragraph = element.paragraph
    text = paragraph.text[start:end]
    if paragraph.written:  # what nobody sees is no part of an element, but does not belong in its words
        start, end = (_place(paragraph.written, offset) for offset in (start, end))
        text = paragraph.written[start:end]
    return Sentence(paragraph.index, start, text, is_heading, paragraph.excerpt)


def _place(written: str, offset: int) -> int:
    """Where a character stands in a text with what nobody sees; the end is the end of all."""
    seen = [place for place, char in enumerate(written) if not UNSEEN.match(char)]
    return seen[offset] if offset < len(seen) else len(written)
