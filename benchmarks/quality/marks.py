"""Spoils the marks of a paragraph: pairs, ends, widths, blanks, dashes, odd characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.quality.defects import Spoiled, choose

if TYPE_CHECKING:
    import random

    from benchmarks.quality.wrapping import Paragraph

_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))


def one_of_a_pair(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """Take one mark away: its partner is the odd one."""
    pairs: list[tuple[int, int]] = []
    for opening, closing in _PAIRS:
        open_at: list[int] = []
        for at, char in enumerate(paragraph.text):
            if char == opening:
                open_at.append(at)
            elif char == closing and open_at:
                pairs.append((open_at.pop(), at))
    if not pairs:
        return None
    gone, odd = chance.choice(pairs)
    if chance.random() < 0.5:
        gone, odd = odd, gone
    return Spoiled(paragraph.text[:gone] + paragraph.text[gone + 1 :], odd - (odd > gone))


def lost_end(paragraph: Paragraph, _: random.Random) -> Spoiled | None:
    """The full stop at the end is lost."""
    text = paragraph.text
    is_heading = paragraph.runs_in and text.count("。") == 1
    if is_heading or not text.endswith("。") or len(text) == 1:
        return None
    return Spoiled(text[:-1], len(text) - 2)


def collision(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A second mark behind a mark."""
    found = choose(list(re.finditer("[，、；。](?=.)", paragraph.text)), chance)
    if found is None:
        return None
    extra = chance.choice([mark for mark in "，、；。" if mark != "。" or found.group() != "。"])
    return Spoiled(paragraph.text[: found.end()] + extra + paragraph.text[found.end() :], found.start())


def half_width(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A half-width mark behind a Han character."""
    found = choose(list(re.finditer("(?<=[\u4e00-\u9fff])[，：；（）]", paragraph.text)), chance)
    if found is None:
        return None
    narrow = chr(ord(found.group()) - 0xFEE0)
    return Spoiled(paragraph.text[: found.start()] + narrow + paragraph.text[found.end() :], found.start())


def blank(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A blank between two Han characters; within “” and 《》 one may part two phrases."""
    pieces = re.finditer("“[^”]*”?|《[^》]*》?|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", paragraph.text)
    found = choose([piece for piece in pieces if not piece.group()], chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]} {paragraph.text[found.start() :]}", found.start())


def straight(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """Straight quotation marks in place of a pair."""
    found = choose(list(re.finditer("“([^“”]{1,20})”", paragraph.text)), chance)
    if found is None:
        return None
    text = f'{paragraph.text[: found.start()]}"{found[1]}"{paragraph.text[found.end() :]}'
    return Spoiled(text, found.start())


def character(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A character that does not belong there."""
    if len(paragraph.text) < 2:
        return None
    at = chance.randrange(1, len(paragraph.text))
    odd = chance.choice(["\x07", "\u200b", "\ue5e5", "\ufffd", "\x0b", "\ufeff", "\u2f45"])
    return Spoiled(paragraph.text[:at] + odd + paragraph.text[at:], at)


def long_mark(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A dash or an ellipsis that is none."""
    found = choose(list(re.finditer("——|……", paragraph.text)), chance)
    if found is not None:
        new = chance.choice(["--", "──"]) if found.group() == "——" else chance.choice(["...", "。。。"])
        return Spoiled(paragraph.text[: found.start()] + new + paragraph.text[found.end() :], found.start())
    found = choose(list(re.finditer("、(?=[\u4e00-\u9fff]{2,6}等)", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]}...{paragraph.text[found.end() :]}", found.start())
