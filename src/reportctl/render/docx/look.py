"""From an element of the layout to the properties of a style: fonts, sizes, spacing, indents, alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.layout import Align, GridKind
from reportctl.render.docx.xml import attribute

if TYPE_CHECKING:
    from reportctl.layout import ElementLayout, FontClass, Layout, Length

Properties = dict[str, str]

_UNINDENTED = frozenset({Align.CENTER, Align.RIGHT})
_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def fonts(layout: Layout, font_class: FontClass, *, latin: bool = True) -> str:
    """The attributes of `w:rFonts`: all four slots, so that nothing falls to a theme or a default.

    The hint makes “ ” … — · × take the Han font where the Latin slots name another.
    """
    han = attribute(layout.font(font_class))
    other = attribute(layout.fonts.latin.value) if latin and layout.fonts.latin.value else han
    return f'w:hint="eastAsia" w:ascii="{other}" w:hAnsi="{other}" w:eastAsia="{han}" w:cs="{other}"'


def character(
    layout: Layout,
    element: ElementLayout,
    *,
    size: Length | None = None,
    latin: bool = True,
    within: ElementLayout | None = None,
) -> Properties:
    """The run properties of an element, `size` overruling its own; `within` is the paragraph's, if another.

    Only text of the body's size is set closer: 28 characters a line are counted in it (clause 5.2.3).
    """
    size = size or element.size.value
    close = layout.grid.mode.value is GridKind.LINES and size == layout.elements.body.size.value
    properties = {
        "rFonts": fonts(layout, element.font.value, latin=latin),
        "color": f'w:val="{element.color.value}"',
        "spacing": f'w:val="{layout.grid.character_spacing.value.twips if close else 0}"',
        "sz": f'w:val="{size.half_points}"',
        "szCs": f'w:val="{size.half_points}"',
    }
    return properties | _weight(layout, element, within)


def _weight(layout: Layout, element: ElementLayout, within: ElementLayout | None) -> Properties:
    """Bold is a toggle: a character style turns the paragraph's, a paragraph style overrules Normal's."""
    bold = element.bold.value
    if within is not None:
        return {"b": "", "bCs": ""} if bold is not within.bold.value else {}
    if bold:
        return {"b": "", "bCs": ""}
    return {"b": 'w:val="0"', "bCs": 'w:val="0"'} if layout.elements.default.bold.value else {}


def paragraph(layout: Layout, element: ElementLayout, *, before: int = 0, after: int = 0) -> Properties:
    """The paragraph properties of an element; `before` and `after` in twips."""
    properties = {
        "spacing": spacing(layout.line_pitch(element).twips, before=before, after=after),
        "jc": f'w:val="{_ALIGN[element.align.value]}"',
    }
    first_line = 0 if element.align.value in _UNINDENTED else element.first_line.value
    indents = (first_line, element.left.value, element.right.value)
    if any(indents):
        properties["ind"] = _indent(element.size.value, *indents)
    return properties


def spacing(line: int, *, before: int = 0, after: int = 0) -> str:
    """The attributes of `w:spacing`: an exact line and the distances around the paragraph, in twips."""
    return f'w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"'


def single_spacing(*, before: int = 0, after: int = 0) -> str:
    """The attributes of `w:spacing` where lines grow with their content, as tables and pictures need."""
    return f'w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"'


def blank_lines(layout: Layout, count: int) -> int:
    """The height of blank lines, in twips."""
    return count * layout.grid.line_pitch.value.twips


def advance(layout: Layout, element: ElementLayout) -> int:
    """How far a character of an element moves the pen, in twips; Word's grid moves every size alike."""
    size, grid = element.size.value, layout.grid
    close = grid.mode.value is GridKind.WORD or size == layout.elements.body.size.value
    return size.twips + (grid.character_spacing.value.twips if close else 0)


def _indent(size: Length, first_line: float, left: float, right: float) -> str:
    """Indents in characters, with the same in twips for programs that read only those."""
    named = (("left", left), ("right", right), ("firstLine", first_line))
    parts = [
        f'w:{name}Chars="{round(count * 100)}" w:{name}="{round(count * size.twips)}"'
        for name, count in named
        if count
    ]
    return " ".join(parts)
