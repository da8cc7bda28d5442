"""Where LibreOffice is missing, fails or hangs, the user reads what to do and nothing is left behind."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportctl.errors import FileError
from reportctl.render import office, pdf
from tests.render.docx import documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tools.project import Folder

    Soffice = Callable[[str], Path]


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Soffice:
    """`soffice(script)`: a stand-in for LibreOffice, alone on the PATH; gives a folder for its notes."""
    programs, notes, temporary = (tmp_path / name for name in ("bin", "notes", "tmp"))
    for folder in (programs, notes, temporary):
        folder.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("NOTES", str(notes))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))

    def install(script: str) -> Path:
        program = programs / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return notes

    return install


def convert() -> bytes:
    out = io.BytesIO()
    pdf.render(documents.plain(), documents.gb9704(), out)
    return out.getvalue()


def runs(identifier: int) -> bool:
    """Whether a process still runs; one that waits to be buried does not."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{identifier}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


SUCCEEDS = """\
for source; do :; done
printf "%%PDF of " >"${source%.docx}.pdf"
/bin/cat "$source" >>"${source%.docx}.pdf"
"""


def test_what_the_program_makes_is_what_is_written(soffice: Soffice, tmp_path: Path) -> None:
    soffice(SUCCEEDS)
    assert convert() == b"%PDF of " + documents.docx(documents.plain())
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_program_gets_a_profile_and_a_home_of_its_own(
    soffice: Soffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME", raising=False)
    notes = soffice(f'echo "$1 $HOME $LC_ALL" >"$NOTES/said"; {SUCCEEDS}')
    convert()
    profile, home, locale = (notes / "said").read_text("utf-8").split()
    assert profile.startswith(f"-env:UserInstallation={(tmp_path / 'tmp').as_uri()}/reportctl-pdf-")
    assert home.startswith(str(tmp_path / "tmp"))
    assert locale == "C.UTF-8"


def test_a_home_that_is_there_is_kept_for_the_fonts_in_it(
    soffice: Soffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/clerk")
    notes = soffice(f'echo "$HOME" >"$NOTES/said"; {SUCCEEDS}')
    convert()
    assert (notes / "said").read_text("utf-8") == "/home/clerk\n"


def test_libreoffice_by_its_other_name(soffice: Soffice, tmp_path: Path) -> None:
    soffice(SUCCEEDS)
    (tmp_path / "bin/soffice").rename(tmp_path / "bin/libreoffice")
    assert convert().startswith(b"%PDF")


def test_without_libreoffice_the_user_reads_how_to_get_it(soffice: Soffice) -> None:
    with pytest.raises(FileError) as caught:
        convert()
    assert caught.value.message == "生成 PDF 要用 LibreOffice，这台机器上没有找到（soffice）"
    assert "apt install libreoffice-writer" in caught.value.hint


def test_a_failure_says_what_libreoffice_said(soffice: Soffice, tmp_path: Path) -> None:
    soffice("echo 'Warning: failed to launch javaldx' >&2; echo 'Error: source file could not be loaded'")
    with pytest.raises(FileError) as caught:
        convert()
    assert caught.value.message == "LibreOffice 没有生成 PDF（Error: source file could not be loaded）"
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("cause", [TimeoutError, KeyboardInterrupt])
def test_who_waits_no_longer_leaves_no_process_behind(
    soffice: Soffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cause: type[BaseException]
) -> None:
    notes = soffice('/bin/sleep 60 & echo $! >"$NOTES/child"; wait')
    monkeypatch.setattr(office, "_TIMEOUT", 0.5)
    if cause is KeyboardInterrupt:
        monkeypatch.setattr("subprocess.Popen.communicate", interrupted)
    with pytest.raises(KeyboardInterrupt if cause is KeyboardInterrupt else FileError):
        convert()
    child = int((notes / "child").read_text("utf-8"))
    deadline = time.monotonic() + 5
    while runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(child)
    assert list((tmp_path / "tmp").iterdir()) == []


def interrupted(*arguments: object, **options: object) -> None:
    time.sleep(0.5)
    raise KeyboardInterrupt


def test_the_command_line_keeps_the_old_file(folder: Folder, soffice: Soffice) -> None:
    path = folder.write("old-草稿.pdf", "旧").root / "old-草稿.pdf"
    done = folder.run("build", "--draft", "--pdf", "-o", str(path))
    assert (done.code, done.out) == (4, "")
    assert "LibreOffice" in done.err
    assert path.read_text("utf-8") == "旧"
    assert [one.name for one in folder.root.glob(".reportctl-*")] == []


def test_the_command_line_writes_all_or_nothing(folder: Folder, soffice: Soffice) -> None:
    assert folder.run("build", "--draft", "--pdf", "--html").code == 4
    assert [one.name for one in (folder.root / "output").iterdir() if not one.name.startswith(".")] == []
    soffice(SUCCEEDS)
    done = folder.run("build", "--draft", "--pdf", "--html")
    assert [Path(line).suffix for line in done.out.splitlines()] == [".html", ".pdf"]
    assert all(Path(line).stat().st_size for line in done.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pdf", "--check"), "PDF 每次生成都不一样"),
        (("--pdf", "-o", "-"), "PDF不能写到标准输出"),
        (("--pdf", "--html", "-o", "-"), "一次只能写一种格式"),
        (("--html", "-o", "report.pdf"), "扩展名是 .pdf"),
    ],
)
def test_what_makes_no_sense_is_refused(folder: Folder, arguments: tuple[str, ...], said: str) -> None:
    done = folder.run("build", "--draft", *arguments)
    assert done.code == 2
    assert said in done.err
