"""Headings within the text: by their number, typed or automatic, or by the outline level of their style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.anatomy.model import Heading
from reportctl.inspect.anatomy.patterns import SENTENCE_END
from reportctl.inspect.outline import number_at_start

if TYPE_CHECKING:
    from reportctl.inspect.facts import Paragraph

_LONGEST = 60  # characters; a numbered sentence beyond it is text, and only its number a heading


def heading_of(paragraph: Paragraph) -> Heading | None:
    """The heading that opens a paragraph, None where it is plain text.

    A heading that text follows ends with its first full stop; one that stands alone takes the paragraph.
    """
    text = paragraph.text
    number = number_at_start(text)
    outline = paragraph.format.outline
    if number is None and (outline is None or outline > 3):
        return None
    level = number.level if number is not None else (outline or 0) + 1
    start = len(text) - len(text.lstrip())
    stop = SENTENCE_END.search(text, start + (len(number.text) if number else 0))
    alone = stop is None or not text[stop.end() :].strip()
    end = len(text) if stop is None or alone else stop.end()
    if number is not None and end - start > _LONGEST:
        end = start + len(number.text)
    return Heading(level, number, end, alone, automatic=bool(paragraph.number.strip()))
