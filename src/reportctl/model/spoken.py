"""Keys and fixed values that messages name, in Chinese where a project's files have Chinese keys.

Rules name the English ones, with the Chinese one behind them where a clerk would wonder.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.model.keys import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding

_APART = re.compile(r"(“[^”]*”|`[^`]*`|\{\{[^}]*\}\}|（[a-z_]+）|[a-z_]+(?:: [a-z]+)?（[^（）]*）)")
_QUOTED_KEY = re.compile(r"“[a-z_]+: ")
_WORD = re.compile(r"(?<![A-Za-z0-9_./-])[a-z_]{2,}(?![A-Za-z0-9_./-])")
_EXPLAINED = re.compile(r"(?P<key>[a-z_]+)(?:: [a-z]+)?（(?P<chinese>[^（）]*)）")
_VALUES = {"true": "是", "false": "否"}
_AS_IT_IS = ("这一行改成", "是不是 ")
"""How a hint begins that shows a line of the file or asks for a word of the program: it stays."""


def _pairs() -> Iterator[tuple[str, str]]:
    for shape in SHAPES.values():
        yield from shape.names.items()
        for words in shape.values.values():
            yield from words.items()


def _names() -> dict[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for english, chinese in _pairs():
        names[english] = names.get(english, frozenset()) | {chinese}
    return names


_NAMES = _names()
"""By the English name its Chinese ones: in different places one name may have several."""
_SURE = {english: next(iter(chinese)) for english, chinese in _NAMES.items() if len(chinese) == 1} | _VALUES


_OUTER_KEY = re.compile(r"^(?:- *)?[{]?([^\W\d]+)[ \t]*[:\uff1a]", re.MULTILINE)
_CHINESE_KEYS = frozenset(chinese for shape in SHAPES.values() for chinese in shape.names.values())


@lru_cache(maxsize=8)
def has_chinese_keys(text: str) -> bool:
    """Whether at least half of a file's outermost keys are Chinese; it need not be sound to tell."""
    keys = _OUTER_KEY.findall(text)
    chinese = sum(key in _CHINESE_KEYS for key in keys)
    return chinese > 0 and chinese >= sum(key in _NAMES for key in keys)


def spoken(finding: Finding) -> Finding:
    """The finding with Chinese names for keys in its message and hint."""
    message, hint = in_chinese(finding.message), in_chinese(finding.hint)
    if (message, hint) == (finding.message, finding.hint):
        return finding
    return finding._replace(message=message, hint=hint)


def in_chinese(words: str) -> str:
    """Words of a message with Chinese names for keys; what is quoted stays, unless it shows a key."""
    if words.isascii() or words.startswith(_AS_IT_IS) or _WORD.search(words) is None:
        return words
    return "".join(map(_piece, _APART.split(words)))


def _piece(words: str) -> str:
    explained = _EXPLAINED.fullmatch(words)
    if explained is not None:
        is_name = explained["chinese"].partition(":")[0] in _NAMES.get(explained["key"], ())
        return explained["chinese"] if is_name else words
    if words.startswith("（") and words[1:-1] in _NAMES:
        return ""
    if words.startswith(("`", "{{")) or (words.startswith("“") and not _QUOTED_KEY.match(words)):
        return words
    return _WORD.sub(lambda found: _SURE.get(found.group(), found.group()), words)
