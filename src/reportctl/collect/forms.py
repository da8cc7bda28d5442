"""The Word form read back, and tables that departments made themselves in the same manner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.cells import CellReader
from reportctl.collect.fates import Fate, excerpt
from reportctl.collect.grids import Columns, Grid, read_figure
from reportctl.collect.parts import words
from reportctl.collect.passage import EMPTY, Passage, joined
from reportctl.collect.phrases import cut_cause
from reportctl.collect.rows import (
    DEFAULT_ROLES,
    Field,
    Head,
    RowRole,
    field_of,
    head_of,
    is_part_label,
    part_label,
)
from reportctl.model.submission import Part
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.collect.items import ReadItem
    from reportctl.collect.lines import SourceDocument
    from reportctl.collect.splitting import Splitter
    from reportctl.model.submission import Figure

CODE_LABEL = "表单编号"
"""What the last line of a form begins with."""
INSTRUCTIONS = ("填写说明", "填表说明", "说明", "上年计划", "注\uff1a", "提示", "\uff08")
"""What a line of a form that is none of its answers begins with: the form's writer keeps to these."""

_CODE = re.compile(
    rf"{CODE_LABEL}[\uff1a:]\s*RC-(20[0-9]{{2}})-(?:(.+)-[0-9A-Za-z]{{4,}}|(.+?))\s*(?:[\uff08(]|$)"
)
_TOUCHED = 6  # characters that a label must keep to be known although a clerk changed it

Row = tuple[tuple[Passage, ...], ...]


@dataclass(slots=True)
class FormContents:
    """What the rows of a document's forms hold: fields by what they are, items, figures not yet placed."""

    fields: dict[Field, str] = field(default_factory=dict)
    items: list[ReadItem] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def placed(self) -> list[ReadItem]:
        """The items with each figure at the one that names it, else says its value, else at the last one."""
        items = list(self.items)
        for figure in self.figures:
            own = [number for number, item in enumerate(items) if item.part is Part.ACHIEVEMENTS]
            naming = [number for number in own if figure.name in items[number].said]
            value = re.compile(rf"(?<![0-9.]){re.escape(str(figure.value))}(?!\.?[0-9])")
            saying = [number for number in own if value.search(items[number].said)]
            number = (naming or saying or own[-1:] or [len(items) - 1])[0]
            items[number] = replace(items[number], figures=(*items[number].figures, figure))
        return items


def form_code(document: SourceDocument) -> tuple[str, int] | None:
    """Department and year of a form's code line; None for a document without one."""
    for line in reversed(document.lines):
        found = _CODE.search(line.text) if CODE_LABEL in line.text else None
        if found:
            return found[2] or found[3], int(found[1])
    return None


def is_form_table(grid: Grid, places_titles: frozenset[str], year: int) -> bool:
    """Whether a table has a row of fields, labels or sections: whether it is to be read by rows."""
    return not grid.framed and any(
        _is_form_row(row, places_titles, year) for row in grid.texts if any(text.strip() for text in row)
    )


def has_department(grid: Grid) -> bool:
    """Whether a table has the field 报送单位, as the head of a form does."""
    return any(len(row) > 1 and field_of(row[0]) is Field.DEPARTMENT for row in grid.texts)


def _is_form_row(texts: Sequence[str], titles: frozenset[str], year: int) -> bool:
    head = head_of(texts, year)
    return (
        (field_of(texts[0]) is not None and len(texts) > 1)
        or isinstance(head, Head)
        or (len(texts) > 1 and (part_label(texts[0], year) is not None or words(texts[0]) in titles))
    )


def is_instruction(text: str) -> bool:
    """Whether a line of a form only says how to fill it in."""
    return text.strip().startswith(INSTRUCTIONS) or CODE_LABEL in text


