"""Lists within a running text: a number typed in front of it, and whether the text goes on counting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.text.numbers import NUMBER_STARTS, NumberKind, chinese_value, typed_number, typed_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.text.numbers import TypedNumber

_MOST = 3
"""So many numbers may stand in front of one text: （一）1.（1）."""
_STEPS = (1, 2)
"""A list in which one number was left out is a list all the same: its first stays too."""
_HAN = "[一二三四五六七八九十]"
_NUMERAL = re.compile(f"(?<!{_HAN}){_HAN}{{1,3}}")
_BEHIND_NUMERAL = {
    NumberKind.CHAPTER: frozenset("、"),
    NumberKind.SECTION: frozenset(")\uff09"),
    NumberKind.ORDINAL: frozenset("是"),
}
"""What stands behind a further number in Chinese numerals, by its shape."""
_NO_CHAPTER_BEHIND = frozenset("第、")  # 第一、 and 一、二、三季度
_NUMBERS = {
    NumberKind.ITEM: re.compile(r"[1-9](?<![0-9.].)[0-9]?(?=[、.\uff0e](?![0-9]))"),
    NumberKind.POINT: re.compile(r"[1-9](?<![0-9.].)[0-9]?(?=[)\uff09])"),
    NumberKind.LETTER: re.compile(r"[A-Ja-j](?<![A-Za-z].)(?=[、.\uff0e)\uff09])"),
}
"""What one of another shape looks like within a text. 1.1 counts no points of a text."""


def numbers_before_text(text: str) -> tuple[TypedNumber, ...]:
    """The numbers typed in front of a text or a paragraph of one; 一是 and 第一 are its own."""
    return tuple(number for number in typed_numbers(text) if number.kind is not NumberKind.ORDINAL)


def strip_lone_number(text: str) -> str:
    """The text without the numbers in front that begin no list within it: 1.甲。2.乙。 stays as it is."""
    if text[:1] not in NUMBER_STARTS:  # nearly every text
        return text
    numbers = numbers_before_text(text)
    return text if not numbers or goes_on(text, numbers) else text[numbers[-1].length :]


def begins_list(heading: str, text: str) -> bool:
    """Whether a heading begins with 一是 and is the first point of a list that goes on, in it or in its text.

    Without its number the list would begin with the second.
    """
    if "是" not in heading[:4]:  # nearly every heading
        return False
    number = point_in_front(heading)
    return number is not None and goes_on(f"{heading}\n{text}", (number,))


def point_in_front(text: str) -> TypedNumber | None:
    """The number that a text begins with where it is 一是, 二是 and the like: not 第一."""
    number = typed_number(text)
    said = number is not None and number.kind is NumberKind.ORDINAL and "是" in text[: number.length]
    return number if said else None


def goes_on(text: str, numbers: tuple[TypedNumber, ...]) -> bool:
    """Whether behind one of these numbers the next of its shape stands in the text, or the one after it."""
    return any(_follows(text, number) for number in numbers[:_MOST])


def _follows(text: str, number: TypedNumber) -> bool:
    if number.kind is NumberKind.CIRCLED:
        return any(chr(ord(text[number.start]) + step) in text[number.length :] for step in _STEPS)
    wanted = {number.value + step for step in _STEPS}
    return any(_value(words) in wanted for words in _further_numbers(text, number))


def _further_numbers(text: str, number: TypedNumber) -> Iterator[str]:
    """The numbers of the same shape behind a number."""
    if number.kind in _NUMBERS:
        for found in _NUMBERS[number.kind].finditer(text, number.length):
            yield found.group()
    elif number.kind in _BEHIND_NUMERAL:
        before = _NO_CHAPTER_BEHIND if number.kind is NumberKind.CHAPTER else frozenset[str]()
        for found in _NUMERAL.finditer(text, number.length):
            start, end = found.span()
            if text[end : end + 1] in _BEHIND_NUMERAL[number.kind] and text[start - 1 : start] not in before:
                yield found.group()


def _value(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return ord(words.upper()) - ord("A") + 1 if words.isascii() else chinese_value(words)
