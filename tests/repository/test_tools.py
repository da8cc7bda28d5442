"""The tools that other tests stand on do what those tests believe."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from tests.tools import need, office, pages, validator

if TYPE_CHECKING:
    from pathlib import Path

STAND_INS = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "方正小标宋简体": "NotoSerifCJK",  # which of the collection's names LibreOffice writes differs by version
    "宋体": "FandolSong",
}
TEXT = "关于鹤城区法治政府建设情况报告"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """One paragraph in each of the official typefaces."""
    document = docx.Document()
    for typeface in STAND_INS:
        run = document.add_paragraph().add_run(TEXT)
        run.font.name = typeface
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), typeface)
    path = tmp_path / "文件.docx"
    document.save(str(path))
    return path


@pytest.mark.slow
def test_each_official_typeface_is_printed_in_its_stand_in(letter: Path, tmp_path: Path) -> None:
    pdf = office.to_pdf(letter, tmp_path)

    used = pages.fonts(pdf)
    assert [one for one in STAND_INS.values() if not any(font.startswith(one) for font in used)] == []
    assert len(used) == len(STAND_INS)
    assert pages.texts(pdf)[0].split() == [TEXT] * len(STAND_INS)


@pytest.mark.slow
def test_pages_become_pictures_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    for number in range(10):
        document.add_paragraph(f"第{number}页").paragraph_format.page_break_before = number > 0
    document.save(str(tmp_path / "十页.docx"))

    pdf = office.to_pdf(tmp_path / "十页.docx", tmp_path)
    pictures = pages.to_png(pdf, dpi=40)

    assert [picture.name for picture in pictures] == [f"十页-{number:02}.png" for number in range(1, 11)]
    assert [text.strip() for text in pages.texts(pdf)] == [f"第{number}页" for number in range(10)]
    assert struct.unpack(">II", pictures[0].read_bytes()[16:24]) == (340, 440)  # Letter at 40 dpi


@pytest.mark.slow
def test_a_saved_copy_keeps_the_text(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()

    copy = office.resave(letter, tmp_path / "again")

    assert [one.text for one in docx.Document(str(copy)).paragraphs] == [TEXT] * len(STAND_INS)


def test_saving_over_the_source_is_refused(letter: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="over itself"):
        office.resave(letter, tmp_path)


@pytest.mark.slow
def test_what_is_no_document_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no zip")

    with pytest.raises(RuntimeError, match="did not make"):
        office.to_pdf(broken, tmp_path)


def planted(source: Path, target: Path, old: str, new: str) -> Path:
    """A copy of a document with a fault put into its body."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as copy:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "word/document.xml":
                data = data.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, data)
    return target


@pytest.mark.slow
def test_the_validators_pass_a_sound_document_and_name_a_planted_fault(letter: Path, tmp_path: Path) -> None:
    faulty = planted(letter, tmp_path / "faulty.docx", "<w:p>", "<w:p><w:r/><w:pPr/>")

    found = validator.errors(letter, faulty)
    audited = validator.audit(faulty)

    assert {fault.file for fault in found} == {faulty}
    assert found[0].part == "/word/document.xml"
    assert [fault for fault in audited if fault.part == "/word/document.xml"] != []


def test_a_tool_that_is_here_has_a_path() -> None:
    assert need.tool("sh").is_file()


def test_a_missing_tool_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception, match="no-such-tool is missing"):
        need.tool("no-such-tool")


def test_a_missing_tool_fails_where_nothing_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="no-such-tool is missing"):
        need.tool("no-such-tool")
