"""Rules of numbers that are typed before headings, points and texts, where the program writes its own."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reportctl.findings import Replacement, Rule, Severity
from reportctl.rules.fixes import without_gaps
from reportctl.rules.texts import TextKind
from reportctl.text.lists import begins_list, goes_on, numbers_before_text, point_in_front
from reportctl.text.numbers import NUMBER_STARTS, NumberKind, typed_numbers
from reportctl.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit
    from reportctl.text.numbers import TypedNumber

TYPED_NUMBER = Rule(
    "typed-number",
    Severity.WARNING,
    "手工编号",
    "标题、要点和段落的序号由程序统一编写，前面手工打的“1.”“（一）”“1.1”“一是”汇总时去掉。"
    "一段文字里自己从“1.”编到“2.”的，程序不拆：各写成一条，或写进 points（要点）。",
    "heading: 1.加强队伍监管",
    "heading: 加强队伍监管",
    fixable=True,
)

RULES = (TYPED_NUMBER,)

_HEADED = frozenset({TextKind.HEADING, TextKind.POINT})
_OF_A_TEXT = frozenset({NumberKind.POINT, NumberKind.CIRCLED})
"""What a text may count its own points by."""
_ONE_ITEM = "是一件事的，写成一条，几点写进 points（要点）；不是的，删去序号"


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Numbers before headings, points, texts and the paragraphs of texts."""
    ragged = texts.is_ragged
    if not ragged and not texts.numbered:
        return
    numbered = [
        unit
        for unit in without_gaps(texts)
        if unit.text[0] in NUMBER_STARTS or (ragged and unit.kind is TextKind.TEXT)
    ]
    followed = {(unit.part, unit.index): unit for unit in texts.units if unit.kind is TextKind.TEXT}
    told: set[TextUnit] = set()
    for place, unit in enumerate(numbered):
        if unit.kind in _HEADED and unit not in told:
            behind = followed.get((unit.part, unit.index)) if unit.kind is TextKind.HEADING else None
            words = behind.text if behind is not None else ""
            members = _points(numbered, place, words)
            told.update(members)
            yield from _points_of_one(members) if len(members) > 1 else _headed(unit, words)
        elif unit.kind is TextKind.TEXT:
            if _ordinal(unit) == 1 and texts.stands_alone(unit):
                yield from _texts_of_one(numbered, place, texts)
            yield from _in_text(unit)


def _points(numbered: Sequence[TextUnit], place: int, words: str) -> list[TextUnit]:
    """The headings of neighbouring items that count 一是, 二是, 三是: from 一是 on, two at least."""
    first = numbered[place]
    found = [first]
    if first.kind is not TextKind.HEADING or _ordinal(first) != 1 or begins_list(first.text, words):
        return found
    for unit in islice(numbered, place + 1, None):
        if unit.kind is not TextKind.HEADING:
            continue
        last = found[-1]
        if unit.part != last.part or unit.index != last.index + 1 or _ordinal(unit) != len(found) + 1:
            break
        found.append(unit)
    return found


def _ordinal(unit: TextUnit) -> int:
    """The number of 三是, 0 for other numbers and none."""
    number = point_in_front(unit.text)
    return 0 if number is None else number.value


def _texts_of_one(numbered: Sequence[TextUnit], place: int, texts: TextSet) -> Iterator[Finding]:
    """As `_points_of_one`, of neighbouring items without headings; what their texts say stays."""
    first = last = numbered[place]
    for unit in islice(numbered, place + 1, None):
        beside = unit.part == last.part and unit.index == last.index + 1 and texts.stands_alone(unit)
        if not beside or _ordinal(unit) != unit.index - first.index + 1:
            break
        last = unit
    if last is not first:
        number = typed_numbers(first.text)[0]
        message = f"从这里起的 {last.index - first.index + 1} 条从“一是”编起\uff0c像是一件事的几点"
        yield first.at(TYPED_NUMBER, number.start, number.length, message, _ONE_ITEM)


def _points_of_one(units: Sequence[TextUnit]) -> Iterator[Finding]:
    """One finding for all that count on from 一是: they are one item's points."""
    numbers = [typed_numbers(unit.text)[0] for unit in units]
    fix = tuple(
        Replacement(unit.span(number.start, number.length), "")
        for unit, number in zip(units, numbers, strict=True)
    )
    message = f"从这里起的 {len(units)} 条从“一是”编起，像是一件事的几点，序号汇总时去掉"
    yield units[0].at(TYPED_NUMBER, numbers[0].start, numbers[0].length, message, _ONE_ITEM)._replace(fix=fix)


def _headed(unit: TextUnit, words: str) -> Iterator[Finding]:
    if unit.kind is TextKind.HEADING and begins_list(unit.text, words):
        number = typed_numbers(unit.text)[0]
        message = f"从“{unit.text[number.start : number.length].strip()}”起是一条里的几点，序号没有去掉"
        hint = "各写成一条，或写进 points（要点），序号都删去"
        yield unit.at(TYPED_NUMBER, number.start, number.length, message, hint)
        return
    for number in typed_numbers(unit.text):
        yield _dropped(unit, number)


def _dropped(unit: TextUnit, number: TypedNumber) -> Finding:
    start, end = number.start, number.length
    message = f"序号“{unit.text[start:end].strip()}”由程序编写，汇总时去掉"
    return unit.at(TYPED_NUMBER, start, end, message, "删去这个序号", fix="")


def _in_text(unit: TextUnit) -> Iterator[Finding]:
    """A number before a text goes; one of a list in it, or before a later paragraph, stays."""
    for place, paragraph in enumerate(paragraphs(unit.text)):
        numbers = numbers_before_text(paragraph.text)
        if not numbers:
            continue
        if not place and not goes_on(unit.text, numbers):
            for number in numbers:
                yield _dropped(unit, number)
            continue
        first = numbers[0]
        if first.kind in _OF_A_TEXT:
            continue
        start, end = paragraph.start + first.start, paragraph.start + first.length
        words = unit.text[start:end].strip()
        message = f"正文里自己编了序号“{words}”，会和程序编的序号混在一起"
        yield unit.at(TYPED_NUMBER, start, end, message, "各写成一条，或写进 points（要点），序号删去")
        return
