"""Ends in rarer forms: dates in tables, typed lines of 版记, 附： for 附件：, a mark from edge to edge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from reportctl.inspect.reading import read_facts
from reportctl.inspect.structure import ElementKind, recognise
from tests.inspect.blind.habits import OFFICE, TO, begun, ended, told
from tests.inspect.pages import FLUSH, SMALL, TEXT, TITLE, Foreign

if TYPE_CHECKING:
    from reportctl.layout import Layout

LINE = "─" * 28
FORM, MISSING = "attachment-note-form", "attachment-note-missing"


def codes(page: Foreign, layouts: tuple[Layout, ...]) -> set[str]:
    page.numbers()
    return {one.rule.code for one in inspect(page.save(), layouts).deviations}


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ((OFFICE, "2025年6月18日"), (ElementKind.SIGNATURE, ElementKind.DATE)),
        ((OFFICE, "2025年　月　日"), (ElementKind.SIGNATURE, ElementKind.DATE)),
        ((OFFICE, "清水县财政局"), (ElementKind.TABLE, ElementKind.TABLE)),
        (("开工", "2025年6月18日"), (ElementKind.TABLE, ElementKind.TABLE)),
    ],
)
def test_a_last_table_of_names_and_a_date(
    cells: tuple[str, ...], found: tuple[ElementKind, ElementKind]
) -> None:
    page = told(begun(Foreign()))
    page.table(cells)
    elements = recognise(read_facts(page.save())).elements
    assert tuple(one.kind for one in elements if one.paragraph.text in cells) == found


def test_a_table_above_the_end_is_a_table() -> None:
    page = told(begun(Foreign()))
    page.table((OFFICE, "2025年6月20日"))
    page.add("请认真执行。")
    structure = recognise(read_facts(ended(page).save()))
    assert [one.paragraph.text for one in structure.of(ElementKind.DATE)] == ["2025年6月18日"]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [((True, True, True), False), ((False, True, True), True), ((True, True, False), True)],
)
def test_typed_lines_of_the_imprint(
    typed: tuple[bool, ...], layouts: tuple[Layout, ...], *, wrong: bool
) -> None:
    page = ended(told(begun(Foreign())))
    words = ("抄送：县应急管理局。", f"{OFFICE}办公室　　　2025年6月19日印发", "")
    for line, text in zip(typed, words, strict=True):
        if line:
            page.add(LINE, FLUSH)
        if text:
            page.add(text, SMALL)
    assert ("imprint-lines" in codes(page, layouts)) is wrong


@pytest.mark.parametrize(("word", "found"), [("附：", {FORM}), ("附件：", set()), ("附言：", {MISSING})])
def test_a_short_word_for_attachments(word: str, found: set[str], layouts: tuple[Layout, ...]) -> None:
    page = told(begun(Foreign()))
    page.blank()
    page.add(f"{word}水库责任人名单", replace(TEXT, left=80, first=-48))
    ended(page)
    page.add("附件", replace(FLUSH, font="黑体")).paragraph_format.page_break_before = True
    page.blank()
    page.add("水库责任人名单", TITLE)
    page.add("石沟水库责任人马某，东峡水库责任人丁某某。")
    assert codes(page, layouts) & {FORM, MISSING} == found


@pytest.mark.parametrize(("text", "wrong"), [(TO, False), ("关于做好水库安全度汛工作的通知", True)])
def test_only_a_mark_may_be_spread(text: str, layouts: tuple[Layout, ...], *, wrong: bool) -> None:
    page = ended(told(begun(Foreign(), "关于做好水库安全度汛工作的通知")))
    for line in page.document.paragraphs:
        if line.text == text:
            line.alignment = 4
    assert ("text-alignment" in codes(page, layouts)) is wrong
