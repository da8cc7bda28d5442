"""How a final decision is written: YAML, block or within braces, with English or Chinese keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportctl.scaffold.wording import Language, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.model.keys import Shape

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*")
_RESOLVED = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
"""What other readers of YAML take for more than a word."""


def block(entry: Mapping[str, Any], shape: Shape, language: Language, indent: str, line_break: str) -> str:
    """An entry of a list on lines of its own."""
    lines = [
        f"{_key(key, shape, language)}: {_flow(value, key, shape, language)}" for key, value in entry.items()
    ]
    return f"{indent}- " + f"{line_break}{indent}  ".join(lines) + line_break


def braces(entry: Mapping[str, Any], shape: Shape, language: Language) -> str:
    """An entry within braces."""
    pairs = (
        f"{_key(key, shape, language)}: {_flow(value, key, shape, language)}" for key, value in entry.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _key(key: str, shape: Shape, language: Language) -> str:
    return language.pick(key, shape.names[key])


def _flow(value: Any, key: str, shape: Shape, language: Language) -> str:
    """A value as it can stand within braces; those that are fixed in the language of the keys."""
    if value is True:
        return "true"
    if isinstance(value, dict):
        return braces(value, shape.below[key], language)
    if isinstance(value, list):
        return f"[{', '.join(_flow(item, key, shape, language) for item in value)}]"
    if isinstance(value, int):
        return str(value)
    words = shape.values.get(key, {})
    if value in words:
        return language.pick(value, words[value])
    return _scalar(str(value))


def _scalar(text: str) -> str:
    """The text plain where every reader takes it for this very text, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _RESOLVED else scalar(text)
