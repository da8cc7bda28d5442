"""The turns of phrase by which a paragraph is cut: ordinals, words before a cause, closings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.collect.passage import EMPTY, Passage, joined
from reportctl.text.chars import LETTER
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHENCE = "(?:产生|存在|造成|出现)?"
_THESE = "(?:这些?|上述|以上|该|此)?"
_FAULTS = "(?:问题|不足|情况)?的?"
_WHY = "(?:主要|根本|具体|直接)?原因"
_VERB = "(?:分析|剖析)?"
_IS = "(?:是|在于|为|主要是|主要在于|有|如下)?"
CAUSE_LEAD = f"(?:{_WHENCE}{_THESE}{_FAULTS}{_WHY}{_VERB}{_IS}|究其原因|分析原因|主要是由于|主要是因为)"
"""The words that lead to a cause, as a pattern."""

_CAUSE = re.compile(
    rf"(?:^|(?<=[\n。\uff1b;\uff0c,\uff01\uff1f\uff08(]))(?:{CAUSE_LEAD})"
    rf"(?:[\uff1a:\uff0c,。]|(?<=是)|(?<=在于)|(?<=为)|(?<=由于))"
)
_ORDINAL = re.compile(
    "(?:^|(?<=[\n。\uff1b;\uff1a:\uff0c,\uff01!\\s]))"
    "(?:(?P<first>[一二三四五六七八九十]{1,3})(?:是|要)(?![否非])|第(?P<second>[一二三四五六七八九十]{1,3})[、\uff0c,])"
    "[\uff1a:\uff0c,]?"
)
_INLINE_NUMBER = re.compile(
    "(?:^|(?<=[\n。\uff1b;\uff1a:]))(?:(?P<plain>[1-9][0-9]?)[.\uff0e、]|[\uff08(](?P<bracketed>[1-9][0-9]?)[\uff09)]"
    f"|(?P<circled>[\u2460-\u2473]))\\s*(?={LETTER}|[“《])"
)
_VALUES = {chinese(number): number for number in range(1, 100)}
_BEFORE_CIRCLED = 0x245F  # ① is the character behind it
_PAUSES = "\uff1b;\uff0c,"
_CLOSING = (
    "(?:专此|特此|以上|此致|妥否)(?:敬礼)?(?:报告|汇报|说明|函告|函复|报送)?"
    "(?:[\uff0c,]?(?:请|如有不妥|妥否|不妥之处).{0,14})?"
)
_SPOKEN = "(?:以上)?(?:我的)?(?:汇报|报告|发言)完毕(?:[\uff0c,].{0,14})?"
_CLOSING_LINE = re.compile(rf"^(?:{_CLOSING}|{_SPOKEN})[。\uff01!]?$")
_CLOSING_END = re.compile("(?<=[。\uff01\n])(?:专此|特此)(?:报告|汇报|说明|函告)[。\uff01!]?$")


def cut_cause(text: Passage) -> tuple[Passage, Passage]:
    """What stands before the words that lead to a cause, and the cause behind them (empty without one)."""
    plain = text.text
    found = _CAUSE.search(plain)
    if found is None or not plain[found.end() :].strip():
        return text, EMPTY
    end = found.start()
    while end and plain[end - 1] in "\uff0c,\uff08(\n ":
        end -= 1
    behind = len(plain)
    if plain[found.start() - 1 : found.start()] in ("\uff08", "(") and plain.rstrip("。")[-1:] in "\uff09)":
        behind = len(plain.rstrip("。")) - 1
    return text.cut(0, end), text.cut(found.end(), behind)


def cut_ordinals(text: Passage, fewest: int = 2) -> tuple[Passage, tuple[Passage, ...]]:
    """What stands before 一是……二是……, and what each begins, to the next; () for fewer than `fewest`."""
    plain = text.text
    marks: list[re.Match[str]] = []
    for found in _ORDINAL.finditer(plain):
        if _VALUES.get(found["first"] or found["second"]) == len(marks) + 1:
            marks.append(found)
    return _cut_at(text, marks, fewest)


def cut_numbers(text: Passage) -> tuple[Passage, tuple[Passage, ...]]:
    """What stands before 1.……2.…… in one paragraph, and what each begins; () where no two numbers do."""
    marks: list[re.Match[str]] = []
    for found in _INLINE_NUMBER.finditer(text.text):
        said = found[found.lastgroup or 0]
        value = int(said) if said.isascii() else ord(said) - _BEFORE_CIRCLED
        if value == len(marks) + 1 and (not marks or marks[0].lastgroup == found.lastgroup):
            marks.append(found)
    return _cut_at(text, marks, 2)


def _cut_at(
    text: Passage, marks: Sequence[re.Match[str]], fewest: int
) -> tuple[Passage, tuple[Passage, ...]]:
    if len(marks) < fewest:
        return text, ()
    ends = [*(mark.start() for mark in marks[1:]), len(text.text)]
    return (
        text.cut(0, marks[0].start()),
        tuple(text.cut(mark.end(), end) for mark, end in zip(marks, ends, strict=True)),
    )


def cut_points(text: Passage) -> tuple[Passage, tuple[Passage, ...]]:
    """The text without its points 一是……二是……, and the points: one ends where its paragraph ends."""
    lead, begun = cut_ordinals(text)
    points: list[Passage] = []
    rest = [lead]
    for passage in begun:
        stop = passage.text.find("\n")
        points.append(passage if stop < 0 else passage.cut(0, stop))
        if stop >= 0:
            rest.append(passage.cut(stop))
    return joined(rest), tuple(points)


def written_point(text: str) -> str:
    """A point as a sentence of its own: the pause that parted it from the next one becomes 。."""
    kept = text.rstrip(_PAUSES)
    return f"{kept}。" if kept != text else text


def without_pause(passage: Passage) -> Passage:
    """A passage without the pause that parts it from the next of its list."""
    return passage.cut(0, len(passage.text.rstrip(_PAUSES)))


def is_ordinal(text: str) -> bool:
    """Whether a paragraph begins with 一是, 二是 and so on."""
    return _ORDINAL.match(text) is not None


def is_closing(text: str) -> bool:
    """Whether a line is the document's closing: 特此报告。."""
    return _CLOSING_LINE.match(text) is not None


def cut_closing(text: Passage) -> tuple[Passage, Passage]:
    """A paragraph without the closing that sticks to its end, and that closing."""
    found = _CLOSING_END.search(text.text)
    return (text, EMPTY) if found is None else (text.cut(0, found.start()), text.cut(found.start()))
