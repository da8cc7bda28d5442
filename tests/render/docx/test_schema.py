"""The package against the Open XML schema, by order and by two validators; LibreOffice keeps it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl import layout
from tests.render.docx import documents, reading
from tests.tools import office, validator

if TYPE_CHECKING:
    from pathlib import Path

FORMS = {
    "plain": documents.plain(),
    "public": documents.public(),
    "formal": documents.formal(),
    "duplex": documents.formal()._replace(duplex=True),
    "joint": documents.formal(issuers=("甲县人民政府", "乙县人民政府"), signatories=("甲某", "乙某", "丙某")),
    "draft": documents.plain()._replace(draft=True),
    "bare": documents.plain()._replace(blocks=(), date=None, title=""),
}

# ECMA-376 part 1, CT_PPr and CT_RPr: the order of the children that a program may write.
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
CHARACTER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl"
    " cs em lang eastAsianLayout specVanish oMath"
)
STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize(
    ("element", "order"), [("pPr", PARAGRAPH), ("rPr", CHARACTER), ("style", STYLE)], ids=["p", "r", "style"]
)
def test_children_stand_in_the_order_of_the_schema(form: str, element: str, order: str) -> None:
    data = documents.docx(FORMS[form])
    places = order.split()
    for part in reading.parts(data):
        if part.startswith("word/") and part.endswith(".xml"):
            for node in reading.tree(data, part).iter(f"{reading.W}{element}"):
                names = [str(child.tag).removeprefix(reading.W) for child in node]
                assert names == sorted(names, key=places.index), part
                assert len(set(names)) == len(names), part


def test_all_text_stands_in_runs() -> None:
    for document in FORMS.values():
        for paragraph in reading.tree(documents.docx(document)).iter(f"{reading.W}p"):
            for child in paragraph:
                assert not (child.text or "").strip()
                assert child.tag in {f"{reading.W}pPr", f"{reading.W}r"}


@pytest.mark.slow
def test_word_has_nothing_to_complain_of(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "based_on: gb33476\ngrid: {mode: word}\nfonts: {preset: windows, latin: Times New Roman}\n",
        encoding="utf-8",
    )
    own = layout.load("own.yaml", tmp_path)
    files = []
    for form, document in FORMS.items():
        for name, style in (("default", None), ("own", own)):
            file = tmp_path / f"{form}-{name}.docx"
            file.write_bytes(documents.docx(document, style))
            files.append(file)
    assert [str(fault) for fault in validator.errors(*files)] == []
    assert [str(fault) for fault in validator.audit(*files)] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", ["plain", "formal", "joint"])
def test_saved_again_by_libreoffice_nothing_is_lost(tmp_path: Path, form: str) -> None:
    data = documents.docx(FORMS[form])
    (tmp_path / "ours.docx").write_bytes(data)
    (tmp_path / "theirs").mkdir()
    again = office.resave(tmp_path / "ours.docx", tmp_path / "theirs").read_bytes()
    theirs = {
        text.strip() for node in reading.tree(again).iter(f"{reading.W}p") if (text := reading.text(node))
    }
    ours = {text.strip() for _, text in reading.paragraphs(data) if text.strip()}
    assert ours <= theirs
