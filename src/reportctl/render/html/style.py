"""The page's style sheet: rules with the layout's figures, then `templates/html/page.css` with the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl import resources
from reportctl.render.html import paper
from reportctl.render.html.look import body, em, families, number, rule
from reportctl.text.width import width
from reportctl.typesetting.elements import blank_lines_around
from reportctl.typesetting.imprint import printed_line
from reportctl.typesetting.letterhead import MARK_LINE, mark_lines, mark_size, onto_grid
from reportctl.typesetting.signing import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document, Imprint, Letterhead
    from reportctl.layout import Layout

_PICTURE = 0.75
"""The share of 版心 that a picture may take, so that 附件 and its title stay on the page with it."""
_SELECTORS = {f"heading{level}": f".level-{level}" for level in range(1, 5)}
_SELECTORS |= {"table_head": "th", "table_cell": "td"}
_ELSEWHERE = {
    "default", "body", "copy_number", "urgency", "mark", "number", "signatory", "signatory_name", "copies_to",
    "printed", "page_number",
}  # fmt: skip
"""Elements that have no rule, or get theirs only where 版头 or 版记 stand."""
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def style(document: Document, layout: Layout) -> str:
    """The style sheet of a document, in the order in which later rules overrule earlier ones."""
    rules = [
        *paper.rules(document, layout),
        *families(layout),
        _figures(document, layout),
        *_elements(document, layout),
    ]
    if document.letterhead is not None:
        rules += _letterhead(document.letterhead, layout)
    if document.imprint is not None:
        rules += _imprint(document.imprint, layout)
    shipped = resources.path("templates", "html", "page.css").read_text("utf-8")
    return "".join(f"{line}\n" for line in rules) + _COMMENT.sub("", shipped)


def _figures(document: Document, layout: Layout) -> str:
    """The figures that `page.css` reckons with; on a screen 12 pt are what the reader set as size of text."""
    page, grid, signature = layout.page, layout.grid, layout.signature
    size = layout.elements.body.size.value.points
    figures = {
        "paper-size": f"{number(size)}pt",
        "screen-size": f"{number(size / 12)}rem",
        "close": em(grid.character_spacing.value.points / size),
        "left": em(page.left.value.points / size),
        "right": em(page.right.value.points / size),
        "text-width": em(page.text_width.points / size),
        "picture-height": f"{number(page.text_height.mm * _PICTURE)}mm",
        "shift": em(signature.date_shift.value),
        "sealed-right": em(signature.sealed_right.value),
        "seal-gap": em(place(document, layout).row_gap / 20 / size),
        "seal-room": em(signature.seal_size.value.points / size / 2),
        "table-line": f"{number(layout.attachment.table_line.value.points)}pt",
        "attachment-break": "page" if layout.attachment.new_page.value else "auto",
    }
    return f":root {{ {'; '.join(f'--{name}: {value}' for name, value in figures.items())} }}"


def _elements(document: Document, layout: Layout) -> Iterator[str]:
    yield body(layout)
    head, pitch = document.letterhead, layout.grid.line_pitch.value.twips
    title_moves = onto_grid(head, layout).title / pitch if head is not None else 0
    for key in layout.elements.in_order():
        if key not in _ELSEWHERE:
            above, below = blank_lines_around(key, document, layout)
            moved = title_moves if key == "title" else 0
            yield rule(layout, key, _SELECTORS.get(key, ""), above=max(0, above + moved), below=below)
    if not layout.headings.run_in.value:
        yield ".run-in > * { font: inherit; letter-spacing: inherit }"


def _letterhead(head: Letterhead, layout: Layout) -> Iterator[str]:
    elements = layout.elements
    yield rule(layout, "copy_number")
    yield rule(layout, "urgency")
    yield _mark(head, layout)
    moved = onto_grid(head, layout).number / layout.grid.line_pitch.value.twips
    yield rule(layout, "number", above=elements.number.blank_before.value + moved)
    yield rule(layout, "signatory")
    yield rule(layout, "signatory_name")
    columns = min(len(head.signatories), layout.letterhead.names_per_line.value)
    yield f".signatories {{ grid-template-columns: repeat({max(columns, 1)}, auto) }}"
    figures = layout.letterhead
    # a browser leaves half of what a line is higher than its text below the text
    clear = (layout.line_pitch(elements.number).points - elements.number.size.value.points) / 2
    gap = em(max(0.0, figures.line_gap.value.points - clear) / elements.body.size.value.points)
    red = f"{number(figures.line_width.value.points)}pt solid #{figures.line_color.value}"
    yield f".letterhead {{ padding-bottom: {gap}; border-bottom: {red} }}"


def _mark(head: Letterhead, layout: Layout) -> str:
    """发文机关标志 at the size that the .docx gives it; `--characters` lets a telephone fit it as well."""
    lines, beside = mark_lines(head, layout)
    longest = max(map(width, lines), default=0) + width(beside)
    line = layout.grid.line_pitch.value
    above = (
        layout.letterhead.mark_top.value.points / line.points - bool(head.copy_number) - bool(head.urgency)
    )
    return rule(
        layout,
        "mark",
        size=mark_size(head, layout),
        above=max(above, 0),
        more=f"--characters: {number(longest)}; line-height: {MARK_LINE:g}",
    )


def _imprint(imprint: Imprint, layout: Layout) -> Iterator[str]:
    lines = layout.imprint.outer_line, layout.imprint.inner_line
    outer, inner = (f"{number(line.value.points)}pt solid" for line in lines)
    yield rule(layout, "copies_to")
    close = printed_line(imprint, layout).closer / 20
    yield rule(layout, "printed", more=f"letter-spacing: -{number(close)}pt" if close else "")
    yield f".imprint {{ border-top: {outer}; border-bottom: {outer} }}"
    yield f".imprint > * + * {{ border-top: {inner} }}"
