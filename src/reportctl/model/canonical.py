"""Keys and fixed values in English or Chinese to the one form that the models know."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from reportctl.model import codes
from reportctl.model.submission import split_line
from reportctl.sources.codes import duplicate_key
from reportctl.sources.nodes import Branch, end_of, start_of

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.model.keys import Shape
    from reportctl.sources import Source


class SplitLine(dict[str, str]):
    """An item written as one string: heading and text, and the string itself."""

    def __init__(self, line: str) -> None:
        self.line = line
        heading, text = split_line(line)
        super().__init__(heading=heading, text=text)

    @property
    def text_start(self) -> int:
        """Where the text begins in the line."""
        return min(len(self["heading"]) + 1, len(self.line))


class Canonical:
    """Rewrites one file's data to English keys; what it does not know becomes a finding and is left out."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def mapping(self, data: dict[str, Any], branch: Branch, shape: Shape) -> dict[str, Any]:
        """The mapping with English keys, without keys that have no value; positions follow."""
        names = shape.names
        below = shape.below
        values = shape.values
        result: dict[str, Any] = {}
        foreign = None
        for key, value in data.items():
            if key not in names:
                foreign = foreign or []
                foreign.append(key)
                continue
            if value is None:
                continue
            if key in below:
                value = self._below(value, branch.children[key], below[key])  # noqa: PLW2901
            elif key in values:
                value = _english(value, values[key])  # noqa: PLW2901
            result[key] = value
        if foreign:
            self._foreign(foreign, data, branch, shape, result)
        return result

    def _foreign(
        self, keys: list[str], data: dict[str, Any], branch: Branch, shape: Shape, result: dict[str, Any]
    ) -> None:
        """Chinese keys become English ones; unknown ones are reported."""
        assert branch.keys is not None  # noqa: S101 - data is a mapping
        for key in keys:
            english = shape.english.get(key)
            place = branch.keys[key]
            span = start_of(place), end_of(place)
            if english is None:
                self.findings.append(self._unknown(key, span, shape))
            elif english in branch.keys:
                self.findings.append(duplicate_key(self.source, key, span, start_of(branch.keys[english])))
            else:
                branch.keys[english] = place
                branch.children[english] = branch.children[key]
                only = {english: data[key]}
                result |= self.mapping(only, branch, shape)

    def _unknown(self, key: str, span: tuple[int, int], shape: Shape) -> Finding:
        choices = [*shape.names, *shape.english]
        close = get_close_matches(key, choices, n=1, cutoff=0.6)
        hint = f"是不是“{close[0]}”？" if close else f"这里可以写：{'、'.join(shape.names)}"
        return codes.UNKNOWN_KEY.at(self.source.span(*span), f"不认识的键名“{key}”", hint)

    def _below(self, value: Any, node: Any, shape: Shape) -> Any:
        if not isinstance(node, Branch):
            return value
        if node.keys is not None:
            return self.mapping(value, node, shape)
        items: list[Any] = []
        for one, place in zip(value, node.children, strict=True):
            if isinstance(one, dict):
                items.append(self.mapping(one, place, shape))
            elif shape.line and isinstance(one, str):
                items.append(SplitLine(one))
            elif shape.plain and isinstance(one, str):
                items.append({shape.plain: one})
            else:
                items.append(one)
        return items


def _english(value: Any, words: Any) -> Any:
    if isinstance(value, str):
        return next((en for en, zh in words.items() if value == zh), value)
    if isinstance(value, list):
        return [_english(one, words) for one in value]
    return value
