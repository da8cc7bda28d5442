"""The Hecheng report on paper, plain and formal with everything switched on; every example valid for Word."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from reportctl import resources
from reportctl.document import Block, BlockType, Form, Run
from reportctl.layout import DEFAULT, load
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.render.docx import render
from tests.render.docx.paper import BOTTOM, LEFT, RIGHT, TOP, Page, printed
from tests.tools import office, validator

if TYPE_CHECKING:
    from reportctl.document import Document

pytestmark = pytest.mark.slow

CUT = re.compile(r"[0-9.][|][0-9.%\u2030\uff05]")
PITCH = 28.95 * 25.4 / 72
EXTRAS = """\
  copy_number: "000001"
  urgency: 特急
  note: 此件公开发布
  attachments:
    - {title: 2023年度行政执法数据统计表, file: stat.csv}
    - {title: 2023年度行政复议案件明细表, file: wide.csv, landscape: true}
"""
EXAMPLES = {
    "hecheng-2023": ("plain", "formal", "public"),
    "five-chapters": ("plain", "formal", "public"),
    "minimal": ("plain", "public"),
}


def document(root: Path, form: str) -> Document:
    return check(open_project(root), form=Form(form)).assembly.document


def write(found: Document, path: Path) -> Path:
    packed = BytesIO()
    render(found, load(DEFAULT, Path()), packed)
    path.write_bytes(packed.getvalue())
    return path


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    root = resources.path("examples", "hecheng-2023")
    return printed(document(root, "plain"), tmp_path_factory.mktemp("paper"), "plain")


@pytest.fixture(scope="module")
def formal(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The formal form of a copy that has 份号, 紧急程度, 附注 and two 附件 besides."""
    folder = tmp_path_factory.mktemp("paper")
    root = folder / "hecheng"
    shutil.copytree(resources.path("examples", "hecheng-2023"), root)
    report = root / "report.yaml"
    text = report.read_text("utf-8")
    report.write_text(text.replace("\ndocument:\n", f"\ndocument:\n{EXTRAS}", 1), "utf-8")
    (root / "stat.csv").write_text("事项,件数\n" + "行政处罚,20\n" * 40, "utf-8")
    wide = ",".join(f"指标{number}" for number in range(1, 13))
    (root / "wide.csv").write_text(f"{wide}\n" + f"{','.join('9' * 12)}\n" * 5, "utf-8")
    return printed(document(root, "formal"), folder, "formal")


@pytest.mark.parametrize("form", ["plain", "formal"])
class TestBothForms:
    @pytest.fixture
    def pages(self, form: str, request: pytest.FixtureRequest) -> list[Page]:
        found: list[Page] = request.getfixturevalue(form)
        return found

    def test_full_pages_have_22_lines_within_the_margins(self, pages: list[Page]) -> None:
        text = pages[1:6]
        assert max(len(page.body) for page in text) == 22
        for page in text:
            assert page.body[0].top >= TOP - 0.1
            assert page.body[-1].bottom <= BOTTOM + 0.1
            assert all(line.left >= LEFT - 0.1 and line.edge <= RIGHT + 0.1 for line in page.body)

    def test_page_one_shows_the_text(self, pages: list[Page]) -> None:
        assert "2023年，鹤城区在市委、市政府坚强领导下" in pages[0].text.replace("\n", "")

    def test_no_number_is_cut(self, pages: list[Page]) -> None:
        assert cut_numbers(pages) == []

    def test_odd_numbers_stand_right_and_even_ones_left(self, pages: list[Page]) -> None:
        for number, page in enumerate(pages[:6], 1):
            line = page.lines[-1]
            assert line.text == f"—{number}—"
            assert (line.right > 150) == (number % 2 == 1)

    def test_the_signature_is_not_alone_on_its_page(self, pages: list[Page]) -> None:
        page = next(page for page in pages if "2024年1月15日" in page.text)
        signature = page.line("怀化市鹤城区人民政府")
        assert [line for line in page.body if line.bottom < signature.top]
        assert page.line("2024年1月15日").top > signature.top


class TestFormal:
    def test_the_letterhead_stands_where_the_standard_has_it(self, formal: list[Page]) -> None:
        first = formal[0]
        assert [line.text for line in first.lines[:2]] == ["000001", "特急"]
        top, _ = first.ink(LEFT, RIGHT, TOP + 25, TOP + 55)
        assert top == pytest.approx(TOP + 35, abs=0.5)
        left, right, line, _, color = first.rules[0]
        assert (left, right) == pytest.approx((LEFT, RIGHT), abs=0.1)
        assert color == (1, 0, 0)
        assert first.line("签发人").bottom < line

    def test_attachments_begin_on_pages_of_their_own(self, formal: list[Page]) -> None:
        heads = [page.body[0].text for page in formal if page.width < page.height and page.body]
        assert heads.count("附件1") == 1
        turned = [page for page in formal if page.width > page.height]
        assert len(turned) == 1
        assert "指标12" in turned[0].text

    def test_nothing_of_a_table_is_lost(self, formal: list[Page]) -> None:
        begin = next(index for index, page in enumerate(formal) if page.body and page.body[0].text == "附件1")
        assert sum(page.text.count("行政处罚20") for page in formal[begin:]) == 40

    def test_the_imprint_ends_at_the_edge_of_the_text_area_on_the_last_page(self, formal: list[Page]) -> None:
        last = formal[-1]
        assert max(rule[3] for rule in last.rules) == pytest.approx(BOTTOM, abs=1)
        assert last.line("2024年1月16日印发")


def test_no_number_of_sixty_pages_is_cut(tmp_path: Path) -> None:
    found = document(resources.path("examples", "five-chapters"), "plain")
    words = "".join(
        f"办结{n * 7919 % 99991}件、采纳率{n % 100}.{n % 7}%、20{n % 90 + 10}年。" for n in range(2600)
    )
    long = Block("long", BlockType.ITEM, (Run(words),))
    longer = found._replace(blocks=(*found.blocks[:3], long, *found.blocks[3:]))
    pages = printed(longer, tmp_path, "long")
    assert len(pages) > 60
    assert cut_numbers(pages) == []


def cut_numbers(pages: list[Page]) -> list[str]:
    """The ends of lines that part a number from the rest of it, or from its %."""
    lines = [line for page in pages for line in page.body]
    joints = [
        f"{a.text[-4:]}|{b.text[:4]}" for a, b in pairwise(lines) if a.right > RIGHT - 10 and len(b.text) > 12
    ]
    return [joint for joint in joints if CUT.search(joint)]


CASES = [(name, form) for name, forms in EXAMPLES.items() for form in forms]


def test_every_example_is_valid_in_every_form(tmp_path: Path) -> None:
    made = [
        write(document(resources.path("examples", name), form), tmp_path / f"{name}-{form}.docx")
        for name, form in CASES
    ]
    assert validator.errors(*made) == ()
    assert validator.audit(*made) == ()


@pytest.mark.parametrize(("name", "form"), CASES)
def test_nothing_is_lost_when_libreoffice_saves_it_again(name: str, form: str, tmp_path: Path) -> None:
    made = write(document(resources.path("examples", name), form), tmp_path / "made.docx")
    (tmp_path / "again").mkdir()
    again = office.resave(made, tmp_path / "again")
    assert texts(again) == texts(made)


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text.strip()]
