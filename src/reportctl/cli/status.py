"""`reportctl status`: who has handed in, who is missing, whose file has errors."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportctl.cli import console
from reportctl.cli.reports import ReportFormat, refuse
from reportctl.errors import ExitCode, ProjectError
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.project.status import standings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.project.status import DepartmentStatus

_WORDS = {"received": "已报送", "missing": "未报送", "late": "逾期", "invalid": "有错误"}
_STYLES = {"received": "green", "missing": "yellow", "late": "red", "invalid": "red"}
_HEADINGS = ("部门", "状态", "截止日期", "错误", "警告", "删去", "文件")


class StatusFormat(StrEnum):
    """How the table is written."""

    TEXT = "text"
    JSON = "json"


def command(
    output: Annotated[
        StatusFormat, typer.Option("--format", help="输出格式：text 或 json")
    ] = StatusFormat.TEXT,
    fail_on_missing: Annotated[
        bool, typer.Option("--fail-on-missing", help="还有部门未报送时退出码为 1")
    ] = False,
) -> int:
    """报送进度：谁交了、谁没交、谁的材料有错误。"""
    try:
        checked = check(open_project(console.settings.folder))
    except ProjectError as error:
        return refuse(error, ReportFormat(output.value))
    # the one place that looks at the clock: lateness is a matter of today
    rows = standings(checked, dt.datetime.now(tz=dt.UTC).astimezone().date())
    if output is StatusFormat.JSON:
        _json(checked.project.report.report.year, rows)
    elif console.has_room(sys.stdout):
        _table(rows)
    else:
        for row in rows:
            console.out("\t".join(_cells(row)))
    absent = [row for row in rows if row.required and row.state.value in {"missing", "late"}]
    console.talk(
        f"共 {len(rows)} 个部门，{sum(1 for row in rows if row.file)} 个已报送，{len(absent)} 个未报送"
    )
    return ExitCode.FINDINGS if fail_on_missing and absent else ExitCode.OK


def _cells(row: DepartmentStatus) -> tuple[str, ...]:
    due = row.due.isoformat() if row.due is not None else ""
    return (
        console.safe(row.name),
        _WORDS[row.state.value],
        due,
        str(row.errors),
        str(row.warnings),
        str(row.omitted),
        console.safe(row.file),
    )


def _table(rows: Sequence[DepartmentStatus]) -> None:
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs it

    table = Table(*_HEADINGS)
    for row in rows:
        table.add_row(*_cells(row), style=_STYLES[row.state.value])
    console.table(table)


def _json(year: int, rows: Sequence[DepartmentStatus]) -> None:
    departments: list[dict[str, Any]] = [
        {
            "name": row.name,
            "state": row.state.value,
            "file": row.file or None,
            "due": row.due.isoformat() if row.due is not None else None,
            "errors": row.errors,
            "warnings": row.warnings,
            "omitted": row.omitted,
        }
        for row in rows
    ]
    console.json({"version": 1, "year": year, "departments": departments})
