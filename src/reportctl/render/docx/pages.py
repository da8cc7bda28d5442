"""Pages: the sections with their sheet, margins and grid, and what stands outside 版心.

There stand the page number (clause 7.5) in the footers and a draft's mark in the header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENTATION, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Twips

from reportctl.layout import GridKind, PageNumberPlace
from reportctl.render.docx.xml import DECLARATION, WP, A, R, W, paragraph, run
from reportctl.typesetting.measure import PageOrientation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.render.docx.package import Package
    from reportctl.render.docx.stylesheet import StyleSheet

_DASH = 0.505
"""Where the dash of a page number lies below the top of its line, in sizes of the page number."""
_FIRST_BOX = 1_000_000
"""The number of the first page number's box: beyond those of all pictures."""
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_SECTION = re.compile("<w:sectPr.*?</w:sectPr>", re.DOTALL)


def add_sections(
    kinds: Iterable[PageOrientation], document: Document, layout: Layout, package: Package, sheet: StyleSheet
) -> dict[PageOrientation, str]:
    """`w:sectPr` of each kind of section, its header and footers taken into the package."""
    wanted, word = list(kinds), package.word
    for index, kind in enumerate(wanted):
        section = word.add_section() if index else word.sections[0]
        _set_page(section, kind, layout)
        written = word.element.body.sectPr
        _set_grid(written.find(qn("w:docGrid")), layout)
        for pages, even in ((WD_HEADER_FOOTER.PRIMARY, False), (WD_HEADER_FOOTER.EVEN_PAGE, True)):
            if document.draft:
                written.add_headerReference(pages, _add(package, "header", _draft(sheet)))
            footer = _footer(kind, layout, sheet, even=even)
            written.add_footerReference(pages, _add(package, "footer", footer))
    return dict(zip(wanted, _SECTION.findall(word.part.blob.decode()), strict=True))


def with_sections(
    pieces: Iterable[str | PageOrientation],
    sections: Mapping[PageOrientation, str],
    styles: StyleSheet,
) -> Iterator[str]:
    """The pieces, with a section's end wherever the sheet turns, and at the end of the document.

    A section ends within its last paragraph; what is no paragraph has one behind it.
    """
    lies, held = PageOrientation.PORTRAIT, ""
    for piece in pieces:
        if not isinstance(piece, PageOrientation):
            yield held
            held = piece
        elif piece is not lies:
            held = held.replace("</w:pPr>", f"{sections[lies]}</w:pPr>", 1)
            lies = piece
    yield held or paragraph(styles.use("GwEnd"), "")
    yield sections[lies]


def _set_page(section: Section, kind: PageOrientation, layout: Layout) -> None:
    """How the sheet lies, its size and its margins."""
    page = layout.page
    width, height = page.width.value.twips, page.height.value.twips
    top, right, bottom, left = (edge.value.twips for edge in (page.top, page.right, page.bottom, page.left))
    section.orientation = WD_ORIENTATION.PORTRAIT
    if kind is PageOrientation.LANDSCAPE:
        # the sheet turns to the right: its binding edge comes to lie on top, its foot on the left (clause 8)
        section.orientation = WD_ORIENTATION.LANDSCAPE
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.top_margin, section.bottom_margin = Twips(top), Twips(bottom)
    section.left_margin, section.right_margin = Twips(left), Twips(right)
    section.footer_distance = Twips(_footer_distance(layout))


def _set_grid(written: BaseOxmlElement, layout: Layout) -> None:
    """`w:docGrid`; `charSpace` is a cell's width less a Normal character's, in 4,096ths of a point."""
    grid = layout.grid
    written.set(qn("w:linePitch"), str(grid.line_pitch.value.twips))
    if grid.mode.value is GridKind.WORD:
        written.set(qn("w:type"), "linesAndChars")
        written.set(qn("w:charSpace"), str(round(grid.character_spacing.value.points * 4096)))


def _footer(kind: PageOrientation, layout: Layout, sheet: StyleSheet, *, even: bool) -> str:
    """The paragraph with the page number of odd or of even pages, empty where they bear none.

    On a turned sheet the number stands where it does on the others (clause 8): the foot of the upright sheet
    is the left edge of the turned one, and a box there turns it: it reads upright in the bound report.
    """
    style = sheet.use(_style(layout, even=even))
    if kind is PageOrientation.BARE:
        return paragraph(style, "")
    field = f'<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>'
    dashed = layout.page_number.dashes.value
    number = paragraph(style, f"{run('— ')}{field}{run(' —')}" if dashed else field)
    if kind is PageOrientation.LANDSCAPE:
        return paragraph(style, _box(layout, number, _FIRST_BOX + even))
    return number


def _draft(sheet: StyleSheet) -> str:
    """The paragraph that marks every page of a draft."""
    return paragraph(sheet.use("GwDraft"), run("草　稿"))


def _add(package: Package, kind: str, content: str) -> str:
    """Take in a header or a footer; its relationship id."""
    types = {
        "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
        "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    }
    root, content_type, relationship = types[kind]
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"'
    part = f"{DECLARATION}<w:{root} {spaces}>{content}</w:{root}>"
    return package.add(f"{kind}%d.xml", content_type, relationship, part.encode())


def _style(layout: Layout, *, even: bool) -> str:
    if layout.page_number.place.value is PageNumberPlace.CENTER:
        return "GwPageMiddle"
    return "GwPageEven" if even else "GwPageOdd"


def _footer_distance(layout: Layout) -> int:
    """Twips from the page's bottom to that of the page number's line: its dash lies `gap` below 版心."""
    size = layout.elements.page_number.size.value.twips
    return max(0, layout.page.bottom.value.twips - _line_top(layout) - size)


def _line_top(layout: Layout) -> int:
    """Twips from 版心's lower edge to the top of the page number's line."""
    return round(layout.page_number.gap.value.twips - layout.elements.page_number.size.value.twips * _DASH)


def _box(layout: Layout, content: str, identifier: int) -> str:
    """A text box on the left of a turned sheet, as long as 版心 is wide, its text running downwards."""
    page = layout.page
    thick = layout.elements.page_number.size.value.twips
    left = page.bottom.value.twips - _line_top(layout) - thick
    width, height = int(Twips(thick)), int(Twips(page.text_width.twips))
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
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{int(Twips(left))}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{int(Twips(page.left.value.twips))}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{_SHAPE}"><wps:wsp xmlns:wps="{_SHAPE}">'
        f"{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
