"""The elements of an official document, and a document seen as a row of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.layout.figures import slots
from reportctl.layout.model import ElementLayouts

if TYPE_CHECKING:
    from reportctl.inspect.outline import Number
    from reportctl.inspect.reading.facts import Facts, Paragraph


class ElementKind(StrEnum):
    """What a paragraph is (GB/T 9704-2012, chapter 7); the values are the layout's names where it has one."""

    BLANK = "blank"
    COPY_NUMBER = "copy_number"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    MARK = "mark"
    NUMBER = "number"
    SIGNATORY = "signatory"
    LETTERHEAD = "letterhead"  # anything else above the red line
    TITLE = "title"
    SUBTITLE = "subtitle"
    RECIPIENTS = "recipients"
    BODY = "body"
    CHAPTER = "chapter"  # 第一章 总则, in what a 办法 or 规定 sets
    ATTACHMENT_NOTE = "attachment_note"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_TITLE = "attachment_title"
    COPIES_TO = "copies_to"
    PRINTED = "printed"
    PAGE_NUMBER = "page_number"
    TABLE = "table_cell"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The element's Chinese name."""
        return _LABELS[self]


class SpecialFormat(StrEnum):
    """The formats with a head of their own (clauses 10.1 to 10.3); 公告 has one by custom."""

    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"
    ANNOUNCEMENT = "公告"


_OTHERS = {
    ElementKind.SECRECY: "密级",
    ElementKind.LETTERHEAD: "版头",
    ElementKind.SUBTITLE: "题注",
    ElementKind.CHAPTER: "章节名",
    ElementKind.BLANK: "空段",
}
_TITLES = {name: slot.title for name, slot in slots(ElementLayouts).items()}
_LABELS = {kind: _TITLES.get(kind.value) or _OTHERS.get(kind, "其他文字") for kind in ElementKind}
LETTERHEAD = frozenset(
    (
        ElementKind.COPY_NUMBER,
        ElementKind.SECRECY,
        ElementKind.URGENCY,
        ElementKind.MARK,
        ElementKind.NUMBER,
        ElementKind.SIGNATORY,
        ElementKind.LETTERHEAD,
    )
)
UNTITLED = frozenset((SpecialFormat.ORDER, SpecialFormat.MINUTES, SpecialFormat.ANNOUNCEMENT))
"""The formats that need no title."""
IMPRINT = frozenset((ElementKind.COPIES_TO, ElementKind.PRINTED))


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading that opens a paragraph: `end` is where it ends in the paragraph's text.

    `number` is None where it has none; `alone` tells that no text follows in the paragraph. An `end` of 0
    is a numbered sentence: text with a number of that level.
    """

    level: int
    number: Number | None
    end: int
    alone: bool
    automatic: bool


class Element(NamedTuple):
    """A paragraph and what it is; `attachment` counts the 附件 it stands in from 1, 0 before the first."""

    paragraph: Paragraph
    kind: ElementKind
    heading: Heading | None = None
    attachment: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading from end to end."""
        heading = self.heading
        return heading is not None and heading.alone and heading.end == len(self.paragraph.text)


@dataclass(frozen=True, slots=True)
class RedLine:
    """The line under 版头: the paragraph it belongs to, its colour, its width (None: as 版心).

    `lead` is the space between the line of text above and it, None where it is drawn. All in twips, but
    `thickness` in points. `misplaced` tells that it does not stand under the last line of 版头.
    """

    paragraph: int
    color: str
    width: int | None = None
    lead: int | None = None
    thickness: float = 0.0
    misplaced: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's paragraphs with what each is, in reading order; `special` is its format of chapter 10."""

    facts: Facts
    elements: tuple[Element, ...]
    red_line: RedLine | None
    special: SpecialFormat | None = None

    def of(self, *kinds: ElementKind) -> tuple[Element, ...]:
        """The elements of these kinds, in order."""
        return tuple(element for element in self.elements if element.kind in kinds)

    def above(self, element: Element) -> Element | None:
        """The last element above an element that is not blank."""
        for place in range(element.paragraph.index - 2, -1, -1):
            if self.elements[place].kind is not ElementKind.BLANK:
                return self.elements[place]
        return None

    def first(self, kind: ElementKind) -> Element | None:
        """The first element of a kind."""
        return next((element for element in self.elements if element.kind is kind), None)

    @property
    def letterhead(self) -> bool:
        """Whether the document has 版头 as chapter 7 describes it: a mark, or at least its red line."""
        kinds = {element.kind for element in self.elements}
        return self.special is None and (
            ElementKind.MARK in kinds or (ElementKind.NUMBER in kinds and self.red_line is not None)
        )

    @property
    def title(self) -> str:
        """The title as one line."""
        text = "".join(
            element.paragraph.text for element in self.elements if element.kind is ElementKind.TITLE
        )
        return "".join(text.split())

    @property
    def upward(self) -> bool:
        """Whether it is a 上行文: a report or a request (clause 7.2.6)."""
        return self.title.endswith(("报告", "请示"))
