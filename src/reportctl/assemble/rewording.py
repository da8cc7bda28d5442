"""Words of a final decision as a block: as they are written, with the heading that a paragraph opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import Block, BlockType, Role, Run
from reportctl.text.marks import normalise_line
from reportctl.text.numbers import NumberKind, typed_number

if TYPE_CHECKING:
    from reportctl.document import Origin

    Origins = tuple[Origin, ...]

_END = "。"
_TO_BE_NUMBERED = "1."
"""Stands for a number that is written anew when all paragraphs stand in their order."""
_LEVELS = {"chapter": 1, "section": 2}
_TYPED = {
    BlockType.CHAPTER: frozenset({NumberKind.CHAPTER}),
    BlockType.SECTION: frozenset({NumberKind.SECTION}),
    BlockType.ITEM: frozenset({NumberKind.ITEM, NumberKind.SECTION}),
    BlockType.POINT: frozenset({NumberKind.POINT}),
}
"""What may be typed where the number is written anew."""


def reworded(block: Block, text: str, origins: Origins) -> Block:
    """The paragraph with other words."""
    words = _unnumbered(normalise_line(text), block)
    if block.type in {BlockType.CHAPTER, BlockType.SECTION}:
        return block._replace(runs=(Run(words, Role.HEADING, origins),))
    if not block.level:
        return block._replace(runs=(Run(words, Role.TEXT, origins),))
    if block.heading_alone and not block.text.endswith(_END):
        return block._replace(runs=(Run(words, Role.HEADING, origins),))
    return _run_in(block, words, origins)


def recast(block: Block, kind: str) -> Block:
    """The paragraph as an item, a paragraph, a section or a chapter, with the same words."""
    return _cast(_blank(block.id, kind), kind, block.text, block.origins)


def written(name: str, kind: str, text: str, origins: Origins) -> Block:
    """A paragraph of its own: `kind` is item, paragraph, section or chapter; `name` becomes its id."""
    block = _blank(name, kind)
    return _cast(block, kind, _unnumbered(normalise_line(text), block), origins)


def _blank(name: str, kind: str) -> Block:
    if kind in _LEVELS:
        return Block(name, BlockType(kind), (), _LEVELS[kind], _TO_BE_NUMBERED)
    return Block(name, BlockType.ITEM, (), 0, _TO_BE_NUMBERED if kind == "item" else "")


def _cast(block: Block, kind: str, words: str, origins: Origins) -> Block:
    if kind == "item":
        return _run_in(block, words, origins)
    return block._replace(runs=(Run(words, Role.HEADING if block.level else Role.TEXT, origins),))


def _run_in(block: Block, words: str, origins: Origins) -> Block:
    """标题。正文: the heading is what it was, else the first sentence; a lone sentence is text."""
    old = block.runs[0].text if block.level and block.runs else ""
    if old and words.startswith(old):
        heading = old
    else:
        first, end, rest = words.partition(_END)
        heading = f"{first}{end}" if rest or (end and block.heading_alone) else ""
    runs = (Run(heading, Role.HEADING, origins), Run(words[len(heading) :], Role.TEXT, origins))
    level = (block.level or 3) if heading else 0
    return block._replace(runs=tuple(run for run in runs if run.text), level=level)


def _unnumbered(words: str, block: Block) -> str:
    """The words without the number that was typed in front of them and is written anew."""
    number = typed_number(words) if block.number else None
    if number is None or number.kind not in _TYPED.get(block.type, ()):
        return words
    return words[number.length :] or words
