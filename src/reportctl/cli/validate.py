"""`reportctl validate`: what is wrong, where, and how to mend it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, reports
from reportctl.errors import ProjectError

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "validate"


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="只检查这些文件（部门交件前自查，不需要项目）"),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,
    select: Annotated[str, typer.Option("--select", metavar="CODES", help="只看这些规则（逗号分隔）")] = "",
    ignore: Annotated[str, typer.Option("--ignore", metavar="CODES", help="不看这些规则（逗号分隔）")] = "",
    output: Annotated[
        ReportFormat, typer.Option("--format", help="输出格式：text 或 json")
    ] = ReportFormat.TEXT,
) -> int:
    """检查材料：指出哪一行有什么问题、怎么改。"""
    chosen = reports.Choice.of(select, ignore)
    try:
        result = _files(files) if files else _project()
    except ProjectError as error:
        if output is ReportFormat.JSON:
            reports.write_json(reports.Result(error.findings))
            console.error(error.message, error.hint)
        else:
            console.findings(error.findings, to_stdout=True, root=console.settings.folder)
            console.error(error.message, error.hint)
        return error.exit_code
    result = result.chosen(chosen)
    if output is ReportFormat.JSON:
        reports.write_json(result)
    else:
        console.findings(result.findings, to_stdout=True, root=result.root)
    console.talk(result.summary())
    return result.exit_code(strict=strict)


def _project() -> reports.Result:
    from reportctl.project.checking import check  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.opening import open_project  # noqa: PLC0415

    project = open_project(console.settings.folder)
    checked = check(project)
    filled = sum(one.filled for one in checked.intake.received) + len(checked.intake.broken)
    return reports.Result(checked.findings, project.root, filled, checked.missing)


def _files(files: Sequence[Path]) -> reports.Result:
    from reportctl.project.checking import check_files  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.opening import find_project  # noqa: PLC0415

    found, count = check_files(files, find_project(console.settings.folder))
    return reports.Result(found, Path(), count)
