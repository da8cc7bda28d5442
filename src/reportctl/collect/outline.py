"""Lines to a tree of headings: which heading stands under which, and the text below each."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.collect.headings import NUMBERED, HeadingLine, Mark, bare_heading, heading_of
from reportctl.collect.parts import begins_part, names_causes, parts_of
from reportctl.collect.passage import EMPTY, Passage
from reportctl.collect.phrases import cut_closing, is_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.collect.lines import SourceDocument
    from reportctl.model.submission import Part

_ITEMS = frozenset(range(Mark.ITEM, Mark.STYLE))
LEAD_IN = 40
"""Characters of a paragraph that may only lead to the headings below it."""


@dataclass(slots=True)
class Node:
    """A heading with the paragraphs and the headings below it; `alone` tells that no text runs in behind it.

    `mark` and `value` are those of its number. `tables` are the tables that stand in its text. `part` is the
    part that a chapter without a heading begins by its first words.
    """

    mark: int
    value: int
    heading: Passage = EMPTY
    alone: bool = True
    body: list[Passage] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    part: Part | None = None

    @property
    def first(self) -> int:
        """The position of the line that it begins with."""
        return self.heading.first if self.heading.stretches else self.body[0].first if self.body else -1

    def passages(self) -> Iterator[Passage]:
        """Everything below it in reading order, its own heading in front."""
        if self.heading.stretches:
            yield self.heading
        yield from self.body
        for child in self.children:
            yield from child.passages()


@dataclass(frozen=True, slots=True)
class Tree:
    """The outline of some lines: `root` holds the chapters, its body is what stands before them.

    `closings` are the closings that stuck to the end of a paragraph.
    """

    root: Node
    closings: tuple[Passage, ...] = ()


def read_tree(
    document: SourceDocument, positions: Iterable[int], year: int, tables: frozenset[int] = frozenset()
) -> Tree:
    """The tree of the lines at `positions`; lines of the `tables` named are noted where they stand.

    `year` is the year reported on, by which a heading like 2025年工作安排 is known to name plans.
    """
    root = Node(-1, 0)
    stack = [root]
    closings: list[Passage] = []
    headings = {position: heading_of(document, position, year) for position in positions}
    bare = _bare_headings(document, headings)
    named = {part for heading in headings.values() if heading for part in parts_of(heading.words.text, year)}
    for position, marked in headings.items():
        heading = marked
        line = document.lines[position]
        if line.cell is not None and line.cell.table in tables:
            if line.cell.table not in stack[-1].tables:
                stack[-1].tables.append(line.cell.table)
            continue
        if heading is None and _may_be_headed(stack):
            heading = bare.get(position)
        if heading is None or _belongs_to_item(stack, heading):
            text, closing = cut_closing(document.passage(position))
            _keep(closings, closing)
            begun = begins_part(text.text)
            depth = 2 if begun is not None and begun[0] in _joint(stack, year) else 1
            if begun is not None and (depth == 2 or begun[0] not in named):
                node = _headless(text, *begun)
                stack[depth:] = [node]
                stack[depth - 1].children.append(node)
            else:
                _keep(stack[-1].body, text)
            continue
        _descend(stack, heading, year)
        text, closing = cut_closing(heading.rest)
        _keep(closings, closing)
        node = Node(heading.mark, heading.value, heading.words, heading.alone)
        _keep(node.body, text)
        stack[-1].children.append(node)
        stack.append(node)
    return Tree(root, tuple(closings))


def _joint(stack: list[Node], year: int) -> tuple[Part, ...]:
    """The parts of the open chapter, where it names several and is not divided by headings; else ()."""
    undivided = len(stack) == 2 or (len(stack) == 3 and stack[2].part is not None)
    parts = parts_of(stack[1].heading.text, year) if undivided else ()
    return parts if len(parts) > 1 else ()


def _bare_headings(
    document: SourceDocument, headings: Mapping[int, HeadingLine | None]
) -> dict[int, HeadingLine]:
    """The lines that may be headings although nothing marks them; a single one is a line broken by hand."""
    found = {}
    for position, below in itertools.pairwise(headings):
        heading = bare_heading(document, position, below)
        if heading is not None and headings[position] is None and headings[below] is None:
            found[position] = heading
    return found if len(found) > 1 else {}


def _may_be_headed(stack: list[Node]) -> bool:
    """Whether a line that nothing marks can be a heading: below a chapter, a section or another such."""
    top = stack[-1]
    if top.mark == Mark.BARE:
        return bool(top.body) and top.body[-1].text.endswith("。")
    return len(stack) > 1 and top.alone and not top.body and top.mark not in _ITEMS


def _headless(text: Passage, part: Part, length: int) -> Node:
    """A chapter that begins without a heading; words that end in a colon lead to what stands behind them."""
    node = Node(Mark.PART, 0, part=part)
    if text.text[length - 1] in "\uff1a:":
        node.heading, text = text.cut(0, length), text.cut(length)
    _keep(node.body, text)
    return node


def _keep(passages: list[Passage], passage: Passage) -> None:
    if passage.stretches:
        passages.append(passage)


def _belongs_to_item(stack: list[Node], heading: HeadingLine) -> bool:
    """Whether bold words at a paragraph's beginning only emphasise: the item that is open has a number."""
    top = stack[-1]
    if heading.mark != Mark.BOLD_LEAD or any(node.mark == Mark.BOLD_LEAD for node in stack):
        return False
    led_to = top.alone and all(len(paragraph.text) <= LEAD_IN for paragraph in top.body)
    return is_ordinal(heading.words.text) or (top.mark in NUMBERED and not led_to)


