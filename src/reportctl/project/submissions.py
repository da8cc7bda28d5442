"""Reads every file of `submissions/` and judges each on its own: many of them in several processes."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.findings import has_errors
from reportctl.model.files import SubmissionFile, load_submission
from reportctl.model.roster import Submission, receive
from reportctl.project.files import listed, read_listed
from reportctl.rules import registry
from reportctl.rules.context import Context
from reportctl.rules.data import FOLDER, Data
from reportctl.rules.suppressions import Suppression, suppressions
from reportctl.sources.typing_errors import RULES as TRAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reportctl.assemble.entries import Entry
    from reportctl.findings import Finding
    from reportctl.model.files import Packed
    from reportctl.model.roster import Roster
    from reportctl.project.files import FolderEntry, RawFile
    from reportctl.project.opening import Project

_NAME_LINE = re.compile(r"^[\"']?(?:department|部门)[\"']?\s*[:\uff1a]\s*[\"'“]?([^\s\"'”#]+)", re.MULTILINE)
_TRAPS = frozenset(rule.code for rule in TRAPS)
_MANY = 160
"""Below so many files, starting processes costs more than it saves."""
_STRIP = 16


class Intake(NamedTuple):
    """What lies in `submissions/`.

    `broken` names the departments whose file cannot be read as a submission, with the file.
    """

    received: tuple[Submission, ...]
    entries: list[Entry]
    broken: dict[str, str]
    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...] = ()


class _Judged(NamedTuple):
    """One file: what of it can be used, the department that it claims to be from, what is wrong with it."""

    file: SubmissionFile | None
    claimed: str | None
    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...] = ()


_Parcel = tuple["Packed", "tuple[Finding, ...]", tuple[Suppression, ...]]
"""A sound file judged by another process: packed, its findings, its suppressions."""


def read_submissions(project: Project) -> Intake:
    """Read every file of `submissions/` and judge each on its own."""
    judged_files = _judged(project)
    # Jinja2 and the text package load only here: while other processes read, this one has time for it
    from reportctl.assemble import assembly  # noqa: F401, PLC0415
    from reportctl.assemble.entries import entries  # noqa: PLC0415

    received: list[Submission] = []
    findings: list[Finding] = []
    ready: list[Entry] = []
    broken: dict[str, str] = {}
    seen: set[str] = set()
    marks: list[Suppression] = []
    for handed, judged in judged_files:
        findings += judged.findings
        file = judged.file
        if file is None:
            if judged.claimed is not None and has_errors(judged.findings):
                broken.setdefault(judged.claimed, handed.name)
            continue
        one = receive(file, project.roster)
        received.append(one)
        marks += judged.suppressions
        if one.name is not None and one.name not in seen:
            seen.add(one.name)
            ready += entries(file, one.name, one.rank)
    return Intake(tuple(received), ready, broken, tuple(findings), tuple(marks))


def load_one(handed: RawFile) -> tuple[SubmissionFile | None, tuple[Finding, ...]]:
    """A file as a submission, or None, and what is wrong with it."""
    return load_submission(handed.name, handed.data) if handed.finding is None else (None, (handed.finding,))


def beside_traps(reading: Iterable[Finding], found: Iterable[Finding]) -> Iterable[Finding]:
    """What the rules find, without mends on a line that a trap of typing has cut: it must be mended first."""
    cut = {one.span.line for one in reading if one.code in _TRAPS}
    return (one for one in found if not (one.fix and one.span.line in cut)) if cut else found


def context_of(project: Project, **more: Any) -> Context:
    """What the rules may look at of a project."""
    data = Data(project.root / FOLDER)
    return Context(report=project.report, roster=project.roster, data=data, **more)


def _judged(project: Project) -> Iterator[tuple[FolderEntry, _Judged]]:
    """Every file in order, by itself; text and positions are let go. Other processes begin at once."""
    files = list(listed(project.root))
    judge = partial(_judge, project=project, context=context_of(project))
    # the first strip makes what all processes then share: patterns, word lists
    alone = len(files) if len(files) < _MANY else _STRIP
    first = [(one, judge(one)) for one in files[:alone]]
    strips = [files[at : at + _STRIP] for at in range(alone, len(files), _STRIP)]
    if not strips:
        return iter(first)
    from reportctl.project.workers import in_order  # noqa: PLC0415 - only many files need it

    parcels = in_order(partial(_parcels, judge), strips)
    return chain(first, _gathered(judge, strips, parcels))


def _gathered(
    judge: Callable[[FolderEntry], _Judged],
    strips: Sequence[Sequence[FolderEntry]],
    parcels: Iterator[list[_Parcel | None]],
) -> Iterator[tuple[FolderEntry, _Judged]]:
    """The files of all strips as other processes judged them; what they left is judged here."""
    for strip, some in zip(strips, parcels, strict=True):
        for one, parcel in zip(strip, some, strict=True):
            yield one, judge(one) if parcel is None else _unpacked(one, parcel)


def _judge(one: FolderEntry, project: Project, context: Context, *, cool: bool = True) -> _Judged:
    handed = read_listed(one)
    file, findings = load_one(handed)
    if file is None:
        return _Judged(None, _claimed(one.name, handed.data, project.roster), findings)
    found = beside_traps(findings, registry.check_submission(receive(file, project.roster), context))
    judged = _Judged(file, None, (*findings, *found), suppressions(file.source))
    if cool:
        file.cool(one.path)
    return judged


def _parcels(judge: Any, strip: Sequence[FolderEntry]) -> list[_Parcel | None]:
    """The files of a strip, None for what is better done at home: what cannot be used, or only in part."""
    return [_parcel(judge(one, cool=False)) for one in strip]


def _parcel(judged: _Judged) -> _Parcel | None:
    packed = judged.file.pack() if judged.file is not None else None
    return None if packed is None else (packed, judged.findings, judged.suppressions)


def _unpacked(one: FolderEntry, parcel: _Parcel) -> _Judged:
    packed, findings, marks = parcel
    return _Judged(SubmissionFile.unpack(one.name, one.path, packed), None, findings, marks)


def _claimed(name: str, data: bytes, roster: Roster) -> str | None:
    """The department that a file which cannot be read seems to be from: by what it says, or by its name."""
    said = _NAME_LINE.search(data.decode("utf-8", errors="replace"))
    stem = name.rpartition("/")[2].rpartition(".")[0]
    for candidate in (said.group(1) if said else "", stem):
        department = roster.find(candidate)
        if department is not None:
            return department.name.strip()
    return None
