"""Documents of other tools: what deviates is found and nothing else, also when LibreOffice saved them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import Inspection, inspect
from reportctl.layout.values import Strength
from tests.inspect.foreign import SAMPLES, Sample
from tests.tools import office

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.layout import Layout

LEAST = 0.97
"""The share of findings that are right, and the share of 应当-faults that are found."""


def codes(found: Inspection, *, must: bool) -> frozenset[str]:
    return frozenset(one.rule.code for one in found.deviations if (one.strength is Strength.MUST) is must)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_deviates_is_found_and_nothing_else(sample: Sample, layouts: tuple[Layout, ...]) -> None:
    found = inspect(sample.make(), layouts)
    shown = [one.text for one in found.deviations]
    assert (codes(found, must=True), codes(found, must=False)) == (sample.must, sample.others), shown


@pytest.mark.slow
def test_saved_again_they_are_judged_alike(tmp_path: Path, layouts: tuple[Layout, ...]) -> None:
    sources = []
    for sample in SAMPLES:
        source = tmp_path / f"{sample.name}.docx"
        source.write_bytes(sample.make())
        sources.append(source)
    out = tmp_path / "out"
    out.mkdir()
    right = wrong = known = missed = 0
    for sample, path in zip(SAMPLES, office.saved_again(sources, "docx", out), strict=True):
        found = inspect(path, layouts)
        must, every = codes(found, must=True), {one.rule.code for one in found.deviations}
        right += len(every & (sample.must | sample.others))
        wrong += len(every - sample.must - sample.others)
        known += len(sample.must)
        missed += len(sample.must - must)
    assert right / (right + wrong) >= LEAST, (right, wrong)
    assert 1 - missed / known >= LEAST, (known, missed)
