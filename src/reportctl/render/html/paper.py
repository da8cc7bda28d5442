"""The sheet of paper that the page is printed on: its size, its margins, what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.layout import FontClass, PageNumberPlace
from reportctl.render.html.look import em, family, mm, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout


def rules(document: Document, layout: Layout) -> Iterator[str]:
    """The rules for upright sheets, for turned ones (`wide`), for 页码 and for a draft's mark."""
    page = layout.page
    high, wide = mm(page.height.value), mm(page.width.value)
    top, right = mm(page.top.value), mm(page.right.value)
    bottom, left = mm(page.bottom.value), mm(page.left.value)
    yield f"@page {{ size: {wide} {high}; margin: {top} {right} {bottom} {left} }}"
    if document.duplex:
        yield f"@page :left {{ margin-right: {left}; margin-left: {right} }}"
    # a turned sheet is bound where the upright one is: along its upper edge
    yield f"@page wide {{ size: {high} {wide}; margin: {left} {top} {right} {bottom} }}"
    yield from _page_number(layout)
    if document.draft:
        yield from _draft(layout)


def _page_number(layout: Layout) -> Iterator[str]:
    """页码 (clause 7.5), whose dash lies in the middle of its line."""
    element = layout.elements.page_number
    size = element.size.value.points
    content = '"— " counter(page) " —"' if layout.page_number.dashes.value else "counter(page)"
    above = layout.page_number.gap.value.points - size / 2
    look = (
        f"content: {content}; font: {number(size)}pt/1 {family(layout, element.font.value)};"
        f" color: #{element.color.value}; vertical-align: top; padding-top: {number(above)}pt"
    )
    if layout.page_number.place.value is PageNumberPlace.CENTER:
        yield f"@page {{ @bottom-center {{ {look} }} }}"
        return
    # on a turned sheet it keeps its edge of the bound report: it runs down the left one (clause 8)
    turned = f"writing-mode: vertical-rl; padding-top: 0; padding-right: {number(above)}pt"
    for side, end, space in (("right", "bottom", element.right.value), ("left", "top", element.left.value)):
        yield f"@page :{side} {{ @bottom-{side} {{ {look}; padding-{side}: {em(space)} }} }}"
        place = f"text-align: {'start' if end == 'top' else 'end'}"
        yield (
            f"@page wide:{side} {{ @bottom-{side} {{ content: none }} "
            f"@left-{end} {{ {look}; {turned}; padding-{end}: {em(space)}; {place} }} }}"
        )


def _draft(layout: Layout) -> Iterator[str]:
    """Every page after the first, which says so in its text, says that it is a draft."""
    size = number(layout.elements.heading1.size.value.points)
    look = f"font: {size}pt {family(layout, FontClass.HEI)}; color: #{layout.letterhead.line_color.value}"
    yield f'@page {{ @top-right {{ content: "草稿"; {look} }} }}'
    yield "@page :first { @top-right { content: none } }"
