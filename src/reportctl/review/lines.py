"""The two sides that are held against each other as lines: what kind of paragraph, and its words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType
from reportctl.snapshot import BOOKMARK
from reportctl.text.marks import normalise_line
from reportctl.text.numbers import NumberKind, strip_number, typed_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportctl.review.copies import Copy, CopyParagraph
    from reportctl.snapshot import SnapshotParagraph


class LineRank(StrEnum):
    """What a paragraph is, as far as its number shows; the first four are values of `as` and `add`."""

    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ELEMENT = "element"
    FIXED = "fixed"
    """Where no final decision reaches: 版头, 版记, attachments, what a draft lacks."""
    ROW = "row"
    """A row of a table."""


_BY_NUMBER = {
    NumberKind.CHAPTER: LineRank.CHAPTER,
    NumberKind.SECTION: LineRank.SECTION,
    NumberKind.ITEM: LineRank.ITEM,
}
_OUTLINE = frozenset((BlockType.CHAPTER, BlockType.SECTION, BlockType.ITEM, BlockType.POINT))


_CELL = "\t"


class BaseLine(NamedTuple):
    """A paragraph of the base: `words` are its text without number, normalised, `whole` with it.

    `built` are its words before all final decisions. `number` is the kind of its number, None for none.
    """

    paragraph: SnapshotParagraph
    kind: LineRank
    words: str
    whole: str
    built: str
    number: NumberKind | None = None


class CopyLine(NamedTuple):
    """A paragraph of the copy: `words` are its text without the number that was typed, `whole` with it.

    `names` are the base's paragraphs whose bookmarks begin in it. `number` is the kind of the number that is
    typed in front of it, of whatever style.
    """

    kind: LineRank
    words: str
    whole: str
    names: tuple[str, ...] = ()
    number: NumberKind | None = None

    @property
    def bare(self) -> str:
        """Its words as the base has them: without the number of a point, too."""
        return strip_number(self.words) if self.number is NumberKind.POINT else self.words


def base_line(paragraph: SnapshotParagraph) -> BaseLine:
    """A paragraph of the base as a line: as printed, or as built where a decision left it out."""
    words = normalise_line(paragraph.text or paragraph.built or "")
    number = typed_number(paragraph.number)
    kind = None if number is None else number.kind
    whole = normalise_line(paragraph.number + words)
    built = normalise_line(paragraph.built or "")
    return BaseLine(paragraph, _kind(paragraph), words, whole, built, kind)


def _kind(paragraph: SnapshotParagraph) -> LineRank:
    side_by_side = paragraph.kind == BlockType.SIGNATURE and _CELL in paragraph.text
    if paragraph.gap or side_by_side or not (paragraph.at or paragraph.built is None):
        return LineRank.FIXED
    if paragraph.kind in (BlockType.CHAPTER, BlockType.SECTION):
        return LineRank(paragraph.kind)
    if paragraph.kind in _OUTLINE:
        return LineRank.ITEM if paragraph.number else LineRank.PARAGRAPH
    return LineRank.ELEMENT


def copy_line(paragraph: CopyParagraph) -> CopyLine:
    """A paragraph of the copy as a line.

    一是 and A. stay words: the program writes them nowhere in front of a paragraph.
    """
    names = tuple(_names(paragraph))
    text = normalise_line(paragraph.text)
    if paragraph.table is not None:
        return CopyLine(LineRank.ROW, text, text, names)
    number = typed_number(text)
    kind = None if number is None else _BY_NUMBER.get(number.kind)
    if number is None or kind is None:
        return CopyLine(LineRank.PARAGRAPH, text, text, names, None if number is None else number.kind)
    return CopyLine(kind, text[number.length :], text, names, number.kind)


def bookmarked(copy: Copy) -> Iterator[str]:
    """The names of all paragraphs of a base whose bookmarks are in a copy."""
    for paragraph in copy.paragraphs:
        yield from _names(paragraph)


def _names(paragraph: CopyParagraph) -> Iterator[str]:
    for name in paragraph.bookmarks:
        if name.startswith(BOOKMARK):
            yield name.removeprefix(BOOKMARK)


def numbered_kinds(base: Sequence[BaseLine]) -> Mapping[str, NumberKind]:
    """By chapter the kind of number that its items have: some are numbered like sections."""
    found: dict[str, NumberKind] = {}
    for line in base:
        if line.paragraph.kind == BlockType.ITEM and line.number is not None:
            found.setdefault(line.paragraph.at.partition(".")[0], line.number)
    return found
