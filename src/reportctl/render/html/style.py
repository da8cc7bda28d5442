"""The page's style sheet: rules with the layout's figures, then `templates/html/page.css` with the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl import resources
from reportctl.render.html import paper
from reportctl.render.html.look import body, em, families, number, rule
from reportctl.typesetting.letterhead import MARK_LINE, mark_lines, mark_size
from reportctl.typesetting.measure import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document, Letterhead
    from reportctl.layout import Layout

_PICTURE = 0.75
"""The share of 版心 that a picture may take, so that 附件 and its title stay on the page with it."""
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def style(document: Document, layout: Layout) -> str:
    """The style sheet of a document, in the order in which later rules overrule earlier ones."""
    rules = [*paper.rules(document, layout), *families(layout), _figures(layout), *_elements(layout)]
    if document.letterhead is not None:
        rules += _letterhead(document.letterhead, layout)
    if document.imprint is not None:
        rules += _imprint(layout)
    shipped = resources.path("templates", "html", "page.css").read_text("utf-8")
    return "".join(f"{one}\n" for one in rules) + _COMMENT.sub("", shipped)


def _figures(layout: Layout) -> str:
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
        "seal-room": em(signature.seal_size.value.points / size / 2),
        "table-line": f"{number(layout.attachment.table_line.value.points)}pt",
        "attachment-break": "page" if layout.attachment.new_page.value else "auto",
    }
    return f":root {{ {'; '.join(f'--{name}: {value}' for name, value in figures.items())} }}"


def _elements(layout: Layout) -> Iterator[str]:
    elements = layout.elements
    under_title = elements.recipients.blank_before.value
    yield body(layout)
    yield rule(".title", layout, elements.title, after=under_title)
    yield rule(".recipients", layout, elements.recipients)
    for level in range(1, 5):
        heading = elements.heading(level)
        yield rule(f".level-{level}", layout, heading, before=heading.blank_before.value)
    if not layout.headings.run_in.value:
        yield ".run-in > * { font: inherit; letter-spacing: inherit }"
    note = elements.attachment_note
    yield rule(".attachment-note", layout, note, before=note.blank_before.value)
    yield rule(".signature", layout, elements.signature, before=elements.signature.blank_before.value)
    yield rule(".date", layout, elements.date)
    yield rule(".note", layout, elements.note)
    title = elements.attachment_title
    yield rule(".attachment-label", layout, elements.attachment_label)
    yield rule(".attachment-title", layout, title, before=title.blank_before.value, after=1)
    yield rule("th", layout, elements.table_head)
    yield rule("td", layout, elements.table_cell)


def _letterhead(head: Letterhead, layout: Layout) -> Iterator[str]:
    elements = layout.elements
    line = layout.grid.line_pitch.value.points
    yield rule(".copy-number", layout, elements.copy_number)
    yield rule(".urgency", layout, elements.urgency)
    yield _mark(head, layout)
    yield rule(".number", layout, elements.number, before=elements.number.blank_before.value)
    yield rule(".signatory", layout, elements.signatory)
    yield rule(".signatory-name", layout, elements.signatory_name)
    columns = min(len(head.signatories), layout.letterhead.names_per_line.value)
    yield f".signatories {{ grid-template-columns: repeat({max(columns, 1)}, auto) }}"
    figures = layout.letterhead
    gap = em(figures.line_gap.value.points / elements.body.size.value.points)
    red = f"{number(figures.line_width.value.points)}pt solid #{figures.line_color.value}"
    yield f".letterhead {{ padding-bottom: {gap}; border-bottom: {red} }}"
    under = em(elements.title.blank_before.value * line / elements.title.size.value.points)
    yield f".letterhead + .title {{ margin-top: {under} }}"


def _mark(head: Letterhead, layout: Layout) -> str:
    """发文机关标志 at the size that the .docx gives it; `--characters` lets a telephone fit it as well."""
    lines, beside = mark_lines(head, layout)
    longest = max(map(width, lines), default=0) + width(beside)
    line = layout.grid.line_pitch.value
    above = (
        layout.letterhead.mark_top.value.points / line.points - bool(head.copy_number) - bool(head.urgency)
    )
    return rule(
        ".mark",
        layout,
        layout.elements.mark,
        size=mark_size(head, layout),
        before=max(above, 0),
        more=f"--characters: {number(longest)}; line-height: {MARK_LINE:g}",
    )


def _imprint(layout: Layout) -> Iterator[str]:
    elements, figures = layout.elements, layout.imprint
    outer, inner = (f"{number(one.value.points)}pt solid" for one in (figures.outer_line, figures.inner_line))
    yield rule(".copies-to", layout, elements.copies_to)
    yield rule(".printed", layout, elements.printed)
    yield f".imprint {{ border-top: {outer}; border-bottom: {outer} }}"
    yield f".imprint > * + * {{ border-top: {inner} }}"
