"""What several people want differently of one paragraph, side by side, for whoever decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.review.changes import departments, name_of
from reportctl.review.lines import LineRank
from reportctl.text.clauses import merge
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.review.lines import BaseLine
    from reportctl.review.merged_words import CopyClash
    from reportctl.review.merging import MergedCopies
    from reportctl.review.planning import EditsPlan, WantedDecision
    from reportctl.text.clauses import ClauseClash

_MOVED, _RECAST = "移到别处", "改作别的"


class Version(NamedTuple):
    """What somebody wants: his words, or the place that a paragraph is to have; None: that it goes."""

    people: str
    text: str | None


class ClausesAtOdds(NamedTuple):
    """Clauses as they were, and what each who changed them made of them."""

    old: str
    versions: tuple[Version, ...]


class AtOdds(NamedTuple):
    """A paragraph of which several things are wanted; nothing of it is written.

    `old` is the paragraph, "" for one that several want to add. `clauses` are what is at odds, where no more
    than words are; else `versions` say it.
    """

    at: str
    heading: str
    number: str
    name: str
    departments: tuple[str, ...]
    old: str
    versions: tuple[Version, ...]
    clauses: tuple[ClausesAtOdds, ...] = ()


def at_odds(
    merged: MergedCopies, authors: Sequence[str], wanted: Sequence[WantedDecision], made: EditsPlan
) -> Iterator[AtOdds]:
    """The conflicts of copies with each other, then those with what stands in edits.yaml."""
    for clash in merged.clashes:
        yield _of_copies(merged, authors, clash)
    base = merged.comparison.base
    for number, old in made.conflicts.items():
        decision, by, printed = wanted[number]
        texts = [_told(old.entry), _told(decision.entry)]
        people = [_in_file(old.entry), by or "这一份"]
        clauses: tuple[ClauseClash, ...] = ()
        if "text" in old.entry and "text" in decision.entry and decision.side.there is not None:
            told = [normalise_line(str(entry["text"])) for entry in (old.entry, decision.entry)]
            clauses = merge(printed, told).clashes
        there = decision.side.there
        yield _told_of(None if there is None else base[there], people, texts, clauses)
    for line in base:
        if made.contested.intersection(line.paragraph.decided_by):
            people = ["edits.yaml 里后来改过的", "这一份改回原来的"]
            yield _told_of(line, people, ["见 edits.yaml", line.built], ())


def _of_copies(merged: MergedCopies, authors: Sequence[str], clash: CopyClash) -> AtOdds:
    line = None if clash.there is None else merged.comparison.base[clash.there]
    people = [authors[number] for number, _ in clash.versions]
    return _told_of(line, people, [text for _, text in clash.versions], clash.clauses)


def _told_of(
    line: BaseLine | None,
    people: Sequence[str],
    texts: Sequence[str | None],
    clauses: Iterable[ClauseClash],
) -> AtOdds:
    found = tuple(
        ClausesAtOdds(clash.old, _versions(people, clash.texts, but=clash.old)) for clash in clauses
    )
    if line is None:
        lead = next((text for text in texts if text), "")
        return AtOdds("", "", "", name_of(lead), (), "", _versions(people, texts), found)
    paragraph = line.paragraph
    whole = line.whole if line.kind is not LineRank.FIXED else paragraph.text
    return AtOdds(
        paragraph.at,
        paragraph.heading,
        paragraph.number,
        name_of(whole),
        departments(paragraph),
        whole,
        _versions(people, texts),
        found,
    )


def _versions(
    people: Sequence[str], texts: Sequence[str | None], *, but: str | None = None
) -> tuple[Version, ...]:
    """Each version with all who want it; whoever left a clause alone has none of it."""
    found: dict[str | None, list[str]] = {}
    for who, text in zip(people, texts, strict=True):
        if but is None or text != but:
            found.setdefault(text, []).append(who)
    return tuple(Version("、".join(dict.fromkeys(names)), text) for text, names in found.items())


def _told(entry: dict[str, Any]) -> str | None:
    if entry.get("omit"):
        return None
    if "text" in entry:
        return normalise_line(str(entry["text"]))
    return _MOVED if "move" in entry else _RECAST


def _in_file(entry: dict[str, Any]) -> str:
    by = str(entry.get("by", ""))
    return f"edits.yaml\uff08{by}\uff09" if by else "edits.yaml"
