"""Headings within the text: by their number, typed or automatic, or by the outline level of their style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.anatomy.model import Heading
from reportctl.inspect.anatomy.patterns import SENTENCE_END
from reportctl.inspect.families import family
from reportctl.inspect.outline import number_at_start
from reportctl.layout.values import FontClass

if TYPE_CHECKING:
    from reportctl.inspect.facts import Paragraph

_LONGEST = 60  # characters; a numbered sentence beyond it may as well be text
_LONGEST_UNMARKED = 25  # of a heading that looks just like the text that follows it
_LIKE_TEXT = 4  # the level whose numbers mostly stand before points, which have no heading
_HEADING_FONTS = (FontClass.HEI, FontClass.KAI)


def heading_of(paragraph: Paragraph, text_font: FontClass | None) -> Heading | None:
    """The heading that opens a paragraph, None where it is plain text; `text_font` is that of most text.

    A heading that text follows ends with its first full stop; one that stands alone takes the paragraph. What
    may be a heading or a numbered sentence is the heading that it looks like, or else has no words in it: a
    long sentence, or one that nothing sets apart from the text behind it where points are so numbered.
    """
    text = paragraph.text
    number = number_at_start(text)
    outline = paragraph.format.outline
    if number is None and (outline is None or outline > 3):
        return None
    level = number.level if number is not None else (outline or 0) + 1
    start = len(text) - len(text.lstrip())
    words = start + (len(number.text) if number else 0)
    stop = SENTENCE_END.search(text, words)
    alone = stop is None or not text[stop.end() :].strip()
    end = len(text) if stop is None or alone else stop.end()
    sentence = end - start > _LONGEST or (
        stop is not None if alone else _runs_on(paragraph, level, end - words)
    )
    if sentence and number is not None and not _looks_like_heading(paragraph, words, text_font):
        end = words if _looks_like_heading(paragraph, start, text_font) else 0
    return Heading(level, number, end, alone, automatic=bool(paragraph.number.strip()))


def _runs_on(paragraph: Paragraph, level: int, length: int) -> bool:
    """Whether a first sentence of that length looks like all that follows and is no heading of that level."""
    looks = {id(run.character) for run in paragraph.runs if run.text.strip()}
    return len(looks) == 1 and (level == _LIKE_TEXT or length > _LONGEST_UNMARKED)


def _looks_like_heading(paragraph: Paragraph, place: int, text_font: FontClass | None) -> bool:
    """Whether the text at a place is set in a font for headings, which the text itself is not."""
    for run in paragraph.runs:
        if place < len(run.text):
            own = family(run.character.east_asia)
            return own in _HEADING_FONTS and own is not text_font
        place -= len(run.text)
    return False
