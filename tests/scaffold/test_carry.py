"""`reportctl init --from`: next year's project from last year's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from reportctl.errors import ProjectError
from reportctl.scaffold import examples
from reportctl.scaffold.carry import carry
from reportctl.scaffold.contents import contents
from reportctl.scaffold.wording import Language
from tests.scaffold.test_installing import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportctl.scaffold.contents import Contents
    from tests.tools.project import Done

    Run = Callable[..., Done]

REPORT = """\
# 云溪县的报告
version: 1
year: 2023   # 年度
area: 云溪县
document:
  title: 云溪县2023年度法治政府建设情况报告
  number: 云政〔2024〕3号  # 文号
  signatory: 张某某
  date: 2024年2月29日
  printed_on: "2024-03-01"
  opening: |
    2023年，依据《实施纲要（2021—2023年）》《2023年要点》和2021—2023年规划，
    作为{{ year }}年的总结，现将2022年、2023年和2024年的情况报告如下：
  closing: 专此报告。
  # 附件
  attachments:
    - title: 2023年度统计表   # 表
      file: attachments/stat.csv
notice: {date: 2023-12-11, number: 云法治办〔2023〕12号}
layout: office.yaml
deadlines: {submissions: 2024-01-10, report: 2024-03-01}
departments:
  - 县司法局
  - {name: 县公安局, aliases: [公安局], due: 2024-01-08}
  - name: 县林业局
    required: false
outline:
  - id: work
    title: 2023年工作情况   # 去年
    part: achievements
    covers: [achievements, leadership]
    sections:
      - {id: law, title: "{{ year }}年立法"}
      - {id: service, title: 政务服务}
  - {id: shortcomings, title: 存在的不足, part: shortcomings}
  - {id: plans, title: 2024年主要安排, part: plans}
  - {id: other, title: 其他, part: other}
"""
CHANGES = [
    (
        "year: 2023   # 年度\n",
        "year: 2024   # 年度\nlast_year: last-year  # 上年各部门的材料，检查时比对有没有照抄\n",
    ),
    ("title: 云溪县2023年度", "title: 云溪县2024年度"),
    ("number: 云政〔2024〕3号  #", 'number: ""  #'),
    ("date: 2024年2月29日", "date: 2025年2月28日"),
    ('printed_on: "2024-03-01"', "printed_on: 2025-03-01"),
    ("    2023年，依据", "    2024年，依据"),
    ("现将2022年、2023年和2024年的情况", "现将2022年、2024年和2025年的情况"),
    ("    - title: 2023年度统计表   # 表\n", "#     - title: 2023年度统计表   # 表\n"),
    ("      file: attachments/stat.csv\n", "#       file: attachments/stat.csv\n"),
    ("{date: 2023-12-11, number: 云法治办〔2023〕12号}", '{date: 2024-12-11, number: ""}'),
    ("{submissions: 2024-01-10, report: 2024-03-01}", "{submissions: 2025-01-10, report: 2025-03-01}"),
    ("due: 2024-01-08}", "due: 2025-01-08}"),
    ("title: 2023年工作情况   # 去年", "title: 2024年工作情况   # 去年"),
    ("title: 2024年主要安排", "title: 2025年主要安排"),
]
JUSTICE = """\
部门: 县司法局
年度: 2023
联系人: {姓名: 李某, 电话: 0745-0000000}
审核人: 王某
工作成效: [规范执法监督。评查案卷60本。]
存在不足: 无
下年安排:
  - 标题: 1.提高案卷质量。
    正文: |
      举办培训4期,
      评查一次

      推行 说理式文书
  - 标题: 推进联动
    要点: [一是建立联合机制, 二是共享信息。]
  - 只有一句话
"""


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """Last year's project."""
    root = tmp_path / "2023"
    (root / "submissions").mkdir(parents=True)
    (root / "report.yaml").write_text(REPORT, "utf-8")
    (root / "submissions/司法局.yaml").write_text(JUSTICE, "utf-8")
    (root / "submissions/坏的.yaml").write_text("department: [\n", "utf-8")
    (root / "edits.yaml").write_text("- {part: plans, keep: [推进联动], reason: 重点}\n", "utf-8")
    (root / "office.yaml").write_text("based_on: gb9704\n", "utf-8")
    (root / "attachments").mkdir()
    (root / "attachments/stat.csv").write_text("事项\n处罚\n", "utf-8")
    return root


