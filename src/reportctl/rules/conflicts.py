"""The rule of conflicts: one figure that two departments give two values."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.quantities import UNIT, plain

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

_WHOLE_AREA = ("全区", "全县", "全市", "全旗", "全省", "全州")
_AREA_FIGURE = re.compile(
    rf"全[区县市旗州](?P<what>[\u4e00-\u9fff]{{4,20}}?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>{UNIT})(?![\u4e00-\u9fff]?以上)"
)


class _Seen(NamedTuple):
    value: Decimal
    received: Submission
    path: Path


def check_project(context: Context) -> Iterator[Finding]:
    """The same figure with two values: of the whole area, or in an item that several departments share."""
    seen: dict[tuple[str, ...], _Seen] = {}
    for received in context.received:
        for part, index, item in received.data.every_item():
            for key, one in _shared(received, part, index, item):
                first = seen.setdefault(key, one)
                if first.value != one.value and first.received is not one.received:
                    yield _conflict(key, first, one)


def _shared(
    received: Submission, part: str, index: int, item: Item
) -> Iterator[tuple[tuple[str, ...], _Seen]]:
    for number, figure in enumerate(item.figures):
        path = (part, index, "figures", number, "value")
        name = figure.name.strip()
        if name.startswith(_WHOLE_AREA):
            yield ("", name, figure.unit), _Seen(figure.value, received, path)
        elif item.heading:
            yield (item.section + item.heading, name, figure.unit), _Seen(figure.value, received, path)
    for key, text in (("text", item.text), *((("points", at), one) for at, one in enumerate(item.points))):
        if "全区" in text or "全县" in text or "全市" in text:
            steps = key if isinstance(key, tuple) else (key,)
            for found in _AREA_FIGURE.finditer(text):
                what = f"{found.group()[:2]}{found['what']}"
                path = (part, index, *steps)
                yield ("", what, found["unit"]), _Seen(Decimal(found["number"]), received, path)


def _conflict(key: tuple[str, ...], first: _Seen, second: _Seen) -> Finding:
    _, name, unit = key
    place = first.received.span(first.path)
    who = first.received.name or first.received.data.department
    message = f"“{name}”这里是 {plain(second.value)}{unit}，{who}报的是 {plain(first.value)}{unit}"
    return FIGURE_CONFLICT.at(
        second.received.span(second.path),
        message,
        "请两个部门核对后统一",
        department=second.received.name,
        related=(Related(place, f"{who}报的数"),),
    )
