"""A cell of a form: a small document whose part and section are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.headings import cut_heading, run_in
from reportctl.collect.outline import Node, read_tree
from reportctl.collect.passage import Passage, joined
from reportctl.collect.phrases import cut_cause, cut_ordinals, is_ordinal
from reportctl.model.nothing import NOTHING
from reportctl.model.submission import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.collect.items import ReadItem
    from reportctl.collect.lines import SourceDocument
    from reportctl.collect.splitting import Splitter


class CellReader:
    """Reads the cells of one document's forms."""

    def __init__(self, document: SourceDocument, splitter: Splitter, year: int) -> None:
        self._document = document
        self._splitter = splitter
        self._ledger = splitter.ledger
        self._year = year

    def items(self, cell: Sequence[Passage], part: Part, section: str) -> list[ReadItem]:
        """The items of a cell, given by its paragraphs."""
        if not cell:
            return []
        whole = joined(cell)
        if whole.text.strip() in NOTHING:
            self._ledger.claim(Fate.NOTHING, whole)
            self._splitter.nothing.add(part)
            return []
        tree = read_tree(self._document, [passage.first for passage in cell], self._year)
        for closing in tree.closings:
            self._ledger.claim(Fate.CLOSING, closing)
        if tree.root.children:
            found = self._paragraphs(tree.root.body, part, section) if tree.root.body else []
            for child in tree.root.children:
                found += self._headed(child, part, section)
            return found
        return self._paragraphs(tree.root.body, part, section)

    def _headed(self, node: Node, part: Part, section: str) -> list[ReadItem]:
        """The items of a numbered paragraph in a cell: one, unless it only holds others together."""
        if node.children and node.alone and not node.body:
            return self._splitter.items(node, part, section)
        return [self._splitter.item(node, part, section)]

    def _paragraphs(self, paragraphs: Sequence[Passage], part: Part, section: str) -> list[ReadItem]:
        lead, ordinals = cut_ordinals(joined(paragraphs))
        if ordinals and (not lead.stretches or lead.text.endswith(("\uff1a", ":"))):
            self._ledger.claim(Fate.LEAD_IN, lead)
            return [self._splitter.short_item(passage, part, section) for passage in ordinals]
        return [
            self._splitter.short_item(joined(several), part, section)
            for several in _grouped(paragraphs, each=part is Part.ACHIEVEMENTS or bool(section))
        ]


def _grouped(paragraphs: Sequence[Passage], *, each: bool) -> Iterator[list[Passage]]:
    """Paragraphs of a cell by item: `each` one, else each that begins with a run-in heading.

    A heading alone takes what follows up to the next one; 一是 and 原因 go on with what stands before.
    """
    alone = [_is_heading(paragraph) for paragraph in paragraphs]
    several: list[Passage] = []
    for paragraph, is_alone in zip(paragraphs, alone, strict=True):
        continues = is_ordinal(paragraph.text) or not cut_cause(paragraph)[0].stretches
        begins = is_alone if any(alone) else each or run_in(paragraph)
        if several and begins and not continues:
            yield several
            several = []
        several.append(paragraph)
    if several:
        yield several


def _is_heading(paragraph: Passage) -> bool:
    """Whether a paragraph is a heading and no short sentence."""
    return not paragraph.text.endswith("。") and not is_ordinal(paragraph.text) and cut_heading(paragraph)[2]
