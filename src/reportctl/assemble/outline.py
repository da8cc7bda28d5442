"""The report's outline: which chapters and sections there are, and where an item goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble import codes
from reportctl.assemble.entries import heading_of
from reportctl.model.submission import PARTS
from reportctl.suggest import name_hint
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from reportctl.assemble.entries import Entry
    from reportctl.assemble.templates import Templates
    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile
    from reportctl.model.report import Chapter, Report


class OutlinePlace(NamedTuple):
    """Where items stand: a section, or a chapter without sections. `title` is "" for the latter.

    `id` is the place's own among all; `name` is what an item calls it by.
    """

    id: str
    name: str
    title: str
    path: tuple[str | int, ...]


class Branching(NamedTuple):
    """One chapter with its rendered title and its places in order."""

    chapter: Chapter
    title: str
    places: tuple[OutlinePlace, ...]
    path: tuple[str | int, ...]

    @property
    def sectioned(self) -> bool:
        """Whether the chapter has sections."""
        return bool(self.chapter.sections)


class Outline:
    """The chapters of a report, their titles rendered."""

    def __init__(self, report: Report, templates: Templates) -> None:
        self.chapters = tuple(
            _branching(chapter, index, templates) for index, chapter in enumerate(report.outline)
        )
        self._places: dict[str, dict[str, OutlinePlace]] = {part: {} for part in PARTS}
        self._only: dict[str, OutlinePlace | None] = {}
        for branching in self.chapters:
            part = branching.chapter.part
            for place in branching.places:
                known = self._places[part]
                for name in (place.name, place.title, branching.title if not branching.sectioned else ""):
                    if name:
                        known.setdefault(heading_of(normalise_line(name)), place)
                self._only[part] = None if part in self._only else place

    def place(self, part: str, section: str) -> OutlinePlace | None:
        """The place of an item: by its section, or the only one that takes its part."""
        if section:
            return self._places[part].get(section) or self._places[part].get(
                heading_of(normalise_line(section))
            )
        return self._only.get(part)

    def names(self, part: str) -> tuple[str, ...]:
        """Every id and title that an item of a part may name."""
        return tuple(self._places[part])


def _branching(chapter: Chapter, index: int, templates: Templates) -> Branching:
    path = ("outline", index)
    title = heading_of(normalise_line(templates.render(chapter.title, (*path, "title"))))
    places = tuple(
        OutlinePlace(
            f"{chapter.id}.{section.id}",
            section.id,
            heading_of(normalise_line(templates.render(section.title, (*path, "sections", number, "title")))),
            (*path, "sections", number),
        )
        for number, section in enumerate(chapter.sections)
    )
    return Branching(chapter, title, places or (OutlinePlace(chapter.id, chapter.id, "", path),), path)


class PlacedEntries(NamedTuple):
    """The entries of each place, and those that reach none."""

    by_place: dict[str, list[Entry]]
    unplaced: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def place_entries(entries: list[Entry], outline: Outline, edits: EditsFile | None) -> PlacedEntries:
    """Every entry at its place in the outline; what has none is reported where it was handed in."""
    by_place: dict[str, list[Entry]] = {}
    unplaced: list[Entry] = []
    findings: list[Finding] = []
    for entry in entries:
        place = outline.place(entry.part, entry.section)
        if place is None:
            unplaced.append(entry)
            findings.append(_unplaced(entry, outline, edits))
        else:
            by_place.setdefault(place.id, []).append(entry)
    return PlacedEntries(by_place, tuple(unplaced), tuple(findings))


def _unplaced(entry: Entry, outline: Outline, edits: EditsFile | None) -> Finding:
    path = (entry.part, entry.item)
    names = outline.names(entry.part)
    choices = f"可以写：{'、'.join(names)}" if names else "提纲里没有一章收这一部分"
    if not entry.section:
        message = f"“{entry.heading or '这一条'}”没有写类别（section），进不了报告"
        if not names:
            message = f"提纲里没有一章收“{PARTS[entry.part]}”，“{entry.heading or '这一条'}”进不了报告"
        span = entry.submission.start_span(path)
        return codes.UNPLACED_ITEM.at(span, message, choices, department=entry.department)
    hint = name_hint(entry.section, names) or choices
    message = f"提纲里没有“{entry.section}”这一节"
    by_edit = (entry.touched or {}).get("section")
    if by_edit is not None and edits is not None:
        span = edits.span((by_edit, "set", "section"))
    else:
        span = entry.submission.span((*path, "section"))
    return codes.UNKNOWN_SECTION.at(span, message, hint, department=entry.department)
