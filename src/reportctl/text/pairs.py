"""Pairs of brackets and quotation marks: which mark has no partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.paragraphs import paragraphs
from reportctl.text.quotes import quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.text.paragraphs import Slice

_PAIRS = ("《》", "〈〉", "“”", "‘’", "\uff08\uff09", "〔〕", "【】", "「」", "『』")
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
_PARTNER = _CLOSING | {closing: opening for opening, closing in _CLOSING.items()}
_STRAIGHT = frozenset("\"'")
_DOUBLE = frozenset('"“”')
# Brackets pair whatever their width: which width is right is another question.
_WIDE = {"(": "\uff08", ")": "\uff09"}

# ’ between letters is an apostrophe.
_MARK = re.compile(
    r"[《》〈〉“”‘’〔〕【】「」『』()\uff08\uff09\x22\x27](?:(?<!’)|(?<![0-9A-Za-z]’)|(?![0-9A-Za-z]))"
)
# 1） opens a point and needs no opening bracket.
_IN_BRACKETS = re.compile("[(\uff08](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)\uff09]")
_LONGEST = 3
_LISTED = re.compile(r"(?:^|[\s、。\uff0c\uff1a\uff1b,:;])(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$")


class Odd(NamedTuple):
    """A mark without a partner: its offset, the mark, and the partner that was expected."""

    position: int
    mark: str
    expected: str


def unpaired(text: str) -> tuple[Odd, ...]:
    """The marks of 《》 〈〉 “” ‘’ （） 〔〕 【】 「」 『』 without a partner, in order.

    Pairs nest and end within their paragraph: in 《甲“乙》 the “ is the odd one. Where it is in doubt how
    straight quotation marks pair, all of them are odd. Time is linear.
    """
    if _MARK.search(text) is None:
        return ()
    pairs, doubtful = quotations(text)
    straight: dict[int, str] = {}
    for opening, closing in pairs:
        roles = "“”" if not _DOUBLE.isdisjoint((text[opening], text[closing])) else "‘’"
        straight.update(zip((opening, closing), roles, strict=True))
    found = [Odd(position, text[position], text[position]) for position in doubtful]
    for part in paragraphs(text):
        found += _within(_marks(text, part, straight), text)
    return tuple(sorted(found))


def _within(marks: Iterable[tuple[int, str, str]], text: str) -> Iterator[Odd]:
    waiting: list[tuple[int, str, str]] = []
    listed: list[Odd] = []
    depth = dict.fromkeys(_CLOSING, 0)
    for position, mark, role in marks:
        if role in _CLOSING:
            waiting.append((position, mark, role))
            depth[role] += 1
            continue
        opening = _PARTNER[role]
        if not depth[opening]:
            odd = Odd(position, mark, opening)
            if role == "\uff09" and _LISTED.search(text[max(0, position - 4) : position]):
                listed.append(odd)
            else:
                yield odd
            continue
        while (last := waiting.pop())[2] != opening:
            depth[last[2]] -= 1
            yield Odd(last[0], last[1], _PARTNER[last[2]])
        depth[opening] -= 1
    for position, mark, role in waiting:
        yield Odd(position, mark, _PARTNER[role])
    # alone, or among as many in whole brackets, it has lost its half; one that opens the text was typed so
    if listed:
        whole = len(_IN_BRACKETS.findall(text))
        yield from (
            odd for odd in listed if whole >= len(listed) or (len(listed) == 1 and odd.position > _LONGEST)
        )


def _marks(text: str, part: Slice, straight: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
    """Each mark with its offset and the full-width mark that it stands for."""
    for found in _MARK.finditer(text, part.start, part.end):
        mark, position = found.group(), found.start()
        if mark in _STRAIGHT and position not in straight:
            continue
        yield position, mark, straight.get(position) or _WIDE.get(mark, mark)
