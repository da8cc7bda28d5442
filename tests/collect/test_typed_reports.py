"""Reports in house styles typed by hand are read as a person reads them, and nothing of them is lost."""

from __future__ import annotations

import pytest

from tests.collect.comparing import items_of, plain, read
from tests.collect.test_houses import claimed_twice
from tests.collect.typed_reports import NAMES, typed_report


@pytest.mark.parametrize("name", NAMES)
def test_every_item_is_read_and_every_character_accounted_for(name: str) -> None:
    report = typed_report(name)

    material = read(report.data)

    assert plain(items_of(material)) == plain(report.items)
    assert (material.identity.department, material.year) == (report.department, 2024)
    assert claimed_twice(material) == []
    assert list(material.ledger.unclaimed()) == []
