"""The whole .docx: a base document with the report's properties, fonts, sections, pictures and body."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from docx.opc.constants import RELATIONSHIP_TYPE

from reportctl import images
from reportctl.document import Form, Picture
from reportctl.errors import ProjectError
from reportctl.render.docx import comments
from reportctl.render.docx.anchors import anchored
from reportctl.render.docx.body import Body
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.pages import add_sections, with_sections
from reportctl.render.docx.preparing import prepare
from reportctl.render.docx.stylesheet import StyleSheet
from reportctl.render.docx.xml import PIC, A, attribute
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.pagination import imprint_place, loose_end, loose_headings
from reportctl.typesetting.pictures import scaled
from reportctl.typesetting.tables import sheet_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.render.docx.package import Package
    from reportctl.render.review import ReviewAnchor

_QUARTER = 5_400_000
"""A quarter of a turn in the drawing's units, sixty thousand to the degree."""


def render(document: Document, layout: Layout, out: BinaryIO, anchors: Sequence[ReviewAnchor] = ()) -> None:
    """Write `document` to `out` as .docx, looking as `layout` says.

    `anchors` make a review copy of it: one for each paragraph with words or a picture, in reading order. The
    same document and layout give the same bytes; all but a public form bear the id of the build. Raises
    ProjectError for a picture that cannot be read.
    """
    package = prepare(document, layout)
    sheet = StyleSheet(package.word, layout, styles(document, layout))
    contents = [content for attachment in document.attachments for content in attachment.content]
    place = imprint_place(document, layout)
    lying = {PageOrientation.PORTRAIT, *([place.sheet] if place else [])}
    lying.update(sheet_for(content, layout) for content in contents)
    kinds = [kind for kind in PageOrientation if kind in lying]
    sections = add_sections(kinds, document, layout, package, sheet)
    pictures = [content for content in contents if isinstance(content, Picture)]
    shown = [_picture(picture, number, layout, package) for number, picture in enumerate(pictures, 1)]
    loose = loose_headings(document, layout) | loose_end(document, layout)
    body: Iterable[str | PageOrientation] = Body(document, layout, sheet, shown, place, loose)
    if anchors:
        comments.add(anchors, package, sheet, document.date)
        body = anchored(body, anchors, sheet)
    body = with_sections(body, sections, sheet)
    package.write(body, out, document.date, stamped=document.form is not Form.PUBLIC)


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
    upright = picture.quarters % 2 == 0
    width, height = scaled(image.width, image.height, layout, upright=upright)
    # what Word must leave free above and below, or beside, a picture that lies on its side
    more, beside = (0, 0) if upright else (max(width - height, 0) // 2, max(height - width, 0) // 2)
    free = f'<wp:effectExtent l="{beside}" t="{more}" r="{beside}" b="{more}"/>' if more or beside else ""
    turned = f' rot="{picture.quarters * _QUARTER}"' if picture.quarters else ""
    mirrored = ' flipH="1"' if picture.mirrored else ""
    named = f'id="{number}" name="图片 {number}" descr="{attribute(picture.alternative)}"'
    frame = (
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm{turned}{mirrored}><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>{free}<wp:docPr {named}/>{frame}'
        "</wp:inline></w:drawing></w:r>"
    )
