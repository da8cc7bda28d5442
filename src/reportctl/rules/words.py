"""Rules of words: those that are often written wrong, and leaders' names with their titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.signs import rarest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.data import Data, Word
    from reportctl.rules.texts import TextSet

WRONG_WORD = Rule(
    "wrong-word",
    Severity.WARNING,
    "常写错的词",
    "近音、近义、形近而写错的词。用词清单在 templates/data/lexicon.yaml，"
    "本单位要增加的写在项目的 data/lexicon.yaml 里。",
    "text: 截止目前，检查20次。",
    "text: 截至目前，检查20次。",
)
LEADER_TITLE = Rule(
    "leader-title",
    Severity.WARNING,
    "领导同志的姓名、职务或思想名称不对",
    "领导同志的姓名、职务和以其命名的思想，一个字也不能错。职务清单在 templates/data/leaders.yaml，"
    "本地领导的写在项目的 data/leaders.yaml 里。",
    "text: 深入学习贯彻习近平法制思想。",
    "text: 深入学习贯彻习近平法治思想。",
)

RULES = (WRONG_WORD, LEADER_TITLE)

_FOREMOST = "习近平"
# What the name is followed by in official prose; the Party's and the state's usage (as of 2025).
_AFTER = re.compile(
    "新时代中国特色社会主义思想|新时代中国特色社会主义经济思想|(?:法治|经济|外交|强军|文化|生态文明)思想|总书记|主席|同志"
    "|在|关于|《|、|》|”|著|谈|论|对|重要|致|给|向|主持|出席|考察|指出|强调|系列|治国|青年|等|的|为|视察|调研|会见|作"
    "|亲自|党建|同|书信|文化"
)
_CLAUSE_END = re.compile("[。\uff0c\uff1b、\n]")
_MISSPELT = ("习进平", "习近乎", "习近评", "刁近平", "习总书记", "习主席")


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Words of the lexicon, names and titles."""
    text = texts.text
    lexicon = _lexicon(context.data)
    for sign in sorted(set(lexicon.signs.findall(text))):
        yield from _words(texts, lexicon.rare[sign])
    if lexicon.others.search(text):
        yield from _words(texts, lexicon.common)
    if "习" in text or "刁" in text:
        yield from _foremost(texts)
    for leader in context.data.leaders:
        if leader.name != _FOREMOST and leader.name in text:
            yield from _titles(texts, leader.name, leader.titles)


def _words(texts: TextSet, words: Iterable[Word]) -> Iterator[Finding]:
    for word in words:
        if word.wrong in texts.text:
            yield from _word(texts, word)


def _word(texts: TextSet, word: Word) -> Iterator[Finding]:
    text = texts.text
    at = text.find(word.wrong)
    while at >= 0:
        end = at + len(word.wrong)
        if _stands(word, text, at, end):
            why = f"\uff1a{word.why}" if word.why else ""
            message = f"“{word.wrong}”应当是“{word.right}”{why}"
            finding = texts.at(WRONG_WORD, at, end, message, f"改为“{word.right}”")
            yield finding._replace(severity=word.severity)
        at = text.find(word.wrong, end)


def _foremost(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    at = text.find(_FOREMOST)
    while at >= 0:
        end = at + len(_FOREMOST)
        if text[end : end + 1] and text[end] != "\n" and not _AFTER.match(text, end):
            message = f"“{_CLAUSE_END.split(text[at : end + 8])[0]}”的写法请核对"
            yield texts.at(LEADER_TITLE, at, end, message, "对照权威文本，一字不差地写")
        at = text.find(_FOREMOST, end)
    for word in _MISSPELT:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            message = f"“{word}”的写法不对"
            yield texts.at(LEADER_TITLE, at, end, message, "写“习近平总书记”或“习近平主席”")
            at = text.find(word, end)


def _titles(texts: TextSet, name: str, titles: tuple[str, ...]) -> Iterator[Finding]:
    """A title right before the name that is none of the leader's: 区长王某某 where he is 区委书记."""
    office = re.compile(f"({_OFFICES}){re.escape(name)}")
    for found in office.finditer(texts.text):
        if not any(title.endswith(found[1]) or found[1].endswith(title) for title in titles):
            message = f"{name}的职务是{'、'.join(titles)}，这里写的是“{found[1]}”"
            yield texts.at(LEADER_TITLE, *found.span(1), message, "核对职务；有变动的，改 data/leaders.yaml")


_OFFICES = (
    "(?:[省市区县镇乡旗州]委)?(?:常务)?副?书记|[省市区县旗州](?:委|政府)?(?:常务)?副?[省市区县旗州]?[长书记]|副?[局镇乡县区市州旗]长"
    "|副?主任|副?主席|副?主委|常委"
)


def _stands(word: Word, text: str, start: int, end: int) -> bool:
    """Whether the word is wrong there."""
    before = text[max(start - 8, 0) : start]
    return (
        (not word.after or re.compile(word.after).match(text, end) is not None)
        and (not word.not_after or re.compile(word.not_after).match(text, end) is None)
        and (not word.before or re.search(f"(?:{word.before})$", before) is not None)
        and (not word.not_before or re.search(f"(?:{word.not_before})$", before) is None)
    )


class _Lexicon:
    """The words by what gives them away: `rare` by a rare character of theirs, `common` by a pattern of all.

    To look for any of a hundred characters takes five microseconds, for forty words by one pattern ten.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self.rare: dict[str, list[Word]] = {}
        self.common: list[Word] = []
        for word in words:
            sign = rarest(word.wrong)
            (self.rare.setdefault(sign, []) if sign else self.common).append(word)
        self.signs = re.compile(f"[{''.join(map(re.escape, self.rare))}]" if self.rare else "(?!)")
        self.others = re.compile("|".join(re.escape(word.wrong) for word in self.common) or "(?!)")


@lru_cache(maxsize=4)
def _lexicon(data: Data) -> _Lexicon:
    return _Lexicon(data.lexicon)
