"""The ledger 数据台账: every figure that departments declared, and where it stands in the report."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.entries import heading_of
from reportctl.document import BlockType
from reportctl.findings import Severity
from reportctl.project.files import SUBMISSIONS
from reportctl.rules.quantities import PERCENT, plain
from reportctl.text.clean import printable
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.document import Block, Document, Origin
    from reportctl.model.roster import Submission
    from reportctl.model.submission import Figure
    from reportctl.project.checking import Checked

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


class Ledger(NamedTuple):
    """All figures by roster, file and place; `unread` are the files of which figures may be missing."""

    year: int
    rows: tuple[FigureRow, ...]
    unread: tuple[str, ...]


def ledger(checked: Checked) -> Ledger:
    """The ledger of a project, whatever was found in it."""
    standings = _Standings(checked.assembly.document)
    received = sorted(checked.intake.received, key=lambda one: (one.rank, one.file.name))
    rows = tuple(row for one in received for row in _rows(one, standings))
    return Ledger(checked.project.report.report.year, rows, _unread(checked))


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


def _rows(received: Submission, standings: _Standings) -> Iterator[FigureRow]:
    file = received.file
    for part, index, item in file.submission.every_item():
        for number, figure in enumerate(item.figures):
            line = file.span((part, index, "figures", number)).line
            place = file.place(part, index)
            yield FigureRow(
                received.name or file.submission.department.strip(),
                part,
                heading_of(normalise_line(item.heading)),
                figure,
                growth(figure),
                file.name,
                line,
                standings.of((file.name, *place), figure),
            )


def _unread(checked: Checked) -> tuple[str, ...]:
    whole = {one.file.name for one in checked.intake.received if not one.file.damaged}
    faulty = {one.span.file for one in checked.findings if one.severity is Severity.ERROR}
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
