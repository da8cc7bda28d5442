"""`reportctl validate`: what is wrong, where, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, reports
from reportctl.cli.explain import complete_codes
from reportctl.cli.reports import ReportFormat
from reportctl.errors import ProjectError, UsageError
from reportctl.project.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", readable=False, help="只检查这些文件（部门交件前自查，不需要项目）"
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,
    select: Annotated[
        str,
        typer.Option(
            "--select", metavar="CODES", help="只看这些规则（逗号分隔）", autocompletion=complete_codes
        ),
    ] = "",
    ignore: Annotated[
        str,
        typer.Option(
            "--ignore", metavar="CODES", help="不看这些规则（逗号分隔）", autocompletion=complete_codes
        ),
    ] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help="改正能放心改的（标点、序号、句号、指纹），别的不动")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="什么也不写，只看 --fix 会改哪些行")] = False,
    output: Annotated[ReportFormat, typer.Option("--format", help=reports.FORMAT_HELP)] = ReportFormat.TEXT,
) -> int:
    """检查材料：指出哪一行有什么问题、怎么改。"""
    console.settings.strict = strict
    chosen = reports.Choice.of(select, ignore, rulebook())
    if diff and output is not ReportFormat.TEXT:
        raise UsageError("--diff 输出的是文件的差异，不能再加 --format", hint="去掉其中一个")
    try:
        if fix and not diff:
            _fix(files, chosen)
        result = _files(files) if files else _project()
        if diff:
            _show(files, chosen)
    except ProjectError as error:
        return reports.refuse(error, output)
    result = result.chosen(chosen)
    if not diff:
        reports.write(result, output)
    console.talk(result.summary())
    return result.exit_code(strict=strict)


def _fix(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    from reportctl.cli import mends  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.fixing import fix_files, fix_project  # noqa: PLC0415

    folder = console.settings.folder
    mended = fix_files(files, folder, chosen.takes) if files else fix_project(folder, chosen.takes)
    mends.tell(mended, done=True)


def _show(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    from reportctl.cli import mends  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.fixing import plan_files, plan_project  # noqa: PLC0415

    folder = console.settings.folder
    mended = plan_files(files, folder, chosen.takes) if files else plan_project(folder, chosen.takes)
    mends.show(mended)
    mends.tell(mended, done=False)


def _project() -> reports.Result:
    from reportctl.project.checking import check  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.opening import open_project  # noqa: PLC0415

    project = open_project(console.settings.folder)
    checked = check(project)
    filled = sum(one.filled for one in checked.intake.received) + len(checked.intake.broken)
    return reports.Result(checked.findings, project.root, filled, checked.missing)


def _files(files: Sequence[Path]) -> reports.Result:
    from reportctl.project.checking import check_files  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project.opening import EDITS, REPORT, find_project  # noqa: PLC0415

    for path in files:
        if path.name in {REPORT, EDITS}:
            hint = "检查整个项目不写文件名，直接运行 `reportctl validate`"
            raise UsageError(f"{path} 不是部门的材料", hint=hint)
    found, count = check_files(files, find_project(console.settings.folder))
    return reports.Result(found, Path(), count)
