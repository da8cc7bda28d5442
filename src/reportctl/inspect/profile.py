"""Which of several layouts a document follows: the one whose page and line spacing fit best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.measure import dominant, pitch, tally
from reportctl.inspect.structure import ElementKind
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import PageSection
    from reportctl.inspect.structure import Structure
    from reportctl.layout.model import Layout


def choose(
    structure: Structure, line: float | None, layouts: Sequence[Layout]
) -> tuple[Layout, tuple[Layout, ...]]:
    """The layout that fits best - the first of those that fit alike - and the others.

    The page decides before the line spacing: margins are set once, spacing by every hand. Where the page is
    none of theirs, a line spacing that happens to be near one tells nothing.
    """
    section = structure.facts.sections[0] if structure.facts.sections else None
    fits = {layout.name: _page_fit(section, layout) for layout in layouts}
    told = max(fits.values()) > 0
    best = max(layouts, key=lambda layout: (fits[layout.name], _line_fit(line, layout) if told else 0.0))
    return best, tuple(layout for layout in layouts if layout is not best)


def body_pitch(structure: Structure) -> float | None:
    """The line spacing of most of the text, in points; None where there is no text or it follows the font."""
    paragraphs = (element.paragraph for element in structure.elements if element.kind is ElementKind.BODY)
    looks = tally(
        (paragraph, (id(paragraph.format), paragraph.section), len(paragraph.text))
        for paragraph in paragraphs
    )
    return dominant(
        (pitch(paragraph, structure.facts.grid(paragraph)), weight) for paragraph, weight in looks
    )


def _page_fit(section: PageSection | None, layout: Layout) -> int:
    if section is None:
        return 0
    pairs = ((section.top, layout.page.top), (section.bottom, layout.page.bottom))
    return sum(setting.accepts(Length(found / 20)) for found, setting in pairs)


def _line_fit(line: float | None, layout: Layout) -> float:
    return 0.0 if line is None else -abs(line - layout.grid.line_pitch.value.points)
