"""Mends how a YAML file is built, line by line: only where it then reads, and says what stands there.

The lines keep their numbers and their words. A mend changes a line's indent, the blank behind its dash, and
the marks between keys and values; afterwards each line must be to the parser what it is to a person: an item
where it has a dash, a key where it has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.sources.events import Branch, parse, start_of
from reportctl.sources.source import Source
from reportctl.sources.typing_errors.lines import COLONS, ODD_BLANKS
from reportctl.sources.typing_errors.scan import keyed_lines
from reportctl.sources.values import LIMITS
from reportctl.splicing import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reportctl.sources.events import Node

_MARKS = re.compile(f"[\\s:;=,{COLONS}{ODD_BLANKS}\uff1b\uff1d\uff0c、-]+")


class LineMend(NamedTuple):
    """A line, by its number from 1, as it should be."""

    number: int
    text: str


def mended(source: Source, mends: Iterable[LineMend], keys: Collection[str]) -> str | None:
    """The text with these lines, or None where it does not read, or says anything else than its lines.

    `keys` are all names that may stand as keys.
    """
    splices: list[Splice] = []
    for mend in mends:
        line, at = source.line(mend.number), source.starts[mend.number - 1]
        if _words(line) != _words(mend.text):
            return None
        splices.append(Splice(at, at + len(line), mend.text))
    after = Source(source.name, spliced(source.text, splices))
    stray = _stray_lines(after, keys)
    if stray is None:
        return None
    before = _stray_lines(source, keys) or frozenset()
    return None if stray - before else after.text


def _words(line: str) -> str:
    """A line without the marks that build it."""
    return _MARKS.sub("", line)


def _stray_lines(source: Source, keys: Collection[str]) -> frozenset[int] | None:
    """The numbers of lines that are less to the parser than they look; None where it cannot read the text."""
    _, root, findings = parse(source, LIMITS)
    if root is None or findings:
        return None
    key_places, item_places = _places(root)
    return frozenset(
        source.place(line.at)[0]
        for line in keyed_lines(source, keys)
        if (line.key and line.known and line.at + line.body not in key_places)
        or (line.dashes and line.at + line.body not in item_places)
    )


def _places(root: Node) -> tuple[frozenset[int], frozenset[int]]:
    """The offsets at which keys begin, and those at which items of lists do."""
    keys: set[int] = set()
    items: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if not isinstance(node, Branch):
            continue
        if node.keys is None:
            items.update(start_of(child) for child in node.children)
            stack += node.children
        else:
            keys.update(start_of(key) for key in node.keys.values())
            stack += node.children.values()
    return frozenset(keys), frozenset(items)
