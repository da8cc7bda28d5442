"""What stands in a document once styles, themes, numbers and text boxes are resolved: frozen facts.

Lengths are twips (1/20 pt), sizes points. Paragraphs are counted from 1 in reading order, those in tables
and text boxes and the empty ones included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportctl.inspect.reading.asides import SideNote
    from reportctl.inspect.reading.drawings import Box

_STRIP = 60  # twips: a coloured paragraph no higher than 3 pt is seen as a line

_EXCERPT = 16  # characters
_ON_ONE_LINE = {ord("\n"): None, ord("\r"): None, ord("\t"): " "}


UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
"""What pasted text carries along and nobody sees: no part of any element."""


def visible(text: str) -> str:
    """A text without the characters that nobody sees."""
    return text if text.isascii() else UNSEEN.sub("", text)


class Location(StrEnum):
    """Where a paragraph stands."""

    BODY = "body"
    TABLE = "table"
    BOX = "box"
    MARGIN = "margin"  # a header or footer


@dataclass(frozen=True, slots=True)
class Character:
    """The effective formatting of a run; `color` is RRGGBB, "" for automatic (black on paper).

    `highlight` is what stands behind it: a highlighter's colour, else a ground's colour or pattern.
    """

    ascii: str
    h_ansi: str
    east_asia: str
    cs: str
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    hidden: bool = False
    color: str = ""
    highlight: str = ""
    spacing: int = 0
    hint: bool = False


class TextRun(NamedTuple):
    """A stretch of text of one formatting; `field` is the instruction of the field that made the text."""

    text: str
    character: Character
    field: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A line beside a paragraph or cell: `size` in eighths of a point, `space` in points.

    `kind` is Word's name of it: "single", "thickThinSmallGap" ...
    """

    size: float
    color: str
    space: int = 0
    kind: str = "single"

    @property
    def double(self) -> bool:
        """Whether two lines are drawn for it, alike or not."""
        return "Thin" in self.kind or "Thick" in self.kind or self.kind == "double"


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """The effective formatting of a paragraph; `first_line` is negative for a hanging indent.

    `outline` is 0-8, None for body text. `fill` is the colour behind it. `tabs` are (kind, position).
    """

    alignment: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    snap: bool = True
    keep_next: bool = False
    page_break_before: bool = False
    outline: int | None = None
    top: Border | None = None
    bottom: Border | None = None
    fill: str = ""
    tabs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` is its automatic number, which also opens `text` and `runs`.

    `text` and `runs` are what is seen; `all_runs` has hidden text as well (`character.hidden`). `table` is
    the place in `Facts.tables` of the table it stands in, `row` and `column` its cell there, all from 0. A
    column is one of the table's grid: a cell over three of them moves the next one by three.

    `em` is the width of one of its characters. `new_page` tells that something before it ends the page.
    `box` is the frame or text box that holds it. `framed` tells that a frame does, `at_foot` that this frame
    stands on the lower edge of 版心.
    `frame_end` is how far the frame ends below the edge, of "margin" or "page", that it is placed by (twips).
    `written` is the text with the characters that nobody sees, "" where it has none.
    `tallest` and `widest` are the height and the width (twips) of the highest and of the widest picture or
    object in its lines, 0 without one.
    """

    index: int
    text: str
    number: str
    runs: tuple[TextRun, ...]
    all_runs: tuple[TextRun, ...]
    format: ParagraphFormat
    style: str
    place: Location
    section: int
    em: int
    table: int | None = None
    row: int | None = None
    new_page: bool = False
    pictures: int = 0
    box: Box | None = None
    at_foot: bool = False
    framed: bool = False
    frame_end: tuple[str, int] | None = None
    tallest: int = 0
    widest: int = 0
    column: int | None = None
    written: str = ""

    @property
    def strip(self) -> Border | None:
        """The line that an empty, low, coloured paragraph shows as; None where it is no such thing."""
        form = self.format
        if not form.fill or form.rule != "exact" or form.line > _STRIP or self.text.strip():
            return None
        return Border(form.line / 20 * 8, form.fill)

    def characters(self, length: int) -> float:
        """A length in characters of this paragraph."""
        return length / self.em

    @property
    def excerpt(self) -> str:
        """The first words, to find the paragraph by."""
        words = self.text.lstrip()[: 2 * _EXCERPT].translate(_ON_ONE_LINE).rstrip()
        return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}……"


class CellPlace(NamedTuple):
    """A cell: its table's place in `Facts.tables`, its row and its column of the grid, counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class RowFacts:
    """The lines above and below a table's row; `header` tells that every page repeats it.

    `fixed` is the height (twips) that what stands in it cannot change, 0 where it grows with it.
    """

    top: Border | None
    bottom: Border | None
    header: bool = False
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table: its width (0 where it is not given in twips), its rows, and the cell it stands in, if any.

    `floats` tells that text runs round it, `at_foot` that it then stands on the lower edge of 版心.
    """

    width: int
    rows: tuple[RowFacts, ...]
    outer: CellPlace | None = None
    floats: bool = False
    at_foot: bool = False


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """A drawn line: the paragraph it hangs on, its colour, width and thickness (both twips)."""

    paragraph: int
    color: str
    width: int
    thickness: float


@dataclass(frozen=True, slots=True)
class DocumentGrid:
    """The page's character grid; `kind` is "" (none), "lines", "linesAndChars" or "snapToChars"."""

    kind: str = ""
    line_pitch: int = 0
    character_space: int = 0


@dataclass(frozen=True, slots=True)
class PageSection:
    """A stretch of pages with its geometry; `footers` by "default", "first" and "even"."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    landscape: bool = False
    continuous: bool = False
    grid: DocumentGrid = DocumentGrid()
    title_page: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A tracked change: what kind, by whom, in which paragraph."""

    kind: str
    author: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment left in the document."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """The settings of the whole document that bear on its pages."""

    odd_and_even: bool = False
    tracking: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the recogniser and the checks look at; `normal` is the default paragraph's formatting.

    `unread` is what it shows that nobody reads here, by its Chinese name, and how many there are.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[PageSection, ...]
    tables: tuple[TableFacts, ...]
    shapes: tuple[DrawnShape, ...]
    changes: tuple[TrackedChange, ...]
    comments: tuple[Comment, ...]
    people: tuple[tuple[str, str], ...]
    settings: DocumentSettings
    normal: Character
    asides: tuple[SideNote, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()

    def section(self, paragraph: Paragraph) -> PageSection | None:
        """The section that a paragraph stands in; text behind the last one belongs to it."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)] if self.sections else None

    def grid(self, paragraph: Paragraph) -> DocumentGrid:
        """The grid that a paragraph stands on."""
        section = self.section(paragraph)
        return DocumentGrid() if section is None else section.grid
