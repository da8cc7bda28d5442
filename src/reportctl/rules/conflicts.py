"""The rule of conflicts: one figure that two departments give two values."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.quantities import UNIT, plain
from reportctl.rules.texts import TextKind, texts_of
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.model.submission import Item
    from reportctl.rules.context import Context
    from reportctl.sources import Path

FIGURE_CONFLICT = Rule(
    "figure-conflict",
    Severity.WARNING,
    "两个部门的同一个数不一样",
    "同一项全区数据，两个部门报的不同；或者同一条里几个部门合写，同名的数据不同。请两个部门核对后统一。",
    "（区司法局报“全区法律援助案件”495件，区妇联报459件）",
    "（两个部门都报495件）",
)

RULES = (FIGURE_CONFLICT,)

_TELLING = frozenset({TextKind.TEXT, TextKind.POINT})
_WHOLE_AREA = ("全区", "全县", "全市", "全旗", "全省", "全州")
_AREA = re.compile("全[区县市]")
_AREA_FIGURE = re.compile(
    rf"全[区县市旗州](?P<what>{LETTER}{{4,20}}?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>{UNIT})(?!{LETTER}?以上)"
)


class _Seen(NamedTuple):
    value: Decimal
    submission: Submission
    path: Path


_Keyed = tuple[tuple[str, ...], _Seen]
"""A figure behind what makes it the same as another: where it counts, its name, its unit."""


def check_project(context: Context) -> Iterator[Finding]:
    """The same figure with two values: of the whole area, or in an item that several departments share."""
    seen: dict[tuple[str, ...], _Seen] = {}
    for submission in context.received:
        for part, index, item in submission.data.every_item():
            figures: list[_Keyed] = []
            if item.figures:
                figures += _declared(submission, part, index, item)
            if _AREA.search(item.words):
                figures += _told(submission, part, index, item)
            for key, figure in figures:
                first = seen.setdefault(key, figure)
                if first.value != figure.value and first.submission is not figure.submission:
                    yield _conflict(key, first, figure)


def _declared(submission: Submission, part: str, index: int, item: Item) -> Iterator[_Keyed]:
    for number, figure in enumerate(item.figures):
        place = _Seen(figure.value, submission, (part, index, "figures", number, "value"))
        name = figure.name.strip()
        if name.startswith(_WHOLE_AREA):
            yield ("", name, figure.unit), place
        elif item.heading:
            yield (item.section + item.heading, name, figure.unit), place


def _told(submission: Submission, part: str, index: int, item: Item) -> Iterator[_Keyed]:
    """What the texts say of the whole area."""
    for kind, path, text in texts_of(item):
        if kind in _TELLING and _AREA.search(text):
            for found in _AREA_FIGURE.finditer(text):
                key = "", f"{found.group()[:2]}{found['what']}", found["unit"]
                yield key, _Seen(Decimal(found["number"]), submission, (part, index, *path))


def _conflict(key: tuple[str, ...], first: _Seen, second: _Seen) -> Finding:
    _, name, unit = key
    place = first.submission.span(first.path)
    who = first.submission.name or first.submission.data.department
    message = f"“{name}”这里是 {plain(second.value)}{unit}，{who}报的是 {plain(first.value)}{unit}"
    return FIGURE_CONFLICT.at(
        second.submission.span(second.path),
        message,
        "请两个部门核对后统一",
        department=second.submission.name,
        related=(Related(place, f"{who}报的数"),),
    )
