"""The ledger as a table of cells, as short lines for a screen, and as JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportctl.model.submission import PARTS
from reportctl.rules.quantities import plain
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from reportctl.project.figures import FigureRow, Ledger
    from reportctl.render.spreadsheet import Cell

HEADINGS = (
    "部门",
    "部分",
    "标题",
    "名称",
    "数值",
    "单位",
    "其中",
    "分子",
    "分母",
    "上年",
    "增幅",
    "增幅单位",
    "出处",
    "报告位置",
    "段落编号",
    "段首",
)
SHORT_HEADINGS = ("部门", "名称", "数值", "单位", "其中", "上年", "增幅", "出处", "报告位置")
ABSENT = "未写入报告"
"""What stands in place of a paragraph where the editor left the item out, or it found no place."""
_FIRST_WORDS = 30


def cells(row: FigureRow) -> tuple[Cell, ...]:
    """A figure with everything that is known of it, in the order of `HEADINGS`."""
    figure, growth, standing = row.figure, row.growth, row.standing
    numerator, denominator = figure.ratio or (None, None)
    return (
        row.department,
        PARTS[row.part],
        row.heading,
        figure.name.strip(),
        _number(figure.value),
        figure.unit.strip(),
        _parts(row),
        _number(numerator),
        _number(denominator),
        _number(figure.previous),
        growth.value if growth is not None else None,
        growth.unit if growth is not None else None,
        _place(row),
        standing.numbers if standing is not None else ABSENT,
        standing.block.id if standing is not None else None,
        standing.text[:_FIRST_WORDS] if standing is not None else None,
    )


def line(row: FigureRow) -> tuple[str, ...]:
    """A figure in short, in the order of `SHORT_HEADINGS`, harmless to a terminal."""
    figure, growth = row.figure, row.growth
    shown = (
        row.department,
        figure.name.strip(),
        plain(figure.value),
        figure.unit.strip(),
        _parts(row),
        plain(figure.previous) if figure.previous is not None else "",
        f"{growth.value:+f}{growth.unit}" if growth is not None else "",
        _place(row),
        row.standing.numbers if row.standing is not None else ABSENT,
    )
    return tuple(map(printable, shown))


def as_dict(ledger: Ledger) -> dict[str, Any]:
    """The ledger as JSON (version 1)."""
    figures = [_row(row) for row in ledger.rows]
    return {"version": 1, "year": ledger.year, "figures": figures, "unread": list(ledger.unread)}


def _row(row: FigureRow) -> dict[str, Any]:
    figure, growth, standing = row.figure, row.growth, row.standing
    return {
        "department": row.department,
        "part": row.part,
        "heading": row.heading,
        "name": figure.name.strip(),
        "value": _json(figure.value),
        "unit": figure.unit.strip(),
        "parts": {name: _json(value) for name, value in figure.parts.items()},
        "ratio": [_json(one) for one in figure.ratio] if figure.ratio is not None else None,
        "previous": _json(figure.previous) if figure.previous is not None else None,
        "growth": _json(growth.value) if growth is not None else None,
        "growth_unit": growth.unit if growth is not None else None,
        "file": row.file,
        "line": row.line,
        "block": None
        if standing is None
        else {"id": standing.block.id, "numbers": standing.numbers, "text": standing.text},
    }


def _parts(row: FigureRow) -> str:
    return "；".join(f"{name}{plain(value)}" for name, value in row.figure.parts.items())


def _place(row: FigureRow) -> str:
    return f"{row.file}:{row.line}"


def _number(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(plain(value))


def _json(value: Decimal) -> int | float:
    """A number as JSON has them: whole ones exactly, others as far as every reader takes them."""
    return int(value) if value == value.to_integral_value() else float(value)
