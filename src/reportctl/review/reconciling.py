"""From a copy to edits.yaml, step by step: read, find its base, compare, reckon the decisions, write.

reconciled = reconcile(project, path, wish)
if reconciled.can_write: write(project, reconciled)
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError
from reportctl.project import edited
from reportctl.project.building import check
from reportctl.project.files import read_file
from reportctl.project.journal import digest
from reportctl.project.opening import EDITS
from reportctl.project.recovery import OUTPUT
from reportctl.project.snapshots import take
from reportctl.project.transaction import Change as FileChange
from reportctl.project.transaction import write_all
from reportctl.reading import READ_LIMIT
from reportctl.review.bases import StoredSnapshot, find_base, likest
from reportctl.review.changes import ChangeState, CopyChange, CopyChangeKind, changes
from reportctl.review.comparing import Comparison
from reportctl.review.copies import TrackedMode, View
from reportctl.review.decisions import decisions
from reportctl.review.editsfile import new_text, read_edits
from reportctl.review.markup import read_copy
from reportctl.review.planning import existing, plan
from reportctl.review.wordings import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.project.opening import Project
    from reportctl.review.bases import Base
    from reportctl.review.copies import Aside, Copy, CopyComment, Tracked
    from reportctl.review.decisions import Decision
    from reportctl.review.editsfile import Edits
    from reportctl.review.planning import EditsPlan, Existing
    from reportctl.review.wordings import ChangedFigure

_OWN_AUTHOR = "reportctl"
"""Who wrote the comments that a build puts on a review copy: they are no leader's."""


class ReconcileWish(NamedTuple):
    """How a copy is taken in: the round it came from ("" lets it say so), tracked changes, whose changes."""

    round: str = ""
    tracked: TrackedMode = TrackedMode.ACCEPT
    by: str = ""


class Reconciled(NamedTuple):
    """What a copy says, held against its base; without a base nothing can be said of its changes.

    `changes` are those that edits.yaml does not say yet, `already` counts the others. `text` is edits.yaml as
    it has to be, None where it says all that can be placed. `left_tracked` are tracked changes that were not
    looked at.
    """

    path: Path
    digest: str
    copy: Copy
    base: Base | None
    damaged: tuple[str, ...] = ()
    changes: tuple[CopyChange, ...] = ()
    already: int = 0
    comments: tuple[CopyComment, ...] = ()
    departments: tuple[tuple[str, ...], ...] = ()
    figures: tuple[ChangedFigure, ...] = ()
    unplaced: tuple[Aside, ...] = ()
    left_tracked: tuple[Tracked, ...] = ()
    edits: Edits | None = None
    text: str | None = None

    @property
    def certain(self) -> bool:
        """Whether it is known what the copy was built from."""
        return self.base is not None and not self.base.lost

    @property
    def placed_wholly(self) -> bool:
        """Whether nothing of the copy is lost once edits.yaml says what can be placed."""
        states = {change.state for change in self.changes}
        return self.certain and states <= {ChangeState.PLACED} and not self.unplaced and not self.left_tracked


def reconcile(project: Project, path: Path, wish: ReconcileWish) -> Reconciled:
    """What people changed in a copy, and what has to stand in edits.yaml for the next build to say the same.

    Raises:
        FileError: the copy, its round's snapshot or edits.yaml cannot be read.
        UsageError: there is no round of that name.
        ProjectError: edits.yaml is so wrong that nothing can be written into it.
    """
    data = _read(path)
    view = View.REJECT if wish.tracked is TrackedMode.REJECT else View.ACCEPT
    copy = read_copy(data, view)
    if view is View.REJECT:
        copy = copy._replace(paragraphs=tuple(line._replace(tracked=()) for line in copy.paragraphs))
    found = find_base(project.root, copy, wish.round)
    comments = tuple(comment for comment in copy.comments if comment.author != _OWN_AUTHOR)
    edits = read_edits(project)
    told = Reconciled(
        path,
        hashlib.sha256(data).hexdigest(),
        copy,
        found.base,
        found.damaged,
        comments=comments,
        departments=((),) * len(comments),
        left_tracked=copy.tracked if view is View.REJECT else (),
        edits=edits,
    )
    base = found.base or _today(project, copy)
    return told if base is None else _compared(project, told._replace(base=base), base, wish)


