"""附件说明: its form, its marks and its place (clause 7.3.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import LINES_TOLERANCE, blank_lines_before
from reportctl.inspect.structure import ElementKind, patterns
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

NOTE_FORM = Rule(
    "attachment-note-form",
    Severity.ERROR,
    "附件说明的写法不对",
    "“附件”二字后标全角冒号和附件名称；有几个附件的，用阿拉伯数字标顺序号，如“附件：1.××××”，依次往下排。",
    "附件:1、统计表",
    "附件：1.统计表",
)
NOTE_MARK = Rule(
    "attachment-note-mark",
    Severity.ERROR,
    "附件名称后面有标点",
    "附件说明里，附件名称后不加标点符号。",
    "附件：1.统计表；",
    "附件：1.统计表",
)
NOTE_PLACE = Rule(
    "attachment-note-place",
    Severity.ERROR,
    "附件说明的位置不对",
    "附件说明在正文下空一行、左空二字编排。",
    "附件说明紧接着正文。",
    "正文下空一行，再是附件说明。",
)
RULES = (NOTE_FORM, NOTE_MARK, NOTE_PLACE)
_NOTE_FORM = Norm(NOTE_FORM, "7.3.4", Strength.MUST)
_NOTE_MARK = Norm(NOTE_MARK, "7.3.4", Strength.MUST)
_NAME_MARKS = tuple("。；，、;,.")
_CHARACTERS = 0.3
_LOOSE_ITEM = re.compile(
    "(?:[0-9]{1,2}\\s*[、\uff0e:\uff1a]|[一二三四五六七八九十]{1,3}\\s*[、.\uff0e:\uff1a]"
    "|[\uff08(][0-9一二三四五六七八九十]{1,3}[)\uff09]|[①-⑳])\\s*(?=\\S)"
)
"""A number that 附件说明 has not in the standard's form."""
_CLOSED, _OPENED = (")", "\uff09"), re.compile("[(\uff08]")


def check(subject: Subject) -> Iterator[Deviation]:
    """附件说明, where there is one."""
    notes = subject.structure.of(ElementKind.ATTACHMENT_NOTE)
    if notes:
        yield from _note_form(notes)
        yield from _note_place(subject, notes[0])


def listed(notes: Sequence[Element]) -> list[tuple[Element, str]]:
    """The lines of 附件说明, each with its paragraph, the words 附件： left out."""
    found: list[tuple[Element, str]] = []
    for place, element in enumerate(notes):
        for line in element.paragraph.text.split("\n"):
            text = line.strip()
            if place == 0 and not found:
                match = patterns.ATTACHMENT_NOTE.fullmatch(text)
                alone = patterns.ATTACHMENT_NOTE_ALONE.fullmatch(text)
                loose = None if alone else patterns.ATTACHMENT_NOTE_LOOSE.fullmatch(text)
                match = match or loose
                text = match["rest"].strip() if match is not None else "" if alone else text
            if text:
                found.append((element, text))
    return found


def _note_form(notes: Sequence[Element]) -> Iterator[Deviation]:
    match = patterns.ATTACHMENT_NOTE.fullmatch(notes[0].paragraph.text.strip())
    if match is not None and match["word"] is None:
        yield breach(_NOTE_FORM, "附件说明前面不是“附件”二字", notes[0], actual="附", expected="附件")
    elif match is not None and match["colon"] != "：":
        actual = match["colon"] or "没有冒号"
        yield breach(_NOTE_FORM, "“附件”后面不是全角冒号", notes[0], actual=actual, expected="：")
    elif match is None and not patterns.ATTACHMENT_NOTE_ALONE.fullmatch(notes[0].paragraph.text.strip()):
        actual = _before_name(notes[0].paragraph.text.strip())
        yield breach(_NOTE_FORM, "附件说明的写法不对", notes[0], actual=actual, expected="附件\uff1a")
    lines = listed(notes)
    for place, (element, text) in enumerate(lines, 1):
        item = patterns.ATTACHMENT_ITEM.fullmatch(text)
        if len(lines) > 1 and (item is None or item["mark"] != "." or int(item["number"]) != place):
            actual = text[:3] if item is None else f"{item['number']}{item['mark']}"
            yield breach(_NOTE_FORM, "附件的顺序号不对", element, actual=actual, expected=f"{place}.")
        if len(lines) == 1 and _LOOSE_ITEM.match(text):
            shown = text[: len(text) - len(_name(text))].strip()
            yield breach(_NOTE_FORM, "附件的顺序号不对", element, actual=shown, expected="不编号")
        if text.endswith(_NAME_MARKS):
            yield breach(_NOTE_MARK, "附件名称后面有标点", element, actual=text[-1], expected="没有标点")


def _note_place(subject: Subject, note: Element) -> Iterator[Deviation]:
    settings = subject.layout.elements.attachment_note
    end = next(iter(subject.structure.of(ElementKind.SIGNATURE, ElementKind.DATE)), None)
    if end is not None and end.paragraph.index < note.paragraph.index:
        norm = Norm(NOTE_PLACE, "7.3.4", Strength.MUST)
        yield breach(norm, f"附件说明排在了{end.kind.label}之后", note, expected="在正文之后、署名之前")
        return
    above = subject.structure.above(note)
    found = blank_lines_before(subject, note.paragraph, above.paragraph.index) if above else 1
    if abs(found - settings.blank_before.value) > LINES_TOLERANCE:
        yield differs(NOTE_PLACE, settings.blank_before, "附件说明前空行不对", note, actual=f"{found:.1f} 行")
    form = note.paragraph.format
    first = note.paragraph.characters(form.left + form.first_line)
    if abs(first - settings.left.value) > _CHARACTERS and not note.paragraph.text[:1].isspace():
        yield differs(NOTE_PLACE, settings.left, "附件说明没有左空二字", note, actual=f"{first:.1f} 字")


def _before_name(text: str) -> str:
    """What stands in front of the first name."""
    found = patterns.ATTACHMENT_NOTE_LOOSE.fullmatch(text)
    return text if found is None else text[: found.start("rest")].strip()


def _name(text: str) -> str:
    """A line of 附件说明 from its name on."""
    item = patterns.ATTACHMENT_ITEM.fullmatch(text)
    return _LOOSE_ITEM.sub("", text) if item is None else item["name"]


def name_of(text: str) -> str:
    """The name of an 附件 in its line of 附件说明, without number and closing mark."""
    name = "".join(_name(text).split()).rstrip("".join(_NAME_MARKS))
    return name[:-1] if name.endswith(_CLOSED) and not _OPENED.search(name) else name