@pytest.fixture
def made(last: Path) -> Contents:
    return carry(last)


def report(made: Contents) -> Any:
    return yaml.safe_load(made.files["report.yaml"])


def form(made: Contents, name: str) -> str:
    return made.files[f"submissions/{name}.yaml"].decode().replace("\r\n", "\n")


def test_only_what_holds_for_one_year_changes(made: Contents) -> None:
    expected = REPORT
    for old, new in CHANGES:
        assert expected.count(old) == 1, old
        expected = expected.replace(old, new)

    assert made.files["report.yaml"].decode().split("\n\n", 1)[1] == expected


def test_what_a_person_has_to_look_over_stands_at_the_head(made: Contents) -> None:
    head = made.files["report.yaml"].decode().split("\n\n", 1)[0].splitlines()

    assert head == [
        "# yaml-language-server: $schema=schema/report.schema.json",
        "# 由2023年度的项目生成，下列各项请核对：",
        *(f"#   · {note}" for note in made.notes),
    ]
    assert made.notes == (
        "标题、导语、提纲里写明的年份改了（2023年→2024年，2024年→2025年），请通读一遍",
        "日期都推后了 1 年",
        "发文字号空着等填（上年是云政〔2024〕3号）",
        "通知的发文字号空着等填（上年是云法治办〔2023〕12号）",
        "上年的附件没有带过来：2023年度统计表",
        "签发人仍是张某某",
        "上年统稿的取舍（edits.yaml）没有带过来",
    )


def test_last_years_plans_stand_before_the_achievements(made: Contents) -> None:
    text = form(made, "县司法局")

    assert (
        "# 上年计划：提高案卷质量。举办培训4期，评查一次。推行说理式文书。\n"
        "# 上年计划：推进联动。建立联合机制。共享信息。\n"
        "# 上年计划：只有一句话。\n"
    ) in text
    assert text.index("# 上年计划") < text.index("\nachievements:") < text.index("\nshortcomings:")
    assert "上年计划" not in form(made, "县公安局")


def test_what_was_handed_in_comes_along_as_it_stands(last: Path, run: Run) -> None:
    (last / "submissions/乡镇").mkdir()
    (last / "submissions/乡镇/a.yml").write_bytes("department: 县林业局\nplans: [造林。]\n".encode("gb18030"))

    run("init", "2024", "--from", str(last))

    expected = tree(last / "submissions")
    del expected["坏的.yaml"]
    assert tree(Path("2024/last-year")) == expected


def test_last_year_is_the_one_before_and_not_the_one_before_that(last: Path, run: Run) -> None:
    run("init", "2024", "--from", str(last), "--keys", "zh")
    Path("2024/submissions/县公安局.yaml").write_text("部门: 县公安局\n下年安排: [巡查。]\n", "utf-8")
    run("init", "2025", "--from", "2024")
    run("init", "2026", "--from", "2025")

    reports = [Path(year, "report.yaml").read_text("utf-8") for year in ("2024", "2025", "2026")]
    assert [text.count("上年材料: last-year  #") for text in reports] == [1, 1, 0]
    assert '上年材料: ""  #' in reports[2]  # nobody had handed in anything
    assert [path.name for path in Path("2025/last-year").iterdir()] == ["县公安局.yaml"]
    assert not Path("2026/last-year").exists()


@pytest.mark.parametrize(
    "text",
    [
        "{year: 2023, area: 区, departments: [局], outline: [{id: a, title: 一, part: plans}]}",
        "  area: 区\n  departments: [局]\n  outline: [{id: a, title: 一, part: plans}]\n  year:\n    2023",
        "departments: [局]\r\nyear: 2023 # 年\r\narea: 区\r\noutline: [{id: a, title: 一, part: plans}]\r\n",
    ],
)
def test_the_new_key_fits_whatever_the_layout(last: Path, text: str) -> None:
    (last / "report.yaml").write_bytes(text.encode())

    assert report(carry(last))["last_year"] == "last-year"


