"""Final decisions of edits.yaml over the merged paragraphs: the tree as built becomes the tree as printed.

Decisions that can be made (`resolving`) are made together: texts first, then kinds, then the order; what is
left out keeps its place, so that others may stand behind it. Numbers are written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.arranging import arranged
from reportctl.assemble.numbering import renumbered
from reportctl.assemble.resolving import resolve
from reportctl.assemble.rewording import recast, reworded, written
from reportctl.document import Omitted
from reportctl.snapshot import BuiltParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from reportctl.assemble.arranging import Place
    from reportctl.assemble.outline import Outline
    from reportctl.assemble.resolving import MetName, Resolved
    from reportctl.assemble.staleness import PastBuilds, StaleDecision
    from reportctl.document import BlockType, Origin
    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile


class Decided(NamedTuple):
    """The paragraphs in the order printed, what was left out of them, what is wrong with the decisions.

    `met` are the names of paragraphs in edits.yaml, each with the paragraph's position; `stale` are the
    decisions whose paragraph has become another.
    """

    paragraphs: tuple[BuiltParagraph, ...]
    omitted: tuple[Omitted, ...] = ()
    met: tuple[MetName, ...] = ()
    findings: tuple[Finding, ...] = ()
    stale: tuple[StaleDecision, ...] = ()


def decide(
    paragraphs: Sequence[BuiltParagraph],
    edits: EditsFile | None,
    outline: Outline,
    hidden: Set[BlockType],
    past: PastBuilds,
) -> Decided:
    """The paragraphs as built after the final decisions; the form does not show the `hidden` elements."""
    if edits is None or not edits.finals:
        return Decided(tuple(paragraphs))
    made, met, findings, stale = resolve(paragraphs, edits, outline, hidden, past)
    tree: dict[Place, BuiltParagraph] = dict(enumerate(paragraphs))
    for each in sorted(made, key=lambda each: not each.decision.words):
        tree[each.place] = _applied(each, tree.get(each.place), _origins(each, paragraphs))
    behind = {each.place: each.anchor for each in _additions_first(made) if each.anchor is not None}
    printed = [tree[place] for place in arranged(len(paragraphs), behind)]
    chapters = {branching.chapter.id: branching.chapter for branching in outline.chapters}
    omitted = tuple(_omitted(made, paragraphs))
    return Decided(tuple(renumbered(printed, chapters)), omitted, met, findings, stale)


def _additions_first(made: Iterable[Resolved]) -> list[Resolved]:
    """Behind one anchor what was added stands before what was moved there."""
    return sorted(made, key=lambda each: not each.decision.add)


def _applied(each: Resolved, paragraph: BuiltParagraph | None, origins: tuple[Origin, ...]) -> BuiltParagraph:
    """The paragraph after one decision, or the one that it adds."""
    decision = each.decision
    if paragraph is None or paragraph.printed is None:
        block = written(str(each.place), decision.add or "paragraph", decision.words, origins)
        return BuiltParagraph("", "", 0, None, block, (decision.key,))
    block = paragraph.printed
    if decision.words and decision.as_:
        block = written(block.id, decision.as_, decision.words, origins)
    elif decision.words:
        block = reworded(block, decision.words, origins)
    elif decision.as_:
        block = recast(block, decision.as_)
    decided_by = (*paragraph.decided_by, decision.key)
    return paragraph._replace(printed=None if decision.omit else block, decided_by=decided_by)


def _origins(each: Resolved, paragraphs: Sequence[BuiltParagraph]) -> tuple[Origin, ...]:
    """Where a paragraph's words come from: an added or joined one also from the decision itself."""
    positions = each.sources if isinstance(each.place, str) else (each.place, *each.sources)
    built = (paragraphs[position].built for position in positions)
    known = [origin for block in built if block is not None for origin in block.origins]
    own = (each.origin,) if each.decision.add or each.sources else ()
    return tuple(dict.fromkeys((*known, *own)))


def _omitted(made: Iterable[Resolved], paragraphs: Sequence[BuiltParagraph]) -> Iterator[Omitted]:
    """What decisions left out: the items that a paragraph was written from, else its place in edits.yaml."""
    for each in made:
        if not each.decision.omit or isinstance(each.place, str):
            continue
        paragraph = paragraphs[each.place]
        block = paragraph.built
        reason = each.decision.reason or f"{each.decision.by}改稿时删去"
        own = each.origin._replace(heading=block.text if block is not None else "")
        for origin in (block.origins if block is not None else ()) or (own,):
            yield Omitted(origin, reason)
