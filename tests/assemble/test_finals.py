"""Final decisions: what each makes of the paragraphs as built, and that it makes nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assemble.finals import BUILT, JUSTICE, REPORT, set_up, was
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from tests.tools.project import Folder


@pytest.fixture
def desk(folder: Folder) -> Folder:
    return set_up(folder)


def decided(desk: Folder, decisions: str, *arguments: str) -> list[str]:
    """The report's lines after these decisions, of which none is at fault."""
    desk.write("edits.yaml", decisions)
    wrong = [one for one in desk.validate().json["findings"] if one["severity"] == "error"]
    assert wrong == []
    return desk.lines(*arguments)


def changed(**lines: str | None) -> list[str]:
    """The lines as built, some of them (`at_5` for number 5) with other words, or gone."""
    new = {int(name.removeprefix("at_")): line for name, line in lines.items()}
    return [line for number, was in enumerate(BUILT) if (line := new.get(number, was)) is not None]


def test_without_a_decision_the_lines_are_as_built(desk: Folder) -> None:
    assert tuple(decided(desk, "")) == BUILT


TEXTS = {
    "- {at: work.system, heading: 甲, text: 甲改。甲新文, by: 张县长}": {"at_5": "1.甲改。甲新文"},
    "- {at: work.system, heading: 1.甲。, text: '改了, 一次'}": {"at_5": "1.改了，一次"},
    "- {at: work.system, heading: 甲, text: 1.从严。甲文。}": {"at_5": "1.从严。甲文。"},
    "- {at: work.system, heading: 甲, paragraph: 1, text: 改。文。}": {"at_5": "1.改。文。"},
    "- {at: work.system, heading: 乙, paragraph: 2, text: 二段改。}": {"at_7": "二段改。"},
    "- {at: work.law, paragraph: 1, text: 有题文。}": {"at_10": "2.有题文。"},
    "- {at: shortcomings, paragraph: 1, text: 一是不足。}": {"at_13": "一是不足。"},
    "- {at: work, text: 一年来的工作}": {"at_3": "一、一年来的工作"},
    "- {at: work.law, text: （二）执法}": {"at_8": "（二）执法"},
    "- {at: title, text: 云溪县法治报告}": {"at_0": "云溪县法治报告"},
    "- {at: recipients, text: 中共云溪县委、市政府：}": {"at_1": "中共云溪县委、市政府："},
    "- {at: opening, text: 报告如下：}": {"at_2": "报告如下："},
    "- {at: closing, text: 专此报告}": {"at_16": "专此报告"},
    "- {at: signature, text: 云溪县政府}": {"at_17": "云溪县政府"},
    "- {at: date, text: 2024年3月1日}": {"at_18": "2024年3月1日"},
    "- {at: 导语, text: 报告如下：}": {"at_2": "报告如下："},
    "- {at: 执法监督, heading: 丙, text: 丙。改。}": {"at_9": "1.丙。改。"},
    "- {at: law, heading: 丙, text: 丙。改。}": {"at_9": "1.丙。改。"},
    f"- {{at: work.law, was: {was('无题文。')}, text: 改。}}": {"at_10": "2.改。"},
}


@pytest.mark.parametrize(("decision", "lines"), TEXTS.items(), ids=range(len(TEXTS)))
def test_a_text_stands_as_written_and_nothing_else_changes(
    desk: Folder, decision: str, lines: dict[str, str]
) -> None:
    assert decided(desk, decision) == changed(**lines)


