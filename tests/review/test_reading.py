"""Every visible character of a copy stands in a line or under 放不下, in both views of tracked changes."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from reportctl.review.copies import TrackKind, View
from reportctl.review.markup import read_copy
from tests.review.leader import Leader
from tests.review.sessions import Session
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.review.copies import Copy
    from tests.review.drafts import Office

_W = nsdecls("w")
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_RUBY = (
    f"<w:r {_W}><w:ruby><w:rt><w:r><w:t>heng</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>衡</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_WORD_BOX = (
    f'<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
ODD = {
    "文本框": (_WORD_BOX, "框里的话"),
    "公式": (f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>a+b=c</m:t></m:r></m:oMath>', "a+b=c"),
    "隐藏文字": (f"<w:r {_W}><w:rPr><w:vanish/></w:rPr><w:t>藏着的话</w:t></w:r>", "藏着的话"),
    "注音": (_RUBY, "heng"),
    "特殊符号": (f'<w:r {_W}><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "F0FE"),
    "目录": (
        f'<w:fldSimple {_W} w:instr="TOC \\o"><w:r><w:t>一、工作1</w:t></w:r></w:fldSimple>',
        "一、工作1",
    ),
}


def copy_of(document: docx.document.Document, view: View = View.ACCEPT) -> Copy:
    packed = io.BytesIO()
    document.save(packed)
    return read_copy(packed.getvalue(), view)


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_line_is_an_aside(kind: str) -> None:
    xml, words = ODD[kind]
    document = docx.Document()
    paragraph = document.add_paragraph("前面。")
    paragraph._p.append(parse_xml(xml))
    paragraph.add_run("后面。")
    copy = copy_of(document)
    assert [(aside.kind, aside.text) for aside in copy.asides] == [(kind, words)]
    assert copy.paragraphs[0].text in ("前面。后面。", "前面。衡后面。")


def test_tables_headers_and_footnotes_are_told() -> None:
    document = docx.Document()
    document.add_paragraph("正文。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "871"
    document.sections[0].header.paragraphs[0].text = "内部征求意见"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    copy = copy_of(document)
    assert [(line.text, line.table) for line in copy.paragraphs] == [("正文。", None), ("指标\t871", 0)]
    assert [(aside.kind, aside.text) for aside in copy.asides] == [("页眉", "内部征求意见")]


@pytest.mark.parametrize(("name", "kind"), [("footnote", "脚注"), ("endnote", "尾注")])
def test_a_note_is_told(name: str, kind: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("前面。")
    notes = (
        f"<w:{name}s {_W}><w:{name} w:id='2'><w:p><w:r><w:t>此数含乡镇</w:t></w:r></w:p></w:{name}>"
        f"</w:{name}s>"
    )
    where, content = PackURI(f"/word/{name}s.xml"), CONTENT_TYPE.WML_FOOTNOTES.replace("footnote", name)
    part = Part(where, content, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES.replace("footnote", name))
    paragraph.add_run()._r.append(parse_xml(f"<w:{name}Reference {_W} w:id='2'/>"))
    paragraph.add_run("后面。")
    copy = copy_of(document)
    assert [line.text for line in copy.paragraphs] == ["前面。后面。"]
    assert [(aside.kind, aside.text) for aside in copy.asides] == [(kind, "此数含乡镇")]


def test_a_list_of_word_has_its_numbers_again(office: Office) -> None:
    leader = Leader(office.draft().read_bytes())
    text = leader.lines[leader.at("1.推进矛盾纠纷源头化解")]
    leader.count_automatically([leader.at("1.推进矛盾纠纷源头化解"), leader.at("2.加强行政复议应诉工作")])
    assert text in [line.text for line in read_copy(leader.save(), View.ACCEPT).paragraphs]
    assert office.changes(leader.save()) == []


def test_both_views_of_tracked_changes_are_right_and_name_who_made_them(office: Office) -> None:
    data = office.draft().read_bytes()
    leader = Leader(data)
    before = list(leader.lines)
    leader.replace(leader.at("通过执法考试人员245名"), "245", "246", track=True)
    leader.delete(leader.at("1.严格落实普法责任制"), track=True)
    leader.insert(leader.at("3.加强行政执法队伍监管"), "4.推进行政执法数字化。", track=True)
    leader.move(leader.at("2.加强行政复议应诉工作"), leader.at("2.完善规范性文件管理工作"), track=True)
    leader.join(leader.at("1.切实加强党对法治政府建设的领导"), 2, track=True)
    split = leader.at("3.强化法治建设考评督察")
    leader.split(split, leader.lines[split].index("组织开展法治政府"), track=True)
    accepted = read_copy(leader.save(), View.ACCEPT)
    rejected = read_copy(leader.save(), View.REJECT)
    assert [line.text for line in accepted.paragraphs] == leader.lines
    assert [line.text for line in rejected.paragraphs] == before
    assert {change.author for change in accepted.tracked} == {"张区长"}
    assert {change.kind for change in accepted.tracked} == set(TrackKind)


def everything(data: bytes) -> str:
    """The characters of all texts of a document's body but the deleted ones."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = parse_xml(package.read("word/document.xml"))
    gone = {qn("w:del"), qn("w:moveFrom")}
    texts = [
        text.text or ""
        for text in root.iter(qn("w:t"), f"{{{_MATH}}}t")
        if not gone & {above.tag for above in text.iterancestors()}
    ]
    return "".join("".join(texts).split())


@sample_and_long(3, 100)
def test_no_character_is_lost(rounds: int, office: Office) -> None:
    data = office.draft().read_bytes()
    for seed in range(rounds):
        session = Session(data, 5_000 + seed).sit(6)
        leader, rng = session.leader, random.Random(seed)  # noqa: S311 - no secret
        for kind in rng.sample(sorted(set(ODD) - {"特殊符号"}), 3):
            place = rng.randrange(len(leader.paragraphs))
            leader.paragraphs[place].append(parse_xml(ODD[kind][0]))
        table = leader.document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "指标", "871"
        bookmark = OxmlElement("w:bookmarkStart")
        bookmark.set(qn("w:id"), "99999")
        bookmark.set(qn("w:name"), "自己的书签")
        leader.paragraphs[0].addprevious(bookmark)
        copy = read_copy(leader.save(), View.ACCEPT)
        told = [line.text for line in copy.paragraphs] + [
            aside.text for aside in copy.asides if aside.kind != "页眉"
        ]
        lost = Counter(everything(leader.save()))
        lost.subtract("".join("".join(told).split()))
        assert not +lost, session.done
        assert not -lost, session.done


def test_what_is_no_word_document_is_refused(office: Office, tmp_path: Path) -> None:
    office.draft()
    for name, data in {"空.docx": b"", "文本.docx": "不是".encode(), "坏.docx": b"PK\x03\x04"}.items():
        (tmp_path / name).write_bytes(data)
        assert office.take(tmp_path / name).code == 4
    assert office.take(tmp_path / "没有.docx").code == 4