def test_the_contact_is_carried_over_and_who_approved_is_not(made: Contents) -> None:
    one = yaml.safe_load(form(made, "县司法局"))

    assert one["contact"] == {"name": "李某", "phone": "0745-0000000"}
    assert one["approved_by"] is None
    assert one["year"] == 2024


def test_a_form_shows_where_an_item_may_go(made: Contents) -> None:
    text = form(made, "县公安局")

    assert "#   law  2024年立法\n#   service  政务服务\n" in text
    assert "achievements:\n  - section: \n    heading: \n    text: \n" in text
    assert "plans:\n  - heading: \n    text: \n" in text
    assert "leadership" not in text
    assert "other:\n  - heading: \n    text: \n" in text


def test_the_offices_own_layout_comes_along_and_nothing_else(made: Contents) -> None:
    assert made.files["office.yaml"] == b"based_on: gb9704\n"
    assert sorted(name for name in made.files if not name.startswith(("submissions/", "schema/"))) == [
        *("edits.yaml", "last-year/司法局.yaml", "office.yaml", "report.yaml"),
    ]
    assert made.forms == 3


@pytest.mark.parametrize("name", ["../office.yaml", "没有.yaml"])
def test_a_layout_from_elsewhere_is_noted(last: Path, name: str) -> None:
    (last / "report.yaml").write_text(REPORT.replace("office.yaml", name), "utf-8")
    (last.parent / "office.yaml").write_bytes(b"")

    made = carry(last)

    assert f"版面文件 {name} 不在上年的项目里，没有带过来" in made.notes
    assert not any("office" in path for path in made.files)


def test_the_project_works_at_once_and_last_years_is_untouched(run: Run, last: Path) -> None:
    before = tree(last)

    done = run("init", "2024", "--from", str(last))

    assert (done.code, done.out) == (0, "2024\n")
    assert "请核对：\n  · 标题、导语、提纲" in done.err
    verdict = run("-C", "2024", "validate", "--format", "json")
    assert verdict.code == 1
    found = [(one["code"], one["department"]) for one in verdict.json["findings"]]
    assert found == [("missing-submission", "县司法局"), ("missing-submission", "县公安局")]
    assert run("-C", "2024", "build", "--draft").code == 0
    assert tree(last) == before


@pytest.mark.parametrize("name", examples.names())
def test_every_example_can_be_carried_on(run: Run, name: str) -> None:
    run("init", "上年", "--example", name)

    done = run("init", "今年", "--from", "上年")

    assert done.code == 0
    verdict = run("-C", "今年", "validate", "--format", "json").json
    assert {one["code"] for one in verdict["findings"]} == {"missing-submission"}
    assert "# 上年计划：" in "".join(path.read_text("utf-8") for path in Path("今年/submissions").iterdir())


def test_text_that_is_no_report_is_refused() -> None:
    with pytest.raises(ProjectError) as refused:
        contents("year: 去年\n", Language.ENGLISH, {})

    assert refused.value.findings


def test_year_and_area_can_be_said(last: Path) -> None:
    made = carry(last, 2026, "青江县")

    assert (report(made)["year"], report(made)["area"]) == (2026, "青江县")
    assert report(made)["deadlines"]["report"] == dt.date(2027, 3, 1)
    assert report(made)["outline"][2]["title"] == "2027年主要安排"
    assert "日期都推后了 3 年" in made.notes


def test_the_same_year_again_moves_nothing(last: Path) -> None:
    made = carry(last, 2023)

    assert report(made)["document"]["title"] == "云溪县2023年度法治政府建设情况报告"
    assert not any("年份" in note or "日期" in note for note in made.notes)
    assert "last_year" not in report(made)
    assert not any(name.startswith("last-year/") for name in made.files)


