"""A copy that nobody changed says so and changes nothing, in every form, whoever saved it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.review.drafts import Office
from tests.tools import office as libreoffice

if TYPE_CHECKING:
    from pathlib import Path

CASES = {
    **{f"hecheng-2023 {form}": ("hecheng-2023", form) for form in ("plain", "formal", "public")},
    **{f"five-chapters {form}": ("five-chapters", form) for form in ("plain", "formal", "public")},
    **{f"minimal {form}": ("minimal", form) for form in ("plain", "public")},
}
SAMPLE = ("hecheng-2023 formal", "minimal public")
EXTRAS = """\
  note: 此件公开发布
  attachments:
    - {title: 2023年度行政执法数据统计表, file: stat.csv}
    - {title: 有关情况的说明, file: notes.md}
    - {title: 案件统计表, file: cases.xlsx}
"""
NOTES = """\
# 有关情况的说明

## 一、总体情况

第一段话，**加粗的话。**后面的话。

1. 甲
2. 乙
   - 子

- 丙

| 事项 | **件数** |
|---|---|
| 行政<br>处罚 | **20** |
| a<br>b | |
"""
LONG = "推进法治政府建设和依法行政工作以及行政执法监督有关情况的报告"


def rich(office: Office) -> None:
    """Give a project attachments, 附注, and a title of two lines."""
    report = office.root / "report.yaml"
    key = "公文:" if "公文:" in report.read_text("utf-8") else "document:"
    text = report.read_text("utf-8").replace(f"\n{key}\n", f"\n{key}\n{EXTRAS}", 1)
    report.write_text(text.replace("法治政府建设情况报告", LONG, 1), "utf-8")
    (office.root / "stat.csv").write_text('事项,件数\n行政处罚,20\n案卷,"1,115"\n', "utf-8")
    (office.root / "notes.md").write_text(NOTES, "utf-8")
    sheet = Workbook().active
    assert sheet is not None
    for row in (
        ["单位", "案件", None],
        [None, "刑事", "民事"],
        ["公安局\n（分局）", 3, 4],
        ["司法局", 5, None],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:C1", "B4:C4"):
        sheet.merge_cells(cells)
    sheet.parent.save(office.root / "cases.xlsx")


@pytest.mark.parametrize("is_rich", [False, True], ids=["as it is", "with attachments"])
@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case, marks=[] if case in ("hecheng-2023 formal", "minimal public") else pytest.mark.long
        )
        for case in CASES
    ],
)
def test_a_copy_as_it_was_built_has_no_changes(
    case: str, draft: bool, is_rich: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example, form = CASES[case]
    office = Office.of_example(example, tmp_path / "项目", capsys)
    if is_rich:
        rich(office)
    copy = built(office, form, draft=draft)
    edits = office.edits
    done = office.take(copy, "--write")
    assert (done.code, done.out) == (0, "没有改动\n")
    assert office.edits == edits
    assert office.take(copy, "--format", "json").json["changes"] == []


def built(office: Office, form: str, *, draft: bool) -> Path:
    done = office.run("build", "--form", form, "--draft" if draft else "--partial")
    assert done.code == 0, done.err
    return office.root / done.out.strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=[] if case == "hecheng-2023 formal" else pytest.mark.long) for case in CASES],
)
def test_libreoffice_saving_it_again_changes_nothing(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example, form = CASES[case]
    office = Office.of_example(example, tmp_path / "项目", capsys)
    rich(office)
    copy = built(office, form, draft=False)
    (tmp_path / "又存").mkdir()
    done = office.take(libreoffice.resave(copy, tmp_path / "又存"))
    assert (done.code, done.out) == (0, "没有改动\n")


def test_a_long_printer_on_a_line_of_its_own_is_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office.of_example("five-chapters", tmp_path / "项目", capsys)
    report = office.root / "report.yaml"
    text = report.read_text("utf-8")
    long = text.replace(
        "printed_by: 青江区人民政府办公室", f"printed_by: 青江区{'人民政府行政审批局' * 3}办公室"
    )
    assert long != text
    report.write_text(long, "utf-8")
    done = office.take(built(office, "formal", draft=False))
    assert (done.code, done.out) == (0, "没有改动\n")
