"""Rules of offices: what departments are called, against the roster and the reforms."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.roster import Roster
    from reportctl.rules.context import Context
    from reportctl.rules.data import Data
    from reportctl.rules.texts import TextSet

OFFICE_NAME = Rule(
    "office-name",
    Severity.WARNING,
    "部门的叫法和名单不一致",
    "同一个部门在报告里只用一个叫法：用部门名单里的名称或登记过的简称。名单里可以用 aliases（简称）补登。",
    "text: 会同区林草局开展检查20次。",
    "text: 会同区林业局开展检查20次。",
)
FORMER_OFFICE = Rule(
    "former-office",
    Severity.WARNING,
    "机构改革以前的部门名称",
    "这个部门已经改名或并入别的部门。写现在的名称；确实说的是改革以前的事，写“原某某局”。",
    "text: 会同区工商局开展检查20次。",
    "text: 会同区市场监督管理局开展检查20次。",
)

RULES = (OFFICE_NAME, FORMER_OFFICE)


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Every name of an office that is not what the roster calls it."""
    text = texts.text
    if "局" not in text and "委" not in text and "办" not in text:
        return
    names = _names(context.data, context.roster)
    for ending, words in names.endings.items():
        at = text.find(ending)
        while at >= 0:
            end = at + len(ending)
            word = _longest(text, end, words)
            if word:
                yield from _office(texts, names, word, end - len(word))
            at = text.find(ending, end)


def _longest(text: str, end: int, words: dict[int, frozenset[str]]) -> str:
    """The longest of the words that ends there."""
    for length, some in words.items():
        word = text[max(end - length, 0) : end]
        if word in some:
            return word
    return ""


def _office(texts: TextSet, names: _Names, word: str, start: int) -> Iterator[Finding]:
    before = texts.text[start - 1 : start] if start else ""
    is_own = before == names.area != ""
    if word in names.former and before in _AREAS:
        is_own = True  # the reform was everywhere
    if not is_own and "\u4e00" <= before <= "\u9fff" and before not in _BEFORE:
        return  # a department of another place, or part of a longer name
    first, end = start - is_own, start + len(word)
    written = texts.text[first:end]
    if written in names.right or (not is_own and names.area + word in names.right):
        return
    if word in names.former:
        now = names.former[word] if before in {names.area, ""} or not is_own else before + names.plain[word]
        message = f"“{written}”是机构改革以前的名称，现在是“{now}”"
        yield texts.at(FORMER_OFFICE, first, end, message, f"改为“{now}”，或写“原{word}”")
    elif word in names.other:
        name = names.other[word]
        message = f"部门名单里叫“{name}”，这里写的是“{written}”"
        hint = f"改为“{name}”；确要这样叫的，在名单里登记为简称（aliases）"
        yield texts.at(OFFICE_NAME, first, end, message, hint)


_BEFORE = frozenset("由和与及同对向到在从经为请是联合会各等将促让给把")
"""The characters before which a name may begin: 会同林草局, 由林草局."""
_AREAS = frozenset("省市区县旗州盟")


class _Names:
    """The names that are right, those that the roster calls otherwise, those that are done with."""

    def __init__(self, data: Data, roster: Roster | None) -> None:
        listed = roster.names if roster is not None else {}
        first = Counter(name[0] for name in set(listed.values()) if name[:1] in _AREAS)
        self.area = first.most_common(1)[0][0] if first else ""
        self.right = frozenset(listed)
        bare = {name.removeprefix(self.area): full for name, full in listed.items()}
        self.other: dict[str, str] = {}
        self.former: dict[str, str] = {}
        self.plain: dict[str, str] = {}
        for office in data.offices:
            own = next((bare[name] for name in office.names if name in bare), "")
            for name in office.names:
                if own and name not in bare:
                    self.other[name] = own
            gone = [name for name in office.former if name not in bare]
            self.former.update(dict.fromkeys(gone, own or self.area + office.names[0]))
            self.plain.update(dict.fromkeys(gone, office.names[0]))
        words = (*self.other, *self.former)
        longer = (name for name in bare if name.endswith(words) and name not in words)
        self.endings = _by_ending((*words, *longer))


def _by_ending(words: Iterable[str]) -> dict[str, dict[int, frozenset[str]]]:
    """Words by what they end in, and by their length, the longest first."""
    endings: dict[str, dict[int, set[str]]] = {}
    for word in words:
        ending = word[-1] if word[-1] in "局委" else word[-3:]
        endings.setdefault(ending, {}).setdefault(len(word), set()).add(word)
    return {
        ending: {length: frozenset(lengths[length]) for length in sorted(lengths, reverse=True)}
        for ending, lengths in endings.items()
    }


@lru_cache(maxsize=4)
def _names(data: Data, roster: Roster | None) -> _Names:
    return _Names(data, roster)
