"""All families of rules, and one walk over a project that runs them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportctl.rules import (
    characters,
    conflicts,
    content,
    controls,
    copies,
    coverage,
    data,
    documents,
    figures,
    headings,
    last_year,
    length,
    manner,
    marks,
    measures,
    mends,
    numbering,
    offices,
    pairs,
    pauses,
    placeholders,
    rates,
    remains,
    repeats,
    roster,
    structure,
    sums,
    suppressions,
    words,
    years,
)
from reportctl.rules.context import edits_texts, report_texts, text_set_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportctl.findings import Finding, Rule
    from reportctl.model.files import EditsFile, Submission
    from reportctl.rules.context import Context, TextSet

_TEXT = (
    placeholders,
    mends,
    pairs,
    marks,
    controls,
    characters,
    remains,
    headings,
    numbering,
    repeats,
    measures,
    length,
    years,
    documents,
    offices,
    words,
    sums,
    rates,
    manner,
    pauses,
)

TEXT: dict[str, Callable[[TextSet, Context], Iterator[Finding]]] = {
    family.__name__.rpartition(".")[2]: family.check for family in _TEXT
}
"""The families that look at texts, whoever wrote them: by name, for the table of their times."""

ITEMS: dict[str, Callable[[Submission, Context], Iterator[Finding]]] = {
    "structure": structure.check_submission,
    "figures": figures.check,
    "content": content.check,
}
"""The families that look at a submission's items."""

PROJECT: dict[str, Callable[[Context], Iterator[Finding]]] = {
    "roster": roster.check_project,
    "conflicts": conflicts.check_project,
    "copies": copies.check_project,
    "last_year": last_year.check_project,
    "coverage": coverage.check_project,
}
"""The families that look across submissions."""

RULES: tuple[Rule, ...] = (
    *roster.RULES,
    *structure.RULES,
    *figures.RULES,
    *conflicts.RULES,
    *content.RULES,
    *copies.RULES,
    *last_year.RULES,
    *coverage.RULES,
    *(rule for family in _TEXT for rule in family.RULES),
    *suppressions.RULES,
    data.BAD_DATA,
)


_TEXTS, _ITEMS, _PROJECT = (tuple(some.values()) for some in (TEXT, ITEMS, PROJECT))
_CODES: dict[Any, frozenset[str]] = {
    check: frozenset(rule.code for rule in (*family.RULES, *getattr(family, "ALSO", ())))
    for family in (structure, figures, conflicts, content, roster, copies, last_year, coverage, *_TEXT)
    for check in vars(family).values()
    if callable(check) and check in {*_TEXTS, *_ITEMS, *_PROJECT}
}
"""What each family may find: rules of its own and, in `ALSO`, others'."""


@lru_cache(maxsize=8)
def _running(checks: tuple[Any, ...], silent: frozenset[str]) -> tuple[Any, ...]:
    """The checks that may find what report.yaml does not silence."""
    return tuple(check for check in checks if not _CODES[check] <= silent)


def check_submission(received: Submission, context: Context) -> Iterator[Finding]:
    """The rules that look at one submission; an unfilled form is the roster's affair."""
    if not received.filled:
        return
    for check in _running(_ITEMS, context.silent):
        yield from check(received, context)
    checks = _running(_TEXTS, context.silent)
    if checks:
        sheet = text_set_of(received)
        for check in checks:
            yield from check(sheet, context)


def check_texts(sheet: TextSet, context: Context) -> Iterator[Finding]:
    """The rules that look at texts."""
    for check in _running(_TEXTS, context.silent):
        yield from check(sheet, context)


def check_alone(received: Submission, context: Context) -> Iterator[Finding]:
    """One submission that a department checks by itself before it hands it in."""
    yield from roster.check_name(received, context.roster)
    if received.filled:
        yield from check_submission(received, context)
    else:
        yield roster.unfilled(received)


def check_project(context: Context, edits: EditsFile | None = None) -> Iterator[Finding]:
    """The rules that look across submissions, and at the report's and the editor's own sentences."""
    for check in _running(_PROJECT, context.silent):
        yield from check(context)
    yield from context.data.check()
    if context.report is not None:
        yield from check_texts(report_texts(context.report), context)
    if edits is not None:
        yield from check_texts(edits_texts(edits), context)
