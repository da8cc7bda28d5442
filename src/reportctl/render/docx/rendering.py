"""The whole .docx: its parts, its body streamed, its pages with their footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

from reportctl.document import Picture
from reportctl.render.docx import furniture, parts, pictures, tables
from reportctl.render.docx.body import Body
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.package import FONT_TABLE, FOOTER, HEADER, SETTINGS, STYLES, THEME, Package
from reportctl.render.docx.pages import Furniture, PageOrientation, with_sections
from reportctl.render.docx.pagination import imprint_sheet
from reportctl.render.docx.styles import StyleSheet
from reportctl.render.docx.theme import theme
from reportctl.render.docx.xml import DECLARATION, WP, R, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Block, Document, Table
    from reportctl.layout import Layout


class FooterMaker(Protocol):
    """Makes the footer of odd or of even pages."""

    def __call__(self, layout: Layout, sheet: StyleSheet, *, even: bool) -> bytes:
        """The footer's part."""


def render(document: Document, layout: Layout, out: BinaryIO) -> None:
    """Write `document` to `out` as .docx, looking as `layout` says: see the package."""
    package = Package(parts.core_properties(document))
    sheet = StyleSheet(layout, styles(document, layout))
    _add_parts(package, document, layout, sheet)
    sides = _add_furniture(package, document, layout, sheet)
    images = [
        pictures.inline(picture, number, layout, package)
        for number, picture in enumerate((one for one in _contents(document) if isinstance(one, Picture)), 1)
    ]
    body = with_sections(Body(document, layout, sheet, images), layout, sides, sheet)
    package.write(out, _whole(body), document.date)


def _add_parts(package: Package, document: Document, layout: Layout, sheet: StyleSheet) -> None:
    package.add("styles.xml", STYLES, sheet.xml)  # which styles there are shows in the body
    package.add("settings.xml", SETTINGS, parts.settings(mirrored=document.duplex))
    package.add("theme/theme1.xml", THEME, theme(layout))
    package.add("fontTable.xml", FONT_TABLE, parts.font_table(layout))


def _add_furniture(
    package: Package, document: Document, layout: Layout, sheet: StyleSheet
) -> dict[PageOrientation, Furniture]:
    """Take in the footers and, for a draft, the header; odd and even pages have their own."""
    draft = ""
    if document.draft:
        header = furniture.draft_header(sheet)
        draft = package.add("header1.xml", HEADER, header)
    upright = Furniture(*_footers(package, layout, sheet, furniture.footer), draft)
    sides = {PageOrientation.PORTRAIT: upright, PageOrientation.OVERLEAF: upright}
    if any(tables.sheet_for(content, layout) is PageOrientation.LANDSCAPE for content in _contents(document)):
        turned = _footers(package, layout, sheet, furniture.turned_footer, first=3)
        sides[PageOrientation.LANDSCAPE] = Furniture(*turned, draft)
    if imprint_sheet(document, layout) is PageOrientation.BARE_OVERLEAF:
        bare = _footers(package, layout, sheet, furniture.empty_footer, first=5)
        sides[PageOrientation.BARE_OVERLEAF] = Furniture(*bare, draft)
    return sides


def _footers(
    package: Package, layout: Layout, sheet: StyleSheet, make: FooterMaker, first: int = 1
) -> tuple[str, str]:
    """Take in the footers of odd and of even pages; their relationship ids."""

    def add(number: int, *, even: bool) -> str:
        return package.add(f"footer{number}.xml", FOOTER, make(layout, sheet, even=even))

    return add(first, even=False), add(first + 1, even=True)


def _contents(document: Document) -> Iterator[Block | Table | Picture]:
    for attachment in document.attachments:
        yield from attachment.content


def _whole(body: Iterator[str]) -> Iterator[str]:
    yield f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"><w:body>'
    yield from body
    yield "</w:body></w:document>"
