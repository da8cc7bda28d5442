"""A document's tables as grids of cells, and figures read from those that surely hold figures."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.parts import words
from reportctl.collect.passage import Passage, joined
from reportctl.model.submission import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.collect.lines import SourceDocument

_NUMBER = re.compile("[-+]?[0-9]{1,3}(?:[,\uff0c][0-9]{3})+(?:\\.[0-9]+)?|[-+]?[0-9]+(?:\\.[0-9]+)?")
_NAMES = frozenset({"指标", "指标名称", "名称", "项目", "数据名称", "统计项目", "数据项目", "类型"})
_UNITS = frozenset({"单位", "计量单位"})
_VALUES = frozenset({"数值", "数量", "本年", "本年度", "今年", "完成数", "完成情况", "数据"})
_BEFORE = frozenset({"上年", "上年度", "去年", "上年同期", "上年数"})
_PARTS = frozenset({"其中"})
_NUMBERS = frozenset({"序号", "编号"})
_PART = re.compile("([^0-9]+?)[\uff1a:]?([0-9][0-9,]*(?:\\.[0-9]+)?)[^0-9]*")


class Grid(NamedTuple):
    """A table: its number, and by row the passages of its cells, one after the other."""

    table: int
    rows: tuple[tuple[tuple[Passage, ...], ...], ...]

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What the cells say, on one line each."""
        return tuple(tuple("".join(part.text for part in cell) for cell in row) for row in self.rows)

    @property
    def passage(self) -> Passage:
        """All of it."""
        return joined(part for row in self.rows for cell in row for part in cell)

    @property
    def framed(self) -> bool:
        """Whether it has one cell only: a frame around a heading."""
        return self.single and len(self.rows) == 1

    @property
    def single(self) -> bool:
        """Whether it has one column only: a frame around text, no table."""
        return all(len(row) <= 1 for row in self.rows)


def read_grids(document: SourceDocument) -> dict[int, Grid]:
    """The document's tables by number; a table within a cell belongs to that cell."""
    cells: dict[int, dict[int, dict[int, list[Passage]]]] = {}
    for position, line in enumerate(document.lines):
        if line.cell is not None:
            table, row, column = line.cell
            own = cells.setdefault(table, {}).setdefault(row, {}).setdefault(column, [])
            passage = document.passage(position)
            if passage.stretches:
                own.append(passage)
    return {
        table: Grid(
            table,
            tuple(
                tuple(tuple(cell) for _, cell in sorted(columns.items()))
                for _, columns in sorted(rows.items())
            ),
        )
        for table, rows in cells.items()
    }


class Columns(NamedTuple):
    """Which column of a figures table holds what; -1 for none."""

    name: int
    value: int
    unit: int = -1
    previous: int = -1
    parts: int = -1


def figure_columns(labels: Sequence[str], year: int) -> Columns | None:
    """The columns of a table of figures, by their labels; None where it is none for certain."""
    found: dict[str, int] = {}
    for column, label in enumerate(labels):
        said = words(re.split("[\uff08(]", label)[0])
        kind = _kind(said, year)
        if kind in found or not kind:
            return None
        found[kind] = column
    if "name" not in found or "value" not in found:
        return None
    found.pop("number", None)
    return Columns(**found)


def _kind(said: str, year: int) -> str:
    years = {f"{year}": "value", f"{year - 1}": "previous"}
    if said[:4] in years and len(said) <= 8:
        return years[said[:4]]
    kinds = (
        ("name", _NAMES),
        ("unit", _UNITS),
        ("value", _VALUES),
        ("previous", _BEFORE),
        ("parts", _PARTS),
        ("number", _NUMBERS),
    )
    return next((kind for kind, labels in kinds if said in labels), "")


def read_figures(rows: Iterable[Sequence[str]], columns: Columns) -> tuple[Figure, ...] | None:
    """The figures of the rows, blank ones left out; None where a row is not all figures."""
    found: list[Figure] = []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        figure = read_figure(row, columns)
        if figure is None:
            return None
        found.append(figure)
    return tuple(found)


def read_figure(row: Sequence[str], columns: Columns) -> Figure | None:
    """The figure of one row; None where something in it is no figure."""

    def cell(column: int) -> str:
        return row[column].strip() if 0 <= column < len(row) else ""

    value = number(cell(columns.value))
    previous = number(cell(columns.previous))
    parts = _parts(cell(columns.parts))
    if not cell(columns.name) or value is None or parts is None:
        return None
    if cell(columns.previous) and previous is None:
        return None
    unit = cell(columns.unit) or ("%" if cell(columns.value).endswith(("%", "\uff05")) else "")
    return Figure(cell(columns.name), value, unit, parts, previous=previous)


def number(text: str) -> Decimal | None:
    """A number as a cell holds it, with or without marks between thousands or a percent sign."""
    text = text.strip().rstrip("%\uff05").strip()
    if len(text) > 24 or not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", "").replace("\uff0c", ""))
    except InvalidOperation:
        return None


def _parts(text: str) -> dict[str, Decimal] | None:
    """刑事案件351、民事案件139 by name; None where it is anything else."""
    found: dict[str, Decimal] = {}
    for piece in re.split("[、\uff0c;\uff1b\\s]+|,(?![0-9]{3})", text.strip("。 ")):
        if not piece:
            continue
        match = _PART.fullmatch(piece)
        value = number(match[2]) if match else None
        if match is None or value is None or match[1] in found:
            return None
        found[match[1]] = value
    return found
