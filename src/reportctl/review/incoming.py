"""Copies that came back: each read, with whose it is and what it was built from."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, UsageError
from reportctl.project.files import read_file
from reportctl.reading import READ_LIMIT
from reportctl.render.review import AUTHOR
from reportctl.review.bases import BaseEvidence, StoredSnapshot, find_base, likest
from reportctl.review.copies import TrackedMode, View
from reportctl.review.markup import read_copy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportctl.model.roster import Roster
    from reportctl.project.opening import Project
    from reportctl.review.bases import Base
    from reportctl.review.copies import Copy, CopyComment, Tracked

_TAIL = re.compile("[-_\u2014\uff0d]+")
_NOBODY = frozenset(
    {
        "administrator",
        "admin",
        "user",
        "windows 用户",
        "windows用户",
        "微软用户",
        "pc",
        "office",
        "python-docx",
    }
)
"""Whom programs name where nobody said who he is."""


class ReconcileWish(NamedTuple):
    """How copies are taken in: the round they came from ("" lets each say so), tracked changes, by whom.

    `by` has a name for each copy, or one for all, or none. With `proposals_alone` nothing that the copies
    change is to be written: stale is then what is so in edits.yaml as it is.
    """

    round: str = ""
    tracked: TrackedMode = TrackedMode.ACCEPT
    by: tuple[str, ...] = ()
    proposals_alone: bool = False


class IncomingCopy(NamedTuple):
    """A copy, whose it is ("" where nobody knows) and its base, None where none is known.

    `left_tracked` are the tracked changes that are not looked at, `damaged` the files of `rounds/` that could
    not be read.
    """

    path: Path
    digest: str
    copy: Copy
    author: str
    base: Base | None
    damaged: tuple[str, ...] = ()
    left_tracked: tuple[Tracked, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it is known what it was built from."""
        return self.base is not None and not self.base.lost

    @property
    def comments(self) -> tuple[CopyComment, ...]:
        """What people remarked."""
        return tuple(comment for comment in self.copy.comments if comment.author != AUTHOR)


def read_incoming(project: Project, paths: Sequence[Path], wish: ReconcileWish) -> tuple[IncomingCopy, ...]:
    """The copies in the order given.

    Raises:
        FileError: a copy or its round's snapshot cannot be read.
        UsageError: there is no round of that name, names and copies do not fit, or the copies no common base.
    """
    if len(wish.by) > 1 and len(wish.by) != len(paths):
        hint = "一份一个名字\uff0c次序和文件一样\uff1b都是一个人改的\uff0c只写一次"
        raise UsageError(f"有 {len(paths)} 份改稿\uff0c--by 却写了 {len(wish.by)} 个", hint=hint)
    copies = [_read(project, path, wish) for path in paths]
    names = _authors(copies, wish, project.roster)
    named = [copy._replace(author=name) for copy, name in zip(copies, names, strict=True)]
    return tuple(_with_common_base(named))


def _read(project: Project, path: Path, wish: ReconcileWish) -> IncomingCopy:
    data = report_bytes(path)
    view = View.REJECT if wish.tracked is TrackedMode.REJECT else View.ACCEPT
    copy = read_named(path, data, view)
    if view is View.REJECT:
        copy = copy._replace(paragraphs=tuple(line._replace(tracked=()) for line in copy.paragraphs))
    found = find_base(project.root, copy, wish.round)
    left = copy.tracked if wish.tracked is not TrackedMode.ACCEPT else ()
    digest = hashlib.sha256(data).hexdigest()
    return IncomingCopy(path, digest, copy, copy.saved_by, found.base, found.damaged, left)


def report_bytes(path: Path) -> bytes:
    """The bytes of a file that is said to be a report.

    Raises:
        FileError: it cannot be read, or is too large to be one.
    """
    raw = read_file(path, str(path))
    if raw.finding is not None:
        raise FileError(f"{path}\uff1a{raw.finding.message}", hint="检查路径和权限")
    if len(raw.data) > READ_LIMIT:
        raise FileError(f"{path} 太大\uff0c不像一份报告", hint="检查是不是选错了文件")
    return raw.data


def read_named(path: Path, data: bytes, view: View) -> Copy:
    """What the copy at a path says.

    Raises:
        FileError: it is no .docx, or one that must not be opened; the message names it.
    """
    try:
        return read_copy(data, view)
    except FileError as error:
        raise FileError(f"{path}\uff1a{error.message}", hint=error.hint) from None


def _authors(copies: Sequence[IncomingCopy], wish: ReconcileWish, roster: Roster) -> list[str]:
    """Whose each copy is: as was said, else the department in the file's name, else who saved it last.

    Of several copies each has a name of its own, the file's if there is no other.
    """
    if wish.by:
        return list(wish.by) * (len(copies) if len(wish.by) == 1 else 1)
    names = [roster.named_in(copy.path.stem) or _person(copy.copy.saved_by) for copy in copies]
    if len(copies) == 1:
        return names
    stems = [copy.path.stem for copy in copies]
    tails = [_TAIL.split(stem)[-1] for stem in stems]  # 征求意见稿-张区长
    for candidates in (tails, stems):
        times = Counter(names)
        names = [
            name if name and times[name] == 1 else other
            for name, other in zip(names, candidates, strict=True)
        ]
    return names


def _person(name: str) -> str:
    return "" if name.strip().lower() in _NOBODY else name.strip()


def _with_common_base(copies: Sequence[IncomingCopy]) -> list[IncomingCopy]:
    """The copies; one that only its words speak for has the base of the others if it can.

    Raises:
        UsageError: two were built from different drafts.
    """
    sure = [copy.base for copy in copies if copy.base and copy.certain and not _by_words(copy.base)]
    stored = [StoredSnapshot(base.name, base.snapshot) for base in sure]
    settled = []
    for copy in copies:
        if copy.base is not None and copy.certain and _by_words(copy.base):
            settled.append(copy._replace(base=likest(stored, copy.copy, lost=False) or copy.base))
        else:
            settled.append(copy)
    bases = {copy.path: copy.base for copy in settled if copy.base is not None and copy.certain}
    if len({base.snapshot.paragraphs for base in bases.values()}) > 1:
        told = "\uff1b".join(f"{path.name} 改自“{base.name}”" for path, base in bases.items())
        raise UsageError(f"这几份不是从同一稿改的\uff1a{told}", hint="一稿一稿地收\uff0c先收早的一稿")
    return settled


def _by_words(base: Base) -> bool:
    return base.evidence is BaseEvidence.WORDS