def test_a_report_that_says_little_needs_no_looking_over(last: Path) -> None:
    little = "year: 2023\narea: 区\ndepartments: [局]\noutline: [{id: a, title: 一, part: plans}]\n"
    (last / "report.yaml").write_text(little, "utf-8")
    (last / "edits.yaml").unlink()
    (last / "submissions/司法局.yaml").unlink()

    made = carry(last)

    assert made.notes == ()
    assert made.files["report.yaml"].decode().endswith(f"\n\n{little.replace('2023', '2024')}")


def test_keys_stay_in_their_language_unless_another_is_asked_for(run: Run, last: Path) -> None:
    run("init", "中文", "--from", str(last), "--keys", "zh")
    run("init", "再下年", "--from", "中文")

    for name, year in (("中文", 2024), ("再下年", 2025)):
        report = yaml.safe_load(Path(name, "report.yaml").read_text("utf-8"))
        assert report["年度"] == year
        assert report["提纲"][0]["小节"][0] == {"编号": "law", "标题": "{{ year }}年立法"}
        assert report["提纲"][1]["来源"] == "存在不足"
        one = yaml.safe_load(Path(name, "submissions/县司法局.yaml").read_text("utf-8"))
        assert one["部门"] == "县司法局"
        assert run("-C", name, "validate").code == 1


def test_notes_of_the_year_before_are_replaced(last: Path, run: Run) -> None:
    run("init", "2024", "--from", str(last))
    run("init", "2025", "--from", "2024")

    text = Path("2025/report.yaml").read_text("utf-8")
    assert text.count("# yaml-language-server") == 1
    assert "由2023年度" not in text
    assert text.count("由2024年度的项目生成") == 1
    assert text.count("发文字号") == 0


def test_line_ends_and_encoding_of_windows_are_no_matter(last: Path) -> None:
    (last / "report.yaml").write_bytes(REPORT.replace("\n", "\r\n").encode("gb18030"))

    text = carry(last).files["report.yaml"].decode()

    assert text.count("\n") == text.count("\r\n")
    assert yaml.safe_load(text)["document"]["opening"].startswith("2024年，")


def test_two_submissions_of_one_department_do_not_stop_it(last: Path) -> None:
    (last / "submissions/a.yaml").write_text(JUSTICE.replace("推进联动", "先到的"), "utf-8")

    text = form(carry(last), "县司法局")

    assert "先到的" in text
    assert "推进联动" not in text


@pytest.mark.parametrize(
    "phone", ["*12", "a: b", "#1", '"', "'", "无", "- 1", "{{ x }}", "0745-\u2028\u200b1"]
)
def test_an_odd_contact_stays_what_it_was(last: Path, phone: str) -> None:
    quoted = phone.replace("'", "''")
    (last / "submissions/司法局.yaml").write_text(
        JUSTICE.replace("{姓名: 李某, 电话: 0745-0000000}", f"{{姓名: 李某, 电话: '{quoted}'}}"), "utf-8"
    )
    expected = phone.replace("\u2028", " ")  # YAML folds a break within quotes

    contact = yaml.safe_load(form(carry(last), "县司法局"))["contact"]

    assert contact["phone"].replace("\u2028", " ") == expected


def test_a_plan_cannot_break_out_of_its_comment(last: Path) -> None:
    hostile = '下年安排: ["一\\nachievements: [x]\\u2028plans: [y]\\x85other: 无"]'
    (last / "submissions/司法局.yaml").write_text(JUSTICE.partition("下年安排")[0] + hostile, "utf-8")

    one = yaml.safe_load(form(carry(last), "县司法局"))

    assert one["achievements"] == [{"section": None, "heading": None, "text": None, "figures": None}]
    assert one["other"] == [{"heading": None, "text": None}]


def test_a_project_with_errors_is_refused_with_its_findings(run: Run, last: Path) -> None:
    (last / "report.yaml").write_text(REPORT.replace("area:", "aera:"), "utf-8")

    done = run("init", "2024", "--from", str(last))

    assert done.code == 3
    assert "report.yaml:4:1: error: " in done.err
    assert not Path("2024").exists()


def test_the_folder_itself_is_no_source(run: Run, last: Path) -> None:
    before = tree(last)

    done = run("init", str(last), "--from", str(last), "--force")

    assert done.code == 2
    assert tree(last) == before
