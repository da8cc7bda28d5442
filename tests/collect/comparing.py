"""Reads a document as `collect` does and lays what was read beside what a person reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.collect.reading import Material, read_material
from reportctl.inspect.reading import read_facts
from tests.collect.house_parts import Gold
from tests.collect.house_words import IDENTIFIER, PLACES, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reportctl.collect.identifying import Clue

_MARKS = re.compile("[\\s\u3000。，,；;：:、.．]")


def read(source: Path | bytes, clues: Sequence[Clue] = ()) -> Material:
    """The material of a document, by the outline and the roster of the generator."""
    return read_material(read_facts(source), PLACES, IDENTIFIER, YEAR, clues)


def items_of(material: Material) -> list[Gold]:
    """The items that were read."""
    found = ((item.part.value, item.item()) for item in material.items)
    return [
        Gold(part, item.section, item.heading, item.text, item.points, item.cause) for part, item in found
    ]


def plain(items: Iterable[Gold]) -> list[Gold]:
    """The items without blanks and marks, which a person does not compare."""
    return [
        Gold(
            item.part,
            item.section,
            squeezed(item.heading),
            squeezed(item.text),
            tuple(map(squeezed, item.points)),
            squeezed(item.cause),
        )
        for item in items
    ]


def squeezed(text: str) -> str:
    """A text without blanks and marks."""
    return _MARKS.sub("", text)