ORDERS = {
    "- {at: work.system, heading: 甲, omit: true, by: 张}": (3, 4, 6, 7, 8, 9, 10, 11),
    "- {at: work.system, heading: 乙, paragraph: 2, omit: true, by: 张}": (3, 4, 5, 6, 8, 9, 10, 11),
    "- {at: work.system, heading: 甲, move: {after: {at: work.law, heading: 丙}}}": (
        *(3, 4, 6, 7, 8, 9, 5, 10, 11),
    ),
    "- {at: work.law, heading: 丁, move: {after: first}}": (3, 4, 5, 6, 7, 8, 11, 9, 10),
    "- {at: work.law, heading: 丁, move: {after: {heading: 丙}}}": (3, 4, 5, 6, 7, 8, 9, 11, 10),
    "- {at: work.law, heading: 丁, move: {after: {at: work.system}}}": (3, 4, 11, 5, 6, 7, 8, 9, 10),
    "- {at: work.law, heading: 丁, move: {after: {at: work.system, heading: 乙, paragraph: 2}}}": (
        *(3, 4, 5, 6, 7, 11, 8, 9, 10),
    ),
    f"- {{at: work.law, heading: 丁, move: {{after: {{was: {was('无题文。')}}}}}}}": (
        *(3, 4, 5, 6, 7, 8, 9, 10, 11),
    ),
    "- {at: work.law, move: {after: {at: work}}}": (3, 8, 4, 5, 6, 7, 9, 10, 11),
    "- {at: work.law, heading: 丙, move: {after: {heading: 丁}}}\n"
    "- {at: work.law, heading: 丁, omit: true, by: 张}": (3, 4, 5, 6, 7, 8, 10, 9),
    "- {at: work.law, heading: 丁, move: {after: {at: work.system, heading: 甲}}}\n"
    "- {at: work.law, heading: 丙, move: {after: {at: work.system, heading: 甲}}}": (
        *(3, 4, 5, 11, 9, 6, 7, 8, 10),
    ),
    "- {at: work.law, heading: 丙, move: {after: {heading: 丁}}}\n"
    "- {at: work.law, heading: 丁, move: {after: {at: work.system}}}": (3, 4, 11, 9, 5, 6, 7, 8, 10),
}  # fmt: skip


@pytest.mark.parametrize(("decisions", "order"), ORDERS.items(), ids=range(len(ORDERS)))
def test_moves_and_omissions_change_the_order_and_the_numbers_alone(
    desk: Folder, decisions: str, order: tuple[int, ...]
) -> None:
    def words(line: str) -> str:
        return line.lstrip("一二三（）、123456789.")

    lines = decided(desk, decisions)
    assert [words(line) for line in lines[3 : 3 + len(order)]] == [words(BUILT[number]) for number in order]
    assert lines[3 + len(order) :] == [*BUILT[12:]]


def test_numbers_are_written_anew_where_paragraphs_stand_now(desk: Folder) -> None:
    lines = decided(desk, "- {at: work.law, heading: 丁, move: {after: {at: work.system}}}")
    assert lines[3:12] == [
        *("一、工作情况", "（一）体制机制", "1.丁。丁文。", "2.甲。甲文。", "3.乙。乙文。", "乙二段。"),
        *("（二）执法监督", "1.丙。丙文。", "2.无题文。"),
    ]


ADDED = {
    "- {add: item, id: new-1, after: {at: work.system, heading: 甲}, text: 新。新文。}": (6, "2.新。新文。"),
    "- {add: item, at: work.system, after: first, text: 新事}": (5, "1.新事"),
    "- {add: paragraph, after: {at: work.system, heading: 甲}, text: 一段。}": (6, "一段。"),
    "- {add: section, after: {at: work.system, heading: 乙, paragraph: 2}, text: 新节}": (8, "（二）新节"),
    "- {add: chapter, after: {at: shortcomings, paragraph: 1}, text: 三、新的一章}": (14, "三、新的一章"),
    "- {add: item, after: {at: shortcomings, paragraph: 1}, text: 新。}": (14, "1.新。"),
    "- {add: paragraph, after: first, text: 内部稿}": (0, "内部稿"),
    "- {add: paragraph, at: opening, after: first, text: 导语之前。}": (2, "导语之前。"),
    "- {add: paragraph, after: closing, text: 结语之后。}": (17, "结语之后。"),
    "- {add: paragraph, after: 首, text: 内部稿}": (0, "内部稿"),
}  # fmt: skip


