"""What the editor's decisions work on: items that may change, join and be left out before they are merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Omitted, Role, Run

if TYPE_CHECKING:
    from reportctl.assemble.pieces import Piece
    from reportctl.document import Origin


class Words(NamedTuple):
    """A sentence group, with the items that it was written from; `fresh` starts a new paragraph."""

    run: Run
    fresh: bool = False


def words(text: str, origins: tuple[Origin, ...], *, fresh: bool = False) -> Words:
    """A sentence group of plain text."""
    return Words(Run(text, Role.TEXT, origins), fresh)


@dataclass(slots=True, eq=False)
class Entry:
    """One item on its way into the report.

    `origins` are the items that it was made from. `rank` and `index` order it by roster and file, `order`
    and `kept` go before them. `touched` names what
    edits have set, so that two that set the same are seen.
    """

    pieces: list[Piece]
    origins: tuple[Origin, ...]
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

    def omitted(self, reason: str) -> tuple[Omitted, ...]:
        """The entry as it stands in the list of what was left out."""
        return tuple(Omitted(origin, reason) for origin in self.origins)


def entry(piece: Piece) -> Entry:
    """The entry of one piece, as handed in."""
    origins = (piece.origin,)
    texts = tuple([words(text, origins, fresh=index > 0) for index, text in enumerate(piece.paragraphs)])
    return Entry(
        pieces=[piece],
        origins=origins,
        part=piece.part,
        rank=piece.rank,
        index=piece.item,
        section=piece.section,
        order=piece.order,
        heading=piece.heading,
        texts=texts,
        points=tuple([words(point, origins) for point in piece.points]),
        causes=(words(piece.cause, origins),) if piece.cause else (),
    )


def joined(entries: list[Entry]) -> Entry:
    """Several entries as one, which stands where the first stands; the same words are written once."""
    first = entries[0]
    if len(entries) == 1:
        return first
    return Entry(
        pieces=[piece for one in entries for piece in one.pieces],
        origins=tuple(dict.fromkeys(origin for one in entries for origin in one.origins)),
        part=first.part,
        rank=first.rank,
        index=first.index,
        section=next((one.section for one in entries if one.section), ""),
        order=first.order,
        heading=first.heading,
        texts=_once([text for one in entries for text in one.texts]),
        points=_once([point for one in entries for point in one.points]),
        causes=_once([cause for one in entries for cause in one.causes]),
        kept=first.kept,
        touched=first.touched,
    )


def _once(groups: list[Words]) -> tuple[Words, ...]:
    """Equal sentence groups become one, which keeps all their origins."""
    found: dict[str, Words] = {}
    for one in groups:
        before = found.setdefault(one.run.text, one)
        if before is not one:
            origins = tuple(dict.fromkeys((*before.run.origins, *one.run.origins)))
            found[one.run.text] = words(one.run.text, origins, fresh=before.fresh)
    return tuple(found.values())
