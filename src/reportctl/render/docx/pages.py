"""Sections: page size and margins, the grid, and the header and footers that a section refers to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reportctl.document import Table
from reportctl.layout import Grid, PageNumberPlace
from reportctl.render.docx.xml import DECLARATION, R, W, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_DASH_RISE = 0.505
"""Where the dash of a page number lies below the top of its line, in sizes of the page number."""
_HEADER = 851
"""Twips from the top of the page to a draft's mark: 15 mm, well above 版心."""


class Turn(Enum):
    """How the sheet lies from here on."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @classmethod
    def of(cls, content: object) -> Turn:
        """How the sheet lies for a piece of an attachment."""
        return cls.LANDSCAPE if isinstance(content, Table) and content.landscape else cls.PORTRAIT


@dataclass(frozen=True, slots=True)
class Furniture:
    """The relationship ids of what stands outside 版心; "" for what there is not."""

    odd: str = ""
    even: str = ""
    draft: str = ""


def section(layout: Layout, furniture: Furniture, *, landscape: bool = False, kind: str = "nextPage") -> str:
    """`w:sectPr` of a section that begins on a next page, or where `kind` says."""
    page, grid = layout.page, layout.grid
    width, height = page.width.value.twips, page.height.value.twips
    top, right, bottom, left = (edge.value.twips for edge in (page.top, page.right, page.bottom, page.left))
    turned = ""
    if landscape:
        # the sheet turns to the left: its binding edge comes to lie on top, its foot on the left (clause 8)
        width, height, turned = height, width, ' w:orient="landscape"'
        top, right, bottom, left = left, top, right, bottom
    cells = 'w:type="lines"'
    if grid.mode.value is Grid.WORD:
        cells = f'w:type="linesAndChars" w:charSpace="{_char_space(layout)}"'
    return (
        f'<w:sectPr>{_references(furniture)}<w:type w:val="{kind}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{_HEADER}" w:footer="{_footer(layout)}" w:gutter="0"/><w:cols w:space="425"/>'
        f'<w:docGrid {cells} w:linePitch="{grid.line_pitch.value.twips}"/></w:sectPr>'
    )


def with_sections(
    pieces: Iterable[str | Turn], layout: Layout, furniture: Furniture, sheet: StyleSheet
) -> Iterator[str]:
    """The pieces with a section's end wherever the sheet turns, and at the end of the document."""
    lies, held = Turn.PORTRAIT, ""
    for piece in pieces:
        if not isinstance(piece, Turn):
            yield held
            held = piece
        elif piece is not lies:
            ending = section(layout, furniture, landscape=lies is Turn.LANDSCAPE)
            if not held.startswith("<w:p>"):
                yield held
                held = paragraph(sheet.use("GwEnd"), "")
            held = held.replace("</w:pPr>", f"{ending}</w:pPr>", 1)
            lies = piece
    yield held
    yield section(layout, furniture, landscape=lies is Turn.LANDSCAPE)


def footer(layout: Layout, sheet: StyleSheet, *, even: bool) -> bytes:
    """The part with the page number of odd or even pages (clause 7.5)."""
    side = "Even" if even else "Odd"
    if layout.page_number.place.value is PageNumberPlace.CENTER:
        side = "Middle"
    field = f'<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>'
    dashed = layout.page_number.dashes.value
    number = f"{run('— ')}{field}{run(' —')}" if dashed else field
    return _part("ftr", paragraph(sheet.use(f"GwPage{side}"), number))


def draft_header(sheet: StyleSheet) -> bytes:
    """The part that marks every page of a draft."""
    return _part("hdr", paragraph(sheet.use("GwDraft"), run("草　稿")))


def _part(name: str, content: str) -> bytes:
    return f'{DECLARATION}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{name}>'.encode()


def _references(furniture: Furniture) -> str:
    named = (
        ("header", "default", furniture.draft),
        ("header", "even", furniture.draft),
        ("footer", "default", furniture.odd),
        ("footer", "even", furniture.even),
    )
    return "".join(
        f'<w:{name}Reference w:type="{kind}" r:id="{identifier}"/>'
        for name, kind, identifier in named
        if identifier
    )


def _footer(layout: Layout) -> int:
    """From the page's bottom to that of the page number's line: its dash lies `gap` below 版心."""
    size = layout.elements.page_number.size.value.twips
    dash = layout.page.bottom.value.twips - layout.page_number.gap.value.twips
    return max(0, round(dash - size * (1 - _DASH_RISE)))


def _char_space(layout: Layout) -> int:
    """The width of a grid cell less that of a Normal character, in 4,096ths of a point."""
    return round(layout.grid.character_spacing.value.points * 4096)
