"""`form`: a file for each department, renewed until somebody works on it."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import docx
import pytest

from reportctl.collect.word_form import is_blank_form
from tests.collect.blank_forms import data
from tests.tools.project import REPORT, Folder

if TYPE_CHECKING:
    from pathlib import Path

OTHER_OUTLINE = REPORT.replace(
    "title: 下一年安排, part: plans",
    "title: 明年安排, part: plans, sections: [{id: a, title: 立法}, {id: b, title: 执法}]",
)


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    root = tmp_path / "project"
    root.mkdir()
    return Folder(root, capsys).report(REPORT)


def forms(folder: Folder, *arguments: str) -> list[str]:
    """The names of the forms that a run says are ready: of Word forms, unless others are asked for."""
    kinds = {"--docx", "--html", "--yaml"}.intersection(arguments) or {"--docx"}
    done = folder.run("form", *arguments, *(kinds - set(arguments)))
    assert done.code == 0, done.err
    return [line.removeprefix(f"{folder.root}/") for line in done.out.splitlines()]


def fill(path: Path, table: int = 1, text: str = "规范执法。检查20次。") -> bytes:
    """Write into the first empty cell of a form's table, as a clerk does."""
    document = docx.Document(str(path))
    next(cell for row in document.tables[table].rows for cell in row.cells if not cell.text).text = text
    path.write_bytes(data(document))
    return path.read_bytes()


def test_every_department_gets_a_word_form(folder: Folder) -> None:
    assert forms(folder) == ["forms/县司法局.docx", "forms/县公安局.docx", "forms/县林业局.docx"]
    assert all(is_blank_form(path.read_bytes()) for path in (folder.root / "forms").glob("*.docx"))


def test_single_departments_by_any_of_their_names(folder: Folder) -> None:
    folder.report(REPORT.replace("县公安局,", "{name: 县公安局, aliases: [公安]},"))

    assert forms(folder, "公安", "县林业局", "县公安局") == ["forms/县公安局.docx", "forms/县林业局.docx"]
    assert not (folder.root / "forms/县司法局.docx").exists()


def test_an_unknown_department_is_refused_with_the_nearest_name(folder: Folder) -> None:
    done = folder.run("form", "县司法")

    assert done.code == 2
    assert "名单里没有“县司法”" in done.err
    assert "县司法局" in done.err
    assert not (folder.root / "forms").exists()


def test_unasked_a_department_gets_both_and_takes_the_one_that_suits(folder: Folder) -> None:
    done = folder.run("form", "县司法局")

    assert done.out.splitlines() == [
        str(folder.root / "forms/县司法局.docx"),
        str(folder.root / "forms/县司法局.html"),
    ]
    assert "做好 1 个部门的表单，共 2 个文件" in done.err


def test_both_kinds_and_another_folder(folder: Folder, tmp_path: Path) -> None:
    done = folder.run("form", "县司法局", "--docx", "--yaml", "-o", str(tmp_path / "发出"))

    assert done.out.splitlines() == [
        str(tmp_path / "发出/县司法局.docx"),
        str(tmp_path / "发出/县司法局.yaml"),
    ]
    assert b"\r\n" in (tmp_path / "发出/县司法局.yaml").read_bytes()


def test_the_yaml_form_has_the_keys_of_report_yaml(folder: Folder) -> None:
    folder.report(REPORT.replace("version:", "版本:").replace("year:", "年度:"))

    forms(folder, "县司法局", "--yaml")

    assert "部门: 县司法局" in (folder.root / "forms/县司法局.yaml").read_text("utf-8")


def test_quiet_says_nothing(folder: Folder) -> None:
    done = folder.run("-q", "form")

    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_second_run_changes_nothing_and_names_the_same_forms(folder: Folder) -> None:
    first = forms(folder)
    path = folder.root / "forms/县司法局.docx"
    os.utime(path, (1, 1))

    assert forms(folder) == first
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("kind", ["--docx", "--html", "--yaml"])
def test_a_blank_form_is_renewed_when_the_deadline_changes(folder: Folder, kind: str) -> None:
    folder.report(f"{REPORT}deadlines: {{submissions: 2024-01-05}}\n")
    (name,) = forms(folder, "县司法局", kind)
    before = (folder.root / name).read_bytes()
    folder.report(f"{REPORT}deadlines: {{submissions: 2024-01-15}}\n")

    assert forms(folder, "县司法局", kind) == [name]
    assert (folder.root / name).read_bytes() != before


@pytest.mark.parametrize("kind", ["--docx", "--html", "--yaml"])
def test_a_blank_form_is_renewed_when_the_outline_changes(folder: Folder, kind: str) -> None:
    (name,) = forms(folder, "县司法局", kind)
    before = (folder.root / name).read_bytes()
    folder.report(OTHER_OUTLINE)

    assert forms(folder, "县司法局", kind) == [name]
    assert (folder.root / name).read_bytes() != before


def test_a_blank_form_that_word_has_saved_again_is_renewed(folder: Folder) -> None:
    (name,) = forms(folder, "县司法局")
    path = folder.root / name
    path.write_bytes(data(docx.Document(io.BytesIO(path.read_bytes()))))
    folder.report(OTHER_OUTLINE)

    assert forms(folder, "县司法局") == [name]
    assert "立法" in [cell.text for cell in docx.Document(str(path)).tables[3].columns[0].cells]


