"""HTML as text: escaping, and elements written on one line each, as a line of `--text` is."""

from __future__ import annotations

import re
from html import escape

from reportctl.text.clean import printable

_OPENING = "\uff08《“‘〔【〈"
_UNBROKEN = re.compile(
    rf"[“‘](?<=[^\x00-\x7f{_OPENING}][“‘])(?=[0-9A-Za-z])|”(?=[“0-9A-Za-z])|”(?<=[0-9A-Za-z]”)(?=\w)"
)
"""Quotes at which a line may break before they open or behind they close, though browsers do not."""


def text(words: str) -> str:
    """`words` as content or as an attribute's value: nothing in it is markup, nothing in it is invisible."""
    return escape(printable(words))


def prose(words: str) -> str:
    """`words` as the content of a paragraph, whose lines may break at every quote where Chinese has them do.

    A browser takes “ beside a digit or a letter as Latin: it would move “4·15” to the next line with the word
    before it, and pull the line apart.
    """
    return _UNBROKEN.sub(_with_break, text(words))


def _with_break(quote: re.Match[str]) -> str:
    return quote[0] + void("wbr") if quote[0] == "”" else void("wbr") + quote[0]


def element(tag: str, content: str, /, **attributes: str | None) -> str:
    """An element with its content, which is markup already; an attribute of None is left out.

    Attributes are written as Python can spell them: `class_`, `aria_labelledby`.
    """
    return f"<{tag}{_attributes(attributes)}>{content}</{tag}>"


def void(tag: str, /, **attributes: str | None) -> str:
    """An element that has no content and no end tag, such as `img`."""
    return f"<{tag}{_attributes(attributes)}>"


def _attributes(given: dict[str, str | None]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in given.items())
    return "".join(f' {name}="{text(value)}"' for name, value in named if value is not None)
