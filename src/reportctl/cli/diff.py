"""`reportctl diff`: what differs between two rounds, built files, projects or years."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console, result_file
from reportctl.cli.text_or_json import TextOrJson
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.layout import DEFAULT, load
from reportctl.project.opening import open_layout, open_project
from reportctl.project.transaction import Change
from reportctl.review.differing import Differences
from reportctl.review.redlining import refuse_overwriting, tracked
from reportctl.review.reporting import change_dict, figure_dict, told_change, told_figure
from reportctl.review.sides import read_side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.review.changes import CopyChange
    from reportctl.review.sides import DiffSide
    from reportctl.review.wordings import ChangedFigure

_SIDE = "一轮的名字、生成的 .docx 或 .json、项目文件夹"


def command(
    old: Annotated[str, typer.Argument(metavar="A", help=f"原来的\uff1a{_SIDE}")],
    new: Annotated[str, typer.Argument(metavar="B", help="现在的\uff1a同上")],
    docx: Annotated[
        bool, typer.Option("--docx", help="写成 Word\uff0c不同的地方是修订\uff1a全接受是 B\uff0c全拒绝是 A")
    ] = False,
    path: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", readable=False, help="--docx 写到这个文件"),
    ] = None,
    output: Annotated[
        TextOrJson, typer.Option("--format", help="输出格式\uff1atext 或 json")
    ] = TextOrJson.TEXT,
) -> int:
    """比较两稿：两轮、两个文件、两个项目或两个年度，哪里不同。"""
    if docx and path is None:
        raise UsageError("--docx 要写明写到哪个文件", hint="例如 -o 花脸稿.docx")
    if path is not None and not docx:
        raise UsageError("-o 写的是 Word\uff0c这里没有要它", hint="加上 --docx")
    project = _project()
    before, after = (read_side(name, project) for name in (old, new))
    found = Differences.of(before, after)
    changes = found.changes()
    if docx and path is not None:
        refuse_overwriting(path, (before, after), project)
        result_file.put(Change(path, partial(tracked, found, after, _layout(project))))
    elif output is TextOrJson.JSON:
        _json(before, after, changes, found.figures(changes))
    else:
        for change in changes:
            console.out(console.safe(told_change(change)))
        for figure in found.figures(changes):
            console.out(console.safe(told_figure(figure, judged=False)))
        if not changes and not console.settings.quiet:
            console.out("没有不同")
    _tell(before, after, len(changes))
    return ExitCode.OK


def _project() -> Project | None:
    """The project whose rounds may be named; files can be compared without one."""
    try:
        return open_project(console.settings.folder)
    except ProjectError:
        if console.settings.folder is not None:
            raise
        return None


def _layout(project: Project | None) -> Layout:
    return load(DEFAULT, Path()) if project is None else open_layout(project)


def _json(
    before: DiffSide, after: DiffSide, changes: Iterable[CopyChange], figures: Iterable[ChangedFigure]
) -> None:
    differences = []
    for change in changes:
        told = change_dict(change)
        for name in ("by", "tracked", "state"):
            del told[name]
        differences.append({**told, "behind": change.behind if change.side.here is not None else None})
    console.json(
        {
            "version": 1,
            "old": {"name": before.name, "year": before.year or None},
            "new": {"name": after.name, "year": after.year or None},
            "changes": differences,
            "figures": [figure_dict(figure) for figure in figures],
        }
    )


def _tell(before: DiffSide, after: DiffSide, count: int) -> None:
    years = before.year and after.year and before.year != after.year
    how = f"\uff1b{before.year} 年和 {after.year} 年\uff0c按提纲里的位置比" if years else ""
    console.talk(f"{before.name} → {after.name}\uff1a{count} 处不同{how}")
    for side in (before, after):
        if side.beside:
            console.talk(
                f"{side.name} 里有 {side.beside} 处不在段落里\uff08页眉、文本框、脚注、图片\uff09\uff0c没有比"
            )
