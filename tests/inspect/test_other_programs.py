"""What other programs leave, each beside what looks like it and is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from reportctl.inspect.reading import read_facts
from reportctl.inspect.structure import ElementKind, patterns, recognise
from tests.inspect.blind.mishaps import at, box
from tests.inspect.blind.rarities import TOLD, begun, ended, told, whole
from tests.inspect.blind.raw import BLANK, HEI, Raw, at_right, cell, flush, h1, h2, p, r, table, text, title

if TYPE_CHECKING:
    from reportctl.inspect.structure import Element
    from reportctl.layout import Layout

INDENT, FORM, LEVEL = "first-line-indent", "heading-number-form", "heading-level"
REMAINS, DATE, RECIPIENTS = "template-remains", "date-form", "recipients-colon"


def codes(page: Raw, layouts: tuple[Layout, ...]) -> set[str]:
    return {one.rule.code for one in inspect(page.save(), layouts).deviations}


def elements(page: Raw) -> tuple[Element, ...]:
    return recognise(read_facts(page.save())).elements


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (text("各乡镇要抓紧排查。\n县局每月通报一次。"), {INDENT}),
        (text("各乡镇要抓紧排查。\n　　县局每月通报一次。"), set()),
        (text("各乡镇要抓紧排查，\n县局每月通报一次。"), set()),
        (h1("1.1 排查范围"), {FORM}),
        (h1("2 排查范围"), {FORM}),
        (h1("3月排查安排"), set()),
        (text("1.5万人次参加培训。"), set()),
        (text("一、各乡镇要做好以下工作："), set()),
        (text("一、各乡镇的工作"), {"element-font"}),
        (text("5 个乡镇已经完成排查。"), set()),
        (text("请«单位名称»认真落实。"), {REMAINS}),
        (text("表式见错误!未找到引用源。"), {REMAINS}),
        (text("没有错误！未找到问题。"), set()),
    ],
)
def test_a_paragraph(block: str, found: set[str], layouts: tuple[Layout, ...]) -> None:
    assert codes(ended(begun(Raw()).add(text(TOLD[0]), block, text(TOLD[2]))), layouts) == found


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ((h2("（一）干流。", r(TOLD[1])), h1("一、工作要求")), {LEVEL}),
        ((h1("一、工作要求"), h2("（一）干流。", r(TOLD[1])), h1("二、工作保障")), set()),
    ],
)
def test_levels(blocks: tuple[str, ...], found: set[str], layouts: tuple[Layout, ...]) -> None:
    assert codes(ended(begun(Raw()).add(text(TOLD[0]), *blocks, text(TOLD[2]))), layouts) == found


@pytest.mark.parametrize(
    ("date", "wide", "found"),
    [("2025年4月", 4, {DATE}), ("4月15日", 3.5, {DATE}), ("2025年4月15日", 6.5, set())],
)
def test_a_date_cut_short(date: str, wide: float, found: set[str], layouts: tuple[Layout, ...]) -> None:
    assert codes(ended(told(begun(Raw())), date=date, wide=wide), layouts) == found


def test_a_month_in_the_text_is_no_date() -> None:
    page = ended(told(begun(Raw())).add(text("2025年4月"), text("完成排查。")))
    assert [one.paragraph.text for one in elements(page) if one.kind is ElementKind.DATE] == ["2025年4月15日"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("各乡镇人民政府，县直有关单位。", ElementKind.RECIPIENTS),
        ("我局已经完成整改。", ElementKind.BODY),
    ],
)
def test_a_line_under_the_title_that_stops(line: str, kind: ElementKind) -> None:
    page = ended(told(begun(Raw(), to=line)))
    assert next(one.kind for one in elements(page) if one.paragraph.text == line) is kind


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        (
            (flush("附件：", HEI, "<w:pageBreakBefore/>"), BLANK, title("排查任务表")),
            (ElementKind.ATTACHMENT_LABEL, ElementKind.ATTACHMENT_TITLE),
        ),
        (
            (flush("附件1　排查任务表", HEI, "<w:pageBreakBefore/>"), text("本表由各乡镇填写。")),
            (ElementKind.ATTACHMENT_LABEL, ElementKind.BODY),
        ),
        (
            (BLANK, p(r("附件：")), p(r("1.排查任务表"))),
            (ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT_NOTE),
        ),
        (
            (BLANK, p(r("附件：1.排查任务表")), p(r("2.排查登记表"))),
            (ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT_NOTE),
        ),
    ],
)
def test_attachments_behind_the_date(blocks: tuple[str, ...], kinds: tuple[ElementKind, ...]) -> None:
    found = elements(whole(Raw()).add(*blocks))
    date = next(place for place, one in enumerate(found) if one.kind is ElementKind.DATE)
    shown = tuple(one.kind for one in found[date + 1 :] if one.kind is not ElementKind.BLANK)
    assert shown[: len(kinds)] == kinds


@pytest.mark.parametrize(("count", "kind"), [(1, ElementKind.BODY), (9, ElementKind.TABLE)])
def test_a_cell_around_the_page_holds_text(count: int, kind: ElementKind) -> None:
    """A cell that is most of the page, and one of a page whose text stands outside."""
    inner = "".join(text(one) for one in TOLD * 3)
    page = Raw().add(*(text(TOLD[0]) for _ in range(count)), table((inner,)))
    assert elements(page)[-1].kind is kind


def test_a_table_of_two_cells_is_a_table() -> None:
    page = Raw().add(table((*(cell(one) * 6 for one in ("河流", "数量")),)))
    assert {one.kind for one in elements(page)} == {ElementKind.TABLE}


@pytest.mark.parametrize(
    ("lines", "dated"),
    [(("南岭县生态环境局", "2025年4月15日"), True), (("请于2025年6月底前完成", "2025年4月15日"), False)],
)
def test_a_last_box_of_a_name_and_a_date(lines: tuple[str, ...], *, dated: bool) -> None:
    place = at("margin", "H", "0"), at("paragraph", "V", "0")
    held = box(*(p(r(line)) for line in lines), across=place[0], down=place[1], width=5616000, height=735330)
    found = elements(told(begun(Raw())).add(p(held)))
    assert (found[-1].kind is ElementKind.DATE) is dated


@pytest.mark.parametrize(
    ("content", "kind"),
    [(title("关于开展排查的通知"), ElementKind.TITLE), (cell("排查的范围"), ElementKind.TABLE)],
)
def test_a_cell_above_the_text(content: str, kind: ElementKind) -> None:
    found = elements(told(Raw().add(table((content,)), BLANK)))
    assert found[0].kind is kind


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("签发人：罗某某\t南环报〔2025〕4号", 8),
        ("南环报〔2025〕4号\t签发人：罗某某", None),
        ("签发人：罗某某　赵某", None),
        ("南环报〔2025〕4号", None),
        ("", None),
    ],
)
def test_a_number_behind_its_signatory(line: str, place: int | None) -> None:
    assert patterns.number_behind(line) == place


def test_an_issuer_under_the_date_is_told_once(layouts: tuple[Layout, ...]) -> None:
    page = told(begun(Raw())).add(BLANK, at_right("2025年4月15日", 64), at_right("南岭县生态环境局", 64))
    assert codes(page, layouts) == {"signature-missing"}
