"""`reportctl layout show`: every figure of a layout, and where an office's own leaves the standard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console
from reportctl.cli.usage import Command, Group
from reportctl.errors import ExitCode
from reportctl.layout import DEFAULT, ListedSetting, describe, deviations, load, shipped
from reportctl.project.opening import find_project

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRENGTHS = {"must": "应当", "should": "一般", "practice": "惯例"}

app = typer.Typer(cls=Group, rich_markup_mode=None, help="版面：字体、字号、行距、边距等全部数值。")


@app.command("show", cls=Command)
def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="gb9704、gb33476 或本单位的版面文件；默认用项目的版面",
            autocompletion=shipped,
        ),
    ] = None,
) -> int:
    """列出版面的每个数值和依据的条款，以及与标准不同的地方。"""
    chosen, base = (name, Path()) if name is not None else _of_project()
    layout = load(chosen, base)
    _print(describe(layout))
    left = deviations(layout)
    console.out(f"与标准不同的有 {len(left)} 处" if left else "与标准没有不同")
    for line in left:
        console.out(
            f"  {line.key}：{line.value}，标准是 {line.required}（{line.citation}，{_strength(line)}）"
        )
    return ExitCode.OK


def _of_project() -> tuple[str, Path]:
    """The project's own layout; outside a project, the standard's."""
    project = find_project(console.settings.folder)
    return (DEFAULT, Path()) if project is None else (project.report.report.layout, project.root)


def _print(lines: Iterable[ListedSetting]) -> None:
    for line in lines:
        console.out(f"{line.key}\t{line.title}\t{line.value}\t{line.citation}\t{_strength(line)}")


def _strength(line: ListedSetting) -> str:
    return _STRENGTHS[line.strength.value]
