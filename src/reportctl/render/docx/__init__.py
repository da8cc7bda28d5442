"""Renders a document as .docx after GB/T 9704-2012: the only home of python-docx and of writing Open XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportctl.document import Picture
from reportctl.render.docx import pages, parts, pictures
from reportctl.render.docx.body import Body
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.package import Package
from reportctl.render.docx.styles import StyleSheet
from reportctl.render.docx.theme import theme
from reportctl.render.docx.xml import DECLARATION, WP, R, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout

__all__ = ["render"]


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as .docx, looking as `layout` says.

    The same document and layout give the same bytes. Raises ProjectError for a picture that cannot be read.
    """
    package = Package()
    package.relate_properties(parts.core_properties(package.opc, document))
    sheet = StyleSheet(layout, styles(document, layout))
    _add_parts(package, document, layout, sheet)
    furniture = _add_furniture(package, document, layout, sheet)
    images = [
        pictures.inline(picture, number, layout, package)
        for number, picture in enumerate(_pictures(document), 1)
    ]
    body = pages.with_sections(Body(document, layout, sheet, images), layout, furniture, sheet)
    package.write(out, _whole(body), document.date)


def _add_parts(package: Package, document: Document, layout: Layout, sheet: StyleSheet) -> None:
    package.add_late("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, sheet.xml)
    settings = parts.settings(mirrored=document.duplex)
    package.add("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)
    fonts = parts.font_table(layout)
    package.add("theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme(layout))
    package.add("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts)


def _add_furniture(
    package: Package, document: Document, layout: Layout, sheet: StyleSheet
) -> pages.Furniture:
    """Take in the footers and, for a draft, the header; odd and even pages have their own."""

    def footer(name: str, *, even: bool) -> str:
        content = pages.footer(layout, sheet, even=even)
        return package.add(name, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, content)

    draft = ""
    if document.draft:
        header = pages.draft_header(sheet)
        draft = package.add("header1.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, header)
    return pages.Furniture(footer("footer1.xml", even=False), footer("footer2.xml", even=True), draft)


def _pictures(document: Document) -> Iterator[Picture]:
    for attachment in document.attachments:
        for content in attachment.content:
            if isinstance(content, Picture):
                yield content


def _whole(body: Iterator[str]) -> Iterator[str]:
    yield f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"><w:body>'
    yield from body
    yield "</w:body></w:document>"
