"""The words of several copies of one draft, merged where they changed different clauses of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.review.copies import CopyParagraph
from reportctl.review.lines import LineRank, copy_line
from reportctl.text.clauses import merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportctl.review.comparing import Comparison, LineWording
    from reportctl.text.clauses import ClauseClash

    Versions = Mapping[int, int | None]


class CopyClash(NamedTuple):
    """What copies want differently of one paragraph, None where it is none of the base.

    `versions` are the numbers of the copies, each with its paragraph or its place, None where it is deleted;
    `clauses` say which of its clauses are at odds, with a text for each version, where nothing else is.
    """

    there: int | None
    versions: tuple[tuple[int, str | None], ...]
    clauses: tuple[ClauseClash, ...] = ()


class MergedWords:
    """The paragraphs of the base as all copies together want them, by their index, and what is at odds."""

    def __init__(self, comparisons: Sequence[Comparison]) -> None:
        self._all = comparisons
        self._base = comparisons[0].base
        self.clashes: list[CopyClash] = []
        self.lines = {there: self._merged(there) for there in range(len(self._base))}

    def _merged(self, there: int) -> CopyParagraph | None:
        """What becomes of the words of a paragraph of the base, copies that left it alone set aside."""
        base = self._base[there]
        absent = base.paragraph.omitted
        versions: dict[int, int | None] = {}
        for number, comparison in enumerate(self._all):
            here = comparison.where.get(there)
            if (here is None) != absent or (here is not None and self._is_reworded(comparison, here, there)):
                versions[number] = here
        if not versions or base.kind is LineRank.FIXED:
            return self.as_built(there)
        gone = [number for number, here in versions.items() if here is None]
        if gone and len(gone) < len(versions):
            self._clash(there, versions)
            return None
        if gone:
            return None
        wordings = {number: self._all[number].wording(here) for number, here in _present(versions)}
        first = next(iter(wordings))
        if len(set(wordings.values())) > 1:
            return self._reworded(there, versions, wordings)
        return self._all[first].copy.paragraphs[versions[first] or 0]

    def _is_reworded(self, comparison: Comparison, here: int, there: int) -> bool:
        base, wording = self._base[there], comparison.wording(here)
        return wording.words != base.words or wording.kind is not base.kind

    def _reworded(
        self, there: int, versions: Versions, wordings: Mapping[int, LineWording]
    ) -> CopyParagraph | None:
        """One paragraph of several wordings."""
        base = self._base[there]
        kinds = {wording.kind for wording in wordings.values()} - {base.kind}
        absent = base.paragraph.omitted
        merged = merge(base.words, [wording.words for wording in wordings.values()])
        if len(kinds) > 1 or merged.clashes or absent:
            self._clash(there, versions, () if len(kinds) > 1 or absent else merged.clashes)
            return None
        recast = [number for number, wording in wordings.items() if wording.kind in kinds]
        number = (recast or list(wordings))[0]
        line = self._all[number].copy.paragraphs[versions[number] or 0]
        whole = self._all[number].lines[versions[number] or 0].whole
        lead = whole[: len(whole) - len(wordings[number].words)]
        copies = (self._all[each].copy.paragraphs[here] for each, here in _present(versions))
        tracked = tuple(change for paragraph in copies for change in paragraph.tracked)
        return line._replace(text=lead + merged.text, tracked=tracked)

    def _clash(self, there: int, versions: Versions, clauses: tuple[ClauseClash, ...] = ()) -> None:
        said = tuple(
            (number, None if here is None else self._all[number].lines[here].whole)
            for number, here in versions.items()
        )
        self.clashes.append(CopyClash(there, said, clauses))

    def as_built(self, there: int) -> CopyParagraph | None:
        """A paragraph of the base as a copy has it that left it alone; None for one that was left out."""
        base = self._base[there]
        copies = [
            comparison.copy.paragraphs[comparison.where[there]]
            for comparison in self._all
            if there in comparison.where
        ]
        if base.paragraph.omitted or not copies:
            return None if base.paragraph.omitted or base.paragraph.gap else CopyParagraph(base.whole)
        same = [line for line in copies if copy_line(line).whole == base.whole]
        return same[0] if same else CopyParagraph(base.whole, table=copies[0].table)


def _present(versions: Versions) -> Iterator[tuple[int, int]]:
    return ((number, here) for number, here in versions.items() if here is not None)
