"""What a person is told of a report, and what is read where the report is odd."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reportctl.collect import codes
from reportctl.collect.fates import Fate
from reportctl.collect.headings import Mark, heading_of
from reportctl.collect.lines import read_document, unmultiplied
from reportctl.collect.obstacles import obstacles
from reportctl.collect.writing import write_submission
from reportctl.findings import Span
from reportctl.inspect.reading import read_facts
from reportctl.model.files import load_submission
from reportctl.model.submission import Part
from reportctl.scaffold.wording import Language
from tests.collect.comparing import items_of, read
from tests.collect.house_paper import Numbering
from tests.collect.house_parts import Gold
from tests.collect.house_words import PLACES
from tests.collect.plain_reports import PLANS, SHORT, TITLE, WORK, data, file


def told(*lines: str) -> list[tuple[str, int]]:
    """The codes and paragraphs of what is said about a report of these lines."""
    return [(remark.rule.code, remark.paragraph) for remark in read(data(file(*lines))).remarks]


@pytest.mark.parametrize(
    ("lines", "code", "paragraph"),
    [
        ((*WORK, "三、强化支撑保障", "1.落实经费。安排专项经费20万元。"), codes.GUESSED_CHAPTER, 4),
        ((*WORK, "二、存在问题及下一步打算", "1.力量不足。人手不够。"), codes.TWO_PARTS, 4),
        (
            (
                *WORK,
                "二、存在的不足和原因",
                "（一）存在的不足",
                "1.力量不足。人手不够。",
                "（二）原因分析",
                "1.编制没有增加。",
            ),
            codes.CAUSES_APART,
            7,
        ),
        (
            (*WORK, "二、存在的不足", "执法力量不足，案卷质量不高，普法形式单一，队伍老化。"),
            codes.NOT_DIVIDED,
            5,
        ),
        (
            (WORK[0], "1.全年评查行政执法案卷60本，督促整改问题18个，通报典型案例2起，清理证件9本。", *SHORT),
            codes.NO_HEADING,
            3,
        ),
        (
            (WORK[0], "（一）履行第一责任人职责", "1.带头述法。主要负责人年终述法1次。", *SHORT),
            codes.LEADERSHIP_IN_WORK,
            4,
        ),
        ((*WORK, WORK[1].replace("1.", "2.")), codes.TEXT_REPEATED, 4),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_a_person_is_told_where_to_look(lines: tuple[str, ...], code: Any, paragraph: int) -> None:
    assert told(TITLE, *lines) == [(code.code, paragraph)]


def test_a_plain_report_needs_no_remark() -> None:
    assert told(TITLE, *WORK, *SHORT, *PLANS, "特此报告。", "云溪县司法局", "2025年1月8日") == []


def test_text_before_the_first_chapter_is_no_item_and_named() -> None:
    material = read(data(file(TITLE, "县委依法治县办：", "现将情况报告如下：", *WORK, *SHORT)))

    fates = {passage.text: fate for fate, passage in material.ledger.claims}
    assert fates["县委依法治县办："] is Fate.ADDRESSEE
    assert fates["现将情况报告如下："] is Fate.OPENING
    assert fates[TITLE] is Fate.TITLE


def test_a_table_that_is_no_form_is_reported_with_its_words() -> None:
    document = file(TITLE, *WORK)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "张某", "科员"

    (remark,) = read(data(document)).remarks

    assert remark.rule is codes.TABLE_UNREAD
    assert "张某 | 科员" in remark.message


def test_changes_are_read_as_accepted_and_comments_are_left_out() -> None:
    document = file(TITLE, *WORK)
    marks = f'{nsdecls("w")} w:id="1" w:author="王某"'
    last = document.paragraphs[-1]
    last._p.append(parse_xml(f"<w:del {marks}><w:r><w:delText>旧的。</w:delText></w:r></w:del>"))
    last._p.append(parse_xml(f"<w:ins {marks}><w:r><w:t>通报案例2起。</w:t></w:r></w:ins>"))
    document.add_comment(last.runs, text="请核实数字", author="李某")

    material = read(data(document))

    assert [remark.rule for remark in material.remarks] == [codes.TRACKED_CHANGES, codes.COMMENTS_UNREAD]
    assert items_of(material)[0].text.endswith("督促整改问题18个。通报案例2起。")


def test_a_part_without_chapter_heading_is_found_by_its_words_where_no_heading_names_it() -> None:
    lines = (TITLE, *WORK, "2.加强培训。培训210人次。", "下一步，我局将继续加强执法监督。")

    assert told(*lines) == [("guessed-chapter", 5), ("not-divided", 5)]
    assert [item.part for item in items_of(read(data(file(*lines))))] == [
        "achievements",
        "achievements",
        "plans",
    ]


def test_a_year_at_the_beginning_of_a_paragraph_is_no_plan() -> None:
    lines = (TITLE, *WORK, "2025年，我局还将参加评查。", *SHORT)

    assert [item.part for item in items_of(read(data(file(*lines))))] == ["achievements", "shortcomings"]


def test_a_list_parted_by_semicolons_becomes_sentences() -> None:
    lines = (TITLE, *WORK, "二、存在问题", "一是力量不足。全局仅9人；二是案卷质量不高；三是普法形式单一。")

    assert items_of(read(data(file(*lines))))[1:] == [
        Gold("shortcomings", "", "力量不足", "全局仅9人。"),
        Gold("shortcomings", "", "案卷质量不高", ""),
        Gold("shortcomings", "", "普法形式单一", ""),
    ]


def test_paragraphs_with_headings_below_a_sections_title_are_items_of_it() -> None:
    lines = (
        TITLE,
        WORK[0],
        "（一）严格规范公正文明执法",
        "规范执法监督。评查案卷60本，整改18个。",
        "加强执法队伍建设。培训210人次。",
    )

    assert items_of(read(data(file(*lines)))) == [
        Gold("achievements", "enforcement", "规范执法监督", "评查案卷60本，整改18个。"),
        Gold("achievements", "enforcement", "加强执法队伍建设", "培训210人次。"),
    ]


def test_a_part_that_says_nothing_has_no_item() -> None:
    material = read(data(file(TITLE, *WORK, "二、存在的不足", "无。", *PLANS)))

    assert [part.value for part in material.nothing] == ["shortcomings"]
    assert [item.part.value for item in material.items] == ["achievements", "plans"]


def test_the_contact_of_the_last_line_is_read() -> None:
    material = read(data(file(TITLE, *WORK, "（联系人：李某，电话：0745-1234567；审核人：王某）")))

    assert (material.contact.name, material.contact.phone) == ("李某", "0745-1234567")
    assert material.approved_by == "王某"


def test_a_multiplied_text_is_read_once() -> None:
    whole = "　　二.存在的问题及不足"

    assert unmultiplied(f"{whole}　　二{whole}.{whole}存在的问题及不足{whole}{whole}") == whole
    assert unmultiplied("加强监管，加强执法，加强普法。") == "加强监管，加强执法，加强普法。"


def test_a_form_that_lost_its_table_is_read() -> None:
    lines = (
        "法治政府建设情况报送表",
        "报送单位县司法局年度2024主要举措和成效1.规范执法监督。评查案卷60本。",
        "2.加强培训。培训210人次。存在的不足1、力量不足。一线仅9人。原因：编制未增。",
        "下一步工作安排（1）充实力量。招录3名。联系人及电话王某  13800000000",
    )
    document = file(*lines[:3])
    document.paragraphs[-1].add_run(lines[3])

    material = read(data(document))

    assert items_of(material) == [
        Gold("achievements", "", "规范执法监督", "评查案卷60本。"),
        Gold("achievements", "", "加强培训", "培训210人次。"),
        Gold("shortcomings", "", "力量不足", "一线仅9人。", (), "编制未增。"),
        Gold("plans", "", "充实力量", "招录3名。"),
    ]
    assert material.identity.department == "县司法局"
    assert (material.contact.name, material.contact.phone) == ("王某", "13800000000")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((TITLE, *WORK), []),
        (("2024年度法治政府建设情况报告", *WORK), ["which-department"]),
        ((TITLE.replace("2024", "2023"), *WORK), ["not-this-year"]),
        ((TITLE, "县公安局", *WORK), ["which-department"]),
        ((TITLE, "特此报告。"), ["no-item"]),
    ],
    ids=("sound", "no name", "last year", "two names", "empty"),
)
def test_what_puts_material_aside(lines: tuple[str, ...], said: list[str]) -> None:
    document = file(*lines)
    document.paragraphs[1].alignment = WD_ALIGN_PARAGRAPH.CENTER if lines[1] == "县公安局" else None

    material = read(data(document))

    assert [remark.rule.code for remark in obstacles(material, 2024)] == said
    assert "which-department" not in [remark.rule.code for remark in obstacles(material, 2024, "县司法局")]


def test_an_item_without_section_gets_a_suggestion_and_loads_back() -> None:
    lines = (TITLE, WORK[0], "（一）抓好普法宣传教育", "1.开展法治宣传。全年45场。", *SHORT)
    material = read(data(file(*lines)))

    notes = material.notes(PLACES)
    written = write_submission(
        material.submission("县司法局", 2024),
        "a.docx",
        Language.CHINESE,
        nothing=material.nothing,
        notes=notes,
    )

    assert "publicity" in notes[Part.ACHIEVEMENTS, 0]
    loaded, _ = load_submission("a.yaml", written.encode())
    assert loaded is not None
    assert loaded.data == material.submission("县司法局", 2024)


def test_a_remark_becomes_a_finding_with_the_originals_paragraph() -> None:
    (remark,) = read(data(file(TITLE, *WORK, WORK[1].replace("1.", "2.")))).remarks

    found = remark.finding(Span("材料.docx"), "县司法局")

    assert (found.code, found.span.file, found.span.line) == ("text-repeated", "材料.docx", 4)


@pytest.mark.parametrize(("label", "mark"), [("%1?", Mark.CHAPTER), ("?%1?", Mark.SECTION)])
def test_an_automatic_number_whose_marks_were_lost_is_one_all_the_same(label: str, mark: Mark) -> None:
    document = file(TITLE, "工作成效")
    numbers = Numbering(document, label)
    numbers.apply(document.paragraphs[1], 0)

    heading = heading_of(read_document(read_facts(data(document))), 1, 2024)

    assert heading is not None
    assert (heading.mark, heading.words.text) == (mark, "工作成效")


def test_a_heading_style_is_known_by_its_name_where_its_level_is_lost() -> None:
    document = file(TITLE, "工作成效")
    style = document.styles["Heading 1"]
    style.element.pPr.remove(style.element.pPr.find(qn("w:outlineLvl")))
    document.paragraphs[1].style = style

    assert [line.level for line in read_document(read_facts(data(document))).lines] == [None, 0]
