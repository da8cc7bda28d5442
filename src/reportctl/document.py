"""The document tree: frozen blocks and runs that know their origin and no output format."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator


COPIES = "抄送："
"""What stands before 抄送机关 (clause 7.4.2)."""


class Form(StrEnum):
    """The three forms of a report: 白头, 红头, 公开."""

    PLAIN = "plain"
    FORMAL = "formal"
    PUBLIC = "public"


class BlockType(StrEnum):
    """What a paragraph is in an official document (GB/T 9704-2012, clause 7.3)."""

    TITLE = "title"
    RECIPIENTS = "recipients"
    OPENING = "opening"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    POINT = "point"
    CLOSING = "closing"
    ATTACHMENT_LIST = "attachment-list"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ATTACHMENT_LABEL = "attachment-label"
    ATTACHMENT_TITLE = "attachment-title"
    ATTACHMENT_TEXT = "attachment-text"
    TABLE_ROW = "table-row"
    PICTURE = "picture"


class Role(StrEnum):
    """What a run is within its paragraph: text, a heading that runs into it, bold text, or a draft's gap."""

    TEXT = "text"
    HEADING = "heading"
    STRONG = "strong"
    GAP = "gap"


class Origin(NamedTuple):
    """Where words come from: the item as a department handed it in, and the words that it had."""

    department: str
    part: str
    heading: str
    file: str
    line: int
    column: int
    words: tuple[str, ...] = ()

    @property
    def was(self) -> str:
        """The item's fingerprint: 8 hex digits of SHA-256 over its words after normalisation, a line each."""
        return fingerprint(self.words)


def fingerprint(words: tuple[str, ...]) -> str:
    """The first 8 hex digits of SHA-256 over heading, text, points and cause, joined by newlines."""
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def chinese_date(day: dt.date) -> str:
    """2024年1月5日: Arabic numerals without leading zeros (GB/T 9704-2012, clause 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


class Run(NamedTuple):
    """A stretch of text of one role, and the items that it was written from."""

    text: str
    role: Role = Role.TEXT
    origins: tuple[Origin, ...] = ()


class Block(NamedTuple):
    """One paragraph; `number` (一、 （一） 1. （1）) is literal text before the runs, "" where there is none.

    `level` is 1-4 for a paragraph that opens with a heading of that level, else 0. With `level` set, the
    number belongs to the heading. A heading stands alone where all runs have the role HEADING.
    """

    id: str
    type: BlockType
    runs: tuple[Run, ...]
    level: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        """The paragraph's text without its number."""
        return "".join([run.text for run in self.runs])

    @property
    def heading_alone(self) -> bool:
        """Whether all of the paragraph is a heading, on a line of its own."""
        if not self.level or self.runs[-1].role is not Role.HEADING:  # which tells nearly always
            return False
        return all(run.role is Role.HEADING for run in self.runs)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """All origins of the paragraph, each once, in reading order."""
        if len({id(run.origins) for run in self.runs}) == 1:  # all of one item, nearly always
            return self.runs[0].origins
        return tuple(dict.fromkeys(origin for run in self.runs for origin in run.origins))


class Merge(NamedTuple):
    """Cells of a table that are one: the first one's row and column, from 0, and how many of each it has."""

    row: int
    column: int
    rows: int
    columns: int


class TableCell(NamedTuple):
    """A cell as it is printed: over how many columns, and rows, of which 0 are those of a cell above it."""

    text: str
    columns: int = 1
    rows: int = 1
    is_strong: bool = False
    is_prose: bool = False


_SINGLE = TableCell("")


class Table(NamedTuple):
    """An attachment's table: the first `header_rows` of `rows` are repeated on every page.

    `widths` are relative (in characters), one a column; () leaves them to the renderer. A cell may have
    several lines. `strong` are the cells in bold, by row and column from 0. Of `merged` cells the first one
    has the words, the others are empty. `prose` are the columns, from 0, that hold sentences: below the head
    they are set from the left in Word (a letter's; no attachment of a report has any, and no page a letter).
    """

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    widths: tuple[float, ...] = ()
    landscape: bool = False
    strong: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Merge, ...] = ()
    prose: frozenset[int] = frozenset()

    def cells(self) -> Iterator[tuple[TableCell, ...]]:
        """The cells of each row, without those that lie under one to their left."""
        columns = max(map(len, self.rows), default=0)
        covered = {
            (merge.row + down, merge.column): TableCell("", merge.columns, 0 if down else merge.rows)
            for merge in self.merged
            for down in range(merge.rows)
        }
        for number, row in enumerate(self.rows):
            cells: list[TableCell] = []
            column = 0
            while column < columns:
                own = covered.get((number, column), _SINGLE)
                text = row[column] if column < len(row) else ""
                strong = (number, column) in self.strong
                prose = number >= self.header_rows and column in self.prose
                cells.append(own._replace(text=text, is_strong=strong, is_prose=prose))
                column += own.columns
            yield tuple(cells)


