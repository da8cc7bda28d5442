"""A department as the value of an option: what a shell offers, from the project that is meant."""

from __future__ import annotations

from pathlib import Path

import typer

from reportctl.project.opening import open_project


def complete_department(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The names and aliases on the roster that begin so, an alias with the name that it stands for.

    Raises:
        ReportctlError: there is no project, or it cannot be opened.
    """
    folder = ctx.find_root().params.get("folder")
    roster = open_project(None if folder is None else Path(folder)).roster
    return [
        (name, "" if name == full else full)
        for name, full in roster.names.items()
        if name.startswith(incomplete)
    ]
