"""A person goes on in Word: Enter behind a paragraph, a longer issuer or date, an 附件 more or fewer."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.document import Attachment, Block, BlockType, Document, Run
from tests.render.docx import documents, reading
from tests.render.docx.documents import block
from tests.render.docx.paper import LEFT, RIGHT, Page, pages_of
from tests.render.docx.reading import W
from tests.tools import office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element

pytestmark = pytest.mark.slow

EM = 15.75 * 25.4 / 72
PITCH = 28.95 * 25.4 / 72
ISSUER, LONGER = "云溪市青山区人民政府", "云溪市青山区全面依法治区委员会办公室"
DATE, LONGER_DATE = "2025年1月2日", "2025年12月25日"


class Word:
    """A document open in Word, to the extent that a person who types a little needs it."""

    def __init__(self, document: Document) -> None:
        self._data = documents.docx(document)
        self._body = reading.tree(self._data)
        self._styles = reading.find(reading.tree(self._data, "word/styles.xml"), "w:style")

    def paragraph(self, words: str) -> _Element:
        return next(one for one in self._body.iter(f"{W}p") if words in reading.text(one))

    def type_over(self, words: str, new: str) -> None:
        first, *others = self.paragraph(words).iter(f"{W}t")
        first.text = new
        for other in others:
            other.text = ""

    def enter(self, words: str, new: str) -> None:
        """Enter at a paragraph's end: the next has the style that its style names, or its own."""
        before = self.paragraph(words)
        made = deepcopy(before)
        before.addnext(made)
        (style,) = reading.find(made, "w:pPr/w:pStyle")
        own = next(one for one in self._styles if one.get(f"{W}styleId") == style.get(f"{W}val"))
        style.set(f"{W}val", reading.value(own, "w:next") or str(style.get(f"{W}val")))
        first, *others = made.iter(f"{W}t")
        first.text = new
        for other in others:
            other.text = ""

    def delete(self, words: str) -> None:
        gone = self.paragraph(words)
        above = gone.getparent()
        assert above is not None
        above.remove(gone)

    def save(self, file: Path) -> None:
        parts = reading.parts(self._data)
        parts["word/document.xml"] = etree.tostring(self._body, encoding="UTF-8", standalone=True)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            for name, data in parts.items():
                package.writestr(name, data)
        file.write_bytes(made.getvalue())


def report(
    *names: str, sealed: bool = True, lines: int = 3, annexes: int = 0, issuer: str = ISSUER
) -> Document:
    rows = (Block(f"p{index}", BlockType.ITEM, (Run("字" * 20),)) for index in range(lines))
    whole = documents.plain(*rows, issuers=(issuer,))
    ending = documents.ending(issuer, names=names, note="此件公开发布")
    dated = (one._replace(runs=(Run(DATE),)) if one.type is BlockType.DATE else one for one in ending)
    text = (block(BlockType.ATTACHMENT_TEXT, "说明文字。"),)
    attached = tuple(Attachment(number, names[number - 1], text) for number in range(1, annexes + 1))
    return whole._replace(blocks=(*whole.blocks[: 2 + lines], *dated), sealed=sealed, attachments=attached)


def both(word: Word) -> None:
    word.type_over(ISSUER, "云溪市青山区司法局")
    word.type_over(DATE, LONGER_DATE)


def below_the_title(word: Word) -> None:
    word.delete("附件：")
    word.enter("甲", "一段说明。")


