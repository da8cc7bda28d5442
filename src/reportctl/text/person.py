"""First person: 我局 and 本镇, which in a merged report must say whose they are."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from reportctl.text.edits import ChangeKind, TextChange
from reportctl.text.paragraphs import Slice

if TYPE_CHECKING:
    from collections.abc import Iterator

# 我区 and the like are the report's own voice; 我国 is everybody's.
_AREAS = frozenset("省市州盟区县旗国")
# A name that ends in one of these calls itself by the whole word, its last character says nothing.
_WHOLE_WORDS = ("街道", "中心")
# One of these is said as well as its last character.
_WORDS = (
    *("办公室", "办事处", "分局", "支队", "大队", "总队", "公司", "学校", "学院", "医院", "法院"),
    *("检察院", "研究院", "管委会", "联合会", "协会"),
)
# How a name ends that calls itself by a noun within it; of the third word the noun goes without.
_BODIES = (
    ("镇人民政府", "镇", "人民政府"),
    ("乡人民政府", "乡", "人民政府"),
    ("镇政府", "镇", "政府"),
    ("乡政府", "乡", "政府"),
    ("街道办事处", "街道", "办事处"),
    ("街道办事处", "街办", ""),
    ("管理委员会", "管委会", ""),
    ("委员会", "委", ""),
)
_TOWNS = ("镇", "乡", "街道")
# What no roster name explains is reported and left: 我镇 in a bureau's text, 我委 of a 委员会.
_STRANGERS = ("局", "镇", "乡", "街道", "办", "委", "单位", "部门")

# 忘我 and 自我 are words, but 来自我局 ends in 自 by chance. Lookbehinds stand behind the character.
_ME = r"(?<=我)(?<![忘敌唯你]我)(?:(?P<since>(?<=自我)(?<![来源出引]自我))|)"
# 基本, 成本 and 115本 are words, but 完成本镇 is not.
_OUR = (
    r"(?<=本)(?<![基根日原资版样标剧课书文副译脚读抄蓝账帐范孤话亏赔忘张血折刊]本)"
    r"(?<![0-9\uff10-\uff19一二三四五六七八九十百千万两几余多各每这那某]本)"
    r"(?:(?<=[完组形建达]成本)|(?<!成本))"
)
# The word that the department's last character may begin (局限, 办理, 镇静), unless a further word begins
# behind it: 局/限期, 局/面向, 局/部分, 镇/区域.
_BEGUN = {
    "局": "限(?![期时额])|面(?![向临对])|部(?![分门署])|势|促|域|外|麻",
    "镇": "静|定(?![期点向于])|压|守|痛|江|远|住|慑|纸",
    "乡": "土|亲|愁|情|音|间|下|邻|贤|镇|试|本|村(?![民级两庄])",
    "委": "[托派员屈任以婉身实曲]",
    "办": "[理法公案事好学证结成实件税医完到妥报展厂校社复]",
    "所": "[有以在属谓能需得做作想见闻知说为示致述列及谋]",
    "院": "[落士线墙]",
    "队": "[伍员列友形]",
    "部": "[门分署位队件落委]",
    "处": "[理置于罚分境在以事方]",
    "室": "[内外友温]",
    "站": "[位在稳立岗点好出住台]",
    "科": "[学技普室研员幻目生毕]",
    "司": "[法机令空仪]",
    "校": "[对验准正]",
    "行": "[政业为动使驶程进人贿列文我]",
    "社": "[会区保员团交]",
    "联": "[合系动络席防网手想盟邦]",
    "厅": "[级堂]",
    "会": "[议期场计谈见诊展堂商同晤话]",
    "中心": "[城任组镇点思]",
}
# 我局长期 is 我局 and 长期, but 我局长 may be the head who speaks for himself; 我会 is also "I shall",
# except before what cannot follow that verb.
_UNSURE = (
    r"(?P<unsure>长(?![期效久远时年足])"
    r"|(?<=我会)(?![的将已共全于与和及机关党组、\uff0c\uff1a\uff1b。]|$))?"
)


class FirstPerson:
    """What a department calls itself: 我 or 本 and the last character (or word) of its roster name."""

    def __init__(self, department_name: str) -> None:
        self._name = department_name

    @cached_property
    def _nouns(self) -> tuple[str, ...]:
        return _nouns(self._name)

    @cached_property
    def _written(self) -> dict[str, str]:
        """What is written for a noun: 我镇 of 青石镇人民政府 is 青石镇, 我委 of a 委员会 its name."""
        return {noun: self._name[: len(self._name) - len(tail)] for _, noun, tail in _of(self._name)}

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(pronoun + noun for noun in self._nouns for pronoun in "我本")

    def changes(self, text: str) -> tuple[TextChange, ...]:
        """The changes that write the department's name wherever it certainly speaks of itself."""
        if "我" not in text and "本" not in text:
            return ()
        if not any(word in text for word in self._words):
            return ()
        return tuple(
            TextChange(
                found.start, found.end, self._written.get(found.text[1:], self._name), ChangeKind.FIRST_PERSON
            )
            for found, sure in _mentions(self._nouns, text)
            if sure
        )

    def doubtful(self, text: str) -> tuple[Slice, ...]:
        """What may be first person and is left as it is.

        Such are 我局 in the title of a document, 我局长, 自我局 and what this department's name does not
        explain (我镇 in a bureau's text, 我单位).
        """
        if "我" not in text and not any(word in text for word in self._words):
            return ()
        return tuple(found for found, sure in _mentions(self._nouns, text) if not sure)


def short_name(name: str) -> str:
    """What a town or 街道 is called without its office: 青石镇 of 青石镇人民政府; "" for other names."""
    for _, noun, tail in _of(name):
        if noun in _TOWNS and tail:
            return name[: -len(tail)]
    return name if name.endswith(_TOWNS) else ""


def _nouns(name: str) -> tuple[str, ...]:
    """What the department may call itself, longest first."""
    nouns = [word for word in (*_WHOLE_WORDS, *_WORDS) if name.endswith(word)]
    nouns += (noun for _, noun, _ in _of(name))
    if name and name[-1] not in _AREAS and not name.endswith(_WHOLE_WORDS):
        nouns.append(name[-1])
    return tuple(nouns)


def _of(name: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(entry for entry in _BODIES if name.endswith(entry[0]) and name != entry[0])


def _mentions(nouns: tuple[str, ...], text: str) -> Iterator[tuple[Slice, bool]]:
    """Each mention, and whether it is certain."""
    in_title = False
    for match in _pattern(nouns).finditer(text):
        if match["own"] is None and match["stranger"] is None:
            in_title = match["head"] == "《"
            continue
        sure = not in_title and all(match[doubt] is None for doubt in ("since", "stranger", "unsure"))
        yield Slice(match["head"] + (match["own"] or match["stranger"]), match.start()), sure


@cache
def _pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern shared by all departments whose names end alike; 。 ends a title that lost its 》."""
    own = "|".join(map(_noun, nouns)) or "(?!)"
    strangers = "|".join(_noun(noun) for noun in _STRANGERS if noun not in nouns)
    return re.compile(
        rf"(?P<head>[《》。我本])(?:(?<=[《》。])"
        rf"|(?:{_ME}|{_OUR})(?:(?P<own>{own}){_UNSURE}|(?<=我)(?P<stranger>{strangers})))"
    )


def _noun(noun: str) -> str:
    only_me = "(?<!本)" if noun == "科" else ""  # 本科 is a degree
    begun = f"(?!{_BEGUN[noun]})" if noun in _BEGUN else ""
    # a roster may hold any name: 县局(筹), A*
    return only_me + re.escape(noun) + begun
