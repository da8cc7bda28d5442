"""Spoils one thing at a time, at a random place, as people do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.quality.wrapping import Paragraph


class Spoiled(NamedTuple):
    """A paragraph's text with one thing spoiled, and the offset at which that shows (-1: anywhere)."""

    text: str
    at: int


class Defect(NamedTuple):
    """A way to spoil: its name, the codes that may report it, the least share to be found, and how.

    `spoil` gives None where the paragraph has nothing to spoil. `column` asks for the place within the line.
    """

    name: str
    codes: frozenset[str]
    target: float
    spoil: Callable[[Paragraph, random.Random], Spoiled | None]
    column: bool = False


_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_COUNT = re.compile(r"(?<![0-9.第])[0-9]{1,6}(?=[余多]?[个件家人项户条所名场次套处种座辆台批起份])")
_MEASURE = re.compile(
    r"(?<![0-9.第\-—∶:+＋“《])(?<![A-Za-z])[0-9]{1,6}[余多]?(?P<unit>[个件家人项户条所名场次套处种座辆台批起份])(?=[\u4e00-\u9fff，。、；])"
)
_YEARS = (
    (re.compile(r"(20[0-9]{2})—(?=20[0-9]{2}年)"), r"\1"),
    (re.compile(r"(20[0-9]{2})年(?=[1-9][0-9]?月)"), r"\1"),
    (re.compile(r"(?<![0-9])([3-9])(?=月[0-9]{1,2}日)"), r"1\1"),
    (re.compile(r"(?<=月)([1-9][0-9]?)(?=日)"), r"3\g<1>"),
    (re.compile(r"(20)2([0-9])(?=年(?:度|[1-9]))"), r"\1\2"),
    (re.compile(r"(20[0-4][0-9])([1-9])(?=年)"), r"\1\2\2"),
)
_WORDS = (
    ("部署", "布署"),
    ("截至目前", "截止目前"),
    ("截至2", "截止2"),
    ("部分", "部份"),
    ("围绕", "围饶"),
    ("贯彻", "惯彻"),
    ("纠纷", "纠份"),
    ("竞争", "竟争"),
    ("营商环境", "营商环竟"),
    ("法治社会", "法制社会"),
    ("法治政府", "法制政府"),
    ("作为", "做为"),
    ("举一反三", "举一返三"),
    ("因地制宜", "因地治宜"),
)


def _choose(found: list[re.Match[str]], chance: random.Random) -> re.Match[str] | None:
    return chance.choice(found) if found else None


def _one_of_a_pair(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
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


def _lost_end(paragraph: Paragraph, _: random.Random) -> Spoiled | None:
    text = paragraph.text
    is_heading = paragraph.runs_in and text.count("。") == 1
    if is_heading or not text.endswith("。") or len(text) == 1:
        return None
    return Spoiled(text[:-1], len(text) - 2)


def _collision(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("[，、；。](?=.)", paragraph.text)), chance)
    if found is None:
        return None
    extra = chance.choice([mark for mark in "，、；。" if mark != "。" or found.group() != "。"])
    return Spoiled(paragraph.text[: found.end()] + extra + paragraph.text[found.end() :], found.start())


def _half_width(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("(?<=[\u4e00-\u9fff])[，：；（）]", paragraph.text)), chance)
    if found is None:
        return None
    narrow = chr(ord(found.group()) - 0xFEE0)
    return Spoiled(paragraph.text[: found.start()] + narrow + paragraph.text[found.end() :], found.start())


def _placeholder(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(_COUNT.finditer(paragraph.text)), chance)
    if found is None:
        return None
    sign = chance.choice(["XX", "××", "*", "____", "（）", "  ", "？？？", "○○", "【待补充】"])
    return Spoiled(paragraph.text[: found.start()] + sign + paragraph.text[found.end() :], found.start())


