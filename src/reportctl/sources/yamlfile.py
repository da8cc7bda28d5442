"""A YAML file as read: its data and the place of everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.sources import codes
from reportctl.sources.decode import decode
from reportctl.sources.events import Branch, Limits, Node, end_of, parse, start_of
from reportctl.sources.offsets import offsets
from reportctl.sources.typing_errors import explain_unreadable

if TYPE_CHECKING:
    from reportctl.findings import Finding, Span
    from reportctl.sources.source import Source

Path = tuple[str | int, ...]


class YamlFile(NamedTuple):
    """Data and positions; a path such as `("achievements", 0, "text")` leads to a value."""

    source: Source
    data: Any
    root: Node

    @property
    def name(self) -> str:
        """The file's path relative to the project."""
        return self.source.name

    def node(self, path: Path) -> Node:
        """The node at `path`, or the deepest one on the way to it."""
        node = self.root
        for step in path:
            if not isinstance(node, Branch):
                break
            try:
                node = node.children[step]
            except (KeyError, IndexError, TypeError):
                break
        return node

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands, or the nearest thing around it."""
        node = self.node(path)
        return self.source.span(start_of(node), self._end(node))

    def key_span(self, path: Path) -> Span:
        """Where the key that `path` ends with is written; an item of a list stands for itself."""
        parent = self.node(path[:-1])
        if isinstance(parent, Branch) and parent.keys is not None:
            place = parent.keys.get(str(path[-1])) if path else None
            if place is not None:
                return self.source.span(start_of(place), end_of(place))
        return self.start_span(path)

    def key_text(self, path: Path) -> str:
        """The key that `path` ends with as it is written in the file, or "" where there is none."""
        parent = self.node(path[:-1])
        place = (
            parent.keys.get(str(path[-1])) if isinstance(parent, Branch) and parent.keys and path else None
        )
        return "" if place is None else self.source.text[start_of(place) : end_of(place)].strip("\"'")

    def start_span(self, path: Path) -> Span:
        """The first key of the mapping at `path`, or the value's first line: where a lack is reported."""
        node = self.node(path)
        if isinstance(node, Branch) and node.keys:
            first = min(node.keys.values(), key=start_of)
            return self.source.span(start_of(first), end_of(first))
        return self.source.span(start_of(node), self._end(node))

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the scalar value at `path` stand in the file."""
        first, last = self.inner(path, start, end)
        return self.source.span(first, last)

    def inner(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """As `inner_span`, as offsets into the file's text."""
        return self.inner_of(path, self._value(path), start, end)

    def inner_of(self, path: Path, value: Any, start: int, end: int) -> tuple[int, int]:
        """As `inner`, for a scalar whose text the caller knows: `data` may hold it in another shape."""
        node = self.node(path)
        if not isinstance(value, str) or isinstance(node, Branch):
            return start_of(node), self._end(node)
        places = offsets(self.source.text, start_of(node), end_of(node), value)
        start = max(0, min(start, len(value)))
        end = max(start, min(end, len(value)))
        last = places[end - 1] + 1 if end > start else places[start]
        return places[start], last

    def _value(self, path: Path) -> Any:
        value = self.data
        for step in path:
            if isinstance(value, str):
                break
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _end(self, node: Node) -> int:
        """The end of a value without the line breaks and blanks that the parser counts to a block."""
        start, end = start_of(node), end_of(node)
        return start + len(self.source.text[start:end].rstrip())


def read(
    name: str, data: bytes, limits: Limits | None = None, keys: frozenset[str] = frozenset()
) -> tuple[YamlFile | None, tuple[Finding, ...]]:
    """The YAML file in `data`, or None, and the findings of reading it.

    With the names in `keys` that may stand as keys, a fault of typing is found at the line that is wrong.
    """
    limits = limits or Limits()
    source, findings = decode(name, data, limit=limits.size)
    if source is None:
        return None, findings
    file, more = parsed(source, limits, keys)
    return file, (*findings, *more)


def parsed(
    source: Source, limits: Limits, keys: frozenset[str] = frozenset()
) -> tuple[YamlFile | None, tuple[Finding, ...]]:
    """As `read`, from the text: the same text gives the same file."""
    value, root, findings = parse(source, limits)
    if root is None and findings and keys:
        findings = explain_unreadable(source, keys, findings)
    if value is None and not findings:
        return None, (codes.EMPTY_FILE.at(source.whole(), codes.EMPTY_MESSAGE, codes.EMPTY_HINT),)
    return (None if root is None else YamlFile(source, value, root)), findings
