"""A long last paragraph without 结语 behind it: 署名 stands below text, and the page before is full."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Block, BlockType, Document, Run
from reportctl.typesetting.pagination import loose_end
from tests.render.docx import documents, reading
from tests.render.docx.paper import BOTTOM, printed_together

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = documents.gb9704()
PITCH = 28.95 * 25.4 / 72
LONG = 9
"""Lines of the last paragraph."""


def filling(character: str, lines: int) -> Block:
    """A paragraph of one character that fills its lines."""
    return Block(f"{character}{lines}", BlockType.ITEM, (Run(character * (28 * lines - 2)),))


def report(before: int, last: int = LONG, *, formal: bool = False) -> Document:
    """A report whose last paragraph of so many lines stands above 署名, with so many before it."""
    whole = documents.formal(with_attachments=False) if formal else documents.plain()
    head = whole.blocks[:2]
    tail = (one for one in whole.blocks if one.type in (BlockType.SIGNATURE, BlockType.DATE))
    return whole._replace(blocks=(*head, filling("法", before), filling("治", last), *tail))


def test_it_keeps_with_the_signature_unless_a_page_ends_well_within_it() -> None:
    loose = [before for before in range(1, 24) if loose_end(report(before), LAYOUT)]
    assert loose == [*range(loose[0], loose[-1] + 1)]
    assert 2 <= len(loose) <= LONG - 3
    for before in range(1, 24):
        data = documents.docx(report(before))
        styles = [style for style, words in reading.paragraphs(data) if "治治" in words]
        assert styles == ["公文正文" if before in loose else "公文正文（与下段同页）"], before


def test_a_short_paragraph_keeps() -> None:
    assert not any(loose_end(report(before, 3), LAYOUT) for before in range(1, 24))


@pytest.mark.slow
@pytest.mark.parametrize("formal", [False, True])
def test_the_page_before_is_full_and_the_signature_has_text_above_it(tmp_path: Path, *, formal: bool) -> None:
    made = {f"{before}": report(before, formal=formal) for before in range(1, 24)}
    full = 0
    for name, pages in printed_together(made, tmp_path).items():
        (last,) = (page for page in pages if any(line.text == "2024年1月15日" for line in page.body))
        assert any("治治" in line.text for line in last.body), name
        for page, following in pairwise(pages):
            if "治治" in page.body[-1].text and "治治" in following.body[0].text:
                full += 1
                assert round((BOTTOM - page.body[-1].bottom) / PITCH) < 2, name
    assert full >= 2
