"""Rules of what the tool fixes itself: each shows the change that merging makes, from the same code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Replacement, Rule, Severity
from reportctl.rules.texts import TextKind
from reportctl.text.chars import BLANKS
from reportctl.text.edits import ChangeKind, TextChange
from reportctl.text.ends import announces, open_end, strip_heading
from reportctl.text.gaps import has_gap, perhaps_gaps
from reportctl.text.marks import changes
from reportctl.text.paragraphs import paragraphs, whole
from reportctl.text.years import JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit
    from reportctl.text.person import FirstPerson

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

RULES = (HALF_WIDTH, FIRST_PERSON, LOST_END)

_SILENT = frozenset({ChangeKind.LINE_BREAK})
_MOST = 3
"""With more marks to fix than this, a text has one finding for all: it was pasted from a web page."""
_OPEN = frozenset({TextKind.HEADING, TextKind.NOTE})
"""What has no end mark."""
_MERGED, _WRITTEN = "汇总时改为", "应为"
"""What becomes of a mark: what merging does, and what a person is to do."""
_RETYPE = "用输入法的中文标点重打"
_NAMES = {
    ChangeKind.HALF_WIDTH: "半角标点",
    ChangeKind.STRAIGHT_QUOTE: "直引号",
    ChangeKind.YEAR_RANGE: "年份之间的连接号",
    ChangeKind.BLANK: "多余的空格",
}


# What `changes` may change, but not the line breaks between the texts.
_SUSPECT = re.compile(rf"""[,:;?!()"'\r\x85\u2028\u2029{BLANKS}{JOINERS}]""")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """What merging puts right."""
    units = without_gaps(texts)
    ragged = texts.is_ragged
    if ragged or _SUSPECT.search(texts.signs):
        for unit in units:
            yield from _marks(unit)
    open_ended = [texts.units[number] for number in texts.open_ended]
    for unit in units if ragged or texts.gaps else open_ended:
        text = unit.text
        if (text[-1] != "。" or (ragged and "\n\n" in text)) and unit.kind not in _OPEN:
            yield from _ends(unit)
    if texts.person.changes(texts.text):
        for unit in units:
            yield from _first_person(unit, texts.person)


def check_as_written(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Half-width marks, straight quotes and years in a document that is not merged: a person mends them.

    Blanks may be there for the look of a line.
    """
    if _SUSPECT.search(texts.signs):
        for unit in without_gaps(texts):
            found = [change for change in _shown(unit) if change.kind is not ChangeKind.BLANK]
            if len(found) > _MOST:
                yield _mark(unit, found[0])._replace(
                    message=f"这段话有 {len(found)} 处半角标点", hint=_RETYPE
                )
                continue
            yield from (_mark(unit, change, _WRITTEN) for change in found)


def without_gaps(texts: TextSet) -> Sequence[TextUnit]:
    """The texts without a gap: where there is one merging mends nothing."""
    return [unit for unit in texts.units if not has_gap(unit.text)] if texts.gaps else texts.units


def _marks(unit: TextUnit) -> Iterator[Finding]:
    text = unit.text
    for place in perhaps_gaps(text):
        message = f"“{text[place + 1]}”前面有空格，可能漏了数字，没有改"
        yield unit.at(HALF_WIDTH, place, place + 1, message, "漏了数字的，补上；没有漏的，删去空格")
    found = _shown(unit)
    if len(found) <= _MOST:
        yield from (_mark(unit, change) for change in found)
        return
    fix = tuple(Replacement(unit.span(change.start, change.end), change.new) for change in found)
    first = _mark(unit, found[0])
    message = f"这段话有 {len(found)} 处半角标点或多余的空格，汇总时改正"
    yield first._replace(message=message, hint=f"{_RETYPE}\uff0c或运行 validate --fix", fix=fix)


def _shown(unit: TextUnit) -> list[TextChange]:
    """What changes in a text and is worth telling."""
    text = unit.text
    # the mark at a heading's end goes altogether: a rule of headings says so
    end = len(strip_heading(text)) if unit.kind is TextKind.HEADING else len(text) + 1
    return [
        change
        for change in changes(text)
        if change.kind not in _SILENT and change.start < end and not _is_unseen(text, change)
    ]


def _is_unseen(text: str, change: TextChange) -> bool:
    """Whether nothing but blanks of no width goes: a rule of characters says so."""
    return not text[change.start : change.end].strip("\u200b\u2060\ufeff") and not change.new


def _first_person(unit: TextUnit, person: FirstPerson) -> Iterator[Finding]:
    for change in person.changes(unit.text):
        old = unit.text[change.start : change.end]
        message = f"“{old}”汇总时改为“{change.new}”"
        yield unit.at(FIRST_PERSON, change.start, change.end, message, "改成部门名称", fix=change.new)


def _mark(unit: TextUnit, change: TextChange, becomes: str = _MERGED) -> Finding:
    old = unit.text[change.start : change.end]
    name = _NAMES.get(change.kind, "标点")
    # a quotation mark in quotation marks is hard to read
    left, right = ("\uff08", "\uff09") if "“" in change.new or "”" in change.new else ("“", "”")
    turns = f"{left}{change.new}{right}"
    message = f"{name}{left}{old}{right}{becomes}{turns}" if change.new.strip() else f"{name}，汇总时去掉"
    hint = f"把{left}{old}{right}改为{turns}" if change.new.strip() else "删去空格"
    finding = unit.at(HALF_WIDTH, change.start, change.end, message, hint, fix=change.new)
    # a blank between two quotations is there on purpose: gone it goes, but that is not the writer's fault
    between = (
        unit.text[change.start - 1 : change.start] == "”" and unit.text[change.end : change.end + 1] == "“"
    )
    parts_two = change.kind is ChangeKind.BLANK and between
    return finding._replace(severity=Severity.NOTE) if parts_two else finding


def _ends(unit: TextUnit) -> Iterator[Finding]:
    for paragraph in paragraphs(unit.text) if unit.kind is TextKind.TEXT else whole(unit.text):
        change = open_end(paragraph.text)
        if change is None or announces(paragraph.text):
            continue
        start = paragraph.start + change.start
        last = max(start - 1, 0)
        end = paragraph.start + change.end
        word = "".join(unit.text[max(paragraph.start, start - 6) : start].split())
        if unit.kind is TextKind.FINAL:
            message = f"“{word}”后面没有句号\uff0c改稿照原样印出"
            yield unit.at(LOST_END, last, max(end, start), message, "漏了的\uff0c补上“。”")
            continue
        message = f"“{word}”后面缺少句号，汇总时补上"
        fix = unit.text[last:start] + change.new
        yield unit.at(LOST_END, last, max(end, start), message, "补上“。”", fix=fix)
