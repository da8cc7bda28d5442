"""The package: the same bytes every time, nothing of a template in it, nobody named."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import docx as python_docx
import pytest

from reportctl import resources
from reportctl.layout import FontClass
from tests.render.docx import documents, reading

if TYPE_CHECKING:
    from reportctl.document import Document

FORMS = {
    "plain": documents.plain(),
    "public": documents.public(),
    "formal": documents.formal(),
    "joint": documents.formal(issuers=("甲县人民政府", "乙县人民政府"), signatories=("甲某", "乙某", "丙某")),
    "draft": documents.plain()._replace(draft=True),
}


@pytest.fixture(params=list(FORMS), scope="module")
def data(request: pytest.FixtureRequest) -> bytes:
    return documents.docx(FORMS[request.param])


def test_a_second_build_gives_the_same_bytes(data: bytes) -> None:
    assert data in {documents.docx(document) for document in FORMS.values()}


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_does_not_matter(seed: str) -> None:
    program = (
        "import hashlib; from tests.render.docx import documents as d; "
        "print(hashlib.sha256(d.docx(d.formal())).hexdigest())"
    )
    env = dict(os.environ) | {"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == hashlib.sha256(documents.docx(documents.formal())).hexdigest()


def test_entries_bear_the_reports_date() -> None:
    with zipfile.ZipFile(io.BytesIO(documents.docx(documents.plain()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2024, 1, 15, 0, 0, 0)}
        assert archive.namelist()[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


@pytest.mark.parametrize("day", [None, dt.date(1949, 10, 1)])
def test_a_date_that_no_archive_can_name(day: dt.date | None) -> None:
    document = documents.plain()._replace(date=day)
    with zipfile.ZipFile(io.BytesIO(documents.docx(document))) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_properties_are_the_reports_own_and_name_nobody(data: bytes) -> None:
    properties = python_docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == documents.TITLE
    assert properties.created == properties.modified == dt.datetime(2024, 1, 15, tzinfo=dt.UTC)
    assert properties.language == "zh-CN"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_a_long_title_is_cut_in_the_properties_only() -> None:
    title = "关于法治政府建设" * 60
    data = documents.docx(documents.plain()._replace(title=title))
    assert python_docx.Document(io.BytesIO(data)).core_properties.title == title[:255]


def test_nothing_refers_to_the_theme(data: bytes) -> None:
    for name, content in reading.parts(data).items():
        if not name.startswith("word/theme/"):
            assert b"Theme=" not in content, name
            assert b"themeColor" not in content, name
            assert b"rsid" not in content, name


def test_nothing_of_python_docx_s_template_survives(data: bytes) -> None:
    names = set(reading.style_names(data).values())
    builtin = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    assert all(any("\u4e00" <= char <= "\u9fff" for char in name) for name in names - builtin)
    styles = reading.parts(data)["word/styles.xml"].decode()
    for leftover in ("Heading 1", "latentStyles", "Cambria", "Calibri", "365F91", "ja-JP"):
        assert leftover not in styles


def test_the_package_has_the_parts_of_the_base_and_of_the_report() -> None:
    folder = resources.path("templates", "docx")
    base = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    own = {"word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "docProps/custom.xml"}
    assert set(reading.parts(documents.docx(documents.plain()))) == base | own


def test_every_style_is_used(data: bytes) -> None:
    parts = reading.parts(data)
    used = b"".join(parts[name] for name in parts if name.startswith("word/") and name != "word/styles.xml")
    styles = reading.find(reading.tree(data, "word/styles.xml"), "w:style")
    bases = {reading.value(one, "w:basedOn") for one in styles}
    for one in styles:
        identifier = one.get(f"{reading.W}styleId")
        if one.get(f"{reading.W}default") is None:
            assert f'w:val="{identifier}"'.encode() in used or identifier in bases


def test_every_style_sets_its_fonts_in_all_four_slots(data: bytes) -> None:
    for fonts in reading.tree(data, "word/styles.xml").iter(f"{reading.W}rFonts"):
        slots = {fonts.get(f"{reading.W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(slots) == 1
        assert None not in slots
        assert fonts.get(f"{reading.W}hint") == "eastAsia"


def test_the_body_has_no_formatting_of_its_own(data: bytes) -> None:
    allowed = {"pStyle", "sectPr", "framePr"}
    for properties in reading.tree(data).iter(f"{reading.W}pPr"):
        assert {str(child.tag).removeprefix(reading.W) for child in properties} <= allowed
    for properties in reading.tree(data).iter(f"{reading.W}rPr"):
        assert [child.tag for child in properties] == [f"{reading.W}rStyle"]


def test_missing_fonts_have_stand_ins() -> None:
    fonts = reading.find(reading.tree(documents.docx(documents.plain()), "word/fontTable.xml"), "w:font")
    found = {one.get(f"{reading.W}name"): reading.value(one, "w:altName") for one in fonts}
    assert found["仿宋_GB2312"] == "仿宋,FandolFang"
    assert len(found) == len(FontClass)


def test_settings() -> None:
    settings = reading.tree(documents.docx(documents.plain()), "word/settings.xml")
    assert reading.value(settings, "w:characterSpacingControl") == "compressPunctuation"
    assert reading.value(settings, "w:themeFontLang") == "zh-CN"
    assert reading.find(settings, "w:evenAndOddHeaders")
    mode = {
        one.get(f"{reading.W}name"): one.get(f"{reading.W}val")
        for one in reading.find(settings, "w:compat/w:compatSetting")
    }
    assert mode["compatibilityMode"] == "15"


@pytest.mark.parametrize(("duplex", "mirrored"), [(False, 0), (True, 1)])
def test_the_binding_edge_changes_sides_when_printed_on_both(duplex: bool, mirrored: int) -> None:
    document: Document = documents.plain()._replace(duplex=duplex)
    settings = reading.tree(documents.docx(document), "word/settings.xml")
    assert len(reading.find(settings, "w:mirrorMargins")) == mirrored


def test_word_s_gallery_shows_the_dozen_styles_that_a_person_wants() -> None:
    styles = reading.tree(documents.docx(documents.formal()), "word/styles.xml")
    shown = [
        reading.value(style, "w:name")
        for style in reading.find(styles, "w:style")
        if reading.find(style, "w:qFormat")
    ]
    assert len(shown) <= 13
    assert {"公文标题", "公文正文", "发文机关署名", "成文日期"} <= set(shown)
    assert not any("（" in str(name) for name in shown)


def test_what_is_begun_behind_the_closing_phrase_stays_with_nothing() -> None:
    kept = reading.style(documents.docx(documents.plain()), "公文正文（与下段同页）")
    assert reading.value(kept, "w:next") == "GwBody"
