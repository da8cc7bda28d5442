"""All families of rules, and one walk over a project that runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.rules import mends, placeholders, roster, structure
from reportctl.rules.context import sites
from reportctl.text.person import FirstPerson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding, Rule
    from reportctl.model.roster import Received
    from reportctl.rules.context import Context

RULES: tuple[Rule, ...] = (*roster.RULES, *structure.RULES, *placeholders.RULES, *mends.RULES)


def check_submission(received: Received, context: Context) -> Iterator[Finding]:
    """The rules that look at one submission; an unfilled form is the roster's affair."""
    if not received.filled:
        return
    yield from structure.check_submission(received, context)
    person = FirstPerson(received.name or received.file.submission.department)
    for site in sites(received):
        yield from placeholders.check_text(site)
        yield from mends.check_text(site, person)


def check_alone(received: Received, context: Context) -> Iterator[Finding]:
    """One submission that a department checks by itself before it hands it in."""
    yield from roster.check_name(received, context.roster)
    if received.filled:
        yield from check_submission(received, context)
    else:
        yield roster.unfilled(received)


def check_project(context: Context) -> Iterator[Finding]:
    """The rules that look across submissions."""
    yield from roster.check_project(context)
