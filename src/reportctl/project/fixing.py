"""What `validate --fix` writes: the safe fixes of a project, or of single files.

The editor's decisions know an item by its heading and its fingerprint. Fixing never parts them: a
fingerprint that was right is written anew, and an item that a decision would lose all the same is left alone.
"""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.codes import EDIT_WITHOUT_WAS
from reportctl.errors import FileError
from reportctl.findings import Severity
from reportctl.model.files import EDIT_KEYS, REPORT_KEYS, SUBMISSION_KEYS, load_edits, load_report
from reportctl.project.alone import check_alone, name_within
from reportctl.project.building import check
from reportctl.project.checking import check_texts
from reportctl.project.files import RawFile, handed_in, read_file
from reportctl.project.final_stamping import stamp_finals
from reportctl.project.fixed_file import FixedFile, fix_file, is_safe
from reportctl.project.keeping import make_received, original_place
from reportctl.project.locking import locked
from reportctl.project.opening import EDITS, REPORT, find_project, locate, open_project
from reportctl.project.recovery import recover, recover_project
from reportctl.project.rulebook import rulebook
from reportctl.project.stamping import ItemPlace, pairs, stamp, with_sound
from reportctl.project.submissions import CheckedFile, read_submissions
from reportctl.project.transaction import Change, commit
from reportctl.rules.report import check_report
from reportctl.rules.texts import edits_texts, report_texts
from reportctl.text.jinja import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence, Set

    from reportctl.findings import Finding, Span
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions

    Wants = Callable[[Finding], bool]


def fix_project(folder: Path | None, wants: Wants) -> tuple[FixedFile, ...]:
    """Fix a whole project, one run at a time; what was fixed, and what was left alone and why.

    Raises:
        ProjectError: there is no project, or it cannot be used.
        FileError: a file cannot be read or written; all files are as they were.
        LockedError: another run is fixing it.
    """
    root = locate(folder)
    recover_project(root)
    with locked([root]):
        fixed = plan_project(root, wants)
        return _write(fixed, root, root)


def fix_files(paths: Sequence[Path], folder: Path | None, wants: Wants) -> tuple[FixedFile, ...]:
    """Fix single files, and the fingerprints of the project that they lie in; as `fix_project`."""
    project = find_project(folder, paths)
    homes = {path.resolve().parent for path in paths} if project is None else {project.root}
    for home in homes:
        recover(home)
    with locked(homes, leaves_none=project is None):
        fixed = plan_files(paths, folder, wants)
        return _write(fixed, min(homes), None if project is None else project.root)


def plan_project(folder: Path | None, wants: Wants) -> tuple[FixedFile, ...]:
    """What fixing makes of each file of a project that has something to fix, or is unsound.

    Raises:
        ProjectError: there is no project, or it cannot be used.
    """
    checked = check(open_project(folder))
    project, found = checked.project, checked.findings
    safe = {finding.span.file for finding in found if is_safe(finding) and wants(finding)}
    unsound = {finding.span.file for finding in found if finding.severity is Severity.ERROR}
    wanted = (raw for raw in handed_in(project.root) if raw.name in safe | unsound)
    targets = [_Target(raw, raw.name) for raw in wanted]
    bare = frozenset(
        finding.span for finding in found if finding.code == EDIT_WITHOUT_WAS.code and wants(finding)
    )
    report = (_report(project, wants),) if REPORT in safe else ()
    plan = _Plan(project, targets, checked.submissions, wants, bare, _edits(project, wants), report)
    return (*plan.made(), *report)


def plan_files(paths: Sequence[Path], folder: Path | None, wants: Wants) -> tuple[FixedFile, ...]:
    """What fixing makes of single files, and of the fingerprints of the project that they lie in.

    Raises:
        ProjectError: a project was named or found, but it cannot be used.
    """
    project = find_project(folder, paths)
    targets = [
        _Target(read_file(real, path.as_posix(), real.parent), name_within(real, project))
        for real, path in {path.resolve(): path for path in paths}.items()
    ]
    if project is None or not any(target.name for target in targets):
        return tuple(_fixed(project, target, wants) for target in targets)
    edits = _edits(project, lambda _: False)
    return _Plan(project, targets, read_submissions(project), wants, frozenset(), edits).made()


class _Target(NamedTuple):
    """A file to be fixed; `name` is that of a submission within the project, or ""."""

    raw: RawFile
    name: str


