"""The verbs that there are, found by walking the program rather than by knowing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli.app import program

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer


def _commands(group: typer.Typer, *names: str) -> Iterator[tuple[str, ...]]:
    yield names
    for command in group.registered_commands:
        yield (*names, str(command.name))
    for below in group.registered_groups:
        assert below.typer_instance is not None
        yield from _commands(below.typer_instance, *names, str(below.name))


COMMANDS = sorted(set(_commands(program())))
"""The words of every command, () for the program itself: ("build",), ("layout", "show")."""
VERBS = frozenset(names[0] for names in COMMANDS if names)
