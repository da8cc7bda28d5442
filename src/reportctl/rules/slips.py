"""The rule of names that are one character off: departments of the roster, the area itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import is_han
from reportctl.text.person import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.roster import Roster
    from reportctl.rules.context import Context
    from reportctl.rules.data import Data
    from reportctl.rules.texts import TextSet

NAME_SLIP = Rule(
    "name-slip",
    Severity.WARNING,
    "部门或地区的名称差一个字",
    "和部门名单里的名称、本地区的名称只差一个字，多半是打错了。确实是另一个单位、另一个地方的，忽略并写明理由。",
    "text: 会同区卫生建康局开展检查20次。",
    "text: 会同区卫生健康局开展检查20次。",
)

RULES = (NAME_SLIP,)

_SHORTEST = 5
"""Without its area; shorter ones are alike anyway: 财政局 and 民政局, 统计局 and 审计局."""
_ENDINGS = "局委办心院会队"
_PLACE = 3
"""So many characters the name of a town has before 镇; of shorter ones two are soon alike: 城关镇, 城南镇."""
_TOWNS = ("街道", "镇", "乡")
_OF_AN_AREA = (
    "人民政府",
    "委常委",
    "委办公室",
    "委书记",
    "人大常委会",
    "司法局",
    "法治政府",
    "财政局",
    "公安局",
)
"""What stands behind an area's own name; any area may be visited."""


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Every stretch that ends as a department does, and every area."""
    if context.roster is None:
        return
    area = "" if context.report is None else context.report.report.area
    names = _names(context.roster, area, context.data)
    text = texts.text
    for ending, words in names.by_ending.items():
        at = text.find(ending)
        while at >= 0:
            found = words.slip(text, at + len(ending))
            if found:
                start, right = found
                end = at + len(ending)
                message = f"“{text[start:end]}”和“{right}”只差一个字"
                finding = texts.at(NAME_SLIP, start, end, message, f"改为“{right}”")
                # another area may have a name like ours
                ours = len(ending) == 1 or ending in _TOWNS
                yield finding if ours else finding._replace(severity=Severity.NOTE)
            at = text.find(ending, at + 1)


class _Words:
    """Names of one ending: whether what ends at a place is one of them with one character changed."""

    def __init__(self, names: Iterable[str], known: frozenset[str]) -> None:
        self.known = known
        self.masks: dict[str, str] = {}
        self.tails: set[str] = set()
        lengths: set[int] = set()
        for name in names:
            lengths.add(len(name))
            self.tails.add(name[-2:])
            for at in range(len(name) - 1):
                self.masks.setdefault(f"{name[:at]}\n{name[at + 1 :]}", name)
        self.lengths = sorted(lengths, reverse=True)

    def slip(self, text: str, end: int) -> tuple[int, str] | None:
        """Where the slip begins, and the name that was meant."""
        for length in self.lengths:
            if text[max(end - length, 0) : end] in self.known:
                return None
        places = (-2, *range(-3, -10, -1)) if text[end - 2 : end] in self.tails else (-2,)
        for length in self.lengths:
            start = end - length
            written = text[max(start, 0) : end]
            if len(written) < length:
                continue
            for place in places:
                at = length + place
                right = self.masks.get(f"{written[:at]}\n{written[at + 1 :]}") if at >= 0 else None
                if right is not None and is_han(written[at]) and right[at] not in _NUMERALS:
                    return start, right
        return None


_AREAS = frozenset("省市区县旗州")
_NUMERALS = frozenset("一二三四五六七八九十东南西北中上下省市区县旗")
"""第一中学 and 第二中学, 城东 and 城西 are two; so are 省司法局 and 区司法局."""


_WORDS = ("市场", "市容", "市政", "区域", "县域")
"""In these the character is no area's."""


def _bare(name: str) -> str:
    """A name without its area: 卫生健康局 of 区卫生健康局, but 市场监督管理局 is whole."""
    return name if name.startswith(_WORDS) or name[:1] not in _AREAS else name[1:]


class _SlipNames:
    def __init__(self, roster: Roster, area: str, data: Data) -> None:
        known = frozenset(roster.names)
        bare = {_bare(name) for name in known}
        long = {name for name in known | bare if len(_bare(name)) >= _SHORTEST and name[-1] in _ENDINGS}
        by_ending: dict[str, set[str]] = {}
        for name in long:
            by_ending.setdefault(name[-1], set()).add(name)
        towns = {short_name(name).removeprefix(area) for name in known} - {""}
        for town in towns:
            ending = next(noun for noun in _TOWNS if town.endswith(noun))
            if len(town) - len(ending) >= _PLACE:
                by_ending.setdefault(ending, set()).add(town)
        others = (name for office in data.offices for name in (*office.names, *office.former))
        right = frozenset((*known, *bare, *towns, *others))
        self.by_ending = {ending: _Words(sorted(words), right) for ending, words in sorted(by_ending.items())}
        if len(area) > 2:
            places = [f"{area}{behind}" for behind in _OF_AN_AREA]
            for tail in _OF_AN_AREA:
                own = [place for place in places if place.endswith(tail)]
                self.by_ending[f"{area[-1]}{tail}"] = _Words(own, frozenset(own))


@lru_cache(maxsize=4)
def _names(roster: Roster, area: str, data: Data) -> _SlipNames:
    return _SlipNames(roster, area, data)