class FormReader:
    """Reads tables row by row; what the labels above said holds until others come."""

    def __init__(self, document: SourceDocument, splitter: Splitter, year: int) -> None:
        self._splitter = splitter
        self._ledger = splitter.ledger
        self._places = splitter.places
        self._year = year
        self._cells = CellReader(document, splitter, year)
        self._head: Head | Columns | None = None
        self._section = ""
        self.contents = FormContents()

    def read(self, grid: Grid, before: str = "") -> None:
        """Reads a table; `before` is the line above it, which names the part where no label does."""
        self._section = ""
        part = part_label(before, self._year)
        self._head = None if part is None else Head(part, DEFAULT_ROLES.get(part, (RowRole.TEXT,)))
        for row, texts in zip(grid.rows, grid.texts, strict=True):
            if any(text.strip() for text in texts):
                self._row(row, texts)

    def _row(self, row: Row, texts: tuple[str, ...]) -> None:
        if field_of(texts[0]) is not None and len(texts) > 1:
            self._fields(row, texts)
            return
        head = head_of(texts, self._year)
        if head is not None and not self._is_short_item(texts):
            self._head, self._section = head, ""
            self._ledger.claim(Fate.HEADING, _all(row))
            return
        filling = self._part_with_sections()
        section = self._section_of(texts[0], filling) if len(texts) > 1 else ""
        part = part_label(texts[0], self._year) if len(texts) > 1 else None
        if section and not self._has_causes():
            self._section = section
            self._ledger.claim(Fate.HEADING, joined(row[0]))
            self._many(row[1:], filling, section)
        elif isinstance(self._head, Columns):
            self._figures(row, texts, self._head)
        elif part is not None and not section and not self._is_item(texts):
            self._ledger.claim(Fate.HEADING, joined(row[0]))
            self._many(row[1:], part, "")
        elif isinstance(self._head, Head):
            self._by_roles(row, self._head)

    def _is_item(self, texts: Sequence[str]) -> bool:
        """Whether a row that begins like a label is one of several rows below labels."""
        return isinstance(self._head, Head) and len(texts[0]) > len(texts[-1])

    def _fields(self, row: Row, texts: Sequence[str]) -> None:
        column = 0
        while column < len(texts):
            kind = field_of(texts[column])
            self._ledger.claim(Fate.FIELD, joined(row[column]))
            column += 1
            if kind is None:
                continue
            if column < len(texts) and field_of(texts[column]) is None:
                self.contents.fields.setdefault(kind, texts[column].strip())
                self._ledger.claim(Fate.FIELD, joined(row[column]))
                column += 1

    def _figures(self, row: Row, texts: Sequence[str], columns: Columns) -> None:
        figure = read_figure(texts, columns)
        if figure is None:
            passage = _all(row)
            self._ledger.report(
                codes.TABLE_UNREAD,
                passage,
                f"这一行数据没有读：“{excerpt(' | '.join(texts))}”",
                "名称和数值都要填，数值只写数字，单位写在单位一栏",
            )
            return
        self._ledger.claim(Fate.FIGURES, _all(row))
        self.contents.figures.append(figure)

    def _is_short_item(self, texts: Sequence[str]) -> bool:
        """Whether a row of one cell in a table of one column says something that only sounds like a label."""
        in_column = isinstance(self._head, Head) and len(self._head.roles) == 1
        return in_column and len(texts) == 1 and not is_part_label(texts[0])

    def _part_with_sections(self) -> Part:
        """The part of the rows below the last labels, where it has several sections; else achievements."""
        part = self._head.part if isinstance(self._head, Head) else Part.ACHIEVEMENTS
        return part if len(self._places.of(part)) > 1 else Part.ACHIEVEMENTS

    def _has_causes(self) -> bool:
        return isinstance(self._head, Head) and self._head.column(RowRole.CAUSE) is not None

    def _section_of(self, label: str, part: Part) -> str:
        """The section of the part that a row's label names, even where a clerk added to it or cut it."""
        said = words(strip_number(label.strip()))
        if not said:
            return ""
        places = self._places.of(part)
        exact = [place.id for place in places if words(place.title) == said]
        if exact:
            return exact[0]
        if len(said) > 2 * max((len(words(place.title)) for place in places), default=0):
            return ""
        touched = [
            place.id
            for place in places
            if (len(said) >= _TOUCHED and said in words(place.title))
            or (len(words(place.title)) >= _TOUCHED and words(place.title) in said)
        ]
        return touched[0] if len(touched) == 1 else ""

    def _many(self, cells: Sequence[Sequence[Passage]], part: Part, section: str) -> None:
        for cell in cells:
            self.contents.items += self._cells.items(cell, part, section)

    def _by_roles(self, row: Row, head: Head) -> None:
        """A row below labels: an item, or more of the section above."""
        if len(row) == 1:  # a cell that spans the row, or the only one that is left
            self._many(row, head.part, self._section)
            return
        cells: dict[str, tuple[Passage, ...]] = {}
        for role, cell in zip(head.roles, row, strict=False):
            cells[role] = (*cells.get(role, ()), *cell)
        label = joined(cells.get(RowRole.SECTION, ()))
        section = self._section
        if label.stretches:
            section = self._section = self._section_of(label.text, self._part_with_sections())
            if section or head.part is Part.ACHIEVEMENTS:
                self._ledger.claim(Fate.HEADING, label)
        self._ledger.claim(Fate.FIELD, joined(cells.get(RowRole.NUMBER, ())))
        found = self._cells.items(
            (*cells.get(RowRole.HEADING, ()), *cells.get(RowRole.TEXT, ())), head.part, section
        )
        if label.stretches:
            found = [replace(item, group=label.text) for item in found]
        self.contents.items += self._with_causes(found, cells.get(RowRole.CAUSE, ()))

    def _with_causes(self, items: list[ReadItem], cell: Sequence[Passage]) -> list[ReadItem]:
        causes = [self._cause(passage) for passage in cell]
        if not causes:
            return items
        if not items:
            for cause in causes:
                self._ledger.report(
                    codes.CAUSES_APART, cause, f"这一行只有原因，没有不足：“{excerpt(cause.text)}”"
                )
            return items
        if len(items) == 1:
            return [items[0].with_cause(joined(causes))]
        if len(items) != len(causes):
            self._ledger.remark(
                codes.CAUSES_APART,
                causes[0].first,
                f"这一行有 {len(items)} 条不足、{len(causes)} 段原因，按先后配上了",
                "请逐条核对原因配得对不对",
            )
        last = len(items) - 1
        for number, cause in enumerate(causes):
            items[min(number, last)] = items[min(number, last)].with_cause(cause)
        return items

    def _cause(self, passage: Passage) -> Passage:
        text = passage.text
        passage = passage.cut(len(text) - len(strip_number(text)))
        before, behind = cut_cause(passage)
        return passage if before.stretches else behind


def _all(row: Row) -> Passage:
    return joined(passage for cell in row for passage in cell) if row else EMPTY
