"""发文字号 and 签发人, which share a line: each well written, the names in their place (7.2.5, 7.2.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import reach
from reportctl.inspect.structure import LETTERHEAD, ElementKind, patterns
from reportctl.layout.values import Strength
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import Paragraph
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

BRACKETS = Rule(
    "document-number-brackets",
    Severity.ERROR,
    "发文字号的年份不是用六角括号括起",
    "年份用六角括号“〔〕”括入，不用圆括号、方括号、方头括号。",
    "怀鹤政[2024]3号",
    "怀鹤政〔2024〕3号",
)
ORDINAL = Rule(
    "document-number-ordinal",
    Severity.ERROR,
    "发文顺序号前加了“第”字",
    "发文顺序号不加“第”字。",
    "怀鹤政〔2024〕第3号",
    "怀鹤政〔2024〕3号",
)
LEADING_ZERO = Rule(
    "document-number-zero",
    Severity.ERROR,
    "发文顺序号编了虚位",
    "发文顺序号不编虚位：1 不编为 01。",
    "怀鹤政〔2024〕03号",
    "怀鹤政〔2024〕3号",
)
YEAR = Rule(
    "document-number-year",
    Severity.ERROR,
    "发文字号的年份不是全称",
    "年份应标全称，用四位阿拉伯数字，不加“年”字。",
    "怀鹤政〔24〕3号",
    "怀鹤政〔2024〕3号",
)
SUFFIX = Rule(
    "document-number-suffix",
    Severity.ERROR,
    "发文顺序号后没有“号”字",
    "发文顺序号在阿拉伯数字后加“号”字。",
    "怀鹤政〔2024〕3",
    "怀鹤政〔2024〕3号",
)
YEAR_OF_DATE = Rule(
    "document-number-date",
    Severity.NOTE,
    "发文字号的年份与成文日期的年份不同",
    "发文字号的年份一般就是成文的年份。跨年成文的请核对一次。",
    "怀鹤政〔2023〕3号，成文日期 2024年1月15日",
    "怀鹤政〔2024〕3号，成文日期 2024年1月15日",
)
SIGNATORY_MISSING = Rule(
    "signatory-missing",
    Severity.ERROR,
    "上行文没有签发人",
    "报告、请示是上行文，应当标注签发人：“签发人”三字加全角冒号和姓名，居右空一字。",
    "红头的报告，没有签发人。",
    "签发人：张某某",
)
SIGNATORY_COLON = Rule(
    "signatory-colon",
    Severity.ERROR,
    "“签发人”后面不是全角冒号",
    "签发人由“签发人”三字加全角冒号和签发人姓名组成。",
    "签发人:张某某",
    "签发人：张某某",
)
SIGNATORY_PLACE = Rule(
    "signatory-place",
    Severity.ERROR,
    "签发人没有居右空一字",
    "签发人居右空一字。和发文字号在同一行时，用右对齐的制表位，不用空格顶开。",
    "签发人用空格顶到右边。",
    "签发人由右制表位对到右边空一字处。",
)
SIGNATORY_ROWS = Rule(
    "signatory-rows",
    Severity.WARNING,
    "一行里的签发人太多",
    "有几个签发人的，按发文机关的顺序从左到右、自上而下均匀编排，一般每行排两个姓名，回行时与上一行第一个姓名对齐。",
    "签发人：张某某　李某　王某某",
    "签发人：张某某　李某（第一行），王某某（第二行，与张某某对齐）",
)
RULES = (
    BRACKETS,
    ORDINAL,
    LEADING_ZERO,
    YEAR,
    SUFFIX,
    YEAR_OF_DATE,
    SIGNATORY_MISSING,
    SIGNATORY_COLON,
    SIGNATORY_PLACE,
    SIGNATORY_ROWS,
)

_CLAUSE = "7.2.5"
_BRACKETS = Norm(BRACKETS, _CLAUSE, Strength.MUST)
_ORDINAL = Norm(ORDINAL, _CLAUSE, Strength.MUST)
_LEADING_ZERO = Norm(LEADING_ZERO, _CLAUSE, Strength.MUST)
_YEAR = Norm(YEAR, _CLAUSE, Strength.MUST)
_SUFFIX = Norm(SUFFIX, _CLAUSE, Strength.MUST)
_YEAR_OF_DATE = Norm(YEAR_OF_DATE)


def check(subject: Subject) -> Iterator[Deviation]:
    """The parts of each 发文字号."""
    for element in subject.structure.of(ElementKind.NUMBER):
        found = patterns.NUMBER.fullmatch(element.paragraph.text.strip())
        if found is not None:
            yield from _parts(element, found)
            yield from _year(subject, element, found)
    yield from _signatories(subject)


def _parts(element: Element, found: re.Match[str]) -> Iterator[Deviation]:
    brackets = (found["open"] or "") + (found["close"] or "")
    if brackets != "〔〕":
        yield breach(_BRACKETS, "发文字号的括号不对", element, actual=brackets or "没有括号", expected="〔〕")
    if found["ordinal"]:
        yield breach(_ORDINAL, "发文顺序号前加了“第”字", element, actual=f"第{found['count']}号")
    if found["count"].startswith("0"):
        expected = found["count"].lstrip("0")
        yield breach(_LEADING_ZERO, "发文顺序号编了虚位", element, actual=found["count"], expected=expected)
    if not found["count"].isdigit():
        yield breach(_SUFFIX, "发文顺序号不是阿拉伯数字", element, actual=found["count"])
    elif found["mark"]:
        yield breach(_SUFFIX, "发文字号末尾有标点", element, actual=found["mark"], expected="没有标点")
    elif not found["suffix"]:
        yield breach(_SUFFIX, "发文顺序号后没有“号”字", element, expected=f"{found['count']}号")


def _year(subject: Subject, element: Element, found: re.Match[str]) -> Iterator[Deviation]:
    year = found["year"]
    ends = found.start("close") if found["close"] and found["open"] else found.end("year")
    if len(year) != 4 or not year.isascii() or "年" in found[0][found.end("year") : ends]:
        yield breach(_YEAR, "发文字号的年份不是全称", element, actual=year, expected="四位阿拉伯数字")
        return
    date = subject.structure.first(ElementKind.DATE)
    text = "" if date is None else date.paragraph.text.strip()
    if text[:4].isdigit() and text[:4] != year:
        yield breach(_YEAR_OF_DATE, "发文字号与成文日期的年份不同", element, actual=year, expected=text[:4])


_SIGNATORY_CLAUSE = "7.2.6"
_SIGNATORY_MISSING = Norm(SIGNATORY_MISSING, _SIGNATORY_CLAUSE, Strength.MUST)
_SIGNATORY_COLON = Norm(SIGNATORY_COLON, _SIGNATORY_CLAUSE, Strength.MUST)
_LABEL = "签发人"
_SIGNS = re.compile("签发人|签发[:\uff1a]")
_LABELLED = re.compile(f"{patterns.SIGNS}\\s{{0,4}}[:\uff1a;\uff1b]?")
_TOLERANCE = 0.3  # characters


def _signatories(subject: Subject) -> Iterator[Deviation]:
    """The rows from the one with the words 签发人 down to 发文字号."""
    head = subject.structure.of(*LETTERHEAD)
    first = next((element for element in head if signs(element)), None)
    if first is None:
        if subject.structure.letterhead and subject.structure.upward:
            yield breach(_SIGNATORY_MISSING, "上行文没有签发人", subject.structure.first(ElementKind.NUMBER))
        return
    if f"{_LABEL}：" not in "".join(first.paragraph.text.split()):
        yield breach(_SIGNATORY_COLON, "“签发人”后面不是全角冒号", first, expected=f"{_LABEL}：")
    rows = [element for element in head if element.paragraph.index >= first.paragraph.index]
    yield from _rows(subject, rows)


def signs(element: Element) -> bool:
    """Whether the words 签发人 stand in a paragraph."""
    return _SIGNS.search("".join(element.paragraph.text.split())) is not None


def _rows(subject: Subject, rows: list[Element]) -> Iterator[Deviation]:
    """The longest row ends one character from the right, aligned there or by a tab stop."""
    names = [_names(element.paragraph.text) for element in rows]
    setting = subject.layout.letterhead.names_per_line
    for element, row in zip(rows, names, strict=True):
        if len(row) > setting.value:
            yield differs(SIGNATORY_ROWS, setting, "一行里的签发人太多", element, actual=f"{len(row)}个")
    right = subject.layout.elements.signatory.right
    gaps = [gap for element in rows if (gap := _right_gap(subject, element.paragraph)) is not None]
    # Names in columns begin below each other: a shorter one leaves a longer gap.
    widest = max((width(name) for row in names for name in row), default=0)
    elements = subject.layout.elements
    scale = elements.signatory_name.size.value.points / elements.signatory.size.value.points
    spare = scale * (widest - min((width(row[-1]) for row in names if row), default=0))
    if not gaps or not -_TOLERANCE <= min(gaps) - right.value <= spare + _TOLERANCE:
        actual = f"居右空 {min(gaps):.1f} 字" if gaps else "用空格排列"
        expected = f"居右空{right.shown}"
        yield differs(SIGNATORY_PLACE, right, "签发人的位置不对", rows[0], actual=actual, expected=expected)


def _names(text: str) -> list[str]:
    """The names in a row, the words 签发人 and 发文字号 left out."""
    number = patterns.NUMBER.fullmatch(text.strip())
    beside = text if number is None else number["rest"] or ""
    return [word for word in _LABELLED.sub(" ", beside).split() if not patterns.NUMBER.fullmatch(word)]


def _right_gap(subject: Subject, paragraph: Paragraph) -> float | None:
    if paragraph.format.alignment == "right":
        return paragraph.characters(paragraph.format.right)
    end = reach(paragraph) if "\t" in paragraph.text else None
    size = subject.layout.elements.signatory.size.value.points
    return None if end is None else (subject.layout.page.text_width.points - end / 20) / size
