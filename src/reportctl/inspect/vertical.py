"""Distances down the page: how many lines are left blank between two paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.facts import Location
from reportctl.inspect.measure import pitch

if TYPE_CHECKING:
    from reportctl.inspect.facts import Paragraph
    from reportctl.inspect.subject import Subject

_NATURAL = 1.3  # a line that follows its font is about this much higher than the font's size


def height(subject: Subject, paragraph: Paragraph) -> float:
    """The height of one line of a paragraph, in points; estimated where it follows the font."""
    found = pitch(paragraph, subject.facts.grid(paragraph))
    return paragraph.em / 20 * _NATURAL * paragraph.format.line / 240 if found is None else found


def blank_lines_before(subject: Subject, paragraph: Paragraph, after: int) -> float:
    """The blank space between a paragraph and the paragraph `after` above it, in lines of the page."""
    between = [
        one
        for one in subject.facts.paragraphs[after : paragraph.index - 1]
        if one.place is Location.BODY and not one.text.strip() and not one.pictures
    ]
    above = subject.facts.paragraphs[after - 1]
    space = sum(height(subject, one) + (one.format.before + one.format.after) / 20 for one in between)
    space += (above.format.after + paragraph.format.before) / 20
    return space / subject.layout.grid.line_pitch.value.points
