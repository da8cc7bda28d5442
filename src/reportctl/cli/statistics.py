"""How many findings there are: by rule, the most frequent first, and by department in the roster's order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.cli.result import counts_in_words
from reportctl.findings import Severity
from reportctl.project.rulebook import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.findings import Finding

PROJECT = "项目自己的文件"
"""Whose findings are that no department has."""


class RuleCount(NamedTuple):
    """How often a rule found something, at one severity."""

    code: str
    title: str
    severity: Severity
    found: int


class DepartmentCount(NamedTuple):
    """How many findings a department has; `name` is "" for the project's own files."""

    name: str
    errors: int
    warnings: int
    notes: int

    @property
    def words(self) -> str:
        """The three numbers for a person."""
        return counts_in_words(dict(zip(Severity, self[1:], strict=True)))

    def __str__(self) -> str:
        return f"{self.name or PROJECT}\uff1a{self.words}"


def by_rule(findings: Iterable[Finding]) -> tuple[RuleCount, ...]:
    """The rules that found something, the most frequent first."""
    counts = Counter((finding.code, finding.severity) for finding in findings)
    rules = rules_of(code for code, _ in counts)
    rows = (RuleCount(code, rules[code].title, severity, count) for (code, severity), count in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.found, row.code, row.severity)))


def by_department(findings: Iterable[Finding]) -> tuple[DepartmentCount, ...]:
    """The departments that have findings, in the order in which these are told."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(finding.department or "", Counter())[finding.severity] += 1
    return tuple(DepartmentCount(name, *map(count.__getitem__, Severity)) for name, count in counts.items())


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Both tables as text: count, severity, code and title; then a line a department."""
    rules = by_rule(findings)
    width = max((len(row.code) for row in rules), default=0)
    for row in rules:
        yield f"{row.found:>5}  {row.severity.value:<7}  {row.code:<{width}}  {row.title}"
    if rules:
        yield ""
    yield from map(str, by_department(findings))


def as_dict(findings: Sequence[Finding]) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "rules": [_as_dict(row) for row in by_rule(findings)],
        "departments": [row._asdict() for row in by_department(findings)],
    }


def _as_dict(row: RuleCount) -> dict[str, Any]:
    return {"code": row.code, "title": row.title, "severity": row.severity.value, "count": row.found}
