"""What `validate --fix` writes: the safe mends of a project, or of single files.

The editor's decisions know an item by its heading and its fingerprint. Mending never parts them: a
fingerprint that was right is written anew, and an item that a decision would lose all the same is left alone.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.codes import EDIT_WITHOUT_WAS
from reportctl.errors import FileError
from reportctl.findings import Severity
from reportctl.project.checking import check
from reportctl.project.files import SUBMISSIONS, RawFile, listed, read_file, read_listed
from reportctl.project.judging import judge_edits, judge_report, judge_submission
from reportctl.project.mending import Mended, is_safe, mend_file
from reportctl.project.opening import EDITS, REPORT, find_project, locate, open_project
from reportctl.project.stamping import ItemPlace, pairs, stamp
from reportctl.project.submissions import read_submissions
from reportctl.project.writing import locked, replace_all, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO

    from reportctl.findings import Finding, Span
    from reportctl.model.roster import Submission
    from reportctl.project.opening import Project

    Wants = Callable[[Finding], bool]


def fix_project(folder: Path | None, wants: Wants) -> tuple[Mended, ...]:
    """Mend a whole project, one run at a time; what was mended, and what was left alone and why.

    Raises:
        ProjectError: there is no project, or it cannot be used.
        FileError: a file cannot be read or written; all files are as they were.
        LockedError: another run is mending it.
    """
    root = locate(folder)
    with locked(root):
        mended = plan_project(root, wants)
        for place in sorted({one.path.parent for one in mended if one.changed}):
            sweep(place)
        _write(mended)
    return mended


def fix_files(paths: Sequence[Path], folder: Path | None, wants: Wants) -> tuple[Mended, ...]:
    """Mend single files, and the fingerprints of the project that they lie in; as `fix_project`."""
    project = find_project(folder)
    with locked(project.root) if project is not None else nullcontext():
        mended = plan_files(paths, folder, wants)
        _write(mended)
    return mended


def plan_project(folder: Path | None, wants: Wants) -> tuple[Mended, ...]:
    """What mending makes of each file of a project that has something to mend, or is unsound.

    Raises:
        ProjectError: there is no project, or it cannot be used.
    """
    checked = check(open_project(folder))
    project, found = checked.project, checked.findings
    safe = {one.span.file for one in found if is_safe(one) and wants(one)}
    unsound = {one.span.file for one in found if one.severity is Severity.ERROR}
    wanted = (one for one in listed(project.root) if one.name in safe | unsound)
    targets = [_Target(read_listed(one), one.name) for one in wanted]
    bare = frozenset(one.span for one in found if one.code == EDIT_WITHOUT_WAS.code and wants(one))
    mended = _Plan(project, targets, checked.intake.received, wants, bare, _edits(project, wants)).made()
    return (*mended, *([_report(project, wants)] if REPORT in safe else []))


def plan_files(paths: Sequence[Path], folder: Path | None, wants: Wants) -> tuple[Mended, ...]:
    """What mending makes of single files, and of the fingerprints of the project that they lie in.

    Raises:
        ProjectError: a project was named or found, but it cannot be used.
    """
    project = find_project(folder)
    targets = [
        _Target(read_file(path, path.as_posix()), _inside(real, project))
        for real, path in {path.resolve(): path for path in paths}.items()
    ]
    if project is None or not any(one.name for one in targets):
        return tuple(_mended(project, one, wants) for one in targets)
    received = read_submissions(project).received
    edits = _edits(project, lambda _: False)
    return _Plan(project, targets, received, wants, frozenset(), edits).made()


class _Target(NamedTuple):
    """A file to be mended; `name` is that of a submission within the project, or ""."""

    handed: RawFile
    name: str


class _Plan(NamedTuple):
    """Submissions and edits.yaml, mended together; `bare` are the decisions that are to get a fingerprint."""

    project: Project
    targets: Sequence[_Target]
    received: Iterable[Submission]
    wants: Wants
    bare: frozenset[Span]
    base: Mended | None

    def made(self) -> tuple[Mended, ...]:
        """The mended files, edits.yaml the last of them."""
        frozen: frozenset[ItemPlace] = frozenset()
        decisions = self.project.edits
        if self.base is not None and decisions is None:
            return (self.base,)  # nobody knows which items it names
        while True:
            mended = tuple(_mended(self.project, one, self.wants, frozen) for one in self.targets)
            if self.base is None or decisions is None:
                return mended
            by_name = dict(zip((one.name for one in self.targets), mended, strict=True))
            stamped = stamp(self.project, decisions, self.base, pairs(self.received, by_name), self.bare)
            if stamped.lost <= frozen:
                return (*mended, stamped.edits)
            frozen |= stamped.lost


def _mended(
    project: Project | None, target: _Target, wants: Wants, frozen: frozenset[ItemPlace] = frozenset()
) -> Mended:
    handed = target.handed
    path = Path(handed.path).resolve()
    if handed.finding is not None:
        return Mended(handed.name, path, b"", b"", {}, fault=handed.finding)
    kept = frozenset((one.part, one.item) for one in frozen if one.file == target.name)
    return mend_file(
        handed.name, path, handed.data, partial(judge_submission, project, handed.name, kept), wants
    )


def _report(project: Project, wants: Wants) -> Mended:
    path = (project.root / REPORT).resolve()
    return mend_file(REPORT, path, read_file(path, REPORT).data, partial(judge_report, project), wants)


def _edits(project: Project, wants: Wants) -> Mended | None:
    """edits.yaml with its own sentences mended; None where it decides nothing."""
    path = (project.root / EDITS).resolve()
    if project.edits is None and not any(one.span.file == EDITS for one in project.findings):
        return None
    return mend_file(EDITS, path, read_file(path, EDITS).data, partial(judge_edits, project), wants)


def _inside(path: Path, project: Project | None) -> str:
    """The name that a file has as a submission of the project, "" where it is none."""
    folder = None if project is None else (project.root / SUBMISSIONS).resolve()
    if folder is None or not path.is_relative_to(folder):
        return ""
    return f"{SUBMISSIONS}/{path.relative_to(folder).as_posix()}"


def _write(mended: Iterable[Mended]) -> None:
    replace_all({one.path: partial(_put, one) for one in mended if one.changed})


def _put(mended: Mended, out: BinaryIO) -> None:
    """Write a file anew, unless somebody has meanwhile changed it or forbidden that."""
    if mended.path.read_bytes() != mended.old:
        raise FileError(f"{mended.name} 在检查期间被改动，没有改正", hint="等文件写完再运行一次")
    if not os.access(mended.path, os.W_OK):
        raise FileError(f"{mended.name} 是只读的，没有改正", hint="改掉文件的只读属性再运行一次")
    out.write(mended.new)
