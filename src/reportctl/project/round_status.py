"""A round at a glance: what of it is whose, and whose copy came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.model.roster import Roster
    from reportctl.snapshot import ReturnedCopy, Snapshot, SnapshotParagraph


class RoundShare(NamedTuple):
    """A department's share in a round: the paragraphs that come from it, and its copies that came back."""

    department: str
    paragraphs: tuple[SnapshotParagraph, ...]
    copies: tuple[ReturnedCopy, ...]


class RoundStatus(NamedTuple):
    """All departments in the order of the roster; `others` are the copies of people outside of it."""

    shares: tuple[RoundShare, ...]
    others: tuple[ReturnedCopy, ...]

    @property
    def out(self) -> tuple[str, ...]:
        """The departments that the draft quotes and whose copy has not come back."""
        return tuple(share.department for share in self.shares if share.paragraphs and not share.copies)


def round_status(snapshot: Snapshot, roster: Roster) -> RoundStatus:
    """Where a round stands, as far as copies were taken in.

    A copy is a department's whose name stands in `by` or in the file's name.
    """
    owners = [_owner(copy, roster) for copy in snapshot.returned]
    names = [department.name.strip() for department in roster.departments]
    printed = [paragraph for paragraph in snapshot.paragraphs if not paragraph.omitted]
    shares = (
        RoundShare(
            name,
            tuple(
                paragraph
                for paragraph in printed
                if any(origin.department == name for origin in paragraph.origins)
            ),
            _copies_of(name, snapshot.returned, owners),
        )
        for name in names
    )
    return RoundStatus(tuple(shares), _copies_of("", snapshot.returned, owners))


def _owner(copy: ReturnedCopy, roster: Roster) -> str:
    return roster.named_in(copy.by) or roster.named_in(copy.file)


def _copies_of(name: str, copies: Sequence[ReturnedCopy], owners: Sequence[str]) -> tuple[ReturnedCopy, ...]:
    return tuple(copy for copy, owner in zip(copies, owners, strict=True) if owner == name)