class Picture(NamedTuple):
    """An attachment's image: its bytes (PNG or JPEG) and the alternative text that describes it.

    `orientation` is how it is to be turned, as EXIF counts: 1 as it is, 2 mirrored, 3 upside down, 4 both, 6
    and 8 a quarter to the right and to the left, 7 and 5 the same after mirroring.
    """

    data: bytes
    alternative: str
    orientation: int = 1

    @property
    def quarters(self) -> int:
        """Quarters of a turn to the right."""
        return {3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}.get(self.orientation, 0)

    @property
    def mirrored(self) -> bool:
        """Whether it is mirrored, left to right, before it is turned."""
        return self.orientation in {2, 4, 5, 7}


class Attachment(NamedTuple):
    """附件: begins on a page of its own; `number` is 0 where it is the only one (附件, not 附件1)."""

    number: int
    title: str
    content: tuple[Block | Table | Picture, ...]

    @property
    def label(self) -> str:
        """附件1, or 附件 where it is the only one."""
        return f"附件{self.number or ''}"


class Letterhead(NamedTuple):
    """版头 (GB/T 9704-2012, clause 7.2): what stands above the red line; empty elements are not printed."""

    copy_number: str = ""
    urgency: str = ""
    issuers: tuple[str, ...] = ()
    number: str = ""
    signatories: tuple[str, ...] = ()


class Imprint(NamedTuple):
    """版记 (clause 7.4): 抄送机关, 印发机关 and 印发日期; empty elements are not printed."""

    copies_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: dt.date | None = None

    @property
    def copies(self) -> str:
        """抄送机关 as they are printed behind `COPIES`."""
        return "\uff0c".join(self.copies_to).rstrip("。") + "。"

    @property
    def printed(self) -> str:
        """印发日期 as it is printed, "" where there is none."""
        return f"{chinese_date(self.printed_on)}印发" if self.printed_on else ""


class Omitted(NamedTuple):
    """An item that the editor left out, and why."""

    origin: Origin
    reason: str


class Document(NamedTuple):
    """The whole report, ready for a renderer.

    `blocks` are the paragraphs from the title to 附注 in reading order; 附件 follow in `attachments`. A part
    that the form does not show (版头 in the public form, say) is already left out here: a renderer prints
    what it is given. `sealed` tells whether 署名 leaves room for a seal (clause 7.3.5.1) or not (7.3.5.2).
    """

    form: Form
    year: int
    area: str
    title: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    title_lines: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    imprint: Imprint | None = None
    attachments: tuple[Attachment, ...] = ()
    sealed: bool = False
    duplex: bool = False
    draft: bool = False
    omitted: tuple[Omitted, ...] = ()

    def paragraphs(self) -> Iterator[Block]:
        """Every line of the report as a block, in reading order; a table gives one block a row."""
        yield from self.blocks
        for index, attachment in enumerate(self.attachments, 1):
            yield from _attachment_paragraphs(index, attachment)


def _attachment_paragraphs(index: int, attachment: Attachment) -> Iterator[Block]:
    name = f"attachment-{index}"
    yield Block(name, BlockType.ATTACHMENT_LABEL, (Run(attachment.label),))
    yield Block(f"{name}-title", BlockType.ATTACHMENT_TITLE, (Run(attachment.title),))
    for part, content in enumerate(attachment.content, 1):
        if isinstance(content, Block):
            yield content
        elif isinstance(content, Table):
            for number, row in enumerate(content.rows, 1):
                cells = "\t".join(row)
                yield Block(f"{name}-{part}-row-{number}", BlockType.TABLE_ROW, (Run(cells),))
        else:
            yield Block(f"{name}-{part}", BlockType.PICTURE, (Run(content.alternative),))