@pytest.mark.parametrize(("decision", "expected"), ADDED.items(), ids=range(len(ADDED)))
def test_an_added_paragraph_stands_behind_its_anchor(
    desk: Folder, decision: str, expected: tuple[int, str]
) -> None:
    at, line = expected
    lines = decided(desk, decision)
    assert lines[at] == line
    assert len(lines) == len(BUILT) + 1


def test_added_ones_stand_in_the_files_order_and_behind_each_other(desk: Folder) -> None:
    lines = decided(
        desk,
        "- {add: item, id: b, after: {new: a}, text: 乙新。}\n"
        "- {add: item, id: a, after: {at: work.system, heading: 甲}, text: 甲新。}\n"
        "- {add: item, id: c, after: {at: work.system, heading: 甲}, text: 丙新。}\n"
        "- {at: work.law, heading: 丁, move: {after: {at: work.system, heading: 甲}}}\n"
        "- {at: work.law, heading: 丙, move: {after: {new: b}}}\n",
    )
    expected = [
        "1.甲。甲文。",
        "2.甲新。",
        "3.乙新。",
        "4.丙。丙文。",
        "5.丙新。",
        "6.丁。丁文。",
        "7.乙。乙文。",
    ]
    assert lines[5:12] == expected


AS = {
    "- {at: work.system, heading: 甲, as: paragraph}": ("甲。甲文。", "1.乙。乙文。"),
    "- {at: work.system, heading: 甲, as: section}": ("（二）甲。甲文。", "1.乙。乙文。"),
    "- {at: work.system, heading: 甲, as: section, text: 甲}": ("（二）甲", "1.乙。乙文。"),
    "- {at: work.system, heading: 甲, as: chapter, text: 甲}": ("二、甲", "1.乙。乙文。"),
    "- {at: work.system, heading: 乙, paragraph: 2, as: item}": ("3.乙二段。", "（二）执法监督"),
    "- {at: work.system, heading: 乙, paragraph: 2, as: item, text: 1.乙段}": ("3.乙段", "（二）执法监督"),
    "- {at: work.system, heading: 甲, as: paragraph, text: 1.甲段}": ("1.甲段", "1.乙。乙文。"),
    "- {at: work.law, as: item}": ("3.执法监督", "4.丙。丙文。"),
    "- {at: work.law, as: paragraph}": ("执法监督", "3.丙。丙文。"),
    "- {at: work.system, heading: 甲, as: section}\n- {at: work.system, heading: 甲, text: 甲}": (
        *("（二）甲", "1.乙。乙文。"),
    ),
}


@pytest.mark.parametrize(("decision", "lines"), AS.items(), ids=range(len(AS)))
def test_as_makes_another_kind_of_a_paragraph(desk: Folder, decision: str, lines: tuple[str, str]) -> None:
    text = "\n".join(decided(desk, decision))
    assert "\n".join(lines) in text


def test_the_kinds_and_headings_are_those_of_a_built_paragraph(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {add: section, id: s, after: {at: work.system}, text: 新节}\n"
        "- {add: item, id: i, after: {new: s}, text: 新条。新文。}\n"
        "- {add: paragraph, id: p, after: {new: i}, text: 新段。}\n",
    )
    blocks = {one["id"]: one for one in desk.blocks()}
    told = [(blocks[name]["type"], blocks[name]["level"], blocks[name]["number"]) for name in "sip"]
    assert told == [("section", 2, "（二）"), ("item", 3, "1."), ("item", 0, "")]


def test_an_item_takes_the_style_of_the_chapter_where_it_stands(desk: Folder) -> None:
    desk.report(
        (desk.root / "report.yaml").read_text("utf-8").replace("part: plans", "part: plans, list: bracketed")
    )
    lines = decided(desk, "- {at: work.system, heading: 甲, move: {after: {at: plans}}}")
    assert lines[14:16] == ["（一）甲。甲文。", "（二）安排。内容。"]


