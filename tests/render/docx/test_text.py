"""The text of the report: every paragraph there, under the style of what it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx as python_docx
import pytest

from reportctl import layout
from reportctl.document import Attachment, Block, BlockType, Role, Run
from tests.render.docx import documents, reading
from tests.render.docx.documents import SENTENCE, TITLE, block

if TYPE_CHECKING:
    from pathlib import Path


def test_python_docx_reads_every_paragraph_of_the_report() -> None:
    document = documents.plain()
    read = python_docx.Document(io.BytesIO(documents.docx(document)))
    expected = [f"{one.number}{one.text}" for one in document.blocks]
    assert [one.text.replace("\n", "") for one in read.paragraphs] == expected


def test_paragraphs_are_styled_by_what_they_are() -> None:
    found = reading.paragraphs(documents.docx(documents.plain()))
    assert [name for name, _ in found] == [
        "公文标题",
        "主送机关",
        "公文正文",
        "一级标题",
        "二级标题",
        *["公文正文"] * 7,
        "公文正文（与下段同页）",
        "发文机关署名",
        "成文日期",
    ]


def test_headings_on_lines_of_their_own_show_in_the_navigation_pane() -> None:
    blocks = [block(BlockType.CHAPTER, f"第{level}层", f"{level}、", level) for level in range(1, 5)]
    data = documents.docx(documents.plain(*blocks))
    levels = [
        reading.value(reading.style(data, f"{numeral}级标题"), "w:pPr/w:outlineLvl") for numeral in "一二三四"
    ]
    assert levels == ["0", "1", "2", "3"]


def test_only_the_heading_of_a_run_in_paragraph_takes_the_headings_font() -> None:
    item = block(BlockType.SECTION, f"加强监管。{SENTENCE}", "（一）", 2, alone=False)
    data = documents.docx(documents.plain(item))
    names = reading.style_names(data)
    runs = [
        (names.get(str(reading.value(run, "w:rPr/w:rStyle"))), reading.text(paragraph))
        for paragraph in reading.tree(data).iter(f"{reading.W}p")
        if reading.text(paragraph).startswith("（一）")
        for run in reading.find(paragraph, "w:r")
    ]
    assert [name for name, _ in runs] == ["二级标题（段首）", None]
    fonts = reading.find(reading.style(data, "二级标题（段首）"), "w:rPr/w:rFonts")[0]
    assert fonts.get(f"{reading.W}eastAsia") == "楷体_GB2312"


def test_a_layout_may_leave_run_in_headings_plain(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("headings: {run_in: 否}", encoding="utf-8")
    data = documents.docx(documents.plain(), layout.load("own.yaml", tmp_path))
    assert "一级标题（段首）" not in reading.style_names(data).values()
    assert not list(reading.tree(data).iter(f"{reading.W}rStyle"))


def test_gaps_of_a_draft_are_marked_and_every_page_says_so() -> None:
    gap = Block("gap", BlockType.ITEM, (Run("（待补：区林业局）", Role.GAP),))
    data = documents.docx(documents.plain(gap)._replace(draft=True))
    assert "待补" in reading.style_names(data).values()
    header = reading.tree(data, "word/header1.xml")
    assert reading.text(header) == "草　稿"
    section = reading.find(reading.tree(data), "w:body/w:sectPr")[0]
    kinds = [one.get(f"{reading.W}type") for one in reading.find(section, "w:headerReference")]
    assert kinds == ["default", "even"]


def test_a_report_that_is_no_draft_has_no_header() -> None:
    assert "word/header1.xml" not in reading.parts(documents.docx(documents.plain()))


def test_the_title_is_one_paragraph_broken_into_lines() -> None:
    found = reading.paragraphs(documents.docx(documents.plain()))
    assert found[0] == ("公文标题", "关于青山区2023年度\n法治政府建设情况的报告")


def test_title_lines_override_the_breaker() -> None:
    lines = ("关于青山区", TITLE.removeprefix("关于青山区"))
    document = documents.plain()._replace(title_lines=lines)
    assert reading.paragraphs(documents.docx(document))[0][1].split("\n") == list(lines)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("统计表",), [("附件说明", "附件：统计表")]),
        (("统计表", "流程图"), [("附件说明", "附件：1.统计表"), ("附件说明（续项）", "2.流程图")]),
    ],
)
def test_attachment_note(names: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    blocks = (block(BlockType.TITLE, TITLE), *documents.body(), *documents.ending("区政府", names=names))
    found = reading.paragraphs(documents.docx(documents.plain()._replace(blocks=blocks)))
    assert [one for one in found if one[0].startswith("附件说明")] == expected


def test_attachments_come_after_the_note_and_before_the_imprint() -> None:
    found = reading.paragraphs(documents.docx(documents.formal()))
    order = [
        name for name, _ in found if name in {"附注", "附件", "附件标题", "抄送机关", "印发机关和印发日期"}
    ]
    assert order == ["附注", *["附件", "附件标题"] * 3, "抄送机关", "印发机关和印发日期"]


def test_formal_form_says_all_that_it_was_given() -> None:
    found = dict(reading.paragraphs(documents.docx(documents.formal())))
    assert found["份号"] == "000001"
    assert found["紧急程度"] == "特急"
    assert found["发文机关标志"] == "云溪市青山区人民政府文件"
    assert found["发文字号和签发人"] == "青政〔2024〕3号\t签发人：张某某"
    assert found["附注"] == "（此件公开发布）"
    assert found["抄送机关"].startswith("抄送：区委办公室，区人大常委会办公室，")
    assert found["抄送机关"].endswith("各人民团体。")
    assert found["印发机关和印发日期"] == "云溪市青山区人民政府办公室\t2024年1月16日印发"


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (("甲某",), ["青政〔2024〕3号\t签发人：甲某"]),
        (("甲某", "乙某某"), ["青政〔2024〕3号\t签发人：甲某\t乙某某"]),
        (("甲某", "乙某某", "丙某"), ["\t签发人：甲某\t乙某某", "青政〔2024〕3号\t\t丙某"]),
        (("甲某", "乙某某", "丙某", "丁某"), ["\t签发人：甲某\t乙某某", "青政〔2024〕3号\t\t丙某\t丁某"]),
    ],
)
def test_the_number_stands_on_the_line_of_the_last_signatory(names: tuple[str, ...], rows: list[str]) -> None:
    found = reading.paragraphs(documents.docx(documents.formal(signatories=names)))
    assert [text for name, text in found if name.startswith("发文字号")] == rows


def test_without_signatories_the_number_is_centred() -> None:
    data = documents.docx(documents.formal(signatories=()))
    assert ("发文字号", "青政〔2024〕3号") in reading.paragraphs(data)
    assert reading.value(reading.style(data, "发文字号"), "w:pPr/w:jc") == "center"


def test_an_issuer_that_already_says_what_it_is_gets_no_suffix() -> None:
    data = documents.docx(documents.formal(issuers=("云溪市青山区人民政府文件",)))
    assert ("发文机关标志", "云溪市青山区人民政府文件") in reading.paragraphs(data)


def test_joint_issuers_stand_above_each_other_with_the_suffix_beside() -> None:
    data = documents.docx(documents.formal(issuers=("甲县人民政府", "乙县人民政府")))
    table = reading.find(reading.tree(data), "w:body/w:tbl")[0]
    rows = [[reading.text(cell) for cell in reading.find(row, "w:tc")] for row in reading.find(table, "w:tr")]
    assert rows == [["甲县人民政府", "文件"], ["乙县人民政府", ""]]


def test_sealed_joint_issuers_stand_side_by_side() -> None:
    issuers = ("甲县人民政府", "乙县人民政府", "丙县人民政府", "丁县人民政府")
    found = reading.paragraphs(documents.docx(documents.formal(issuers=issuers)))
    assert [text for name, text in found if name.startswith("发文机关署名")] == [
        "\t甲县人民政府\t乙县人民政府\t丙县人民政府",
        "\t\t\t丁县人民政府",
    ]


def test_unsealed_joint_issuers_stand_under_each_other() -> None:
    found = reading.paragraphs(
        documents.docx(documents.formal(issuers=("甲县人民政府", "乙县人民政府"), sealed=False))
    )
    assert [text for name, text in found if name.startswith("发文机关署名")] == [
        "甲县人民政府",
        "乙县人民政府",
    ]


def test_two_tables_of_an_attachment_stay_apart() -> None:
    annex = Attachment(0, "统计表", (documents.table(3), documents.table(3)))
    data = documents.docx(documents.plain()._replace(attachments=(annex,)))
    body = reading.find(reading.tree(data), "w:body")[0]
    kinds = [str(child.tag).removeprefix(reading.W) for child in body]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_enter_behind_a_heading_begins_text() -> None:
    data = documents.docx(documents.plain())
    followers = [
        reading.value(reading.style(data, name), "w:next") for name in ("公文标题", "一级标题", "公文正文")
    ]
    assert followers == ["GwBody"] * 3


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        ("青政〔2024〕3号", ["\t签发人：张某某\t欧阳某某", "青政〔2024〕3号\t\t李某"]),
        (
            "云溪市青山区法治办〔2024〕3号",
            ["\t签发人：张某某", "\t\t欧阳某某", "云溪市青山区法治办〔2024〕3号\t\t李某"],
        ),
    ],
)
def test_a_long_number_leaves_room_for_one_name_a_row(number: str, rows: list[str]) -> None:
    document = documents.formal(signatories=("张某某", "欧阳某某", "李某"))
    assert document.letterhead is not None
    head = document.letterhead._replace(number=number)
    data = documents.docx(document._replace(letterhead=head))
    assert [text for name, text in reading.paragraphs(data) if name.startswith("发文字号和")] == rows
