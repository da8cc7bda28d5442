"""The shipped layouts say what the standards say: the figures once more, written down independently."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportctl import layout, resources
from reportctl.layout import Align, FontClass, Layout, PageNumberPlace, Strength

HERE = Path()


@pytest.fixture(scope="module")
def gb9704() -> Layout:
    return layout.load("gb9704", HERE)


@pytest.fixture(scope="module")
def gb33476() -> Layout:
    return layout.load("gb33476", HERE)


@pytest.mark.parametrize("name", ["gb9704", "gb33476"])
def test_every_shipped_layout_is_listed_and_follows_its_standard(name: str) -> None:
    assert name in layout.shipped()
    assert layout.deviations(layout.load(name, HERE)) == ()


def test_page(gb9704: Layout) -> None:
    page = gb9704.page
    edges = (page.top, page.bottom, page.left, page.right)
    assert [edge.value.twips for edge in edges] == [2098, 1984, 1588, 1474]
    assert (page.width.value.twips, page.height.value.twips) == (11906, 16838)
    assert page.text_width.mm == pytest.approx(156)
    assert page.text_height.mm == pytest.approx(225)
    assert {(edge.clause, edge.strength) for edge in edges} == {("5.2.1", Strength.MUST)}


def test_companion_standard_differs_in_page_and_pitch_only(gb9704: Layout, gb33476: Layout) -> None:
    pairs = zip(layout.walk(gb9704), layout.walk(gb33476), strict=True)
    changed = {one.key: other.shown for one, other in pairs if one.value != other.value}
    assert changed == {"page.top": "34.58mm", "page.bottom": "32.58mm", "grid.line_pitch": "29.45pt"}
    assert gb33476.page.top.citation == "GB/T 33476.2-2016"
    assert gb33476.elements.title.font.citation == "GB/T 9704-2012 第7.3.1条"


def test_grid_fills_the_text_area(gb9704: Layout) -> None:
    grid = gb9704.grid
    assert (grid.lines.value, grid.characters.value, grid.line_pitch.value.twips) == (22, 28, 579)
    assert grid.character_spacing.value.twips == -5
    assert 0 <= gb9704.page.text_height.points - 22 * grid.line_pitch.value.points < 3
    assert 0 <= gb9704.page.text_width.points - 28 * 15.75 < 3


@pytest.mark.parametrize(
    ("element", "look", "clause"),
    [
        ("body", (FontClass.FANGSONG, 16, Align.JUSTIFY), "7.3.3"),
        ("heading1", (FontClass.HEI, 16, Align.LEFT), "7.3.3"),
        ("heading2", (FontClass.KAI, 16, Align.LEFT), "7.3.3"),
        ("heading3", (FontClass.FANGSONG, 16, Align.LEFT), "7.3.3"),
        ("heading4", (FontClass.FANGSONG, 16, Align.LEFT), "7.3.3"),
        ("title", (FontClass.BIAOSONG, 22, Align.CENTER), "7.3.1"),
        ("recipients", (FontClass.FANGSONG, 16, Align.LEFT), "5.2.2"),
        ("attachment_label", (FontClass.HEI, 16, Align.LEFT), "7.3.7"),
        ("urgency", (FontClass.HEI, 16, Align.LEFT), "7.2.3"),
        ("mark", (FontClass.BIAOSONG, 42, Align.CENTER), "7.2.4"),
        ("signatory_name", (FontClass.KAI, 16, Align.LEFT), "7.2.6"),
        ("copies_to", (FontClass.FANGSONG, 14, Align.LEFT), "7.4.2"),
        ("page_number", (FontClass.SONG, 14, Align.LEFT), "7.5"),
    ],
)
def test_elements(gb9704: Layout, element: str, look: tuple[FontClass, float, Align], clause: str) -> None:
    found = getattr(gb9704.elements, element)
    assert (found.font.value, found.size.value.points, found.align.value) == look
    assert found.font.clause == clause


def test_what_an_element_does_not_state_it_takes_from_the_default(gb9704: Layout) -> None:
    size = gb9704.elements.recipients.size
    assert (size.key, size.clause, size.value.points) == ("elements.recipients.size", "5.2.2", 16)
    assert size.title == "主送机关的字号"


def test_distances(gb9704: Layout) -> None:
    assert gb9704.letterhead.mark_top.value.mm == pytest.approx(35)
    assert gb9704.letterhead.line_gap.value.mm == pytest.approx(4)
    assert gb9704.page_number.gap.value.mm == pytest.approx(7)
    assert gb9704.page_number.place.value is PageNumberPlace.OUTSIDE
    assert gb9704.imprint.outer_line.value.eighths == 8
    assert gb9704.imprint.inner_line.value.eighths == 6
    blanks = {
        name: getattr(gb9704.elements, name).blank_before.value for name in ("number", "title", "recipients")
    }
    assert blanks == {"number": 2, "title": 2, "recipients": 1}
    assert gb9704.elements.heading(3).first_line.value == 2


def test_fonts_come_from_the_preset_and_the_others_stand_in(gb9704: Layout) -> None:
    assert gb9704.font(FontClass.FANGSONG) == "仿宋_GB2312"
    assert gb9704.font(FontClass.BIAOSONG) == "方正小标宋简体"
    assert gb9704.alternatives(FontClass.FANGSONG) == ("仿宋", "FandolFang")
    assert gb9704.alternatives(FontClass.HEI) == ("FandolHei",)


def test_a_figure_of_the_standard_names_its_clause_and_a_practice_none(gb9704: Layout) -> None:
    for figure in layout.walk(gb9704):
        assert bool(figure.clause) == (figure.strength is not Strength.PRACTICE), figure.key


def test_a_figure_accepts_what_lies_within_its_tolerance(gb9704: Layout) -> None:
    top = gb9704.page.top
    assert top.accepts(layout.Length(top.value.points + 2.8))
    assert not top.accepts(layout.Length(top.value.points + 3))
    assert gb9704.grid.line_pitch.accepts(layout.Length(28.9))
    assert not gb9704.grid.line_pitch.accepts(layout.Length(28))


def test_a_layout_is_frozen(gb9704: Layout) -> None:
    with pytest.raises(AttributeError):
        gb9704.page.top = gb9704.page.bottom


def test_shipped_files_are_commented_in_chinese() -> None:
    for name in layout.shipped():
        text = resources.path("templates", "layouts", f"{name}.yaml").read_text(encoding="utf-8")
        assert text.count("#") >= 3
