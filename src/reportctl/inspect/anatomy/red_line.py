"""The red line under 版头: a border, a low coloured paragraph, or a drawn line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.anatomy.model import RedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.facts import Border, Facts, Paragraph

_REACH = 3  # paragraphs below 版头 among which the line may stand


def red_line(facts: Facts, first: int, last: int) -> RedLine | None:
    """The line under the paragraphs `first` to `last` of 版头, None where there is none."""
    return _border(facts.paragraphs[last - 1 : last + _REACH]) or next(
        (
            RedLine(shape.paragraph, shape.color, shape.width, thickness=shape.thickness / 20)
            for shape in facts.shapes
            if first <= shape.paragraph <= last + _REACH
        ),
        None,
    )


def _border(paragraphs: Sequence[Paragraph]) -> RedLine | None:
    """The first line at the foot of the last paragraph of 版头, or about the empty ones below it."""
    last, *below = paragraphs
    if last.format.bottom is not None:
        return _line(last, last.format.bottom, last.format.bottom.space * 20)
    lead = last.format.after
    for one in below:
        form = one.format
        lead += form.before
        above = form.top or one.strip
        if above is not None:
            return _line(one, above, lead + above.space * 20)
        if one.text.strip():
            return None
        lead += form.line
        if form.bottom is not None:
            return _line(one, form.bottom, lead + form.bottom.space * 20)
        lead += form.after
    return None


def _line(paragraph: Paragraph, border: Border, lead: int) -> RedLine:
    return RedLine(paragraph.index, border.color, lead=lead, thickness=border.size / 8)
