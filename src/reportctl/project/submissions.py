"""Reads this year's submissions and last year's, and checks each file by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Severity, has_errors
from reportctl.model.files import KEPT, Submission, load_submission
from reportctl.model.submission import REQUIRED_PARTS
from reportctl.project.attribution import attributed
from reportctl.project.codes import LAST_YEAR_UNREAD
from reportctl.project.files import handed_in
from reportctl.reading import READ_LIMIT
from reportctl.rules import registry
from reportctl.rules.content import OF_SEVERAL_ITEMS
from reportctl.rules.last_year import COPIED
from reportctl.rules.secrecy import secrecy_marks
from reportctl.sources.decode import decode
from reportctl.sources.typing_errors import RULES as TYPING_ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reportctl.findings import Finding
    from reportctl.model.roster import Roster
    from reportctl.project.files import RawFile
    from reportctl.project.opening import Project
    from reportctl.sources import Source

    Rules = Callable[[Sequence[Submission]], Sequence[Iterable[Finding]]]
    """What is found in each of some submissions."""

_NAME_LINE = re.compile(r"^[\"']?(?:department|部门)[\"']?\s*[:\uff1a]\s*[\"'“]?([^\s\"'”#]+)", re.MULTILINE)
_TYPING_ERRORS = frozenset(rule.code for rule in TYPING_ERRORS)
_LAST_YEAR = ("last_year",)
_SHOWN = 3
_LAST_YEAR_HINT = "把上年项目的 submissions 文件夹复制进这个项目，改名为 last-year；不用比对的，删去这一行"


class CheckedFile(NamedTuple):
    """One file by itself: what was wrong in reading it, then what its rules find.

    `source` is its text where something of it can be used, and so is `submission` where it is one. `kept` are
    findings that are not to be fixed, whatever their rule says.
    """

    reading: tuple[Finding, ...]
    found: tuple[Finding, ...] = ()
    source: Source | None = None
    submission: Submission | None = None
    kept: tuple[Finding, ...] = ()

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Why the file could not be read whole; empty where it was."""
        errors = tuple(finding for finding in self.reading if finding.severity is Severity.ERROR)
        return errors or (self.reading if self.source is None else ())


class Submissions(NamedTuple):
    """What lies in `submissions/`, and what was found in each file by itself.

    `broken` names the departments whose file cannot be read as a submission, with the file; `misread` those
    whose file could be read, but has typing errors: it says something else than was meant.
    """

    received: tuple[Submission, ...]
    broken: dict[str, str]
    findings: tuple[Finding, ...]
    misread: frozenset[str] = frozenset()

    @property
    def unread(self) -> frozenset[str]:
        """The departments of whose items nobody knows what they are."""
        return self.misread | self.broken.keys()

    @property
    def filled(self) -> int:
        """How many files were handed in: forms in which nothing has been written do not count."""
        return sum(submission.filled for submission in self.received) + len(self.broken)

    @property
    def files(self) -> dict[str, str]:
        """By department the file that it handed in, its first one."""
        first = {
            submission.name: submission.source.name
            for submission in reversed(self.received)
            if submission.name is not None and submission.filled
        }
        return first | self.broken

    def missing_parts(self, roster: Roster) -> dict[str, tuple[str, ...]]:
        """By part, the required departments that give it no items and do not say 无."""
        by_name = {submission.name: submission for submission in reversed(self.received)}
        required = [department.name.strip() for department in roster.departments if department.required]
        return {
            part: tuple(name for name in required if _lacks(by_name.get(name), part))
            for part in REQUIRED_PARTS
        }

    @property
    def counted(self) -> Iterator[Submission]:
        """The submissions that go into the report: of each department on the roster the first."""
        seen: set[str] = set()
        for submission in self.received:
            if submission.name is not None and submission.name not in seen:
                seen.add(submission.name)
                yield submission


