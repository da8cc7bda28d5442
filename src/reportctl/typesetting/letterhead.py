"""The geometry of 版头 (clause 7.2): the size of 发文机关标志, the rows of 签发人, the lines it all takes."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from reportctl.layout import Align, Length
from reportctl.text.width import width
from reportctl.typesetting.measure import BIAOSONG_HALF, TabStop, advance, blank_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.document import Letterhead
    from reportctl.layout import Layout

MARK_LINE = 1.06
"""The mark's exact line in sizes: four fifths of it lie above the baseline, where ink takes 0.85 em."""
SIGNATORY = "签发人："
_LEEWAY = 114
"""Twips (two millimetres) by which the blank lines above 发文字号, and those above the title, may be off."""
_SMALLEST = 5
"""Points: below that nobody reads a mark, whatever else page 1 must show."""
_MARK_GAP = 0.5
"""Characters between the names of joint issuers and 文件 beside them."""
_UNDER_MARK, _LEAST_UNDER_MARK = 7, 5.5
"""Lines that page 1 should and must hold under the red line: title, 主送, text, blanks (clause 7.3.3)."""
_SLACK = 60
"""Twips by which the cell of joint issuers is wider than the longest, so that no rounding breaks it."""


class GridMoves(NamedTuple):
    """Twips by which 发文字号 and the title move down, or up, by as much of the blank lines above them."""

    number: int = 0
    title: int = 0


def mark_lines(head: Letterhead, layout: Layout) -> tuple[tuple[str, ...], str]:
    """发文机关标志: its lines, and the word (文件) that stands beside them where they are joint issuers'."""
    suffix = layout.letterhead.mark_suffix.value
    if len(head.issuers) != 1:
        return head.issuers, suffix if head.issuers else ""
    (name,) = head.issuers
    return ((name if name.endswith(suffix) else f"{name}{suffix}"),), ""


def mark_size(head: Letterhead, layout: Layout) -> Length:
    """The largest size, in half points, at which 发文机关标志 fits its width and leaves page 1 some text.

    That page 1 shows text (clause 7.3.3) goes before the least size that the layout asks for, and so does
    the width where joint issuers stand beside one word: their names are not broken.
    """
    lines, beside = mark_lines(head, layout)
    longest, across = max(map(_width, lines), default=1), layout.page.text_width.points
    if beside:
        longest += _width(beside) + _MARK_GAP
        across -= _SLACK / 20
    fits = min(across / longest, _room_down(head, layout, _UNDER_MARK))
    readable = max(fits, layout.letterhead.mark_least.value.points)
    points = max(min(readable, _room_down(head, layout, _LEAST_UNDER_MARK)), _SMALLEST)
    if beside:
        points = min(points, across / longest)
    return min(Length(int(points * 2) / 2), layout.elements.mark.size.value)


def mark_columns(head: Letterhead, layout: Layout) -> tuple[int, int]:
    """The widths, in twips, of joint issuers' names and of the word beside them."""
    size = mark_size(head, layout).points * 20
    names, beside = mark_lines(head, layout)
    return round(max(map(_width, names)) * size) + _SLACK, round((_width(beside) + _MARK_GAP) * size)


def above_mark(head: Letterhead, layout: Layout) -> int:
    """Twips above 发文机关标志: what 份号 and 紧急程度 leave of its distance from 版心's top."""
    lines = bool(head.copy_number) + bool(head.urgency)
    return max(0, layout.letterhead.mark_top.value.twips - blank_lines(layout, lines))


def height(head: Letterhead, layout: Layout) -> float:
    """How many lines of page 1 stand above the blank ones over the title."""
    return _height(head, layout) + sum(onto_grid(head, layout)) / layout.grid.line_pitch.value.twips


