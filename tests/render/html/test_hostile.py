"""Text that no clerk would write stays text, wherever it stands in the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.document import (
    Attachment,
    Block,
    BlockType,
    Document,
    Form,
    Imprint,
    Letterhead,
    Picture,
    Role,
    Run,
    Table,
)
from reportctl.text.clean import printable
from tests.render.docx import documents
from tests.render.html import reading

CODE = "<script>alert('1')</script>"


def everywhere(words: str) -> Document:
    """A document in which every text is the same."""
    kinds = {kind: 0 for kind in BlockType if kind not in {BlockType.TABLE_ROW, BlockType.PICTURE}}
    kinds |= {BlockType.CHAPTER: 1, BlockType.SECTION: 2, BlockType.ITEM: 3, BlockType.POINT: 4}
    runs = (Run(words, Role.HEADING), Run(words), Run(words, Role.GAP))
    blocks = tuple(Block(words, kind, runs, level, words) for kind, level in kinds.items())
    content = (Table(((words,), (words,))), Picture(documents.png(2, 2), words))
    return Document(
        Form.FORMAL,
        2023,
        words,
        words,
        blocks,
        documents.DAY,
        title_lines=(words, words),
        issuers=(words,),
        letterhead=Letterhead(words, words, (words, words), words, (words,)),
        imprint=Imprint((words,), words, documents.DAY),
        attachments=(Attachment(1, words, content),),
        draft=True,
    )


def shape(words: str) -> list[tuple[str, list[str]]]:
    """The elements of the page and the names of their attributes: no text changes them.

    But for the lines of a title, of which a long one has several.
    """
    elements = reading.tree(everywhere(words)).walk()
    return [(one.name, list(one.attributes)) for one in elements if one.name not in {"span", "wbr"}]


@pytest.mark.parametrize(
    "words",
    [
        CODE,
        "</title></style></main></body></html>",
        '"><img src=x onerror=alert(1)>',
        "'onmouseover='alert(1)",
        "<!--",
        "]]>",
        "&lt;b&gt; &amp;amp; &#60; &copy",
        "{{ area }}{% raw %}",
        "\u2028\u2029\x85\x00\x1b[31m\x7f",
        "\ud83d 半个字",
        "𠮷😀",
    ],
)
def test_text_is_never_markup(words: str) -> None:
    assert shape(words) == shape("文")
    assert printable(words) in reading.body(everywhere(words)).text


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_read_back_as_it_is_or_harmless(words: str) -> None:
    found = reading.body(documents.plain(Block("p", BlockType.ITEM, (Run(words),)))).find("p")[1]
    assert found.text == printable(words)


def test_attributes_hold_what_they_are_given() -> None:
    image = reading.body(everywhere('a"b\n<c>')).find("img")[0]
    assert image.attributes["alt"] == 'a"b <c>'


def test_a_blank_document_is_a_page() -> None:
    empty = Document(Form.PUBLIC, 2023, "", "", ())
    assert reading.body(empty).text.strip() == ""


def test_an_attachment_without_content_is_its_title() -> None:
    document = documents.plain()._replace(attachments=(Attachment(0, "名单", ()),))
    assert [one.text for one in reading.body(document).find("h2")][-1] == "名单"
