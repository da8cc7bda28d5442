"""Reports in random house styles: every item right, every character accounted for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.lines import read_document
from reportctl.inspect.reading import read_facts
from tests.collect.comparing import items_of, plain, read
from tests.collect.houses import make
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from reportctl.collect.reading import Material

QUICK = range(40)
MANY = range(1_000, 1_600)


def unlike(seed: int) -> tuple[int, list[str]]:
    """How many items the report of a seed has, and which of them were read otherwise."""
    report = make(seed)
    material = read(report.data, report.clues)
    got, wanted = Counter(plain(items_of(material))), Counter(plain(report.items))
    assert material.identity.department == report.department
    assert material.year == 2024
    return len(report.items), [f"{seed}: {item}" for item in ((got - wanted) + (wanted - got))]


@pytest.mark.parametrize("seed", QUICK)
def test_every_item_of_a_house_style_is_read(seed: int) -> None:
    assert unlike(seed)[1] == []


@sample_and_long(30, len(MANY))
def test_of_many_house_styles_nearly_all_items_are_read(rounds: int) -> None:
    results = [unlike(seed) for seed in MANY[:rounds]]

    items = sum(count for count, _ in results)
    wrong = [line for _, lines in results for line in lines]
    assert len(wrong) <= 0.01 * items, wrong[:20]


@pytest.mark.parametrize("seed", QUICK)
def test_no_character_is_lost_or_used_twice(seed: int) -> None:
    report = make(seed)
    material = read(report.data, report.clues)

    assert claimed_twice(material) == []
    assert list(material.ledger.unclaimed()) == []


@pytest.mark.parametrize("seed", QUICK)
def test_the_lines_are_all_that_the_document_says(seed: int) -> None:
    facts = read_facts(make(seed).data)

    said = "".join(paragraph.text for paragraph in facts.paragraphs)
    lines = "".join(line.text for line in read_document(facts).lines)
    assert "".join(lines.split()) == "".join(said.split())


def claimed_twice(material: Material) -> list[str]:
    """The texts of which a character has more than one fate, or none where it was cut."""
    lines = material.ledger.document.lines
    taken: Counter[tuple[int, int]] = Counter()
    for _, passage in material.ledger.claims:
        for line, start, text in passage.stretches:
            assert lines[line].text[start : start + len(text)] == text
            taken.update((line, place) for place in range(start, start + len(text)))
    return sorted({lines[line].text for (line, _), times in taken.items() if times > 1})
