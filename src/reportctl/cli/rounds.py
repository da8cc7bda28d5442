"""A round in the words of `status`, and its name as the value of an option."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from reportctl.cli import console
from reportctl.cli.text_or_json import TextOrJson
from reportctl.errors import ExitCode
from reportctl.project.opening import locate
from reportctl.project.round_status import round_status
from reportctl.project.rounds import named_round, round_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.project.opening import Project
    from reportctl.project.round_status import RoundStatus
    from reportctl.snapshot import ReturnedCopy, Snapshot

_HEADINGS = ("谁", "出自它的段落", "收回", "改动", "收时没放下的", "文件")
_OTHER = "\uff08不在名单上\uff09"


def complete_round(ctx: typer.Context, incomplete: str) -> list[str]:
    """The rounds whose names begin so.

    Raises:
        ReportctlError: there is no project.
    """
    folder = ctx.find_root().params.get("folder")
    names = round_names(locate(None if folder is None else Path(folder)))
    return [name for name in names if name.startswith(incomplete)]


def show_round(project: Project, name: str, output: TextOrJson, *, fail_on_missing: bool) -> int:
    """Say of a round what of it is whose, and whose copy came back.

    Raises:
        UsageError: there is no round of that name.
        FileError: its snapshot is damaged.
    """
    snapshot = named_round(project.root, name)
    status = round_status(snapshot, project.roster)
    if output is TextOrJson.JSON:
        console.json(_as_dict(name, snapshot, status))
    else:
        _show(list(_rows(status)))
    came = sum(bool(share.copies) for share in status.shares)
    told = f"{name}\uff1a{came} 个部门收回\uff0c{len(status.out)} 个没有"
    others = len({copy.by or copy.file for copy in status.others})
    console.talk(told + (f"\uff1b名单以外 {others} 人" if others else ""))
    return ExitCode.FINDINGS if fail_on_missing and status.out else ExitCode.OK


def _rows(status: RoundStatus) -> Iterator[tuple[str, ...]]:
    for share in status.shares:
        if not share.copies:
            yield (console.safe(share.department), str(len(share.paragraphs)), "没有", "", "", "")
        for copy in share.copies:
            yield (console.safe(share.department), str(len(share.paragraphs)), *_cells(copy))
    for copy in status.others:
        yield (console.safe(copy.by) or _OTHER, "", *_cells(copy))


def _cells(copy: ReturnedCopy) -> tuple[str, ...]:
    return "收回", str(copy.changes), str(copy.open), console.safe(copy.file)


def _show(rows: Sequence[tuple[str, ...]]) -> None:
    if not console.has_room(sys.stdout):
        for row in rows:
            console.out("\t".join(row))
        return
    console.table(_HEADINGS, [(row, "") for row in rows])


def _as_dict(name: str, snapshot: Snapshot, status: RoundStatus) -> dict[str, Any]:
    return {
        "version": 1,
        "round": name,
        "year": snapshot.year,
        "build": snapshot.build,
        "departments": [
            {
                "name": share.department,
                "state": "returned" if share.copies else "out",
                "paragraphs": [
                    {"at": paragraph.at, "heading": paragraph.heading, "number": paragraph.number}
                    for paragraph in share.paragraphs
                ],
                "copies": [_copy(copy) for copy in share.copies],
            }
            for share in status.shares
        ],
        "others": [_copy(copy) for copy in status.others],
    }


def _copy(copy: ReturnedCopy) -> dict[str, Any]:
    return {
        "file": copy.file,
        "by": copy.by,
        "sha256": copy.digest,
        "changes": copy.changes,
        "open": copy.open,
    }
