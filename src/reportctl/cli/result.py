"""A verb's findings: chosen by code, counted, turned into an exit code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.cli import console
from reportctl.errors import ExitCode, UsageError
from reportctl.findings import Severity
from reportctl.rules.secrecy import SECRECY_MARK
from reportctl.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from reportctl.findings import Finding


class Choice(NamedTuple):
    """Which codes a user wants to see."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: str, ignore: str, known: Collection[str]) -> Choice:
        """The choice of two comma-separated lists, of the codes that are known.

        Raises:
            UsageError: a code does not exist.
        """
        return cls(_codes(select, known), _codes(ignore, known))

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is wanted; a mark of secrecy is told to everybody."""
        if finding.code == SECRECY_MARK.code:
            return True
        return finding.code not in self.ignore and (not self.select or finding.code in self.select)


def _codes(text: str, known: Collection[str]) -> frozenset[str]:
    codes = frozenset(code for part in text.split(",") if (code := part.strip()))
    for code in sorted(codes.difference(known)):
        raise UsageError(f"没有规则 {code}", hint=suggestion(code, known))
    return codes


class Result(NamedTuple):
    """What a check found; `submissions` is the number of files that were handed in.

    With `statistics` the counts are told, by formats that have any, instead of the findings or beside them.
    """

    findings: tuple[Finding, ...]
    root: Path | None = None
    submissions: int = 0
    missing: tuple[str, ...] = ()
    statistics: bool = False

    def of_department(self, name: str) -> Result:
        """The same with only what one department has to do with."""
        return self._replace(
            findings=tuple(finding for finding in self.findings if finding.department == name),
            missing=tuple(one for one in self.missing if one == name),
        )

    def chosen(self, choice: Choice) -> Result:
        """The same with only the findings that are wanted."""
        return self._replace(findings=tuple(finding for finding in self.findings if choice.takes(finding)))

    def _counts(self) -> Counter[Severity]:
        return Counter(finding.severity for finding in self.findings)

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """The verdict."""
        counts = self._counts()
        if any(finding.code == "unreadable" for finding in self.findings):
            return ExitCode.IO
        failed = counts[Severity.ERROR] or (strict and counts[Severity.WARNING])
        return ExitCode.FINDINGS if failed else ExitCode.OK

    def counted(self) -> console.Counts:
        """What is told of this project where many are checked."""
        return console.Counts(self._counts()[Severity.ERROR], len(self.missing))

    def summary(self) -> str:
        """One line for a person."""
        text = f"已交 {self.submissions} 份材料：{counts_in_words(self._counts())}"
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
            "findings": [finding.as_dict() for finding in self.findings],
        }


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, as every summary in JSON says it."""
    counts = Counter(finding.severity for finding in findings)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
    }


def counts_in_words(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, for a person."""
    return "\uff0c".join(f"{counts[level]} 个{level.chinese}" for level in Severity)


def explained(message: str, hint: str) -> str:
    """What is wrong and, on a line below, how to mend it: for readers that have one place for both."""
    return f"{message}\n提示：{hint}" if hint else message
