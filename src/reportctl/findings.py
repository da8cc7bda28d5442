"""Findings: what is wrong, where, how bad it is, how to fix it - and the rules that make them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How bad a finding is; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def chinese(self) -> str:
        """The word for it in everything that a person reads or writes."""
        return _CHINESE[self]


_CHINESE = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


class Span(NamedTuple):
    """A stretch of a file, in characters from 1, end exclusive; `file` is relative to the project."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Related(NamedTuple):
    """Another place that helps to understand a finding."""

    span: Span
    message: str


class Replacement(NamedTuple):
    """`text` in place of what stands at `span`."""

    span: Span
    text: str


class Finding(NamedTuple):
    """One thing that a rule found; `message` and `hint` are for the user, in Chinese.

    `fix` is what its rule would write, in the words of the text: as a whole or not at all.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    department: str | None = None
    related: tuple[Related, ...] = ()
    fix: tuple[Replacement, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The finding as the contract's JSON object."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            "department": self.department,
            **_place(self.span, end=True),
            "related": [{**_place(other.span), "message": other.message} for other in self.related],
        }


def _place(span: Span, *, end: bool = False) -> dict[str, Any]:
    place: dict[str, Any] = {"file": span.file, "line": span.line, "column": span.column}
    if end:
        place |= {"end_line": span.end_line, "end_column": span.end_column}
    return place


class Rule(NamedTuple):
    """A rule's identity and manual page: `explain`, the docs and the tests all read this one text.

    `manual`, `bad` and `good` are Chinese, for clerks; `bad` is a text that triggers the rule, `good` one
    that does not. A `locked` rule guards against losing or misreading input: no report can silence it.
    """

    code: str
    severity: Severity
    title: str
    manual: str
    bad: str
    good: str
    locked: bool = False
    fixable: bool = False

    def at(
        self,
        span: Span,
        message: str,
        hint: str = "",
        *,
        department: str | None = None,
        related: Iterable[Related] = (),
        fix: Iterable[Replacement] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule at `span`."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            span=span,
            hint=hint,
            department=department,
            related=tuple(related),
            fix=tuple(fix),
        )


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without repeats, by file, place, severity and code: the same order on every machine."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda finding: (finding.span, _RANK[finding.severity], finding.code, finding.message),
        )
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is at error level."""
    return any(finding.severity is Severity.ERROR for finding in findings)
