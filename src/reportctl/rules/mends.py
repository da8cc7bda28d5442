"""Rules of what the tool mends itself: each shows the change that merging makes, from the same code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Replacement, Rule, Severity
from reportctl.rules.context import TextKind
from reportctl.text.chars import BLANKS
from reportctl.text.edits import ChangeKind, TextChange
from reportctl.text.ends import announces, open_end, strip_heading
from reportctl.text.marks import changes
from reportctl.text.numbers import NUMBER_STARTS, NumberKind, TypedNumber, chinese, typed_numbers
from reportctl.text.paragraphs import paragraphs, whole
from reportctl.text.person import FirstPerson
from reportctl.text.years import JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, TextSet, TextUnit

HALF_WIDTH = Rule(
    "half-width",
    Severity.WARNING,
    "半角标点",
    "中文里的逗号、冒号、分号、问号、叹号和括号要用全角，引号要用“”，年份之间用“—”，汉字之间不留空格"
    "（GB/T 15834、GB/T 15835）。汇总时自动改正；小数、时间、比例、网址和英文不动。",
    "text: 全年检查20次\x2c发现问题3个。",
    "text: 全年检查20次，发现问题3个。",
    fixable=True,
)
TYPED_NUMBER = Rule(
    "typed-number",
    Severity.WARNING,
    "手工编号",
    "标题和要点的序号由程序统一编写，前面手工打的“1.”“（一）”“一是”汇总时去掉。",
    "heading: 1.加强队伍监管",
    "heading: 加强队伍监管",
    fixable=True,
)
FIRST_PERSON = Rule(
    "first-person",
    Severity.WARNING,
    "第一人称",
    "报告是全区的口气：“我局”“本局”“我镇”汇总时改成部门名称。“我区”不改。",
    "text: 我局开展检查20次。",
    "text: 区司法局开展检查20次。",
)
LOST_END = Rule(
    "lost-end",
    Severity.WARNING,
    "句末缺少句号",
    "正文、原因和要点以句号结束，缺的汇总时补上。请看一眼是不是后面还漏了内容。",
    "text: 全年检查20次",
    "text: 全年检查20次。",
    fixable=True,
)

RULES = (HALF_WIDTH, TYPED_NUMBER, FIRST_PERSON, LOST_END)

_SILENT = frozenset({ChangeKind.LINE_BREAK})
_MOST = 3
"""With more marks to mend than this, a text has one finding for all: it was pasted from a web page."""
_OPEN = frozenset({TextKind.HEADING, TextKind.NOTE})
"""What has no end mark."""
_HEADED = frozenset({TextKind.HEADING, TextKind.POINT})
_NAMES = {
    ChangeKind.HALF_WIDTH: "半角标点",
    ChangeKind.STRAIGHT_QUOTE: "直引号",
    ChangeKind.YEAR_RANGE: "年份之间的连接号",
    ChangeKind.BLANK: "多余的空格",
}


# What `changes` may mend, but not the line breaks between the texts of a sheet.
_SUSPECT = re.compile(rf"""[,:;?!()"'\r\x85\u2028\u2029{BLANKS}{JOINERS}]""")


def check(sheet: TextSet, _: Context) -> Iterator[Finding]:
    """What merging mends."""
    ragged = sheet.is_ragged
    if ragged or _SUSPECT.search(sheet.signs):
        for site in sheet.sites:
            yield from _marks(site)
    for place, site in enumerate(sheet.sites):
        text = site.text
        if text[0] in NUMBER_STARTS and site.kind in _HEADED:
            yield from _numbers(site, sheet.sites[place + 1 : place + 2])
        if (text[-1] != "。" or (ragged and "\n\n" in text)) and site.kind not in _OPEN:
            yield from _ends(site)
    person = FirstPerson(sheet.department)
    if person.changes(sheet.text):
        for site in sheet.sites:
            yield from _first_person(site, person)


