"""The verbs that there are, found by walking the program rather than by knowing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from reportctl.cli.app import program

if TYPE_CHECKING:
    from collections.abc import Iterator


def _commands(command: Any, *names: str) -> Iterator[tuple[str, ...]]:
    yield names
    context = typer.Context(command)
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        yield from _commands(command.get_command(context, name), *names, name)


COMMANDS = sorted(set(_commands(program())))
"""The words of every command, () for the program itself: ("build",), ("layout", "show")."""
VERBS = frozenset(names[0] for names in COMMANDS if names)
