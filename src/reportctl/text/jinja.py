"""What Jinja2 reads in a text of report.yaml, and what is therefore none of the report's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def markup(text: str) -> Iterator[tuple[int, int]]:
    """From where to where values, statements and remarks stand. Time is linear."""
    yield from _enclosed(text, _CLOSING, "")


def values(text: str) -> Iterator[tuple[int, int]]:
    """From where to where values to be filled in stand, each on one line. Time is linear."""
    yield from _enclosed(text, {"{{": "}}"}, "\n")


def without_values(text: str) -> str:
    """The text without the values to be filled in."""
    kept, end = [], 0
    for start, behind in values(text):
        kept.append(text[end:start])
        end = behind
    return "".join([*kept, text[end:]])


def _enclosed(text: str, closing: dict[str, str], barrier: str) -> Iterator[tuple[int, int]]:
    # where each mark is found next is kept: to look for it from every opening would take quadratic time
    places: dict[str, int] = {}

    def following(mark: str, at: int) -> int:
        if mark not in places or places[mark] < at:
            found = text.find(mark, at)
            places[mark] = found if found >= 0 else len(text)
        return places[mark]

    end = 0
    for opening in _OPENING.finditer(text):
        mark = closing.get(opening.group())
        if mark is None or opening.start() < end:
            continue
        found = following(mark, opening.end())
        if found < len(text) and not (barrier and following(barrier, opening.end()) < found):
            end = found + len(mark)
            yield opening.start(), end
