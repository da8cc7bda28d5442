"""From copies to edits.yaml, step by step: read, find the base, compare, merge, reckon decisions, write.

reconciled = reconcile(project, paths, wish)
write(project, reconciled, Writing(copies=True, proposals=True))
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl.project import edited, rounds
from reportctl.project.building import check
from reportctl.project.journal import digest
from reportctl.project.opening import EDITS
from reportctl.project.recovery import OUTPUT
from reportctl.project.snapshots import take
from reportctl.project.transaction import Change as FileChange
from reportctl.project.transaction import write_all
from reportctl.review.bases import StoredSnapshot, likest
from reportctl.review.changes import ChangeState, changes
from reportctl.review.clashing import at_odds
from reportctl.review.comparing import Comparison
from reportctl.review.copies import TrackedMode
from reportctl.review.decisions import decisions
from reportctl.review.editsfile import new_text, read_edits
from reportctl.review.held import HeldCopy, Reconciled
from reportctl.review.incoming import read_incoming
from reportctl.review.listing import ChangeListing, DecisionAuthors
from reportctl.review.merging import MergedCopies
from reportctl.review.planning import EffectiveKeys, WantedDecision, existing, plan
from reportctl.review.refreshing import refreshing
from reportctl.review.wordings import figures
from reportctl.snapshot import ReturnedCopy
from reportctl.text.marks import normalise_line
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.project.opening import Project
    from reportctl.review.bases import Base
    from reportctl.review.copies import Copy
    from reportctl.review.decisions import Decision
    from reportctl.review.editsfile import Edits
    from reportctl.review.incoming import IncomingCopy, ReconcileWish
    from reportctl.review.lines import BaseLine
    from reportctl.review.planning import Existing


class Writing(NamedTuple):
    """What is to be written: what the copies change, and the proposals for stale decisions."""

    copies: bool = False
    proposals: bool = False


def reconcile(project: Project, paths: Sequence[Path], wish: ReconcileWish) -> Reconciled:
    """What people changed in copies of one draft, and what has to stand in edits.yaml.

    Raises:
        FileError: a copy, its round's snapshot or edits.yaml cannot be read.
        UsageError: there is no round of that name, or the copies were built from different drafts.
        ProjectError: edits.yaml is so wrong that nothing can be written into it.
    """
    incoming = read_incoming(project, paths, wish)
    edits = read_edits(project)
    if not incoming:
        return Reconciled((), None, edits, refreshing(project, edits, None))
    if len(incoming) == 1 and not incoming[0].certain:
        base = incoming[0].base or _today(project, incoming[0].copy)
        if base is not None:
            return _compared(project, (incoming[0]._replace(base=base),), base, edits, wish)
    known = tuple(copy for copy in incoming if copy.certain)
    if not known:
        return Reconciled(tuple(map(_unheld, incoming)), None, edits, refreshing(project, edits, None))
    base = known[0].base
    assert base is not None  # noqa: S101 - it is certain
    compared = _compared(project, known, base, edits, wish)
    unheld = (_unheld(copy) for copy in incoming if not copy.certain)
    return compared._replace(copies=(*compared.copies, *unheld))


def _unheld(copy: IncomingCopy) -> HeldCopy:
    return HeldCopy(copy, comments=copy.comments, departments=((),) * len(copy.comments))


def write(project: Project, reconciled: Reconciled, writing: Writing) -> tuple[str, ...]:
    """Write edits.yaml, and remember the copies that were taken in; what could not be tidied up is said.

    Raises:
        FileError: a file cannot be written, or edits.yaml has been changed meanwhile; nothing has changed.
        LockedError: another run is writing.
    """
    changed: list[FileChange] = []
    edits = reconciled.edits
    text = reconciled.text if writing.copies else None
    if writing.proposals and reconciled.refreshing.text is not None:
        text = reconciled.refreshing.text
    place = project.root / EDITS
    if text:
        changed.append(FileChange.to_bytes(place, edits.encoding.bytes(text), edits.digest))
    elif text is not None:
        changed.append(FileChange(place, None, edits.digest))
    if writing.copies:
        changed += _noted(project.root, reconciled)
    home = project.root / OUTPUT
    return write_all(changed, home) if changed else ()


def _noted(root: Path, reconciled: Reconciled) -> Iterator[FileChange]:
    """What remembers the copies: those placed wholly may be built over, a round knows who sent it back."""
    home = root / OUTPUT
    placed = {copy.incoming.digest for copy in reconciled.copies if copy.placed_wholly}
    if not placed <= edited.read_placed(home):
        book = home / edited.RECORD
        yield FileChange(book, partial(_remember, home, placed), digest(book))
    returned = [
        ReturnedCopy(
            copy.incoming.digest,
            copy.incoming.path.name,
            copy.incoming.author,
            len(copy.changes) + copy.already,
            sum(change.state is not ChangeState.PLACED for change in copy.changes) + len(copy.unplaced),
        )
        for copy in reconciled.copies
        if copy.incoming.certain
    ]
    if reconciled.base is not None and returned:
        yield from rounds.returned(root, reconciled.base.snapshot, returned)


def _today(project: Project, copy: Copy) -> Base | None:
    """Today's build, for a copy whose own is not known: what differs can be shown, and is never written."""
    checked = check(project, draft=True)
    snapshot = take(checked.assembly.document, checked.assembly.as_built, checked.layout)
    return likest([StoredSnapshot("今天的稿子", snapshot)], copy, lost=True)