def _year(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    places = [(found, new) for pattern, new in _YEARS for found in pattern.finditer(paragraph.text)]
    if not places:
        return None
    found, new = chance.choice(places)
    changed = found.expand(new)
    return Spoiled(paragraph.text[: found.start()] + changed + paragraph.text[found.end() :], found.start())


def _measure(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(_MEASURE.finditer(paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.start("unit")] + paragraph.text[found.end("unit") :], found.start())


def _run_in(paragraph: Paragraph, _: random.Random) -> Spoiled | None:
    """The 。 behind the heading of a string item is lost."""
    heading, stop, rest = paragraph.text.partition("。")
    return Spoiled(heading + rest, -1) if paragraph.runs_in and stop and rest else None


def _comma_before_part(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A comma behind a count becomes 其中, or goes where 其中 follows."""
    places = re.finditer("(?<=[0-9][个件家人项户条名场次起份])，(?=[\u4e00-\u9fff])(?:其中)?", paragraph.text)
    found = _choose(list(places), chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]}其中{paragraph.text[found.end() :]}", found.start())


def _skipped(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("(?<=[。；])[二三四]是(?=[\u4e00-\u9fff])", paragraph.text)), chance)
    if found is None or not re.search("[三四五]是", paragraph.text[found.end() :]):
        return None
    return _without(paragraph, found)._replace(at=-1) if found else None  # type: ignore[union-attr]


def _without(paragraph: Paragraph, found: re.Match[str] | None) -> Spoiled | None:
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.start()] + paragraph.text[found.end() :], found.start())


def _blank(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]} {paragraph.text[found.start() :]}", found.start())


def _straight(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("“([^“”]{1,20})”", paragraph.text)), chance)
    if found is None:
        return None
    text = f'{paragraph.text[: found.start()]}"{found[1]}"{paragraph.text[found.end() :]}'
    return Spoiled(text, found.start())


def _twice(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("(?<=。)[^。！？]{14,}。", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.end()] + paragraph.text[found.start() :], found.end())


def _character(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    at = chance.randrange(1, len(paragraph.text))
    odd = chance.choice(["\x07", "\u200b", "\ue5e5", "\ufffd", "\x0b", "\ufeff", "\u2f45"])
    return Spoiled(paragraph.text[:at] + odd + paragraph.text[at:], at)


def _word(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    known = [(right, wrong) for right, wrong in _WORDS if right in paragraph.text]
    if not known:
        return None
    right, wrong = chance.choice(known)
    at = paragraph.text.index(right)
    differs = next(place for place, char in enumerate(wrong) if char != right[place])
    return Spoiled(paragraph.text[:at] + wrong + paragraph.text[at + len(right) :], at + differs)


def _person(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(
        list(re.finditer("(?<=[。；，])(?=坚持|推动|加快|深入|全面|实施|推进|加强)", paragraph.text)), chance
    )
    if found is None:
        return None
    word = chance.choice(["我局", "本局"])
    return Spoiled(paragraph.text[: found.start()] + word + paragraph.text[found.start() :], found.start())


def _long_mark(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    found = _choose(list(re.finditer("——|……", paragraph.text)), chance)
    if found is not None:
        new = chance.choice(["--", "──"]) if found.group() == "——" else chance.choice(["...", "。。。"])
        return Spoiled(paragraph.text[: found.start()] + new + paragraph.text[found.end() :], found.start())
    found = _choose(list(re.finditer("、(?=[\u4e00-\u9fff]{2,6}等)", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]}...{paragraph.text[found.end() :]}", found.start())


def _web(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    remain = chance.choice(
        [
            "扫一扫在手机打开当前页",
            "【字体：大 中 小】",
            "责任编辑：张三",
            "&nbsp;",
            "<br/>",
            "分享到：",
            "打印本页",
        ]
    )
    return Spoiled(paragraph.text + remain, len(paragraph.text))


def _defect(
    name: str,
    codes: str,
    target: float,
    spoil: Callable[[Paragraph, random.Random], Spoiled | None],
    *,
    column: bool = False,
) -> Defect:
    return Defect(name, frozenset(codes.split()), target, spoil, column)


_DATES = "glued-years impossible-date backward-years other-year"
_ODD = "control-character invisible-character private-character garbled-character variant-character"
DEFECTS = (
    _defect("pairs: one mark lost", "unpaired", 0.98, _one_of_a_pair, column=True),
    _defect("ends: the last full stop lost", "lost-end cut-off", 0.98, _lost_end, column=True),
    _defect("collisions: a second mark", "colliding-marks heading-end", 0.98, _collision, column=True),
    _defect("widths: a half-width mark", "half-width", 0.98, _half_width, column=True),
    _defect("placeholders: for a number", "placeholder", 0.98, _placeholder, column=True),
    _defect("years: glued, cut, impossible", _DATES, 0.98, _year, column=True),
    _defect("measure words: lost", "lost-measure", 0.80, _measure, column=True),
    _defect("headings: run into the text", "run-in-heading", 0.80, _run_in),
    _defect("其中: comma lost", "comma-before-part", 0.80, _comma_before_part, column=True),
    _defect("enumerations: one skipped", "number-sequence", 0.80, _skipped),
    _defect("blanks between Chinese", "half-width", 0.98, _blank, column=True),
    _defect("straight quotes", "half-width", 0.98, _straight, column=True),
    _defect(
        "a sentence twice", "repeated-sentence doubled-words repeated-heading", 0.98, _twice, column=True
    ),
    _defect("odd characters", _ODD, 0.98, _character, column=True),
    _defect("wrong words", "wrong-word", 0.98, _word, column=True),
    _defect("first person", "first-person", 0.95, _person, column=True),
    _defect("dashes and ellipses", "wrong-long-dash wrong-ellipsis", 0.95, _long_mark, column=True),
    _defect("web-page remains", "web-remains", 0.98, _web, column=True),
)
