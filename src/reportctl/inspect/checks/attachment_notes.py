"""附件说明 under the text: its form, its marks and its place (clause 7.3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind, patterns
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.subject import Subject

FORM = Rule(
    "attachment-note-form",
    Severity.ERROR,
    "附件说明的写法不对",
    "“附件”二字后标全角冒号和附件名称；有几个附件的，用阿拉伯数字标顺序号，如“附件：1.××××”，依次往下排。",
    "附件:1、统计表",
    "附件：1.统计表",
)
MARK = Rule(
    "attachment-note-mark",
    Severity.ERROR,
    "附件名称后面有标点",
    "附件说明里，附件名称后不加标点符号。",
    "附件：1.统计表；",
    "附件：1.统计表",
)
PLACE = Rule(
    "attachment-note-place",
    Severity.ERROR,
    "附件说明的位置不对",
    "附件说明在正文下空一行、左空二字编排。",
    "附件说明紧接着正文。",
    "正文下空一行，再是附件说明。",
)
RULES = (FORM, MARK, PLACE)

_FORM = Norm(FORM, "7.3.4", Strength.MUST)
_MARK = Norm(MARK, "7.3.4", Strength.MUST)
_MARKS = tuple("。；，、;,.")
_LINES = 0.35
_CHARACTERS = 0.3


def check(subject: Subject) -> Iterator[Deviation]:
    """附件说明, where there is one."""
    notes = subject.anatomy.of(ElementKind.ATTACHMENT_NOTE)
    if notes:
        yield from _form(notes)
        yield from _place(subject, notes[0])


def listed(notes: Sequence[Element]) -> list[tuple[Element, str]]:
    """The lines of 附件说明, each with its paragraph, the words 附件： left out."""
    found: list[tuple[Element, str]] = []
    for place, part in enumerate(notes):
        for line in part.paragraph.text.split("\n"):
            text = line.strip()
            if place == 0 and not found:
                match = patterns.ATTACHMENT_NOTE.fullmatch(text)
                text = match["rest"].strip() if match is not None else text
            if text:
                found.append((part, text))
    return found


def _form(notes: Sequence[Element]) -> Iterator[Deviation]:
    match = patterns.ATTACHMENT_NOTE.fullmatch(notes[0].paragraph.text.strip())
    if match is not None and match["colon"] != "：":
        actual = match["colon"] or "没有冒号"
        yield breach(_FORM, "“附件”后面不是全角冒号", notes[0], actual=actual, expected="：")
    lines = listed(notes)
    for place, (part, text) in enumerate(lines, 1):
        item = patterns.ATTACHMENT_ITEM.fullmatch(text)
        if len(lines) > 1 and (item is None or item["mark"] != "." or int(item["number"]) != place):
            actual = text[:3] if item is None else f"{item['number']}{item['mark']}"
            yield breach(_FORM, "附件的顺序号不对", part, actual=actual, expected=f"{place}.")
        if text.endswith(_MARKS):
            yield breach(_MARK, "附件名称后面有标点", part, actual=text[-1], expected="没有标点")


def _place(subject: Subject, note: Element) -> Iterator[Deviation]:
    figures = subject.layout.elements.attachment_note
    shown = [
        part
        for part in subject.anatomy.parts[: note.paragraph.index - 1]
        if part.kind is not ElementKind.BLANK
    ]
    found = blank_lines_before(subject, note.paragraph, shown[-1].paragraph.index) if shown else 1
    if abs(found - figures.blank_before.value) > _LINES:
        yield differs(PLACE, figures.blank_before, "附件说明前空行不对", note, actual=f"{found:.1f} 行")
    form = note.paragraph.format
    first = note.paragraph.characters(form.left + form.first_line)
    if abs(first - figures.left.value) > _CHARACTERS and not note.paragraph.text[:1].isspace():
        yield differs(PLACE, figures.left, "附件说明没有左空二字", note, actual=f"{first:.1f} 字")


def name_of(text: str) -> str:
    """The name of an 附件 in its line of 附件说明, without number and closing mark."""
    item = patterns.ATTACHMENT_ITEM.fullmatch(text)
    name = text if item is None else item["name"]
    return "".join(name.split()).rstrip("".join(_MARKS))
