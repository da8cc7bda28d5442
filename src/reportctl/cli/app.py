"""The program and its verbs."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl import __version__
from reportctl.cli import console
from reportctl.cli.helping import Command, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = ("init", "validate", "build", "status", "inspect", "figures", "explain", "schema", "layout")
"""The modules of the verbs, in the order of the help page."""
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


def program(verbs: Sequence[str] = VERBS) -> typer.Typer:
    """The program, with all its verbs or with those that a command line can mean.

    Typer looks closely at each verb that it is told of: at nine of them for ten milliseconds.
    """
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_HELP_NAMES,
    )
    app.callback()(_globals)
    for verb in verbs:
        module = import_module(f"reportctl.cli.{verb}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=verb)
        else:
            app.command(verb, cls=Command, context_settings=_HELP_NAMES)(module.command)
    return app


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _version(wanted: bool) -> None:
    if wanted:
        console.out(f"reportctl {__version__}")
        raise typer.Exit


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
