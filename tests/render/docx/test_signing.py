"""署名 and 成文日期 on paper: of any length, sealed, unsealed and joint, in both sets of fonts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reportctl import layout
from reportctl.document import BlockType, Run
from reportctl.text.width import width
from tests.render.docx import documents
from tests.render.docx.paper import LEFT, RIGHT, Page, printed_together

if TYPE_CHECKING:
    from reportctl.document import Document

pytestmark = pytest.mark.slow

EM = 15.75 * 25.4 / 72
"""A character of 版心, in millimetres."""
PITCH = 28.95 * 25.4 / 72
APART = EM
"""What LibreOffice adds to a date: it sets digits apart from Han though the style says not to."""
DATES = ("2025年2月20日", "2025年12月25日")
ISSUERS = ("区政府", "青江区人民政府", "云溪市青山区人民政府", "中共云溪市青山区委全面依法治区委员会")
LONG = "中共云溪市青山区委全面依法治区委员"
SHORT = ("甲县人民政府", "乙县人民政府", "丙县人民政府")
JOINT = {"long-first": (LONG, *SHORT), "long-last": (*SHORT, LONG), "many": SHORT * 4}


def signed(issuers: tuple[str, ...], date: str, *, sealed: bool) -> Document:
    """A report of a page and a little, without 版头 and 版记, with 附注."""
    whole = documents.formal(issuers=issuers, with_attachments=False, sealed=sealed, paragraphs=1)
    blocks = tuple(
        block._replace(runs=(Run(date),)) if block.type is BlockType.DATE else block for block in whole.blocks
    )
    return whole._replace(blocks=blocks, letterhead=None, imprint=None)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """All of it in the usual fonts, and one issuer in the open ones, whose digits are wider."""
    folder = tmp_path_factory.mktemp("signing")
    named = {
        f"{issuer}-{date}-{'sealed' if sealed else 'open'}": signed((issuer,), date, sealed=sealed)
        for issuer in ISSUERS
        for date in DATES
        for sealed in (True, False)
    }
    free = {f"free-{name}": document for name, document in named.items() if ISSUERS[1] in name}
    named |= {name: signed(issuers, DATES[0], sealed=True) for name, issuers in JOINT.items()}
    (folder / "office.yaml").write_text("fonts: {preset: open}\n", encoding="utf-8")
    own = layout.load("office.yaml", folder)
    return printed_together(named, folder) | printed_together(free, folder, own)


def found(pages: dict[str, list[Page]], name: str, words: str) -> Page:
    return next(page for page in pages[name] if words in page.text.split("\n"))


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("case", [*ISSUERS, f"free-{ISSUERS[1]}"])
class TestOneIssuer:
    def test_sealed_the_date_ends_four_characters_from_the_right(
        self, pages: dict[str, list[Page]], case: str, date: str
    ) -> None:
        page, name = found(pages, f"{case}-{date}-sealed", date), case.removeprefix("free-")
        issuer, day = page.line(name), page.line(date)
        assert (RIGHT - day.right) / EM == pytest.approx(4, abs=0.2)
        assert issuer.text == name
        assert issuer.right <= RIGHT + 0.1
        if len(name) < 16:  # a longer one has no room over the middle of the date
            assert (issuer.left + issuer.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=2)
        assert day.bottom - issuer.bottom == pytest.approx(PITCH, abs=0.1)

    def test_unsealed_both_are_whole_and_within_the_text_area(
        self, pages: dict[str, list[Page]], case: str, date: str
    ) -> None:
        page, name = found(pages, f"{case}-{date}-open", date), case.removeprefix("free-")
        issuer, day = page.line(name), page.line(date)
        last = day if width(date) > len(name) else issuer
        assert (RIGHT - last.right) / EM == pytest.approx(2, abs=0.1)
        assert day.right <= RIGHT + 0.1
        shift = (day.left - issuer.left) / EM
        if len(name) > 9:
            assert shift == pytest.approx(2, abs=0.1)
        else:
            assert 2 - APART / EM - 0.1 <= shift <= 2.1
        assert day.bottom - issuer.bottom == pytest.approx(PITCH, abs=0.1)


@pytest.mark.parametrize("name", JOINT)
class TestJointIssuers:
    def test_short_names_stand_three_to_a_row_beside_a_long_one(
        self, pages: dict[str, list[Page]], name: str
    ) -> None:
        page = found(pages, name, DATES[0])
        line = page.line("".join(SHORT))
        assert line.left >= LEFT
        assert line.right <= RIGHT
        if LONG in JOINT[name]:
            assert page.line(LONG).text == LONG

    def test_the_date_ends_four_characters_from_the_right_and_the_note_is_with_it(
        self, pages: dict[str, list[Page]], name: str
    ) -> None:
        page = found(pages, name, DATES[0])
        assert (RIGHT - page.line(DATES[0]).right) / EM == pytest.approx(4, abs=0.2)
        assert page.line("此件公开发布").top > page.line(DATES[0]).top

    def test_seals_have_room_one_above_the_other(self, pages: dict[str, list[Page]], name: str) -> None:
        page = found(pages, name, DATES[0])
        rows = [line for line in page.body if line.text in {LONG, "".join(SHORT)}]
        assert len(rows) >= 2
        assert all(below.bottom - above.bottom >= 45 for above, below in pairwise(rows))