@pytest.mark.parametrize("table", range(4))
def test_a_filled_form_is_never_touched(folder: Folder, table: int) -> None:
    forms(folder)
    path = folder.root / "forms/县司法局.docx"
    filled = fill(path, table)
    folder.report(OTHER_OUTLINE)

    done = folder.run("form", "--docx")

    assert done.code == 0
    assert path.read_bytes() == filled
    assert f"警告：{path} 填过或改过，没有动它" in done.err
    assert str(path) not in done.out
    assert len(done.out.splitlines()) == 2


@pytest.mark.parametrize(
    "change",
    [
        ("\nachievements:", "\nachievements: 无\n#"),
        ("\n    text: ", "\n    text: 检查20次。"),
        ("#       text: 组织", "#       text: 我局组织"),
        ("#     - heading: 化解", "#     - heading: 优化服务\r\n#     - heading: 化解"),
        ("  name: ", "  name: 李某"),
        ("approved_by: ", "approved_by: 王某"),
        ("year: 2023", "year: [2023"),
    ],
)
def test_a_yaml_form_in_which_anything_is_written_is_never_touched(
    folder: Folder, change: tuple[str, str]
) -> None:
    (name,) = forms(folder, "县司法局", "--yaml")
    path = folder.root / name
    before = path.read_bytes().decode()
    changed = before.replace(*change, 1)
    assert changed != before
    path.write_bytes(changed.encode())
    folder.report(OTHER_OUTLINE)

    assert forms(folder, "县司法局", "--yaml") == []
    assert path.read_bytes() == changed.encode()


@pytest.mark.parametrize("content", [b"", b"not a form", b"PK\x03\x04", data(docx.Document())])
def test_a_foreign_file_of_that_name_is_never_touched(folder: Folder, content: bytes) -> None:
    folder.write("forms/县司法局.docx", content)

    assert forms(folder, "县司法局") == []
    assert (folder.root / "forms/县司法局.docx").read_bytes() == content


def test_a_pipe_of_that_name_is_neither_waited_for_nor_replaced(folder: Folder) -> None:
    (folder.root / "forms").mkdir()
    os.mkfifo(folder.root / "forms/县司法局.docx")

    assert forms(folder, "县司法局") == []
    assert (folder.root / "forms/县司法局.docx").is_fifo()


@pytest.mark.parametrize("target", ["submissions", "report.yaml"])
def test_forms_never_go_among_the_projects_own_files(folder: Folder, target: str) -> None:
    (folder.root / "submissions").mkdir()

    done = folder.run("form", "-o", str(folder.root / target))

    assert done.code in {2, 4}
    assert "Traceback" not in done.err
    assert (folder.root / "report.yaml").read_text("utf-8") == REPORT
    assert list((folder.root / "submissions").iterdir()) == []


def test_names_that_no_file_can_have(folder: Folder) -> None:
    names = ["县委/政法委", "CON", "县" * 60, "县" * 61]
    listed = ", ".join(f'"{name}"' for name in names)
    folder.report(REPORT.replace("[县司法局, 县公安局, 县林业局]", f"[{listed}]"))

    every = forms(folder)

    stems = [name.removeprefix("forms/").removesuffix(".docx") for name in every]
    assert stems == ["县委_政法委", "_CON", "县" * 26, f"{'县' * 26}-2"]
    assert max(len(stem.encode()) for stem in stems) <= 80
    assert forms(folder, names[3]) == every[3:]


def test_last_years_plans_and_contact_stand_on_the_form(folder: Folder) -> None:
    folder.report(f"{REPORT}last_year: last-year\n")
    folder.write(
        "last-year/县司法局.yaml",
        "department: 县司法局\nyear: 2022\ncontact: {name: 李某, phone: '0745'}\nachievements: 无\n"
        "shortcomings: 无\nplans:\n  - {heading: 充实执法力量, text: 招录3名。}\n",
    )

    forms(folder)

    document = docx.Document(str(folder.root / "forms/县司法局.docx"))
    assert "上年计划1：充实执法力量。招录3名。" in [paragraph.text for paragraph in document.paragraphs]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["联系人", "李某", "联系电话", "0745"]
    assert is_blank_form((folder.root / "forms/县司法局.docx").read_bytes())
    other = docx.Document(str(folder.root / "forms/县公安局.docx"))
    assert not any("上年计划" in paragraph.text for paragraph in other.paragraphs)


def test_this_years_material_among_last_years_is_no_plan_of_last_year(folder: Folder) -> None:
    folder.report(f"{REPORT}last_year: last-year\n")
    folder.write(
        "last-year/县司法局.yaml", "department: 县司法局\nyear: 2023\nplans: [充实力量。招录3名。]\n"
    )

    forms(folder, "县司法局")

    document = docx.Document(str(folder.root / "forms/县司法局.docx"))
    assert not any("上年计划" in paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("name", ["a\\0b", "../elsewhere", "/etc"])
def test_last_years_folder_outside_the_project_is_not_looked_into(folder: Folder, name: str) -> None:
    folder.report(f'{REPORT}last_year: "{name}"\n')

    assert forms(folder, "县司法局") == ["forms/县司法局.docx"]
