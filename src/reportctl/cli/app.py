"""The program and its verbs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportctl import __version__
from reportctl.cli import build, console, explain, figures, init, inspect, layout, schema, status, validate
from reportctl.cli.helping import Command, Group

_HELP_NAMES = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP_NAMES,
)


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _version(wanted: bool) -> None:
    if wanted:
        console.out(f"reportctl {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    folder: Annotated[
        Path | None,
        typer.Option(
            "-C",
            metavar="DIR",
            readable=False,  # the project says so itself, in the user's language
            help="项目文件夹（默认从当前文件夹向上找 report.yaml）",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="只报错误，一切正常时什么也不说")] = False,
    color: Annotated[Color, typer.Option("--color", help="颜色：auto、always 或 never")] = Color.AUTO,
    version: Annotated[  # noqa: ARG001 - Typer calls _version for it
        bool, typer.Option("--version", help="显示版本", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """把各部门的 YAML 材料汇总成一份规范的法治政府建设情况报告（Word）。"""
    console.settings.folder = folder
    console.settings.quiet = quiet
    console.settings.color = color.value


for verb in (init, validate, build, status, inspect, figures, explain, schema):
    app.command(verb.NAME, cls=Command, context_settings=_HELP_NAMES)(verb.command)
app.add_typer(layout.app, name=layout.NAME)
