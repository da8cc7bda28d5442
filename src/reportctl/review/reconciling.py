"""From a copy to edits.yaml, step by step: read, find its base, compare, reckon the decisions, write.

reconciled = reconcile(project, path, wish)
if reconciled.can_write: write(project, reconciled)
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, ProjectError
from reportctl.model.files import load_edits
from reportctl.model.keys import FINAL
from reportctl.project import edited
from reportctl.project.files import read_file
from reportctl.project.journal import ABSENT, digest
from reportctl.project.opening import EDITS
from reportctl.project.recovery import OUTPUT
from reportctl.project.transaction import Change as FileChange
from reportctl.project.transaction import write_all
from reportctl.reading import READ_LIMIT
from reportctl.review.bases import find_base
from reportctl.review.changes import Change, ChangeKind, ChangeState, changes, figures
from reportctl.review.comparing import Comparison
from reportctl.review.copies import TrackedMode, View
from reportctl.review.decisions import decisions
from reportctl.review.markup import read_copy
from reportctl.review.planning import existing, plan
from reportctl.review.writing import rewritten
from reportctl.scaffold.moving import language_of
from reportctl.scaffold.wording import Language
from reportctl.sources.decode import Encoding, decode, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile
    from reportctl.project.opening import Project
    from reportctl.review.bases import Base
    from reportctl.review.changes import ChangedFigure
    from reportctl.review.copies import Aside, Copy, CopyComment, Tracked
    from reportctl.review.decisions import Decision
    from reportctl.review.planning import Existing, Plan

_OWN_AUTHOR = "reportctl"
"""Who wrote the comments that a build puts on a review copy: they are no leader's."""
_UTF8 = Encoding("utf-8")
_EMPTY = frozenset({"empty-file"})


class Wish(NamedTuple):
    """How a copy is taken in: the round it came from ("" lets it say so), tracked changes, whose changes."""

    round: str = ""
    tracked: TrackedMode = TrackedMode.ACCEPT
    by: str = ""


class Edits(NamedTuple):
    """edits.yaml as it stands: its bytes (None where there is none), its text, and what it decides."""

    data: bytes | None
    text: str
    encoding: Encoding
    file: EditsFile | None

    @property
    def digest(self) -> str:
        """What must still stand there when it is replaced."""
        return ABSENT if self.data is None else hashlib.sha256(self.data).hexdigest()


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
    changes: tuple[Change, ...] = ()
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


def reconcile(project: Project, path: Path, wish: Wish) -> Reconciled:
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
    edits = _edits(project)
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
    if found.base is None:
        return told
    return _compared(project, told, found.base, wish)


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


def _remember(home: Path, copy: str, out: BinaryIO) -> None:
    out.write(edited.record(edited.read_record(home), edited.read_placed(home) | {copy}))


def _compared(project: Project, told: Reconciled, base: Base, wish: Wish) -> Reconciled:
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
        figures=figures(listed),
        unplaced=tuple(comparison.unplaced()),
        departments=tuple(_departments(comparison, comment) for comment in told.comments),
        left_tracked=copy.tracked if wish.tracked is not TrackedMode.ACCEPT else (),
    )
    if base.lost or (wish.tracked is TrackedMode.STOP and copy.tracked):
        return told
    return told._replace(text=_new_text(project, edits, made))


def _read(path: Path) -> bytes:
    raw = read_file(path, str(path))
    if raw.finding is not None:
        raise FileError(f"{path}\uff1a{raw.finding.message}", hint="检查路径和权限")
    if len(raw.data) > READ_LIMIT:
        raise FileError(f"{path} 太大\uff0c不像一份报告", hint="检查是不是选错了文件")
    return raw.data