def _remember(home: Path, copies: set[str], out: BinaryIO) -> None:
    out.write(edited.record(edited.read_record(home), edited.read_placed(home) | copies))


def _compared(
    project: Project, incoming: Sequence[IncomingCopy], base: Base, edits: Edits, wish: ReconcileWish
) -> Reconciled:
    alone = [Comparison.of(base.snapshot, copy.copy) for copy in incoming]
    merged = MergedCopies.of(alone)
    there = existing(edits.file)
    in_effect = _in_effect(there, merged.comparison)
    earlier = {old.key: old.entry for old in there if old.key in in_effect.keys}
    reckoned = decisions(merged.comparison, earlier)
    seen = [changes(comparison, copy.author) for comparison, copy in zip(alone, incoming, strict=True)]
    people = DecisionAuthors(seen, merged, incoming[0].author if len(incoming) == 1 else "")
    wanted = [
        WantedDecision(decision, people.of(decision), _printed(decision, merged.comparison))
        for decision in reckoned
    ]
    made = plan(wanted, there, in_effect)
    listing = ChangeListing(merged, reckoned, made, there)
    held = []
    for number, (comparison, copy) in enumerate(zip(alone, incoming, strict=True)):
        listed = tuple(listing.of(number, seen[number], comparison))
        if wish.tracked is TrackedMode.STOP and copy.copy.tracked:
            listed = tuple(
                change._replace(state=ChangeState.PENDING) if change.tracked else change for change in listed
            )
        held.append(
            HeldCopy(
                copy,
                listed,
                copy.comments,
                tuple(comparison.departments(comment.paragraph) for comment in copy.comments),
                figures(comparison, listed),
                tuple(comparison.unplaced()),
                len(seen[number]) - len(listed),
            )
        )
    stops = wish.tracked is TrackedMode.STOP and any(copy.copy.tracked for copy in incoming)
    may_write = not stops and all(copy.certain for copy in incoming)
    text = new_text(project, edits, made) if may_write else None
    overtaken = refreshing(project, edits, None if wish.proposals_alone else text)
    clashes = tuple(at_odds(merged, [copy.author for copy in incoming], wanted, made))
    return Reconciled(tuple(held), base, edits, overtaken, clashes, text)


def _in_effect(there: Sequence[Existing], comparison: Comparison) -> EffectiveKeys:
    """Which entries the base was printed with, and which of them have been changed since."""
    printed = {key: line for line in comparison.base for key in line.paragraph.decided_by}
    changed = set()
    for old in there:
        line = printed.get(old.key)
        text = normalise_line(str(old.entry.get("text", "")))
        if line is not None and text and not _prints(text, line):
            changed.add(old.key)
    return EffectiveKeys(frozenset(printed), frozenset(changed))


def _prints(text: str, line: BaseLine) -> bool:
    """Whether a line was printed from the text of an entry; a number typed in front is made anew."""
    return any(
        words in (line.words, line.whole) or line.words.endswith(words)
        for words in (text, strip_number(text))
    )


def _printed(decision: Decision, comparison: Comparison) -> str:
    return "" if decision.side.there is None else comparison.base[decision.side.there].words
