"""Ends: the 。 that a text must have and the mark that a heading must not."""

from __future__ import annotations

from reportctl.text.chars import WHITE_CHARACTERS, is_han
from reportctl.text.edits import ChangeKind, TextChange, apply

_PAUSES = "\uff0c\uff1b、,;"
_STOPS = ".\uff0e\uff61"
_COLONS = "\uff1a:"
_ENDS = frozenset("。\uff1f\uff01…?!")
# These may stand behind the end mark; 》 may not, its mark belongs to the title.
_CLOSERS = "”’\uff09」』】〕\"')"
_BEHIND_HEADING = f"{WHITE_CHARACTERS}。{_PAUSES}{_COLONS}{_STOPS}"


def close(text: str) -> str:
    """The text with its end mark: 。 is added, or written for a pause or a Latin full stop at the end.

    A colon at the end stays: it announces what follows, 。 would not make it right.
    """
    last = text[-1:]
    if last in _ENDS:  # nearly every text
        return text
    if last.isalnum():  # nearly every heading
        return f"{text}。"
    change = open_end(text)
    return apply(text, [change]) if change else text


def open_end(text: str) -> TextChange | None:
    """What `close` changes; `None` where the text has its end mark, announces something, or is empty."""
    if text[-1:] in _ENDS:
        return None
    body = text.rstrip(WHITE_CHARACTERS)
    if not body or announces(body) or body.rstrip(_CLOSERS)[-1:] in _ENDS:
        return None
    kept = body.rstrip(_PAUSES)
    if kept == body and body[-1] in _STOPS:
        if body[-2:-1] in _STOPS or not any(map(is_han, body)):
            return None
        kept = body[:-1]
    return TextChange(len(kept), len(text), "。", ChangeKind.END_MARK)


def announces(text: str) -> bool:
    """Whether the text ends in a colon, so that something has to follow."""
    return text.rstrip(WHITE_CHARACTERS).endswith(tuple(_COLONS))


def strip_heading(text: str) -> str:
    """The heading without its closing full stop, pause or colon; a question or exclamation mark stays."""
    return text.rstrip(_BEHIND_HEADING)
