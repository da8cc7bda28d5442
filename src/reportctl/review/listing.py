"""Which changes are told, who wants what, and what several want alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.review.changes import ChangeState, CopyChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.review.changes import CopyChange
    from reportctl.review.comparing import Comparison
    from reportctl.review.decisions import Decision, Side
    from reportctl.review.merging import MergedCopies
    from reportctl.review.planning import EditsPlan, Existing


class DecisionAuthors:
    """Who wants a decision: those who changed its paragraph, and where nobody did, those who moved others."""

    def __init__(self, seen: Sequence[Sequence[CopyChange]], merged: MergedCopies, author: str) -> None:
        self._by_side: dict[Side, dict[str, None]] = {}
        movers: dict[str, None] = {author: None} if author else {}
        for found, sides in zip(seen, merged.sides, strict=True):
            for change in found:
                side = sides.get(change.side, change.side)
                self._by_side.setdefault(side, {}).update(dict.fromkeys(change.by))
                if change.kind is CopyChangeKind.MOVE:
                    movers.update(dict.fromkeys(change.by))
        self._movers = movers

    def of(self, decision: Decision) -> str:
        """Their names, joined."""
        return "、".join(self._by_side.get(decision.side) or self._movers)


class ChangeListing:
    """The changes that edits.yaml does not say yet, and what becomes of each."""

    def __init__(
        self,
        merged: MergedCopies,
        wanted: Sequence[Decision],
        made: EditsPlan,
        there: Sequence[Existing],
    ) -> None:
        self._merged = merged
        self._made = made
        self._numbers = {decision.side: number for number, decision in enumerate(wanted)}
        self._removed = {old.key for old in there if made.replaced.get(old.number, old.entry) is None}

    def of(self, copy: int, seen: Iterable[CopyChange], comparison: Comparison) -> Iterator[CopyChange]:
        """Those of one copy."""
        for change in seen:
            if change.side in self._merged.clashing[copy]:
                yield change._replace(state=ChangeState.CONFLICT)
                continue
            number = self._numbers.get(self._merged.sides[copy].get(change.side, change.side))
            decided_by = _decided_by(change, comparison)
            is_order = change.kind is CopyChangeKind.MOVE and self._made.changes
            if number in self._made.conflicts or (number is None and decided_by & self._made.contested):
                yield change._replace(state=ChangeState.CONFLICT)
            elif is_order or (
                number in self._made.fresh if number is not None else self._removed & decided_by
            ):
                yield change


def _decided_by(change: CopyChange, comparison: Comparison) -> frozenset[str]:
    there = change.side.there
    return frozenset() if there is None else frozenset(comparison.base[there].paragraph.decided_by)


def by_all(found: Iterable[CopyChange]) -> Iterator[CopyChange]:
    """The changes, the same by several people as one of them all."""
    same: dict[CopyChange, CopyChange] = {}
    for change in found:
        key = change._replace(by=(), tracked=False, side=change.side._replace(here=None))
        before = same.get(key)
        people = dict.fromkeys((*before.by, *change.by) if before is not None else change.by)
        same[key] = (before or change)._replace(by=tuple(people))
    yield from same.values()
