"""`reportctl validate`: what is wrong, where, and how to fix it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, fixes, reports
from reportctl.cli.explain import complete_codes
from reportctl.cli.reports import ReportFormat, Result
from reportctl.errors import ProjectError, UsageError
from reportctl.project.building import check
from reportctl.project.checking import check_files, project_sources
from reportctl.project.fixed_file import with_proven_fixes
from reportctl.project.fixing import fix_files, fix_project, plan_files, plan_project
from reportctl.project.opening import EDITS, REPORT, find_project, open_project
from reportctl.project.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.sources import Source


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
        result, sources = _files(files) if files else _project()
        if diff:
            _show(files, chosen)
    except ProjectError as error:
        return reports.refuse(error, output)
    result = result.chosen(chosen)
    if output is ReportFormat.SARIF:
        result = result._replace(findings=with_proven_fixes(result.findings, sources))
    if not diff:
        reports.write(result, output)
    console.talk(result.summary())
    return result.exit_code(strict=strict)


def _fix(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    folder = console.settings.folder
    fixed = fix_files(files, folder, chosen.takes) if files else fix_project(folder, chosen.takes)
    fixes.tell(fixed, done=True)


def _show(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    folder = console.settings.folder
    fixed = plan_files(files, folder, chosen.takes) if files else plan_project(folder, chosen.takes)
    fixes.show(fixed)
    fixes.tell(fixed, done=False)


def _project() -> tuple[Result, Sequence[Source]]:
    """What was found in the project, and the texts that were checked."""
    checked = check(open_project(console.settings.folder))
    project, submissions = checked.project, checked.submissions
    result = Result(checked.findings, project.root, submissions.filled, checked.missing)
    return result, project_sources(project, submissions)


def _files(files: Sequence[Path]) -> tuple[Result, Sequence[Source]]:
    """As `_project`, of single files."""
    for path in files:
        if path.name in {REPORT, EDITS}:
            hint = "检查整个项目不写文件名，直接运行 `reportctl validate`"
            raise UsageError(f"{path} 不是部门的材料", hint=hint)
    found, sources = check_files(files, find_project(console.settings.folder))
    return Result(found, Path(), len(sources)), sources
