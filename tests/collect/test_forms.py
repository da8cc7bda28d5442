"""The Word form is read by its rows, whatever clerks do to it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reportctl.collect import codes
from reportctl.collect.forms import form_code
from reportctl.collect.lines import read_document
from reportctl.inspect.reading import read_facts
from reportctl.model.submission import Contact, Figure
from tests.collect.blank_forms import FILLED, blank, data, filled
from tests.collect.comparing import items_of, plain, read
from tests.collect.habits import HABITS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("content", FILLED)
@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_every_item_of_a_form_is_read(habit: Callable[[Any], None], content: str) -> None:
    document = filled(FILLED[content])
    habit(document)

    material = read(data(document))

    assert sorted(plain(items_of(material))) == sorted(plain(FILLED[content]))
    assert material.is_form
    assert (material.identity.department, material.year) == ("县司法局", 2024)
    assert (material.contact, material.approved_by) == (Contact("李某", "0745-1234567"), "王某")
    assert [remark.rule for remark in material.remarks] == (
        [codes.TRACKED_CHANGES] if habit.__name__.startswith("track_") else []
    )


def test_figures_go_to_the_item_that_names_them() -> None:
    material = read(data(filled()))

    figures = {item.heading.text: item.figures for item in material.items if item.figures}
    assert figures == {
        "加强执法队伍建设": (Figure("培训执法人员", Decimal(210), "人次"),),
        "规范行政执法监督": (
            Figure(
                "评查案卷",
                Decimal(60),
                "本",
                {"一般程序": Decimal(45), "简易程序": Decimal(15)},
                previous=Decimal(52),
            ),
        ),
    }


def test_a_figure_that_no_item_names_goes_to_the_item_that_says_its_value() -> None:
    document = filled()
    for cell, text in zip(document.tables[5].rows[1].cells, ("参训总人次", "210", "人次"), strict=False):
        cell.text = text

    figures = {item.heading.text: item.figures for item in read(data(document)).items if item.figures}

    assert [figure.name for figure in figures["加强执法队伍建设"]] == ["参训总人次", "培训执法人员"]


def test_a_figure_that_is_no_number_is_reported() -> None:
    document = filled()
    document.tables[5].rows[1].cells[1].text = "六十多"

    material = read(data(document))

    assert [remark.rule for remark in material.remarks] == [codes.TABLE_UNREAD]


def test_a_blank_form_has_no_item_and_no_remark() -> None:
    material = read(data(blank()))

    assert material.items == ()
    assert material.remarks == ()
    assert material.is_form
    assert material.identity.department == "县司法局"


def test_the_code_line_names_department_and_year() -> None:
    assert form_code(read_document(read_facts(data(blank())))) == ("县司法局", 2024)


def test_a_part_that_says_nothing_is_remembered() -> None:
    document = filled()
    table = document.tables[4]
    table.rows[1].cells[0].text = "无"

    material = read(data(document))

    assert [part.value for part in material.nothing] == ["leadership"]


def test_a_long_cell_of_twelve_items_is_read() -> None:
    document = filled()
    cell = document.tables[1].rows[2].cells[1]
    text = "全年办理审批事项1.5万件，网上可办率达98.6%，群众满意度持续提升。" * 5
    cell.text = "\n".join(f"{number}.深化第{number}项改革。{text}" for number in range(1, 13))

    items = [item for item in read(data(document)).items if item.section == "service"]

    assert [item.heading.text for item in items] == [f"深化第{number}项改革" for number in range(1, 13)]
    assert {item.text.text for item in items} == {text}


def test_text_outside_the_tables_is_reported() -> None:
    document = filled()
    document.tables[3]._tbl.addprevious(document.add_paragraph("另外，我局还配合开展了专项行动。")._p)

    material = read(data(document))

    assert [(remark.rule.code, "专项行动" in remark.message) for remark in material.remarks] == [
        ("unread-text", True)
    ]
