"""Copies held against their base: what each says, and what all of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.changes import ChangeState
from reportctl.review.listing import by_all

if TYPE_CHECKING:
    from reportctl.review.bases import Base
    from reportctl.review.changes import CopyChange
    from reportctl.review.clashing import AtOdds
    from reportctl.review.copies import Aside, CopyComment
    from reportctl.review.editsfile import Edits
    from reportctl.review.incoming import IncomingCopy
    from reportctl.review.refreshing import Refreshing
    from reportctl.review.wordings import ChangedFigure


class HeldCopy(NamedTuple):
    """A copy held against its base: what it changes that edits.yaml does not say yet, and all else.

    Without a base nothing can be said of its changes. `departments` are, for each comment, those that it
    concerns.
    """

    incoming: IncomingCopy
    changes: tuple[CopyChange, ...] = ()
    comments: tuple[CopyComment, ...] = ()
    departments: tuple[tuple[str, ...], ...] = ()
    figures: tuple[ChangedFigure, ...] = ()
    unplaced: tuple[Aside, ...] = ()
    already: int = 0

    @property
    def placed_wholly(self) -> bool:
        """Whether nothing of the copy is lost once edits.yaml says what can be placed."""
        states = {change.state for change in self.changes}
        left = self.unplaced or self.incoming.left_tracked
        return self.incoming.certain and states <= {ChangeState.PLACED} and not left


class Reconciled(NamedTuple):
    """What copies say, and what has to stand in edits.yaml for the next build to say the same.

    `clashes` are the paragraphs of which several things are wanted; nothing of them is written. `text` is
    edits.yaml as it has to be, None where it says all that can be placed. `refreshing` has the decisions that
    have gone stale, those that the copies make included.
    """

    copies: tuple[HeldCopy, ...]
    base: Base | None
    edits: Edits
    refreshing: Refreshing
    clashes: tuple[AtOdds, ...] = ()
    text: str | None = None

    @property
    def changes(self) -> tuple[CopyChange, ...]:
        """What the copies change, in the order of the report; the same by several once."""
        if len(self.copies) == 1:
            return self.copies[0].changes
        found = by_all(change for copy in self.copies for change in copy.changes)
        return tuple(sorted(found, key=lambda change: change.position))

    @property
    def certain(self) -> bool:
        """Whether it is known what each copy was built from."""
        return all(copy.incoming.certain for copy in self.copies)

    def open(self, *, refreshed: bool) -> bool:
        """Whether anything is left for a person to decide or to put somewhere.

        `refreshed` tells that proposals are written.
        """
        unsettled = any(change.state is not ChangeState.PLACED for change in self.changes)
        unplaced = any(copy.unplaced for copy in self.copies)
        stale = self.refreshing.left if refreshed else self.refreshing.stale
        return bool(not self.certain or unsettled or unplaced or stale)