def _descend(stack: list[Node], heading: HeadingLine, year: int) -> None:
    """Leave open the headings that this one stands under."""
    if _opens_chapter(stack, heading, year):
        in_volume = heading.mark != Mark.VOLUME and any(node.mark == Mark.VOLUME for node in stack)
        del stack[2 if in_volume else 1 :]
        return
    same = next((number for number, node in enumerate(stack) if node.mark == heading.mark), None)
    if same is not None:
        del stack[same:]
    elif heading.mark in NUMBERED:
        lower = next(
            (
                number
                for number, node in enumerate(stack)
                if node.mark in NUMBERED and node.mark > heading.mark
            ),
            None,
        )
        del stack[lower or len(stack) :]
        _leave_run_in(stack)
    elif Mark.STYLE <= heading.mark < Mark.BOLD:
        lower = next(
            (number for number, node in enumerate(stack) if _depth(node.mark) > _depth(heading.mark)), None
        )
        del stack[lower or len(stack) :]
    else:
        _leave_run_in(stack)


def _leave_run_in(stack: list[Node]) -> None:
    """Leave unnumbered headings that already have text: what follows stands beside them."""
    while len(stack) > 2 and stack[-1].mark in (Mark.BOLD, Mark.BOLD_LEAD, Mark.BARE) and stack[-1].body:
        stack.pop()


def _depth(mark: int) -> int:
    """A heading's depth where styles and numbers mix: the highest style stands beside 一、."""
    if mark in NUMBERED:
        return mark
    if Mark.STYLE <= mark < Mark.BOLD:
        return mark - Mark.STYLE + Mark.CHAPTER
    return Mark.SECTION if mark in (Mark.BOLD, Mark.BOLD_LEAD) else Mark.VOLUME


def _opens_chapter(stack: list[Node], heading: HeadingLine, year: int) -> bool:
    """Whether a heading begins a chapter whatever stands open: it names a part, and its number may."""
    if heading.mark in (Mark.PART, Mark.VOLUME):
        return True
    if heading.mark not in (Mark.CHAPTER, Mark.STYLE, Mark.BOLD) or not heading.words.stretches:
        return False
    words = heading.words.text
    names = bool(parts_of(words, year)) or names_causes(words)
    chapters = {node.mark for node in stack[1:2]}
    return (
        names and heading.alone and (heading.mark == Mark.CHAPTER or not chapters or heading.mark in chapters)
    )
