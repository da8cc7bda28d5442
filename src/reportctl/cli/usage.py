"""Click in Chinese: help pages, and what it complains of in a command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

from reportctl.cli import console
from reportctl.suggest import word_hint

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTES = (("[default: ", "[默认\uff1a"), ("[required]", "[必填]"))
_CHOICES = re.compile(r"\[(\w+(?:\|\w+)+)\]")
_QUOTED = re.compile("'([^']*)'")


class ChineseHelp:
    """Mixed into commands and groups: a plain help page in Chinese, without frames, whatever the terminal."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the page; what cannot be written is treated as all other output."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help, option.callback = "显示这一页", _show_help
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)  # type: ignore[attr-defined]
        self.format_options(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how to call the command."""
        words = ["[选项]", *map(_argument, _arguments(self, ctx))]
        if isinstance(self, Group):
            words.append("命令 [参数]...")
        formatter.write_usage(ctx.command_path, " ".join(words), prefix="用法\uff1a")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options."""
        arguments = _arguments(self, ctx)
        rows = [(_argument(found), _record(found, ctx)[1]) for found in arguments]
        section(formatter, "参数", rows)
        options = [known for known in self.get_params(ctx) if known not in arguments]  # type: ignore[attr-defined]
        section(formatter, "选项", [_record(option, ctx) for option in options if not option.hidden])


class Command(ChineseHelp, typer.core.TyperCommand):
    """A verb."""


class Group(ChineseHelp, typer.core.TyperGroup):
    """A verb that has verbs of its own."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, options and commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Click's signature
        """The commands, in the order in which they were made."""
        section(formatter, "命令", self.short_helps())

    def short_helps(self) -> list[tuple[str, str]]:
        """Each command with a line of help."""
        return [(name, command.get_short_help_str(60)) for name, command in self.commands.items()]


def section(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    """A part of the page: rows of a name and what it means."""
    if rows:
        formatter.write(f"\n{title}\uff1a\n")
        with formatter.indentation():
            formatter.write_dl(rows)


def _show_help(ctx: Any, _parameter: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        console.out(ctx.get_help())
        ctx.exit()


def _arguments(command: Any, ctx: Any) -> list[Any]:
    return [known for known in command.get_params(ctx) if known.param_type_name == "argument"]


def _argument(parameter: Any) -> str:
    """An argument as its verb names it; how Typer dresses that name differs from release to release."""
    return str(parameter.metavar or parameter.name.upper())


def _record(parameter: Any, ctx: Any) -> tuple[str, str]:
    """The names of a parameter and what it means, the choices in the brackets that newer releases take."""
    names, words = parameter.get_help_record(ctx)
    for english, chinese in _NOTES:
        words = words.replace(english, chinese)
    return _CHOICES.sub(r"<\1>", names), words


def usage_error(error: Any) -> tuple[str, str]:
    """Message and hint for one of Click's usage errors."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "reportctl"
    hint, verbs = f"用 `{command} --help` 查看用法", f"用 `{command} --help` 查看全部命令"
    message = str(getattr(error, "message", error))
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = word_hint(error.option_name, error.possibilities or ())
        return f"没有选项 {error.option_name}", near or hint
    if kind == "BadOptionUsage":
        needs = "后面不写值" if "does not take" in message else "后面要写一个值"
        return f"选项 {error.option_name} {needs}", hint
    if kind == "MissingParameter":
        return f"缺少参数 {_name(error)}", hint
    if kind == "BadParameter":
        return f"{_name(error)} 的值不对\uff1a{_bad_value(message)}", hint
    if message.startswith("No such command"):
        name = (_QUOTED.findall(message) or [""])[0]
        return f"没有这个命令\uff1a{name}", word_hint(name, context.command.list_commands(context)) or verbs
    if message.startswith("Got unexpected extra argument"):
        return f"多余的参数\uff1a{message.rpartition('(')[2].rstrip(')')}", hint
    if message.startswith("Missing command"):
        return "没有写命令", verbs
    return message, hint


def _bad_value(message: str) -> str:
    """What a value should have been; Click names the value first, then the choices, each in quotes."""
    value, *choices = _QUOTED.findall(message) or [""]
    if choices:
        return f"“{value}”不行\uff0c只能写 {'、'.join(choices)}"
    if "integer" in message:
        return f"“{value}”不是整数" if value else "要写整数"  # newer releases do not repeat the value
    return message


def _name(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "")
    options = [option for option in parameter.opts if option.startswith("-")]
    return options[-1] if options else str(parameter.metavar or parameter.name).upper()