class _Plan(NamedTuple):
    """Submissions and edits.yaml, fixed together; `bare` are the decisions that are to get a fingerprint.

    `report` is report.yaml where it is fixed, too.
    """

    project: Project
    targets: Sequence[_Target]
    submissions: Submissions
    wants: Wants
    bare: frozenset[Span]
    base: FixedFile | None
    report: tuple[FixedFile, ...] = ()

    def made(self) -> tuple[FixedFile, ...]:
        """The fixed files, edits.yaml the last of them."""
        frozen: frozenset[ItemPlace] = frozenset()
        decisions = self.project.edits
        if self.base is not None and (decisions is None or self.base.sound):
            return (self.base,)  # nobody knows which items it names, or where in it
        while True:
            fixed = tuple(_fixed(self.project, target, self.wants, frozen) for target in self.targets)
            if self.base is None or decisions is None:
                return fixed
            by_name = dict(zip((target.name for target in self.targets), fixed, strict=True))
            before = with_sound(self.submissions, by_name, self.project.roster)
            items = pairs(before, by_name, self.project.roster)
            stamped = stamp(self.project, decisions, self.base, items, self.bare)
            if stamped.lost <= frozen:
                every = {**by_name, **{file.name: file for file in self.report}}
                edits = stamp_finals(self.project, before, every, stamped.edits, self.bare)
                return (*fixed, edits)
            frozen |= stamped.lost


def _fixed(
    project: Project | None, target: _Target, wants: Wants, frozen: frozenset[ItemPlace] = frozenset()
) -> FixedFile:
    raw = target.raw
    path = Path(raw.path)
    if raw.finding is not None:
        return FixedFile(raw.name, path, b"", b"", {}, fault=raw.finding)
    kept = frozenset((place.part, place.item) for place in frozen if place.file == target.name)
    return fix_file(
        raw.name, path, raw.data, partial(_check_submission, project, raw.name, kept), wants, SUBMISSION_KEYS
    )


def _report(project: Project, wants: Wants) -> FixedFile:
    return _own(project, REPORT, partial(_check_report, project), wants, REPORT_KEYS)


def _edits(project: Project, wants: Wants) -> FixedFile | None:
    """edits.yaml with its own sentences fixed; None where it decides nothing."""
    if project.edits is None and not any(finding.span.file == EDITS for finding in project.findings):
        return None
    return _own(project, EDITS, partial(_check_edits, project), wants, EDIT_KEYS)


def _own(
    project: Project,
    name: str,
    check: Callable[[bytes], CheckedFile],
    wants: Wants,
    keys: Collection[str],
) -> FixedFile:
    """One of the project's own two files, fixed where it lies in the project."""
    raw = read_file(project.root / name, name, project.root)
    if raw.finding is not None:
        return FixedFile(name, project.root / name, b"", b"", {}, fault=raw.finding)
    return fix_file(name, Path(raw.path), raw.data, check, wants, keys)


def _check_submission(
    project: Project | None, name: str, kept: Set[tuple[str, int]], data: bytes
) -> CheckedFile:
    """A submission; of the items in `kept` (part and index) nothing is to be fixed."""
    checked = check_alone(RawFile(name, data), project)
    if checked.submission is None:
        return checked
    spans = [checked.submission.span(item) for item in kept]
    return _apart(checked, lambda finding: any(_lies_in(finding.span, span) for span in spans))


def _check_report(project: Project, data: bytes) -> CheckedFile:
    """report.yaml: its own sentences, but for what Jinja2 reads in them."""
    report, reading = load_report(REPORT, data)
    if report is None:
        return CheckedFile(reading)
    source = report.source
    read_by_jinja = list(markup(source.text))
    found = check_texts(report_texts(report), source, project)
    checked = CheckedFile((*reading, *check_report(report, rulebook())), found, source)

    def is_markup(finding: Finding) -> bool:
        return any(_touch(source.offsets(change.span), read_by_jinja) for change in finding.fix)

    return _apart(checked, is_markup)


def _check_edits(project: Project, data: bytes) -> CheckedFile:
    """edits.yaml: what the editor writes in place of what was handed in."""
    edits, reading = load_edits(EDITS, data)
    if edits is None:
        return CheckedFile(reading)
    return CheckedFile(reading, check_texts(edits_texts(edits), edits.source, project), edits.source)


def _apart(checked: CheckedFile, keeps: Callable[[Finding], bool]) -> CheckedFile:
    """The file with the findings that are not to be fixed set apart."""
    kept = tuple(finding for finding in checked.found if keeps(finding))
    return checked._replace(
        found=tuple(finding for finding in checked.found if finding not in kept), kept=kept
    )


def _touch(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _lies_in(inner: Span, outer: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) < end


def _write(fixed: Iterable[FixedFile], home: Path, project: Path | None) -> tuple[FixedFile, ...]:
    """Write what was fixed, and the originals whose structure was mended: each file says where its lies."""
    fixed = tuple(fixed)
    changed = [file for file in fixed if file.changed]
    for file in changed:
        if not os.access(file.path, os.W_OK):
            raise FileError(f"{file.name} 是只读的，没有改正", hint="改掉文件的只读属性再运行一次")
    changes = [Change.to_bytes(file.path, file.new, hashlib.sha256(file.old).hexdigest()) for file in changed]
    places = {file.path: original_place(file, project) for file in changed if file.sound}
    changes += (Change.to_bytes(places[file.path], file.old) for file in changed if file.sound)
    if project is not None and places:
        make_received(project)
    if changes:
        commit(changes, home)
    return tuple(
        file._replace(kept=place.relative_to(project or place.parent).as_posix())
        if (place := places.get(file.path))
        else file
        for file in fixed
    )
