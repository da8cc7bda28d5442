"""The program: its table of verbs, each loaded when it is called, and the options that all of them know."""

from __future__ import annotations

from copy import copy
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from reportctl import __version__
from reportctl.cli import completion, console
from reportctl.cli.usage import Command, Group, section

if TYPE_CHECKING:
    from collections.abc import Sequence


class Verb(NamedTuple):
    """A verb as the help page and the shell's completion show it, without loading its module."""

    group: str
    help: str


VERBS = {
    "init": Verb("收材料", "新建项目：报告设置和每个部门的表单。"),
    "notice": Verb("收材料", "报送通知：写明报送内容、期限和联系人，附报送提纲和填报表清单。"),
    "form": Verb("收材料", "部门表单：每个部门一张，用 Word 或浏览器填；提纲改了可以重做，填过的不动。"),
    "collect": Verb(
        "收材料", "收材料：Word、WPS、网页填报表、YAML、邮件、压缩包或文件夹，读成各部门的材料。"
    ),
    "status": Verb("收材料", "报送进度：谁交了、谁没交、谁的材料有错误。"),
    "remind": Verb("收材料", "催报和反馈：没交的催报，交了有问题的写明哪一段、怎么改，一个部门一封信。"),
    "validate": Verb("检查", "检查材料：指出哪一行有什么问题、怎么改。"),
    "inspect": Verb("检查", "检查公文格式：任何 .docx 与 GB/T 9704-2012 不一致的地方。"),
    "explain": Verb("检查", "解释一条规则：为什么、怎么改、正反例子。"),
    "build": Verb("成稿", "汇总材料，生成报告。"),
    "figures": Verb("成稿", "数据台账：各部门填报的每个数，在报告的什么地方。"),
    "reconcile": Verb("成稿", "收改动：领导在 Word 里改了什么，收进 edits.yaml，下次生成照写。"),
    "diff": Verb("成稿", "比较两稿：两轮、两个文件、两个项目或两个年度，哪里不同。"),
    "layout": Verb("其他", "版面：字体、字号、行距、边距等全部数值。"),
    "schema": Verb("其他", "打印 report.yaml、edits.yaml 或部门材料的 JSON Schema，供编辑器提示和检查。"),
}
"""The verbs by name, in the order of the help page. A verb is the module of its name in this package: the
function `command`, or the Typer app `app` where it has verbs of its own; `help` is the first line there."""

_WITH_VALUE = ("-C", "--color", "--each", "--jobs")
_FLAGS = ("-q", "--quiet")
_JOINED = tuple(f"{option}=" for option in _WITH_VALUE if option.startswith("--"))


class Program(Group):
    """The program as Click sees it: its verbs come from the table."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Click's signature
        """The verbs."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Click's signature
        """A verb, whose module is loaded only here, or None: the one lazy layer of verbs."""
        return _verb(cmd_name) if cmd_name in VERBS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb that is called, which with --each is not done itself but for each project."""
        name, command, rest = super().resolve_command(ctx, args)
        folder = ctx.params.get("each")
        if folder is not None and command is not None:
            each = import_module("reportctl.cli.each")
            command = copy(command)
            command.callback = partial(each.command, each.Job(folder, name, tuple(rest), ctx.params["jobs"]))
        return name, command, rest

    def short_helps(self) -> list[tuple[str, str]]:
        """The verbs with what the table says of them."""
        return [(name, verb.help) for name, verb in VERBS.items()]

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Click's signature
        """The verbs by what they are for."""
        width = max(map(len, VERBS))
        for group in dict.fromkeys(verb.group for verb in VERBS.values()):
            rows = [(name.ljust(width), verb.help) for name, verb in VERBS.items() if verb.group == group]
            section(formatter, group, rows)


@cache
def _verb(name: str) -> Any:
    module = import_module(f"reportctl.cli.{name}")
    if hasattr(module, "app"):
        return typer.main.get_group(module.app)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(module.command)
    return typer.main.get_command(app)


@cache
def program() -> Program:
    """The program, ready to be called with arguments."""
    app = typer.Typer(
        cls=Program,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_globals)
    made = typer.main.get_group(app)
    assert isinstance(made, Program)  # noqa: S101 - what `cls` says, for mypy
    return made


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _version(wanted: bool) -> None:
    if wanted:
        console.out(f"reportctl {__version__}")
        raise typer.Exit


def _install(wanted: bool) -> None:
    if wanted:
        shell = completion.current_shell()
        path = completion.install(shell)
        console.path(path)
        console.talk(f"{shell} 的补全装好了\uff0c新开一个终端就能用")
        raise typer.Exit


def _show(wanted: bool) -> None:
    if wanted:
        console.out(completion.script(completion.current_shell()))
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
    each: Annotated[  # noqa: ARG001 - `resolve_command` looks at it
        Path | None,
        typer.Option("--each", metavar="DIR", readable=False, help="对这个文件夹下面的每个项目做一遍"),
    ] = None,
    jobs: Annotated[  # noqa: ARG001 - the same
        int | None, typer.Option("--jobs", metavar="N", help="--each 同时做几个（默认有几个核做几个）")
    ] = None,
    version: Annotated[  # noqa: ARG001 - Typer calls _version for it
        bool, typer.Option("--version", help="显示版本", callback=_version, is_eager=True)
    ] = False,
    install: Annotated[  # noqa: ARG001 - the same
        bool,
        typer.Option(
            "--install-completion",
            help="给现在用的终端（bash、zsh 或 fish）装上按 Tab 键补全",
            callback=_install,
            is_eager=True,
        ),
    ] = False,
    show: Annotated[  # noqa: ARG001 - the same
        bool,
        typer.Option("--show-completion", help="显示补全脚本，自己安装", callback=_show, is_eager=True),
    ] = False,
) -> None:
    """把各部门的 YAML 材料汇总成一份规范的法治政府建设情况报告（Word）。"""
    console.settings.folder = folder
    console.settings.quiet = quiet
    console.settings.color = color.value


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with global options in front: `validate -q -C DIR` means what it says."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in _FLAGS or argument.startswith(_JOINED):
            front.append(argument)
        elif argument in _WITH_VALUE:
            front.append(argument)
            front += [value for value in [next(waiting, None)] if value is not None]
        elif argument.startswith("-C") and len(argument) > 2:
            front += ["-C", argument[2:]]
        else:
            rest.append(argument)
    return front + rest


def settle_early(arguments: Sequence[str]) -> None:
    """Take colour and quiet from hoisted arguments: for what is said before Click has read them all."""
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if name in _FLAGS:
            console.settings.quiet = True
        elif name in _WITH_VALUE:
            value = value if equals else next(waiting, "")
            if name == "--color" and value in set(Color):
                console.settings.color = value
        else:
            break
