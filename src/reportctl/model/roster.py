"""The roster: departments by every name they go by, and what each has handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.errors import UsageError
from reportctl.suggest import nearest

if TYPE_CHECKING:
    from reportctl.model.files import ReportFile
    from reportctl.model.report import Department


class Roster:
    """Departments in the order of merging, found by name or alias."""

    def __init__(self, report: ReportFile) -> None:
        self.departments = report.report.departments
        self.rank = {department.name.strip(): rank for rank, department in enumerate(self.departments)}
        self.names: dict[str, str] = {}
        for department in self.departments:
            for alias in department.aliases:
                self.names.setdefault(alias.strip(), department.name.strip())
        self.names |= {name: name for name in self.rank}

    def find(self, name: str) -> Department | None:
        """The department that goes by this name or alias."""
        known = self.names.get(name.strip())
        return None if known is None else self.departments[self.rank[known]]

    def named(self, name: str) -> Department:
        """The department that a user names, by its name or an alias.

        Raises:
            UsageError: there is none of that name.
        """
        found = self.find(name)
        if found is None:
            near = self.nearest(name)
            hint = f"是不是“{near}”\uff1f" if near else "名单在 report.yaml 里\uff0c新增的部门先加进名单"
            raise UsageError(f"名单里没有“{name}”", hint=hint)
        return found

    def named_in(self, text: str) -> str:
        """The department whose name or alias stands in a text, of several the longest; "" for none."""
        found = [name for name in self.names if name and name in text]
        return self.names[max(found, key=len)] if found else ""

    def rank_of(self, department: Department | None) -> int:
        """The department's place in the order of merging; of one that is not on the roster, behind all."""
        return len(self.rank) if department is None else self.rank[department.name.strip()]

    def nearest(self, name: str) -> str:
        """The name on the roster most like this one, or ""."""
        return nearest(name.strip(), self.names)
