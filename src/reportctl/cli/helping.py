"""Help and usage errors in Chinese, and global options wherever a user puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_VALUE = ("-C", "--color")
_FLAGS = ("-q", "--quiet")


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with global options in front: `validate -q -C DIR` means what it says."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in _FLAGS or argument.startswith("--color="):
            front.append(argument)
        elif argument in _WITH_VALUE:
            front.append(argument)
            front += [value for value in [next(waiting, None)] if value is not None]
        elif argument.startswith("-C") and len(argument) > 2:
            front += ["-C", argument[2:]]
        else:
            rest.append(argument)
    return front + rest


def usage_error(error: Any) -> tuple[str, str]:
    """Message and hint for what Click calls a usage error."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "reportctl"
    hint = f"用 `{command} --help` 查看用法"
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = list(getattr(error, "possibilities", None) or [])
        hint = f"是不是 {near[0]}？" if near else hint
        return f"没有选项 {error.option_name}", hint
    if kind == "BadOptionUsage":
        return f"选项 {error.option_name} 后面要写一个值", hint
    if kind == "MissingParameter":
        return f"缺少参数 {_name(error)}", hint
    message = str(getattr(error, "message", error))
    if message.startswith("No such command"):
        return (
            f"没有这个命令：{message.partition(chr(39))[2].partition(chr(39))[0]}",
            "用 `reportctl --help` 查看全部命令",
        )
    if message.startswith("Got unexpected extra argument"):
        return f"多余的参数：{message.partition('(')[2].rstrip(')')}", hint
    if kind == "BadParameter":
        return f"{_name(error)} 的值不对：{message}", hint
    if message.startswith("Missing command"):
        return "没有写命令", "用 `reportctl --help` 查看全部命令"
    return message, hint


def _name(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "")
    options = [option for option in parameter.opts if option.startswith("-")]
    return options[-1] if options else str(parameter.metavar or parameter.name).upper()


class ChineseHelp:
    """Mixed into commands and groups: the frame of a help page in Chinese."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how to call the command."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        words = [
            {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}.get(one, one) for one in pieces
        ]
        formatter.write_usage(ctx.command_path, " ".join(words), prefix="用法：")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Options, and the commands of a group."""
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx))]  # type: ignore[attr-defined]
        arguments = [row for row in rows if not row[0].startswith("-")]
        options = [row for row in rows if row[0].startswith("-")]
        for title, records in (("参数", arguments), ("选项", options)):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
        commands = getattr(self, "commands", {})
        if commands:
            with formatter.section("命令"):
                formatter.write_dl(
                    [(name, one.get_short_help_str(60)) for name, one in commands.items() if not one.hidden]
                )


class Command(ChineseHelp, typer.core.TyperCommand):
    """A verb."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The plain help page: no frames, whatever the terminal."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)


class Group(ChineseHelp, typer.core.TyperGroup):
    """The program."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The plain help page: no frames, whatever the terminal."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)
