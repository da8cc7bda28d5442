"""`collect` from an inbox to submissions, ledger, versions and receipts."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from reportctl.collect import taking
from reportctl.errors import FileError
from tests.collect.inbox import YAML, Inbox, word
from tests.collect.plain_reports import data, file
from tests.collect.test_arriving import packed
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder


@pytest.fixture
def inbox(folder: Folder) -> Inbox:
    return Inbox(folder)


def test_what_came_becomes_submissions_with_receipts(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.put("b.yaml", YAML.format(name="县公安局", count=60))
    inbox.put("c.zip", packed([("县林业局.docx", word("县林业局"))]))

    done = inbox.collect()

    assert done.code == 0, done.err
    assert done.out.splitlines() == [
        f"submissions/{name}.yaml" for name in ("县公安局", "县司法局", "县林业局")
    ]
    assert "由 collect 从“a.docx”读出" in inbox.submission("县司法局")
    assert "评查行政执法案卷60本" in inbox.submission("县林业局")
    assert inbox.submission("县公安局") == YAML.format(name="县公安局", count=60)
    assert [line["state"] for line in inbox.lines()] == ["stored"] * 3
    assert inbox.received("receipts") == ["县公安局-1.txt", "县司法局-1.txt", "县林业局-1.txt"]
    receipt = (inbox.root / "received/receipts/县司法局-1.txt").read_text("utf-8-sig")
    assert "你单位报送的“a.docx”" in receipt
    assert "工作成效 1 条、存在不足 1 条、下年安排 1 条" in receipt
    assert len(inbox.received("originals")) == 3
    assert inbox.folder.run("build", "--text").code == 0


def test_the_same_inbox_again_changes_and_says_nothing(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.put("b.pdf", b"%PDF-1.7 ...")
    inbox.put("c.zip", packed([("x.docx", word("县林业局"))]))
    assert inbox.collect().code == 1
    before = inbox.contents()

    again = inbox.folder.run("-q", "collect", str(inbox.path))

    assert (again.code, again.out, again.err) == (0, "", "")
    assert inbox.contents() == before


def test_a_copy_under_another_name_is_known_by_its_bytes(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.collect()
    (inbox.path / "a.docx").rename(inbox.path / "b.docx")

    assert inbox.collect().out == ""
    assert len(inbox.lines()) == 1


def test_a_newer_version_stands_though_the_old_one_still_lies_there(inbox: Inbox) -> None:
    inbox.put("v1.docx", word("县司法局", heading="第一稿的标题"))
    inbox.collect()
    first = inbox.submission("县司法局").encode()
    inbox.put("v2.docx", word("县司法局", heading="第二稿的标题"))

    assert inbox.told() == []
    assert inbox.collect().out == ""

    assert "第二稿的标题" in inbox.submission("县司法局")
    (kept,) = inbox.received("versions")
    assert (inbox.root / "received/versions" / kept).read_bytes() == first
    assert [line["version"] for line in inbox.lines()] == [1, 2]
    (status,) = [
        row
        for row in inbox.folder.run("status", "--format", "json").json["departments"]
        if row["name"] == "县司法局"
    ]
    assert status["version"] == 2
    assert status["received_at"] == inbox.lines()[-1]["at"]


def test_of_two_versions_at_once_the_newer_stands_and_is_named(inbox: Inbox) -> None:
    newer = inbox.put("a.docx", word("县司法局", heading="新的一稿"))
    older = inbox.put("b.docx", word("县司法局", heading="旧的一稿"))
    os.utime(newer, (2_000_000_000, 2_000_000_000))
    os.utime(older, (1_000_000_000, 1_000_000_000))

    (finding,) = inbox.collect("--format", "json", str(inbox.path)).json["findings"]

    assert finding["code"] == "several-versions"
    assert "用了最新的“a.docx”" in finding["message"]
    assert "新的一稿" in inbox.submission("县司法局")
    assert len(inbox.received("versions")) == 1


def test_a_submission_that_was_edited_by_hand_is_kept(inbox: Inbox) -> None:
    inbox.put("v1.docx", word("县司法局"))
    inbox.collect()
    edited = inbox.submission("县司法局").replace("60本", "61本")
    inbox.folder.write("submissions/县司法局.yaml", edited)
    inbox.put("v2.docx", word("县司法局", heading="第二稿"))

    assert inbox.told() == ["edited-by-hand"]

    (kept,) = inbox.received("versions")
    assert (inbox.root / "received/versions" / kept).read_text("utf-8") == edited
    assert "61本" not in inbox.submission("县司法局")


def test_mending_marks_is_no_edit_by_hand(inbox: Inbox) -> None:
    inbox.put("v1.yaml", YAML.format(name="县司法局", count="60本\x2c70"))
    inbox.collect()
    assert inbox.folder.run("validate", "--fix").code in {0, 1}
    assert "\uff0c" in inbox.submission("县司法局")
    inbox.put("v2.docx", word("县司法局"))

    assert "edited-by-hand" not in inbox.told()


def test_an_untouched_form_is_replaced_where_it_lies_without_a_word(inbox: Inbox) -> None:
    form = "department: 县司法局\nyear: 2023\nplans:\n  - heading:\n    text:\n"
    inbox.folder.write("submissions/政法口/司法.yaml", form)
    inbox.put("a.docx", word("县司法局"))

    done = inbox.collect()

    assert done.out == "submissions/政法口/司法.yaml\n"
    assert inbox.received("versions") == []


ASIDE = {
    "no department": (word(""), "which-department"),
    "another roster": (word("市交通局"), "which-department"),
    "another year": (word("县司法局", 2022), "not-this-year"),
    "nothing in it": (data(file("县司法局2023年度法治政府建设情况报告")), "no-item"),
    "yaml of nobody": (YAML.format(name="市交通局", count=1).encode(), "which-department"),
    "yaml of another year": (
        YAML.format(name="县司法局", count=1).replace("2023", "2022").encode(),
        "not-this-year",
    ),
    "yaml with nothing": (
        b"department: \xe5\x8e\xbf\xe5\x8f\xb8\xe6\xb3\x95\xe5\xb1\x80\nyear: 2023\n",
        "no-item",
    ),
    "broken yaml": (b'department: "\nyear: 2023\n', "unreadable-file"),
    "half a document": (word("县司法局")[:9000], "unreadable-file"),
    "half an archive": (packed([("a.yaml", os.urandom(9000))])[:5000], "unreadable-file"),
    "empty": (b"", "unreadable-file"),
    "pdf": (b"%PDF-1.7", "unreadable-file"),
    "ofd": (packed([("OFD.xml", b"<ofd/>")]), "unreadable-file"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "unreadable-file"),
    "7z": (b"7z\xbc\xaf'\x1c\0\4", "unreadable-file"),
    "picture": (b"\x89PNG\r\n\x1a\n", "unreadable-file"),
    "photo": (b"\xff\xd8\xff\xe0", "unreadable-file"),
    "page": (b"<!DOCTYPE html><html><body>x</body></html>", "unreadable-file"),
    "mail": (
        b"From: a@example.test\r\nSubject: x\r\nDate: Wed, 8 Jan 2025 09:03:00 +0800\r\n\r\nx",
        "unreadable-file",
    ),
    "outlook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le"),
        "unreadable-file",
    ),
    "encrypted": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "unreadable-file",
    ),
    "macros": (
        packed([("[Content_Types].xml", b"<Types/>"), ("word/vbaProject.bin", b"x")]),
        "unreadable-file",
    ),
    "entities": (
        packed(
            [
                (
                    "[Content_Types].xml",
                    b'<!DOCTYPE x [<!ENTITY a "b">]><Types>&a;</Types>',
                )
            ]
        ),
        "unreadable-file",
    ),
    "table": (packed([("[Content_Types].xml", b"<T/>"), ("xl/workbook.xml", b"<w/>")]), "unreadable-file"),
}


@pytest.mark.parametrize("case", ASIDE)
def test_what_cannot_be_taken_goes_aside_with_reason_and_remedy(inbox: Inbox, case: str) -> None:
    material, code = ASIDE[case]
    inbox.put("来件.docx", material)

    done = inbox.collect("--format", "json", str(inbox.path))

    assert done.code == 1
    assert [finding["code"] for finding in done.json["findings"]] == [code]
    assert done.json["findings"][0]["hint"]
    assert not (inbox.root / "submissions").exists()
    assert [line["state"] for line in inbox.lines()] == ["pending"]
    *kept, note = inbox.received("pending")
    assert [(inbox.root / "received/pending" / name).read_bytes() for name in kept] == [material] * bool(
        material
    )
    assert note.endswith("-来件.txt")
    text = (inbox.root / "received/pending" / note).read_text("utf-8-sig")
    assert done.json["findings"][0]["message"] in text
    assert "怎么办：" in text
    (pending,) = inbox.folder.run("status", "--format", "json").json["pending"]
    assert pending["name"] == "来件.docx"


def test_the_official_says_whose_it_is(inbox: Inbox) -> None:
    inbox.put("报告.docx", word(""))
    assert inbox.collect().code == 1
    (pending, _) = inbox.received("pending")

    done = inbox.collect("--department", "县司法局", str(inbox.root / "received/pending" / pending))

    assert (done.code, done.out) == (0, "submissions/县司法局.yaml\n")
    assert inbox.received("pending") == []
    assert "“报告.docx”" in inbox.submission("县司法局")
    assert inbox.collect().out == ""
    assert inbox.folder.run("status", "--format", "json").json["pending"] == []


def test_the_folder_of_what_waits_can_be_collected_from(inbox: Inbox) -> None:
    inbox.put("报告.docx", word(""))
    inbox.put("说明.txt", "这不是材料\n")
    inbox.collect()
    assert len(inbox.received("pending")) == 4

    done = inbox.collect("--format", "json", "--department", "县司法局", str(inbox.root / "received/pending"))

    assert [line["name"] for line in done.json["files"]] == ["报告.docx", "说明.txt"]
    assert [line["state"] for line in done.json["files"]] == ["stored", "pending"]
    assert len(inbox.received("pending")) == 2


def test_a_short_name_added_to_the_roster_lets_it_in(inbox: Inbox) -> None:
    inbox.put("报告.docx", word("法制办"))
    assert inbox.told() == ["which-department"]
    assert inbox.told() == []
    inbox.folder.report(REPORT.replace("[县司法局,", "[{name: 县司法局, aliases: [法制办]},"))

    assert inbox.collect().out == "submissions/县司法局.yaml\n"
    assert inbox.received("pending") == []


def test_what_waited_does_not_come_back_over_a_newer_one(inbox: Inbox) -> None:
    old = inbox.put("旧稿.docx", word("法制办", heading="旧的一稿"))
    os.utime(old, (1_000_000_000, 1_000_000_000))
    inbox.collect()
    inbox.put("新稿.docx", word("县司法局", heading="新的一稿"))
    inbox.collect()
    inbox.folder.report(REPORT.replace("[县司法局,", "[{name: 县司法局, aliases: [法制办]},"))

    assert inbox.told() == ["several-versions"]

    assert "新的一稿" in inbox.submission("县司法局")
    assert (len(inbox.received("versions")), inbox.received("pending")) == (1, [])
    assert [line["state"] for line in inbox.lines()] == ["pending", "stored", "outdated"]
    assert inbox.collect().out == ""
    assert inbox.collect("--again", str(old)).out == "submissions/县司法局.yaml\n"


def test_a_department_that_is_not_on_the_roster_is_a_usage_error(inbox: Inbox) -> None:
    done = inbox.collect("--department", "县司法厅", str(inbox.path))
    assert done.code == 2
    assert "县司法局" in done.err


def test_two_submissions_that_are_there_are_not_chosen_between(inbox: Inbox) -> None:
    for name in ("a", "b"):
        inbox.folder.write(f"submissions/{name}.yaml", YAML.format(name="县司法局", count=60))
    inbox.put("c.docx", word("县司法局"))
    before = {path: path.read_bytes() for path in (inbox.root / "submissions").iterdir()}

    assert inbox.told() == ["second-submission"]

    assert {path: path.read_bytes() for path in (inbox.root / "submissions").iterdir()} == before
    assert len(inbox.received("pending")) == 2


def test_a_blank_form_is_written_down_and_is_neither_stored_nor_put_aside(inbox: Inbox) -> None:
    form = "department: 县司法局\nyear: 2023\nplans:\n  - heading:\n    text:\n"
    inbox.put("表.yaml", form)

    done = inbox.collect("--format", "json", str(inbox.path))

    assert done.code == 0
    assert [finding["code"] for finding in done.json["findings"]] == ["blank-form"]
    assert [line["state"] for line in inbox.lines()] == ["blank"]
    assert inbox.received("pending") == []
    assert not (inbox.root / "submissions").exists()


def test_errors_of_content_are_stored_and_told(inbox: Inbox) -> None:
    inbox.put("a.yaml", YAML.format(name="县司法局", count="XX"))

    done = inbox.collect("--format", "json", str(inbox.path))

    assert done.code == 1
    assert done.json["findings"][0]["code"] == "placeholder"
    assert (inbox.root / "submissions/县司法局.yaml").exists()
    assert inbox.lines()[0]["result"].startswith("1 个错误")


def test_findings_in_what_was_read_lead_to_the_paragraph(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局", heading="检查XX次"))

    (finding,) = inbox.collect("--format", "json", str(inbox.path)).json["findings"]

    assert finding["file"] == "submissions/县司法局.yaml"
    (related,) = finding["related"]
    assert related["file"] == f"received/originals/县司法局/{inbox.lines()[0]['mark']}-a.docx"
    assert (related["line"], related["message"]) == (3, "原件第 3 段“检查XX次”")


def test_a_dry_run_writes_nothing(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.put("b.pdf", b"%PDF")
    before = inbox.contents()

    done = inbox.collect("--dry-run", str(inbox.path))

    assert (done.code, done.out) == (1, "submissions/县司法局.yaml\n")
    assert inbox.contents() == before
    assert not (inbox.root / "received").exists()


def test_again_takes_what_is_known(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.collect()
    inbox.folder.write("submissions/县司法局.yaml", YAML.format(name="县司法局", count=7))

    assert inbox.collect("--again", str(inbox.path)).out == "submissions/县司法局.yaml\n"
    assert "60本" in inbox.submission("县司法局")


def test_strict_makes_warnings_count(inbox: Inbox) -> None:
    inbox.put("a.yaml", YAML.format(name="县司法局", count="60本\x2c70"))
    assert inbox.collect("--strict", "--dry-run", str(inbox.path)).code == 1
    assert inbox.collect("--dry-run", str(inbox.path)).code == 0


def test_without_an_office_an_old_format_goes_aside(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox.put("a.doc", rb"{\rtf1 x}")
    assert "no-convert" in inbox.collect("--no-convert", "--dry-run", str(inbox.path)).err

    def missing(_: bytes) -> bytes:
        raise FileError("没有 LibreOffice", hint="另存为 .docx")

    monkeypatch.setattr(taking, "to_docx", missing)
    assert inbox.told() == ["unreadable-file"]


@pytest.mark.slow
def test_an_old_format_is_converted(inbox: Inbox) -> None:
    lines = (
        "一、工作成效",
        "1.规范执法监督。全年评查案卷60本。",
        "二、存在的不足",
        "1.力量不足。仅有9人。原因：编制少。",
    )
    body = "".join(f"{line}\n" for line in ("县司法局2023年度法治政府建设情况报告", *lines))
    rtf = "".join(rf"\u{ord(char)}?" if ord(char) > 127 else char.replace("\n", "\\par\n") for char in body)
    inbox.put("a.wps", "{\\rtf1\\ansi\n" + rtf + "}")

    assert inbox.told()[0] == "converted"
    assert "全年评查案卷60本" in inbox.submission("县司法局")


def test_chinese_keys_where_the_report_has_them(inbox: Inbox) -> None:
    inbox.folder.report(REPORT.replace("year: 2023", "年度: 2023"))
    inbox.put("a.docx", word("县司法局"))
    inbox.collect()
    assert "工作成效:" in inbox.submission("县司法局")


def test_the_table_is_made_for_excel_and_made_anew_when_it_can_be(inbox: Inbox) -> None:
    table = inbox.root / "received/台账.csv"
    table.mkdir(parents=True)
    inbox.put("=a.docx", word("县司法局"))

    assert inbox.told() == ["table-held"]
    table.rmdir()
    assert inbox.collect().code == 0

    (_, row) = csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig")))
    assert row[1:4] == ["县司法局", "1", "'=a.docx"]


def test_what_is_received_is_hidden_from_others(inbox: Inbox) -> None:
    inbox.root.chmod(0o755)
    inbox.put("a.docx", word("县司法局"))
    inbox.collect()
    assert stat.S_IMODE((inbox.root / "received").stat().st_mode) == 0o750


def test_a_torn_last_line_of_the_ledger_heals(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.collect()
    ledger = inbox.root / "received/ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + whole[:40])
    inbox.put("b.docx", word("县公安局"))

    assert inbox.collect().code == 0

    lines = ledger.read_bytes().splitlines()
    assert json.loads(lines[-1])["department"] == "县公安局"
    assert inbox.collect().out == ""


def test_what_is_collected_from_is_never_touched(inbox: Inbox) -> None:
    inbox.put("a.docx", word("县司法局"))
    inbox.put("b.zip", packed([("x.pdf", b"%PDF")]))
    for path in inbox.path.iterdir():
        path.chmod(0o444)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.path.iterdir()}
    inbox.collect()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.path.iterdir()} == before


def test_a_path_that_is_not_there_or_is_the_project_itself(inbox: Inbox) -> None:
    assert inbox.collect(str(inbox.path / "没有")).code == 4
    assert inbox.collect(str(inbox.root)).code == 2
