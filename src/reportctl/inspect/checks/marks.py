"""Chinese marks and Latin letters in the right fonts: quotes that fall into the Latin font, mixed digits."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.appearance import is_han
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.structure import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

QUOTES = Rule(
    "latin-quotes",
    Severity.NOTE,
    "引号、省略号落在西文字体里",
    "“ ” ‘ ’ …… —— 是中西文共用的字符，Word 会用西文字体显示，成了半角大小的样子。"
    "选中这些标点，把西文字体也设成中文字体（如仿宋_GB2312），或在中文输入法下重新输入。",
    "“少数关键”的引号是 Times New Roman。",
    "“少数关键”的引号是仿宋。",
)
DIGITS = Rule(
    "mixed-latin",
    Severity.NOTE,
    "正文里的数字用了几种字体",
    "正文里的数字和字母，全文要么都用仿宋，要么都用同一种西文字体（如 Times New Roman），不要混用。",
    "有的数字是仿宋，有的是 Times New Roman。",
    "全文的数字都是仿宋。",
)
RULES = (QUOTES, DIGITS)

_QUOTES = Norm(QUOTES)
_DIGITS = Norm(DIGITS)
_LATIN = re.compile("[0-9A-Za-z]")
_SHARED = frozenset("“”‘’…—·×")
_KINDS = (
    ElementKind.TITLE,
    ElementKind.RECIPIENTS,
    ElementKind.BODY,
    ElementKind.ATTACHMENT_NOTE,
    ElementKind.ATTACHMENT_TITLE,
    ElementKind.NOTE,
)


def check(subject: Subject) -> Iterator[Deviation]:
    """Shared marks by their own run, digits by what most of the text does."""
    for element in subject.structure.of(*_KINDS):
        found = _latin_marks(element)
        if found:
            font = next(iter(found.values()))
            actual = f"{''.join(found)} 用 {font}"
            yield breach(_QUOTES, "引号等标点落在西文字体里", element, actual=actual, expected="中文字体")
    yield from _digits(subject)


def _latin_marks(element: Element) -> dict[str, str]:
    return {
        mark: run.character.h_ansi
        for run in element.paragraph.runs
        if not run.character.hint and not is_han(run.character.h_ansi)
        for mark in run.text
        if mark in _SHARED
    }


def _digits(subject: Subject) -> Iterator[Deviation]:
    """The fonts of digits in plain text; headings may have their own."""
    text = list(subject.text())
    if len({run.character.ascii for element in text for run in element.paragraph.runs}) < 2:
        return
    weights: dict[str, int] = defaultdict(int)
    places: dict[str, list[Element]] = defaultdict(list)
    for element in text:
        place = 0
        start = element.heading.end if element.heading is not None else 0
        for run in element.paragraph.runs:
            place += len(run.text)
            digits = len(_LATIN.findall(run.text))
            # Where digits share the font of the characters around them, that font is judged elsewhere.
            alike = run.character.ascii == run.character.east_asia
            if digits and place > start:
                weights[run.character.ascii] += digits
                if not alike:
                    places[run.character.ascii].append(element)
    usual = max(weights, key=lambda font: weights[font], default="")
    for font, elements in places.items():
        if font != usual:
            for element in dict.fromkeys(elements):
                yield breach(_DIGITS, "数字和字母的字体与全文不一致", element, actual=font, expected=usual)
