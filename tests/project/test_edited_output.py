"""What people did to built files is never replaced unasked; asked for, it is put aside."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.operations.program import sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

NAME = "云溪县2023年度法治政府建设情况报告"


@pytest.fixture
def built(folder: Folder) -> Folder:
    """A project that has been built as Word, text and Markdown."""
    sound(folder.root)
    assert folder.run("build", "--docx", "--text", "--markdown").code == 0
    return folder


def edit_word(path: Path) -> None:
    """Save it as Word does: other parts, the custom properties kept."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("全年检查".encode(), "全年督查".encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def edit_text(path: Path) -> None:
    path.write_text("领导改的", "utf-8")


EDITED = {"docx": (".docx", edit_word), "text": (".txt", edit_text), "markdown": (".md", edit_text)}


@pytest.mark.parametrize("options", [[], ["--partial"], ["--check"], ["--form", "plain"]])
@pytest.mark.parametrize("kind", EDITED)
def test_an_edited_file_stays(built: Folder, kind: str, options: list[str]) -> None:
    suffix, edit = EDITED[kind]
    path = built.root / f"output/{NAME}{suffix}"
    edit(path)
    others = {file: file.read_bytes() for file in (built.root / "output").iterdir()}
    done = built.run("build", "--docx", "--text", "--markdown", *options)
    assert done.code == 1
    assert f"output/{NAME}{suffix}:1:1: error:" in done.err
    assert "[edited-output]" in done.err
    assert "--replace" in done.err
    assert "reportctl reconcile" in done.err
    assert done.out == ""
    assert {file: file.read_bytes() for file in (built.root / "output").iterdir()} == others


def test_a_draft_is_held_against_its_own_file(built: Folder) -> None:
    assert built.run("build", "--draft").code == 0
    edit_word(built.root / f"output/{NAME}-草稿.docx")
    assert built.run("build", "--draft").code == 1
    assert built.run("build").code == 0


@pytest.mark.parametrize("kind", EDITED)
def test_asked_for_it_is_replaced_and_put_aside(built: Folder, kind: str) -> None:
    suffix, edit = EDITED[kind]
    path = built.root / f"output/{NAME}{suffix}"
    fresh = path.read_bytes()
    edit(path)
    changed = path.read_bytes()
    done = built.run("build", f"--{kind}", "--replace")
    aside = built.root / f"rounds/改动稿/{NAME}-{hashlib.sha256(changed).hexdigest()[:8]}{suffix}"
    assert (done.code, done.out) == (0, f"{path}\n")
    assert str(aside) in done.err
    assert (path.read_bytes(), aside.read_bytes()) == (fresh, changed)
    edit(path)
    assert built.run("build", f"--{kind}", "--replace").code == 0
    assert built.run("build", f"--{kind}").code == 0


def test_without_a_record_a_word_file_speaks_for_itself(built: Folder) -> None:
    (built.root / "output/.reportctl.json").unlink()
    assert built.run("build").code == 0
    (built.root / "output/.reportctl.json").write_text("[", "utf-8")
    edit_text(built.root / f"output/{NAME}.txt")
    assert built.run("build", "--text").code == 0
    edit_word(built.root / f"output/{NAME}.docx")
    (built.root / "output/.reportctl.json").unlink()
    assert built.run("build").code == 1


def test_a_public_file_bears_no_id_and_is_known_by_the_record(built: Folder) -> None:
    path = built.root / f"output/{NAME}-公开.docx"
    assert built.run("build", "--form", "public").code == 0
    with zipfile.ZipFile(path) as package:
        assert "docProps/custom.xml" not in package.namelist()
    assert built.run("build", "--form", "public").code == 0
    (built.root / "output/.reportctl.json").unlink()
    assert built.run("build", "--form", "public").code == 1


def test_the_record_names_files_wherever_they_went(built: Folder, tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    assert built.run("build", "--text", "-o", str(target)).code == 0
    record = json.loads((built.root / "output/.reportctl.json").read_bytes())["files"]
    assert record[target.as_posix()] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert f"output/{NAME}.docx" in record
    edit_text(target)
    assert built.run("build", "--text", "-o", str(target)).code == 1
    assert built.run("build", "--text", "-o", str(target), "--replace").code == 0


def word_lock(name: str) -> bytes:
    ansi, wide = name.encode("gb18030"), name.encode("utf-16-le")
    head = bytes([len(ansi)]) + ansi.ljust(53, b"\0")
    return head + len(name).to_bytes(2, "little") + wide.ljust(108, b"\0")


LOCKS = [
    (f"~${NAME}.docx", word_lock("李区长"), "李区长"),
    (f"~${NAME[1:]}.docx", word_lock("李区长"), "李区长"),
    (f"~${NAME[2:]}.docx", word_lock("Li Ming"), "Li Ming"),
    (f"~${NAME[2:]}.docx", b"", ""),
    (f".~lock.{NAME}.docx#", "王主任\x2cwang,PC-1,28.11.2026 10:00,file:///home/wang;".encode(), "王主任"),
    (f".~lock.{NAME}.docx#", b",wang,PC-1,28.11.2026 10:00,file:///home/wang;", "wang"),
]


@pytest.mark.parametrize(("lock", "data", "person"), LOCKS)
@pytest.mark.parametrize("options", [[], ["--draft"], ["--check"]])
def test_an_open_file_is_not_replaced(
    built: Folder, lock: str, data: bytes, person: str, options: list[str]
) -> None:
    if options == ["--draft"]:
        built.run("build", "--draft")
        lock = lock.replace(".docx", "-草稿.docx")
    built.write(f"output/{lock}", data)
    done = built.run("build", *options)
    assert (done.code, done.out) == (4, "")
    assert person in done.err
    assert f"没有人开着的，可以删除 {lock}" in done.err
    if not options:
        assert built.run("build", "--replace").code == 0
