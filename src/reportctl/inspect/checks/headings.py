"""The numbers of headings: their form, their order, their levels (clause 7.3.3)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.outline import DECIMAL, LEVELS, number_at_start, right_form
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.inspect.structure import Element, Heading
    from reportctl.inspect.subject import Subject

FORM = Rule(
    "heading-number-form",
    Severity.WARNING,
    "层次序号的写法不对",
    "结构层次序数依次用“一、”“（一）”“1.”“（1）”：汉字数字后用顿号；括号用全角，后面不再加顿号；"
    "阿拉伯数字用半角，后面用圆点。",
    "（一）、 或 1、",
    "（一） 或 1.",
)
GAP = Rule(
    "heading-number-gap",
    Severity.WARNING,
    "层次序号不连续",
    "同一层的序号从一开始，依次往下排，不跳号。多半是删改一段以后没有重排序号，也可能是漏了一段。",
    "一、……三、……",
    "一、……二、……",
)
REPEATED = Rule(
    "heading-number-repeated",
    Severity.WARNING,
    "层次序号重复或倒退",
    "同一层里出现了两个相同的序号，或者后面的序号比前面的小。请核对序号，也请核对段落的先后。",
    "（二）……（二）……",
    "（二）……（三）……",
)
LEVEL = Rule(
    "heading-level",
    Severity.WARNING,
    "层次用错",
    "结构层次依次用“一、”“（一）”“1.”“（1）”。只有两层时，第二层可以直接用“1.”；除此以外不要越级。",
    "“一、”下面直接用“（1）”。",
    "“一、”下面用“（一）”或“1.”。",
)
OUTLINE = Rule(
    "heading-outline",
    Severity.NOTE,
    "大纲级别和序号的层次不一致",
    "段落的大纲级别决定它在导航窗格和目录里的位置，要和序号的层次一致：“一、”是 1 级，“（一）”是 2 级。",
    "“（一）”开头的标题，大纲级别是 1 级。",
    "“（一）”开头的标题，大纲级别是 2 级。",
)
FULL_STOP = Rule(
    "heading-full-stop",
    Severity.NOTE,
    "单独成段的标题末尾有句号",
    "单独占一段的标题末尾不加句号；标题后面接着正文的，标题末尾用句号。",
    "一、工作开展情况。（独占一段）",
    "一、工作开展情况",
)
RULES = (FORM, GAP, REPEATED, LEVEL, OUTLINE, FULL_STOP)

_CLAUSE = "7.3.3"
_FORM = Norm(FORM, _CLAUSE, Strength.SHOULD)
_GAP = Norm(GAP, _CLAUSE, Strength.SHOULD)
_REPEATED = Norm(REPEATED, _CLAUSE, Strength.SHOULD)
_LEVEL = Norm(LEVEL, _CLAUSE, Strength.SHOULD)
_OUTLINE = Norm(OUTLINE)
_FULL_STOP = Norm(FULL_STOP)
_SECTION = 2
_RUN_ON_FROM = 3  # 1. and （1） may run on across the headings above them
_FEW = 3  # sections: so few that count on from chapter to chapter may as well be a slip
_TITLE_LENGTH = 40  # characters: a longer numbered sentence is text


def check(subject: Subject) -> Iterator[Deviation]:
    """The headings of the text, then those of each 附件 by themselves."""
    elements = subject.structure.of(ElementKind.BODY)
    attachments: dict[int, list[Element]] = {}
    for element in subject.structure.of(ElementKind.BODY, ElementKind.OTHER):
        attachments.setdefault(element.attachment, []).append(element)
    for own in attachments.values():
        yield from _order(own)
    offset = _offset(elements)
    for element in elements:
        yield from _look(element, element.heading, offset)


def _offset(elements: Iterable[Element]) -> int:
    """By how much the outline levels of most headings lie below those of their numbers.

    Who gives chapters the style 标题 2 and sections 标题 3 has a level above them, which is the title's.
    """
    offsets = Counter(
        element.paragraph.format.outline + 1 - element.heading.number.level
        for element in elements
        if element.heading is not None
        and element.heading.number is not None
        and element.paragraph.format.outline is not None
    )
    offset, count = max(offsets.items(), key=_weight, default=(0, 0))
    return offset if count > 1 else 0


def _weight(found: tuple[int, int]) -> tuple[int, bool]:
    offset, count = found
    return count, offset == 0


def _look(element: Element, heading: Heading | None, offset: int) -> Iterator[Deviation]:
    if heading is None or heading.number is None:
        yield from _decimal(element, heading)
        return
    number = heading.number
    right = right_form(number.level, number.value)
    if not number.well_formed:
        yield breach(_FORM, "序号的写法不对", element, actual=number.text, expected=right)
    outline = element.paragraph.format.outline
    if outline is not None and outline + 1 - number.level not in (0, offset):
        yield breach(
            _OUTLINE, "大纲级别不对", element, actual=f"{outline + 1} 级", expected=f"{number.level} 级"
        )
    text = element.paragraph.text.strip()
    if element.is_heading and number.level <= 2 and text.endswith("。") and len(text) <= _TITLE_LENGTH:
        yield breach(_FULL_STOP, "单独成段的标题末尾有句号", element)


def _decimal(element: Element, heading: Heading | None) -> Iterator[Deviation]:
    """1.1 as books number their sections, by a program's count or in front of what looks like a heading."""
    text = element.paragraph.text.strip()
    found = DECIMAL.match(element.paragraph.number.strip() or text)
    if found is None or not (element.paragraph.number.strip() or (heading is not None and heading.alone)):
        return
    above, _, last = found[0].rpartition(".")
    level = min(above.count(".") + 2 if above else 1, len(LEVELS))
    expected = right_form(level, int(last))
    yield breach(_FORM, "序号的写法不对", element, actual=found[0], expected=expected)


