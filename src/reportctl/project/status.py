"""The roster at a glance: who has handed in, who is missing or late, whose file has errors."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Severity

if TYPE_CHECKING:
    import datetime as dt

    from reportctl.model.submission import Contact
    from reportctl.project.building import Checked


class State(StrEnum):
    """How a department stands."""

    RECEIVED = "received"
    MISSING = "missing"
    LATE = "late"
    INVALID = "invalid"


class DepartmentStatus(NamedTuple):
    """One department: its state, its file ("" where there is none), how much was found in it, its contact."""

    name: str
    state: State
    file: str
    due: dt.date | None
    errors: int
    warnings: int
    omitted: int
    required: bool
    contact: Contact | None = None


def standings(checked: Checked, today: dt.date) -> tuple[DepartmentStatus, ...]:
    """Every department in the order of the roster, as of `today`."""
    report = checked.project.report.report
    counts = Counter((finding.span.file, finding.severity) for finding in checked.findings)
    omissions = Counter(omitted.origin.department for omitted in checked.assembly.document.omitted)
    files = checked.submissions.files
    contacts = {submission.name: submission.data.contact for submission in checked.submissions.received}
    result = []
    for department in checked.project.roster.departments:
        name = department.name.strip()
        file = files.get(name, "")
        due = report.due(department)
        errors = counts[file, Severity.ERROR] if file else 0
        if not file:
            state = State.LATE if due is not None and today > due else State.MISSING
        else:
            state = State.INVALID if errors else State.RECEIVED
        warnings = counts[file, Severity.WARNING] if file else 0
        result.append(
            DepartmentStatus(
                name,
                state,
                file,
                due,
                errors,
                warnings,
                omissions[name],
                department.required,
                contacts.get(name),
            )
        )
    return tuple(result)
