"""印发机关 of every length with its date: on one line while that can be, else well set on two."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Imprint
from reportctl.typesetting.imprint import longest_name, printed_line, printed_lines
from tests.render.docx import documents
from tests.render.docx.paper import BOTTOM, LEFT, RIGHT, printed_together

if TYPE_CHECKING:
    from reportctl.document import Document
    from tests.render.docx.paper import Page

LAYOUT = documents.gb9704()
EM = 14 * 25.4 / 72
NAME = "云溪市青山区人民政府行政审批和政务服务管理局政策法规科办公室综合协调组"
DAY = dt.date(2024, 12, 26)


def imprint(length: int, day: dt.date = DAY) -> Imprint:
    return Imprint(("市委依法治市办", "市司法局"), NAME[:length], day)


@pytest.mark.parametrize(
    ("length", "closer", "broken"),
    [(12, 0, False), (18, 0, False), (20, 9, False), (21, 20, False), (22, 0, True), (30, 0, True)],
)
def test_how_the_line_is_set(length: int, closer: int, *, broken: bool) -> None:
    line = printed_line(imprint(length), LAYOUT)
    assert (bool(line.closer), line.broken) == (bool(closer), broken)
    assert line.closer <= 24


@pytest.mark.parametrize("day", [DAY, dt.date(2024, 1, 6)])
def test_the_longest_name_that_has_room_is_told(day: dt.date) -> None:
    most = longest_name(imprint(1, day), LAYOUT)
    assert not printed_line(imprint(most, day), LAYOUT).broken
    assert printed_line(imprint(most + 1, day), LAYOUT).broken


def test_a_name_or_a_date_alone_is_never_set_closer() -> None:
    assert printed_line(Imprint((), NAME), LAYOUT) == (0, False)
    assert printed_line(Imprint((), "", DAY), LAYOUT) == (0, False)


def test_the_lines_are_counted() -> None:
    assert [printed_lines(imprint(length), LAYOUT) for length in (21, 24, 34)] == [1, 2, 3]


def report(length: int) -> Document:
    return documents.formal(with_attachments=False)._replace(imprint=imprint(length))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    named = {f"imprint-{length}": report(length) for length in (12, 19, 20, 21, 24, 29, 34)}
    printed = printed_together(named, tmp_path_factory.mktemp("imprint"))
    return {name: pages[-1] for name, pages in printed.items()}


@pytest.mark.slow
class TestOnPaper:
    @pytest.mark.parametrize("length", [12, 19, 20, 21])
    def test_on_one_line(self, pages: dict[str, Page], length: int) -> None:
        page = pages[f"imprint-{length}"]
        line = page.body[-1]
        assert line.text == f"{NAME[:length]}2024年12月26日印发"
        assert line.left == pytest.approx(LEFT + EM, abs=0.5)
        assert line.right == pytest.approx(RIGHT - EM, abs=0.5)

    @pytest.mark.parametrize("length", [24, 29, 34])
    def test_on_lines_of_their_own(self, pages: dict[str, Page], length: int) -> None:
        page = pages[f"imprint-{length}"]
        name, date = page.body[-2:]
        assert date.text == "2024年12月26日印发"
        assert date.right == pytest.approx(RIGHT - EM, abs=0.5)
        assert NAME[:length].endswith(name.text)
        assert name.left == pytest.approx(LEFT + EM, abs=0.5)
        assert all(line.right <= RIGHT - EM + 0.5 for line in page.body[-3:])

    def test_the_last_line_of_the_imprint_keeps_its_place(self, pages: dict[str, Page]) -> None:
        assert all(page.rules[-1][3] == pytest.approx(BOTTOM, abs=1) for page in pages.values())
        assert all(len(page.rules) == 3 for page in pages.values())
