"""Section 2 of the contract, sentence by sentence: order, shape, normalisation, first person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder

SECTIONS = "sections: [{id: law, title: 依法决策}, {id: act, title: 规范执法}]"
SECTIONED = REPORT.replace("part: achievements,", f"part: achievements, {SECTIONS},")


def work(options: str) -> str:
    """The report with options on its first chapter."""
    return REPORT.replace("part: achievements,", f"part: achievements, {options},")


def test_same_heading_is_one_item_with_all_its_texts_causes_and_points(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - {heading: 加强监管, text: 甲。, points: [子, 丑]}\n")
    folder.submit(
        "县公安局", "achievements:\n  - {heading: 1.加强监管。, text: 乙, cause: 因, points: [寅]}\n"
    )
    assert folder.chapter() == ["1.加强监管。甲。乙。因。一是子。二是丑。三是寅。"]


def test_headings_are_compared_after_normalisation(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - {heading: 规范（执法）, text: 甲。}\n")
    folder.submit("县公安局", 'achievements:\n  - {heading: "（二）规范(执法)。", text: 乙。}\n')
    assert folder.chapter() == ["1.规范（执法）。甲。乙。"]


def test_an_empty_line_divides_texts_and_nothing_else(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - {heading: 规范执法, text: 甲。}\n")
    more = 'text: "乙。\\n\\n丙。", cause: "因一\\n\\n因二", points: ["子\\n\\n丑"]'
    folder.submit("县公安局", f'achievements:\n  - {{heading: "规范\\n\\n执法", {more}}}\n')
    assert folder.chapter() == ["1.规范执法。甲。乙。", "丙。因一因二。一是子丑。"]


def test_a_question_mark_stays_and_no_full_stop_follows(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - {heading: 效果如何？, text: 甲。}\n")
    assert folder.chapter() == ["1.效果如何？甲。"]


def test_the_same_sentence_group_is_written_once_with_both_origins(folder: Folder) -> None:
    for name in ("县司法局", "县公安局"):
        folder.submit(name, "achievements:\n  - {heading: 联合检查, text: 开展检查2次。}\n")
    assert folder.chapter() == ["1.联合检查。开展检查2次。"]
    item = next(block for block in folder.blocks() if block["type"] == "item")
    assert [origin["department"] for origin in item["origin"]] == ["县司法局", "县公安局"]


def test_order_first_then_roster_then_place_in_the_file(folder: Folder) -> None:
    folder.submit("县公安局", "achievements:\n  - 丙。1。\n  - {heading: 甲, text: 1。, order: 2}\n")
    folder.submit(
        "县司法局", "achievements:\n  - 乙。1。\n  - 丁。1。\n  - {heading: 子, text: 1。, order: 10}\n"
    )
    assert folder.chapter() == ["1.甲。1。", "2.子。1。", "3.乙。1。", "4.丁。1。", "5.丙。1。"]


def test_a_shared_heading_stands_where_its_first_member_stands(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - 甲。1。\n  - 乙。1。\n")
    folder.submit("县公安局", "achievements:\n  - 丙。1。\n  - {heading: 乙, text: 2。, order: 1}\n")
    assert folder.chapter() == ["1.乙。2。1。", "2.甲。1。", "3.丙。1。"]


def test_a_string_is_heading_and_text(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - 1.队伍有待加强。部分干部需要培训\n  - 只有标题\n")
    assert folder.chapter() == ["1.队伍有待加强。部分干部需要培训。", "2.只有标题。"]


@pytest.mark.parametrize("number", ["1.", "1、", "（1）", "(1)", "（一）", "一、", "一是", "①"])
def test_typed_numbers_are_dropped_and_reported(folder: Folder, number: str) -> None:
    folder.submit(
        "县司法局",
        f'achievements:\n  - {{heading: "{number}加强监管", text: 甲。, points: ["{number}要点"]}}\n',
    )
    assert folder.chapter() == ["1.加强监管。甲。一是要点。"]
    assert folder.codes("--select", "typed-number") == ["typed-number"] * 2


@pytest.mark.parametrize("heading", ["1.5万户受益", "一网通办提速", "2023年工作", "一体推进"])
def test_what_only_looks_like_a_number_stays(folder: Folder, heading: str) -> None:
    folder.submit("县司法局", f'achievements:\n  - {{heading: "{heading}", text: 甲。}}\n')
    assert folder.chapter() == [f"1.{heading}。甲。"]


SHAPES = {
    "list: inline": ["一是甲。1。二是乙。2。"],
    "list: bracketed": ["（一）甲。1。", "（二）乙。2。"],
    "list: paragraphs": ["甲。1。", "乙。2。"],
    "list: numbered": ["1.甲。1。", "2.乙。2。"],
    "list: 连写": ["一是甲。1。二是乙。2。"],
    "heading_style: alone": ["1.甲", "1。", "2.乙", "2。"],
}


@pytest.mark.parametrize("option", SHAPES)
def test_shapes(folder: Folder, option: str) -> None:
    folder.report(work(option)).submit("县司法局", "achievements: [甲。1。, 乙。2。]\n")
    assert folder.chapter() == SHAPES[option]


def test_a_list_of_one_keeps_its_number(folder: Folder) -> None:
    folder.report(work("list: inline")).submit("县司法局", "achievements: [甲。1。]\n")
    assert folder.chapter() == ["一是甲。1。"]


def test_points_as_paragraphs(folder: Folder) -> None:
    folder.report(work("points: numbered"))
    folder.submit("县司法局", "achievements:\n  - {heading: 甲, text: 1。, points: [子, 丑]}\n")
    assert folder.chapter() == ["1.甲。1。", "（1）子。", "（2）丑。"]


def test_causes_can_stay_out_of_the_page(folder: Folder) -> None:
    folder.report(work("causes: false"))
    folder.submit("县司法局", "achievements:\n  - {heading: 甲, text: 1。, cause: 因}\n")
    assert folder.chapter() == ["1.甲。1。"]


@pytest.mark.parametrize(("option", "second"), [("restart", "1."), ("continue", "2.")])
def test_numbers_restart_in_each_section_or_run_on(folder: Folder, option: str, second: str) -> None:
    folder.report(SECTIONED.replace(SECTIONS, f"{SECTIONS}, numbering: {option}"))
    folder.submit("县司法局", "achievements:\n  - {section: law, heading: 甲, text: 1。}\n")
    folder.submit("县公安局", "achievements:\n  - {section: 规范执法, heading: 乙, text: 2。}\n")
    assert folder.chapter() == ["（一）依法决策", "1.甲。1。", "（二）规范执法", f"{second}乙。2。"]


def test_a_section_that_nothing_feeds_is_left_out_and_the_numbers_close_up(folder: Folder) -> None:
    folder.report(SECTIONED)
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, "achievements:\n  - {section: act, heading: 甲, text: 1。}\n")
    assert folder.chapter() == ["（一）规范执法", "1.甲。1。"]
    assert "empty-section" in folder.codes()


def test_an_empty_line_starts_a_paragraph_and_a_break_counts_as_a_blank(folder: Folder) -> None:
    text = "|\n      一\n      二 a\n      b\n\n      三\n"
    folder.submit("县司法局", f"achievements:\n  - heading: 甲\n    text: {text}    points: [子]\n")
    assert folder.chapter() == ["1.甲。一二 a b。", "三。一是子。"]


def test_an_empty_line_starts_no_paragraph_in_an_inline_list(folder: Folder) -> None:
    folder.report(work("list: inline"))
    folder.submit("县司法局", 'achievements:\n  - {heading: 甲, text: "一\\n\\n二"}\n')
    assert folder.chapter() == ["一是甲。一。二。"]


MARKS = {
    "全年检查2次,发现问题:3个;已整改!": "全年检查2次，发现问题：3个；已整改！",
    "使用(OA)2次": "使用（OA）2次",
    "时间12:30,比例3:1,增长1.5%": "时间12:30，比例3:1，增长1.5%",
    "规划2021-2025年": "规划2021—2025年",
    "规划2021～2025年": "规划2021—2025年",
    '"一网通办"提速': "“一网通办”提速",
    "全年 检查 2次": "全年检查 2次",
    "网址http://a.cn/b?c=1": "网址http://a.cn/b?c=1",
}


@pytest.mark.parametrize("written", MARKS)
def test_normalisation(folder: Folder, written: str) -> None:
    quoted = written.replace('"', '\\"')
    folder.submit("县司法局", f'achievements:\n  - {{heading: 甲, text: "{quoted}。"}}\n')
    line = folder.chapter()[0]
    assert line == f"1.甲。{MARKS[written]}。"
    assert ("half-width" in folder.codes()) == (MARKS[written] != written)


def test_first_person_becomes_the_name_at_a_words_edge_only(folder: Folder) -> None:
    text = "我局检查2次，本局整改，自我局限，由我办理，我县进步。"
    folder.submit("县司法局", f"achievements:\n  - {{heading: 甲, text: {text}}}\n")
    assert folder.chapter() == ["1.甲。县司法局检查2次，县司法局整改，自我局限，由我办理，我县进步。"]


def test_the_reports_own_texts_are_normalised_too(folder: Folder) -> None:
    folder.report(REPORT.replace("title: 工作情况", 'title: "工作(情况), {{ year }}"'))
    folder.submit("县司法局", "achievements: [甲。1。]\n")
    assert "一、工作（情况），2023" in folder.body()


def test_templates_see_year_and_area_and_submissions_are_none(folder: Folder) -> None:
    folder.report(
        REPORT.replace("title: 工作情况", 'title: "{{ area }}{{ year + 1 }}{% if year %}年{% endif %}"')
    )
    folder.submit("县司法局", "achievements:\n  - {heading: 甲, text: '{{ year }}件。'}\n")
    assert folder.body()[:2] == ["一、云溪县2024年", "1.甲。{{ year }}件。"]
    assert "template-in-submission" in folder.codes()


def test_an_item_without_a_section_is_unplaced_and_marked_in_a_draft(folder: Folder) -> None:
    folder.report(SECTIONED).submit("县司法局", "achievements: [甲。1。]\n")
    assert ("unplaced-item", "submissions/县司法局.yaml", 3, 16) in folder.validate().findings
    assert any("未归类：县司法局“甲”" in line for line in folder.lines())


def test_a_part_without_a_chapter_is_unplaced(folder: Folder) -> None:
    folder.submit("县司法局", "achievements: [甲。1。]\nother: [乙。2。]\n")
    assert "unplaced-item" in folder.codes()


def test_an_unknown_section_is_an_error_with_a_suggestion(folder: Folder) -> None:
    folder.report(SECTIONED).submit(
        "县司法局", "achievements:\n  - {section: 规范执发, heading: 甲, text: 1。}\n"
    )
    found = next(one for one in folder.validate().json["findings"] if one["code"] == "unknown-section")
    assert (found["line"], found["column"], found["hint"]) == (4, 15, "是不是“规范执法”？")


def test_a_chapter_that_nothing_feeds_is_an_error(folder: Folder) -> None:
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, "achievements: [甲。1。]\n")
    assert folder.codes("--select", "empty-chapter") == ["empty-chapter"] * 2


def test_every_block_knows_its_origin(folder: Folder) -> None:
    folder.submit("县司法局", "achievements:\n  - 甲。1。\n  - heading: 乙\n    text: 2。\n")
    items = [block for block in folder.blocks() if block["type"] == "item" and block["origin"]]
    places = [
        (one["heading"], one["file"], one["line"], one["column"]) for item in items for one in item["origin"]
    ]
    assert places == [("甲", "submissions/县司法局.yaml", 4, 5), ("乙", "submissions/县司法局.yaml", 5, 5)]
    assert items[0]["number"] + items[0]["text"] == "1.甲。1。"


def test_a_chapter_that_need_not_be_there_is_left_out_and_the_numbers_close_up(folder: Folder) -> None:
    optional = "  - {id: other, title: 其他情况, part: other, required: false}\n  - {id: plans,"
    folder.report(REPORT.replace("  - {id: plans,", optional))
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, "achievements: [甲。一。]\n", "shortcomings: [乙。二。]\nplans: [丙。三。]\n")

    assert "empty-chapter" not in folder.codes()
    assert [line for line in folder.lines() if line[1:2] == "、"] == [
        *("一、工作情况", "二、存在的不足", "三、下一年安排"),
    ]
