"""The least that a Typer program can do: its start is the floor for `reportctl --version`."""

from __future__ import annotations

import typer

app = typer.Typer()


@app.command()
def main(*, version: bool = False) -> None:
    """Print a version."""
    if version:
        typer.echo("1.0")
