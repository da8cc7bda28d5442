"""Sections: how the sheet lies, its margins and grid, and the header and footers that it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reportctl.layout import GridKind
from reportctl.render.docx.furniture import footer_distance
from reportctl.render.docx.xml import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_HEADER = 851
"""Twips from the top of the page to a draft's mark: 15 mm, well above 版心."""


class PageOrientation(Enum):
    """How a section lies: upright, turned, or on an even page of its own, with a page number or bare."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    OVERLEAF = "overleaf"
    BARE_OVERLEAF = "bare overleaf"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The relationship ids of what stands outside 版心, for sheets that lie one way; no `draft`, no mark."""

    odd: str
    even: str
    draft: str = ""

    @property
    def references(self) -> str:
        """The references of a section, as `w:sectPr` begins with them."""
        named = (
            ("header", "default", self.draft),
            ("header", "even", self.draft),
            ("footer", "default", self.odd),
            ("footer", "even", self.even),
        )
        return "".join(
            f'<w:{name}Reference w:type="{kind}" r:id="{identifier}"/>'
            for name, kind, identifier in named
            if identifier
        )


def with_sections(
    pieces: Iterable[str | PageOrientation],
    layout: Layout,
    furniture: dict[PageOrientation, Furniture],
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
            ending = _section(layout, lies, furniture[lies])
            held = held.replace("</w:pPr>", f"{ending}</w:pPr>", 1)
            lies = piece
    yield held or paragraph(styles.use("GwEnd"), "")
    yield _section(layout, lies, furniture[lies])


def _section(layout: Layout, lies: PageOrientation, furniture: Furniture) -> str:
    """`w:sectPr` of a section."""
    page = layout.page
    width, height = page.width.value.twips, page.height.value.twips
    top, right, bottom, left = (edge.value.twips for edge in (page.top, page.right, page.bottom, page.left))
    turned = ""
    kind = "evenPage" if lies in {PageOrientation.OVERLEAF, PageOrientation.BARE_OVERLEAF} else "nextPage"
    if lies is PageOrientation.LANDSCAPE:
        # the sheet turns to the right: its binding edge comes to lie on top, its foot on the left (clause 8)
        width, height, turned = height, width, ' w:orient="landscape"'
        top, right, bottom, left = left, top, right, bottom
    return (
        f'<w:sectPr>{furniture.references}<w:type w:val="{kind}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{_HEADER}" w:footer="{footer_distance(layout)}" w:gutter="0"/><w:cols w:space="425"/>'
        f"{_grid(layout)}</w:sectPr>"
    )


def _grid(layout: Layout) -> str:
    """`w:docGrid`; `charSpace` is a cell's width less a Normal character's, in 4,096ths of a point."""
    grid = layout.grid
    pitch = grid.line_pitch.value.twips
    if grid.mode.value is GridKind.LINES:
        return f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>'
    share = round(grid.character_spacing.value.points * 4096)
    return f'<w:docGrid w:type="linesAndChars" w:linePitch="{pitch}" w:charSpace="{share}"/>'
