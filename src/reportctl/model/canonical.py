"""Keys and fixed values in English or Chinese to the one form that the models know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.model import codes
from reportctl.sources.codes import duplicate_key
from reportctl.sources.events import Branch, end_of, start_of
from reportctl.suggest import name_hint

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.model.keys import Shape
    from reportctl.sources import Source


_LISTED = 100
_LONGEST = 40


class Canonical:
    """Rewrites one file's data to English keys; what it does not know becomes a finding and is left out."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def mapping(self, data: dict[str, Any], branch: Branch, shape: Shape) -> dict[str, Any]:
        """The mapping with English keys, without keys that have no value; positions follow."""
        if data.keys() <= shape.simple and None not in data.values():
            return data  # nearly every item
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
        unknown: list[str] = []
        for key in keys:
            english = shape.english.get(key)
            if english is None:
                unknown.append(key)
            elif english in branch.keys:
                first = start_of(branch.keys[english])
                self.findings.append(duplicate_key(self.source, key, _place(branch, key), first))
            else:
                branch.keys[english] = branch.keys[key]
                branch.children[english] = branch.children[key]
                result |= self.mapping({english: data[key]}, branch, shape)
        self._unknown(unknown, branch, shape)

    def _unknown(self, keys: list[str], branch: Branch, shape: Shape) -> None:
        """Report keys that nobody knows; of a pasted page of them, the first hundred."""
        choices = [*shape.names, *shape.english]
        for key in keys[:_LISTED]:
            near = name_hint(key, choices) if len(key) <= _LONGEST else ""
            hint = near or f"这里可以写：{'、'.join(shape.names)}"
            shown = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}……"
            self._note(_place(branch, key), f"不认识的键名“{shown}”", hint)
        if len(keys) > _LISTED:
            message = f"还有 {len(keys) - _LISTED} 个不认识的键名，没有逐一列出"
            self._note(_place(branch, keys[_LISTED]), message, "检查是否误粘了别的文件的内容")

    def _note(self, place: tuple[int, int], message: str, hint: str) -> None:
        self.findings.append(codes.UNKNOWN_KEY.at(self.source.span(*place), message, hint))

    def _below(self, value: Any, node: Any, shape: Shape) -> Any:
        if not isinstance(node, Branch) or not value:  # a list that says 无 is empty by now
            return value
        if node.keys is not None:
            return self.mapping(value, node, shape)
        items: list[Any] = []
        for item, place in zip(value, node.children, strict=True):
            if isinstance(item, dict):
                items.append(self.mapping(item, place, shape))
            elif shape.of_string is not None and isinstance(item, str):
                items.append(shape.of_string(item))
            else:
                items.append(item)
        return items


def _place(branch: Branch, key: str) -> tuple[int, int]:
    """Where a key of the mapping is written."""
    event = branch.keys[key] if branch.keys is not None else branch
    return start_of(event), end_of(event)


def _english(value: Any, words: Any) -> Any:
    if isinstance(value, str):
        return next((en for en, zh in words.items() if value == zh), value)
    if isinstance(value, list):
        return [_english(item, words) for item in value]
    return value
