"""The text templates of a new project, with their keys in English or Chinese, and YAML scalars to put in.

A template names every key by its place, so that one text serves both languages:

    ${document.title}     the key: title, 标题
    ${document.title*}    the key explained: title（标题）, 标题
    ${outline.part=plans} one of a key's fixed values; * explains it as well
    ${!year}              a text that the caller gives; alone on its line, an empty one takes the line away
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportctl import resources
from reportctl.text.chars import LETTER
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.model.keys import Shape

_PLACEHOLDER = re.compile(
    r"\$\{(?:!(?P<given>\w+)|(?P<path>[a-z_.]+)(?:=(?P<value>[a-z]+))?(?P<explained>\*?))\}"
)

# What every YAML reader takes as this very text, in a flow list too: it begins with Han, and neither the
# marks of YAML nor blanks stand in it.
_PLAIN = re.compile(rf"{LETTER}[\w、。·—《》“”〔〕（），；.-]*")


class Language(StrEnum):
    """The language of keys and fixed values."""

    ENGLISH = "en"
    CHINESE = "zh"

    def pick(self, english: str, chinese: str) -> str:
        """One of a pair of words."""
        return english if self is Language.ENGLISH else chinese


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes templates for one kind of file (its shape) in one language."""

    shape: Shape
    language: Language

    def key(self, path: str) -> str:
        """The key at a place, such as `document.title`."""
        *above, name = path.split(".")
        return self.language.pick(name, self._shape(above).names[name])

    def write(self, template: str, given: Mapping[str, str]) -> str:
        """The template as text."""
        lines = []
        for line in template.splitlines():
            alone = _PLACEHOLDER.fullmatch(line)
            if alone and alone["given"] and not given[alone["given"]]:
                continue
            lines.append(_PLACEHOLDER.sub(lambda found: self._written(found, given), line))
        return "".join(f"{line}\n" for line in lines)

    def _written(self, found: re.Match[str], given: Mapping[str, str]) -> str:
        if found["given"]:
            return given[found["given"]]
        *above, name = found["path"].split(".")
        shape = self._shape(above)
        value = found["value"]
        pair = (value, shape.values[name][value]) if value else (name, shape.names[name])
        word = self.language.pick(*pair)
        explained = found["explained"] and self.language is Language.ENGLISH
        return f"{word}（{pair[1]}）" if explained else word

    def _shape(self, path: list[str]) -> Shape:
        shape = self.shape
        for step in path:
            shape = shape.below[step]
        return shape


def template(name: str) -> str:
    """The text of a shipped template."""
    return resources.path("templates", "scaffold", name).read_text(encoding="utf-8")


def scalar(text: str) -> str:
    """The text as it can stand behind a key, quoted only where it must be; "" for nothing at all."""
    return text if not text or _PLAIN.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes."""
    return f'"{"".join(map(_escaped, text))}"'


def remark(text: str) -> str:
    """The text as it can stand in a comment: on one line, without what a parser would stumble over."""
    return printable(" ".join(text.split()))


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    number = ord(char)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
