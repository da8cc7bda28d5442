"""The parts of a submission that say 无: there is nothing to report in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.model.submission import PARTS

if TYPE_CHECKING:
    from reportctl.sources import YamlFile

NOTHING = frozenset({"无", "无。", "没有", "没有。", "暂无", "暂无。"})
_PART_KEYS = {**{part: part for part in PARTS}, **{chinese: part for part, chinese in PARTS.items()}}


def without_nothing(file: YamlFile) -> tuple[YamlFile, frozenset[str]]:
    """A part that says 无, be it as its only item, becomes an empty list and is remembered."""
    if not isinstance(file.data, dict):
        return file, frozenset()
    said = {key: _PART_KEYS[key] for key, value in file.data.items() if _says_nothing(key, value)}
    if not said:
        return file, frozenset()
    data = {key: [] if key in said else value for key, value in file.data.items()}
    return file._replace(data=data), frozenset(said.values())


def _says_nothing(key: str, value: Any) -> bool:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return key in _PART_KEYS and isinstance(value, str) and value.strip() in NOTHING
