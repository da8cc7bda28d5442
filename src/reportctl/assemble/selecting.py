"""The items that an editor's decision names: by part, department and heading, as they were handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.assemble.entries import heading_of
from reportctl.suggest import nearest
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
        name = self._names.get(department.strip(), department.strip())
        if not heading:
            return self._by_department.get((part, name), [])
        found = self._by_heading.get((part, heading_of(normalise_line(heading))), [])
        return [entry for entry in found if not name or entry.department == name]

    def nearest(self, part: str, heading: str) -> str:
        """The heading of the part that is most like this one, or ""; "" after very many questions.

        To look through all headings for each of thousands of decisions would take minutes.
        """
        self._asked += 1
        if self._asked > _MOST_GUESSES:
            return ""
        return nearest(heading, [title for of, title in self._by_heading if of == part and title])
