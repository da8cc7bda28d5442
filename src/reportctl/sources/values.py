"""The texts among the values of a YAML file: where each stands, and what a change to the file makes of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.sources.events import Branch, Limits, end_of, parse, start_of
from reportctl.sources.offsets import offsets, written
from reportctl.splicing import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.sources.events import Node
    from reportctl.sources.source import Source
    from reportctl.sources.yamlfile import Path

BREAK = re.compile(r"\r\n|\n|\r")
LIMITS = Limits(nodes=2_000_000)


class Value(NamedTuple):
    """A text: its place, how it is quoted, what it says, and the mapping or list that holds it."""

    start: int
    end: int
    style: str
    text: str
    path: Path
    holder: Branch | None


class Inner(NamedTuple):
    """`new` in place of the characters `start` to `end` of the value at `path`."""

    path: Path
    start: int
    end: int
    new: str


class Values:
    """All texts of a file, found by their offset; `data` is what the file says."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.data, root, _ = parse(source, LIMITS)
        self._values = list(_values(root, self.data)) if root is not None else []
        self._starts = [value.start for value in self._values]

    def at(self, offset: int) -> Value | None:
        """The value that an offset lies in or ends."""
        number = bisect_right(self._starts, offset) - 1
        return self._values[number] if number >= 0 and offset <= self._values[number].end else None

    def raw(self, value: Value) -> str:
        """A value as it is written, without what the parser counts to it behind its end."""
        return self.source.text[value.start : value.end].rstrip()

    def is_flow(self, value: Value) -> bool:
        """Whether a value stands in brackets or braces."""
        return value.holder is not None and self.source.text[start_of(value.holder)] in "[{"

    def resolved(self, edit: Splice) -> tuple[Splice, Inner] | None:
        """A change as it is to be written, escapes and quotes considered, and what it does to a value.

        None where it does not lie within one value that can be followed, or would take away a line break.
        """
        value = self.at(edit.start)
        if value is None or edit.end > value.end:
            return None
        text = self.source.text
        places = offsets(text, value.start, value.end, value.text)
        first = bisect_left(places, edit.start)
        last = max(first, bisect_left(places, edit.end))
        # a value that cannot be followed has all its characters in one place
        if places[first] != edit.start or not _ascends(places[first : last + 1]):
            return None
        end = edit.start
        if last > first:
            end = places[last - 1] + written(text, places[last - 1], value.style)
        if BREAK.search(text, edit.start, end):
            return None
        new = _quoted(edit.text, value.style)
        return Splice(edit.start, end, new), Inner(value.path, first, last, edit.text)


def _values(node: Node, data: Any, path: Path = (), holder: Branch | None = None) -> Iterator[Value]:
    """Every value that is a text, in the order of the file."""
    if isinstance(node, Branch):
        for key, child in node.children.items() if node.keys is not None else enumerate(node.children):
            yield from _values(child, data[key], (*path, key), node)
    elif isinstance(data, str):
        yield Value(start_of(node), end_of(node), node.style or "", data, path, holder)


def _ascends(places: Sequence[int]) -> bool:
    return all(place < following for place, following in pairwise(places))


def _quoted(text: str, style: str) -> str:
    if style == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if style == "'" else text