def test_origins_stay_and_a_decision_is_one_of_what_it_adds_or_joins(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {at: work.system, heading: 甲, text: 改。}\n"
        "- {at: work.law, heading: 丁, text: 丁。丁文。丙文。, from: [{at: work.law, heading: 丙}]}\n"
        "- {at: work.law, heading: 丙, omit: true, reason: 并入下一条}\n"
        "- {add: item, id: new-1, after: {at: plans}, text: 新。, from: [{at: work.law, heading: 丙}]}\n",
    )
    blocks = {
        one["text"]: [(of["department"], of["heading"], of["file"]) for of in one["origin"]]
        for one in desk.blocks()
    }
    own = ("", "", "edits.yaml")
    assert blocks["改。"] == [("县司法局", "甲", "submissions/县司法局.yaml")]
    third = ("县司法局", "丙", "submissions/县司法局.yaml")
    assert blocks["丁。丁文。丙文。"] == [("县公安局", "丁", "submissions/县公安局.yaml"), third, own]
    assert blocks["新。"] == [third, own]


def test_what_was_left_out_is_listed_with_its_reason(desk: Folder) -> None:
    desk.write(
        "edits.yaml",
        "- {at: work.system, heading: 甲, omit: true, reason: 重复}\n- {at: closing, omit: true, by: 张}\n",
    )
    omitted = desk.run("build", "--draft", "--json", "-o", "-").json["omitted"]
    told = [(one["department"], one["heading"], one["file"], one["reason"]) for one in omitted]
    assert told == [
        ("县司法局", "甲", "submissions/县司法局.yaml", "重复"),
        ("", "特此报告。", "edits.yaml", "张改稿时删去"),
    ]


def test_chinese_keys_and_words_say_the_same(desk: Folder) -> None:
    english = (
        f"- {{at: opening, was: {was('现将有关情况报告如下：')}, text: 如下：, by: 张, reason: 短些}}\n"
        "- {at: work.system, heading: 乙, paragraph: 2, as: item, move: {after: first}}\n"
        "- {add: chapter, id: n, after: {at: shortcomings, paragraph: 1}, text: 新章}\n"
        "- {add: paragraph, after: {new: n}, text: 新段。, from: [{at: work.law, heading: 丙}]}\n"
        "- {at: work.law, heading: 丁, omit: true, reason: 略}\n"
    )
    chinese = (
        f"- {{位置: 导语, 指纹: {was('现将有关情况报告如下：')}, 正文: 如下：, 改稿人: 张, 理由: 短些}}\n"
        "- {位置: work.system, 标题: 乙, 段: 2, 改作: 条目, 移到: {之后: 首}}\n"
        "- {新增: 章, 编号: n, 之后: {位置: shortcomings, 段: 1}, 正文: 新章}\n"
        "- {新增: 段落, 之后: {新增的: n}, 正文: 新段。, 出自: [{位置: work.law, 标题: 丙}]}\n"
        "- {位置: work.law, 标题: 丁, 删去: 是, 理由: 略}\n"
    )
    assert decided(desk, english) == decided(desk, chinese)
    assert "四、下一年安排" in decided(desk, chinese)


def test_a_changed_title_and_date_are_the_documents_own(desk: Folder) -> None:
    desk.report(REPORT.replace("  issuer", "  title_lines: [云溪县报告]\n  issuer"))
    decided(desk, "- {at: title, text: 新标题}\n- {at: date, text: 2024年3月1日}\n")
    page = desk.run("build", "--html", "--form", "plain", "-o", "-").out
    assert "<title>新标题</title>" in page
    assert '<time datetime="2024-03-01">2024年3月1日</time>' in page
    assert "云溪县报告" not in page


