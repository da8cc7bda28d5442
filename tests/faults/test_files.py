"""What is no plain file in `submissions/`: never read by mistake, never waited for, never passed over."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import FILE, SOUND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.intake import Intake


def device(path: Path) -> None:
    try:
        os.mknod(path, 0o644 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


def listener(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        here = os.open(path.parent, os.O_RDONLY)
        door.bind(f"/proc/self/fd/{here}/{path.name}")  # the name of a socket has 108 bytes at most
        os.close(here)


def outside(path: Path) -> None:
    secret = path.parent.parent.parent / "secret.yaml"
    secret.write_text(SOUND, "utf-8")
    path.symlink_to(secret)


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (lambda path: path.mkdir(), "not-a-file"),
    "a broken link": (lambda path: path.symlink_to("nowhere.yaml"), "broken-link"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "broken-link"),
    "a link out of the project": (outside, "outside-link"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "outside-link"),
    "a link out through a folder": (lambda path: path.symlink_to("../../secret.yaml"), "broken-link"),
    "a pipe that nobody fills": (os.mkfifo, "not-a-file"),
    "a socket": (listener, "not-a-file"),
    "a device": (device, "not-a-file"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd(intake: Intake, name: str) -> None:
    make, code = ODD[name]
    path = intake.folder.root / FILE
    make(path)
    judged = intake.judge(None)
    assert judged.errors == [(code, 1, 1)]
    missing = [one["file"] for one in judged.done.json["findings"] if one["code"] == "missing-submission"]
    assert missing == []
    assert intake.folder.run("build", "--text").code == 1
    status = intake.folder.run("status", "--format", "json").json["departments"][0]
    assert (status["state"], status["file"]) == ("invalid", FILE)


def test_a_link_within_the_project_is_followed(intake: Intake) -> None:
    intake.folder.write("handed-in/first.txt", SOUND)
    (intake.folder.root / FILE).symlink_to("../handed-in/first.txt")
    assert intake.judge(None).errors == []


def test_a_folder_within_is_walked_and_a_link_to_one_is_not(intake: Intake) -> None:
    intake.folder.write("submissions/甲/乙/县司法局.yaml", SOUND)
    (intake.folder.root / "submissions/circle").symlink_to(".")
    findings = {(code, file) for code, file, *_ in intake.folder.validate().findings}
    assert ("stray-file", "submissions/circle") in findings
    assert ("missing-submission", "report.yaml") not in findings


STRAYS = [
    "县司法局.docx",
    "县司法局.yaml.bak",
    ".县司法局.yaml.swp",
    "说明",
]
NOBODYS = ["~$县司法局.yaml", ".~lock.县司法局.yaml#", ".DS_Store", "Thumbs.db", "desktop.ini"]


@pytest.mark.parametrize("name", STRAYS)
def test_strays_are_reported_and_harm_nobody(intake: Intake, name: str) -> None:
    intake.folder.write(FILE, SOUND)
    intake.folder.write(f"submissions/{name}", b"\xff\x00")
    judged = intake.judge(None)
    assert ("stray-file", f"submissions/{name}", 1, 1) in judged.done.findings
    assert judged.done.code == 0


@pytest.mark.parametrize("name", NOBODYS)
def test_what_systems_and_editors_leave_is_passed_over(intake: Intake, name: str) -> None:
    intake.folder.write(FILE, SOUND)
    intake.folder.write(f"submissions/{name}", b"\xff\x00")
    judged = intake.judge(None)
    assert name not in judged.done.out
    assert judged.done.code == 0


@pytest.mark.parametrize("hidden", [".stversions", ".git", ".sync", "甲/.stversions", ".归档.yaml"])
def test_an_old_copy_in_a_hidden_folder_is_never_read(intake: Intake, hidden: str) -> None:
    intake.folder.write(FILE, SOUND)
    intake.folder.write(f"submissions/{hidden}/县司法局.yaml", SOUND.replace("检查三次", "检查九次"))
    intake.folder.write(f"submissions/{hidden}/b/c.yaml", SOUND)
    judged = intake.judge(None)
    found = [(one["code"], one["file"]) for one in judged.done.json["findings"] if "/." in one["file"]]
    assert found == [("stray-file", f"submissions/{hidden}")]
    assert judged.done.code == 0
    intake.folder.run("build", "--draft", "--text")
    (draft,) = (intake.folder.root / "output").glob("*.txt")
    assert "九次" not in draft.read_text("utf-8")


@pytest.mark.parametrize("where", ["submissions", "submissions/甲"])
@pytest.mark.parametrize(
    "verb", [["validate"], ["validate", "--fix"], ["status"], ["figures", "-o", "账.csv"], ["build"]]
)
def test_a_folder_that_cannot_be_read_is_not_an_empty_one(
    intake: Intake, where: str, verb: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.folder.write("submissions/甲/县司法局.yaml", SOUND)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "账.csv").write_text("旧账", "utf-8")
    scan = os.scandir

    def refusing(path: str) -> object:
        path = str(path)
        if str(path).endswith(where):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    done = intake.folder.run(*verb)
    assert (done.code, done.out) == (4, "")
    assert f"文件夹 {where} 打不开（没有权限）" in done.err
    assert (tmp_path / "账.csv").read_text("utf-8") == "旧账"
    assert not (intake.folder.root / "output").exists()


def test_a_thousand_folders_within_each_other(intake: Intake) -> None:
    intake.folder.write(FILE, SOUND)
    here = os.open(intake.folder.root / "submissions", os.O_RDONLY)
    for _ in range(1000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    done = intake.folder.validate()
    # pytest's own way to remove them goes down as deep as they are
    subprocess.run(["rm", "-r", intake.folder.root / "submissions/d"], check=True)
    assert [file for code, file, *_ in done.findings if code == "unreadable"] == ["submissions" + "/d" * 20]
    assert done.code == 4


@pytest.mark.parametrize("name", ["a\\0.csv", "a\\0/b.yaml"])
@pytest.mark.parametrize("key", ["layout", "last_year", "attachment"])
def test_a_nul_in_a_path(intake: Intake, key: str, name: str) -> None:
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    said = f'{key}: "{name}"\n'
    if key == "attachment":
        attached = f'document:\n  attachments: [{{title: 表, file: "{name}"}}]\n'
        report, said = report.replace("document:\n", attached), ""
    intake.folder.report(report + said)
    done = intake.folder.run("build", "--text")
    assert done.code in {1, 3, 4}
    assert "Traceback" not in done.err


@pytest.mark.parametrize("make", [os.mkfifo, listener])
def test_a_pipe_in_any_place_is_refused(intake: Intake, make: Callable[[Path], None]) -> None:
    folder = intake.folder
    report = (folder.root / "report.yaml").read_text("utf-8")
    make(folder.root / "p.yaml")
    folder.report(report + "layout: p.yaml\n")
    assert folder.run("build", "--text").code in {3, 4}
    attached = "document:\n  attachments: [{title: 表, file: p.yaml}]\n"
    folder.report(report.replace("document:\n", attached))
    assert folder.run("build", "--text").code == 3
    folder.report(report)
    make(folder.root / "edits.yaml")
    assert folder.run("build", "--text").code == 4
    (folder.root / "edits.yaml").unlink()
    make(folder.root / "out-草稿.txt")
    for options in ([], ["--check"]):
        done = folder.run("build", "--draft", "--text", "-o", str(folder.root / "out.txt"), *options)
        assert done.code in {1, 4}


def test_endings_of_any_case(intake: Intake) -> None:
    intake.folder.write("submissions/县司法局.YML", SOUND)
    assert intake.judge(None).done.code == 0


ODD_NAMES = {
    b"\xff\xfe.yaml": "submissions/??.yaml",
    b"a\nb.yaml": "submissions/a\nb.yaml",
    b"\x1b[31m.yaml": "submissions/\x1b[31m.yaml",
    "甲 乙：《丙》.yaml".encode(): "submissions/甲 乙：《丙》.yaml",
    b"-rf.yaml": "submissions/-rf.yaml",
    b"x" * 250 + b".yaml": f"submissions/{'x' * 250}.yaml",
}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names(intake: Intake, name: bytes) -> None:
    path = os.path.join(os.fsencode(intake.folder.root / "submissions"), name)  # noqa: PTH118 - a name of bytes
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - the same
        file.write(SOUND.replace("year: 2023", "year: 2022"))
    assert ("wrong-year", ODD_NAMES[name], 2, 7) in intake.folder.validate().findings
    out = intake.folder.run("validate", "--format", "concise").out
    assert all(line.startswith(("submissions/", "report.yaml:")) for line in out.splitlines())
    assert "\x1b" not in out


def test_no_submissions_at_all(intake: Intake) -> None:
    for path in (intake.folder.root / "submissions").iterdir():
        path.unlink()
    assert intake.folder.codes() == ["missing-submission"] * 3
    (intake.folder.root / "submissions").rmdir()
    assert intake.folder.codes() == ["missing-submission"] * 3
    intake.folder.write("submissions", b"a file")
    assert ("not-a-file", "submissions", 1, 1) in intake.folder.validate().findings


def test_a_folder_of_submissions_elsewhere_is_not_read(intake: Intake) -> None:
    root = intake.folder.root
    elsewhere = root.parent / "elsewhere"
    (root / "submissions").rename(elsewhere)
    (root / "submissions").symlink_to(elsewhere)
    done = intake.folder.validate()
    assert ("outside-link", "submissions", 1, 1) in done.findings
    assert not any(file.startswith("submissions/") for _, file, *_ in done.findings)


@pytest.mark.parametrize("name", ["report.yaml", "edits.yaml"])
def test_a_projects_own_file_is_no_submission(intake: Intake, name: str) -> None:
    done = intake.folder.run("validate", str(intake.folder.root / name))
    assert (done.code, "不是部门的材料" in done.err) == (2, True)


def test_a_file_checked_alone_may_be_anything(intake: Intake) -> None:
    root = intake.folder.root
    os.mkfifo(root / "pipe.yaml")
    for name, code in {"pipe.yaml": 1, "nowhere.yaml": 4, "submissions": 1}.items():
        done = intake.folder.run("validate", str(root / name))
        assert (done.code, name in done.out, "Traceback" in done.err) == (code, True, False)


def test_every_file_is_read_beside_a_report_that_cannot_be_used(intake: Intake) -> None:
    folder = intake.folder
    folder.report((folder.root / "report.yaml").read_text("utf-8") + "colour: red\n")
    folder.write(FILE, "department: 县司法局\nyear: [\n")
    folder.write("submissions/b.yaml", "department：县公安局\n")
    folder.write("edits.yaml", "- {omitt: true}\n")
    done = folder.validate()
    assert done.code == 3
    assert {one[1] for one in done.findings} == {"report.yaml", FILE, "submissions/b.yaml", "edits.yaml"}
