"""Pairs of brackets and quotation marks: which mark has no partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.paragraphs import paragraphs
from reportctl.text.quotes import double_pairs, odd_quotes, single_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = ("《》", "〈〉", "“”", "‘’", "\uff08\uff09", "〔〕", "【】", "「」", "『』")
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
_PARTNER = _CLOSING | {closing: opening for opening, closing in _CLOSING.items()}
# Brackets pair whatever their width: which width is right is another question.
_WIDE = {"(": "\uff08", ")": "\uff09"}

# ’ between letters is an apostrophe.
_MARK = re.compile(
    r"[《》〈〉“”‘’〔〕【】「」『』()\uff08\uff09](?:(?<!’)|(?<![0-9A-Za-z]’)|(?![0-9A-Za-z]))"
)
_ANY = re.compile('[《》〈〉“”‘’〔〕【】「」『』()\uff08\uff09"]')
# 1） opens a point and needs no opening bracket.
_LISTED = re.compile(r"(?:^|[\s、。\uff0c\uff1a\uff1b,:;])(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$")


class Odd(NamedTuple):
    """A mark without a partner: its offset, the mark, and the partner that was expected."""

    position: int
    mark: str
    expected: str


def unpaired(text: str) -> tuple[Odd, ...]:
    """The marks of 《》 〈〉 “” ‘’ （） 〔〕 【】 「」 『』 without a partner, in order.

    Straight quotation marks pair by turns. Pairs nest and end within their paragraph: in 《甲“乙》 the “ is
    the odd one. Time is linear.
    """
    if _ANY.search(text) is None:
        return ()
    return tuple(
        Odd(part.start + odd.position, odd.mark, odd.expected)
        for part in paragraphs(text)
        for odd in sorted(_within(part.text), key=lambda odd: odd.position)
    )


def _within(text: str) -> Iterator[Odd]:
    waiting: list[tuple[int, str, str]] = []
    depth = dict.fromkeys(_CLOSING, 0)
    for position, mark, role in _marks(text):
        if role in _CLOSING:
            waiting.append((position, mark, role))
            depth[role] += 1
            continue
        opening = _PARTNER[role]
        if not depth[opening]:
            if role != "\uff09" or not _LISTED.search(text[max(0, position - 4) : position]):
                yield Odd(position, mark, opening)
            continue
        while (last := waiting.pop())[2] != opening:
            depth[last[2]] -= 1
            yield Odd(last[0], last[1], _PARTNER[last[2]])
        depth[opening] -= 1
    for position, mark, role in waiting:
        yield Odd(position, mark, _PARTNER[role])
    for position in odd_quotes(text):
        yield Odd(position, '"', '"')


def _marks(text: str) -> list[tuple[int, str, str]]:
    """Each mark with its offset and the full-width mark that it stands for."""
    found = [(m.start(), m.group(), _WIDE.get(m.group(), m.group())) for m in _MARK.finditer(text)]
    straight = []
    if '"' in text:
        straight += [(pair, "“”") for pair in double_pairs(text)]
    if "'" in text:
        straight += [(pair, "‘’") for pair in single_pairs(text)]
    for pair, roles in straight:
        found += [(at, text[at], role) for at, role in zip(pair, roles, strict=True) if text[at] in "\"'"]
    return sorted(found)
