"""HTML as text: escaping, and elements written on one line each, as a line of `--text` is."""

from __future__ import annotations

from html import escape

from reportctl.text.clean import printable


def text(words: str) -> str:
    """`words` as content or as an attribute's value: nothing in it is markup, nothing in it is invisible."""
    return escape(printable(words))


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
