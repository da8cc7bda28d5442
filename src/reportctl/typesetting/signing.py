"""Where 附件说明, 署名 and 成文日期 stand (clauses 7.3.4 and 7.3.5): with a seal, without one, joint."""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType
from reportctl.layout import Align
from reportctl.text.width import width
from reportctl.typesetting.measure import Indents, TabStop, advance, blank_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.document import Document
    from reportctl.layout import Layout


_APART = 1.0
"""Characters by which a date may come out wider: LibreOffice sets digits apart from Han, whatever is said."""
_WIDER = 0.5
"""Characters by which the digits of a date may be wider than half a character each, all together."""
_LONGEST_DATE = "2025年12月30日"
_ROUNDING = 0.1
"""Characters by which the line of an issuer is longer than it must be: no rounding breaks the name."""
_NO_INDENTS = Indents()


class RowKind(Enum):
    """A row of 署名: in columns; or a name wider than those, across the line or, the last, at its end."""

    COLUMNS = ""
    WIDE = "Wide"
    LAST = "Last"


class SignatureRow(NamedTuple):
    """The issuers of one row, and how many columns before them stay free."""

    issuers: tuple[str, ...]
    free: int = 0
    kind: RowKind = RowKind.COLUMNS


class Placement(NamedTuple):
    """Where 署名 and 成文日期 stand, what of 署名 is aligned, and the space before it in twips.

    The date keeps its left edge, or (`date_right`) its right one, however wide an engine sets its digits.
    Issuers of a sealed joint report stand in columns under the `tabs`, rows `row_gap` twips apart; the last
    one, where it has a row of its own, between the indents `last`.
    """

    signature: Indents
    align: Align
    date: Indents
    before: int
    rows: tuple[SignatureRow, ...]
    date_right: bool = True
    tabs: tuple[TabStop, ...] = ()
    last: Indents = _NO_INDENTS
    row_gap: int = 0


def place(document: Document, layout: Layout) -> Placement:
    """The placement of 署名 and 成文日期 in `document`."""
    issuers = [block.text for block in document.blocks if block.type is BlockType.SIGNATURE]
    text = next((block.text for block in document.blocks if block.type is BlockType.DATE), "")
    date = _date_width(text, layout)
    if not document.sealed:
        return _unsealed(layout, issuers, date)
    if len(issuers) > 1:
        return _joint_sealed(layout, issuers, date)
    return _sealed(layout, issuers, date)


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


def _date_width(text: str, layout: Layout) -> float:
    """The width of a date in characters of 署名."""
    return width(text) * advance(layout, layout.elements.date) / _step(layout)


def _unsealed(layout: Layout, issuers: Sequence[str], date: float) -> Placement:
    """The date begins two characters right of the issuer, which ends two from the right (7.3.5.2).

    Where the date is longer it keeps two characters from the right, and the issuer moves left with it. Where
    wide digits, or a longer date typed by hand, might not fit behind its beginning, it keeps its end.
    """
    line = layout.page.text_width.twips / _step(layout)
    shift, issuer = layout.signature.date_shift.value, max(map(width, issuers), default=0.0)
    start = line - layout.elements.signature.right.value - issuer
    if date > issuer:
        start = line - layout.elements.date.right.value - date - shift
    start = max(start, 0)
    begin = max(min(start + shift, line - date), 0)
    alone = len(issuers) == 1
    room = max(date, _date_width(_LONGEST_DATE, layout)) + _APART + _WIDER
    keeps_end = date > issuer or line - begin < room
    return Placement(
        # a longer name that is typed over the one of a single issuer finds its room on the left
        signature=_from_right(layout, max(line - start - issuer, 0)) if alone else _from_left(layout, start),
        align=Align.RIGHT if alone else Align.LEFT,
        date=_from_right(layout, line - begin - date) if keeps_end else _from_left(layout, begin),
        before=blank_lines(layout, layout.elements.signature.blank_before.value),
        rows=tuple(SignatureRow((issuer,)) for issuer in issuers),
        date_right=keeps_end,
    )


