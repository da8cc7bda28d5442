"""Fingerprints in edits.yaml, so that no decision is parted from its item when submissions are mended."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.codes import EDIT_WITHOUT_WAS
from reportctl.assemble.entries import Entry, entries
from reportctl.assemble.fingerprints import Items, Stamp
from reportctl.findings import Replacement
from reportctl.model.files import EditsFile, load_edits, load_submission
from reportctl.model.keys import EDIT
from reportctl.project.mending import Mended, mend_once
from reportctl.sources.editing import Addition
from reportctl.sources.events import start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from reportctl.findings import Span
    from reportctl.model.roster import Submission
    from reportctl.project.opening import Project
    from reportctl.sources.editing import Mend


class ItemPlace(NamedTuple):
    """An item as it lies in its file."""

    file: str
    part: str
    item: int


class Stamped(NamedTuple):
    """edits.yaml with its fingerprints, and the items that must stay as they are for a decision's sake."""

    edits: Mended
    lost: frozenset[ItemPlace]


def stamp(
    project: Project,
    edits: EditsFile,
    base: Mended,
    pairs: Iterable[tuple[Entry, Entry]],
    bare: Set[Span],
) -> Stamped:
    """Write fingerprints into `base`, the file that `edits` was read from: those that mending has moved.

    Those that are missing are written where the decision stands in `bare`.
    """
    items = Items(pairs, project.roster.names)
    stamps = [one for one in items.stamps(edits) if one.old or edits.file.start_span(one.path) in bare]
    made: frozenset[int] = frozenset()
    if stamps and base.fault is None:
        file, _ = load_edits(base.name, base.new)
        if file is not None:
            base, made = mend_once(base, [_mend(file, one) for one in stamps])
    done = [stamps[number] for number in made]
    added = sum(not one.old for one in done)
    counts = {**base.counts, EDIT_WITHOUT_WAS.code: added} if added else base.counts
    stale = (one.item for number, one in enumerate(stamps) if one.old and number not in made)
    lost = frozenset(
        ItemPlace(one.source.name, one.part, one.item) for one in chain(items.lost(edits), stale)
    )
    return Stamped(base._replace(counts=counts, refreshed=len(done) - added), lost)


def pairs(received: Iterable[Submission], mended: Mapping[str, Mended]) -> Iterator[tuple[Entry, Entry]]:
    """Every item that reaches merging, before and after its file was mended; files go by their name."""
    seen: set[str] = set()
    for one in received:
        if one.name is None or one.name in seen:
            continue
        seen.add(one.name)
        before = tuple(entries(one.file, one.name, one.rank))
        after = before
        change = mended.get(one.file.name)
        if change is not None and change.changed:
            file, _ = load_submission(one.file.name, change.new)
            after = tuple(entries(file, one.name, one.rank)) if file is not None else before
        yield from zip(before, after, strict=True)


def _mend(edits: EditsFile, one: Stamp) -> Mend:
    file = edits.file
    if one.old:
        return (Replacement(*file.inner((*one.path, "was"), 0, len(one.old)), one.new),)
    heading = (*one.path, "heading")
    chinese = file.key_text(heading) == EDIT.names["heading"]
    return Addition(start_of(file.node(heading)), EDIT.names["was"] if chinese else "was", one.new)