class LastYear(NamedTuple):
    """What was handed in the year before, and a warning where some of it cannot be used."""

    submissions: tuple[Submission, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_submissions(project: Project) -> Submissions:
    """Read every file of `submissions/` and check each by itself."""
    rules = partial(registry.check_submissions, context=project.context)
    received: list[Submission] = []
    broken: dict[str, str] = {}
    misread: set[str] = set()
    findings: list[Finding] = []
    files = handed_in(project.root)
    for raw, checked in _checked(files, project.roster, rules):
        if checked.submission is not None:
            received.append(checked.submission)
            sender = sender_of(checked.submission)
            if sender is not None and _is_misread(checked.reading):
                misread.add(sender)
        else:
            sender = claimed_department(raw, project.roster)
            if sender is not None and has_errors(checked.reading):
                broken.setdefault(sender, raw.name)
        findings += attributed((*checked.reading, *checked.found), sender)
    return Submissions(tuple(received), broken, tuple(findings), frozenset(misread))


def _checked(files: Iterator[RawFile], roster: Roster, rules: Rules) -> Iterator[tuple[RawFile, CheckedFile]]:
    """Every file with what was found in it; a few are checked at once."""
    while few := tuple(islice(files, KEPT)):
        yield from zip(few, checked_files(few, roster, rules), strict=True)


def checked_files(files: Sequence[RawFile], roster: Roster | None, rules: Rules) -> Iterator[CheckedFile]:
    """Read some files as submissions and hold these rules against them."""
    loaded = [_load(raw, roster) for raw in files]
    judged = iter(rules([submission for submission, _ in loaded if submission is not None]))
    for raw, (submission, reading) in zip(files, loaded, strict=True):
        marks = _marks(raw, submission)
        if submission is None:
            yield CheckedFile(reading, marks)
        else:
            found = tuple(_beside_typing_errors(reading, next(judged), submission))
            yield CheckedFile(reading, (*found, *marks), submission.source, submission)


def read_last_year(project: Project) -> LastYear:
    """The submissions in the folder that report.yaml names, and a warning where some cannot be used."""
    report = project.report.report
    folder = report.last_year.strip().rstrip("/")
    silent = COPIED.code in report.rules.silent
    if not folder or (silent and not lies_in(project.root / folder, project.root)):
        return LastYear()
    place = project.root / folder
    if not lies_in(place, project.root):
        message = f"{folder} 在项目文件夹之外，没有和上年比对"
        return LastYear((), (_unread(project, message, _LAST_YEAR_HINT),))
    if not place.is_dir():
        message = f"项目里没有文件夹 {folder}，没有和上年比对"
        return LastYear((), (_unread(project, message, _LAST_YEAR_HINT),))
    submissions: list[Submission] = []
    unread: list[str] = []
    this_years: list[str] = []
    findings: list[Finding] = []
    for raw in handed_in(project.root, folder):
        submission, _ = _load(raw)
        findings += _marks(raw, submission)
        if submission is None:
            unread.append(raw.name)
        elif submission.data.year == report.year:
            this_years.append(raw.name)
        else:
            submissions.append(submission)
    if silent:
        return LastYear((), tuple(findings))
    if unread:
        message = f"上年材料里{_listed(unread)}读不出来，没有和它比对"
        findings.append(_unread(project, message, "放上年交的 .yaml 材料；不是材料的移走"))
    if this_years:
        message = f"上年材料里{_listed(this_years)}写的就是{report.year}年度，没有和它比对"
        findings.append(_unread(project, message, "放上年交的材料，不放今年的"))
    return LastYear(tuple(submissions), tuple(findings))


def _marks(raw: RawFile, submission: Submission | None) -> tuple[Finding, ...]:
    """The marks of secrecy in a file, be it too damaged to be used."""
    source = submission.source if submission is not None else decode(raw.name, raw.data, limit=READ_LIMIT)[0]
    return () if source is None else tuple(secrecy_marks(source))


def lies_in(place: Path, root: Path) -> bool:
    """Whether a path that somebody wrote leads to a place within the project."""
    try:
        return place.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # a NUL in the name, links in a circle
        return False


def _load(raw: RawFile, roster: Roster | None = None) -> tuple[Submission | None, tuple[Finding, ...]]:
    if raw.finding is not None:
        return None, (raw.finding,)
    return load_submission(raw.name, raw.data, roster)


def sender_of(submission: Submission) -> str | None:
    """Whose a submission is, by the roster or, where that does not know it, by its own word."""
    return submission.name or submission.data.department.strip() or None


def _is_misread(reading: Iterable[Finding]) -> bool:
    return any(finding.code in _TYPING_ERRORS for finding in reading if finding.severity is Severity.ERROR)


def _lacks(submission: Submission | None, part: str) -> bool:
    if submission is None:
        return True
    return part not in submission.nothing and all(item.blank for item in submission.data.items(part))


def _beside_typing_errors(
    reading: Iterable[Finding], found: Iterable[Finding], submission: Submission
) -> Iterable[Finding]:
    """What the rules find, but of items that a typing error has cut: nobody knows what they say.

    Where one stands on a line of the file's own keys, that holds for all of it. A line that only may have
    lost something is not fixed before that is seen to.
    """
    errors = [finding for finding in reading if finding.code in _TYPING_ERRORS]
    if not errors:
        return found
    doubtful = {finding.span.line for finding in errors}
    cut = {finding.span.line for finding in errors if finding.severity is Severity.ERROR}
    source = submission.source
    if any(source.line(line)[:1] not in {" ", "\t", "\u3000", "\xa0", "-"} for line in cut):
        return ()
    starts = sorted(
        {line for row in submission.places.values() for line in row[::2]}
        | {submission.key_span((part,)).line for part in submission.places}
    )
    wrong = {bisect_right(starts, line) for line in cut}
    return (
        finding
        for finding in found
        if bisect_right(starts, finding.span.line) not in wrong
        and not (cut and finding.code in OF_SEVERAL_ITEMS)
        and not (finding.fix and finding.span.line in doubtful)
    )


def claimed_department(raw: RawFile, roster: Roster) -> str | None:
    """The department that a file which cannot be read seems to be from: by what it says, or by its name."""
    said = _NAME_LINE.search(raw.data.decode("utf-8", errors="replace"))
    stem = raw.name.rpartition("/")[2].rpartition(".")[0]
    for candidate in (said.group(1) if said else "", stem):
        department = roster.find(candidate)
        if department is not None:
            return department.name.strip()
    return None


def _listed(names: list[str]) -> str:
    more = f"等 {len(names)} 份" if len(names) > _SHOWN else ""
    return f" {'、'.join(names[:_SHOWN])} {more}"


def _unread(project: Project, message: str, hint: str) -> Finding:
    return LAST_YEAR_UNREAD.at(project.report.span(_LAST_YEAR), message, hint)
