"""The red line under 版头: a border, a low coloured paragraph, drawn or typed; also at the wrong place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.inspect.appearance import reddish
from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import RedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Border, Facts, Paragraph

_LINE_REACH = 3  # paragraphs below 版头 among which the line may stand
_ELSEWHERE = 12  # paragraphs below 版头 among which a line at the wrong place is looked for


def red_line(facts: Facts, first: int, last: int) -> RedLine | None:
    """The line under the paragraphs `first` to `last` of 版头, None where there is none.

    A red border elsewhere about them is that line at the wrong place.
    """
    shape = next((shape for shape in facts.shapes if first <= shape.paragraph <= last + _LINE_REACH), None)
    under = _of_table(facts, facts.paragraphs[last - 1]) or _border(
        facts.paragraphs[last - 1 : last + _LINE_REACH]
    )
    if under is not None:
        return under
    typed = _typed(facts.paragraphs[last : last + _LINE_REACH])
    if typed is not None:
        return typed
    if shape is not None:
        return RedLine(shape.paragraph, shape.color, shape.width, thickness=shape.thickness / 20)
    return _elsewhere(facts.paragraphs[first - 1 : last + _ELSEWHERE])


def _of_table(facts: Facts, last: Paragraph) -> RedLine | None:
    """The line under the row of a table that holds the last line of 版头, or over the row below it."""
    if last.table is None or last.row is None:
        return None
    table = facts.tables[last.table]
    below = table.rows[last.row + 1 : last.row + 2]
    line = table.rows[last.row].bottom or (below[0].top if below else None)
    if line is None:
        return None
    return RedLine(last.index, line.color, table.width or None, thickness=line.size / 8)


def _typed(paragraphs: Sequence[Paragraph]) -> RedLine | None:
    """A line made of characters; how long it is, their font decides."""
    for paragraph in paragraphs:
        if patterns.is_rule(paragraph.text):
            color = next(run.character.color for run in paragraph.runs if run.text.strip())
            return RedLine(paragraph.index, color)
    return None


def _elsewhere(paragraphs: Sequence[Paragraph]) -> RedLine | None:
    for paragraph in paragraphs:
        form = paragraph.format
        for border in (form.top, form.bottom, paragraph.strip):
            if border is not None and reddish(border.color):
                return replace(_line(paragraph, border, 0), misplaced=True)
    return None


def _border(paragraphs: Sequence[Paragraph]) -> RedLine | None:
    """The first line at the foot of the last paragraph of 版头, or about the empty ones below it."""
    last, *below = paragraphs
    if last.format.bottom is not None:
        return _line(last, last.format.bottom, last.format.bottom.space * 20)
    lead = last.format.after
    for paragraph in below:
        form = paragraph.format
        lead += form.before
        above = form.top or paragraph.strip
        if above is not None:
            return _line(paragraph, above, lead + above.space * 20)
        if paragraph.text.strip():
            return None
        lead += form.line
        if form.bottom is not None:
            return _line(paragraph, form.bottom, lead + form.bottom.space * 20)
        lead += form.after
    return None


def _line(paragraph: Paragraph, border: Border, lead: int) -> RedLine:
    return RedLine(paragraph.index, border.color, lead=lead, thickness=border.size / 8)