def _marks(site: TextUnit) -> Iterator[Finding]:
    text = site.text
    # the mark at a heading's end goes altogether: a rule of headings says so
    end = len(strip_heading(text)) if site.kind is TextKind.HEADING else len(text) + 1
    found = [one for one in changes(text) if one.kind not in _SILENT and one.start < end]
    if len(found) <= _MOST:
        yield from (_mark(site, change) for change in found)
        return
    fix = tuple(Replacement(site.span(change.start, change.end), change.new) for change in found)
    first = _mark(site, found[0])
    message = f"这段话有 {len(found)} 处半角标点或多余的空格，汇总时改正"
    yield first._replace(message=message, hint="用输入法的中文标点重打，或运行 validate --fix", fix=fix)


def _numbers(site: TextUnit, behind: tuple[TextUnit, ...]) -> Iterator[Finding]:
    for number in typed_numbers(site.text):
        yield _number(site, behind, number)


def _number(site: TextUnit, behind: tuple[TextUnit, ...], number: TypedNumber) -> Finding:
    start, end = number.start, number.length
    words = site.text[start:end].strip()
    message = f"序号“{words}”由程序编写，汇总时去掉"
    after = f"{chinese(number.value + 1)}是"
    if number.kind is NumberKind.ORDINAL and words.endswith("是") and after in _words(site, behind):
        # without its first number the list would begin with the second: only a person can divide it
        hint = f"{words}、{after}……各写成一条，序号都删去"
        return site.at(TYPED_NUMBER, start, end, f"{message}，后面就从“{after}”开始了", hint)
    return site.at(TYPED_NUMBER, start, end, message, "删去这个序号", mend="")


def _words(heading: TextUnit, behind: tuple[TextUnit, ...]) -> str:
    """The heading and the text right behind it."""
    item = (heading.part, heading.index, TextKind.TEXT)
    return heading.text + "".join(one.text for one in behind if (one.part, one.index, one.kind) == item)


def _first_person(site: TextUnit, person: FirstPerson) -> Iterator[Finding]:
    for change in person.changes(site.text):
        old = site.text[change.start : change.end]
        message = f"“{old}”汇总时改为“{change.new}”"
        yield site.at(FIRST_PERSON, change.start, change.end, message, "改成部门名称", mend=change.new)


def _mark(site: TextUnit, change: TextChange) -> Finding:
    old = site.text[change.start : change.end]
    name = _NAMES.get(change.kind, "标点")
    # a quotation mark in quotation marks is hard to read
    left, right = ("\uff08", "\uff09") if "“" in change.new or "”" in change.new else ("“", "”")
    turns = f"{left}{change.new}{right}"
    message = f"{name}{left}{old}{right}汇总时改为{turns}" if change.new.strip() else f"{name}，汇总时去掉"
    hint = f"把{left}{old}{right}改为{turns}" if change.new.strip() else "删去空格"
    finding = site.at(HALF_WIDTH, change.start, change.end, message, hint, mend=change.new)
    # “技兴齐鲁 乐业山东” has its blank on purpose: gone it goes, but that is not the writer's fault
    parts_two = change.kind is ChangeKind.BLANK and _in_quotes(site.text, change)
    return finding._replace(severity=Severity.NOTE) if parts_two else finding


def _in_quotes(text: str, change: TextChange) -> bool:
    opening = text.rfind("“", 0, change.start)
    if opening < 0 or text.find("”", opening, change.start) >= 0:
        return text[change.start - 1 : change.start] == "”" and text[change.end : change.end + 1] == "“"
    return text.find("”", change.end) >= 0


def _ends(site: TextUnit) -> Iterator[Finding]:
    for paragraph in paragraphs(site.text) if site.kind is TextKind.TEXT else whole(site.text):
        change = open_end(paragraph.text)
        if change is None or announces(paragraph.text):
            continue
        start = paragraph.start + change.start
        last = max(start - 1, 0)
        end = paragraph.start + change.end
        word = "".join(site.text[max(paragraph.start, start - 6) : start].split())
        message = f"“{word}”后面缺少句号，汇总时补上"
        mend = site.text[last:start] + change.new
        yield site.at(LOST_END, last, max(end, start), message, "补上“。”", mend=mend)
