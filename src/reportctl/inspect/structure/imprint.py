"""版记 at the end: 抄送机关, 印发机关 and 印发日期, and the short lines that may follow them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import ElementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Paragraph

_LONGEST_LINE = 40  # characters of what may follow 版记
_IMPRINT_REACH = 25  # paragraphs from the end
_LONGEST_IMPRINT = 120  # characters of 印发机关 and 印发日期


def imprint(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What the paragraphs of 版记 are, by index; {} where there is none."""
    shown = (paragraph for paragraph in reversed(paragraphs) if paragraph.text.strip())
    texts = list(islice(shown, _IMPRINT_REACH))[::-1]
    kinds: dict[int, ElementKind] = {}
    for paragraph in texts:
        text = paragraph.text.strip()
        if patterns.COPIES.fullmatch(text) and not kinds:
            kinds[paragraph.index] = ElementKind.COPIES_TO
        elif len(text) > _LONGEST_IMPRINT:
            continue
        elif patterns.PRINTED_END.search(text) or (kinds and patterns.PRINTED.fullmatch(text)):
            kinds[paragraph.index] = ElementKind.PRINTED
    return kinds | _companions(texts, kinds)


def behind_imprint(paragraphs: Sequence[Paragraph], kinds: dict[int, ElementKind]) -> dict[int, ElementKind]:
    """The short lines that follow 版记, such as （共印200份）: no element, up to an 附件 behind it."""
    found: dict[int, ElementKind] = {}
    for paragraph in paragraphs[max(kinds, default=len(paragraphs)) :]:
        text = paragraph.text.strip()
        if len(text) > _LONGEST_LINE or patterns.ATTACHMENT_LABEL.fullmatch(text):
            break
        if text:
            found[paragraph.index] = ElementKind.OTHER
    return found


def _companions(texts: Sequence[Paragraph], kinds: dict[int, ElementKind]) -> dict[int, ElementKind]:
    """The other cells of 版记's table: each is what its row is, or the row above it."""
    table = next(
        (paragraph.table for paragraph in texts if paragraph.index in kinds and paragraph.table is not None),
        None,
    )
    if table is None:
        return {}
    cells = [paragraph for paragraph in texts if paragraph.table == table]
    rows = {paragraph.row: kinds[paragraph.index] for paragraph in cells if paragraph.index in kinds}
    last = ElementKind.COPIES_TO
    found: dict[int, ElementKind] = {}
    for paragraph in cells:
        last = rows.get(paragraph.row, last)
        found.setdefault(paragraph.index, kinds.get(paragraph.index, last))
    return found
