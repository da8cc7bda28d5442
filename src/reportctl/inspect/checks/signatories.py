"""签发人 of a 上行文: there, well written, in rows that end one character from the right (7.2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import LETTERHEAD, ElementKind, patterns
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import reach, width
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.facts import Paragraph
    from reportctl.inspect.subject import Subject

MISSING = Rule(
    "signatory-missing",
    Severity.ERROR,
    "上行文没有签发人",
    "报告、请示是上行文，应当标注签发人：“签发人”三字加全角冒号和姓名，居右空一字。",
    "红头的报告，没有签发人。",
    "签发人：张某某",
)
COLON = Rule(
    "signatory-colon",
    Severity.ERROR,
    "“签发人”后面不是全角冒号",
    "签发人由“签发人”三字加全角冒号和签发人姓名组成。",
    "签发人:张某某",
    "签发人：张某某",
)
PLACE = Rule(
    "signatory-place",
    Severity.ERROR,
    "签发人没有居右空一字",
    "签发人居右空一字。和发文字号在同一行时，用右对齐的制表位，不用空格顶开。",
    "签发人用空格顶到右边。",
    "签发人由右制表位对到右边空一字处。",
)
ROWS = Rule(
    "signatory-rows",
    Severity.WARNING,
    "一行里的签发人太多",
    "有几个签发人的，按发文机关的顺序从左到右、自上而下均匀编排，一般每行排两个姓名，回行时与上一行第一个姓名对齐。",
    "签发人：张某某　李某　王某某",
    "签发人：张某某　李某（第一行），王某某（第二行，与张某某对齐）",
)
RULES = (MISSING, COLON, PLACE, ROWS)

_CLAUSE = "7.2.6"
_MISSING = Norm(MISSING, _CLAUSE, Strength.MUST)
_COLON = Norm(COLON, _CLAUSE, Strength.MUST)
_LABEL = "签发人"
_TOLERANCE = 0.3  # characters


def check(subject: Subject) -> Iterator[Deviation]:
    """The rows from the one with the words 签发人 down to 发文字号."""
    head = subject.anatomy.of(*LETTERHEAD)
    first = next((part for part in head if signs(part)), None)
    if first is None:
        if subject.anatomy.letterhead and subject.anatomy.upward:
            yield breach(_MISSING, "上行文没有签发人", subject.anatomy.first(ElementKind.NUMBER))
        return
    if f"{_LABEL}：" not in "".join(first.paragraph.text.split()):
        yield breach(_COLON, "“签发人”后面不是全角冒号", first, expected=f"{_LABEL}：")
    rows = [part for part in head if part.paragraph.index >= first.paragraph.index]
    yield from _rows(subject, rows)


def signs(part: Element) -> bool:
    """Whether the words 签发人 stand in a paragraph."""
    return _LABEL in "".join(part.paragraph.text.split())


def _rows(subject: Subject, rows: list[Element]) -> Iterator[Deviation]:
    """The longest row ends one character from the right, aligned there or by a tab stop."""
    names = [_names(part.paragraph.text) for part in rows]
    figure = subject.layout.letterhead.names_per_line
    for part, row in zip(rows, names, strict=True):
        if len(row) > figure.value:
            yield differs(ROWS, figure, "一行里的签发人太多", part, actual=f"{len(row)}个")
    right = subject.layout.elements.signatory.right
    gaps = [gap for part in rows if (gap := _right_gap(subject, part.paragraph)) is not None]
    # Names in columns begin below each other: a shorter one leaves a longer gap.
    widest = max((width(name) for row in names for name in row), default=0)
    elements = subject.layout.elements
    scale = elements.signatory_name.size.value.points / elements.signatory.size.value.points
    spare = scale * (widest - min((width(row[-1]) for row in names if row), default=0))
    if not gaps or not -_TOLERANCE <= min(gaps) - right.value <= spare + _TOLERANCE:
        actual = f"居右空 {min(gaps):.1f} 字" if gaps else "用空格排列"
        expected = f"居右空{right.shown}"
        yield differs(PLACE, right, "签发人的位置不对", rows[0], actual=actual, expected=expected)


def _names(text: str) -> list[str]:
    """The names in a row, the words 签发人 and 发文字号 left out."""
    words = (word.rpartition("：")[2] for word in text.split() if not patterns.NUMBER.fullmatch(word))
    return [word for word in words if word]


def _right_gap(subject: Subject, paragraph: Paragraph) -> float | None:
    if paragraph.format.alignment == "right":
        return paragraph.characters(paragraph.format.right)
    end = reach(paragraph) if "\t" in paragraph.text else None
    size = subject.layout.elements.signatory.size.value.points
    return None if end is None else (subject.layout.page.text_width.points - end / 20) / size
