"""The documents of other tools that were written, with what each has wrong, before inspect was asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.inspect.blind import (
    bureaus,
    corners,
    everyday,
    forwarded,
    habits,
    mishaps,
    offhand,
    offices,
    origins,
    programs,
    rarities,
    styled,
    templates,
    townships,
)

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Blind:
    """A document and the codes of what deviates: from what must be, otherwise, or may be taken either way."""

    name: str
    data: bytes
    must: frozenset[str]
    others: frozenset[str]
    either: frozenset[str]


@cache
def samples() -> tuple[Blind, ...]:
    """All of them: some as npm's docx wrote them (`make.mjs`), the others made here."""
    sets = (
        templates,
        programs,
        offices,
        forwarded,
        styled,
        habits,
        corners,
        offhand,
        origins,
        rarities,
        everyday,
        mishaps,
        townships,
        bureaus,
    )
    made = {name: data for one in sets for name, data in one.sample.documents()}
    made |= {path.stem: path.read_bytes() for path in sorted(_FOLDER.glob("*.docx"))}
    expected = yaml.safe_load((_FOLDER / "expected.yaml").read_text(encoding="utf-8"))
    assert made.keys() == expected.keys()
    kinds = ("must", "others", "either")
    return tuple(
        Blind(name, data, *(frozenset(expected[name].get(kind, ())) for kind in kinds))
        for name, data in made.items()
    )