POINTS = """\
plans:
  - {heading: 甲, points: [甲一, 甲二, 甲三]}
  - {heading: 乙, points: [乙一, 乙二]}
"""
FIRST = "at: plans, heading: 甲"
NUMBERED = {
    f"- {{{FIRST}, paragraph: 2, omit: true, by: 张}}": "（1）甲二。 （2）甲三。",
    f"- {{{FIRST}, paragraph: 2, text: （1）改}}": "（1）改 （2）甲二。 （3）甲三。",
    f"- {{add: paragraph, after: {{{FIRST}, paragraph: 2}}, text: 新。}}": "（1）甲一。 新。 （2）甲二。",
    f"- {{{FIRST}, paragraph: 4, move: {{after: {{heading: 甲}}}}}}": "（1）甲三。 （2）甲一。 （3）甲二。",
}


@pytest.mark.parametrize("style", ["numbered", "paragraphs"])
@pytest.mark.parametrize(("decision", "points"), NUMBERED.items(), ids=range(len(NUMBERED)))
def test_points_are_numbered_anew_within_their_item(
    desk: Folder, decision: str, points: str, style: str
) -> None:
    desk.report(REPORT.replace("part: plans", f"part: plans, points: numbered, list: {style}"))
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("plans: [安排。内容。]\n", POINTS))
    lines = " ".join(decided(desk, decision))
    assert f"甲。 {points}" in lines
    assert "乙。 （1）乙一。 （2）乙二。" in lines


def test_a_point_added_to_a_list_does_not_join_it_to_the_next(desk: Folder) -> None:
    """The heading of the second item is elsewhere, and with it what stood between the lists."""
    desk.report(REPORT.replace("part: plans", "part: plans, points: numbered"))
    desk.write("submissions/县司法局.yaml", JUSTICE.replace("plans: [安排。内容。]\n", POINTS))
    gone = "- {at: plans, heading: 乙, move: {after: {at: plans}}}\n"
    added = f"- {{add: paragraph, after: {{{FIRST}, paragraph: 4}}, text: （9）新。}}\n"
    before_first = "- {add: paragraph, after: {at: plans, heading: 乙}, text: （9）新。}\n"
    three = "（1）甲一。 （2）甲二。 （3）甲三。"
    assert f"{three} （4）新。 （1）乙一。 （2）乙二。" in " ".join(decided(desk, gone + added))
    assert f"{three} 2.乙。 （1）新。 （2）乙一。 （3）乙二。" in " ".join(decided(desk, before_first))


HANDBOOK = """\
version: 1
year: 2024
area: 云溪县
document: {issuer: 云溪县人民政府, date: 2025-01-10, opening: 现将有关情况报告如下：}
departments: [县司法局]
outline:
  - id: work
    title: 工作情况
    part: achievements
    covers: [achievements, leadership, shortcomings]
    sections: [{id: enforcement, title: 规范执法}]
  - {id: plans, title: 下一年安排, part: plans}
"""
HANDED_IN = """\
department: 县司法局
year: 2024
achievements:
  - 规范行政执法监督。组织评查行政执法案卷60本。
  - 推行柔性执法。免罚12件。
shortcomings: 无
plans: [加强执法培训。培训200人次。, 健全制度。制定制度3项。]
"""


def test_the_handbooks_examples_do_what_it_says(folder: Folder) -> None:
    folder.report(HANDBOOK).write("submissions/县司法局.yaml", HANDED_IN)
    chapter = (ROOT / "README.zh-CN.md").read_text("utf-8").partition("### 改稿")[2]
    lines = decided(folder, chapter.partition("```yaml\n")[2].partition("```")[0])
    assert lines[2:8] == [
        "一、工作情况",
        "（一）规范执法",
        "1.推行柔性执法。免罚12件。",
        "2.从严规范行政执法监督。组织评查行政执法案卷60本，督促整改问题18个，问责3人。",
        "3.推行行政执法全过程记录。为乡镇配发记录仪45台。",
        "二、下一年安排",
    ]
    assert lines[8] == "1.健全制度。制定制度3项。"
