"""Where the page number stands (clause 7.5): its side, what is free beside it, its distance from 版心.

A footer's paragraph, a frame and a text box are measured alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.measure import height, is_near, line_width, reach
from reportctl.inspect.subject import length
from reportctl.layout.values import PageNumberPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.drawings import Box
    from reportctl.inspect.reading.facts import PageSection, Paragraph
    from reportctl.inspect.subject import Subject
    from reportctl.layout.model import ElementLayout

PLACE = Rule(
    "page-number-place",
    Severity.ERROR,
    "页码的位置不对",
    "单页码居右空一字，双页码居左空一字。在“页眉和页脚”里勾选“奇偶页不同”，"
    "奇数页右对齐、右缩进 1 字符，偶数页左对齐、左缩进 1 字符。",
    "页码居中。",
    "奇数页居右空一字，偶数页居左空一字。",
)
DISTANCE = Rule(
    "page-number-distance",
    Severity.ERROR,
    "页码与版心的距离不对",
    "页码的一字线上距版心下边缘 7 mm。用“页脚底端距离”来调，4 号字约为 25 mm。",
    "页脚距离 10 mm，页码离版心 20 mm。",
    "一字线在版心下边缘之下 7 mm。",
)

_SLACK = 2.0  # mm: a font's own height of line is not known
_ESTIMATED = 0.7  # characters: how wide the text is, its font decides
_MIDDLE = 2.0  # characters by which what is free on both sides may differ where a number is centred
_NAMES = {"end": "right", "center": "center", "right": "right", "outside": "outside"}


class _Stand(NamedTuple):
    """The side that a number stands on: "left", "center", "right" or "outside"; what is free on both sides.

    Both are in characters, None where unclear. `sure` tells that they do not rest on the text's width.
    """

    side: str
    left: float | None
    right: float | None
    sure: bool = True


def sides(
    subject: Subject, section: PageSection, odd: Paragraph | None, even: Paragraph | None
) -> Iterator[Deviation]:
    """The number on odd pages and, where they differ, on even ones."""
    if odd is None:
        return
    setting = subject.layout.page_number.place
    settings = subject.layout.elements.page_number
    right = _stand(section, odd)
    left = None if even is None else _stand(section, even)
    if setting.value is PageNumberPlace.CENTER:
        if right.side != "center":
            yield differs(PLACE, setting, "页码的位置不对", actual=_shown(right))
        return
    outer = (("right", "outside"), ("left", "outside"))
    if right.side not in outer[0] or (left is not None and left.side not in outer[1]):
        shown = _shown(right) if left is None else f"奇数页{_shown(right)}，偶数页{_shown(left)}"
        yield differs(PLACE, setting, "页码的位置不对", actual=shown)
    elif left is None and right.side != "outside":
        yield differs(PLACE, setting, "奇偶页的页码位置相同", actual=f"都{_shown(right)}")
    else:
        yield from _free(right._replace(side="right"), (left or right)._replace(side="left"), settings)


def _free(right: _Stand, left: _Stand, settings: ElementLayout) -> Iterator[Deviation]:
    """What is free beside the number, on the right of odd pages and the left of even ones."""
    if not _is_free(right.right, settings.right.value, right):
        yield differs(PLACE, settings.right, "奇数页页码没有右空一字", actual=_shown(right))
    elif not _is_free(left.left, settings.left.value, left):
        yield differs(PLACE, settings.left, "偶数页页码没有左空一字", actual=_shown(left))


def _is_free(found: float | None, wanted: float, stand: _Stand) -> bool:
    if found is None or is_near(found, wanted):
        return True
    return not stand.sure and abs(found - wanted) <= _ESTIMATED


def _shown(stand: _Stand) -> str:
    if stand.side == "center":
        return "居中"
    if stand.side == "outside":
        return "在外侧"
    free = stand.left if stand.side == "left" else stand.right
    return f"居{'左' if stand.side == 'left' else '右'}" + ("" if free is None else f"空 {free:.1f} 字")


def _stand(section: PageSection, number: Paragraph) -> _Stand:
    form, box = number.format, number.box
    if box is not None:
        return _in_box(section, number, box)
    tabbed = "\t" in number.text and _NAMES.get(form.alignment, "left") == "left"
    end = reach(number) if tabbed else None
    if end is not None:
        return _across(section, number, round(end - line_width(number)))
    left, right = (number.characters(wide) for wide in (form.left + form.first_line, form.right))
    return _Stand(_NAMES.get(form.alignment, "left"), left, right)


def _in_box(section: PageSection, number: Paragraph, box: Box) -> _Stand:
    """A number in a box: what the box leaves free counts with the paragraph's own indents."""
    form = number.format
    left, right = box.left + form.left + form.first_line, box.right + form.right
    wide = round(line_width(number))
    if not box.fits:
        rest = box.width - left - right - wide
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[_NAMES.get(form.alignment, "left")]
        left, right = left + round(rest * share), right + round(rest * (1 - share))
    if box.side:
        side = "left" if box.side == "inside" else _NAMES.get(box.side, "left")
        return _Stand(side, number.characters(left), number.characters(right), sure=box.fits)
    if box.across is None:
        return _Stand(_NAMES.get(form.alignment, "left"), None, None)
    return _across(section, number, box.across + left)


def _across(section: PageSection, number: Paragraph, first: int) -> _Stand:
    """A number that begins `first` twips from the left edge of 版心."""
    begin = number.characters(first)
    room = number.characters(section.width - section.left - section.right)
    end = room - begin - number.characters(round(line_width(number)))
    middle = abs(begin - end) < _MIDDLE
    return _Stand("center" if middle else "left" if begin < end else "right", begin, end, sure=False)


def distance(subject: Subject, section: PageSection, number: Paragraph) -> Iterator[Deviation]:
    """How far below 版心 the dash lies, in the middle of its line."""
    footer = section.footers["default"]
    if section.landscape or number not in footer:
        return
    top = _top(subject, section, footer, number)
    if top is None:
        return
    setting = subject.layout.page_number.gap
    gap = (top + height(subject, number) / 2) * 25.4 / 72
    if abs(gap - setting.value.mm) > setting.tolerance.mm + _SLACK:
        yield differs(DISTANCE, setting, "页码与版心的距离不对", actual=f"约 {length(gap * 72 / 25.4)}")


def _top(
    subject: Subject, section: PageSection, footer: tuple[Paragraph, ...], number: Paragraph
) -> float | None:
    """Where the number's line begins below 版心, in points; None where unclear."""
    box = number.box
    if box is None:
        return _line_top(subject, section, footer, number.index)
    if box.down is None:
        return None
    down = (box.down + box.top) / 20
    foot = (section.height - section.bottom) / 20
    if box.anchor == "paragraph":
        held = _line_top(subject, section, footer, box.holder or number.index)
        return None if held is None else held + down
    from_page = {"page": 0.0, "margin": section.top / 20, "foot": foot}.get(box.anchor)
    return None if from_page is None else from_page + down - foot


def _line_top(
    subject: Subject, section: PageSection, footer: tuple[Paragraph, ...], first: int
) -> float | None:
    """Where the first line from paragraph `first` on begins that stands in no box, in points below 版心.

    The footer's last line ends at the footer's distance from the sheet's edge; where the margin has no room
    for all its lines, the text ends above them.
    """
    lines = [line for line in footer if line.index >= first and line.box is None]
    if not lines:
        return None
    below = (section.bottom - section.footer) / 20 - sum(height(subject, line) for line in lines)
    return max(below, 0.0)
