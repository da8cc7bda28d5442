"""Fingerprints in edits.yaml, so that no decision is parted from its item when submissions are fixed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.codes import EDIT_WITHOUT_WAS
from reportctl.assemble.entries import Entry, entries
from reportctl.assemble.fingerprints import Items, Stamp
from reportctl.model.files import EditsFile, load_edits, load_submission
from reportctl.model.keys import EDIT
from reportctl.project.fixed_file import FixedFile, fix_besides
from reportctl.sources.editing import Addition
from reportctl.sources.events import start_of
from reportctl.splicing import Splice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from reportctl.findings import Span
    from reportctl.model.roster import Roster
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions
    from reportctl.sources.editing import Fix


class ItemPlace(NamedTuple):
    """An item as it lies in its file."""

    file: str
    part: str
    item: int


class Stamped(NamedTuple):
    """edits.yaml with its fingerprints, and the items that must stay as they are for a decision's sake."""

    edits: FixedFile
    lost: frozenset[ItemPlace]


def stamp(
    project: Project,
    edits: EditsFile,
    base: FixedFile,
    pairs: Iterable[tuple[Entry, Entry]],
    bare: Set[Span],
) -> Stamped:
    """Write fingerprints into `base`, the file that `edits` was read from: those that fixing has moved.

    Those that are missing are written where the decision stands in `bare`.
    """
    items = Items(pairs, project.roster.names)
    stamps = [wanted for wanted in items.stamps(edits) if wanted.old or edits.start_span(wanted.path) in bare]
    made: frozenset[int] = frozenset()
    if stamps and base.fault is None:
        file, _ = load_edits(base.name, base.new)
        if file is not None:
            base, made = fix_besides(base, [_fix(file, wanted) for wanted in stamps])
    done = [stamps[number] for number in made]
    added = sum(not wanted.old for wanted in done)
    counts = {**base.counts, EDIT_WITHOUT_WAS.code: added} if added else base.counts
    stale = (wanted.item for number, wanted in enumerate(stamps) if wanted.old and number not in made)
    lost = frozenset(
        ItemPlace(entry.submission.source.name, entry.part, entry.item)
        for entry in chain(items.lost(edits), stale)
    )
    return Stamped(base._replace(counts=counts, refreshed=len(done) - added), lost)


def with_sound(submissions: Submissions, fixed: Mapping[str, FixedFile], roster: Roster) -> Submissions:
    """The submissions, those whose structure was mended as that alone makes them: as they were meant."""
    received = {submission.source.name: submission for submission in submissions.received}
    for name, file in fixed.items():
        submission = load_submission(name, file.sound, roster)[0] if name and file.sound else None
        if submission is not None:
            received[name] = submission
    return submissions._replace(received=tuple(received.values()))


def pairs(
    submissions: Submissions, fixed: Mapping[str, FixedFile], roster: Roster
) -> Iterator[tuple[Entry, Entry]]:
    """Every item that reaches merging, before and after its file was fixed; files go by their name."""
    for submission in submissions.counted:
        before = tuple(entries(submission))
        after = before
        name = submission.source.name
        change = fixed.get(name)
        if change is not None and change.changed:
            changed, _ = load_submission(name, change.new, roster)
            after = tuple(entries(changed)) if changed is not None else before
        yield from zip(before, after, strict=True)


def _fix(edits: EditsFile, wanted: Stamp) -> Fix:
    file = edits.yaml
    if wanted.old:
        return (Splice(*file.inner((*wanted.path, "was"), 0, len(wanted.old)), wanted.new),)
    heading = (*wanted.path, "heading")
    chinese = file.key_text(heading) == EDIT.names["heading"]
    return Addition(start_of(file.node(heading)), EDIT.names["was"] if chinese else "was", wanted.new)
