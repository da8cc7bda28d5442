"""Sections: page geometry, grid, and the footers that each section shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.facts import Location, PageSection, Paragraph, ReadGrid
from reportctl.inspect.ooxml import R, W, attributes, flag, integer, twips
from reportctl.inspect.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from reportctl.inspect.formatting import FormatResolver

_Margins = dict[str, tuple[Paragraph, ...]]
_ACTIVE = frozenset(("lines", "linesAndChars", "snapToChars"))


def read_margin(root: _Element, sheet: FormatResolver) -> tuple[Paragraph, ...]:
    """The paragraphs of a footer, text boxes included."""
    story = Story(sheet, Location.MARGIN)
    story.read(root)
    return tuple(story.paragraphs)


def read_sections(
    elements: Iterable[_Element], margin: Callable[[str], tuple[Paragraph, ...]]
) -> tuple[PageSection, ...]:
    """The sections in order; `margin` gives the paragraphs of a footer by its relationship.

    A section that names no footer of a kind shows that of the section before it.
    """
    footers: _Margins = {}
    sections = []
    for element in elements:
        footers = footers | _margins(element, margin)
        sections.append(_section(element, footers))
    return tuple(sections)


def _margins(element: _Element, margin: Callable[[str], tuple[Paragraph, ...]]) -> _Margins:
    return {
        one.get(f"{W}type", "default"): margin(one.get(f"{R}id", ""))
        for one in element.iterchildren(f"{W}footerReference")
    }


def _section(element: _Element, footers: _Margins) -> PageSection:
    size = _attributes(element, "pgSz")
    margins = _attributes(element, "pgMar")
    numbers = _attributes(element, "pgNumType")
    title_page = element.find(f"{W}titlePg")

    def margin(side: str) -> int:
        return twips(margins.get(side)) or 0

    return PageSection(
        width=twips(size.get("w")) or 0,
        height=twips(size.get("h")) or 0,
        # A negative margin keeps its place whatever the header's height; its size is what counts.
        top=abs(margin("top")),
        right=margin("right"),
        bottom=abs(margin("bottom")),
        left=margin("left") + margin("gutter"),
        footer=margin("footer"),
        landscape=size.get("orient") == "landscape",
        continuous=_attributes(element, "type").get("val") == "continuous",
        grid=_grid(_attributes(element, "docGrid")),
        title_page=title_page is not None and flag(title_page),
        number_start=integer(numbers.get("start")),
        number_format=numbers.get("fmt", "decimal"),
        footers=footers,
    )


def _attributes(element: _Element, tag: str) -> dict[str, str]:
    child = element.find(f"{W}{tag}")
    return {} if child is None else attributes(child)


def _grid(attributes: dict[str, str]) -> ReadGrid:
    kind = attributes.get("type", "")
    if kind not in _ACTIVE:
        return ReadGrid()
    return ReadGrid(kind, twips(attributes.get("linePitch")) or 0, integer(attributes.get("charSpace")) or 0)
