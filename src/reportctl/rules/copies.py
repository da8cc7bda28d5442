"""Rules of copies: a text that another department has handed in, in other order or with a word changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Related, Rule, Severity
from reportctl.model.keys import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.roster import Received
    from reportctl.model.submission import Item
    from reportctl.rules.context import Context
    from reportctl.sources import Path

COPIED = Rule(
    "copied-text",
    Severity.WARNING,
    "和另一个部门的文字雷同",
    "这一段大半和另一个部门的一样。一样的标题汇总时会并成一条、只写一遍；标题不同的会写两遍。请核对是谁做的，留下一处。",
    "（区林业局和区司法局各有一条，标题不同，五句话里有四句一字不差）",
    "（两个部门写各自做的事）",
)

RULES = (COPIED,)

_SENTENCE = 12
"""Shorter sentences are everybody's."""

_KEYS = 2
"""A text is remembered by so many of its sentences, the longest."""

_TEXT = 60
_SHARE = 0.7
"""The part of a text, by its characters, that stands in one text of another department."""


class _Place(NamedTuple):
    received: int
    path: Path
    heading: str


def check_project(context: Context) -> Iterator[Finding]:
    """Each long text against all texts before it, by its longest sentences: time and memory grow linearly."""
    places: list[_Place] = []
    first: dict[int, int] = {}
    for number, received in enumerate(context.received):
        for part in PARTS:
            for index, item in enumerate(received.file.submission.items(part)):
                for path, text in _texts(part, index, item):
                    if len(text) < _TEXT:
                        continue
                    longest = sorted(text.split("。"), key=len)[-_KEYS:]
                    place = _Place(number, path, item.heading)
                    for key in map(hash, longest):
                        known = first.setdefault(key, len(places))
                        model = places[known] if known < len(places) else place
                        if model.received != number and _is_copy(context, model, place, text):
                            yield _copied(context, received, path, model)
                            break
                    places.append(place)


def _is_copy(context: Context, model: _Place, place: _Place, text: str) -> bool:
    """Whether most of a text stands in another; under one heading merging writes it once."""
    if model.heading == place.heading:
        return False
    theirs = set(_text_at(context, model).split("。"))
    shared = sum(len(one) + 1 for one in text.split("。") if len(one) >= _SENTENCE and one in theirs)
    return shared >= len(text) * _SHARE


def _text_at(context: Context, place: _Place) -> str:
    part, index, key, *rest = place.path
    item = context.received[place.received].file.submission.items(str(part))[int(index)]
    return item.points[int(rest[0])] if key == "points" else item.text


def _texts(part: str, index: int, item: Item) -> Iterator[tuple[Path, str]]:
    yield (part, index, "text"), item.text
    for number, point in enumerate(item.points):
        yield (part, index, "points", number), point


def _copied(context: Context, received: Received, path: Path, model: _Place) -> Finding:
    other = context.received[model.received]
    name = other.name or other.file.submission.department
    message = f"这一段大半和{name}的“{model.heading or '一条'}”一样"
    place = other.file.inner_span(model.path, 0, 1)
    return COPIED.at(
        received.file.inner_span(path, 0, 1),
        message,
        "核对是哪个部门做的，留下一处",
        department=received.name,
        related=(Related(place, f"{name}的这一段"),),
    )
