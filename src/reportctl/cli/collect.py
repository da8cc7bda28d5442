"""`reportctl collect`: takes in what departments sent, whatever it came in."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, reports
from reportctl.cli.departments import complete_department
from reportctl.cli.result import tally
from reportctl.cli.text_or_json import TextOrJson
from reportctl.collect.collecting import Collected, Wish, collect, fails
from reportctl.collect.ledger import HandInState
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.project.opening import open_project

if TYPE_CHECKING:
    from reportctl.project.opening import Project


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", readable=False, help="收到的文件、邮件（.eml）、压缩包或文件夹，原样不动"
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="什么也不写，只看会收下什么")] = False,
    department: Annotated[
        str,
        typer.Option(
            "--department",
            metavar="NAME",
            help="指明是哪个部门的，用于看不出部门的文件",
            autocompletion=complete_department,
        ),
    ] = "",
    again: Annotated[bool, typer.Option("--again", help="收过的也再收一次")] = False,
    no_convert: Annotated[
        bool, typer.Option("--no-convert", help="不用 LibreOffice 转换 .doc、.wps、.rtf")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,
    output: Annotated[TextOrJson, typer.Option("--format", help="输出格式：text 或 json")] = TextOrJson.TEXT,
) -> int:
    """收材料：Word、WPS、网页填报表、YAML、邮件、压缩包或文件夹，读成各部门的材料。"""
    console.settings.strict = strict
    try:
        project = open_project(console.settings.folder)
    except ProjectError as error:
        return _refuse(error, output)
    wish = Wish(_named(project, department), again=again, converts=not no_convert, dry=dry_run)
    # the one place that looks at the clock: when something came in is what a ledger is for
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    collected = collect(project, [_found(path, project) for path in paths], wish, now)
    if output is TextOrJson.JSON:
        _json(collected)
    else:
        reports.show(collected.findings, project.root)
        for name in collected.submissions:
            console.path(name)
    _summary(collected, dry=dry_run)
    return ExitCode.FINDINGS if fails(collected, strict=strict) else ExitCode.OK


def _refuse(error: ProjectError, output: TextOrJson) -> int:
    """Say why the project cannot be used: on stdout only what a program reads there."""
    if output is TextOrJson.JSON:
        return reports.refuse(error, reports.ReportFormat.JSON)
    raise error


def _named(project: Project, department: str) -> str:
    """The roster's name of the department that the official named, "" for none."""
    if not department:
        return ""
    return project.roster.named(department).name.strip()


def _found(path: Path, project: Project) -> Path:
    """A path from the command line, which must not be the project itself."""
    path = project.found(path)
    if path.is_dir() and path.resolve() in (project.root, *project.root.parents):
        raise UsageError(f"{path} 是项目自己的文件夹，或者在它上面", hint="写放着来件的文件夹")
    return path


def _json(collected: Collected) -> None:
    states = [receipt.state for receipt in collected.receipts]
    console.json(
        {
            "version": 1,
            "summary": {
                **tally(collected.findings),
                **{state.value: states.count(state) for state in HandInState},
            },
            "submissions": list(collected.submissions),
            "files": [asdict(receipt) for receipt in collected.receipts],
            "findings": [finding.as_dict() for finding in collected.findings],
        }
    )


def _summary(collected: Collected, *, dry: bool) -> None:
    states = [receipt.state for receipt in collected.receipts]
    if not states:
        console.talk("没有新的来件")
        return
    told = "、".join(f"{state.chinese} {states.count(state)} 份" for state in HandInState if state in states)
    console.talk(f"{'会是' if dry else '新到'} {len(states)} 份：{told}")
    if HandInState.PENDING in states and not dry:
        console.talk("待处理的在 received/pending，旁边的 .txt 写着原因和办法")
