"""A form whose table was lost on its way through .doc: its rows are made again from the labels in the text.

LibreOffice gives some tables back as paragraphs in which label and content stand side by side with nothing
between them (报送单位县司法局年度2024工作成效1.……). Only a document without any table is looked at, and only
from 报送单位 on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.collect.lines import Cell, SourceDocument
from reportctl.collect.rows import FIELD_LABELS, part_label
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.collect.lines import Line

_FIRST = re.compile(f"(?:报送单位|填报单位|单位名称)(?={LETTER})")
_FIELD = re.compile("|".join(sorted(FIELD_LABELS, key=len, reverse=True)))
_PART = re.compile(
    f"(?:^|(?<=[。0-9]))((?:{LETTER}|、){{2,24}}?)"
    "(?=[\uff08(]?(?:[1-9一][)\uff09]?[.\uff0e、]|[1一][)\uff09]|一是))"
)


def with_rows(document: SourceDocument, year: int) -> SourceDocument:
    """The document with the rows of its lost table; the same where it has a table or never had one."""
    lines = document.lines
    if any(line.cell is not None for line in lines):
        return document
    first = next((number for number, line in enumerate(lines) if _FIRST.match(line.text)), None)
    return (
        document if first is None else replace(document, lines=(*lines[:first], *_rows(lines[first:], year)))
    )


def _rows(lines: tuple[Line, ...], year: int) -> Iterator[Line]:
    """The lines cut at their labels: each label opens a row, what follows it stands beside it."""
    row = -1
    in_fields = True
    for line in lines:
        start = 0
        for label_start, label_end, is_field in _labels(line.text, year, in_fields=in_fields):
            if label_start > start:
                yield _piece(line, start, label_start, Cell(0, max(row, 0), 1))
            row += 1
            yield _piece(line, label_start, label_end, Cell(0, row, 0))
            start, in_fields = label_end, is_field
        if start < len(line.text):
            yield _piece(line, start, len(line.text), Cell(0, max(row, 0), 1))


def _labels(text: str, year: int, *, in_fields: bool) -> Iterator[tuple[int, int, bool]]:
    """Where labels stand in a line, and whether each is a field's; those within a part only behind 。."""
    position = 0
    while position < len(text):
        part = next(
            (found for found in _PART.finditer(text, position) if part_label(found[1], year) is not None),
            None,
        )
        field = next(
            (
                found
                for found in _FIELD.finditer(text, position)
                if in_fields or found.start() == 0 or text[found.start() - 1] == "。"
            ),
            None,
        )
        if field is not None and (part is None or field.start() < part.start(1)):
            yield field.start(), field.end(), True
            position, in_fields = field.end(), True
        elif part is not None:
            yield part.start(1), part.end(1), False
            position, in_fields = part.end(1), False
        else:
            return


def _piece(line: Line, start: int, end: int, cell: Cell) -> Line:
    return replace(line, text=line.text[start:end], number=0, bold=0, level=None, cell=cell)
