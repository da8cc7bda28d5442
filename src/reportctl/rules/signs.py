"""Whether a text has one of some words: a quick look before a slow one.

To look for one character takes a third of a microsecond, for a word one, for some words by one pattern ten.
"""

from __future__ import annotations

# The most frequent characters of government prose, the most frequent first.
_COMMON = (
    "业化建新全展发实国动大进推和产设加的力高中人生一工区提体强务持增成民等政重行地能家深质治保制市作会城开施个入平升合量经年资创"
    "现理服省好基育改项以优点长水代企万造济效心坚面快上机科文用为有社技域五公级系农更续在出规安要目态品定学度法支稳主村性共完融海程"
    "场数领革源投色事通活不统三总标型群教同医放电防管费向乡十落各护打方集位府境对达金环南善台本期居运策分局范商协消部整四关时多构特"
    "自扩办绿步到引我智应风是营促就口流综元做战外物批试健精路划次培突际转收障率计县险模网园第超交联专准与下值式均决立内导两山明旅贸"
    "信督审责负查案处执相纠复条诉举调销份未结岗布近庭按证依素利记严决规裁罚监察权督件解卷任养前班核清格"
)
_RANK = {char: rank for rank, char in enumerate(_COMMON)}


def rarest(word: str) -> str:
    """The character of a word that fewest texts have, "" where all are frequent."""
    return next((char for char in word if char not in _RANK), "")


class Signs:
    """Some words, looked for by their rarest characters."""

    __slots__ = ("_by_char",)

    def __init__(self, *words: str) -> None:
        by_char: dict[str, list[str]] = {}
        for word in words:
            char = rarest(word) or max(word, key=lambda one: _RANK[one])
            by_char.setdefault(char, []).append(word)
        self._by_char = tuple((char, tuple(some)) for char, some in by_char.items())

    def any_in(self, text: str) -> bool:
        """Whether the text has one of them."""
        for char, words in self._by_char:
            if char in text:
                for word in words:
                    if word in text:
                        return True
        return False
