"""Finds mobile, identity and contacts' numbers in a text, however they are disguised."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reportctl.rules.digits import groups
from reportctl.rules.measures import MeasureWords
from reportctl.rules.personal import is_private

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportctl.rules.data import Data
    from reportctl.rules.digits import DigitGroup

_LONGEST = 22
"""Digits: 0086 before an identity number."""
_LEAST = 5
"""Digits of a phone number: a shorter one is an extension, and stands in many a figure."""
_WHOLE = 10
"""Digits of the shortest number with its area code: an extension may follow it."""
_LOCAL = 7
"""Digits of a number without its area code."""
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})(?=[0-9]{7})")
_COUNTRY = re.compile(r"(?:00)?86(?=[0-9]{9})")
_PARTING = frozenset("/\\、,;\uff0c\uff1b\uff0f|")

_MOMENT = re.compile(
    r"(?:19|20)\d\d *([-–—./年]) *\d{1,2} *(?:\1|月) *\d{1,2}(?!\d)"
    r"|(?<!\d)\d{1,2}[:\uff1a]\d\d(?:[:\uff1a]\d\d)?(?!\d)"
)
"""A date or a time of the day."""
_MONEY = re.compile(r"[余多]?(?:美|欧|港)?元(?![旦宵])")
_HOTLINE = re.compile("1[12][0-9]|(?:1[0-2]|9[56])[0-9]{3}")
"""110, 12345, 95598: several beside each other are no old identity number."""
_LISTED = re.compile(r"(?:分别|依次|各|合计|共计)[^。\uff1b;\d]{0,10}$")
_WORDS = (
    *("电话", "手机", "联系", "号码", "热线", "传真", "座机", "微信", "拨打", "致电", "拨", "打", "呼叫"),
    *("短信", "身份证", "证件", "证号", "tel", "phone", "mobile"),
)
_ANNOUNCED = re.compile(
    rf"(?:{'|'.join(_WORDS)})(?:方式|号码|号|人|机)?\W{{0,3}}(?:为|是|请拨打|请打)?\W{{0,3}}$", re.IGNORECASE
)
"""What says that a telephone or identity number follows."""
_BETWEEN = r"\s*[\uff08(]?\s*[余多]?"
"""What may stand between a number and its measure word."""
_BEFORE = 24
"""Characters that are looked at for it."""


class NumberSearch:
    """A search for private numbers: anybody's, and those of `phones` (digits alone, each with its owner)."""

    def __init__(self, phones: Mapping[str, str], data: Data) -> None:
        self._phones = phones
        self._measures = measures = MeasureWords(data)
        self._counted = re.compile(
            rf"{_BETWEEN}(?:{measures.pattern}|[‰℃]|(?P<doubtful>{measures.doubtful}))"
        )

    def numbers(self, text: str) -> Iterator[tuple[str, str]]:
        """The private numbers of a text as they are written, each with what it is."""
        for chain in groups(text):
            end = 0
            for first, group in enumerate(chain):
                if group.start < end:
                    continue  # a part of the number before
                for last, whose in reversed(list(self._owned(chain, first))):
                    if self._stands(text, chain, first, last):
                        end = chain[last].end
                        yield text[group.start : end], whose
                        break

    def _owned(self, chain: Sequence[DigitGroup], first: int) -> Iterator[tuple[int, str]]:
        """The groups that end somebody's number which begins at group `first`, and whose it is."""
        digits = ""
        for last in range(first, len(chain)):
            digits += chain[last].digits
            if len(digits) > _LONGEST:
                return
            if len(digits) >= _LEAST:
                whose = self._whose(digits, crossed=chain[last].crossed)
                if whose:
                    yield last, whose

    def _whose(self, digits: str, *, crossed: bool) -> str:
        if is_private(digits) or (crossed and is_private(f"{digits}X")):
            return "手机号码或身份证号码"
        local = _COUNTRY.sub("", digits)
        owner = next((self._phones[way] for way in (digits, local, f"0{local}") if way in self._phones), None)
        return "" if owner is None else f"{owner}联系人的电话"

    def _stands(self, text: str, chain: Sequence[DigitGroup], first: int, last: int) -> bool:
        """Whether the groups `first` to `last` are one number, not figures that stand beside each other."""
        start, end = chain[first].start, chain[last].end
        paused = any(group.paused for group in chain[first + 1 : last + 1])
        if first == last and len(chain[first].digits) >= _LOCAL:
            return _MONEY.match(text, end) is None or _is_announced(text, start)
        if _is_of_moments(text, chain[first : last + 1]):
            return False
        if all(_HOTLINE.fullmatch(group.digits) for group in chain[first : last + 1]):
            return False
        if (paused or end - start < _LOCAL) and not _is_announced(text, start):
            listed = _LISTED.search(text[max(start - _BEFORE, 0) : start]) is not None
            return not listed and not self._is_counted(text, chain, last)
        return True

    def _is_counted(self, text: str, chain: Sequence[DigitGroup], last: int) -> bool:
        """Whether a measure word follows the group `last`, or the list that goes on behind it."""
        while True:
            found = self._counted.match(text, chain[last].end)
            if found and (found["doubtful"] is None or self._measures.allowed(text, found.start("doubtful"))):
                return True
            last += 1
            if last == len(chain) or not chain[last].paused:
                return False


def telephone_numbers(written: str) -> Iterator[str]:
    """The digits of each number in a contact's telephone, with and without the area code."""
    for chain in groups(written):
        pieces: list[list[DigitGroup]] = [[chain[0]]]
        for before, group in pairwise(chain):
            between = written[before.end : group.start]
            apart = not between.strip() and len(before.digits) >= _LOCAL <= len(group.digits)
            if apart or not _PARTING.isdisjoint(between):
                pieces.append([group])
            else:
                pieces[-1].append(group)
        whole = "".join(group.digits for group in chain)
        for number in {*([whole] if is_private(whole) else []), *_beginnings(pieces)}:
            yield from (number, _AREA.sub("", number, count=1), _COUNTRY.sub("", number))


def _beginnings(pieces: Sequence[Sequence[DigitGroup]]) -> Iterator[str]:
    """Each number, and what it is without an extension."""
    for piece in pieces:
        digits = ""
        for group in piece:
            digits += group.digits
            if len(digits) >= _WHOLE:
                yield digits
        if len(digits) >= _LEAST:
            yield digits


def _is_announced(text: str, start: int) -> bool:
    return _ANNOUNCED.search(text[max(start - _BEFORE, 0) : start]) is not None


def _is_of_moments(text: str, chain: Sequence[DigitGroup]) -> bool:
    """Whether groups are dates and times and nothing else, or begin or end within one."""
    start, end = chain[0].start, chain[-1].end
    moments = [found.span() for found in _MOMENT.finditer(text, max(start - _BEFORE, 0), end + _BEFORE)]
    if any(begin < start < stop or begin < end < stop for begin, stop in moments):
        return True
    return all(any(begin <= group.start and group.end <= stop for begin, stop in moments) for group in chain)
