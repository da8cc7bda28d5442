"""`reportctl reconcile`: takes what people changed in copies of the report back into edits.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, reports
from reportctl.cli.rounds import complete_round
from reportctl.cli.text_or_json import TextOrJson
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.project.opening import open_project
from reportctl.review.changes import ChangeState
from reportctl.review.copies import TrackedMode
from reportctl.review.incoming import ReconcileWish
from reportctl.review.reconciling import Writing, reconcile, write
from reportctl.review.reporting import as_dict, table

if TYPE_CHECKING:
    from reportctl.review.held import HeldCopy, Reconciled


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[EDITED.docx]...", readable=False, help="改过的报告\uff0c同一稿的几份可以一起收"
        ),
    ] = None,
    round_name: Annotated[
        str,
        typer.Option(
            "--round",
            metavar="NAME",
            help="是从哪一轮改的\uff08默认自己认\uff09",
            autocompletion=complete_round,
        ),
    ] = "",
    tracked: Annotated[
        TrackedMode,
        typer.Option(
            "--tracked", help="没有接受的修订\uff1aaccept 算改动\uff0creject 不算\uff0cstop 有就停下"
        ),
    ] = TrackedMode.ACCEPT,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="姓名", help="谁改的\uff0c写进 edits.yaml\uff1b几份的\uff0c一份写一次"),
    ] = None,
    writes: Annotated[bool, typer.Option("--write", help="把改动写进 edits.yaml")] = False,
    refreshes: Annotated[
        bool,
        typer.Option(
            "--refresh", help="改稿之后部门又报的\uff1a两边改的不是同一分句\uff0c合起来写进 edits.yaml"
        ),
    ] = False,
    output: Annotated[
        TextOrJson, typer.Option("--format", help="输出格式\uff1atext 或 json")
    ] = TextOrJson.TEXT,
) -> int:
    """收改动：领导在 Word 里改了什么，收进 edits.yaml，下次生成照写。"""
    _check_asked(bool(files), writes=writes, refreshes=refreshes)
    try:
        project = open_project(console.settings.folder)
    except ProjectError as error:
        if output is TextOrJson.JSON:
            return reports.refuse(error, reports.ReportFormat.JSON)
        raise
    names = tuple(name.strip() for name in by or () if name.strip())
    wish = ReconcileWish(round_name, tracked, names, proposals_alone=refreshes and not writes)
    reconciled = reconcile(project, [project.found(file) for file in files or ()], wish)
    if output is TextOrJson.JSON:
        console.json(as_dict(reconciled))
    else:
        _show(reconciled)
    for copy in reconciled.copies:
        _tell_base(copy, several=len(reconciled.copies) > 1)
    if writes and (reconciled.base is None or reconciled.base.lost):
        console.error(
            "不知道这一份是从哪一稿改的\uff0c什么也没有写", "从备份里恢复 rounds\uff0c或用 --round 指明"
        )
        return ExitCode.FINDINGS
    if writes or refreshes:
        for remark in write(project, reconciled, Writing(writes, refreshes)):
            console.warn(remark)
        console.settings.done = True
    _tell(reconciled, writes=writes, refreshes=refreshes)
    is_settled = not reconciled.open(refreshed=refreshes)
    return ExitCode.OK if is_settled else ExitCode.FINDINGS


def _check_asked(has_files: bool, *, writes: bool, refreshes: bool) -> None:
    if not has_files and writes:
        raise UsageError("--write 写的是改稿里的改动\uff0c这里没有改稿", hint="只写提议的\uff0c去掉 --write")
    if not has_files and not refreshes:
        raise UsageError("没有写要收的改稿", hint="例如 reportctl reconcile 改稿.docx")


def _show(reconciled: Reconciled) -> None:
    lines = list(table(reconciled))
    for line in lines:
        console.out(console.safe(line))
    if lines or console.settings.quiet:
        return
    if not reconciled.copies:
        console.out("没有过期的改稿")
    elif any(copy.incoming.base is not None for copy in reconciled.copies):
        already = sum(copy.already for copy in reconciled.copies)
        console.out("没有改动" + (f"\uff08{already} 处已在 edits.yaml 里\uff09" if already else ""))


def _tell_base(copy: HeldCopy, *, several: bool) -> None:
    for name in copy.incoming.damaged:
        console.warn(f"{name} 损坏了\uff0c没有用")
    base = copy.incoming.base
    which = copy.incoming.path.name if several else "这一份"
    if base is None:
        console.error(
            f"rounds 里没有{which}的底本\uff0c今天的稿子也不像它\uff0c看不出改了什么",
            "从备份里恢复 rounds\uff1b或用 build --round 重新发一稿\uff0c请领导在上面改",
        )
    elif base.lost and several:
        console.error(f"{which} 自己的底本不在 rounds 里了\uff0c没有收", "单独看它\uff1areconcile 只写这一份")
    elif base.lost:
        console.warn(f"这一份自己的底本不在 rounds 里了\uff0c只拿最像的“{base.name}”比给您看\uff0c不能写入")
    elif several:
        count = len(copy.changes)
        told = f"{count} 处改动" if count else "没有改动"
        already = f"\uff0c另有 {copy.already} 处已在 edits.yaml 里" if copy.already else ""
        name = f"\uff08{copy.incoming.author}\uff09" if copy.incoming.author else ""
        console.talk(
            f"{which}{name}\uff1a{told}{already}\uff1b底本\uff1a{base.name}\uff08凭{base.evidence.value}\uff09"
        )
    else:
        console.talk(f"底本\uff1a{base.name}\uff08凭{base.evidence.value}\uff09")


def _tell(reconciled: Reconciled, *, writes: bool, refreshes: bool) -> None:
    placed = sum(change.state is ChangeState.PLACED for change in reconciled.changes)
    if reconciled.text is not None:
        if writes:
            console.talk(f"{placed} 处改动写进了 edits.yaml")
        else:
            console.talk(f"{placed} 处改动\uff0c还没有写\uff1b写进 edits.yaml\uff0c加 --write")
    proposed = len(reconciled.refreshing.proposed)
    if proposed:
        told = "写进了 edits.yaml" if refreshes else "还没有写\uff1b写进 edits.yaml\uff0c加 --refresh"
        console.talk(f"{proposed} 条提议\uff0c{told}")
    if reconciled.clashes:
        console.talk(
            f"{len(reconciled.clashes)} 处冲突\uff0c没有写\uff1a定下来以后写进 edits.yaml\uff0c或改好一份再收"
        )
    left = len(reconciled.refreshing.left)
    if left:
        console.talk(f"{left} 条改稿过期了\uff0c两边的话都在上面\uff0c请手工改 edits.yaml")
    tracked = sum(len(copy.incoming.left_tracked) for copy in reconciled.copies)
    if tracked:
        console.talk(f"有 {tracked} 处修订没有接受\uff0c没有收")
    unplaced = sum(len(copy.unplaced) for copy in reconciled.copies)
    if unplaced:
        which = "这一份" if len(reconciled.copies) == 1 else "有这些话的那几份"
        console.talk(f"{unplaced} 处放不下\uff0c请手工处理\uff1b{which}还不能删")
