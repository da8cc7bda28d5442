"""The items that an editor's decision names: by part, department and heading, as they were handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.assemble.entries import heading_of
from reportctl.suggest import nearest, question
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportctl.assemble.entries import Entry

_MOST_GUESSES = 50


class Selection:
    """Items by what a decision may call them; `names` leads from each name and alias to the roster's name."""

    def __init__(self, entries: Iterable[Entry], names: Mapping[str, str]) -> None:
        self._names = names
        self._asked = 0
        self._by_heading: dict[tuple[str, str], list[Entry]] = {}
        self._by_department: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self._by_department.setdefault((entry.part, entry.department), []).append(entry)
            self._by_department.setdefault((entry.part, ""), []).append(entry)
            self._by_heading.setdefault((entry.part, entry.heading), []).append(entry)
            handed_in = heading_of(entry.origins[0].heading)
            if handed_in != entry.heading:
                self._by_heading.setdefault((entry.part, handed_in), []).append(entry)

    def find(self, part: str, department: str, heading: str) -> list[Entry]:
        """The items of a part; without a department those of all, without a heading whatever theirs is."""
        name = self.name(department)
        if not heading:
            return self._by_department.get((part, name), [])
        found = self._by_heading.get((part, heading_of(normalise_line(heading))), [])
        return [entry for entry in found if not name or entry.department == name]

    def name(self, department: str) -> str:
        """The roster's name of a department, or what it was called where the roster does not know it."""
        return self._names.get(department.strip(), department.strip())

    def stranger(self, department: str) -> str:
        """What a department was called that the roster does not know; "" for one that it knows."""
        name = department.strip()
        return "" if not name or name in self._names else name

    def hint(self, part: str, department: str, heading: str) -> str:
        """What of these does not fit and what may have been meant, or ""; "" after very many questions.

        To look through all headings for each of thousands of decisions would take minutes.
        """
        self._asked += 1
        if self._asked > _MOST_GUESSES:
            return ""
        if self.stranger(department):
            near = nearest(self.stranger(department), self._names.values())
            return f"部门写错了\uff0c{question(near)}" if near else "部门写名单里的名称"
        title = heading_of(normalise_line(heading))
        owners = dict.fromkeys(entry.department for entry in self._by_heading.get((part, title), []))
        if title and owners:
            return f"这个标题是{'、'.join(owners)}的\uff1a检查部门"
        name = self.name(department)
        parts = [
            of
            for (of, known), entries in self._by_heading.items()
            if title and known == title and any(not name or entry.department == name for entry in entries)
        ]
        if parts:
            return f"这个标题在 {parts[0]} 里\uff1a检查部分（part）"
        return question(nearest(heading, [known for of, known in self._by_heading if of == part and known]))
