"""Printed on both sides: 版记 on an even page, at the end of the text where it surely has room."""

from __future__ import annotations

import dataclasses

import pytest

from reportctl.document import Block, BlockType, Document, Run
from reportctl.typesetting.pagination import PageOrientation, end_of_text, imprint_sheet
from tests.render.docx import documents, reading

LAYOUT = documents.gb9704()


def report(lines: int) -> Document:
    """A formal report whose text has `lines` full lines, one a paragraph, printed on both sides."""
    rows = [Block(f"p{index}", BlockType.ITEM, (Run("字" * 26),)) for index in range(lines)]
    whole = documents.formal(with_attachments=False)
    head, tail = whole.blocks[:2], whole.blocks[-4:]
    return dataclasses.replace(whole, blocks=(*head, *rows, *tail), duplex=True)


@pytest.mark.parametrize(
    ("lines", "page", "sheet"),
    [
        (3, 2, PageOrientation.BARE_OVERLEAF),  # so little beyond page 1 that it may still end there
        (12, 2, PageOrientation.PORTRAIT),
        (18, 2, PageOrientation.BARE_OVERLEAF),  # no room left for 版记
        (38, 3, PageOrientation.OVERLEAF),
        (56, 4, PageOrientation.PORTRAIT),
    ],
)
def test_where_the_imprint_goes(lines: int, page: int, sheet: PageOrientation) -> None:
    document = report(lines)
    assert end_of_text(document, LAYOUT).page == page
    assert imprint_sheet(document, LAYOUT) is sheet


def test_a_report_printed_on_one_side_needs_no_even_page() -> None:
    document = dataclasses.replace(report(38), duplex=False)
    assert imprint_sheet(document, LAYOUT) is PageOrientation.PORTRAIT


def test_behind_attachments_nobody_can_tell() -> None:
    document = dataclasses.replace(report(12), attachments=documents.attachments())
    assert imprint_sheet(document, LAYOUT) is PageOrientation.BARE_OVERLEAF


@pytest.mark.parametrize(("lines", "numbered"), [(38, True), (18, False)])
def test_a_page_after_a_blank_one_bears_no_number(lines: int, numbered: bool) -> None:
    data = documents.docx(report(lines))
    sections = list(reading.tree(data).iter(f"{reading.W}sectPr"))
    assert reading.value(sections[-1], "w:type") == "evenPage"
    footers = {
        one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for one in reading.find(sections[-1], "w:footerReference")
    }
    relations = reading.tree(data, "word/_rels/document.xml.rels")
    parts = [str(one.get("Target")) for one in relations if one.get("Id") in footers]
    texts = [reading.text(reading.tree(data, f"word/{part}")) for part in parts]
    assert all(bool(text) == numbered for text in texts)
