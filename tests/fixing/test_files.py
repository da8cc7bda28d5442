"""Files as they are: encoding, line ends and permissions stay; the unreadable is left alone."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.errors import FileError, LockedError
from reportctl.project import locking, transaction
from reportctl.project.fixed_file import fix_file
from reportctl.project.fixing import fix_files, fix_project
from reportctl.project.submissions import CheckedFile
from reportctl.sources import Source
from tests.tools.project import Done, Folder

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.project.journal import Step

BAD = "achievements:\n  - {heading: 1.加强监管, text: '全年检查20次\x2c整改3处。'}\n"
GOOD = BAD.replace("1.", "").replace("\x2c整", "，整")
NAME = "submissions/县司法局.yaml"


def text(body: str) -> str:
    return f"department: 县司法局\nyear: 2023\n{body}shortcomings: 无\nplans: 无"


def everything(_: Finding) -> bool:
    return True


@pytest.mark.parametrize("last", ["", "\n", "\n\n"], ids=["no line end", "line end", "two"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encoding_and_line_ends_stay(folder: Folder, encoding: str, breaks: str, last: str) -> None:
    before, after = ((text(body) + last).replace("\n", breaks).encode(encoding) for body in (BAD, GOOD))
    folder.write(NAME, before)
    folder.run("validate", "--fix")
    assert (folder.root / NAME).read_bytes() == after


def test_a_file_whose_bytes_could_not_be_made_again_is_left_alone() -> None:
    # no codec of today does this: it takes a text that is not what the bytes say
    checked = CheckedFile((), source=Source("甲.yaml", "甲"))
    done = fix_file("甲.yaml", Path("甲.yaml"), b"?", lambda _: checked, everything, frozenset())
    assert done.fault is not None
    assert done.new == b"?"


def test_permissions_stay(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    (folder.root / NAME).chmod(0o640)
    folder.run("validate", "--fix")
    assert stat.S_IMODE((folder.root / NAME).stat().st_mode) == 0o640


def test_a_link_stays_a_link(folder: Folder) -> None:
    folder.write("原稿/材料.yaml", text(BAD))
    (folder.root / "submissions").mkdir()
    (folder.root / NAME).symlink_to("../原稿/材料.yaml")
    folder.run("validate", "--fix")
    assert (folder.root / NAME).is_symlink()
    assert (folder.root / "原稿/材料.yaml").read_text("utf-8") == text(GOOD)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("  - {heading: 1.甲, text: 乙。\n", "第 "),
        ("heading: 1.甲\n", "不认识的键名“heading”"),
        ("approved_by: 甲\napproved_by: 乙\n", "重复"),
        ("other: [&甲 1.乙。丙]\n", "&"),
        ("order: [}\n", "第 "),
    ],
    ids=["syntax", "unknown key", "duplicate key", "anchor", "brackets"],
)
def test_a_file_that_cannot_be_read_whole_is_left_alone_and_named(
    folder: Folder, fault: str, message: str
) -> None:
    broken = text(BAD + fault)
    folder.write(NAME, broken).submit("县公安局", BAD)
    done = folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == broken
    said = next(line for line in done.err.splitlines() if NAME in line)
    assert said.startswith(f"没有改 {NAME}：先改正第 ")
    assert message in said
    assert "改正了 submissions/县公安局.yaml" in done.err


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\x00" * 9, b"PK\x03\x04", b"", b"department: \x80\xff"])
def test_what_is_no_text_is_left_alone_and_named(folder: Folder, data: bytes) -> None:
    folder.write(NAME, data)
    done = folder.run("validate", "--fix")
    assert (folder.root / NAME).read_bytes() == data
    assert f"没有改 {NAME}" in done.err


def test_nothing_is_mended_in_a_project_that_cannot_be_used(folder: Folder) -> None:
    folder.submit("县司法局", BAD).report("year: 2023\n")
    before = (folder.root / NAME).read_bytes()
    assert folder.run("validate", "--fix").code == 3
    assert (folder.root / NAME).read_bytes() == before


def test_only_what_is_selected_is_mended(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    done = folder.run("validate", "--fix", "--select", "typed-number")
    assert (folder.root / NAME).read_text("utf-8") == folder_text(BAD.replace("1.", ""))
    assert (done.code, done.out) == (0, "")
    folder.run("validate", "--fix", "--ignore", "half-width")
    assert "\x2c整" in (folder.root / NAME).read_text("utf-8")


def folder_text(body: str) -> str:
    return f"{text(body)}\n"


def test_what_is_mended_no_longer_fails_a_strict_run(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    codes = "typed-number,half-width"
    assert folder.run("validate", "--strict", "--select", codes).code == 1
    assert folder.run("validate", "--strict", "--select", codes, "--diff").code == 1
    assert folder.run("validate", "--strict", "--select", codes, "--fix").code == 0


def test_quiet_says_nothing(folder: Folder) -> None:
    folder.submit("县司法局", BAD)
    done = folder.run("validate", "-q", "--fix", "--select", "half-width")
    assert (done.out, done.err) == ("", "")
    assert "，整" in (folder.root / NAME).read_text("utf-8")


def test_no_temporary_file_stays(folder: Folder) -> None:
    folder.submit("县司法局", BAD).write("submissions/.reportctl-left.yaml", "x")
    folder.run("validate", "--fix")
    left = {path.relative_to(folder.root).as_posix() for path in folder.root.rglob(".reportctl*")}
    assert left == {".reportctl.lock"}


# --- single files ------------------------------------------------------------------------------------


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that lies in no project, in a folder of its own."""
    place = tmp_path / "桌面"
    place.mkdir()
    monkeypatch.chdir(place)
    Path("材料.yaml").write_text(text(BAD), encoding="utf-8")
    return place


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Done:
    capsys.readouterr()
    code = main(["validate", *arguments])
    said = capsys.readouterr()
    return Done(code, said.out, said.err)


