"""Changes a YAML text at the places that its positions name: comments, order and layout stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportctl.sources.editing import key_behind, line_end
from reportctl.sources.events import Branch, end_of, start_of
from reportctl.splicing import Splice, spliced

if TYPE_CHECKING:
    from reportctl.model.keys import Shape
    from reportctl.scaffold.wording import Language
    from reportctl.sources import Path, YamlFile
    from reportctl.sources.events import Node

_LINE = re.compile(r"^(?=.)", re.MULTILINE)


class Rewriting:
    """Collects the changes to one file, whose paths are those of English keys."""

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._source = file.source.text
        self._replacements: list[Splice] = []

    @property
    def text(self) -> str:
        """The text with every change made; what lies within a larger change goes with it."""
        return spliced(self._source, self._replacements)

    def value(self, path: Path) -> str:
        """The scalar at a path, "" where there is none."""
        value: Any = self._file.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return ""
        return value if isinstance(value, str) else ""

    def insert(self, offset: int, text: str) -> None:
        """Write something at an offset."""
        self._replacements.append(Splice(offset, offset, text))

    def cut(self, start: int, end: int) -> None:
        """Leave out a stretch of the text."""
        self._replacements.append(Splice(start, end, ""))

    def replace(self, path: Path, new: str) -> None:
        """Write a YAML value in place of the one at a path."""
        self._swap(self._file.node(path), new)

    def replace_within(self, path: Path, start: int, end: int, new: str) -> bool:
        """Write `new` for the characters `start` to `end` of a scalar; False where they stand in disguise."""
        first, last = self._file.inner(path, start, end)
        if self._source[first:last] != self.value(path)[start:end]:
            return False
        self._replacements.append(Splice(first, last, new))
        return True

    def add(self, path: Path, key: str, value: str, remark: str) -> None:
        """Write a key behind the one at a path: on a line of its own with a remark, or within braces."""
        holder = self._file.node(path[:-1])
        end = self._end(self._file.node(path))
        self._replacements.append(key_behind(self._source, holder, path[-1], end, (key, value), remark))

    def comment_out(self, path: Path) -> None:
        """Make comments of the lines of a block; within other text on its lines it becomes an empty list."""
        node = self._file.node(path)
        start, end = start_of(node), self._end(node)
        first = self._source.rfind("\n", 0, start) + 1
        behind = self._source[end : line_end(self._source, end)].strip()
        if self._source[first:start].strip() or (behind and not behind.startswith("#")):
            self._swap(node, "[]")
            return
        for found in _LINE.finditer(self._source, first, end):
            self.insert(found.start(), "# ")

    def spell(self, shape: Shape, language: Language) -> None:
        """Write keys and fixed values in a language."""
        self._spell(self._file.root, shape, language)

    def _spell(self, node: Node, shape: Shape, language: Language) -> None:
        if not isinstance(node, Branch):
            return
        if node.keys is None:
            for child in node.children:
                self._spell(child, shape, language)
            return
        for english, chinese in shape.names.items():
            if english not in node.keys:
                continue
            child = node.children[english]
            self._swap(node.keys[english], language.pick(english, chinese))
            if english in shape.below:
                self._spell(child, shape.below[english], language)
            elif english in shape.values:
                words = shape.values[english]
                self._respell(child, {word: language.pick(*pair) for pair in words.items() for word in pair})

    def _respell(self, node: Node, words: dict[str, str]) -> None:
        for scalar in node.children if isinstance(node, Branch) else [node]:
            written = self._source[start_of(scalar) : self._end(scalar)].strip("\"'")
            if written in words:
                self._swap(scalar, words[written])

    def _swap(self, node: Node, new: str) -> None:
        self._replacements.append(Splice(start_of(node), self._end(node), new))

    def _end(self, node: Node) -> int:
        """Where a value ends: what the parser counts to a block besides are blanks, breaks and comments."""
        start, end = start_of(node), end_of(node)
        if isinstance(node, Branch) and node.children and self._source[start] not in "[{":
            children = node.children.values() if isinstance(node.children, dict) else node.children
            return max(map(self._end, children))
        return start + len(self._source[start:end].rstrip())
