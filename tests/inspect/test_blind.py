"""Documents of other tools that inspect was not made by: what deviates is found and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from reportctl.layout.values import Strength
from tests.inspect.blind.samples import Blind, samples
from tests.tools import office

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.layout import Layout

_UNFRAMED = {"imprint-foot", "imprint-lines"}
CHANGED = {  # what LibreOffice loses: it knows no indents in characters and no tabs without stops, gives the
    # levels of a list indents of 0, writes the text of content controls anew for each run, an outer box as
    # one on the right, paragraphs in a frame without their frame and lines, and the margins of a section
    # that begins on an odd page anew; it counts sequences in digits, drops an object without its data and
    # the page number of Word 6
    "template-on-words-grid": {"first-line-indent", "signature-place"},
    "circular-numbered-in-its-styles": {"first-line-indent"},
    "everything-in-content-controls": {
        "blank-paragraphs",
        "element-font",
        "element-size",
        "first-line-indent",
        "text-alignment",
    },
    "decision-with-its-office-in-a-control": {
        "blank-paragraphs",
        "characters-per-line",
        "element-font",
        "element-size",
        "text-alignment",
    },
    "number-in-a-box-of-vml": {"page-number-place"},
    "numbers-by-absolute-tabs": {"page-number-place"},
    "paragraphs-within-custom-xml-and-controls": {"characters-per-line", "element-font"},
    "attachment-that-begins-on-an-odd-page": {"page-margin", "page-number-distance"},
    "numbers-of-chapters-by-sequence-fields": {"element-font", "heading-number-form"},
    "object-of-a-spreadsheet-in-a-line": {"blank-paragraphs"},
    "page-number-of-an-old-program": {"page-number-missing"},
    "stale-twips-beside-characters": {"first-line-indent"},
    "copies-that-wrap-under-their-first-name": _UNFRAMED,
    "imprint-in-a-frame-at-the-foot": _UNFRAMED,
    "date-in-chinese-with-a-leading-zero-in-the-imprint": _UNFRAMED,
}
LEAST = 0.97
"""The share of findings that are right, and the share of 应当-faults that are found."""


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_what_deviates_is_found_and_nothing_else(sample: Blind, layouts: tuple[Layout, ...]) -> None:
    found = inspect(sample.data, layouts).deviations
    shown = [one.text for one in found]
    must = {one.rule.code for one in found if one.strength is Strength.MUST}
    every = {one.rule.code for one in found}
    assert must - sample.either == sample.must, shown
    assert every - must - sample.either == sample.others, shown


@pytest.mark.slow
def test_saved_again_they_are_judged_alike(tmp_path: Path, layouts: tuple[Layout, ...]) -> None:
    sources = []
    for sample in samples():
        source = tmp_path / f"{sample.name}.docx"
        source.write_bytes(sample.data)
        sources.append(source)
    out = tmp_path / "out"
    out.mkdir()
    right = wrong = known = missed = 0
    differences = []
    for sample, path in zip(samples(), office.saved_again(sources, "docx", out), strict=True):
        every = {one.rule.code for one in inspect(path, layouts).deviations}
        made_up = every - sample.must - sample.others - sample.either - CHANGED.get(sample.name, set())
        right += len(every & (sample.must | sample.others))
        wrong += len(made_up)
        known += len(sample.must)
        missed += len(sample.must - every)
        if made_up or sample.must - every:
            differences.append((sample.name, sorted(made_up), sorted(sample.must - every)))
    assert right / (right + wrong) >= LEAST, differences
    assert 1 - missed / known >= LEAST, differences
