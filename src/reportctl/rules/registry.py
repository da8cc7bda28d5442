"""All families of rules, and one walk over a project that runs them."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from reportctl.model.codes import MISSING_KEY
from reportctl.rules import (
    arithmetic,
    characters,
    conflicts,
    content,
    copies,
    coverage,
    data,
    documents,
    figures,
    fixes,
    headings,
    last_year,
    length,
    manner,
    marks,
    measures,
    number_style,
    numbering,
    offices,
    pauses,
    phrases,
    previous,
    prose_sums,
    remains,
    repeats,
    roster,
    scales,
    slips,
    structure,
    suppressions,
    totals,
    twice,
    typed_numbers,
    unusual,
    words,
    years,
)
from reportctl.rules.texts import edits_texts, report_texts, submission_texts
from reportctl.sources.codes import CONTROL_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportctl.findings import Finding, Rule
    from reportctl.model.files import EditsFile, Submission
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet


class Family:
    """Rules that one check finds: those that are its own, and in `also` those of others."""

    # compared by identity: what is running is looked up for every submission, and it has many words to hash
    def __init__(
        self,
        name: str,
        check: Callable[..., Iterator[Finding]],
        rules: tuple[Rule, ...],
        also: tuple[Rule, ...] = (),
    ) -> None:
        self.name = name
        self.check = check
        self.rules = rules
        self.also = also

    def may_find(self, silent: frozenset[str]) -> bool:
        """Whether there is one of its rules that report.yaml does not silence."""
        return any(rule.code not in silent for rule in (*self.rules, *self.also))


PROJECT = (
    Family("roster", roster.check_project, roster.RULES, also=(MISSING_KEY,)),
    Family("conflicts", conflicts.check_project, conflicts.RULES),
    Family("copies", copies.check_project, copies.RULES),
    Family("last_year", last_year.check_project, last_year.RULES),
    Family("previous", previous.check_project, previous.RULES),
    Family("totals", totals.check_project, totals.RULES),
    Family("coverage", coverage.check_project, coverage.RULES, also=(years.OTHER_YEAR,)),
)
"""Those that look across submissions: `check(context)`."""

ITEMS = (
    Family("structure", structure.check, structure.RULES, also=(MISSING_KEY,)),
    Family("figures", figures.check, figures.RULES, also=figures.OF_TEXTS),
    Family("content", content.check, content.RULES),
)
"""Those that look at a submission's items: `check(submission, context)`."""

TEXTS = (
    Family("remains", remains.check, remains.RULES),
    Family("fixes", fixes.check, fixes.RULES),
    Family("typed_numbers", typed_numbers.check, typed_numbers.RULES),
    Family("marks", marks.check, marks.RULES),
    Family("controls", characters.check_controls, (), also=(CONTROL_CHARACTER,)),
    Family("characters", characters.check, characters.RULES),
    Family("unusual", unusual.check, unusual.RULES),
    Family("number_style", number_style.check, number_style.RULES),
    Family("headings", headings.check, headings.RULES),
    Family("numbering", numbering.check, numbering.RULES),
    Family("repeats", repeats.check, repeats.RULES),
    Family("measures", measures.check, measures.RULES),
    Family("length", length.check, length.RULES),
    Family("years", years.check, years.RULES),
    Family("documents", documents.check, documents.RULES),
    Family("offices", offices.check, offices.RULES),
    Family("slips", slips.check, slips.RULES),
    Family("words", words.check, words.RULES),
    Family("phrases", phrases.check, phrases.RULES),
    Family("twice", twice.check, twice.RULES),
    Family("scales", scales.check, scales.RULES),
    Family("arithmetic", arithmetic.check, arithmetic.RULES),
    Family("prose_sums", prose_sums.check, prose_sums.RULES),
    Family("manner", manner.check, manner.RULES),
    Family("pauses", pauses.check, pauses.RULES),
)
"""Those that look at texts, whoever wrote them: `check(texts, context)`."""

WORDING = (
    Family("marks as written", fixes.check_as_written, (), also=(fixes.HALF_WIDTH,)),
    Family("numbering as written", numbering.check_as_written, (), also=(numbering.SEQUENCE,)),
    *(family for family in TEXTS if family.name not in {"fixes", "headings", "numbering"}),
)
"""Those of them that judge the words of any document: not what merging alone mends, nor what it numbers."""

RULES: tuple[Rule, ...] = (
    *(rule for family in (*PROJECT, *ITEMS, *TEXTS) for rule in family.rules),
    *suppressions.RULES,
    data.BAD_DATA,
)


_MOST = 2_000
"""So many findings of one family in one file are more than anybody reads; each costs time and memory."""


@lru_cache(maxsize=8)
def _running(families: tuple[Family, ...], silent: frozenset[str]) -> tuple[Any, ...]:
    """The checks that may find what report.yaml does not silence."""
    return tuple(family.check for family in families if family.may_find(silent))


def check_submissions(submissions: Sequence[Submission], context: Context) -> list[list[Finding]]:
    """The rules that look at one submission, of a few at once: what they find in each.

    One family looks at all of them before the next does, so that its patterns stay in the processor's cache:
    with eight at a time reading and judging a file takes a sixth less. An unfilled form is the roster's
    affair.
    """
    found: list[list[Finding]] = [[] for _ in submissions]
    filled = [(each, own) for each, own in zip(submissions, found, strict=True) if each.filled]
    for check in _running(ITEMS, context.silent):
        for submission, own in filled:
            own.extend(check(submission, context))
    _check_texts([(submission_texts(submission), own) for submission, own in filled], TEXTS, context)
    return found


def check_texts(texts: TextSet, context: Context) -> list[Finding]:
    """The rules that look at texts; of one that finds very much only the first are told."""
    found: list[Finding] = []
    _check_texts([(texts, found)], TEXTS, context)
    return found


def check_wording(texts: TextSet, context: Context) -> list[Finding]:
    """As `check_texts`, of a document that is not to be merged."""
    found: list[Finding] = []
    _check_texts([(texts, found)], WORDING, context)
    return found


def _check_texts(
    sets: Sequence[tuple[TextSet, list[Finding]]], families: tuple[Family, ...], context: Context
) -> None:
    """Add what the families find in each of some sets of texts."""
    for check in _running(families, context.silent):
        for texts, found in sets:
            findings = check(texts, context)
            for first in findings:  # nothing, in nearly every file
                found.extend(_told(first, findings))


def _told(first: Finding, others: Iterator[Finding]) -> list[Finding]:
    found = [first, *islice(others, _MOST)]
    if len(found) > _MOST:
        last = found[_MOST - 1]
        hint = f"{last.hint}。这个文件里这类问题太多，只列出前 {_MOST} 处：改正后再检查一次"
        found[_MOST - 1 :] = [last._replace(hint=hint)]
    return found


def check_alone(submission: Submission, context: Context) -> Iterator[Finding]:
    """One submission that a department checks by itself before it hands it in."""
    yield from roster.check_name(submission, context.roster)
    if submission.filled:
        yield from check_submissions((submission,), context)[0]
    else:
        yield roster.unfilled(submission)


def check_project(context: Context, edits: EditsFile | None = None) -> Iterator[Finding]:
    """The rules that look across submissions, and at the report's and the editor's own sentences."""
    for check in _running(PROJECT, context.silent):
        yield from check(context)
    yield from context.data.check()
    if context.report is not None:
        yield from check_texts(report_texts(context.report), context)
    if edits is not None:
        yield from check_texts(edits_texts(edits), context)