def test_a_file_without_a_project(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "--fix", "材料.yaml", "材料.yaml", "./材料.yaml")
    assert (alone / "材料.yaml").read_text("utf-8") == text(GOOD)
    assert done.err.count("改正了") == 1
    assert done.code == 0
    assert [path.name for path in alone.iterdir()] == ["材料.yaml"]


def test_the_difference_of_a_file_without_a_project(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "--diff", "材料.yaml")
    assert (alone / "材料.yaml").read_text("utf-8") == text(BAD)
    assert done.out.startswith("--- 材料.yaml\n+++ 材料.yaml\n@@ ")
    assert done.code == 0


def test_a_difference_ends_as_the_file_does(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("材 料.yaml").write_bytes("plans: [1.甲。乙]\r\ndepartment: 1.甲".encode())
    done = run(capsys, "--diff", "材 料.yaml")
    assert done.out.splitlines()[0] == "--- 材 料.yaml\t"
    assert done.out.endswith("\n\\ No newline at end of file\n")
    assert "-plans: [1.甲。乙]\r\n+plans: [甲。乙。]\r\n" in done.out


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_difference_has_no_other_format(alone: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert run(capsys, "--diff", "--format", form, "材料.yaml").code == 2


def test_a_missing_file_is_named(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "--fix", "没有.yaml", "材料.yaml")
    assert done.code == 4
    assert "没有改 没有.yaml" in done.err
    assert (alone / "材料.yaml").read_text("utf-8") == text(GOOD)


def test_only_the_named_file_of_a_project_is_mended(folder: Folder) -> None:
    folder.submit("县司法局", BAD).submit("县公安局", BAD)
    folder.run("validate", "--fix", str(folder.root / NAME))
    assert "1.加强" not in (folder.root / NAME).read_text("utf-8")
    assert "1.加强" in (folder.root / "submissions/县公安局.yaml").read_text("utf-8")


# --- trouble -----------------------------------------------------------------------------------------


def test_a_file_that_is_changed_meanwhile_is_not_overwritten(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = alone / "材料.yaml"
    real = transaction._written

    def meddle(change: transaction.Change, step: Step) -> Step:
        path.write_text("别人刚刚保存的", encoding="utf-8")
        return real(change, step)

    monkeypatch.setattr(transaction, "_written", meddle)
    with pytest.raises(FileError, match="被改动"):
        fix_files([path], None, everything)
    assert path.read_text("utf-8") == "别人刚刚保存的"
    assert [one.name for one in alone.iterdir()] == ["材料.yaml"]


def test_when_one_file_cannot_be_written_none_is(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.submit("县司法局", BAD).submit("县公安局", BAD)
    before = (folder.root / "submissions/县公安局.yaml").read_bytes()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "县司法局.yaml")
    done = folder.run("validate", "--fix")
    assert done.code == 4
    assert re.search("县司法局.yaml 是只读的", done.err)
    assert (folder.root / "submissions/县公安局.yaml").read_bytes() == before


def test_two_runs_do_not_mix(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.submit("县司法局", BAD)
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.01)
    with locking.locked([folder.root]):
        with pytest.raises(LockedError):
            fix_project(folder.root, everything)
        assert folder.run("validate", "--fix").code == 5
        assert folder.run("validate", "--diff").code == 1
