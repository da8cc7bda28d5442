"""A PDF is the .docx as LibreOffice prints it."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from reportctl.errors import ExitCode, FileError
from reportctl.layout import load
from reportctl.render.fonts import stand_in_remark
from reportctl.render.pdf import render
from tests.render.docx import documents
from tests.render.docx.documents import TITLE
from tests.tools import need, office, pages

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.document import Document
    from tests.tools.project import Folder

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cron gives: no home, no locale; and the tests' fonts."""
    need.tool("soffice")
    need.tool(need.FONTS)
    for name in ("HOME", "XDG_CACHE_HOME", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("FONTCONFIG_FILE", str(office.FONTS_CONF))


def pdf(document: Document) -> bytes:
    out = io.BytesIO()
    render(document, documents.gb9704(), out)
    return out.getvalue()


def test_every_word_of_the_report_is_on_a_sheet_of_a4(tmp_path: Path) -> None:
    document = documents.plain()
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(document))
    printed = "".join("".join(page.split()) for page in pages.texts(path))
    assert [one.text for one in document.blocks if "".join(one.text.split())[:12] not in printed] == []
    with pdfplumber.open(path) as opened:
        sizes = {(round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)) for page in opened.pages}
        assert opened.metadata["Title"] == TITLE
    assert sizes == {(210, 297)}
    assert any(font.startswith("FandolFang") for font in pages.fonts(path))


def test_a_screen_reader_finds_headings_and_language() -> None:
    data = pdf(documents.plain())
    assert b"/MarkInfo<</Marked true>>" in data
    assert b"/Lang(zh-CN)" in data
    assert b"/Outlines" in data


def test_the_public_form_names_nobody() -> None:
    data = pdf(documents.public()._replace(issuers=(documents.ISSUER,)))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        assert set(opened.metadata) & {"Author", "LastModifiedBy", "Manager"} == set()


def test_without_chinese_fonts_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    shutil.copy(need.tool(need.FONTS) / "LiberationSerif-Regular.ttf", fonts)
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>", "utf-8"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    out = io.BytesIO()
    with pytest.raises(FileError, match="没有中文字体") as caught:
        render(documents.plain(), documents.gb9704(), out)
    assert out.getvalue() == b""
    assert caught.value.exit_code == ExitCode.IO
    assert "仿宋_GB2312" in caught.value.hint
    assert "fonts-noto-cjk" in caught.value.hint


def test_a_font_that_stands_in_for_another_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need.tool("fc-list")
    layout = documents.gb9704()
    printed = b"/BaseFont/BAAAAA+FandolFang-Regular /BaseFont /CAAAAA+FandolHei-Regular"
    said = stand_in_remark(printed, layout)
    assert "没有字体 仿宋_GB2312、黑体" in said
    assert "由 FandolFang-Regular、FandolHei-Regular 代替" in said
    fonts = ", ".join(f"{name}: FandolFang" for name in ("fangsong", "hei", "kai", "biaosong", "song"))
    (tmp_path / "office.yaml").write_text(f"fonts: {{{fonts}}}\n", "utf-8")
    assert stand_in_remark(printed, load("office.yaml", tmp_path)) == ""
    monkeypatch.setenv("PATH", "")
    assert stand_in_remark(printed, layout) == ""


def test_build_warns_of_it(folder: Folder) -> None:
    done = folder.run("build", "--draft", "--pdf")
    assert done.code == 0
    assert "没有字体 仿宋_GB2312" in done.err
    assert "FandolFang" in done.err
