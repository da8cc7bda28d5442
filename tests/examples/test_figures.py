"""Figures of every example agree with each other, so that no rule about figures may find anything."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.examples.conftest import Example

EXAMPLES = ["hecheng-2023", "five-chapters", "minimal"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_parts_are_within_the_whole(example: Callable[[str], Example], name: str) -> None:
    for figure in _figures(example(name)):
        assert sum(figure.get("parts", {}).values()) <= figure["value"], figure


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rate_is_what_its_ratio_gives(example: Callable[[str], Example], name: str) -> None:
    for figure in _figures(example(name)):
        if "ratio" in figure:
            numerator, denominator = map(Decimal, figure["ratio"])
            rate = (100 * numerator / denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
            assert rate == Decimal(str(figure["value"])), figure


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_figure_stands_in_the_words_of_its_item(example: Callable[[str], Example], name: str) -> None:
    for item in _items(example(name)):
        words = "".join([item.get("text", ""), *item.get("points", [])])
        for figure in item.get("figures", []):
            if "ratio" not in figure:
                assert str(figure["value"]) in words, figure


def _items(example: Example) -> Iterator[dict[str, Any]]:
    for _, _, items in example.parts():
        yield from (item for item in items if isinstance(item, dict))


def _figures(example: Example) -> Iterator[dict[str, Any]]:
    for item in _items(example):
        yield from item.get("figures", [])
