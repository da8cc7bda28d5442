"""发文字号 and 签发人 (clauses 7.2.5 and 7.2.6): the rows between 发文机关标志 and the red line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.docx import look
from reportctl.render.docx.measure import width
from reportctl.render.docx.styles import NamedStyle, of
from reportctl.render.docx.xml import TAB, paragraph, run, styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Letterhead
    from reportctl.layout import Layout
    from reportctl.render.docx.styles import StyleSheet

_SIGNATORY = "签发人："


def styles(head: Letterhead, layout: Layout) -> Iterator[NamedStyle]:
    """The styles of the rows and of what stands in them."""
    elements = layout.elements
    gap = look.blank_lines(layout, elements.number.blank_before.value)
    yield of(layout, "GwNumber", "发文字号", elements.number, before=gap, more={"ind": 'w:left="0"'})
    row = {"jc": 'w:val="left"', "ind": _left(layout), "tabs": _tabs(head, layout)}
    yield of(layout, "GwNumberUp", "发文字号和签发人", elements.number, before=gap, more=row)
    yield of(layout, "GwNumberUpMore", "发文字号和签发人（续行）", elements.number, more=row)
    for identifier, name, element in (
        ("GwSignatoryLabel", "签发人", elements.signatory),
        ("GwSignatory", "签发人姓名", elements.signatory_name),
    ):
        yield NamedStyle(identifier, name, None, look.character(layout, element, within=elements.number))


def rows(head: Letterhead, layout: Layout) -> int:
    """How many rows the names take."""
    return -(-len(head.signatories) // per_row(head, layout))


def write(head: Letterhead, layout: Layout, sheet: StyleSheet) -> Iterator[str]:
    """发文字号; with 签发人 (上行文) on the line of the last of them, else centred."""
    if not head.signatories:
        if head.number:
            yield paragraph(sheet.use("GwNumber"), run(head.number))
        return
    size = per_row(head, layout)
    groups = [head.signatories[at : at + size] for at in range(0, len(head.signatories), size)]
    label, name = (styled(sheet.use(style)) for style in ("GwSignatoryLabel", "GwSignatory"))
    for index, row in enumerate(groups):
        number = run(head.number) if index == len(groups) - 1 else ""
        lead = TAB if index else run(_SIGNATORY, label)
        names = TAB.join(run(one, name) for one in row)
        style = sheet.use("GwNumberUpMore" if index else "GwNumberUp")
        yield paragraph(style, f"{number}{TAB}{lead}{names}")


def _left(layout: Layout) -> str:
    left = layout.elements.number.left.value
    return (
        f'w:leftChars="{round(left * 100)}" w:left="{round(left * layout.elements.number.size.value.twips)}"'
    )


def _tabs(head: Letterhead, layout: Layout) -> str:
    """A right tab for one 签发人; for several, tabs that stand their names in columns (clause 7.2.6)."""
    edge = _edge(layout)
    if len(head.signatories) <= 1:
        return f'<w:tab w:val="right" w:pos="{round(edge)}"/>'
    slot, label = _name_slot(head, layout), _label_width(layout)
    columns = min(len(head.signatories), per_row(head, layout))
    first = edge - columns * slot + look.advance(layout, layout.elements.signatory_name)
    stops = [first - label, *(first + slot * column for column in range(columns))]
    return "".join(f'<w:tab w:val="left" w:pos="{round(stop)}"/>' for stop in stops)


def per_row(head: Letterhead, layout: Layout) -> int:
    """How many names a row holds: as the layout says, unless 发文字号 beside the last row needs the room."""
    number = layout.elements.number
    taken = number.left.value * number.size.value.twips
    taken += (width(head.number) + 1) * look.advance(layout, number) if head.number else 0
    gap = look.advance(layout, layout.elements.signatory_name)
    room = _edge(layout) - taken - _label_width(layout) + gap
    return max(1, min(layout.letterhead.names_per_line.value, int(room / _name_slot(head, layout))))


def _edge(layout: Layout) -> float:
    right = layout.elements.signatory.right.value * layout.elements.signatory.size.value.twips
    return layout.page.text_width.twips - right


def _label_width(layout: Layout) -> float:
    return width(_SIGNATORY) * look.advance(layout, layout.elements.signatory)


def _name_slot(head: Letterhead, layout: Layout) -> float:
    """The width of the longest name and a gap of one character."""
    longest = max(map(width, head.signatories), default=0.0)
    return (longest + 1) * look.advance(layout, layout.elements.signatory_name)
