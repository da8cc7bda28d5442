"""Spoils the words and numbers of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.quality.defects import Spoiled, choose, without

if TYPE_CHECKING:
    import random

    from benchmarks.quality.wrapping import Paragraph

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


def placeholder(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A placeholder in place of a count."""
    found = choose(list(_COUNT.finditer(paragraph.text)), chance)
    if found is None:
        return None
    sign = chance.choice(["XX", "××", "*", "____", "（）", "  ", "？？？", "○○", "【待补充】"])
    return Spoiled(paragraph.text[: found.start()] + sign + paragraph.text[found.end() :], found.start())


def year(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """Years that are glued, cut or impossible."""
    places = [(found, new) for pattern, new in _YEARS for found in pattern.finditer(paragraph.text)]
    if not places:
        return None
    found, new = chance.choice(places)
    changed = found.expand(new)
    return Spoiled(paragraph.text[: found.start()] + changed + paragraph.text[found.end() :], found.start())


def measure(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A measure word is lost."""
    found = choose(list(_MEASURE.finditer(paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.start("unit")] + paragraph.text[found.end("unit") :], found.start())


def run_in(paragraph: Paragraph, _: random.Random) -> Spoiled | None:
    """The 。 behind the heading of a string item is lost."""
    heading, stop, rest = paragraph.text.partition("。")
    return Spoiled(heading + rest, -1) if paragraph.runs_in and stop and rest else None


def comma_before_part(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A comma behind a count becomes 其中, or goes where 其中 follows."""
    places = re.finditer("(?<=[0-9][个件家人项户条名场次起份])，(?=[\u4e00-\u9fff])(?:其中)?", paragraph.text)
    found = choose(list(places), chance)
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]}其中{paragraph.text[found.end() :]}", found.start())


def skipped(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """One of 二是, 三是, 四是 is lost."""
    found = choose(list(re.finditer("(?<=[。；])[二三四]是(?=[\u4e00-\u9fff])", paragraph.text)), chance)
    if found is None or not re.search("[三四五]是", paragraph.text[found.end() :]):
        return None
    return without(paragraph, found)._replace(at=-1) if found else None  # type: ignore[union-attr]


def twice(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A sentence right behind itself."""
    found = choose(list(re.finditer("(?<=。)[^。！？]{14,}。", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.end()] + paragraph.text[found.start() :], found.end())


def word(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A word that is often written wrong."""
    known = [(right, wrong) for right, wrong in _WORDS if right in paragraph.text]
    if not known:
        return None
    right, wrong = chance.choice(known)
    at = paragraph.text.index(right)
    differs = next(place for place, char in enumerate(wrong) if char != right[place])
    return Spoiled(paragraph.text[:at] + wrong + paragraph.text[at + len(right) :], at + differs)


def person(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """The department speaks of itself."""
    found = choose(
        list(re.finditer("(?<=[。；，])(?=坚持|推动|加快|深入|全面|实施|推进|加强)", paragraph.text)), chance
    )
    if found is None:
        return None
    word = chance.choice(["我局", "本局"])
    return Spoiled(paragraph.text[: found.start()] + word + paragraph.text[found.start() :], found.start())


def web(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """What a web page has below its text."""
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


def typed_number(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A number typed before an item that is one string."""
    if not paragraph.runs_in:
        return None
    return Spoiled(chance.choice(["1.", "1、", "（1）", "（一）", "一、", "①"]) + paragraph.text, 0)


def blank_by_number(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A blank between a Han character and a number."""
    found = choose(
        list(re.finditer("(?<=[\u4e00-\u9fff])(?=[0-9]{1,6}[\u4e00-\u9fff])", paragraph.text)), chance
    )
    if found is None:
        return None
    return Spoiled(f"{paragraph.text[: found.start()]} {paragraph.text[found.start() :]}", found.start())


def letter(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A letter, or a full-width digit, in place of a digit."""
    found = choose(list(re.finditer("(?<=[1-9])0(?=[个件家人项户条名场次])", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(
        paragraph.text[: found.start()] + chance.choice("O\uff10") + paragraph.text[found.end() :],
        found.start(),
    )


def clause_twice(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A clause right behind itself."""
    found = choose(list(re.finditer("(?<=[，；])[\u4e00-\u9fff]{5,20}，", paragraph.text)), chance)
    if found is None:
        return None
    return Spoiled(paragraph.text[: found.end()] + paragraph.text[found.start() :], found.end())


def cut_off(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """The paragraph breaks off behind a word that something must follow."""
    found = choose(
        list(
            re.finditer(
                "(?<=[\u4e00-\u9fff]{2})(?:[和与及的]|以及|并且)(?=[\u4e00-\u9fff]{2})", paragraph.text
            )
        ),
        chance,
    )
    if found is None or found.end() < 20:
        return None
    return Spoiled(paragraph.text[: found.end()], found.end() - 1)
