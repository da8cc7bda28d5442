"""What a person is told of a report, and what is read where the report is odd."""

from __future__ import annotations

import io
import time
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.collect import codes
from reportctl.collect.fates import Fate
from reportctl.collect.lines import unmultiplied
from tests.collect.comparing import items_of, read
from tests.collect.house_parts import Gold
from tests.collect.houses import make
from tests.collect.test_houses import claimed_twice

TITLE = "县司法局2024年度法治政府建设情况报告"
WORK = ("一、工作成效", "1.规范行政执法监督。组织评查行政执法案卷60本，督促整改问题18个。")
SHORT = ("二、存在的不足", "1.执法力量不足。一线仅9人。原因：编制多年未增。")
PLANS = ("三、下一步工作打算", "1.充实执法力量。招录执法人员3名。")


def file(*lines: str) -> Any:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def data(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


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


PIECES = st.sampled_from(
    (
        *[
            "一、",
            "（一）",
            "1.",
            "（1）",
            "①",
            "一是",
            "二是",
            "第一部分",
            "1.1",
            "工作成效",
            "存在的不足",
            "下一步工作打算",
            "下一步，",
        ],
        *[
            "原因：",
            "无。",
            "。",
            "：",
            "，",
            "；",
            "《》",
            "附件1",
            "目录",
            "特此报告。",
            "2025年1月8日",
            "县司法局",
            "报送单位",
            "其他",
            "类别",
        ],
        *["原因分析", "全年办案12件", "联系人", "表单编号：RC-2024-县司法局-1a2b（", "𠀀", "\u200b"],
        *("\n", "\t", "　　", "a b"),
    )
)
LINES = st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=14)


@settings(max_examples=100, deadline=None)
@given(LINES, st.booleans(), st.data())
def test_whatever_the_lines_every_character_has_one_fate(lines: list[str], table: bool, draw: Any) -> None:
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph(line)
        paragraph.alignment = draw.draw(
            st.sampled_from((None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT))
        )
        for run in paragraph.runs:
            run.bold = draw.draw(st.booleans())
    if table:
        cells = document.add_table(rows=2, cols=2)
        for number, line in enumerate(lines[:4]):
            cells.cell(number // 2, number % 2).text = line

    material = read(data(document))

    reported = {remark.paragraph for remark in material.remarks}
    assert claimed_twice(material) == []
    for position, _ in material.ledger.unclaimed():
        assert material.ledger.document.lines[position].paragraph in reported


def test_a_report_of_sixty_pages_is_read_within_a_second() -> None:
    text = "组织评查行政执法案卷60本，督促整改问题18个，通报典型案例2起。" * 8
    lines = [TITLE]
    for number in range(1, 10):
        lines.append(f"（{'一二三四五六七八九'[number - 1]}）加强第{number}方面工作")
        lines += [
            f"{item}.规范第{item}项工作。{text}一是建立机制。{text}二是强化督导。{text}"
            for item in range(1, 9)
        ]
    content = data(file(lines[0], "一、工作成效", *lines[1:], *SHORT, *PLANS))
    read(content)

    started = time.process_time()
    material = read(content)

    assert len(material.items) == 74
    assert time.process_time() - started < 1


def test_the_work_grows_with_the_document() -> None:
    def cost(count: int) -> float:
        items = [f"{number % 90 + 1}.规范工作。评查案卷{number}本，督促整改。" for number in range(count)]
        content = data(file(TITLE, WORK[0], *items))
        started = time.process_time()
        read(content)
        return time.process_time() - started

    cost(50)
    small, large = min(cost(200) for _ in range(3)), cost(1_600)

    assert large < 20 * small


def test_a_seed_gives_the_same_report() -> None:
    assert make(7).items == make(7).items