def onto_grid(head: Letterhead, layout: Layout) -> GridMoves:
    """What moves so that page 1 stands on the grid of its lines as the others do.

    Only 发文字号 where that is enough; nothing where more would be needed than anybody takes for blank lines.
    """
    exact = _height(head, layout)
    moves = round((round(exact) - exact) * layout.grid.line_pitch.value.twips)
    if abs(moves) > 2 * _LEEWAY or not (head.number or head.signatories):
        return GridMoves()
    return GridMoves(moves) if abs(moves) <= _LEEWAY else GridMoves(moves - moves // 2, moves // 2)


def _height(head: Letterhead, layout: Layout) -> float:
    """How high 版头 is with its red line, in lines."""
    number, pitch = layout.elements.number, layout.grid.line_pitch.value.points
    mark = mark_size(head, layout).points * MARK_LINE * len(mark_lines(head, layout)[0])
    rows = len(signatory_rows(head, layout)) or bool(head.number)
    lines = rows + (number.blank_before.value if rows else 0)
    figures = layout.letterhead
    line = above_red_line(layout) + figures.line_width.value.points + 1  # it is a paragraph of one point
    return (figures.mark_top.value.points + mark + line) / pitch + lines


def above_red_line(layout: Layout) -> float:
    """The points above 红色分隔线.

    Below the ink of 发文字号 its own line still holds a fifth of its height, less what ink hangs under the
    baseline: that much of the distance is already there.
    """
    number = layout.elements.number
    clear = layout.line_pitch(number).points * 0.2 - number.size.value.points * 0.1
    return max(0.0, layout.letterhead.line_gap.value.points - clear)


def signatory_rows(head: Letterhead, layout: Layout) -> Sequence[tuple[str, ...]]:
    """The names of 签发人 by rows (clause 7.2.6).

    A row holds as many as the layout says, unless 发文字号 beside the last row needs the room.
    """
    size = _per_row(head, layout)
    return [head.signatories[at : at + size] for at in range(0, len(head.signatories), size)]


def signatory_tabs(head: Letterhead, layout: Layout) -> tuple[TabStop, ...]:
    """A right tab for one 签发人; for several, tabs that stand their names in columns (clause 7.2.6).

    The last column ends where the name of one would, each as wide as its longest name.
    """
    edge = _edge(layout)
    if len(head.signatories) <= 1:
        return (TabStop(round(edge), Align.RIGHT),)
    step = advance(layout, layout.elements.signatory_name)
    columns = zip_longest(*signatory_rows(head, layout), fillvalue="")
    stops = [edge + step]
    for names in reversed([*columns]):
        stops.append(stops[-1] - (max(map(width, names)) + 1) * step)
    return tuple(TabStop(round(stop)) for stop in (stops[-1] - _label_width(layout), *stops[:0:-1]))


def _room_down(head: Letterhead, layout: Layout, under: float) -> float:
    """The points that each line of the mark may take where `under` lines are to stand under the red line."""
    elements, figures = layout.elements, layout.letterhead
    rows = len(signatory_rows(head, layout)) or 1
    blanks = elements.number.blank_before.value + elements.title.blank_before.value
    below = (rows + blanks + under) * layout.grid.line_pitch.value.points
    room = layout.page.text_height.points - figures.mark_top.value.points - below
    return room / MARK_LINE / max(len(head.issuers), 1)


def _width(text: str) -> float:
    """The width of a part of 发文机关标志, which is set in 小标宋."""
    return width(text, BIAOSONG_HALF)


def _per_row(head: Letterhead, layout: Layout) -> int:
    number = layout.elements.number
    taken = number.left.value * number.size.value.twips
    taken += (width(head.number) + 1) * advance(layout, number) if head.number else 0
    gap = advance(layout, layout.elements.signatory_name)
    room = _edge(layout) - taken - _label_width(layout) + gap
    return max(1, min(layout.letterhead.names_per_line.value, int(room / _name_slot(head, layout))))


def _edge(layout: Layout) -> float:
    right = layout.elements.signatory.right.value * layout.elements.signatory.size.value.twips
    return layout.page.text_width.twips - right


def _label_width(layout: Layout) -> float:
    return width(SIGNATORY) * advance(layout, layout.elements.signatory)


def _name_slot(head: Letterhead, layout: Layout) -> float:
    """The width of the longest name and a gap of one character."""
    longest = max(map(width, head.signatories), default=0.0)
    return (longest + 1) * advance(layout, layout.elements.signatory_name)
