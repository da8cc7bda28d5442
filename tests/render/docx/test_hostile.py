"""Text that no clerk would write: it stays text, and the document opens."""

from __future__ import annotations

import io
import string

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.document import Attachment, Block, BlockType, Picture, Run, Table
from reportctl.errors import ExitCode, ProjectError
from tests.render.docx import documents, reading
from tests.render.docx.documents import block


def text_of(text: str) -> str:
    """What a paragraph with `text` says after rendering."""
    data = documents.docx(documents.plain(Block("p", BlockType.ITEM, (Run(text),))))
    return reading.paragraphs(data)[2][1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<w:p>&amp;</w:p>", "<w:p>&amp;</w:p>"),
        ("]]>", "]]>"),
        ("一\x00二\x07三\x1b四\x7f", "一\ufffd二\ufffd三\ufffd四\ufffd"),
        ("半个\ud83d字", "半个\ufffd字"),
        ("尽头\ufffe\uffff", "尽头\ufffd\ufffd"),
        ("换\n行", "换\n行"),
        ("制\t表", "制\t表"),
        ("{{ area }}{% raw %}", "{{ area }}{% raw %}"),
        ("  首尾空格  ", "  首尾空格  "),
        ("😀𠮷", "😀𠮷"),
    ],
)
def test_text_arrives_as_it_is_or_harmless(text: str, shown: str) -> None:
    assert text_of(text) == shown


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="\r\x85"), min_size=1, max_size=60))
def test_any_text_gives_a_document_that_can_be_read(text: str) -> None:
    shown = text_of(text)
    assert len(shown) == len(text)
    printable = [char for char in text if char.isprintable() and char not in "\ufffe\uffff"]
    assert [char for char in printable if char not in shown] == []


@pytest.mark.parametrize("text", ['"><evil x="', "a\x01b", "c\nd"])
def test_names_and_descriptions_cannot_leave_their_attribute(text: str) -> None:
    picture = Attachment(0, text, (Picture(documents.png(4, 4), text),))
    data = documents.docx(documents.plain()._replace(attachments=(picture,), title=text))
    properties = [node for node in reading.tree(data).iter() if str(node.tag).endswith("docPr")]
    assert len(properties) == 1
    assert '"><evil' in str(properties[0].get("descr")) or "evil" not in text


def test_ten_megabytes_in_one_paragraph() -> None:
    text = "法治政府建设" * 600_000
    assert len(text_of(text)) == len(text)


def test_a_hostile_title_is_broken_in_no_time() -> None:
    title = "关于" + "".join(chr(0x4E00 + index % 3000) for index in range(20_000))
    document = documents.plain(title=title)
    assert python_docx.Document(io.BytesIO(documents.docx(document))).paragraphs


def test_cells_may_hold_anything_and_rows_may_be_short() -> None:
    table = Table((("甲", "乙", "丙"), ("<1>", "两\n行"), ("", "&", string.punctuation)))
    document = documents.plain()._replace(attachments=(Attachment(0, "表", (table,)),))
    read = python_docx.Document(io.BytesIO(documents.docx(document))).tables[0]
    cells = [[cell.text for cell in row.cells] for row in read.rows]
    assert cells == [["甲", "乙", "丙"], ["<1>", "两\n行", ""], ["", "&", string.punctuation]]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b""])
def test_a_damaged_picture_is_an_error_that_names_it(data: bytes) -> None:
    picture = Attachment(0, "图", (Picture(data, "办理流程图"),))
    with pytest.raises(ProjectError, match="办理流程图") as caught:
        documents.docx(documents.plain()._replace(attachments=(picture,)))
    assert caught.value.exit_code is ExitCode.PROJECT


def test_an_empty_report() -> None:
    bare = documents.plain()._replace(blocks=())
    assert reading.paragraphs(documents.docx(bare)) == [("文末", "")]


def test_a_title_alone() -> None:
    bare = documents.plain()._replace(blocks=(block(BlockType.TITLE, "报告"),))
    assert reading.paragraphs(documents.docx(bare)) == [("公文标题", "报告")]
