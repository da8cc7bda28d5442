"""What lies in `submissions/` already, by department: what a hand-in replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.hand_in import digest_of
from reportctl.model.files import load_submission
from reportctl.project.files import handed_in
from reportctl.project.submissions import claimed_department

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.project.files import RawFile
    from reportctl.project.opening import Project


class Present(NamedTuple):
    """A file of a department: `digest` is that of what it says, `filled` is False for an untouched form."""

    name: str
    data: bytes
    digest: str = ""
    filled: bool = True


class Inventory(NamedTuple):
    """The files of each department, and the names of all files, folded: some file systems know no case."""

    by_department: Mapping[str, tuple[Present, ...]]
    names: frozenset[str]

    def of(self, department: str) -> tuple[Present, ...]:
        """The department's files that say something, else its untouched form, else ()."""
        present = self.by_department.get(department, ())
        return tuple(file for file in present if file.filled) or present[:1]

    def targets(self) -> dict[str, str]:
        """Where the departments' submissions lie."""
        return {department: self.of(department)[0].name for department in self.by_department}

    def free(self, path: str) -> str:
        """The path, with a number where another department's file has it."""
        stem, _, ending = path.rpartition(".")
        number, unique = 1, path
        while unique.casefold() in self.names:
            number += 1
            unique = f"{stem}-{number}.{ending}"
        return unique


def read_inventory(project: Project) -> Inventory:
    """The submissions that a project has."""
    found: dict[str, tuple[Present, ...]] = {}
    names: set[str] = set()
    for raw in handed_in(project.root):
        names.add(raw.name.casefold())
        if raw.finding is None:
            department, present = _present(raw, project)
            if department is not None:
                found[department] = (*found.get(department, ()), present)
    return Inventory(found, frozenset(names))


def _present(raw: RawFile, project: Project) -> tuple[str | None, Present]:
    submission, _ = load_submission(raw.name, raw.data, project.roster)
    if submission is None:
        return claimed_department(raw, project.roster), Present(raw.name, raw.data)
    return submission.name, Present(raw.name, raw.data, digest_of(submission), submission.filled)
