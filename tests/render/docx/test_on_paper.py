"""The pages as LibreOffice prints them, measured against the standard's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl import layout
from reportctl.document import Attachment, Block, BlockType, Document, Picture, Run
from tests.render.docx import documents, paper
from tests.render.docx.documents import ISSUER, block
from tests.render.docx.paper import BOTTOM, LEFT, RIGHT, TOP, Page, printed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PITCH = 28.95 * 25.4 / 72
EM = 16 * 25.4 / 72
SMALL_EM = 14 * 25.4 / 72


def full_lines(lines: int) -> Block:
    """A paragraph of Han characters that fills its lines."""
    return Block(f"p{lines}", BlockType.ITEM, (Run("法" * (28 * lines - 2)),))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paper")


@pytest.fixture(scope="module")
def formal(folder: Path) -> list[Page]:
    return printed(documents.formal(), folder, "formal")


@pytest.fixture(scope="module")
def long(folder: Path) -> list[Page]:
    """A report of about sixty pages."""
    blocks = [full_lines(12), block(BlockType.SECTION, "加强组织领导", "（一）", 2)] * 100
    return printed(documents.plain(*blocks), folder, "long")


class TestPage:
    def test_is_a4_with_22_lines_of_28_characters(self, long: list[Page]) -> None:
        assert (long[1].width, long[1].height) == pytest.approx((210, 297), abs=0.1)
        full = [page for page in long if len(page.body) == 22]
        assert len(full) > len(long) / 2
        for page in full[:5]:
            assert {len(line.text) for line in page.body if line.text.count("法") > 26} == {28}

    def test_text_stands_within_the_margins(self, long: list[Page]) -> None:
        for page in long[1:6]:
            assert all(line.left >= LEFT - 0.1 and line.right <= RIGHT + 0.1 for line in page.body)
            assert page.body[0].top >= TOP
            assert page.body[-1].bottom <= BOTTOM

    def test_lines_keep_their_pitch_to_the_last(self, long: list[Page]) -> None:
        page = next(page for page in long if len(page.body) == 22)
        assert page.body[21].bottom - page.body[0].bottom == pytest.approx(21 * PITCH, abs=0.3)

    def test_paragraphs_begin_two_characters_in(self, long: list[Page]) -> None:
        heading = long[3].line("加强组织领导")
        assert heading.left == pytest.approx(LEFT + 2 * EM, abs=0.5)

    def test_no_heading_is_left_alone_at_the_foot(self, long: list[Page]) -> None:
        assert not any("加强组织领导" in page.body[-1].text for page in long[:-1])


class TestPageNumbers:
    def test_stand_right_on_odd_and_left_on_even_pages(self, long: list[Page]) -> None:
        for number, page in enumerate(long[:4], 1):
            line = page.lines[-1]
            assert line.text == f"—{number}—"
            if number % 2:
                assert line.right == pytest.approx(RIGHT - SMALL_EM, abs=0.5)
            else:
                assert line.left == pytest.approx(LEFT + SMALL_EM, abs=0.5)

    def test_the_dash_is_7_mm_below_the_text_area(self, long: list[Page]) -> None:
        line = long[1].lines[-1]
        top, bottom = long[1].ink(line.left, line.left + SMALL_EM, BOTTOM + 1, 290)
        assert (top + bottom) / 2 == pytest.approx(BOTTOM + 7, abs=0.5)

    def test_run_on_through_the_attachments(self, formal: list[Page]) -> None:
        upright = [(number, page) for number, page in enumerate(formal, 1) if page.width < page.height]
        assert all(page.lines[-1].text == f"—{number}—" for number, page in upright)

    def test_keep_their_edge_of_the_bound_report_on_a_turned_sheet(self, formal: list[Page]) -> None:
        number, page = next((n, page) for n, page in enumerate(formal, 1) if page.width > page.height)
        marks = [line for line in page.lines if line.right < 35]
        assert "".join(line.text for line in marks) == f"—{number}—"
        edge = marks[-1].bottom if number % 2 else marks[0].top
        assert edge == pytest.approx(210 - 26 - SMALL_EM if number % 2 else 28 + SMALL_EM, abs=1)


class TestLetterhead:
    def test_the_mark_begins_35_mm_below_the_edge_of_the_text_area(self, formal: list[Page]) -> None:
        top, _ = formal[0].ink(LEFT, RIGHT, TOP + 25, TOP + 55)
        assert top == pytest.approx(TOP + 35, abs=0.5)

    def test_the_mark_is_as_large_as_its_line_allows(self, formal: list[Page]) -> None:
        mark = formal[0].line("人民政府文件")
        assert mark.left >= LEFT
        assert mark.right <= RIGHT
        assert mark.right - mark.left > 145

    def test_the_red_line_is_4_mm_below_the_number_and_as_wide_as_the_text(self, formal: list[Page]) -> None:
        number = formal[0].line("〔2024〕")
        left, right, top, _, color = formal[0].rules[0]
        _, ink = formal[0].ink(LEFT + EM, LEFT + 2.5 * EM, number.top - 1, top - 0.5)
        assert top - ink == pytest.approx(4, abs=0.5)
        assert (left, right) == pytest.approx((LEFT, RIGHT), abs=0.1)
        assert color == (1, 0, 0)

    def test_number_and_signatory_stand_one_character_in(self, formal: list[Page]) -> None:
        line = formal[0].line("签发人")
        assert line.left == pytest.approx(LEFT + EM, abs=0.5)
        assert line.right == pytest.approx(RIGHT - EM, abs=0.5)

    def test_two_blank_lines_stand_above_the_title(self, formal: list[Page]) -> None:
        gap = formal[0].line("关于青山区").bottom - formal[0].rules[0][2]
        assert gap == pytest.approx(3 * PITCH, abs=2)

    @pytest.mark.parametrize(
        "issuers",
        [
            ("青江区人民政府",),
            (ISSUER,),
            ("中共云溪市青山区委依法治区委员会",),
            ("云溪市青山区人民政府", "云溪市青山区司法局", "云溪市青山区行政审批局"),
        ],
    )
    def test_page_1_stands_on_the_grid_of_the_others(self, folder: Path, issuers: tuple[str, ...]) -> None:
        names = ("张某某", "李某", "王某某")[: len(issuers)]
        whole = documents.formal(issuers=issuers, signatories=names, with_attachments=False)
        ending = whole.blocks[-3 - len(issuers) :]
        document = whole._replace(blocks=(*whole.blocks[:2], full_lines(60), *ending))
        first, second = printed(document, folder, f"grid-{len(issuers)}-{len(issuers[0])}")[:2]
        assert len(second.body) == 22
        assert first.body[-1].bottom == pytest.approx(second.body[-1].bottom, abs=0.5)
        gap = first.line("关于青山区").bottom - first.rules[0][2]
        assert gap == pytest.approx(3 * PITCH, abs=3.5)

    def test_page_1_stands_on_the_grid_where_nobody_signs(self, folder: Path) -> None:
        whole = documents.formal(issuers=("青江区人民政府",), signatories=(), with_attachments=False)
        document = whole._replace(blocks=(*whole.blocks[:2], full_lines(60), *whole.blocks[-4:]))
        first, second = printed(document, folder, "grid-notice")[:2]
        assert first.body[-1].bottom == pytest.approx(second.body[-1].bottom, abs=0.5)

    @pytest.mark.parametrize("count", [1, 2, 4, 7, 12])
    def test_page_1_shows_text_however_many_issuers_there_are(self, folder: Path, count: int) -> None:
        issuers = tuple(f"云溪市{name}开发区管理委员会" for name in "东南西北新老中上下大小前"[:count])
        names = tuple(f"签发{index}" for index in range(1, min(count, 4) + 1))
        document = documents.formal(issuers=issuers, signatories=names, with_attachments=False)
        page = printed(document, folder, f"joint-{count}")[0]
        assert "2023年，青山区全年组织" in page.text
        assert all(issuer in page.text for issuer in issuers)
        top, _ = page.ink(LEFT, RIGHT, TOP + 25, TOP + 55)
        assert top == pytest.approx(TOP + 35, abs=1)
        assert all(line.left >= LEFT - 0.2 and line.edge <= RIGHT + 0.2 for line in page.body)

    def test_names_of_signatories_stand_in_columns(self, folder: Path) -> None:
        names = ("张某某", "李某", "欧阳某某", "王某某")
        page = printed(documents.formal(signatories=names, with_attachments=False), folder, "names")[0]
        first, second = page.line("签发人"), page.line("〔2024〕")
        assert first.text == "签发人：张某某李某"
        assert second.text == "青政〔2024〕3号欧阳某某王某某"
        assert second.right <= RIGHT - EM + 0.5

    @pytest.mark.parametrize(
        "names",
        [("张某某", "李某", "欧阳某某"), ("欧阳某某", "李某", "张某某", "王某某"), ("欧阳某某", "李某")],
    )
    def test_the_last_column_of_signatories_ends_one_character_in(
        self, folder: Path, names: tuple[str, ...]
    ) -> None:
        document = documents.formal(signatories=names, with_attachments=False)
        rows = [line for line in printed(document, folder, "column")[0].body if "某" in line.text]
        assert max(line.right for line in rows) == pytest.approx(RIGHT - EM, abs=0.5)


class TestEnding:
    @pytest.mark.parametrize("lines", range(16, 24))
    def test_the_signature_is_never_alone_on_a_page(self, folder: Path, lines: int) -> None:
        rows = [full_lines(1) for _ in range(lines)]
        pages = printed(documents.plain(*rows), folder, f"ending-{lines}")
        page = next(page for page in pages if ISSUER in page.text.split("\n")[-3:])
        assert len(page.body) >= 3
        assert "2024年1月15日" in page.text

    def test_unsealed_the_date_begins_two_characters_right_of_the_issuer(self, long: list[Page]) -> None:
        issuer, date = long[-1].line(ISSUER), long[-1].line("2024年1月15日")
        assert issuer.right == pytest.approx(RIGHT - 2 * EM, abs=0.6)
        assert date.left - issuer.left == pytest.approx(2 * EM, abs=0.3)
        assert date.bottom - issuer.bottom == pytest.approx(PITCH, abs=0.1)

    def test_sealed_there_is_room_for_the_seal(self, folder: Path) -> None:
        document = documents.formal(with_attachments=False)
        page = next(page for page in printed(document, folder, "sealed") if "1月15日" in page.text)
        issuer, date = page.line(ISSUER), page.line("2024年1月15日")
        before = page.body[page.body.index(issuer) - 1]
        middle = (issuer.bottom + date.top) / 2
        assert 45 / 2 - PITCH < middle - before.bottom < 45 / 2 + 2 * PITCH

    def test_sealed_joint_issuers_have_a_seal_s_width_each(self, folder: Path) -> None:
        document = documents.formal(issuers=("甲县人民政府", "乙县人民政府"), with_attachments=False)
        page = next(page for page in printed(document, folder, "seals") if "1月15日" in page.text)
        line, date = page.line("甲县人民政府乙县人民政府"), page.line("2024年1月15日")
        assert line.right - line.left > 45
        assert (date.left + date.right) / 2 > (LEFT + RIGHT) / 2


class TestAttachments:
    def test_each_begins_a_page_with_its_title_on_the_third_line(self, formal: list[Page]) -> None:
        labels = [f"附件{number}" for number in (1, 2, 3)]
        found = [(label, page) for page in formal for label in labels if label in page.text.split("\n")]
        assert [label for label, _ in found] == labels
        firsts = [page for _, page in found]
        for page in (firsts[0], firsts[2]):
            label, title = page.lines[0], page.lines[1]
            assert label.left == pytest.approx(LEFT, abs=0.5)
            assert (title.top + title.bottom - label.top - label.bottom) / 2 == pytest.approx(
                2 * PITCH, abs=1.5
            )
            assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)

    def test_a_table_repeats_its_head_and_loses_nothing(self, formal: list[Page]) -> None:
        start = next(index for index, page in enumerate(formal) if page.lines[0].text == "附件1")
        end = next(index for index, page in enumerate(formal) if page.width > page.height)
        pages = formal[start:end]
        assert len(pages) > 1
        assert all("指标0指标1指标2指标3" in page.text for page in pages)
        rows = "\n".join(page.text for page in pages).split("\n")
        for row in range(1, 60):
            assert f"0{row}{row * 2}{row * 3}" in rows
        for page in pages:
            assert all(left >= LEFT - 0.3 and right <= RIGHT + 0.3 for left, right, *_ in page.rules)
            assert all(bottom <= BOTTOM + 0.3 for *_, bottom, _ in page.rules)

    def test_a_wide_table_lies_across_with_its_heading(self, formal: list[Page]) -> None:
        page = next(page for page in formal if "附件2" in page.text)
        assert (page.width, page.height) == pytest.approx((297, 210), abs=0.1)
        assert all(left >= 34.7 and right <= 260.3 for left, right, *_ in page.rules)

    def test_a_picture_is_scaled_to_the_text_area(self, formal: list[Page]) -> None:
        page = next(page for page in formal if page.lines[0].text == "附件3")
        left, right, top, bottom = page.images[0]
        assert left >= LEFT - 0.3
        assert right <= RIGHT + 0.3
        assert (right - left) / (bottom - top) == pytest.approx(2000 / 600, rel=0.02)

    def test_a_tall_picture_stays_on_the_page_of_its_title(self, folder: Path) -> None:
        tall = Attachment(0, "组织架构图", (Picture(documents.png(600, 3000), "组织架构图"),))
        document = documents.plain(full_lines(2))._replace(attachments=(tall,))
        pages = printed(document, folder, "tall")
        assert len(pages) == 2
        assert pages[1].images[0][3] <= BOTTOM


class TestImprint:
    def test_the_last_line_lies_on_the_lower_edge_of_the_last_page(self, formal: list[Page]) -> None:
        bars = formal[-1].rules
        assert bars[-1][3] == pytest.approx(BOTTOM, abs=1)
        assert [round(bottom - top, 2) for _, _, top, bottom, _ in bars] == [0.35, 0.25, 0.35]
        assert all((left, right) == pytest.approx((LEFT, RIGHT), abs=0.1) for left, right, *_ in bars)

    def test_its_text_stands_one_character_in_and_hangs_after_the_colon(self, formal: list[Page]) -> None:
        lines = [line for line in formal[-1].body if line.top > formal[-1].rules[0][2]]
        assert lines[0].text.startswith("抄送：")
        assert lines[0].left == pytest.approx(LEFT + SMALL_EM, abs=0.5)
        assert lines[1].left == pytest.approx(LEFT + 4 * SMALL_EM, abs=0.5)
        assert all(line.right <= RIGHT - SMALL_EM + 0.5 for line in lines if line.text[-1] not in "，。")
        assert lines[-1].text.endswith("2024年1月16日印发")

    @pytest.mark.parametrize("lines", [8, 10, 12, 14, 16])
    def test_it_never_covers_the_text(self, folder: Path, lines: int) -> None:
        whole = documents.formal(with_attachments=False, sealed=False)
        rows = [full_lines(1) for _ in range(lines + 8)]
        document = whole._replace(blocks=(*whole.blocks[:2], *rows, *whole.blocks[-4:]))
        last = printed(document, folder, f"imprint-{lines}")[-1]
        bars = last.rules
        assert bars[-1][3] == pytest.approx(BOTTOM, abs=1)
        above = [line for line in last.body if line.top < bars[0][2]]
        assert all(line.bottom <= bars[0][2] for line in above)

    def test_printed_on_both_sides_it_stands_on_an_even_page(self, folder: Path) -> None:
        rows = [full_lines(1) for _ in range(38)]
        whole = documents.formal(with_attachments=False)
        blocks = (*whole.blocks[:2], *rows, *whole.blocks[-4:])
        pages = printed(whole._replace(blocks=blocks, duplex=True), folder, "duplex")
        assert len(pages) == 4
        assert "印发" in pages[3].text
        assert "1月15日" in pages[2].text


def test_a_report_of_one_paragraph_is_one_page(folder: Path) -> None:
    pages = printed(documents.plain(full_lines(3)), folder, "one")
    assert len(pages) == 1
    assert pages[0].line("法法").left == pytest.approx(LEFT + 2 * EM, abs=0.5)


def test_draft_pages_say_so(folder: Path) -> None:
    pages = printed(documents.plain(full_lines(40))._replace(draft=True), folder, "draft")
    assert len(pages) >= 2
    assert all("草" in page.lines[0].text and page.lines[0].bottom < TOP for page in pages)


def test_the_companion_profile_holds_as_many_lines(folder: Path) -> None:
    own = layout.load("gb33476", folder)
    pages = printed(documents.plain(full_lines(60)), folder, "gb33476", own)
    assert len([line for line in pages[1].lines if "法" in line.text]) == 22


def test_an_office_s_figures_reach_the_paper(folder: Path) -> None:
    (folder / "office.yaml").write_text(
        "page: {left: 30mm, right: 30mm}\n"
        "grid: {characters: 27, lines: 20, line_pitch: 30pt}\n"
        "page_number: {place: 居中, gap: 10mm}\n"
        "imprint: {bottom_gap: 5mm}\n",
        encoding="utf-8",
    )
    own = layout.load("office.yaml", folder)
    document: Document = documents.formal(with_attachments=False)
    rows = [full_lines(1)] * 40
    document = document._replace(blocks=(*document.blocks[:2], *rows, *document.blocks[-4:]))
    pages = printed(document, folder, "office", own)
    first, second = pages[1].body[:2]
    assert second.bottom - first.bottom == pytest.approx(30 * 25.4 / 72, abs=0.1)
    number = pages[1].lines[-1]
    assert (number.left + number.right) / 2 == pytest.approx(105, abs=0.5)
    top, bottom = pages[1].ink(number.left, number.left + SMALL_EM, 263, 295)
    assert (top + bottom) / 2 == pytest.approx(272, abs=0.6)
    assert pages[-1].rules[-1][3] == pytest.approx(257, abs=1)


def test_paper_constants_are_those_of_the_layout() -> None:
    page = documents.gb9704().page
    assert (page.top.value.mm, page.left.value.mm) == pytest.approx((paper.TOP, paper.LEFT))
