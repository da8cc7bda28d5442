"""Fingerprints of the editor's decisions: which lack one, and which would go stale by mending."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.selecting import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.assemble.entries import Entry
    from reportctl.model.edits import Edit
    from reportctl.model.files import EditsFile
    from reportctl.sources import Path


class Named(NamedTuple):
    """One place in edits.yaml that names items by a heading.

    `path` leads to the mapping that has the heading and may have a `was`, or to a heading of `keep`, which
    has none.
    """

    path: Path
    part: str
    department: str
    heading: str
    was: str = ""
    may_have_was: bool = True


class Stamp(NamedTuple):
    """A fingerprint to be written at `path` in place of `old`, "" where there is none, and whose it is."""

    path: Path
    old: str
    new: str
    item: Entry


class Items:
    """The items of a project before and after mending, each with what has become of it."""

    def __init__(self, pairs: Iterable[tuple[Entry, Entry]], names: Mapping[str, str]) -> None:
        pairs = tuple(pairs)
        self._after = {id(before): after for before, after in pairs}
        self._old = Selection((before for before, _ in pairs), names)
        self._new = Selection((after for _, after in pairs), names)

    def lost(self, edits: EditsFile) -> Iterator[Entry]:
        """The mended items that a decision would no longer find, or only now, or with two fingerprints."""
        for place in named(edits):
            met = [self._after[id(entry)] for entry in self._met(place)]
            meets = self._new.find(place.part, place.department, place.heading)
            ids, now = {id(entry) for entry in met}, {id(entry) for entry in meets}
            yield from (entry for entry in (*met, *meets) if (id(entry) in ids) != (id(entry) in now))
            if place.was:
                right = [self._after[id(entry)] for entry in self._right(place)]
                yield from right if len({_was(entry) for entry in right}) > 1 else ()

    def stamps(self, edits: EditsFile) -> Iterator[Stamp]:
        """What to write: where one item is meant and has no fingerprint, or where mending has moved it."""
        for place in named(edits):
            found = self._right(place) if place.was else self._met(place)
            if not place.may_have_was or not found or (len(found) > 1 and not place.was):
                continue
            after = self._after[id(found[0])]
            if _was(after) != place.was.strip().lower():
                yield Stamp(place.path, place.was, _was(after), after)

    def _met(self, place: Named) -> list[Entry]:
        return self._old.find(place.part, place.department, place.heading)

    def _right(self, place: Named) -> list[Entry]:
        """The items that still were what the editor had seen."""
        return [entry for entry in self._met(place) if _was(entry) == place.was.strip().lower()]


def _was(entry: Entry) -> str:
    return entry.origins[0].was


def named(edits: EditsFile) -> Iterator[Named]:
    """Every place that names items by a heading."""
    for index, edit in edits.edits:
        yield from _named(index, edit)


def _named(index: int, edit: Edit) -> Iterator[Named]:
    if edit.heading and (edit.omit or edit.set is not None):
        yield Named((index,), edit.part, edit.department, edit.heading, edit.was)
    for number, item in enumerate(edit.merge or ()):
        yield Named((index, "merge", number), edit.part, item.department, item.heading, item.was)
    for number, heading in enumerate(edit.keep or ()):
        yield Named((index, "keep", number), edit.part, edit.department, heading, may_have_was=False)
