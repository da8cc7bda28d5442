"""`reportctl reconcile`: takes what people changed in a copy of the report back into edits.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportctl.cli import console, reports
from reportctl.cli.text_or_json import TextOrJson
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.project.opening import open_project
from reportctl.review.changes import ChangeState
from reportctl.review.copies import TrackedMode
from reportctl.review.reconciling import Reconciled, ReconcileWish, reconcile, write
from reportctl.review.reporting import as_dict, table


def command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="EDITED.docx", readable=False, help="改过的报告\uff0c一次一份"),
    ],
    round_name: Annotated[
        str, typer.Option("--round", metavar="NAME", help="这一份是从哪一轮改的\uff08默认自己认\uff09")
    ] = "",
    tracked: Annotated[
        TrackedMode,
        typer.Option(
            "--tracked", help="没有接受的修订\uff1aaccept 算改动\uff0creject 不算\uff0cstop 有就停下"
        ),
    ] = TrackedMode.ACCEPT,
    by: Annotated[str, typer.Option("--by", metavar="姓名", help="谁改的\uff0c写进 edits.yaml")] = "",
    writes: Annotated[bool, typer.Option("--write", help="把改动写进 edits.yaml")] = False,
    output: Annotated[
        TextOrJson, typer.Option("--format", help="输出格式\uff1atext 或 json")
    ] = TextOrJson.TEXT,
) -> int:
    """收改动：领导在 Word 里改了什么，收进 edits.yaml，下次生成照写。"""
    if len(files) > 1:
        raise UsageError("一次只能收一份改稿", hint="几份的\uff0c一份一份地收")
    try:
        project = open_project(console.settings.folder)
    except ProjectError as error:
        if output is TextOrJson.JSON:
            return reports.refuse(error, reports.ReportFormat.JSON)
        raise
    wish = ReconcileWish(round_name, tracked, by.strip())
    reconciled = reconcile(project, project.found(files[0]), wish)
    if output is TextOrJson.JSON:
        console.json(as_dict(reconciled))
    else:
        _show(reconciled)
    _tell_base(reconciled)
    code = _code(reconciled)
    if not writes:
        _tell(reconciled)
        return code
    if reconciled.base is None or reconciled.base.lost:
        console.error(
            "不知道这一份是从哪一稿改的\uff0c什么也没有写", "从备份里恢复 rounds\uff0c或用 --round 指明"
        )
        return ExitCode.FINDINGS
    for remark in write(project, reconciled):
        console.warn(remark)
    console.settings.done = True
    _tell_written(reconciled)
    return code


def _show(reconciled: Reconciled) -> None:
    lines = list(table(reconciled))
    for line in lines:
        console.out(console.safe(line))
    if not lines and reconciled.base is not None and not console.settings.quiet:
        already = f"\uff08{reconciled.already} 处已在 edits.yaml 里\uff09" if reconciled.already else ""
        console.out(f"没有改动{already}")


def _tell_base(reconciled: Reconciled) -> None:
    for name in reconciled.damaged:
        console.warn(f"{name} 损坏了\uff0c没有用")
    base = reconciled.base
    if base is None:
        console.error(
            "rounds 里没有这一份的底本\uff0c今天的稿子也不像它\uff0c看不出改了什么",
            "从备份里恢复 rounds\uff1b或用 build --round 重新发一稿\uff0c请领导在上面改",
        )
    elif base.lost:
        console.warn(f"这一份自己的底本不在 rounds 里了\uff0c只拿最像的“{base.name}”比给您看\uff0c不能写入")
    else:
        console.talk(f"底本\uff1a{base.name}\uff08凭{base.evidence.value}\uff09")


def _code(reconciled: Reconciled) -> int:
    unsettled = any(change.state is not ChangeState.PLACED for change in reconciled.changes)
    fails = unsettled or reconciled.unplaced or not reconciled.certain
    return ExitCode.FINDINGS if fails else ExitCode.OK


def _tell(reconciled: Reconciled) -> None:
    if reconciled.text is not None:
        console.talk(f"{_count(reconciled)} 处改动\uff0c还没有写\uff1b写进 edits.yaml\uff0c加 --write")
    _tell_rest(reconciled)


def _tell_written(reconciled: Reconciled) -> None:
    if reconciled.text is not None:
        console.talk(f"{_count(reconciled)} 处改动写进了 edits.yaml")
    _tell_rest(reconciled)


def _tell_rest(reconciled: Reconciled) -> None:
    if reconciled.left_tracked:
        console.talk(f"有 {len(reconciled.left_tracked)} 处修订没有接受\uff0c没有收")
    if reconciled.unplaced:
        console.talk(f"{len(reconciled.unplaced)} 处放不下\uff0c请手工处理\uff1b这一份还不能删")


def _count(reconciled: Reconciled) -> int:
    return sum(change.state is ChangeState.PLACED for change in reconciled.changes)
