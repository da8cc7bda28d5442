"""Words beside the text are judged: notes like paragraphs, headers and footers by the rules of words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from reportctl.layout import load
from reportctl.project.wording import check_words
from tests.inspect import handmade
from tests.inspect.handmade import paragraph, run, text

if TYPE_CHECKING:
    from reportctl.findings import Finding

LAYOUTS = (load("gb9704", Path()),)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, *words: str) -> str:
    """The part of footnotes or endnotes, with the lines that part them from the text."""
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    stored = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", run(f" {one}"))}</w:{kind}>'
        for number, one in enumerate(words, 1)
    )
    return f'<w:{kind}s xmlns:w="{handmade.W}">{separator}{stored}</w:{kind}s>'


def document(*blocks: str, **parts: str) -> bytes:
    """A right document with these paragraphs before its closing phrase, and these parts."""
    whole = handmade.body()
    files = handmade.parts([*whole[:-1], *blocks, whole[-1], *handmade.tail()[4:]])
    related = files["word/_rels/document.xml.rels"]
    target = '<Relationship Id="{0}" Type="{1}/{2}" Target="{0}.xml"/></Relationships>'
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = content
        related = related.replace("</Relationships>", target.format(kind, KIND, kind.rstrip("1")))
    files["word/_rels/document.xml.rels"] = related
    return handmade.packed(files)


def words(data: bytes) -> list[Finding]:
    return list(check_words(inspect(data, LAYOUTS), "稿.docx"))


def test_notes_are_judged_like_paragraphs_and_numbered_as_they_are_read() -> None:
    cited = text(run("数据见统计表。"), reference("footnote", 2), run("另有说明。"), reference("footnote", 1))
    data = document(
        cited,
        footnotes=notes("footnote", "我局布署检查XX次。", "全年检查20次，，发现问题3个。"),
        endnotes=notes("endnote", "没有引用的注，，不看。"),
    )
    found = words(data)
    line = next(one.paragraph for one in inspect(data, LAYOUTS).sentences if "数据见" in one.text)
    assert sorted((one.message.partition("\uff1a")[0], one.code) for one in found) == [
        ("脚注1“全年检查20次，，发现问题3个。”", "colliding-marks"),
        ("脚注2“我局布署检查XX次。”", "placeholder"),
        ("脚注2“我局布署检查XX次。”", "wrong-word"),
    ]
    assert {one.span.line for one in found} == {line}


def test_endnotes_are_counted_by_themselves() -> None:
    cited = text(run("数据见统计表。"), reference("footnote", 1), reference("endnote", 1))
    data = document(
        cited,
        footnotes=notes("footnote", "数据截至2023年12月31日。"),
        endnotes=notes("endnote", "2023年2月30日统计。"),
    )
    (found,) = words(data)
    assert (found.code, found.message[:3]) == ("impossible-date", "尾注1")


def header(*blocks: str) -> str:
    return f'<w:hdr xmlns:w="{handmade.W}">{"".join(blocks)}</w:hdr>'


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("布署工作情况", ["wrong-word"]),
        ("2023年度法治政府建设情况", []),
        ("第XX页", []),  # what is a gap in a sentence may be meant in a header
    ],
)
def test_the_words_of_headers_are_judged(line: str, codes: list[str]) -> None:
    files = document(header1=header(paragraph(run(line))))
    shown = rebuilt(files, '<w:headerReference w:type="default" r:id="header1"/>')
    found = words(shown)
    assert [one.code for one in found] == codes
    assert all(one.message.startswith("页眉“") and one.span.line == 1 for one in found)


def rebuilt(data: bytes, reference_: str) -> bytes:
    """The document with a reference more in its section."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    main = files["word/document.xml"]
    files["word/document.xml"] = main.replace("<w:sectPr>", f"<w:sectPr>{reference_}", 1)
    return handmade.packed(files)


def test_a_page_number_is_no_word() -> None:
    assert not [one for one in inspect(handmade.formal(), LAYOUTS).sentences if one.name]


def test_what_is_read_by_nobody_is_said() -> None:
    formula = f'<m:oMath xmlns:m="{M}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    chart = (
        f'<w:r><w:drawing><a:graphic xmlns:a="{A}"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing></w:r>'
    )
    found = inspect(document(text(run("增长率按下式计算："), formula), text(chart)), LAYOUTS)
    assert found.unjudged == ("公式（1 个）", "图表（1 个）")
    assert inspect(document(), LAYOUTS).unjudged == ()
