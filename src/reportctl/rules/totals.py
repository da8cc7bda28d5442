"""The rule of tables: 合计 that is not the sum of its column or row."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Table
from reportctl.findings import Rule, Severity
from reportctl.rules.quantities import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.rules.context import Context

TABLE_TOTAL = Rule(
    "table-total",
    Severity.WARNING,
    "表格的合计和各行相加对不上",
    "附件表格里“合计”一行（一列）的数，不是上面各行（左边各列）相加的和。有“其中”的表不算。核对数字。",
    "（附件表格两行是20、30，合计写60）",
    "（附件表格两行是20、30，合计写50）",
)

RULES = (TABLE_TOTAL,)

_TOTALS = frozenset({"合计", "总计", "共计"})
_PART_TOTALS = frozenset({"小计"})
_NUMBER = re.compile(r"-?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_BLANK = frozenset({"", "-", "—", "——", "/", "无"})
_NO_SUM = re.compile("率|比|%|增幅|平均|人均|序号|年度|编号|排名|名次|得分|单价|电话")
_LEAST = 2
"""So many numbers make a sum."""
_EVIDENCE = 3
"""So many rows must add up before another one is said not to."""


class _Wrong(NamedTuple):
    """A sum that does not hold: what it is called, what is written and what its parts make."""

    name: str
    written: str
    true: Decimal


def check_project(context: Context) -> Iterator[Finding]:
    """The tables of the attachments, each at its line of report.yaml."""
    if context.report is None or context.document is None:
        return
    for index, attachment in enumerate(context.document.attachments):
        for part in attachment.content:
            if isinstance(part, Table):
                span = context.report.span(("document", "attachments", index, "file"))
                for wrong in (*_columns(part), *_rows(part)):
                    message = (
                        f"{attachment.label}《{attachment.title}》里{wrong.name}写的是 {wrong.written}，"
                        f"各项相加是 {plain(wrong.true)}"
                    )
                    yield TABLE_TOTAL.at(span, message, "核对合计和各项的数字")


def _columns(table: Table) -> Iterator[_Wrong]:
    """A row of totals, the first or the last of the body, against the rows beside it."""
    body = table.rows[table.header_rows :]
    if _has_parts(table) or len(body) <= _LEAST:
        return
    for total, others in ((body[-1], body[:-1]), (body[0], body[1:])):
        if _label(total) not in _TOTALS:
            continue
        counted = [row for row in others if _label(row) not in _PART_TOTALS | _TOTALS]
        for column in range(len(total)):
            head = "".join(row[column] for row in table.rows[: table.header_rows])
            if not _NO_SUM.search(head):
                wrong = _wrong(total[column], [row[column] for row in counted])
                if wrong is not None:
                    yield _Wrong(f"“{_label(total)}”行“{head[:16]}”列", total[column], wrong)
        return


def _rows(table: Table) -> Iterator[_Wrong]:
    """A column of totals, the last one, against the columns before it: only where most of its rows hold."""
    head = table.rows[table.header_rows - 1] if table.header_rows else ()
    columns = [number for number, cell in enumerate(head) if cell in _TOTALS]
    if columns != [len(head) - 1] or table.merged or _has_parts(table):
        return
    body = table.rows[table.header_rows :]
    wrong: list[_Wrong] = []
    sound = 0
    for row in body:
        parts = [
            cell for cell, title in zip(row[1:-1], head[1:-1], strict=False) if not _NO_SUM.search(title)
        ]
        true = _wrong(row[-1], parts)
        if true is not None:
            wrong.append(_Wrong(f"“{_label(row)[:16]}”行“{head[-1]}”列", row[-1], true))
        elif _value(row[-1]) is not None:
            sound += 1
    if sound >= max(_EVIDENCE, 2 * len(wrong)):
        yield from wrong


def _wrong(written: str, parts: Sequence[str]) -> Decimal | None:
    """What the parts make where it is not what is written; None where it is, or nobody can tell."""
    total = _value(written)
    values = [_value(part) for part in parts if part.strip() not in _BLANK]
    if total is None or len(values) < _LEAST or None in values:
        return None
    known = [value for value in values if value is not None]
    true = sum(known, Decimal(0))
    is_rounded = any(value % 1 for value in known)
    slack = Decimal(len(known)) / 2 * Decimal(10) ** int(total.as_tuple().exponent) if is_rounded else 0
    return None if abs(true - total) <= slack else true


def _value(cell: str) -> Decimal | None:
    text = cell.strip()
    return Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def _label(row: Sequence[str]) -> str:
    """What a row is called: the first of its cells that holds words."""
    words = (cell.replace(" ", "").replace("\u3000", "") for cell in row[:2])
    return next((word for word in words if word and _value(word) is None), "")


def _has_parts(table: Table) -> bool:
    return any("其中" in cell for row in table.rows for cell in row)
