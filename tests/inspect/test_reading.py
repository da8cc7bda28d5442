"""The reader by itself: attribute values as they come, cells, deleted marks, hidden text."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.inspect import RefusedError, inspect
from reportctl.inspect.reading import ooxml, read_facts
from reportctl.inspect.reading.facts import CellPlace
from tests.inspect import handmade, ours
from tests.inspect.editing import Editable
from tests.inspect.test_facts import facts, only
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from reportctl.layout import Layout


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "color", ["yellow", "FF00", "FF 000", "GGGGGG", "\u0663\u0663\u0663\u0663\u0663\u0663", "#FF0000"]
)
def test_what_is_no_colour_is_automatic(color: str) -> None:
    assert only(p("字", run=f'<w:color w:val="{color}"/>')).runs[0].character.color == ""


@pytest.mark.parametrize(
    ("properties", "tabs", "bottom"),
    [
        ('<w:tabs><w:tab w:val="ri ght" w:pos="1 0"/></w:tabs>', (("left", 0),), None),
        (
            '<w:tabs><w:tab w:val="right" w:pos="nan"/><w:tab w:pos="9"/></w:tabs>',
            (("right", 0), ("left", 9)),
            None,
        ),
        ('<w:pBdr><w:bottom w:val="single" w:sz="x y" w:color="dark red"/></w:pBdr>', (), (0, "", 0)),
        (
            '<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="ff0000" w:space=" "/></w:pBdr>',
            (),
            (12, "FF0000", 0),
        ),
    ],
)
def test_tabs_and_borders(properties: str, tabs: object, bottom: tuple[float, str, int] | None) -> None:
    form = only(p("字", properties)).format
    assert form.tabs == tabs
    assert (
        None if form.bottom is None else (form.bottom.size, form.bottom.color, form.bottom.space)
    ) == bottom


NONSENSE = (
    *("", " ", "0", "-1", "1.5", "auto", "nil", "none", "nan", "inf", "-inf", "1e9", "0x10", "true", "a b c"),
    *(
        "9" * 30,
        "9" * 400,
        "-" + "9" * 400,
        "12pt",
        "9" * 20 + "pt",
        "1 2",
        "½",
        "²",
        "१२",
        "\uff11\uff12",
        "٣pt",
        "12\n",
    ),
    *("yellow", "FFFFF", "%1%9", "字", "\U0001f600", "x" * 5_000),
)


@pytest.mark.parametrize("text", [None, *NONSENSE])
def test_no_reader_of_a_value_raises(text: str | None) -> None:
    assert isinstance(ooxml.points(text, 10.0), float)
    assert isinstance(ooxml.emu(text), int)
    for number in (ooxml.twips(text), ooxml.integer(text)):
        assert number is None or abs(number) < 10**12
    for color in (ooxml.color(text), ooxml.web_color(text)):
        assert re.fullmatch("[0-9A-F]{6}|", color)


def samples() -> list[bytes]:
    folder = Path(__file__).parents[2]
    shipped = [path.read_bytes() for path in sorted((folder / "examples").rglob("*.docx"))]
    return [handmade.formal(), ours.formal(), ours.docx(ours.PLAIN), *shipped]


def mutated(document: bytes, chance: random.Random) -> bytes:
    """The document with some attributes of its parts made nonsense."""
    edited = Editable(document)
    names = [name for name in edited.files if name.endswith(".xml") and not name.startswith("[")]
    for name in chance.sample(names, min(3, len(names))):
        elements = [element for element in edited.part(name).iter(etree.Element) if element.attrib]
        for element in chance.sample(elements, min(len(elements), chance.choice((1, 5, 40)))):
            element.set(str(chance.choice(sorted(map(str, element.attrib)))), chance.choice(NONSENSE))
    return edited.save()


@sample_and_long(60, 3_000)
def test_any_attribute_may_say_anything(rounds: int, layouts: tuple[Layout, ...]) -> None:
    chance = random.Random(rounds)  # noqa: S311 - a test that fails must fail again
    documents = samples()
    for _ in range(rounds):
        try:
            found = inspect(mutated(chance.choice(documents), chance), layouts)
        except RefusedError:
            continue
        assert all(deviation.text for deviation in found.deviations)


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_each_paragraph_knows_its_cell() -> None:
    inner = table(cell(p("内")))
    wide = cell(p("宽"), properties='<w:gridSpan w:val="2"/>')
    control = f"<w:sdt><w:sdtContent>{cell(p('控'))}</w:sdtContent></w:sdt>"
    before = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(p("移"))}'
    body = p("前") + table(cell(p("甲"), p("甲二")) + cell(p("乙"), inner, p("后")), wide + control, before)
    found = facts(body)
    assert [(one.text, one.table, one.row, one.column) for one in found.paragraphs] == [
        ("前", None, None, None),
        ("甲", 0, 0, 0),
        ("甲二", 0, 0, 0),
        ("乙", 0, 0, 1),
        ("内", 1, 0, 0),
        ("后", 0, 0, 1),
        ("宽", 0, 1, 0),
        ("控", 0, 1, 2),
        ("移", 0, 2, 1),
    ]
    assert [one.outer for one in found.tables] == [None, CellPlace(0, 0, 1)]
    assert [len(one.rows) for one in found.tables] == [3, 1]


DELETED = '<w:rPr><w:del w:author="王"/></w:rPr>'


@pytest.mark.parametrize(
    ("body", "texts", "indents"),
    [
        (p("甲", DELETED) + p("乙", '<w:ind w:left="9"/>') + p("丙"), ["甲乙", "丙"], [9, 0]),
        (p("甲", DELETED) + '<w:bookmarkStart w:id="1"/>' + p("乙", DELETED) + p("丙"), ["甲乙丙"], [0]),
        (p("甲", '<w:rPr><w:moveFrom w:author="王"/></w:rPr>') + p("乙"), ["甲乙"], [0]),
        # there is nothing to run into: a table follows, or the end of the cell
        (p("甲", DELETED) + table(cell(p("乙", DELETED)) + cell(p("丙"))), ["甲", "乙", "丙"], [0, 0, 0]),
    ],
)
def test_a_paragraph_whose_mark_is_deleted_runs_into_the_next(
    body: str, texts: list[str], indents: list[int]
) -> None:
    found = facts(body)
    assert [paragraph.text for paragraph in found.paragraphs] == texts
    assert ["".join(run.text for run in paragraph.runs) for paragraph in found.paragraphs] == texts
    assert [paragraph.format.left for paragraph in found.paragraphs] == indents
    assert {(change.kind, change.author) for change in found.changes} <= {("删除", "王"), ("移出", "王")}
    assert found.changes


def test_hidden_text_is_read_as_hidden() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    found = only(f"<w:p><w:r><w:t>甲</w:t></w:r>{hidden}<w:r><w:t>乙</w:t></w:r></w:p>")
    assert found.text == "甲乙"
    assert [run.text for run in found.runs] == ["甲", "乙"]
    assert [(run.text, run.character.hidden) for run in found.all_runs] == [
        ("甲", False),
        ("藏", True),
        ("乙", False),
    ]
    assert only("<w:p><w:r><w:t>甲</w:t></w:r></w:p>").all_runs[0].text == "甲"


def test_the_reader_takes_a_path_too(tmp_path: Path) -> None:
    path = tmp_path / "公文.docx"
    path.write_bytes(handmade.formal())
    assert read_facts(path) == read_facts(handmade.formal())
