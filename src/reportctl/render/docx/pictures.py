"""Pictures: in the line of text, scaled down to 版心, with alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl import images
from reportctl.errors import ProjectError
from reportctl.render.docx.xml import PIC, A, attribute

if TYPE_CHECKING:
    from reportctl.document import Picture
    from reportctl.layout import Layout
    from reportctl.render.docx.package import Package

_EMU = 635
"""English metric units in a twip."""
_LINES_ABOVE = 5
"""Lines of 版心 that 附件, its title and the space around them take."""


def inline(picture: Picture, number: int, layout: Layout, package: Package) -> str:
    """The picture as a run, its image taken into the package; `number` counts the document's pictures.

    Raises ProjectError where the image cannot be read.
    """
    try:
        image = images.read(picture.data)
    except ValueError as error:
        hint = "图片可能已损坏：用看图软件打开，另存为 PNG 或 JPEG"
        raise ProjectError(f"图片“{picture.alternative}”打不开", hint=hint) from error
    identifier = package.add_image(picture.data, image.ending)
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
    room_across = layout.page.text_width.twips * _EMU
    lines = layout.grid.lines.value - _LINES_ABOVE
    room_down = lines * layout.grid.line_pitch.value.twips * _EMU
    scale = min(1, room_across / max(width, 1), room_down / max(height, 1))
    return max(1, int(width * scale)), max(1, int(height * scale))
