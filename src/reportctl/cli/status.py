"""`reportctl status`: who has handed in, who is missing, whose file has errors."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportctl.cli import console
from reportctl.cli.reports import ReportFormat, refuse
from reportctl.cli.rounds import complete_round, show_round
from reportctl.cli.text_or_json import TextOrJson
from reportctl.collect.ledger import read_ledger
from reportctl.collect.received import PENDING
from reportctl.collect.store import waiting
from reportctl.errors import ExitCode, ProjectError
from reportctl.model.submission import Contact
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.project.status import standings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.collect.ledger import Ledger, Receipt
    from reportctl.project.building import Checked
    from reportctl.project.status import DepartmentStatus

_WORDS = {"received": "已报送", "missing": "未报送", "late": "逾期", "invalid": "有错误"}
_STYLES = {"received": "green", "missing": "yellow", "late": "red", "invalid": "red"}
_HEADINGS = ("部门", "状态", "截止日期", "错误", "警告", "删去", "文件", "第几版", "收到时间", "联系人")
_ALWAYS = 7
"""Columns that are shown though they be empty."""


def command(
    output: Annotated[TextOrJson, typer.Option("--format", help="输出格式：text 或 json")] = TextOrJson.TEXT,
    fail_on_missing: Annotated[
        bool, typer.Option("--fail-on-missing", help="还有部门未报送时退出码为 1")
    ] = False,
    round_name: Annotated[
        str,
        typer.Option(
            "--round",
            metavar="NAME",
            help="看发出去的一轮\uff1a各部门在里面有几段\uff0c谁的改稿收回了",
            autocompletion=complete_round,
        ),
    ] = "",
) -> int:
    """报送进度：谁交了、谁没交、谁的材料有错误。"""
    try:
        project = open_project(console.settings.folder)
        if round_name:
            return show_round(project, round_name, output, fail_on_missing=fail_on_missing)
        checked = check(project)
    except ProjectError as error:
        return refuse(error, ReportFormat(output.value))
    # the one place that looks at the clock: lateness is a matter of today
    rows = standings(checked, dt.datetime.now(tz=dt.UTC).astimezone().date())
    ledger = read_ledger(checked.project.root)
    if output is TextOrJson.JSON:
        _json(checked, rows, ledger)
    elif console.has_room(sys.stdout):
        _table(rows, ledger)
    else:
        latest = ledger.latest()
        for row in rows:
            console.out("\t".join(_cells(row, latest.get(row.name))))
    for receipt in waiting(checked.project.root, ledger):
        console.talk(f"待处理：“{receipt.name}”，{receipt.result}（见 {PENDING}）")
    absent = [row for row in rows if row.required and row.state.value in {"missing", "late"}]
    console.settings.counts = console.Counts(sum(row.errors for row in rows), len(absent))
    console.talk(
        f"共 {len(rows)} 个部门，{sum(1 for row in rows if row.file)} 个已报送，{len(absent)} 个未报送"
    )
    return ExitCode.FINDINGS if fail_on_missing and absent else ExitCode.OK


def _cells(row: DepartmentStatus, receipt: Receipt | None) -> tuple[str, ...]:
    contact = row.contact or Contact()
    due = row.due.isoformat() if row.due is not None else ""
    return (
        console.safe(row.name),
        _WORDS[row.state.value],
        due,
        str(row.errors),
        str(row.warnings),
        str(row.omitted),
        console.safe(row.file),
        str(receipt.version) if receipt is not None else "",
        receipt.at if receipt is not None else "",
        console.safe(f"{contact.name} {contact.phone}".strip()),
    )


def _table(rows: Sequence[DepartmentStatus], ledger: Ledger) -> None:
    latest = ledger.latest()
    cells = [_cells(row, latest.get(row.name)) for row in rows]
    # what `collect` and contacts would say has no room to lose where they say nothing
    shown = [at for at in range(len(_HEADINGS)) if at < _ALWAYS or any(line[at] for line in cells)]
    console.table(
        [_HEADINGS[at] for at in shown],
        [
            ([line[at] for at in shown], _STYLES[row.state.value])
            for row, line in zip(rows, cells, strict=True)
        ],
    )


def _json(checked: Checked, rows: Sequence[DepartmentStatus], ledger: Ledger) -> None:
    latest = ledger.latest()
    departments: list[dict[str, Any]] = [
        {
            "name": row.name,
            "state": row.state.value,
            "file": row.file or None,
            "due": row.due.isoformat() if row.due is not None else None,
            "errors": row.errors,
            "warnings": row.warnings,
            "omitted": row.omitted,
            **_received(latest.get(row.name)),
            "contact": asdict(row.contact) if row.contact is not None else None,
        }
        for row in rows
    ]
    pending = [
        {"at": receipt.at, "name": receipt.name, "via": receipt.via, "reason": receipt.result}
        for receipt in waiting(checked.project.root, ledger)
    ]
    year = checked.project.report.report.year
    console.json({"version": 1, "year": year, "departments": departments, "pending": pending})


def _received(receipt: Receipt | None) -> dict[str, Any]:
    """The last hand-in that `collect` took from a department."""
    if receipt is None:
        return {"version": None, "received_at": None}
    return {"version": receipt.version, "received_at": receipt.at}
