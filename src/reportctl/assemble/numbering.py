"""Numbers written anew: 一、 （一） 1. （1） through the paragraphs as they are printed, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import Block, BlockType
from reportctl.text.numbers import (
    NumberKind,
    chapter_number,
    item_number,
    point_number,
    section_number,
    typed_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.model.report import Chapter
    from reportctl.snapshot import BuiltParagraph

LEVELS = {"numbered": 3, "bracketed": 2, "paragraphs": 3}
"""The level of an item's heading in each style of a chapter that gives an item a paragraph of its own."""
_ITEM = LEVELS["numbered"]
_TITLES = frozenset({BlockType.CHAPTER, BlockType.SECTION})


def renumbered(
    paragraphs: Iterable[BuiltParagraph], chapters: Mapping[str, Chapter]
) -> Iterator[BuiltParagraph]:
    """The paragraphs with their numbers; `chapters` gives the outline's by their id.

    An item that has a number is numbered as the chapter asks under which it stands now.
    """
    count = _Count()
    before = -1
    for paragraph in paragraphs:
        begins_list = _begins_list(paragraph, before)
        if paragraph.built is not None or not count.point:
            before = paragraph.position
        block = paragraph.printed
        if block is None:
            yield paragraph
            continue
        if block.type is BlockType.CHAPTER:
            count.begin_chapter(chapters.get(paragraph.at.partition(".")[0]))
        elif block.type is BlockType.SECTION:
            count.begin_section()
        elif begins_list:
            count.point = 0
        numbered = count.write(block)
        yield paragraph if numbered == block else paragraph._replace(printed=numbered)


class _Count:
    """How far each kind of number has come; the style is that of the chapter that is counted in."""

    def __init__(self) -> None:
        self.chapter = self.section = self.item = self.point = 0
        self.style = "numbered"
        self.restarts = True
        self.numbers_points = False

    def begin_chapter(self, chapter: Chapter | None) -> None:
        self.section = self.item = 0
        self.style = "numbered" if chapter is None else chapter.list
        self.restarts = chapter is None or chapter.numbering == "restart"
        self.numbers_points = chapter is not None and chapter.points == "numbered"

    def begin_section(self) -> None:
        if self.restarts:
            self.item = 0

    def write(self, block: Block) -> Block:
        if self.numbers_points and not block.number:
            block = _as_point(block)
        if block.type in _TITLES or (block.type is BlockType.ITEM and (block.number or block.level)):
            self.point = 0
        if block.type is BlockType.CHAPTER:
            self.chapter += 1
            return block._replace(number=chapter_number(self.chapter))
        if block.type is BlockType.SECTION:
            self.section += 1
            return block._replace(number=section_number(self.section))
        if block.type is BlockType.POINT:
            self.point += 1
            return block._replace(number=point_number(self.point))
        if block.type is not BlockType.ITEM or not block.number:
            return block
        self.item += 1
        level = LEVELS.get(self.style, _ITEM) if block.level else 0
        return block._replace(number=self._item(), level=level)

    def _item(self) -> str:
        if self.style == "paragraphs":
            return ""
        return section_number(self.item) if self.style == "bracketed" else item_number(self.item)


def _as_point(block: Block) -> Block:
    """A paragraph that was added with （1） typed in front of it is a point like those around it."""
    number = typed_number(block.text) if block.type is BlockType.ITEM and len(block.runs) == 1 else None
    if number is None or number.kind is not NumberKind.POINT:
        return block
    words = block.runs[0]._replace(text=block.text[number.length :])
    return block._replace(type=BlockType.POINT, runs=(words,), number=point_number(1))


def _begins_list(paragraph: BuiltParagraph, before: int) -> bool:
    """Whether a point begins its item's as built and stands behind another's, at the position `before`.

    Two items that are points alone, or whose heading is gone, have nothing between their points but what was
    added to the first.
    """
    built = paragraph.built
    if built is None or built.type is not BlockType.POINT:
        return False
    return built.number == point_number(1) and 0 <= before < paragraph.position