def write(project: Project, reconciled: Reconciled) -> tuple[str, ...]:
    """Write edits.yaml, and remember a copy that was taken in wholly; what could not be tidied up is said.

    Raises:
        FileError: a file cannot be written, or edits.yaml has been changed meanwhile; nothing has changed.
        LockedError: another run is writing.
    """
    changed: list[FileChange] = []
    edits = reconciled.edits
    if reconciled.text is not None and edits is not None:
        place = project.root / EDITS
        if reconciled.text:
            new = edits.encoding.bytes(reconciled.text)
            changed.append(FileChange.to_bytes(place, new, edits.digest))
        else:
            changed.append(FileChange(place, None, edits.digest))
    home = project.root / OUTPUT
    if reconciled.placed_wholly and reconciled.digest not in edited.read_placed(home):
        book = home / edited.RECORD
        changed.append(FileChange(book, partial(_remember, home, reconciled.digest), digest(book)))
    return write_all(changed, home) if changed else ()


def _today(project: Project, copy: Copy) -> Base | None:
    """Today's build, for a copy whose own is not known: what differs can be shown, and is never written."""
    checked = check(project, draft=True)
    snapshot = take(checked.assembly.document, checked.assembly.as_built, checked.layout)
    return likest([StoredSnapshot("今天的稿子", snapshot)], copy, lost=True)


def _remember(home: Path, copy: str, out: BinaryIO) -> None:
    out.write(edited.record(edited.read_record(home), edited.read_placed(home) | {copy}))


def _compared(project: Project, told: Reconciled, base: Base, wish: ReconcileWish) -> Reconciled:
    copy = told.copy
    comparison = Comparison.of(base.snapshot, copy)
    author = wish.by or copy.saved_by
    seen = changes(comparison, author)
    edits = told.edits
    assert edits is not None  # noqa: S101 - it was read before
    there = existing(edits.file)
    in_effect = frozenset(key for line in base.snapshot.paragraphs for key in line.decided_by)
    wanted = decisions(comparison, {old.key: old.entry for old in there if old.key in in_effect})
    made = plan(wanted, there, in_effect, [_people(decision, seen, author) for decision in wanted])
    listed = tuple(_listed(seen, wanted, made, there, comparison))
    if wish.tracked is TrackedMode.STOP and copy.tracked:
        listed = tuple(
            change._replace(state=ChangeState.PENDING) if change.tracked else change for change in listed
        )
    told = told._replace(
        changes=listed,
        already=len(seen) - len(listed),
        figures=figures(comparison, listed),
        unplaced=tuple(comparison.unplaced()),
        departments=tuple(_departments(comparison, comment) for comment in told.comments),
        left_tracked=copy.tracked if wish.tracked is not TrackedMode.ACCEPT else (),
    )
    if base.lost or (wish.tracked is TrackedMode.STOP and copy.tracked):
        return told
    return told._replace(text=new_text(project, edits, made))


def _read(path: Path) -> bytes:
    raw = read_file(path, str(path))
    if raw.finding is not None:
        raise FileError(f"{path}\uff1a{raw.finding.message}", hint="检查路径和权限")
    if len(raw.data) > READ_LIMIT:
        raise FileError(f"{path} 太大\uff0c不像一份报告", hint="检查是不是选错了文件")
    return raw.data


def _people(decision: Decision, seen: Iterable[CopyChange], author: str) -> str:
    """Who wants a decision: those who changed its paragraph."""
    names = [name for change in seen if change.side == decision.side for name in change.by]
    return "、".join(dict.fromkeys(names)) or author


def _listed(
    seen: Sequence[CopyChange],
    wanted: Sequence[Decision],
    made: EditsPlan,
    there: Sequence[Existing],
    comparison: Comparison,
) -> Iterable[CopyChange]:
    """The changes that edits.yaml does not say yet, and what becomes of each."""
    numbers = {decision.side: number for number, decision in enumerate(wanted)}
    removed = {old.key for old in there if made.replaced.get(old.number, old.entry) is None}
    for change in seen:
        number = numbers.get(change.side)
        if number in made.conflicts:
            yield change._replace(state=ChangeState.CONFLICT)
        elif number is not None:
            is_shown = number in made.fresh or (change.kind is CopyChangeKind.MOVE and made.changes)
            if is_shown:
                yield change
        else:
            decided_by = _decided_by(change, comparison)
            if removed & decided_by or (change.kind is CopyChangeKind.MOVE and made.changes):
                yield change


def _decided_by(change: CopyChange, comparison: Comparison) -> frozenset[str]:
    there = change.side.there
    return frozenset() if there is None else frozenset(comparison.base[there].paragraph.decided_by)


def _departments(comparison: Comparison, comment: CopyComment) -> tuple[str, ...]:
    """Whom a comment concerns."""
    return comparison.departments(comment.paragraph)
