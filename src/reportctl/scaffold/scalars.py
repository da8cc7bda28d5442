"""Any text as a YAML scalar or a comment on one line, which reads back as it was."""

from __future__ import annotations

import re

from reportctl.text.clean import printable

# What every YAML reader takes as this very text, in a flow list too: it begins with Han, and neither the
# marks of YAML nor blanks stand in it.
_PLAIN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff0-9A-Za-z、。·—《》“”〔〕（），；_.-]*")


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
