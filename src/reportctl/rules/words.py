"""Rules of words: those that are often written wrong, and leaders' names with their titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.clauses import clause_end

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
_FOLLOWING = (
    "新时代中国特色社会主义思想 新时代中国特色社会主义经济思想 法治思想 经济思想 外交思想 强军思想 文化思想",
    "生态文明思想 总书记 主席 同志 在 关于 《 、 》 ” 著 谈 论 对 重要 致 给 向 主持 出席 考察 指出 强调",
    "系列 治国 青年 等 的 为 视察 调研 会见 作 亲自 党建 同 书信 文化",
)
_AFTER = tuple(words for line in _FOLLOWING for words in line.split())
_PAUSES = frozenset("。\uff0c\uff1b、\n")
_MISSPELT = (re.compile("习(?:进平|近乎|近评|总书记|主席)"), re.compile("刁近平"))


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Words of the lexicon, names and titles."""
    text = texts.text
    lexicon = _lexicon(context.data)
    for word in lexicon.found_in(text):
        yield from _word(texts, word)
    if "习" in text or "刁" in text:
        yield from _foremost(texts)
    for leader in context.data.leaders:
        if leader.name != _FOREMOST and leader.name in text:
            yield from _titles(texts, leader.name, leader.titles)


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
        if text[end : end + 1] and text[end] != "\n" and not text.startswith(_AFTER, end):
            message = f"“{text[at : clause_end(text, at, end + 8, _PAUSES)]}”的写法请核对"
            yield texts.at(LEADER_TITLE, at, end, message, "对照权威文本，一字不差地写")
        at = text.find(_FOREMOST, end)
    for misspelt in _MISSPELT:
        for found in misspelt.finditer(text):
            message = f"“{found.group()}”的写法不对"
            yield texts.at(LEADER_TITLE, *found.span(), message, "写“习近平总书记”或“习近平主席”")


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
    """The words by what gives them away: a character of theirs that few texts have, or else the whole word.

    To look for any of a hundred characters takes five microseconds a page, for forty words by one pattern
    ten.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._rare: dict[str, list[Word]] = {}
        self._frequent: list[Word] = []
        for word in words:
            # a character that the right word has not is seldom in a text at all
            likely = sorted(word.wrong, key=lambda each: each in word.right)
            character = next((each for each in likely if each not in _FREQUENT), "")
            (self._rare.setdefault(character, []) if character else self._frequent).append(word)
        self._characters = re.compile(f"[{''.join(map(re.escape, self._rare))}]" if self._rare else "(?!)")
        tails: dict[str, list[str]] = {}
        for word in self._frequent:
            tails.setdefault(word.wrong[0], []).append(re.escape(word.wrong[1:]))
        # words that begin alike are tried together: two thirds of the time
        heads = (f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
        self._words = re.compile("|".join(heads) or "(?!)")

    def found_in(self, text: str) -> Iterator[Word]:
        """The words that stand in the text, wherever they do."""
        likely = [word for each in set(self._characters.findall(text)) for word in self._rare[each]]
        if self._words.search(text):
            likely += self._frequent
        return (word for word in likely if word.wrong in text)


# The most frequent characters of government prose.
_FREQUENT = (
    "业化建新全展发实国动大进推和产设加的力高中人生一工区提体强务持增成民等政重行地能家深质治保制市作会城开施个入平升合量经年资创"
    "现理服省好基育改项以优点长水代企万造济效心坚面快上机科文用为有社技域五公级系农更续在出规安要目态品定学度法支稳主村性共完融海程"
    "场数领革源投色事通活不统三总标型群教同医放电防管费向乡十落各护打方集位府境对达金环南善台本期居运策分局范商协消部整四关时多构特"
    "自扩办绿步到引我智应风是营促就口流综元做战外物批试健精路划次培突际转收障率计县险模网园第超交联专准与下值式均决立内导两山明旅贸"
    "信督审责负查案处执相纠复条诉举调销份未结岗布近庭按证依素利记严决规裁罚监察权督件解卷任养前班核清格"
    "亿积老小供镇取线得先党众础游美们极链首预碳道争西习带东二术来势空破接示验果字易表兴略低央干筹广固题院"
    "房间及江类河港比研义算指青速聚校疗才列于过双着问贯气委层抓求团确员形配牢需置攻控族单疆意功拓断神获康"
    "职备军里之湖降州惠显把天福林千左车右零住所装可了难航组头子彻最奋至北药污灾排据景食铁普常历盖让覆界儿"
    "补都连户议扎思考传名充想参门评报日识起检助受织容情队援站息反律告训限较余将师录送盾矛白宣纷述况鹤"
    "、无够顾措已隐足究继承待薄归履"
)


@lru_cache(maxsize=4)
def _lexicon(data: Data) -> _Lexicon:
    return _Lexicon(data.lexicon)
