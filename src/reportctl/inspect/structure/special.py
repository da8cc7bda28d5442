"""The special formats - 信函, 命令, 纪要, and 公告 - known by their heads, which are not judged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.appearance import reddish
from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import ElementKind, SpecialFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Border, Facts, Paragraph

_REACH = 8  # paragraphs with text: where the head stands, or there is none
_LARGE = 400  # twips: smaller text is no 发文机关标志
_LONGEST_MARK = 40
_LONGEST_LINE = 60
_LETTER_LINE = 9638  # twips: 170 mm, the lines of 信函 (clause 10.1)
_NEAR = 170  # twips
_PUSHED = 6  # blanks in front of what they push to the right
_COUNT = "[0-9\uff10-\uff19一二三四五六七八九十百○〇零]{1,6}"
_ORDER_NUMBER = re.compile(f"[（(]?(?:[〔\\[（(]?\\d{{4}}年?[〕\\]）)]?)?第?{_COUNT}号[）)]?")
_ISSUE = re.compile(
    f"[（(〔\\[]?(?:\\d{{4}}年?[〕\\])）]?)?[（(]?第?{_COUNT}[号期次][）)]?|[〔\\[（(]\\d{{4}}[〕\\]）)]第?{_COUNT}[号期]"
)
_HELD = re.compile(
    "(?:(?:出席|请假|列席|缺席|参加|参会|主持|记录|分送|发至?)(?:会议)?(?:人员|人|单位|领导)?"
    "|(?:会议)?(?:时间|地点|议题))[：:]"
)
_FORMATS = (
    (SpecialFormat.ORDER, ("令",), _ORDER_NUMBER),
    (SpecialFormat.ANNOUNCEMENT, ("公告", "通告"), _ORDER_NUMBER),
)


class SpecialHead(NamedTuple):
    """The format, and what the paragraphs of its head are, by index."""

    format: SpecialFormat
    kinds: dict[int, ElementKind]


def special_head(facts: Facts, candidates: Sequence[Paragraph]) -> SpecialHead | None:
    """The special format that the first paragraphs show, None where they show none."""
    near = candidates[:_REACH]
    for place, paragraph in enumerate(near):
        if not _is_mark(paragraph):
            if place > 3:
                return None
            continue
        found = _by_words(near, place) or _letter(facts, near, place)
        if found is not None:
            return found
    return None


def attended(paragraph: Paragraph) -> bool:
    """Whether a line of 纪要 says who was there (clause 10.3)."""
    return _HELD.match(paragraph.text.strip()) is not None


def _plain(paragraph: Paragraph) -> str:
    return "".join(paragraph.text.split())


def _is_mark(paragraph: Paragraph) -> bool:
    text = _plain(paragraph)
    return (
        0 < len(text) <= _LONGEST_MARK
        and paragraph.em >= _LARGE
        and "关于" not in text
        and not text.endswith(("。", "：", ":", "文件"))
    )


def _is_red(paragraph: Paragraph) -> bool:
    return any(reddish(run.character.color) for run in paragraph.runs if run.text.strip())


def _by_words(near: Sequence[Paragraph], place: int) -> SpecialHead | None:
    """命令, 公告 and 纪要, which their mark names; the first two have a number below it."""
    mark = _plain(near[place])
    below = near[place + 1 :]
    for form, endings, number in _FORMATS:
        if mark.endswith(endings):
            last = next((at for at, line in enumerate(below[:3]) if number.fullmatch(_plain(line))), None)
            return None if last is None else _head(form, near, place + 1 + last)
    if mark.endswith("纪要"):
        last = place
        while last + 1 < len(near) and _of_minutes(near[last + 1]):
            last += 1
        if last == place and not _is_red(near[place]):
            return SpecialHead(SpecialFormat.MINUTES, {})  # a title, and no mark
        return _head(SpecialFormat.MINUTES, near, last)
    return None


def _of_minutes(paragraph: Paragraph) -> bool:
    """Whether a line under the mark of 纪要 is its number, or who wrote it and when."""
    text = _plain(paragraph)
    if _ISSUE.fullmatch(text) or patterns.NUMBER.fullmatch(text):
        return True
    dated = patterns.DATE_WITHIN.search(text)
    return dated is not None and dated.end() == len(text) <= _LONGEST_LINE


def _letter(facts: Facts, near: Sequence[Paragraph], place: int) -> SpecialHead | None:
    """信函: a red mark without 文件 over a line, and 发文字号 under that, on the right."""
    mark = near[place]
    if not _is_red(mark):
        return None
    below = near[place + 1 : place + 5]
    number = next((line for line in below if _is_number(line)), None)
    last = near[place + 1] if number is None and len(near) > place + 1 else number or mark
    rules = _rules(facts, mark, last)
    wide = any(
        abs(shape.width - _LETTER_LINE) <= _NEAR
        for shape in facts.shapes
        if mark.index - 1 <= shape.paragraph <= last.index
    )
    double = any(rule.double for rule in rules)
    if number is None:
        return _head(SpecialFormat.LETTER, near, place) if double or wide else None
    pushed = len(number.text) - len(number.text.lstrip())
    on_the_right = number.format.alignment in ("right", "end") or pushed > _PUSHED or number.text[:1] == "\t"
    on_the_right = on_the_right and number.format.alignment != "center"
    alone = patterns.NUMBER.fullmatch(number.text.strip()) is not None
    if alone and not (double or wide or on_the_right):
        return None
    head = _head(SpecialFormat.LETTER, near, near.index(number))
    if alone:
        head.kinds[number.index] = ElementKind.NUMBER
    return head


def _is_number(line: Paragraph) -> bool:
    """Whether a line is 发文字号, with 份号 or 紧急程度 in front of it or without (clause 10.1)."""
    text = line.text.strip()
    first, _, rest = text.partition("\t")
    beside = patterns.URGENCY.fullmatch(first.strip()) or patterns.COPY_NUMBER.fullmatch(first.strip())
    return patterns.NUMBER.fullmatch(rest.strip() if beside else text) is not None


def _rules(facts: Facts, mark: Paragraph, last: Paragraph) -> list[Border]:
    """The lines between the mark and the line of text under it."""
    between = facts.paragraphs[mark.index : last.index - 1]
    found = [mark.format.bottom, last.format.top]
    for paragraph in between:
        found += [paragraph.format.top, paragraph.format.bottom, paragraph.strip]
    return [rule for rule in found if rule is not None]


def _head(form: SpecialFormat, near: Sequence[Paragraph], last: int) -> SpecialHead:
    return SpecialHead(form, {paragraph.index: ElementKind.LETTERHEAD for paragraph in near[: last + 1]})
