"""附件: each with its title, its texts, its tables, which scroll on a narrow screen, and its pictures."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from reportctl import images
from reportctl.document import Block, Table
from reportctl.errors import ProjectError
from reportctl.render.html import paragraphs
from reportctl.render.html.markup import element, text, void
from reportctl.render.html.paragraphs import Headings, paragraph
from reportctl.typesetting.chains import page_ends
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.document import Attachment, Document, Picture, TableCell
    from reportctl.layout import Layout
    from reportctl.typesetting.chains import PageEnd

_EMU = 9525
"""English metric units in a pixel, of which 96 make an inch."""


def write(document: Document, layout: Layout) -> Iterator[str]:
    """All attachments, in their order."""
    for index, attachment in enumerate(document.attachments, 1):
        lines = title_lines(attachment.title, layout.elements.attachment_title, document, layout)
        title = paragraphs.title(lines, document, layout)
        ends = page_ends(attachment.content, document, layout)
        yield from _attachment(attachment, title, f"attachment-{index}", ends)


def _attachment(attachment: Attachment, title: str, name: str, ends: Mapping[int, PageEnd]) -> Iterator[str]:
    first = attachment.content[0] if attachment.content else None
    turned = "wide" if isinstance(first, Table) and first.landscape else None
    yield '<div class="attachment">'
    label = element("p", attachment.label, class_="attachment-label")
    heading = element("h2", title, class_="attachment-title", id=name)
    yield element("hgroup", f"{label}\n{heading}", class_=turned)
    headings = Headings(above=2)
    for place, content in enumerate(attachment.content):
        if isinstance(content, Block):
            yield paragraph(content, headings, ends.get(place))
        elif isinstance(content, Table):
            yield from _table(content, name)
        else:
            yield _picture(content)
    yield "</div>"


def _table(table: Table, name: str) -> Iterator[str]:
    """A table in a frame that the keyboard reaches, since it may have to be scrolled."""
    frame = "table wide" if table.landscape else "table"
    yield f'<figure class="{frame}" tabindex="0" aria-labelledby="{name}">'
    yield "<table>"
    if table.widths:
        total = sum(table.widths)
        shares = (void("col", style=f"width: {width / total:.2%}") for width in table.widths)
        yield element("colgroup", "".join(shares))
    rows = [*table.cells()]
    head, body = rows[: table.header_rows], rows[table.header_rows :]
    if head:
        yield "<thead>"
        yield from (_row(row, "th", scope="col") for row in head)
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, "td") for row in body)
    yield "</tbody>"
    yield "</table>"
    yield "</figure>"


def _row(cells: Iterable[TableCell], name: str, scope: str | None = None) -> str:
    return element("tr", "".join(_cell(cell, name, scope) for cell in cells if cell.rows))


def _cell(cell: TableCell, name: str, scope: str | None) -> str:
    lines = void("br").join(map(text, cell.text.split("\n")))
    content = element("strong", lines) if cell.is_strong else lines
    across = str(cell.columns) if cell.columns > 1 else None
    down = str(cell.rows) if cell.rows > 1 else None
    if scope and across:
        scope = "colgroup"
    return element(name, content, scope=scope, colspan=across, rowspan=down)


def _picture(picture: Picture) -> str:
    """The picture at its own size, within the page, and smaller on a narrow screen."""
    try:
        image = images.read(picture.data)
    except ValueError as error:
        hint = "图片可能已损坏\uff1a用看图软件打开\uff0c另存为 PNG 或 JPEG"
        raise ProjectError(f"图片“{picture.alternative}”打不开", hint=hint) from error
    width, height = (max(1, round(side / _EMU)) for side in (image.width, image.height))
    source = f"data:image/{image.ending};base64,{b64encode(picture.data).decode()}"
    if picture.orientation == 1:
        shown = void("img", src=source, alt=picture.alternative, width=str(width), height=str(height))
    else:
        shown = _turned(picture, source, width, height)
    return element("figure", shown)


def _turned(picture: Picture, source: str, width: int, height: int) -> str:
    """A picture that is turned or mirrored: a drawing that scales as a picture does."""
    across, down = (height, width) if picture.quarters % 2 else (width, height)
    moves = f"translate({across / 2:g} {down / 2:g}) rotate({90 * picture.quarters})"
    mirror = " scale(-1 1)" if picture.mirrored else ""
    place = f"{moves}{mirror} translate({-width / 2:g} {-height / 2:g})"
    image = element("image", "", href=source, width=str(width), height=str(height), transform=place)
    size = {"width": str(across), "height": str(down), "viewBox": f"0 0 {across} {down}"}
    return element("svg", image, role="img", aria_label=picture.alternative, **size)
