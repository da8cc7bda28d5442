"""What `build` writes, where, and when it refuses."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

ITEM = "achievements: [加强监管。全年检查20次。]\n"
REST = "shortcomings: [{heading: 力量不足, text: 缺编3名。, cause: 编制少。}]\nplans: [加强培训。培训4次。]\n"
NAME = "云溪县2023年度法治政府建设情况报告"


@pytest.fixture
def full(folder: Folder) -> Folder:
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, ITEM, REST)
    return folder


def output(folder: Folder) -> list[str]:
    return sorted(path.name for path in (folder.root / "output").glob("[!.]*"))


def test_the_default_is_docx_and_the_path_is_all_that_stdout_says(full: Folder) -> None:
    done = full.run("build")
    assert (done.code, done.out) == (0, f"{full.root / 'output' / NAME}.docx\n")
    assert output(full) == [f"{NAME}.docx"]


def test_several_formats_in_one_run(full: Folder) -> None:
    done = full.run("build", "--docx", "--text", "--markdown", "--json")
    assert done.code == 0
    assert [line.rpartition(".")[2] for line in done.out.splitlines()] == ["docx", "txt", "md", "json"]


@pytest.mark.parametrize(("form", "suffix"), [("plain", ""), ("public", "-公开"), ("formal", "-红头")])
def test_a_form_other_than_the_reports_own_is_named(full: Folder, form: str, suffix: str) -> None:
    full.report(REPORT.replace("issuer:", "signatory: 张某某\n  issuer:"))
    assert full.run("build", "--text", "--form", form).code == 0
    assert output(full) == [f"{NAME}{suffix}.txt"]


def test_the_forms_differ_in_what_they_have(full: Folder) -> None:
    plain = full.run("build", "--text", "-o", "-").out.splitlines()
    assert plain[:3] == [f"关于{NAME}", "中共云溪县委：", "现将有关情况报告如下："]
    assert plain[-3:] == ["特此报告。", "云溪县人民政府", "2024年2月10日"]
    public = full.run("build", "--text", "--form", "public", "-o", "-").out.splitlines()
    assert public == [plain[0], *plain[2:-2]]
    full.report(REPORT + "public: {signature: true}\n")
    assert full.run("build", "--text", "--form", "public", "-o", "-").out.splitlines()[-1] == "2024年2月10日"


def test_the_formal_form_needs_a_signatory(full: Folder) -> None:
    done = full.run("build", "--form", "formal")
    assert done.code == 3
    assert "签发人" in done.err
    assert done.out == ""


def test_errors_forbid_a_report_but_not_a_draft(full: Folder) -> None:
    full.submit("县司法局", "achievements: [加强监管。检查XX次。]\n", REST)
    refused = full.run("build", "--text")
    assert (refused.code, refused.out) == (1, "")
    assert "[placeholder]" in refused.err
    assert not (full.root / "output").exists()
    draft = full.run("build", "--text", "--draft")
    assert draft.code == 0
    assert output(full) == [f"{NAME}-草稿.txt"]


def test_warnings_forbid_a_report_only_under_strict(full: Folder) -> None:
    full.submit("县司法局", "achievements: [加强监管。全年检查20次]\n", REST)
    assert full.run("build", "--text", "--strict").code == 1
    assert full.run("build", "--text").code == 0


def test_missing_departments_forbid_a_report_unless_partial(full: Folder) -> None:
    (full.root / "submissions/县林业局.yaml").unlink()
    assert full.run("build", "--text").code == 1
    done = full.run("build", "--text", "--partial")
    assert done.code == 0
    assert "县林业局" in done.err


def test_a_draft_says_who_is_missing_in_every_chapter(full: Folder) -> None:
    (full.root / "submissions/县林业局.yaml").unlink()
    assert sum(line == "【待补：县林业局】" for line in full.lines()) == 3


def test_a_draft_never_replaces_the_report(full: Folder) -> None:
    path = full.root / "报告.txt"
    path.write_text("旧", encoding="utf-8")
    done = full.run("build", "--text", "--draft", "-o", str(path))
    assert done.out == f"{full.root / '报告-草稿.txt'}\n"
    assert path.read_text(encoding="utf-8") == "旧"


def test_check_compares_and_writes_nothing(full: Folder) -> None:
    assert full.run("build", "--check").code == 1
    assert not (full.root / "output").exists()
    full.run("build", "--docx", "--text")
    assert full.run("build", "--check", "--docx", "--text").code == 0
    full.submit("县司法局", "achievements: [加强监管。全年检查21次。]\n", REST)
    assert full.run("build", "--check", "--text").code == 1
    assert full.run("build", "--check", "--docx").code == 1


def test_check_of_a_docx_compares_the_parts_not_their_compression(full: Folder) -> None:
    full.run("build")
    path = full.root / "output" / f"{NAME}.docx"
    old = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert full.run("build", "--check").code == 0
    path.write_bytes(b"PK broken")
    assert full.run("build", "--check").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--docx", "--text", "-o", "x.docx"),
        ("-o", "-"),
        ("--text", "--json", "-o", "-"),
        ("--text", "--check", "-o", "-"),
        ("--markdown", "-o", "x.docx"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(full: Folder, arguments: tuple[str, ...]) -> None:
    done = full.run("build", *arguments)
    assert done.code == 2
    assert done.err.startswith("错误：")


def test_a_folder_takes_the_default_name(full: Folder, tmp_path: Path) -> None:
    (tmp_path / "交付").mkdir()
    done = full.run("build", "--text", "-o", str(tmp_path / "交付"))
    assert done.out == f"{tmp_path / '交付' / NAME}.txt\n"


@pytest.mark.parametrize("name", ["../../x", "a/b", "con", "", ".x", "a\\tb", "长" * 120])
def test_an_output_name_that_is_none_is_an_error_of_the_project(full: Folder, name: str) -> None:
    full.report(f'{REPORT}output: {{name: "{name}"}}\n')
    assert full.run("build", "--text").code == 3


def test_the_output_name_is_a_template(full: Folder) -> None:
    full.report(f'{REPORT}output: {{name: "{{{{ area }}}}-{{{{ year }}}}"}}\n')
    full.run("build", "--text")
    assert output(full) == ["云溪县-2023.txt"]


def test_the_same_inputs_give_the_same_bytes(full: Folder) -> None:
    full.run("build", "--docx", "--json", "--markdown")
    first = {path.name: path.read_bytes() for path in (full.root / "output").glob("[!.]*")}
    full.run("build", "--docx", "--json", "--markdown")
    assert {path.name: path.read_bytes() for path in (full.root / "output").glob("[!.]*")} == first


def test_markdown_escapes_what_it_would_read_as_marks(full: Folder) -> None:
    full.submit("县司法局", 'achievements: ["推行a_b*c<d>。全年[1]次。"]\n', REST)
    lines = full.run("build", "--markdown", "-o", "-").out.splitlines()
    assert lines[0] == f"# 关于{NAME}"
    assert "## 一、工作情况" in lines
    assert r"**1.推行a\_b\*c\<d\>。**全年\[1\]次。" in lines


LEAKS = {
    "咨询请打13812345678。": ["private-number"],
    "身份证430102199003071234。": ["private-number"],
    "联系电话0745-2233445。": ["private-number"],
    "由李四方负责。": ["private-name"],
    "办结12 13812345678。": ["private-number"],
    "拨13812345678 2次。": ["private-number"],
    "拨13812345678-1。": ["private-number"],
    "2023-11-2 13812345678。": ["private-number"],
    "拨+8613812345678。": ["private-number"],
    "拨8613812345678。": ["private-number"],
    "拨+86-138-1234-5678。": ["private-number"],
    "拨１３８１２３４５６７８。": ["private-number"],
    "拨138 123 45678。": ["private-number"],
    "拨138.1234.5678。": ["private-number"],
    "拨138–1234–5678。": ["private-number"],
    "拨138\xa01234\xa05678。": ["private-number"],
    "身份证430102 19900307 123X。": ["private-number"],
    "拨（0745）2233445。": ["private-number"],
    "拨2233445。": ["private-number"],
    "拨2233445 2次。": ["private-number"],
    "拨０７４５-２２３３４４５。": ["private-number"],
    "办件2233445号，编号22334451、12233445。": ["private-number"],
    "办件22334451件，2023-11-22至2023-12-31，13.5%、2.86亿元，编号139-12。": [],
    "办件1381234567812345件，号1381234567。": [],
}


@pytest.mark.parametrize("text", LEAKS)
def test_nothing_of_a_person_reaches_the_public_form(full: Folder, text: str) -> None:
    contact = "contact: {name: 李四方, phone: 0745-2233445/8899001}\n"
    full.submit("县司法局", f"{contact}achievements:\n  - 加强监管。{text}\n", REST)
    done = full.run("build", "--text", "--form", "public", "-o", "-")
    found = [code for code in ("private-number", "private-name") if f"[{code}]" in done.err]
    assert found == LEAKS[text]
    assert done.code == (1 if "private-number" in found else 0)
    assert full.run("build", "--text", "-o", "-").code == 0


def test_cells_of_a_table_are_no_number_together(full: Folder) -> None:
    attached = "  attachments: [{title: 统计表, file: stat.csv}]\ndepartments"
    full.report(REPORT.replace("departments", attached, 1))
    full.write("stat.csv", "单位,甲,乙,丙,丁\n局,1,35,1120,2890\n")
    assert full.run("build", "--form", "public").code == 0
    full.write("stat.csv", "单位,电话\n局,138 1234 5678\n")
    done = full.run("build", "--form", "public")
    assert (done.code, done.err.count("[private-number]")) == (1, 1)


def test_two_files_of_a_department_have_two_contacts(full: Folder) -> None:
    text = "achievements: [加强监管。电话2233445、8899001\uff0c找李四方、王五六。]\n"
    full.submit("县司法局", f"contact: {{name: 李四方, phone: 2233445}}\n{text}", REST)
    second = f"department: 县司法局\nyear: 2023\ncontact: {{name: 王五六, phone: 8899001}}\n{REST}"
    full.write("submissions/县司法局2.yaml", f"{second}{text}")
    done = full.run("build", "--form", "public", "--draft")
    assert (done.err.count("[private-number]"), done.err.count("[private-name]")) == (2, 2)


def test_a_private_number_is_found_where_it_is_written(full: Folder) -> None:
    contact = "contact: {name: 李四方, phone: 0745-2233445}\n"
    full.submit("县司法局", f"{contact}achievements:\n  - heading: 甲\n    text: 拨0745-2233445。\n", REST)
    full.report(REPORT.replace("特此报告。", "特此报告\uff0c电话13812345678。"))
    full.write(
        "edits.yaml",
        "- {department: 县公安局, part: achievements, set: {text: 拨13912345678。}}\n",
    )
    places = [
        line.partition(": error")[0]
        for line in full.run("build", "--form", "public").err.splitlines()
        if "[private-number]" in line
    ]
    assert places == ["edits.yaml:1:55", "report.yaml:9:19", "submissions/县司法局.yaml:6:12"]


def test_a_contact_never_reaches_any_document(full: Folder) -> None:
    full.submit("县司法局", f"contact: {{name: 李四方, phone: 0745-2233445}}\n{ITEM}", REST)
    full.run("build", "--docx", "--text", "--markdown", "--json")
    for path in (full.root / "output").glob("[!.]*"):
        data = path.read_bytes()
        if path.suffix == ".docx":
            package = zipfile.ZipFile(path)
            data = b"".join(package.read(name) for name in package.namelist())
        assert "李四方".encode() not in data
        assert b"2233445" not in data


OWN = [
    "report.yaml",
    "edits.yaml",
    "submissions/县司法局.yaml",
    "submissions/新.yaml",
    "office.yaml",
    "a.csv",
]


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("verb", [("build", "--text"), ("build",), ("figures", "--format", "csv")])
def test_no_output_is_written_over_what_the_project_is_made_of(
    full: Folder, name: str, verb: tuple[str, ...]
) -> None:
    attached = "  attachments: [{title: 附表, file: a.csv}]\n  closing:"
    full.report(REPORT.replace("  closing:", attached) + "layout: office.yaml\n")
    full.write("edits.yaml", "# 还没有决定\n")
    full.write("office.yaml", "based_on: gb9704\n")
    full.write("a.csv", "甲,乙\n1,2\n")
    before = {path: path.read_bytes() for path in full.root.rglob("*") if path.is_file()}
    done = full.run(*verb, "-o", str(full.root / name))
    assert done.code == 2
    assert "项目的材料" in done.err
    assert {path: path.read_bytes() for path in full.root.rglob("*") if path.is_file()} == before


def test_a_pipe_is_not_replaced(full: Folder) -> None:
    os.mkfifo(full.root / "管道.docx")
    done = full.run("build", "-o", str(full.root / "管道.docx"))
    assert (done.code, "不是普通文件" in done.err) == (4, True)
    assert (full.root / "管道.docx").is_fifo()


def test_the_public_json_tells_nobodys_name(full: Folder) -> None:
    full.write("edits.yaml", "- {department: 县公安局, part: achievements, omit: true, reason: 个别问题}\n")
    plain = full.run("build", "--json", "-o", "-").json
    public = full.run("build", "--json", "--form", "public", "-o", "-")
    assert set(plain) == {"version", "form", "blocks", "omitted"}
    assert set(public.json) == {"version", "form", "blocks"}
    assert all(set(block) == {"id", "type", "level", "number", "text"} for block in public.json["blocks"])
    assert not any(word in public.out for word in ("submissions", "县公安局", "个别问题"))


def test_a_draft_of_the_public_form_says_that_it_is_not_public(full: Folder) -> None:
    full.submit("县司法局", "achievements:\n  - 加强监管。咨询请打13812345678。\n", REST)
    formats = ("--docx", "--text", "--markdown", "--html", "--json")
    assert full.run("build", "--draft", "--form", "public", *formats).code == 0
    stem = NAME.removesuffix("\n") + "-公开-草稿\uff08不得公开\uff09"
    assert output(full) == sorted(f"{stem}.{ending}" for ending in ("docx", "txt", "md", "html", "json"))
    lines = (full.root / "output" / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
    assert "不得公开" in lines[0]
    assert lines[1].startswith("关于")
    full.run("build", "--draft", "--form", "public", "--text", "-o", str(full.root / "甲.txt"))
    assert (full.root / "甲-草稿\uff08不得公开\uff09.txt").is_file()
    assert "不得公开" not in full.run("build", "--draft", "--text", "-o", "-").out
