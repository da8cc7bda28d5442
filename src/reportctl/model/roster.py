"""The roster: departments by every name they go by, and what each has handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.suggest import nearest

if TYPE_CHECKING:
    from reportctl.model.files import ReportFile, SubmissionFile
    from reportctl.model.report import Department


class Roster:
    """Departments in the order of merging, found by name or alias."""

    def __init__(self, report: ReportFile) -> None:
        self.departments = report.report.departments
        self.rank = {one.name.strip(): rank for rank, one in enumerate(self.departments)}
        self.names: dict[str, str] = {}
        for one in self.departments:
            for alias in one.aliases:
                self.names.setdefault(alias.strip(), one.name.strip())
        self.names |= {name: name for name in self.rank}

    def find(self, name: str) -> Department | None:
        """The department that goes by this name or alias."""
        known = self.names.get(name.strip())
        return None if known is None else self.departments[self.rank[known]]

    def nearest(self, name: str) -> str:
        """The name on the roster most like this one, or ""."""
        return nearest(name.strip(), self.names)


class Submission(NamedTuple):
    """A submission and the department that it is from; None where the roster does not know it.

    `filled` is False for a form in which nothing has been written yet: its items are there, and blank.
    """

    file: SubmissionFile
    department: Department | None
    rank: int
    filled: bool

    @property
    def name(self) -> str | None:
        """The department's name on the roster."""
        return None if self.department is None else self.department.name.strip()


def receive(file: SubmissionFile, roster: Roster | None) -> Submission:
    """Match a submission with the roster, where there is one."""
    if roster is None:
        return Submission(file, None, 0, _is_filled(file))
    department = roster.find(file.submission.department)
    rank = roster.rank[department.name.strip()] if department is not None else len(roster.rank)
    return Submission(file, department, rank, _is_filled(file))


def _is_filled(file: SubmissionFile) -> bool:
    if file.nothing or file.damaged:
        return True
    is_form = False
    for _, _, item in file.submission.every_item():
        if not item.blank:
            return True
        is_form = True
    return not is_form
