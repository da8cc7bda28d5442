"""The whole .docx: a base document with the report's properties, fonts, sections, pictures and body."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, BinaryIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Twips

from reportctl import images
from reportctl.document import Form, Picture
from reportctl.errors import ProjectError
from reportctl.layout import FontClass
from reportctl.render.docx import tables
from reportctl.render.docx.body import Body
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.package import Package
from reportctl.render.docx.pages import add_sections, with_sections
from reportctl.render.docx.stylesheet import StyleSheet
from reportctl.render.docx.xml import DECLARATION, PIC, A, W, attribute, plain
from reportctl.typesetting.pagination import PageOrientation, imprint_sheet

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

    from reportctl.document import Document
    from reportctl.layout import Layout

_LONGEST_PROPERTY = 255
_GB2312 = "86"
"""The character set of the font table that stands for simplified Chinese."""
_LINES_ABOVE = 5
"""Lines of 版心 that 附件, its title and the space around them take."""


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as .docx, looking as `layout` says.

    The same document and layout give the same bytes; all but a public form bear the id of the build. Raises
    ProjectError for a picture that cannot be read.
    """
    package = Package()
    _set_properties(package.word.core_properties, document)
    if not document.duplex:
        _unmirror(package)
    _add_fonts(package, layout)
    sheet = StyleSheet(package.word, layout, styles(document, layout))
    contents = [content for attachment in document.attachments for content in attachment.content]
    lying = {PageOrientation.PORTRAIT, imprint_sheet(document, layout)}
    lying.update(tables.sheet_for(content, layout) for content in contents)
    kinds = [kind for kind in PageOrientation if kind in lying]
    sections = add_sections(kinds, document, layout, package, sheet)
    pictures = [content for content in contents if isinstance(content, Picture)]
    shown = [_picture(picture, number, layout, package) for number, picture in enumerate(pictures, 1)]
    body = with_sections(Body(document, layout, sheet, shown), sections, sheet)
    package.write(body, out, document.date, stamped=document.form is not Form.PUBLIC)


def _set_properties(properties: CoreProperties, document: Document) -> None:
    """Title and dates are the report's own; nobody is named as author."""
    properties.title = plain(document.title)[:_LONGEST_PROPERTY]
    if document.draft:
        properties.content_status = "草稿"
    if document.date is not None:
        properties.created = properties.modified = dt.datetime.combine(document.date, dt.time())


def _unmirror(package: Package) -> None:
    """The binding edge of a report printed on one side stays on the left."""
    settings = package.word.settings.element
    settings.remove(settings.find(qn("w:mirrorMargins")))


def _add_fonts(package: Package, layout: Layout) -> None:
    """The font table: each font with those that may stand in for it where it is missing."""
    fonts = "".join(
        f'<w:font w:name="{attribute(layout.font(font_class))}">{_stand_ins(layout, font_class)}'
        f'<w:charset w:val="{_GB2312}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for font_class in FontClass
    )
    table = f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'
    package.add("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, table.encode())


def _stand_ins(layout: Layout, font_class: FontClass) -> str:
    names = layout.alternatives(font_class)
    return f'<w:altName w:val="{attribute(",".join(names))}"/>' if names else ""


def _picture(picture: Picture, number: int, layout: Layout, package: Package) -> str:
    """The picture as a run, scaled down to 版心, its image taken in; `number` counts the document's pictures.

    Raises ProjectError where the image cannot be read.
    """
    try:
        image = images.read(picture.data)
    except ValueError as error:
        hint = "图片可能已损坏：用看图软件打开，另存为 PNG 或 JPEG"
        raise ProjectError(f"图片“{picture.alternative}”打不开", hint=hint) from error
    name, content_type = f"media/image%d.{image.ending}", f"image/{image.ending}"
    identifier = package.add(name, content_type, RELATIONSHIP_TYPE.IMAGE, picture.data)
    width, height = _scaled(image.width, image.height, layout)
    named = f'id="{number}" name="图片 {number}" descr="{attribute(picture.alternative)}"'
    frame = (
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {named}/>{frame}</wp:inline></w:drawing></w:r>'
    )


def _scaled(width: int, height: int, layout: Layout) -> tuple[int, int]:
    """Width and height in EMU, made smaller where they exceed 版心 under the attachment's title."""
    lines = layout.grid.lines.value - _LINES_ABOVE
    room_across = Twips(layout.page.text_width.twips)
    room_down = Twips(lines * layout.grid.line_pitch.value.twips)
    scale = min(1, room_across / max(width, 1), room_down / max(height, 1))
    return max(1, int(width * scale)), max(1, int(height * scale))
