"""A document's facts as lines: the only module of `collect` that knows what the facts of `inspect` are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.passage import Passage, PassageStretch
from reportctl.inspect.reading.facts import Location
from reportctl.text.chars import BREAKS, WHITE_CHARACTERS, is_han
from reportctl.text.numbers import typed_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.inspect.reading.facts import Facts, Paragraph, TextRun

_TITLE_STYLES = frozenset({"title", "标题", "文档标题"})
_HEADING_STYLE = re.compile("(?:heading|标题) ?([1-9])", re.IGNORECASE)
_BREAK = re.compile(f"[{BREAKS}]")
_SENTENCE_END = re.compile("[。\uff01\uff1f\uff1b\uff1a!?;:]$")
_INDENTED = re.compile("[ \u3000\t]{2}|\u3000")
_WRAPPED_HEADING = 40  # characters: a numbered first piece up to this long may be a heading
_HEADING_FONT = re.compile("黑体|楷体|小标宋|simhei|kaiti", re.IGNORECASE)
_TOC = "TOC"
_CONTROL = 3_000  # characters of a paragraph in which a multiplied text is looked for
_REPEATED = 4  # characters of a multiplied text, at least
_TIMES = 3


class Cell(NamedTuple):
    """Where in which table a line stands, counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a part of one that a soft break makes look like a paragraph.

    `paragraph` is its number in the document, from 1; `text` has neither line breaks nor hidden text. Of the
    text, the first `number` characters are an automatic number, and the `bold` ones behind that are bold.
    `level` is the level of its heading style, from 0. `cell` is the outermost cell that it stands in,
    `nested` tells that it stands in a table within that. `contents` marks a line of a table of contents.
    """

    paragraph: int
    text: str
    number: int = 0
    bold: int = 0
    level: int | None = None
    title: bool = False
    alignment: str = "left"
    cell: Cell | None = None
    nested: bool = False
    box: bool = False
    new_page: bool = False
    contents: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.text.strip(WHITE_CHARACTERS)

    @property
    def centered(self) -> bool:
        """Whether it stands in the middle of the line."""
        return self.alignment == "center"

    @property
    def at_right(self) -> bool:
        """Whether it stands at the right edge, as signatures do."""
        return self.alignment in ("right", "end")


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """The lines of a document in reading order, and what lies beside its text.

    `changes` counts the tracked changes, `comments` are (author, text), `hidden` are the hidden texts with
    the numbers of their paragraphs, `multiplied` those that a content control had multiplied.
    """

    lines: tuple[Line, ...]
    changes: int = 0
    comments: tuple[tuple[str, str], ...] = ()
    hidden: tuple[tuple[int, str], ...] = ()
    multiplied: tuple[tuple[int, str], ...] = ()

    def passage(self, position: int, start: int = 0) -> Passage:
        """The text of a line from `start` on, without blanks around it."""
        text = self.lines[position].text[start:]
        kept = text.lstrip(WHITE_CHARACTERS)
        start += len(text) - len(kept)
        kept = kept.rstrip(WHITE_CHARACTERS)
        return Passage((PassageStretch(position, start, kept),) if kept else ())


def read_document(facts: Facts) -> SourceDocument:
    """The lines of a document that `inspect` has read; headers and footers are none."""
    fonts = heading_fonts(facts)
    return SourceDocument(
        lines=tuple(line for paragraph in facts.paragraphs for line in _lines(paragraph, facts, fonts)),
        changes=len(facts.changes),
        comments=tuple((comment.author, comment.text) for comment in facts.comments),
        multiplied=tuple(
            (paragraph.index, unmultiplied(paragraph.text))
            for paragraph in facts.paragraphs
            if unmultiplied(paragraph.text) != paragraph.text
        ),
        hidden=tuple(
            (paragraph.index, run.text)
            for paragraph in facts.paragraphs
            for run in paragraph.all_runs
            if run.character.hidden and run.text.strip()
        ),
    )


def heading_fonts(facts: Facts) -> frozenset[str]:
    """The fonts that set headings off: 黑体, 楷体 and the like, where most of the text has another one."""
    lengths: Counter[str] = Counter()
    for paragraph in facts.paragraphs:
        for run in paragraph.runs:
            lengths[run.character.east_asia] += len(run.text)
    body = max(lengths, key=lambda font: lengths[font], default="")
    return frozenset(font for font in lengths if font != body and _HEADING_FONT.search(font))


def _lines(paragraph: Paragraph, facts: Facts, fonts: frozenset[str]) -> Iterator[Line]:
    runs = paragraph.runs
    text = unmultiplied(paragraph.text)
    number = len(paragraph.number) if text.startswith(paragraph.number) else 0
    whole = Line(
        paragraph=paragraph.index,
        text=text,
        number=number,
        bold=min(_bold(runs, number, fonts), len(text) - number),
        level=_level(paragraph),
        title=paragraph.style.lower() in _TITLE_STYLES,
        alignment=paragraph.format.alignment,
        cell=_cell(paragraph, facts),
        nested=paragraph.table is not None and facts.tables[paragraph.table].outer is not None,
        box=paragraph.place is Location.BOX,
        new_page=paragraph.new_page,
        contents=any(run.field == _TOC for run in runs),
    )
    if not _BREAK.search(text):
        yield whole
        return
    start = 0
    for piece in _pieces(text):
        yield replace(
            whole,
            text=_unbroken(piece),
            number=max(0, min(number - start, len(piece))),
            bold=max(0, min(number + whole.bold - start, len(piece)) - max(0, number - start)),
            new_page=whole.new_page and start == 0,
        )
        start += len(piece) + 1


def _level(paragraph: Paragraph) -> int | None:
    """The level of a heading, by its style's name where .rtf has lost the level of the style."""
    named = _HEADING_STYLE.fullmatch(paragraph.style)
    return int(named[1]) - 1 if paragraph.format.outline is None and named else paragraph.format.outline


