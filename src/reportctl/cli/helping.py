"""Help pages in Chinese, and global options wherever a user puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from reportctl.cli import console

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_VALUE = ("-C", "--color")
_FLAGS = ("-q", "--quiet")
_NOTES = (("[default: ", "[默认\uff1a"), ("[required]", "[必填]"))


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


def verb(arguments: Sequence[str]) -> str:
    """The first of hoisted arguments that is neither an option nor its value, "" where there is none."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument in _WITH_VALUE:
            next(waiting, None)
        elif not argument.startswith("-"):
            return argument
    return ""


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
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        words = [
            {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}.get(one, one) for one in pieces
        ]
        formatter.write_usage(ctx.command_path, " ".join(words), prefix="用法\uff1a")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Options, and the commands of a group."""
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx))]  # type: ignore[attr-defined]
        rows = [(names, _translated(words)) for names, words in rows]
        arguments = [row for row in rows if not row[0].startswith("-")]
        options = [row for row in rows if row[0].startswith("-")]
        for title, records in (("参数", arguments), ("选项", options)):
            _section(formatter, title, records)
        commands = getattr(self, "commands", {})
        listed = [(name, one.get_short_help_str(60)) for name, one in commands.items() if not one.hidden]
        _section(formatter, "命令", listed)


class Command(ChineseHelp, typer.core.TyperCommand):
    """A verb."""


class Group(ChineseHelp, typer.core.TyperGroup):
    """The program."""


def _show_help(ctx: Any, _parameter: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        console.out(ctx.get_help())
        ctx.exit()


def _section(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        formatter.write(f"\n{title}\uff1a\n")
        with formatter.indentation():
            formatter.write_dl(rows)


def _translated(words: str) -> str:
    for english, chinese in _NOTES:
        words = words.replace(english, chinese)
    return words