def _edits(project: Project) -> Edits:
    """edits.yaml, as far as something can be written into it.

    Raises:
        ProjectError: it cannot be read as a list.
    """
    path = project.root / EDITS
    if not path.exists() and not path.is_symlink():
        return Edits(None, "", _UTF8, None)
    raw = read_file(path, EDITS, project.root)
    if raw.finding is not None:
        raise FileError(f"{EDITS}\uff1a{raw.finding.message}", hint=raw.finding.hint)
    file, findings = load_edits(EDITS, raw.data)
    source, _ = decode(EDITS, raw.data, limit=READ_LIMIT)
    if source is None and not raw.data.strip():
        return Edits(raw.data, "", _UTF8, None)
    encoding = None if source is None else encoding_of(source.text, raw.data)
    broken = [finding for finding in findings if finding.code not in _EMPTY] if file is None else []
    if source is None or encoding is None or broken or (file and not isinstance(file.yaml.data, list)):
        raise ProjectError(f"{EDITS} 读不了\uff0c没有收改动", hint="先改正它", findings=broken)
    return Edits(raw.data, source.text, encoding, file)


def _people(decision: Decision, seen: Iterable[Change], author: str) -> str:
    """Who wants a decision: those who changed its paragraph."""
    names = [name for change in seen if change.side == decision.side for name in change.by]
    return "、".join(dict.fromkeys(names)) or author


def _listed(
    seen: Sequence[Change],
    wanted: Sequence[Decision],
    made: Plan,
    there: Sequence[Existing],
    comparison: Comparison,
) -> Iterable[Change]:
    """The changes that edits.yaml does not say yet, and what becomes of each."""
    numbers = {decision.side: number for number, decision in enumerate(wanted)}
    removed = {old.key for old in there if made.replaced.get(old.number, old.entry) is None}
    for change in seen:
        number = numbers.get(change.side)
        if number in made.conflicts:
            yield change._replace(state=ChangeState.CONFLICT)
        elif number is not None:
            is_shown = number in made.fresh or (change.kind is ChangeKind.MOVE and made.changes)
            if is_shown:
                yield change
        else:
            decided_by = _decided_by(change, comparison)
            if removed & decided_by or (change.kind is ChangeKind.MOVE and made.changes):
                yield change


def _decided_by(change: Change, comparison: Comparison) -> frozenset[str]:
    there = change.side.there
    return frozenset() if there is None else frozenset(comparison.base[there].paragraph.decided_by)


def _departments(comparison: Comparison, comment: CopyComment) -> tuple[str, ...]:
    """Whom a comment concerns."""
    return comparison.departments(comment.paragraph)


def _new_text(project: Project, edits: Edits, made: Plan) -> str | None:
    """edits.yaml with the decisions, None where it says all of them already.

    Raises:
        FileError: what would be written does not read as it should.
    """
    if not made.changes:
        return None
    text = rewritten(edits.file, edits.text, made, FINAL, _language(project, edits.file))
    file, findings = load_edits(EDITS, edits.encoding.bytes(text)) if text else (None, ())
    if [old.entry for old in existing(file)] != _expected(edits.file, made) or _faults(findings) > _faults(
        load_edits(EDITS, edits.data)[1] if edits.data else ()
    ):
        hint = "在文件末尾另起一行\uff0c各条都写成以“- ”开头的样子\uff0c再试一次"
        raise FileError(f"{EDITS} 的写法特别\uff0c改动写不进去\uff0c什么也没有写", hint=hint)
    return text


def _faults(findings: Iterable[Finding]) -> int:
    return sum(finding.severity == "error" and finding.code not in _EMPTY for finding in findings)


def _expected(file: EditsFile | None, made: Plan) -> list[Mapping[str, object]]:
    """The final decisions that the file has to hold once it is written, in order."""
    kept = [made.replaced.get(old.number, old.entry) for old in existing(file)]
    return [entry for entry in [*kept, *made.added] if entry is not None]


def _language(project: Project, edits: EditsFile | None) -> Language:
    """The language of the keys in edits.yaml, else in report.yaml."""
    for index, entry in enumerate(edits.yaml.data if edits is not None else ()):
        if isinstance(entry, dict) and entry:
            key = edits.yaml.key_text((index, next(iter(entry)))) if edits is not None else ""
            return Language.ENGLISH if key.isascii() else Language.CHINESE
    return language_of(project.report.yaml.root)
