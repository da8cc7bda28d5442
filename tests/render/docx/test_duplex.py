"""Where 版记 stands: on the last page if it has room, on an even one where both sides are printed."""

from __future__ import annotations

import pytest

from reportctl.document import Block, BlockType, Document, Run
from reportctl.typesetting.pagination import imprint_place
from tests.render.docx import documents
from tests.render.docx.paper import BOTTOM, Page, printed_together

LAYOUT = documents.gb9704()


def report(lines: int) -> Document:
    """A formal report whose text has `lines` full lines, one a paragraph, printed on both sides."""
    rows = [Block(f"p{index}", BlockType.ITEM, (Run("字" * 26),)) for index in range(lines)]
    whole = documents.formal(with_attachments=False)
    head, tail = whole.blocks[:2], whole.blocks[-4:]
    return whole._replace(blocks=(*head, *rows, *tail), duplex=True)


CASES = {
    # lines of text, attachments, printed on both sides: the page of 版记, and whether it is alone there
    "room": (12, 0, True, 2, False),
    "no-room": (21, 0, True, 4, True),
    "odd": (38, 0, True, 4, True),
    "even": (56, 0, True, 4, False),
    "one-side-room": (12, 0, False, 2, False),
    "one-side-no-room": (21, 0, False, 3, True),
    "one-side-odd": (38, 0, False, 3, False),
    "table": (12, 1, True, 6, True),
    "picture": (12, 3, True, 8, True),
    "one-side-picture": (12, 3, False, 7, False),
}


def case(name: str) -> Document:
    lines, attached, duplex, *_ = CASES[name]
    annexes = documents.attachments()[:attached]
    return report(lines)._replace(duplex=duplex, attachments=annexes)


@pytest.mark.parametrize("name", CASES)
def test_where_the_imprint_goes(name: str) -> None:
    place = imprint_place(case(name), LAYOUT)
    assert place is not None
    assert (place.page, place.alone) == CASES[name][3:]
    assert place.sure is (name != "table")  # which ends on the second line of a page


def test_an_end_near_that_of_a_page_is_not_sure() -> None:
    places = [imprint_place(report(lines), LAYOUT) for lines in range(20, 30)]
    assert [place.sure for place in places if place] == [True, True, *[False] * 4, *[True] * 4]


def test_a_report_without_it_has_no_place_for_it() -> None:
    assert imprint_place(documents.plain(), LAYOUT) is None


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    return printed_together({name: case(name) for name in CASES}, tmp_path_factory.mktemp("imprint"))


@pytest.mark.slow
class TestOnPaper:
    @pytest.mark.parametrize("name", CASES)
    def test_it_stands_at_the_foot_of_its_page_within_the_margins_of_its_side(
        self, printed: dict[str, list[Page]], name: str
    ) -> None:
        _, _, duplex, number, alone = CASES[name]
        pages = printed[name]
        assert len(pages) == number
        page = pages[-1]
        assert "2024年1月16日印发" in page.text
        assert ("抄送" in page.lines[0].text) is alone
        left, right, _, bottom, _ = max(page.rules, key=lambda rule: rule[3])
        inner = 26 if duplex and number % 2 == 0 else 28
        assert bottom == pytest.approx(BOTTOM, abs=0.5)
        assert (left, right) == pytest.approx((inner, inner + 156), abs=0.1)

    def test_a_blank_page_stands_only_before_one_without_a_number(
        self, printed: dict[str, list[Page]]
    ) -> None:
        blank = {name for name, pages in printed.items() for page in pages if not page.lines}
        assert blank == {"no-room"}
        assert "—4—" not in printed["no-room"][3].text
        assert "—4—" in printed["odd"][3].text
