"""`reportctl validate`: what is wrong, where, and how to fix it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportctl.cli import console, fixes, reports, result_file, statistics
from reportctl.cli.codes import Ignore, Select
from reportctl.cli.departments import complete_department
from reportctl.cli.reports import ReportFormat, Result
from reportctl.errors import ProjectError, UsageError
from reportctl.project.alone import check_files
from reportctl.project.building import check
from reportctl.project.checking import project_sources
from reportctl.project.fixed_file import with_proven_fixes
from reportctl.project.fixing import fix_files, fix_project, plan_files, plan_project
from reportctl.project.opening import EDITS, REPORT, find_project, open_project
from reportctl.project.output import spare
from reportctl.project.rulebook import rulebook
from reportctl.project.transaction import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.project.opening import Project
    from reportctl.sources import Source


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", readable=False, help="只检查这些文件（部门交件前自查，不需要项目）"
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,
    select: Select = "",
    ignore: Ignore = "",
    fix: Annotated[
        bool,
        typer.Option("--fix", help="改正能放心改的（标点、序号、句号、打错的冒号和缩进、指纹），别的不动"),
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="什么也不写，只看 --fix 会改哪些行")] = False,
    department: Annotated[
        str,
        typer.Option(
            "--department", metavar="NAME", help="只看一个部门的", autocompletion=complete_department
        ),
    ] = "",
    counts: Annotated[
        bool, typer.Option("--statistics", help="只数\uff1a每条规则、每个部门有多少处")
    ] = False,
    given: Annotated[ReportFormat | None, typer.Option("--format", help=reports.FORMAT_HELP)] = None,
    target: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="写进文件\uff0c不显示")
    ] = None,
) -> int:
    """检查材料：指出哪一行有什么问题、怎么改。"""
    console.settings.strict = strict
    chosen = reports.Choice.of(select, ignore, rulebook())
    output = reports.format_of(given, target)
    _refuse_together(fix=fix, diff=diff, department=department, counts=counts, given=given, target=target)
    files = [_found(path) for path in files or ()]
    put = None if target is None else partial(_put, target)
    try:
        if fix and not diff:
            _fix(files, chosen)
        checked = _files(files) if files else _project()
        if diff:
            _show(files, chosen)
    except ProjectError as error:
        return reports.refuse(error, output, put)
    result = checked.result.chosen(chosen)
    if department:
        result = result.of_department(checked.named(department))
    if output is ReportFormat.SARIF:
        result = result._replace(findings=with_proven_fixes(result.findings, checked.sources))
    if target is not None:
        checked.spare(target)
    if not diff:
        reports.write(result._replace(statistics=counts), output, None, put)
    if output is ReportFormat.TEXT and console.is_terminal(sys.stderr) and not counts:
        for row in statistics.by_department(result.findings):
            console.talk(str(row))
    console.settings.counts = result.counted()
    console.talk(result.summary())
    return result.exit_code(strict=strict)


def _put(target: Path, data: bytes) -> None:
    result_file.put(Change.to_bytes(target, data))


class _Checked(NamedTuple):
    """What was found, the texts that were checked, and the project, where there is one."""

    result: Result
    sources: Sequence[Source]
    project: Project | None
    files: Sequence[Path] = ()

    def named(self, department: str) -> str:
        """The name on the roster of a department that the user names.

        Raises:
            UsageError: there is none of that name.
        """
        if self.project is None:
            return department.strip()
        return self.project.roster.named(department).name.strip()

    def spare(self, target: Path) -> None:
        """See to it that the findings are not written over what they are about.

        Raises:
            UsageError: they would be.
        """
        if self.project is not None:
            spare(self.project, [target])
        if any(target.resolve() == path.resolve() for path in self.files):
            raise UsageError(f"{target} 是要检查的材料\uff0c不能用结果覆盖", hint="换一个文件名")


def _found(path: Path) -> Path:
    """The file that is meant: where there is none of that name here, the one in the project's folder."""
    folder = console.settings.folder
    there = None if folder is None else folder / path
    return there if there is not None and there.exists() and not path.exists() else path


def _refuse_together(
    *, fix: bool, diff: bool, department: str, counts: bool, given: ReportFormat | None, target: Path | None
) -> None:
    """Refuse options that contradict each other."""
    if diff and (given not in {None, ReportFormat.TEXT} or target is not None or counts):
        hint = "去掉其中一个"
        raise UsageError("--diff 输出的是文件的差异\uff0c不能再加 --format、-o 或 --statistics", hint=hint)
    if department and (fix or diff):
        hint = "只改一个部门的\uff0c写它的文件\uff1areportctl validate --fix submissions/部门.yaml"
        raise UsageError("--department 只管看\uff0c不能和 --fix、--diff 一起用", hint=hint)
    if counts and given in {ReportFormat.SARIF, ReportFormat.GITHUB}:
        raise UsageError(f"--format {given} 没有统计", hint="统计用 text、json 或 html")


def _fix(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    folder = console.settings.folder
    fixed = fix_files(files, folder, chosen.takes) if files else fix_project(folder, chosen.takes)
    fixes.tell(fixed, done=True)


def _show(files: Sequence[Path] | None, chosen: reports.Choice) -> None:
    folder = console.settings.folder
    fixed = plan_files(files, folder, chosen.takes) if files else plan_project(folder, chosen.takes)
    fixes.show(fixed)
    fixes.tell(fixed, done=False)


def _project() -> _Checked:
    checked = check(open_project(console.settings.folder))
    project, submissions = checked.project, checked.submissions
    result = Result(checked.findings, project.root, submissions.filled, checked.missing)
    return _Checked(result, project_sources(project, submissions), project)


def _files(files: Sequence[Path]) -> _Checked:
    for path in files:
        if path.name in {REPORT, EDITS}:
            hint = "检查整个项目不写文件名，直接运行 `reportctl validate`"
            raise UsageError(f"{path} 不是部门的材料", hint=hint)
    project = find_project(console.settings.folder, files)
    found, sources = check_files(files, project)
    return _Checked(Result(found, Path(), len(sources)), sources, project, files)
