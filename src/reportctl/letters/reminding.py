"""Who is to be written to, and why: what `status` says of it and what `validate` finds in its file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.store import waiting
from reportctl.findings import Severity
from reportctl.letters.originals import read_original
from reportctl.letters.passages import PassageFinder, QuotedPassage
from reportctl.project.recovery import SUBMISSIONS
from reportctl.project.status import State, standings
from reportctl.rules.roster import MISSING_SUBMISSION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reportctl.collect.ledger import Ledger, Receipt
    from reportctl.findings import Finding
    from reportctl.letters.originals import Original
    from reportctl.model.files import Submission
    from reportctl.project.building import Checked
    from reportctl.project.status import DepartmentStatus

_ASKED = frozenset({Severity.ERROR, Severity.WARNING})
_ABSENT = frozenset({State.MISSING, State.LATE})


class ReminderKind(StrEnum):
    """What a letter is: 催报 for material that is not there, 反馈 on what was found in it."""

    URGE = "urge"
    FEEDBACK = "feedback"

    @property
    def chinese(self) -> str:
        """The word for it in names of files."""
        return {"urge": "催报", "feedback": "反馈"}[self.value]


class PlacedRemark(NamedTuple):
    """A finding and the words that it is about."""

    finding: Finding
    passage: QuotedPassage


class Reminder(NamedTuple):
    """Why a department is written to.

    `overdue` tells that the day is past. `remarks` are in the order of `validate`. The
    `original` is its last hand-in, where `collect` took one; `pending` are those that were put aside.
    """

    kind: ReminderKind
    standing: DepartmentStatus
    overdue: bool
    remarks: tuple[PlacedRemark, ...] = ()
    original: Original | None = None
    pending: tuple[Receipt, ...] = ()

    @property
    def department(self) -> str:
        """Its name on the roster."""
        return self.standing.name


class ReminderWish(NamedTuple):
    """What the official asks for: `departments` by any of their names, all for none.

    With `within` material that is missing is asked for only where it is due so many days after `today`, or
    before that.
    """

    departments: tuple[str, ...] = ()
    within: int | None = None


def reminders(checked: Checked, ledger: Ledger, wish: ReminderWish, today: dt.date) -> tuple[Reminder, ...]:
    """A reminder for each department that owes something as of `today`, in the order of the roster.

    A department of which nothing is required owes nothing until it has handed in. What is only a note asks
    for no letter.

    Raises:
        UsageError: the roster does not know a department.
    """
    wanted = set(named(checked, wish.departments))
    found, latest = _by_department(checked.findings), ledger.latest()
    submissions = {submission.source.name: submission for submission in checked.submissions.received}
    root = checked.project.root
    aside = waiting(root, ledger)
    made = []
    for standing in standings(checked, today):
        if standing.name not in wanted:
            continue
        own = found.get(standing.name, [])
        overdue = standing.due is not None and today > standing.due
        if standing.state in _ABSENT:
            if standing.required and _is_due(standing, wish.within, today):
                missing = [finding for finding in own if finding.code == MISSING_SUBMISSION.code]
                remarks = tuple(PlacedRemark(finding, QuotedPassage()) for finding in missing)
                pending = tuple(receipt for receipt in aside if receipt.department == standing.name)
                made.append(Reminder(ReminderKind.URGE, standing, overdue, remarks, pending=pending))
            continue
        handed_in = [finding for finding in own if finding.span.file.startswith(f"{SUBMISSIONS}/")]
        if any(finding.severity in _ASKED for finding in handed_in):
            receipt = latest.get(standing.name)
            original = None if receipt is None else read_original(checked.project, receipt)
            remarks = _remarks(root, handed_in, submissions, original, standing.file)
            made.append(Reminder(ReminderKind.FEEDBACK, standing, overdue, remarks, original))
    return tuple(made)


def _by_department(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each department, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.department is not None:
            found.setdefault(finding.department, []).append(finding)
    return found


def named(checked: Checked, departments: Sequence[str]) -> tuple[str, ...]:
    """The names on the roster of departments that the official names, all for none.

    Raises:
        UsageError: the roster does not know one.
    """
    roster = checked.project.roster
    return tuple(roster.named(name).name.strip() for name in departments) or tuple(roster.rank)


def _is_due(standing: DepartmentStatus, within: int | None, today: dt.date) -> bool:
    if within is None:
        return True
    return standing.due is not None and (standing.due - today).days <= within


def _remarks(
    root: Path,
    found: Sequence[Finding],
    submissions: Mapping[str, Submission],
    original: Original | None,
    file: str,
) -> tuple[PlacedRemark, ...]:
    """The findings with their passages; `original` is that of `file`, which counts."""
    finders = {
        name: PassageFinder(root, name, submissions.get(name), original if name == file else None)
        for name in dict.fromkeys(finding.span.file for finding in found)
    }
    return tuple(PlacedRemark(finding, finders[finding.span.file].find(finding)) for finding in found)