def _order(elements: Iterable[Element]) -> Iterator[Deviation]:
    """Each number against the last of its level; what is off is reported once and counted on from."""
    elements = list(elements)
    first_running = _SECTION if _sections_run_on(elements) else _RUN_ON_FROM
    current: dict[int, int] = {}
    items: set[int] = set()
    running: dict[int, int] = {}
    for element in elements:
        number = element.heading.number if element.heading is not None else None
        if number is None:
            _count_hidden(element, current, running)
            continue
        level, value = number.level, number.value
        last = current.get(level, 0)
        runs_on = level >= first_running and value == running.get(level, 0) + 1
        if value != last + 1 and not runs_on:
            expected = right_form(level, last + 1)
            norm, what = (_GAP, "序号不连续") if value > last + 1 else (_REPEATED, "序号重复或倒退")
            yield breach(norm, what, element, actual=number.text, expected=expected)
        yield from _jump(element, level, current, items)
        items = items - {level} if element.heading is None or element.heading.alone else items | {level}
        current = {other: count for other, count in current.items() if other < level} | {level: value}
        running[level] = value


def _sections_run_on(elements: Iterable[Element]) -> bool:
    """Whether （一）（二）… count on from chapter to chapter, as in an 意见 of many measures.

    They do so from the first chapter with any to the last, and more than one section goes on so.
    """
    last, chapter, met, over = 0, False, False, 0
    for element in elements:
        number = element.heading.number if element.heading is not None else None
        if number is None or number.level > _SECTION:
            continue
        if number.level < _SECTION:
            chapter = met
            continue
        if number.value != last + 1:
            return False
        over += chapter and number.value > 1
        last, chapter, met = number.value, False, True
    return over > 0 and last > _FEW


def _count_hidden(element: Element, current: dict[int, int], running: dict[int, int]) -> None:
    """What counts on and is no heading by itself: a number in a text box, or one that digits follow.

    21.5+2 reads like a decimal; where 21 is due, it is a number.
    """
    boxed = number_at_start(element.paragraph.text) if element.paragraph.place is Location.BOX else None
    if boxed is not None and boxed.value == current.get(boxed.level, 0) + 1:
        for level in [level for level in current if level > boxed.level]:
            del current[level]
        current[boxed.level] = running[boxed.level] = boxed.value
    if element.kind is not ElementKind.BODY:
        return
    for counters in (current, running):
        due = counters.get(_RUN_ON_FROM, 0) + 1
        if element.paragraph.text.lstrip().startswith(right_form(_RUN_ON_FROM, due)):
            counters[_RUN_ON_FROM] = due


def _jump(element: Element, level: int, current: dict[int, int], items: set[int]) -> Iterator[Deviation]:
    """（1） needs 1. above it, but for the points of an item （一） that is a paragraph of text itself.

    （一） does not come after 1. that stands right under 一、, nor 一、 after （一）.
    """
    above = max((other for other in current if other < level), default=0)
    if level == 1 and 1 not in current and _SECTION in current:
        actual = f"先用{LEVELS[1]}再用{LEVELS[0]}"
        yield breach(_LEVEL, "层次颠倒", element, actual=actual, expected=f"{LEVELS[0]}{LEVELS[1]}")
    if level == 2 and 2 not in current and 3 in current and 1 in current:
        yield breach(
            _LEVEL,
            "层次颠倒",
            element,
            actual=f"{LEVELS[0]}下面先用{LEVELS[2]}再用{LEVELS[1]}",
            expected=f"{LEVELS[0]}{LEVELS[1]}{LEVELS[2]}",
        )
    if level == 4 and above in (1, 2) and above not in items:
        yield breach(
            _LEVEL,
            "层次越级",
            element,
            actual=f"{LEVELS[above - 1]}下面用{LEVELS[level - 1]}",
            expected=LEVELS[above],
        )
