"""What stands outside 版心: the page number (clause 7.5) in the footers, a draft's mark in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.layout import PageNumberPlace
from reportctl.render.docx.xml import DECLARATION, WP, A, R, W, paragraph, run

if TYPE_CHECKING:
    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_DASH = 0.505
"""Where the dash of a page number lies below the top of its line, in sizes of the page number."""
_FIRST_BOX = 1_000_000
"""The number of the first page number's box: beyond those of all pictures."""
_EMU = 635
"""English metric units in a twip."""
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def footer(layout: Layout, sheet: StyleSheet, *, even: bool) -> bytes:
    """The part with the page number of odd or even pages."""
    return _part("ftr", _number(layout, sheet, even=even))


def turned_footer(layout: Layout, sheet: StyleSheet, *, even: bool) -> bytes:
    """The same for a turned sheet, whose number stands where it does on the others (clause 8).

    The foot of the upright sheet is the left edge of the turned one: the number stands in a box there, its
    text turned with the sheet, so that it reads upright in the bound report.
    """
    content = _box(layout, _number(layout, sheet, even=even), _FIRST_BOX + even)
    return _part("ftr", paragraph(sheet.use(_style(layout, even=even)), content))


def empty_footer(layout: Layout, sheet: StyleSheet, *, even: bool) -> bytes:
    """The footer of a page that has no page number."""
    return _part("ftr", paragraph(sheet.use(_style(layout, even=even)), ""))


def draft_header(sheet: StyleSheet) -> bytes:
    """The part that marks every page of a draft."""
    return _part("hdr", paragraph(sheet.use("GwDraft"), run("草　稿")))


def footer_distance(layout: Layout) -> int:
    """Twips from the page's bottom to that of the page number's line: its dash lies `gap` below 版心."""
    size = layout.elements.page_number.size.value.twips
    return max(0, layout.page.bottom.value.twips - _line_top(layout) - size)


def _line_top(layout: Layout) -> int:
    """Twips from 版心's lower edge to the top of the page number's line."""
    return round(layout.page_number.gap.value.twips - layout.elements.page_number.size.value.twips * _DASH)


def _style(layout: Layout, *, even: bool) -> str:
    if layout.page_number.place.value is PageNumberPlace.CENTER:
        return "GwPageMiddle"
    return "GwPageEven" if even else "GwPageOdd"


def _number(layout: Layout, sheet: StyleSheet, *, even: bool) -> str:
    field = f'<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>'
    dashed = layout.page_number.dashes.value
    number = f"{run('— ')}{field}{run(' —')}" if dashed else field
    return paragraph(sheet.use(_style(layout, even=even)), number)


def _box(layout: Layout, content: str, identifier: int) -> str:
    """A text box on the left of a turned sheet, as long as 版心 is wide, its text running downwards."""
    page = layout.page
    thick = layout.elements.page_number.size.value.twips
    left = page.bottom.value.twips - _line_top(layout) - thick
    width, height = thick * _EMU, page.text_width.twips * _EMU
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        "<a:noAutofit/></wps:bodyPr>"
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{page.left.value.twips * _EMU}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{_SHAPE}"><wps:wsp xmlns:wps="{_SHAPE}">'
        f"{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _part(name: str, content: str) -> bytes:
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"'
    return f"{DECLARATION}<w:{name} {spaces}>{content}</w:{name}>".encode()
