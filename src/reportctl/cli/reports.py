"""A verb's findings: chosen by code, counted, written, turned into an exit code."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.cli import console
from reportctl.errors import ExitCode, UsageError
from reportctl.findings import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reportctl.errors import ProjectError, ReportctlError
    from reportctl.findings import Finding


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class Choice(NamedTuple):
    """Which codes a user wants to see."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: str, ignore: str) -> Choice:
        """The choice of two comma-separated lists.

        Raises:
            UsageError: a code does not exist.
        """
        return cls(_codes(select), _codes(ignore))

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is wanted."""
        return finding.code not in self.ignore and (not self.select or finding.code in self.select)


def _codes(text: str) -> frozenset[str]:
    codes = frozenset(code for part in text.split(",") if (code := part.strip()))
    if codes:
        from reportctl.project.rulebook import rulebook  # noqa: PLC0415 - only where codes are named
        from reportctl.suggest import suggestion  # noqa: PLC0415

        known = rulebook()
        for code in sorted(codes - known.keys()):
            raise UsageError(f"没有规则 {code}", hint=suggestion(code, known))
    return codes


class Result(NamedTuple):
    """What a check found; `submissions` is the number of files that were handed in."""

    findings: tuple[Finding, ...]
    root: Path | None = None
    submissions: int = 0
    missing: tuple[str, ...] = ()

    def chosen(self, choice: Choice) -> Result:
        """The same with only the findings that are wanted."""
        return self._replace(findings=tuple(one for one in self.findings if choice.takes(one)))

    def _counts(self) -> Counter[Severity]:
        return Counter(one.severity for one in self.findings)

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """The verdict."""
        counts = self._counts()
        if any(one.code == "unreadable" for one in self.findings):
            return ExitCode.IO
        failed = counts[Severity.ERROR] or (strict and counts[Severity.WARNING])
        return ExitCode.FINDINGS if failed else ExitCode.OK

    def summary(self) -> str:
        """One line for a person."""
        counts = self._counts()
        text = (
            f"已交 {self.submissions} 份材料：{counts[Severity.ERROR]} 个错误，"
            f"{counts[Severity.WARNING]} 个警告，{counts[Severity.NOTE]} 个提示"
        )
        return f"{text}。未报送：{'、'.join(self.missing)}" if self.missing else text

    def as_dict(self) -> dict[str, Any]:
        """The contract's JSON (version 1)."""
        return {
            "version": 1,
            "summary": {
                **tally(self.findings),
                "submissions": self.submissions,
                "missing": list(self.missing),
            },
            "findings": [one.as_dict() for one in self.findings],
        }


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, as every summary in JSON says it."""
    counts = Counter(one.severity for one in findings)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
    }


def refuse(error: ProjectError, output: ReportFormat) -> int:
    """Say why the project cannot be used, in the format that was asked for; returns the exit code."""
    write(Result(error.findings, console.settings.folder), output, error)
    console.error(error.message, error.hint)
    return error.exit_code


def explained(message: str, hint: str) -> str:
    """What is wrong and, on a line below, how to mend it: for readers that have one place for both."""
    return f"{message}\n提示：{hint}" if hint else message


def write(result: Result, output: ReportFormat, problem: ReportctlError | None = None) -> None:
    """The findings on stdout; `problem` is what kept the project from being checked."""
    if output is ReportFormat.JSON:
        if problem is not None and not result.findings:
            # a program that reads only the findings must not take it for a sound project
            from reportctl.project.codes import NO_REPORT  # noqa: PLC0415 - a verb loads what it uses

            found = NO_REPORT.at(Span("report.yaml"), problem.message, problem.hint)
            result = result._replace(findings=(found,))
        console.json(result.as_dict())
    elif output is ReportFormat.SARIF:
        from reportctl.cli import sarif  # noqa: PLC0415 - a format loads what it uses

        console.json(sarif.log(result, problem))
    elif output is ReportFormat.GITHUB:
        from reportctl.cli import github  # noqa: PLC0415 - a format loads what it uses

        for line in github.commands(result, problem):
            console.out(console.safe(line))
    else:
        console.findings(result.findings, to_stdout=True, root=result.root)
