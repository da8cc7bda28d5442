"""The page as Chromium prints it, measured against the standard's figures and against the .docx."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Block, BlockType, Document, Form, Run
from reportctl.text.width import width
from tests.render.docx import documents
from tests.render.docx.paper import LEFT, RIGHT, TOP, Page, pages_of
from tests.render.docx.test_signing import JOINT, LONG, SHORT
from tests.render.html import reading
from tests.tools import browser

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

EM = 15.75 * 25.4 / 72
SMALL_EM = 14 * 25.4 / 72
PITCH = 28.95 * 25.4 / 72
CUT = re.compile("[0-9.][0-9.%]")
DATE = r"2024年1.15."
"""The date, whose 月 and 日 Chromium's PDF names as radicals."""


def printed(document: Document, folder: Path, name: str) -> list[Page]:
    file = folder / f"{name}.html"
    file.write_bytes(reading.page(document))
    return pages_of(browser.to_pdf(file, folder))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


@pytest.fixture(scope="module")
def formal(folder: Path) -> list[Page]:
    """Two turned sheets, of which one is odd and one even, and 版记 behind a text."""
    whole = documents.formal()
    wide = whole.attachments[1]
    annexes = (wide, wide._replace(number=2), whole.attachments[2])
    return printed(whole._replace(attachments=annexes), folder, "formal")


@pytest.fixture(scope="module")
def unsealed(folder: Path) -> list[Page]:
    """Of a short issuer, with many numbers in its text."""
    words = "".join(
        f"办结{n * 7919 % 99991}件、采纳率{n % 100}.{n % 7}%、20{n % 90 + 10}年。" for n in range(300)
    )
    whole = documents.formal(issuers=("青江区人民政府",), sealed=False, with_attachments=False)
    blocks = (*whole.blocks[:2], Block("p", BlockType.ITEM, (Run(words),)), *whole.blocks[-3:])
    return printed(whole._replace(blocks=blocks, form=Form.FORMAL), folder, "unsealed")


def of(pages: list[Page], pattern: str) -> tuple[Page, int]:
    """The first page with a line that is like that, and the line's place on it."""
    return next(
        (page, index)
        for page in pages
        for index, line in enumerate(page.lines)
        if re.fullmatch(pattern, line.text)
    )


def test_the_imprint_follows_the_text_and_is_whole(formal: list[Page]) -> None:
    last = formal[-1]
    first = next(index for index, line in enumerate(last.lines) if line.text.startswith("抄送"))
    above, below = last.lines[first - 1], last.lines[first]
    assert PITCH < below.top - above.bottom < 2 * PITCH
    assert len(last.lines[first:-1]) == 3
    assert "印发" in last.lines[-2].text


def test_numbers_of_turned_pages_stand_where_the_docx_has_them(formal: list[Page]) -> None:
    turned = [(number, page) for number, page in enumerate(formal, 1) if page.width > page.height]
    assert {number % 2 for number, _ in turned} == {0, 1}
    for number, page in turned:
        marks = [line for line in page.lines if line.right < 35 and line.text.strip("\x01")]
        assert "".join(line.text for line in marks).replace("\x01", "") == f"—{number}—"
        assert (marks[0].left + marks[0].right) / 2 == pytest.approx(35 - 7, abs=0.5)
        edge = marks[-1].bottom if number % 2 else marks[0].top
        assert edge == pytest.approx(210 - 26 - SMALL_EM if number % 2 else 28 + SMALL_EM, abs=1)


def test_nothing_is_cut(formal: list[Page]) -> None:
    for page in formal:
        upright = page.width < page.height
        right, bottom = (RIGHT, 262) if upright else (297 - 37, 210 - 26)
        left, top = (LEFT, TOP) if upright else (35, 28)
        within = [line for line in page.lines if left - 7 < line.left and line.bottom < bottom + 0.5]
        assert within
        assert all(line.top > top - 1 and line.right < right + 6 for line in within if line.left > 34)
    text = "".join(page.text for page in formal)
    assert all(f"指标{column}" in text for column in range(12))


def test_sealed_the_date_ends_four_characters_from_the_right(formal: list[Page]) -> None:
    page, index = of(formal, DATE)
    issuer, date = page.lines[index - 1], page.lines[index]
    assert (RIGHT - date.right) / EM == pytest.approx(4, abs=0.2)
    assert (issuer.left + issuer.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=0.5)


def test_unsealed_the_date_is_whole_two_characters_behind_the_issuer(unsealed: list[Page]) -> None:
    page, index = of(unsealed, DATE)
    issuer, date = page.lines[index - 1], page.lines[index]
    assert (RIGHT - issuer.right) / EM == pytest.approx(2, abs=0.1)
    assert (date.left - issuer.left) / EM == pytest.approx(2, abs=0.1)


def test_no_number_is_cut(unsealed: list[Page]) -> None:
    lines = [line.text for page in unsealed for line in page.body if line.right > RIGHT - 10]
    assert len(lines) > 150
    cut = [(line[-5:], after[:3]) for line, after in pairwise(lines) if CUT.fullmatch(line[-1] + after[0])]
    assert cut == []


def test_no_line_is_pulled_apart_by_a_quoted_day(folder: Path) -> None:
    words = "".join(f"{'法' * (n % 13 + 3)}、“4·15”“12·4”等" for n in range(80))
    pages = printed(documents.plain(Block("p", BlockType.ITEM, (Run(words),))), folder, "quoted")
    lines = [line.text for page in pages for line in page.body if line.right > RIGHT - 2]
    assert len(lines) > 40
    assert [line for line in lines if width(line) < 23.5] == []


def test_the_red_line_is_4_mm_below_the_number_and_page_1_stands_on_the_grid(formal: list[Page]) -> None:
    page = formal[0]
    number = next(line for line in page.lines if "〔2024〕" in line.text)
    _, ink = page.ink(LEFT + EM, LEFT + 2.5 * EM, number.top - 1, number.bottom + 1)
    assert page.rules[0][2] - ink == pytest.approx(4, abs=0.5)
    above, below = page.body[-1], formal[1].body[0]
    lines = (above.top - below.top) / PITCH
    assert lines == pytest.approx(round(lines), abs=0.15)


@pytest.mark.parametrize("name", JOINT)
def test_sealed_joint_issuers_stand_in_rows_with_room_for_their_seals(folder: Path, name: str) -> None:
    document = documents.formal(issuers=JOINT[name], with_attachments=False)
    page, index = of(printed(document, folder, name), DATE)
    date = page.lines[index]
    names = {LONG, "".join(SHORT)}
    # Chromium's PDF names some characters as radicals
    rows = [line for line in page.lines[:index] if unicodedata.normalize("NFKC", line.text) in names]
    assert len(rows) == (4 if name == "many" else 2)
    assert all(below.bottom - above.bottom >= 45 for above, below in pairwise(rows))
    assert all(line.left >= LEFT and line.right <= RIGHT + 0.5 for line in rows)
    assert (RIGHT - date.right) / EM == pytest.approx(4, abs=0.2)
    assert rows[-1].bottom < date.bottom < rows[-1].bottom + 1.5 * PITCH
