"""What the editor's decisions work on: items that may change, join and be left out before they are merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Omitted

if TYPE_CHECKING:
    from reportctl.assemble.pieces import Piece
    from reportctl.document import Origin


class Words(NamedTuple):
    """A sentence group and the items that it was written from; `fresh` starts a new paragraph."""

    text: str
    origins: tuple[Origin, ...]
    fresh: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """One item on its way into the report.

    `rank` and `index` order it by roster and file, `order` and `kept` go before them. `touched` names what
    edits have set, so that two that set the same are seen.
    """

    pieces: list[Piece]
    part: str
    rank: int
    index: int
    section: str
    order: int | None
    heading: str
    texts: tuple[Words, ...]
    points: tuple[Words, ...]
    causes: tuple[Words, ...]
    kept: int | None = None
    touched: dict[str, int] = field(default_factory=dict)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The items that the entry was made from."""
        return tuple(piece.origin for piece in self.pieces)

    def omitted(self, reason: str) -> tuple[Omitted, ...]:
        """The entry as it stands in the list of what was left out."""
        return tuple(Omitted(origin, reason) for origin in self.origins)


def entry(piece: Piece) -> Entry:
    """The entry of one piece, as handed in."""
    origins = (piece.origin,)
    texts = tuple([Words(text, origins, index > 0) for index, text in enumerate(piece.paragraphs)])
    return Entry(
        pieces=[piece],
        part=piece.part,
        rank=piece.rank,
        index=piece.item,
        section=piece.section,
        order=piece.order,
        heading=piece.heading,
        texts=texts,
        points=tuple([Words(point, origins) for point in piece.points]),
        causes=(Words(piece.cause, origins),) if piece.cause else (),
    )


def joined(entries: list[Entry]) -> Entry:
    """Several entries as one, which stands where the first stands; the same words are written once."""
    first = entries[0]
    if len(entries) == 1:
        return first
    return Entry(
        pieces=list(dict.fromkeys(piece for one in entries for piece in one.pieces)),
        part=first.part,
        rank=first.rank,
        index=first.index,
        section=next((one.section for one in entries if one.section), ""),
        order=first.order,
        heading=first.heading,
        texts=_once([words for one in entries for words in one.texts]),
        points=_once([words for one in entries for words in one.points]),
        causes=_once([words for one in entries for words in one.causes]),
        kept=first.kept,
        touched=first.touched,
    )


def _once(words: list[Words]) -> tuple[Words, ...]:
    """Equal sentence groups become one, which keeps all their origins."""
    found: dict[str, Words] = {}
    for one in words:
        before = found.get(one.text)
        if before is None:
            found[one.text] = one
        else:
            origins = tuple(dict.fromkeys((*before.origins, *one.origins)))
            found[one.text] = Words(before.text, origins, before.fresh)
    return tuple(found.values())
