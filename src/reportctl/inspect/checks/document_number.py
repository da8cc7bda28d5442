"""发文字号: 代字〔年份〕序号号, each part in its right form (clause 7.2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind, patterns
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
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
RULES = (BRACKETS, ORDINAL, LEADING_ZERO, YEAR, SUFFIX, YEAR_OF_DATE)

_CLAUSE = "7.2.5"
_BRACKETS = Norm(BRACKETS, _CLAUSE, Strength.MUST)
_ORDINAL = Norm(ORDINAL, _CLAUSE, Strength.MUST)
_LEADING_ZERO = Norm(LEADING_ZERO, _CLAUSE, Strength.MUST)
_YEAR = Norm(YEAR, _CLAUSE, Strength.MUST)
_SUFFIX = Norm(SUFFIX, _CLAUSE, Strength.MUST)
_YEAR_OF_DATE = Norm(YEAR_OF_DATE)


def check(subject: Subject) -> Iterator[Deviation]:
    """The parts of each 发文字号."""
    for part in subject.anatomy.of(ElementKind.NUMBER):
        found = patterns.NUMBER.fullmatch(part.paragraph.text.strip())
        if found is not None:
            yield from _parts(part, found)
            yield from _year(subject, part, found)


def _parts(part: Element, found: re.Match[str]) -> Iterator[Deviation]:
    brackets = found["open"] + found["close"]
    if brackets != "〔〕":
        yield breach(_BRACKETS, "发文字号的括号不对", part, actual=brackets, expected="〔〕")
    if found["ordinal"]:
        yield breach(_ORDINAL, "发文顺序号前加了“第”字", part, actual=f"第{found['count']}号")
    if found["count"].startswith("0"):
        expected = found["count"].lstrip("0")
        yield breach(_LEADING_ZERO, "发文顺序号编了虚位", part, actual=found["count"], expected=expected)
    if not found["suffix"]:
        yield breach(_SUFFIX, "发文顺序号后没有“号”字", part, expected=f"{found['count']}号")


def _year(subject: Subject, part: Element, found: re.Match[str]) -> Iterator[Deviation]:
    year = found["year"]
    if len(year) != 4 or "年" in found[0][found.end("year") : found.start("close")]:
        yield breach(_YEAR, "发文字号的年份不是全称", part, actual=year, expected="四位数字")
        return
    date = subject.anatomy.first(ElementKind.DATE)
    text = "" if date is None else date.paragraph.text.strip()
    if text[:4].isdigit() and text[:4] != year:
        yield breach(_YEAR_OF_DATE, "发文字号与成文日期的年份不同", part, actual=year, expected=text[:4])
