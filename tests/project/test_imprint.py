"""版记 alone on the last page: the finding names the page and what to shorten."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportctl import layout, resources
from reportctl.document import Block, BlockType, Document, Form, Run
from reportctl.project.building import check
from reportctl.project.imprint import check_imprint
from reportctl.project.opening import Project, open_project
from tests.render.docx import documents, test_duplex

LAYOUT = layout.load("gb9704", Path())


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(resources.path("examples", "five-chapters"))


@pytest.fixture(scope="module")
def report(project: Project) -> Document:
    return check(project, form=Form.FORMAL).assembly.document


def of_lines(report: Document, lines: int) -> Document:
    """The report with so many lines of text, and a paragraph whose last line has three characters."""
    rows = [Block(f"p{index}", BlockType.ITEM, (Run("字" * 26),)) for index in range(lines - 2)]
    short = Block("short", BlockType.ITEM, (Run("依法行政" + "字" * 25),))
    blocks = (*report.blocks[:2], short, *rows, *report.blocks[-3:])
    return report._replace(blocks=blocks)


def test_an_imprint_with_text_above_it_is_no_fault(project: Project, report: Document) -> None:
    assert list(check_imprint(project, report, LAYOUT)) == []
    assert list(check_imprint(project, of_lines(report, 22), LAYOUT)) == []


def test_one_alone_is_told_with_its_page_and_the_paragraph_to_shorten(
    project: Project, report: Document
) -> None:
    (found,) = check_imprint(project, of_lines(report, 23), LAYOUT)
    assert (found.code, found.severity.value) == ("lone-imprint", "warning")
    assert found.message == "版记单独占第3面"
    assert "正文再少1行" in found.hint
    assert "“依法行政字字字字字字字字字字……”一段减3个字" in found.hint
    assert found.span.file == "report.yaml"


def test_printed_on_both_sides_the_blank_page_is_told_too(project: Project, report: Document) -> None:
    both = of_lines(report, 23)._replace(duplex=True)
    (found,) = check_imprint(project, both, LAYOUT)
    assert found.message == "版记单独占第4面\uff0c第3面空白"


def test_behind_a_turned_table_no_shortening_helps(project: Project, report: Document) -> None:
    turned = report._replace(attachments=documents.attachments()[1:2])
    (found,) = check_imprint(project, turned, LAYOUT)
    assert "横排" in found.hint


def test_behind_an_attachment_that_is_the_one_to_shorten(project: Project) -> None:
    (found,) = check_imprint(project, test_duplex.case("table"), LAYOUT)
    assert found.message == "版记单独占第6面"
    assert found.hint.startswith("附件1“2023年度行政执法数据统计表”再少5行")
    assert "请在 Word 里看一看" in found.hint


def test_a_name_that_leaves_the_date_no_room_is_told(project: Project, report: Document) -> None:
    assert report.imprint is not None
    name = "云溪市青山区人民政府行政审批和政务服务管理局办公室"
    found = report._replace(imprint=report.imprint._replace(printed_by=name))
    (told,) = check_imprint(project, found, LAYOUT)
    assert (told.code, told.severity.value) == ("long-printer", "warning")
    assert told.message == f"印发机关“{name}”太长\uff0c和印发日期排不下一行"
    assert told.hint == "用规范化简称\uff1a不超过22个字就和印发日期排在一行"
    short = report._replace(imprint=report.imprint._replace(printed_by=name[:22]))
    assert list(check_imprint(project, short, LAYOUT)) == []
