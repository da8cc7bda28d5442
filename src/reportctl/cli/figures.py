"""`reportctl figures`: the ledger 数据台账, every declared figure and where it stands in the report."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reportctl.cli import console, result_file
from reportctl.cli.reports import show
from reportctl.errors import ExitCode, UsageError
from reportctl.project import figures
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.project.output import rendered, spare
from reportctl.project.transaction import Change
from reportctl.render.spreadsheet import Worksheet, write_csv, write_lines, write_xlsx
from reportctl.rules.secrecy import SECRECY_MARK
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from reportctl.project.figures import FigureLedger


class LedgerFormat(StrEnum):
    """How the ledger is written; the value is the file's ending."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


_TEXTS = frozenset({"", "txt", "tsv"})


def command(
    output: Annotated[
        LedgerFormat | None, typer.Option("--format", help="输出格式：text（默认）、csv、json 或 xlsx")
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", readable=False, help="写到这个文件；- 为标准输出"),
    ] = None,
) -> int:
    """数据台账：各部门填报的每个数，在报告的什么地方。"""
    streams = target is None or str(target) == "-"
    chosen = _format(output, None if streams else target)
    if chosen is LedgerFormat.XLSX and streams and console.is_terminal(sys.stdout):
        raise UsageError("Excel 文件不能显示在屏幕上", hint="用 -o 指一个文件，如 -o 数据台账.xlsx")
    checked = check(open_project(console.settings.folder))
    marks = tuple(finding for finding in checked.findings if finding.code == SECRECY_MARK.code)
    if marks:
        show(marks, checked.project.root)
        return ExitCode.FINDINGS
    made = figures.ledger(checked)
    for name in made.unread:
        console.talk(f"{name} 有读不懂的地方，里面的数据没有列全：用 `reportctl validate` 查看")
    if streams and chosen is LedgerFormat.TEXT and console.has_room(sys.stdout):
        console.table(figures.SHORT_HEADINGS, [(figures.line(row), "") for row in made.rows])
    else:
        if target is not None and not streams:
            spare(checked.project, [target])
        day = checked.project.report.report.document.date
        _write(_renderer(chosen, made, day, streams=streams), target, streams=streams)
    console.talk(_summary(made))
    return ExitCode.OK


def _format(given: LedgerFormat | None, target: Path | None) -> LedgerFormat:
    """The format that was asked for, by name or by the file's ending."""
    ending = target.suffix.lower().removeprefix(".") if target is not None else ""
    named = {kind.value: kind for kind in LedgerFormat if kind is not LedgerFormat.TEXT}.get(ending)
    if given is not None and named not in {None, given}:
        raise UsageError(
            f"-o 的扩展名是 .{ending}，--format 却是 {given.value}", hint="去掉 --format，或改扩展名"
        )
    if given is None and named is None and ending not in _TEXTS:
        raise UsageError(
            f"数据台账写不成 .{ending} 文件",
            hint="扩展名用 .xlsx、.csv、.json 或 .txt\uff1b或用 --format 指明格式",
        )
    return given or named or LedgerFormat.TEXT


def _renderer(
    chosen: LedgerFormat, made: FigureLedger, day: dt.date | None, *, streams: bool
) -> Callable[[BinaryIO], None]:
    """What writes the ledger in one format."""
    if chosen is LedgerFormat.JSON:
        return partial(_put, dumps(figures.as_dict(made)))
    if chosen is LedgerFormat.TEXT and not streams:
        return partial(write_lines, [figures.line(row) for row in made.rows])
    if chosen is LedgerFormat.TEXT:
        return partial(_put, "\n".join("\t".join(figures.line(row)) for row in made.rows))
    sheet = Worksheet("数据台账", figures.HEADINGS, tuple(figures.cells(row) for row in made.rows))
    return partial(write_csv, sheet) if chosen is LedgerFormat.CSV else partial(write_xlsx, sheet, day=day)


def _put(text: str, out: BinaryIO) -> None:
    out.write(f"{text}\n".encode() if text else b"")


def _write(render: Callable[[BinaryIO], None], target: Path | None, *, streams: bool) -> None:
    if target is None or streams:
        console.out_bytes(rendered(render))
        return
    result_file.put(Change(target, render))


def _summary(made: FigureLedger) -> str:
    absent = sum(row.standing is None for row in made.rows)
    text = f"共 {len(made.rows)} 个数据，来自 {len({row.department for row in made.rows})} 个部门"
    return f"{text}；{absent} 个未写入报告" if absent else text
