"""Rules of what the tool mends itself: each shows the change that merging makes, from the same code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.context import Kind
from reportctl.text.edits import Change, ChangeKind
from reportctl.text.ends import announces, open_end
from reportctl.text.marks import changes
from reportctl.text.numbers import typed_number
from reportctl.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Site
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
_NAMES = {
    ChangeKind.HALF_WIDTH: "半角标点",
    ChangeKind.STRAIGHT_QUOTE: "直引号",
    ChangeKind.YEAR_RANGE: "年份之间的连接号",
    ChangeKind.BLANK: "多余的空格",
}


def check_text(site: Site, person: FirstPerson) -> Iterator[Finding]:
    """What merging mends in one text."""
    text = site.text
    if site.kind is not Kind.HEADING and (text[-1] != "。" or "\n\n" in text):
        yield from _ends(site)
    for change in changes(text):
        if change.kind not in _SILENT:
            yield _mark(site, change)
    if site.kind in {Kind.HEADING, Kind.POINT}:
        number = typed_number(text)
        if number is not None:
            start, end = number.start, number.length
            message = f"序号“{text[start:end].strip()}”由程序编写，汇总时去掉"
            yield site.at(TYPED_NUMBER, start, end, message, "删去这个序号", mend="")
    for change in person.changes(text):
        old = text[change.start : change.end]
        message = f"“{old}”汇总时改为“{change.new}”"
        yield site.at(FIRST_PERSON, change.start, change.end, message, "改成部门名称", mend=change.new)


def _mark(site: Site, change: Change) -> Finding:
    old = site.text[change.start : change.end]
    name = _NAMES.get(change.kind, "标点")
    message = f"{name}“{old}”汇总时改为“{change.new}”" if change.new.strip() else f"{name}，汇总时去掉"
    hint = f"把“{old}”改为“{change.new}”" if change.new.strip() else "删去空格"
    return site.at(HALF_WIDTH, change.start, change.end, message, hint, mend=change.new)


def _ends(site: Site) -> Iterator[Finding]:
    for paragraph in paragraphs(site.text):
        change = open_end(paragraph.text)
        if change is None or announces(paragraph.text):
            continue
        start = paragraph.start + change.start
        last = max(start - 1, 0)
        end = paragraph.start + change.end
        word = site.text[max(paragraph.start, start - 6) : start]
        message = f"“{word}”后面缺少句号，汇总时补上"
        mend = site.text[last:start] + change.new
        yield site.at(LOST_END, last, max(end, start), message, "补上“。”", mend=mend)
