"""版记 at the end of the document: 抄送机关, 印发机关 and 印发日期, in paragraphs, a table or a text box."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reportctl.inspect.anatomy import patterns
from reportctl.inspect.anatomy.model import ElementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.facts import Paragraph

_REACH = 25  # paragraphs from the end
_LONGEST = 120  # characters of 印发机关 and 印发日期


def imprint(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What the paragraphs of 版记 are, by index; {} where there is none."""
    shown = (one for one in reversed(paragraphs) if one.text.strip())
    texts = list(islice(shown, _REACH))[::-1]
    kinds: dict[int, ElementKind] = {}
    for one in texts:
        text = one.text.strip()
        if patterns.COPIES.fullmatch(text) and not kinds:
            kinds[one.index] = ElementKind.COPIES_TO
        elif len(text) > _LONGEST:
            continue
        elif patterns.PRINTED_END.search(text) or (kinds and patterns.PRINTED.fullmatch(text)):
            kinds[one.index] = ElementKind.PRINTED
    return kinds | _companions(texts, kinds)


def _companions(texts: Sequence[Paragraph], kinds: dict[int, ElementKind]) -> dict[int, ElementKind]:
    """The other cells of 版记's table: each is what its row is, or the row above it."""
    table = next((one.table for one in texts if one.index in kinds and one.table is not None), None)
    if table is None:
        return {}
    cells = [one for one in texts if one.table == table]
    rows = {one.row: kinds[one.index] for one in cells if one.index in kinds}
    last = ElementKind.COPIES_TO
    found: dict[int, ElementKind] = {}
    for one in cells:
        last = rows.get(one.row, last)
        found.setdefault(one.index, kinds.get(one.index, last))
    return found
