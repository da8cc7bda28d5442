"""Where 附件说明, 署名 and 成文日期 stand (clauses 7.3.4 and 7.3.5): with a seal, without one, joint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.document import BlockType
from reportctl.layout import Align
from reportctl.text.width import width
from reportctl.typesetting.measure import Indents, TabStop, advance, blank_lines

if TYPE_CHECKING:
    from reportctl.document import Document
    from reportctl.layout import Layout


@dataclass(frozen=True, slots=True)
class Placement:
    """Where 署名 and 成文日期 stand, and the space before 署名 in twips.

    Issuers of a sealed joint report stand `per_row` to a row, under the `tabs`, rows `row_gap` twips apart.
    """

    signature: Indents
    date: Indents
    centred: bool
    before: int
    tabs: tuple[TabStop, ...] = ()
    per_row: int = 1
    row_gap: int = 0


def place(document: Document, layout: Layout) -> Placement:
    """The placement of 署名 and 成文日期 in `document`."""
    issuers = [block.text for block in document.blocks if block.type is BlockType.SIGNATURE] or [""]
    text = next((block.text for block in document.blocks if block.type is BlockType.DATE), "")
    date = width(text) * advance(layout, layout.elements.date) / _step(layout)
    if not document.sealed:
        return _unsealed(layout, max(map(width, issuers)), date)
    if len(issuers) > 1:
        return _joint_sealed(layout, issuers, date)
    return _sealed(layout, width(issuers[0]), date)


def note_indents(document: Document, layout: Layout) -> tuple[Indents, Indents]:
    """Indents of the first and of further lines of 附件说明: a name hangs under its first character.

    The first is 附件：1.名称 or, where there is but one, 附件：名称; the others begin under its number.
    """
    numbers = [block.number for block in document.blocks if block.type is BlockType.ATTACHMENT_LIST]
    first = width(numbers[0]) if numbers else 0.0
    longest = max((width(number) for number in numbers[1:]), default=0.0)
    step = advance(layout, layout.elements.attachment_note)
    start = layout.elements.attachment_note.left.value
    left = round((start + first) * step)
    return (
        Indents(left, first_line=-round(first * step)),
        Indents(left, first_line=-round(longest * step)),
    )


def _step(layout: Layout) -> int:
    """How far a character of 署名 moves the pen: what stands below it is reckoned in its characters."""
    return advance(layout, layout.elements.signature)


def _unsealed(layout: Layout, issuer: float, date: float) -> Placement:
    """The date begins two characters right of the issuer, which ends two from the right (7.3.5.2).

    Where the date is longer it keeps two characters from the right, and the issuer moves left with it.
    """
    line = layout.page.text_width.twips / _step(layout)
    shift = layout.signature.date_shift.value
    start = line - layout.elements.signature.right.value - issuer
    if date > issuer:
        start = line - layout.elements.date.right.value - date - shift
    start = max(start, 0)
    return Placement(
        signature=_from_left(layout, start),
        date=_from_left(layout, max(min(start + shift, line - date), 0)),
        centred=False,
        before=blank_lines(layout, layout.elements.signature.blank_before.value),
    )


def _sealed(layout: Layout, issuer: float, date: float) -> Placement:
    """The date ends four characters from the right, the issuer is centred over it (7.3.5.1)."""
    line = layout.page.text_width.twips / _step(layout)
    middle = line - max(layout.signature.sealed_right.value + date / 2, issuer / 2)
    return Placement(
        signature=_around(layout, middle),
        date=_around(layout, middle),
        centred=True,
        before=_seal_room(layout),
    )


def _joint_sealed(layout: Layout, issuers: list[str], date: float) -> Placement:
    """Issuers side by side, each under a seal of its own; the date under the last (7.3.5.1).

    A last row that is not full stands on the right, where the date belongs.
    """
    total = layout.page.text_width.twips
    seal = layout.signature.seal_size.value.twips
    widest = max(seal, round(max(map(width, issuers)) * _step(layout)))
    per_row = max(1, min(len(issuers), total // widest))
    columns = tuple(round(total * (2 * index + 1) / (2 * per_row)) for index in range(per_row))
    pitch = layout.grid.line_pitch.value.twips
    return Placement(
        signature=Indents(),
        date=_around(layout, min(columns[-1] / _step(layout), (total / _step(layout)) - date / 2)),
        centred=True,
        before=_seal_room(layout),
        tabs=tuple(TabStop(column, Align.CENTER) for column in columns),
        per_row=per_row,
        row_gap=max(0, -(-seal // pitch) * pitch - pitch),
    )


def _seal_room(layout: Layout) -> int:
    """The space above 署名 so that a seal, centred a little above it, begins within a line of the text."""
    return round(layout.signature.seal_size.value.twips / 2) // 10 * 10


def _from_left(layout: Layout, characters: float) -> Indents:
    return Indents(round(characters * _step(layout)))


def _around(layout: Layout, middle: float) -> Indents:
    """Indents between which a centred line has its middle at `middle` characters from the left."""
    total = layout.page.text_width.twips
    point = round(middle * _step(layout))
    half = min(point, total - point)
    return Indents(point - half, total - point - half)