def unmultiplied(text: str) -> str:
    """The text once, where LibreOffice repeated that of a content control at each of its pieces.

    It saves T as T p1T p2T … T, the pieces together being T again.
    """
    if len(text) > _CONTROL or text.count(text[-_REPEATED:]) < _TIMES:
        return text
    for length in range(len(text) // _TIMES, _REPEATED - 1, -1):
        whole = text[:length]
        if text.endswith(whole) and text.count(whole) >= _TIMES:
            rest = text.replace(whole, "").strip(WHITE_CHARACTERS)
            if rest in ("", whole.strip(WHITE_CHARACTERS)):
                return whole
    return text


def _cell(paragraph: Paragraph, facts: Facts) -> Cell | None:
    """The outermost cell that a paragraph stands in."""
    if paragraph.table is None:
        return None
    cell = Cell(paragraph.table, paragraph.row or 0, paragraph.column or 0)
    while (outer := facts.tables[cell.table].outer) is not None:
        cell = Cell(*outer)
    return cell


def _bold(runs: Iterable[TextRun], number: int, fonts: frozenset[str]) -> int:
    """How many characters behind the automatic number are bold, or of a heading's `fonts`, before others."""
    skip, bold, seen = number, 0, False
    for run in runs:
        length = len(run.text)
        if skip >= length:
            skip -= length
            continue
        if run.character.bold or run.character.east_asia in fonts:
            seen = True
        elif run.text[skip:].strip():
            break
        bold += length - skip
        skip = 0
    return bold if seen else 0


def _pieces(text: str) -> Iterator[str]:
    """The parts of a paragraph that its soft breaks make look like paragraphs."""
    begun = ""
    for piece in _BREAK.split(text):
        if begun.strip() and piece.strip() and _parts(begun, piece):
            yield begun
            begun = piece
        else:
            begun = f"{begun}\n{piece}" if begun else piece
    yield begun


def _parts(before: str, behind: str) -> bool:
    """Whether the break between two pieces ends a paragraph, rather than a line that was broken by hand."""
    if _INDENTED.match(behind) or typed_number(behind) or _SENTENCE_END.search(before.rstrip()):
        return True
    heading = before.strip()
    return bool(
        typed_number(heading)
        and len(heading) <= _WRAPPED_HEADING
        and heading[-1] not in "\uff0c,、"
        and "。" in behind
    )


def _unbroken(text: str) -> str:
    """The text on one line: a break between Chinese goes, any other becomes a blank."""
    return _BREAK.sub(
        lambda found: (
            " "
            if _latin(text[: found.start()].rstrip()[-1:]) and _latin(text[found.end() :].lstrip()[:1])
            else ""
        ),
        text,
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum() and not is_han(char)
