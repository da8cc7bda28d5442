"""Whose each finding is, and the order in which findings are told: the project's own, then by the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import ordered
from reportctl.project.recovery import SUBMISSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.roster import Roster

_OWN = -1


def attributed(findings: Iterable[Finding], department: str | None) -> Iterator[Finding]:
    """The findings of one file, each with the department that handed it in, as far as that is known."""
    for finding in findings:
        given = finding.department is not None or department is None
        yield finding if given else finding._replace(department=department)


def by_roster(findings: Iterable[Finding], roster: Roster) -> tuple[Finding, ...]:
    """The findings without repeats: those in the project's own files, then a department after the other.

    Departments come as in the roster, those that are not on it last; within one, by file and place.
    """

    def rank(finding: Finding) -> int:
        of_department = finding.span.file.startswith(f"{SUBMISSIONS}/")
        return rank_of(finding, roster) if of_department else _OWN

    return tuple(sorted(ordered(findings), key=rank))


def rank_of(finding: Finding, roster: Roster) -> int:
    """The place of a finding's department in the roster; behind all where it is not on it."""
    return roster.rank.get(finding.department or "", len(roster.rank))
