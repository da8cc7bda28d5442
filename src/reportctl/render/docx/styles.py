"""Named styles: how the paragraphs and the text of each are set, as the layout says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.layout import Align, GridKind
from reportctl.typesetting.measure import Indents

if TYPE_CHECKING:
    from reportctl.layout import ElementLayout, Layout, Length
    from reportctl.typesetting.measure import TabStop

_NO_INDENTS = Indents()
_UNINDENTED = frozenset({Align.CENTER, Align.RIGHT})
ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class ParagraphLook(NamedTuple):
    """How a paragraph is set; lengths in twips.

    A line is exactly `line` high; with 0 it grows with its content, as tables and pictures need.
    """

    line: int
    before: int = 0
    after: int = 0
    align: WD_ALIGN_PARAGRAPH | None = None
    indents: Indents = _NO_INDENTS
    tabs: tuple[TabStop, ...] = ()
    keep_with_next: bool = False
    new_page: bool = False
    outline_level: int | None = None
    line_above: tuple[Length, str] | None = None
    """The width and the colour of a line on top."""
    fill: str = ""


class CharacterLook(NamedTuple):
    """How a text is set; what is None is the paragraph's or Normal's."""

    han: str = ""
    latin: str = ""
    half_points: int | None = None
    color: str = ""
    spacing: int | None = None
    """Twips between characters."""
    bold: bool | None = None
    fill: str = ""


class NamedStyle(NamedTuple):
    """A paragraph style, or a character style where `paragraph` is None.

    `identifier` is what the body refers to, `name` what Word shows, `following` the style of a paragraph that
    is begun behind one of this style.
    """

    identifier: str
    name: str
    paragraph: ParagraphLook | None = None
    character: CharacterLook | None = None
    following: str = ""


TINY = CharacterLook(half_points=2)
"""Of a paragraph without text that is to take no room."""


def of(layout: Layout, key: str, variant: str = "", name: str = "", **changes: Any) -> NamedStyle:
    """The paragraph style of the element of that key; `changes` are fields of its `ParagraphLook`.

    `variant` tells a second style of an element from its first; Word shows `name`, or the element's title.
    """
    element: ElementLayout = getattr(layout.elements, key)
    paragraph = paragraph_look(layout, element)._replace(**changes)
    title = name or layout.elements.title_of(key)
    return NamedStyle(f"{style_of(key)}{variant}", title, paragraph, character_look(layout, element))


def style_of(key: str) -> str:
    """The identifier of an element's style: GwTitle of title."""
    return f"Gw{key.title().replace('_', '')}"


def paragraph_look(layout: Layout, element: ElementLayout) -> ParagraphLook:
    """How the paragraphs of an element are set."""
    size, align = element.size.value.twips, element.align.value
    first_line = 0 if align in _UNINDENTED else element.first_line.value
    left, right = round(element.left.value * size), round(element.right.value * size)
    indents = Indents(left, right, round(first_line * size), size)
    return ParagraphLook(layout.line_pitch(element).twips, align=ALIGNMENTS[align], indents=indents)


def character_look(
    layout: Layout,
    element: ElementLayout,
    *,
    size: Length | None = None,
    latin: bool = True,
    within: ElementLayout | None = None,
) -> CharacterLook:
    """How the text of an element is set, `size` overruling its own; `within` is the paragraph's, if another.

    Only text of the body's size is set closer: 28 characters a line are counted in it (clause 5.2.3).
    """
    size = size or element.size.value
    close = layout.grid.mode.value is GridKind.LINES and size == layout.elements.body.size.value
    han = layout.font(element.font.value)
    return CharacterLook(
        han=han,
        latin=layout.fonts.latin.value if latin and layout.fonts.latin.value else han,
        half_points=size.half_points,
        color=element.color.value,
        spacing=layout.grid.character_spacing.value.twips if close else 0,
        bold=_bold(layout, element, within),
    )


def _bold(layout: Layout, element: ElementLayout, within: ElementLayout | None) -> bool | None:
    """Bold is a toggle: a character style turns the paragraph's, a paragraph style overrules Normal's."""
    bold = element.bold.value
    if within is not None:
        return True if bold is not within.bold.value else None
    return True if bold else False if layout.elements.default.bold.value else None