def _sealed(layout: Layout, issuers: Sequence[str], date: float) -> Placement:
    """The date ends four characters from the right, the issuer is centred over it (7.3.5.1).

    An issuer too long for that ends where the line does, and the date stays.
    """
    issuer = max(map(width, issuers), default=0.0)
    return Placement(
        signature=_around(layout, _over_date(layout, issuer, date)),
        align=Align.CENTER,
        date=_from_right(layout, layout.signature.sealed_right.value),
        before=_seal_room(layout),
        rows=tuple(SignatureRow((issuer,)) for issuer in issuers),
    )


def _joint_sealed(layout: Layout, issuers: Sequence[str], date: float) -> Placement:
    """Issuers side by side, each under a seal of its own; the date under the last (7.3.5.1).

    There are as many columns as need the fewest rows; a name wider than a column has a row of its own. A row
    that is not full stands on the right, where the date belongs.
    """
    total, seal = layout.page.text_width.twips, layout.signature.seal_size.value.twips
    most = max(1, min(len(issuers), total // seal))
    ways = ((_in_rows(issuers, count, layout), count) for count in range(most, 0, -1))
    rows, count = min(ways, key=lambda way: len(way[0]))
    pitch = layout.grid.line_pitch.value.twips
    return Placement(
        signature=_NO_INDENTS,
        align=Align.LEFT,
        date=_from_right(layout, layout.signature.sealed_right.value),
        before=_seal_room(layout),
        rows=rows,
        tabs=tuple(
            TabStop(round(total * (2 * index + 1) / (2 * count)), Align.CENTER) for index in range(count)
        ),
        last=_around(layout, _over_date(layout, width(issuers[-1]), date)),
        row_gap=max(0, -(-seal // pitch) * pitch - pitch),
    )


def _in_rows(issuers: Sequence[str], count: int, layout: Layout) -> tuple[SignatureRow, ...]:
    """The issuers in their order, in rows of at most `count` columns."""
    column = layout.page.text_width.twips / count / _step(layout)
    rows: list[SignatureRow] = []
    for wide, group in groupby(issuers, key=lambda name: count == 1 or width(name) > column):
        names = tuple(group)
        if wide:
            rows += (SignatureRow((name,), kind=RowKind.WIDE) for name in names)
            continue
        for at in range(0, len(names), count):
            row = names[at : at + count]
            rows.append(SignatureRow(row, count - len(row)))
    if rows[-1].kind is RowKind.WIDE:
        rows[-1] = rows[-1]._replace(kind=RowKind.LAST)
    return tuple(rows)


def _over_date(layout: Layout, issuer: float, date: float) -> float:
    """Where an issuer has its middle, in characters from the left: that of the date, as far as there is room.

    How wide the date comes out is known to within `_APART`: the middle of both is off by a quarter of it.
    """
    line = layout.page.text_width.twips / _step(layout)
    middle = layout.signature.sealed_right.value + (date + _APART / 2) / 2
    return line - max(middle, issuer / 2 + _ROUNDING)


def _seal_room(layout: Layout) -> int:
    """The space above 署名 so that a seal, centred a little above it, begins within a line of the text."""
    return round(layout.signature.seal_size.value.twips / 2) // 10 * 10


def _from_left(layout: Layout, characters: float) -> Indents:
    return Indents(round(characters * _step(layout)))


def _from_right(layout: Layout, characters: float) -> Indents:
    return Indents(right=round(characters * _step(layout)))


def _around(layout: Layout, middle: float) -> Indents:
    """Indents between which a centred line has its middle at `middle` characters from the left."""
    total = layout.page.text_width.twips
    point = round(middle * _step(layout))
    half = min(point, total - point)
    return Indents(point - half, total - point - half)
