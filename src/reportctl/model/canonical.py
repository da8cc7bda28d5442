"""Keys and fixed values in English or Chinese to the one form that the models know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.model import codes
from reportctl.model.spoken import has_chinese_keys
from reportctl.sources.codes import duplicate_key
from reportctl.sources.events import Branch, end_of, start_of
from reportctl.suggest import distance, question

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self.meant: set[str] = set()
        """The outermost keys that are not there, but that a key which is typed wrong was meant to be."""
        self._outermost: Shape | None = None
        self._root: Branch | None = None

    def whole(self, data: dict[str, Any], branch: Branch, shape: Shape) -> dict[str, Any]:
        """The outermost mapping of a file, or an item of its list: a hint may name any key below it."""
        self._outermost, self._root, self.meant = shape, branch, set()
        return self.mapping(data, branch, shape)

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
        for key in keys[:_LISTED]:
            near = _nearest(key, (*shape.names, *shape.english)) if len(key) <= _LONGEST else ""
            if near and branch is self._root:
                self.meant.add(shape.english.get(near, near))
            hint = question(near) or self._elsewhere(key, shape)
            if not hint:
                names = shape.english if has_chinese_keys(self.source.text) else shape.names
                hint = f"这里可以写：{'、'.join(names)}"
            shown = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}……"
            self._note(_place(branch, key), f"不认识的键名“{shown}”", hint)
        if len(keys) > _LISTED:
            message = f"还有 {len(keys) - _LISTED} 个不认识的键名，没有逐一列出"
            self._note(_place(branch, keys[_LISTED]), message, "检查是否误粘了别的文件的内容")

    def _elsewhere(self, key: str, shape: Shape) -> str:
        """The key of another place of the file that was meant, and where it stands."""
        if self._outermost is None or len(key) > _LONGEST:
            return ""
        homes: dict[str, str] = {}
        for of, above in (
            *_places(shape, ""),
            (self._outermost, "最外层，不缩进"),
            *_places(self._outermost, ""),
        ):
            for name in (*of.names, *of.english):
                homes.setdefault(name, above)
        near = _nearest(key, tuple(name for name in homes if len(key) > 2 or name[:1] == key[:1]))
        asked = "" if near == key else question(near)
        return f"{asked}“{near}”写在{homes[near]}" if near else ""

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


def _nearest(key: str, names: tuple[str, ...]) -> str:
    """The name that takes the fewest changes, "" where that takes more than a third of the key."""
    allowed = max(len(key) // 3, 1)
    typed = key.lower()
    found = [
        (cost, number, name)
        for number, name in enumerate(names)
        if abs(len(name) - len(key)) <= allowed
        and name.isascii() == key.isascii()
        and (cost := distance(typed, name)) <= allowed
        and cost < len(name)
    ]
    return min(found)[2] if found else ""


def _places(shape: Shape, above: str) -> Iterator[tuple[Shape, str]]:
    """The mappings below one, each with where it stands: those of the same depth before those below them."""
    below = [(child, f"{above}{key}（{shape.names[key]}）") for key, child in shape.below.items()]
    for child, place in below:
        yield child, f" {place}下面"
    for child, place in below:
        yield from _places(child, f"{place}的 ")


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
