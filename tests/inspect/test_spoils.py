"""A right document has no finding; a document spoilt in one way has that finding, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import RULES, inspect
from reportctl.inspect.checks import FAMILIES
from tests.inspect import handmade, ours
from tests.inspect.editing import Editable
from tests.inspect.spoils import SPOILS, Spoil

if TYPE_CHECKING:
    from reportctl.layout import Layout


@pytest.fixture(scope="session")
def right() -> dict[str, bytes]:
    """Two right documents of the same words: one written by hand, one of our own."""
    return {"handmade": handmade.formal(), "ours": ours.formal()}


@pytest.mark.parametrize("base", ["handmade", "ours"])
@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.name)
def test_each_fault_is_found_and_nothing_else(
    spoil: Spoil, base: str, right: dict[str, bytes], layouts: tuple[Layout, ...]
) -> None:
    document = Editable(right[base])
    spoil.make(document)
    found = inspect(document.save(), layouts)
    codes = {one.rule.code for one in found.deviations}
    assert len(codes) == 1, [one.text for one in found.deviations]
    assert codes <= set(spoil.codes), [one.text for one in found.deviations]


def test_every_rule_has_a_fault_that_it_finds() -> None:
    # in tables the indents cannot be told; how tables look, an office's layout says
    needs_its_own_layout = {"imprint-indent", "table-look"}
    codes = {rule.code for family in FAMILIES for rule in family.RULES}
    assert codes - {code for spoil in SPOILS for code in spoil.codes} <= needs_its_own_layout


def test_rules_have_one_code_each_and_say_how_to_mend() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.title
        assert rule.manual.endswith("。")
        assert rule.bad
        assert rule.good


def test_faults_are_many_and_named_once() -> None:
    names = [spoil.name for spoil in SPOILS]
    assert len(set(names)) == len(names) >= 60