CASES: dict[str, tuple[Document, Callable[[Word], None]]] = {
    "sealed": (report(), lambda word: None),
    "sealed-date": (report(), lambda word: word.type_over(DATE, LONGER_DATE)),
    "sealed-both": (report(), both),
    "open-issuer": (report(sealed=False), lambda word: word.type_over(ISSUER, LONGER)),
    "open-short-issuer": (
        report(sealed=False, issuer="司法局"),
        lambda word: word.type_over("司法局", "云溪市青山区司法局"),
    ),
    "open-date": (report(sealed=False), lambda word: word.type_over(DATE, LONGER_DATE)),
    "closing": (report(), lambda word: word.enter("专此报告", "以上情况如有不妥，请指正。")),
    "one-name": (report("统计表"), lambda word: word.enter("附件", "2.一览表")),
    "names": (report("统计表", "流程图"), lambda word: word.enter("流程图", "3.一览表")),
    "fewer": (report("统计表", "流程图"), lambda word: word.delete("流程图")),
    "date": (report(), lambda word: word.enter(DATE, "（联系人：张某某）")),
    "annex-label": (report("统计表", annexes=1), lambda word: word.enter("附件1", "统计总表")),
    "annex-title": (
        report("统计表甲", annexes=1),
        below_the_title,
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("going-on")
    for name, (document, edit) in CASES.items():
        word = Word(document)
        edit(word)
        word.save(folder / f"{name}.docx")
    files = [folder / f"{name}.docx" for name in CASES]
    return {pdf.stem: pages_of(pdf) for pdf in office.to_pdfs(files, folder)}


@pytest.mark.parametrize(
    "name", ["sealed", "sealed-date", "sealed-both", "closing", "one-name", "names", "fewer"]
)
def test_sealed_the_date_stays_four_characters_from_the_right(
    pages: dict[str, list[Page]], name: str
) -> None:
    (page,) = pages[name]
    date = page.line("2025年1")
    issuer = page.body[page.body.index(date) - 1]
    assert date.text in {DATE, LONGER_DATE}
    assert (RIGHT - date.right) / EM == pytest.approx(4, abs=0.2)
    assert (issuer.left + issuer.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=EM)


@pytest.mark.parametrize("name", ["open-issuer", "open-short-issuer", "open-date"])
def test_unsealed_both_stay_on_a_line_within_the_text_area(pages: dict[str, list[Page]], name: str) -> None:
    (page,) = pages[name]
    date = page.line("2025年1")
    issuer, above = page.body[page.body.index(date) - 1], page.body[page.body.index(date) - 2]
    assert date.text in {DATE, LONGER_DATE}
    assert issuer.text in {ISSUER, LONGER, "云溪市青山区司法局"}
    assert above.text == "专此报告。"
    assert max(issuer.right, date.right) <= RIGHT + 0.1
    if "short" not in name:  # whose date was the longer of the two
        assert (RIGHT - issuer.right) / EM == pytest.approx(2, abs=0.1)


def test_what_is_begun_behind_the_closing_phrase_is_text(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["closing"]
    line = page.line("以上情况")
    assert line.left == pytest.approx(LEFT + 2 * EM, abs=0.5)
    assert line.bottom - page.line("专此报告").bottom == pytest.approx(PITCH, abs=0.1)


@pytest.mark.parametrize("name", ["one-name", "names"])
def test_a_name_more_stands_under_the_others(pages: dict[str, list[Page]], name: str) -> None:
    (page,) = pages[name]
    line = page.line("一览表")
    above = page.body[page.body.index(line) - 1]
    assert line.left == pytest.approx(LEFT + 5 * EM, abs=0.5)
    assert line.bottom - above.bottom == pytest.approx(PITCH, abs=0.1)


def test_what_is_begun_behind_the_date_stands_where_the_note_does(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["date"]
    begun, note = page.line("联系人"), page.line("此件公开发布")
    assert begun.left == pytest.approx(note.left, abs=0.1)
    assert note.bottom - begun.bottom == pytest.approx(PITCH, abs=0.1)


def test_what_is_begun_behind_the_label_of_an_annex_is_its_title(pages: dict[str, list[Page]]) -> None:
    _, page = pages["annex-label"]
    line = page.line("统计总表")
    assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_what_is_begun_behind_the_title_of_an_annex_is_text(pages: dict[str, list[Page]]) -> None:
    _, page = pages["annex-title"]
    assert page.line("一段说明").left == pytest.approx(LEFT + 2 * EM, abs=0.5)
    assert page.line("说明文字").bottom - page.line("一段说明").bottom == pytest.approx(PITCH, abs=0.1)
