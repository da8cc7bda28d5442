"""The ledger 数据台账: every figure that departments declared, and where it stands in the report.

As values, as a table of cells, as short lines for a screen, and as JSON.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.assemble.entries import heading_of
from reportctl.document import BlockType
from reportctl.findings import Severity
from reportctl.model.submission import PARTS
from reportctl.project.recovery import SUBMISSIONS
from reportctl.rules.quantities import PERCENT, plain
from reportctl.text.clean import printable
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.document import Block, Document, Origin
    from reportctl.model.files import Submission
    from reportctl.model.submission import Figure
    from reportctl.project.building import Checked
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
_TENTH = Decimal("0.1")
_DIGITS = 80
"""More than any two values of a figure have together."""


class Growth(NamedTuple):
    """The change since last year to a tenth: of a rate in percentage points, of all else in per cent."""

    value: Decimal
    unit: str


class FigureVerdict(NamedTuple):
    """The paragraph that a figure stands in: its numbers from the chapter down, 一、（二）3., and itself."""

    numbers: str
    block: Block

    @property
    def text(self) -> str:
        """What the paragraph says, harmless to a terminal."""
        return printable(self.block.text)


class FigureRow(NamedTuple):
    """One figure as declared; `standing` is None where its item did not reach the report."""

    department: str
    part: str
    heading: str
    figure: Figure
    growth: Growth | None
    file: str
    line: int
    standing: FigureVerdict | None


class FigureLedger(NamedTuple):
    """All figures by roster, file and place; `unread` are the files of which figures may be missing."""

    year: int
    rows: tuple[FigureRow, ...]
    unread: tuple[str, ...]


def ledger(checked: Checked) -> FigureLedger:
    """The ledger of a project, whatever was found in it."""
    standings = _Standings(checked.assembly.document)
    received = sorted(
        checked.submissions.received, key=lambda submission: (submission.rank, submission.source.name)
    )
    rows = tuple(row for submission in received for row in _rows(submission, standings))
    return FigureLedger(checked.project.report.report.year, rows, _unread(checked))


def growth(figure: Figure) -> Growth | None:
    """The change since last year, where last year's value allows one to be reckoned."""
    previous = figure.previous
    if previous is None:
        return None
    is_rate = figure.unit in PERCENT
    if previous <= 0 and not is_rate:
        return None
    with localcontext(prec=_DIGITS):
        change = figure.value - previous
        value = change if is_rate else change * 100 / previous
        return Growth(value.quantize(_TENTH, ROUND_HALF_UP), "百分点" if is_rate else "%")


def _rows(submission: Submission, standings: _Standings) -> Iterator[FigureRow]:
    name = submission.source.name
    for part, index, item in submission.data.every_item():
        for number, figure in enumerate(item.figures):
            line = submission.span((part, index, "figures", number)).line
            place = submission.place(part, index)
            yield FigureRow(
                submission.name or submission.data.department.strip(),
                part,
                heading_of(normalise_line(item.heading)),
                figure,
                growth(figure),
                name,
                line,
                standings.of((name, *place), figure),
            )


def _unread(checked: Checked) -> tuple[str, ...]:
    whole = {submission.source.name for submission in checked.submissions.received if not submission.damaged}
    faulty = {finding.span.file for finding in checked.findings if finding.severity is Severity.ERROR}
    return tuple(sorted(name for name in faulty - whole if name.startswith(f"{SUBMISSIONS}/")))


class _Standings:
    """The paragraphs of a document by the items that they were written from."""

    def __init__(self, document: Document) -> None:
        self._by_place: dict[tuple[str, int, int], list[tuple[Origin, FigureVerdict]]] = {}
        for standing in _standings(document.blocks):
            for origin in standing.block.origins:
                place = (origin.file, origin.line, origin.column)
                self._by_place.setdefault(place, []).append((origin, standing))

    def of(self, place: tuple[str, int, int], figure: Figure) -> FigureVerdict | None:
        """The paragraph of an item that says the figure, else its first; None where it has none."""
        value = re.escape(plain(figure.value))
        said = re.compile(rf"(?<![0-9.]){value}(?![0-9])(?!\.[0-9])")
        found = self._by_place.get(place, [])
        for origin, standing in found:
            runs = (run.text for run in standing.block.runs if origin in run.origins)
            if said.search("".join(runs)):
                return standing
        return found[0][1] if found else None


def _standings(blocks: Iterable[Block]) -> Iterator[FigureVerdict]:
    chapter = section = item = ""
    for block in blocks:
        number = block.number
        if block.type is BlockType.CHAPTER:
            chapter, section, item = number, "", ""
        elif block.type is BlockType.SECTION:
            section, item = number, ""
        elif block.type is BlockType.ITEM:
            item = number or item
        below = number if block.type is BlockType.POINT else ""
        yield FigureVerdict(f"{chapter}{section}{item}{below}", block)


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


def as_dict(ledger: FigureLedger) -> dict[str, Any]:
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
        "ratio": [_json(number) for number in figure.ratio] if figure.ratio is not None else None,
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
