"""An Excel attachment in a project: in every format, looked through for marks and numbers, cell by cell."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder

REST = "shortcomings: [力量不足。编制少。]\nplans: [加强培训。办班2期。]\n"
ATTACHED = REPORT.replace(
    "departments", "  attachments: [{title: 统计表, file: 附件/表.xlsx}]\ndepartments", 1
)


@pytest.fixture
def sheet(folder: Folder) -> Any:
    folder.report(ATTACHED.replace(", 县公安局, 县林业局", ""))
    folder.submit("县司法局", "achievements: [加强监管。检查20次。]\n", REST)
    made = Workbook().active
    assert made is not None
    made.title = "统计"
    for row in (["统计表", None, None], ["单位", "案件", None], [None, "刑事", "民事"], ["县公安局", 3, 0.5]):
        made.append(row)
    for cells in ("A1:C1", "A2:A3", "B2:C2"):
        made.merge_cells(cells)
    made["C4"].number_format = "0.0%"
    return made


def save(folder: Folder, sheet: Any) -> Folder:
    path = folder.root / "附件" / "表.xlsx"
    path.parent.mkdir(exist_ok=True)
    sheet.parent.save(path)
    return folder


def test_every_format_has_the_table(folder: Folder, sheet: Any) -> None:
    done = save(folder, sheet).run("build", "--docx", "--text", "--html", "--markdown", "--json")
    assert done.code == 0, done.err
    lines = folder.lines()
    assert lines[lines.index("统计表", lines.index("附件")) + 1 :] == [
        "单位\t案件\t",
        "\t刑事\t民事",
        "县公安局\t3\t50.0%",
    ]
    page = next(folder.root.glob("output/*.html")).read_text("utf-8")
    assert '<th scope="col" rowspan="2">单位</th><th scope="colgroup" colspan="2">案件</th>' in page
    assert "| 县公安局 | 3 | 50.0% |" in next(folder.root.glob("output/*.md")).read_text("utf-8")
    assert folder.run("inspect", str(next(folder.root.glob("output/*.docx")))).code == 0


def test_a_mark_in_a_cell_is_told_by_its_name(folder: Folder, sheet: Any) -> None:
    hidden = sheet.parent.create_sheet("底稿")
    hidden["B3"] = "秘密★5年"
    hidden.sheet_state = "hidden"
    done = save(folder, sheet).run("build", "--draft")
    assert done.code == 1
    assert "附件/表.xlsx:3:2: error: 底稿!B3\uff1a有密级标志“秘密★”" in done.err


def test_a_mark_in_two_cells_beside_each_other_is_one(folder: Folder, sheet: Any) -> None:
    sheet.append(["密级", "机密"])
    done = save(folder, sheet).run("validate")
    assert "附件/表.xlsx:5:1: error: 统计!A5\uff1a有密级标志" in done.out


def test_a_number_in_a_cell_stops_the_public_form_at_its_place(folder: Folder, sheet: Any) -> None:
    sheet["B4"] = 13812345678
    done = save(folder, sheet).run("build", "--text", "--form", "public", "-o", "-")
    assert (done.code, done.out) == (1, "")
    assert "附件/表.xlsx:4:2: error: 统计!B4\uff1a公开稿里有手机号码或身份证号码“13812345678”" in done.err


def test_what_is_no_workbook_is_told_where_it_is_named(folder: Folder, sheet: Any) -> None:
    save(folder, sheet)
    (folder.root / "附件" / "表.xlsx").write_bytes(b"PK\3\4")
    done = folder.run("validate")
    assert (done.code, "[bad-attachment]" in done.out) == (3, True)


def test_a_formula_without_a_result_stops_the_report_and_no_draft(folder: Folder, sheet: Any) -> None:
    sheet["B4"] = "=1+2"
    done = save(folder, sheet).run("build", "--text")
    assert (done.code, "表.xlsx:4:2: error: 统计!B4 是公式" in done.err) == (1, True)
    assert folder.run("build", "--text", "--draft", "-o", "-").out.endswith("县公安局\t【没有结果】\t50.0%\n")


def test_the_libraries_are_loaded_only_where_such_an_attachment_stands(folder: Folder) -> None:
    folder.report(REPORT.replace(", 县公安局, 县林业局", ""))
    folder.submit("县司法局", "achievements: [加强监管。检查20次。]\n", REST)
    code = (
        "import sys; from pathlib import Path; from reportctl.project.building import check;"
        "from reportctl.project.opening import open_project; check(open_project(Path(sys.argv[1])));"
        "print({'openpyxl', 'markdown_it'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", code, str(folder.root)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


def test_without_openpyxl_the_way_to_install_it_is_told(folder: Folder, sheet: Any) -> None:
    save(folder, sheet)
    code = (
        "import sys; sys.modules['openpyxl'] = None;"
        "from reportctl.__main__ import run; sys.argv = ['reportctl', 'validate']; run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, cwd=folder.root
    )
    assert done.returncode == 3
    assert "reportctl[xlsx]" in done.stdout
