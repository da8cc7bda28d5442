"""The options by which a user chooses findings by their codes."""

from __future__ import annotations

from typing import Annotated

import typer

from reportctl.project.rulebook import rulebook


def complete_codes(incomplete: str) -> list[tuple[str, str]]:
    """The codes of `validate` that the last of a comma-separated list begins, with their titles."""
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [
        (f"{before}{comma}{code}", rule.title)
        for code, rule in rulebook().items()
        if code.startswith(last) and code not in taken
    ]


Select = Annotated[
    str,
    typer.Option("--select", metavar="CODES", help="只看这些规则（逗号分隔）", autocompletion=complete_codes),
]
Ignore = Annotated[
    str,
    typer.Option("--ignore", metavar="CODES", help="不看这些规则（逗号分隔）", autocompletion=complete_codes),
]
