"""Findings as SARIF 2.1.0, which editors and code-review sites show beside the lines they speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reportctl import __version__
from reportctl.cli import explain
from reportctl.cli.result import explained
from reportctl.project.rulebook import rules_of
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.errors import ReportctlError
    from reportctl.findings import Finding, Rule, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "SRCROOT"


def lines(result: Result, problem: ReportctlError | None, _stream: TextIO | None) -> Iterator[str]:
    """One log."""
    yield dumps(log(result, problem))


def log(result: Result, problem: ReportctlError | None = None) -> dict[str, Any]:
    """The log of one run, whose findings carry their proven fixes.

    `problem` is what kept the project from being checked.
    """
    rules = rules_of(finding.code for finding in result.findings)
    numbers = {code: number for number, code in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "reportctl",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules.values()],
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "report.yaml 所在的项目文件夹"}}},
        "invocations": [_invocation(problem)],
        "results": [_result(finding, numbers[finding.code]) for finding in result.findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.manual},
        "help": {"text": explain.page(rule)},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _invocation(problem: ReportctlError | None) -> dict[str, Any]:
    if problem is None:
        return {"executionSuccessful": True}
    notification = {"level": "error", "message": {"text": explained(problem.message, problem.hint)}}
    return {"executionSuccessful": False, "toolExecutionNotifications": [notification]}


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": explained(finding.message, finding.hint)},
        "locations": [{"physicalLocation": _place(finding.span)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"physicalLocation": _place(other.span), "message": {"text": other.message}}
            for other in finding.related
        ]
    if finding.fix:
        replacements = [
            {"deletedRegion": _region(change.span), "insertedContent": {"text": change.text}}
            for change in finding.fix
        ]
        change = {"artifactLocation": _artifact(finding.span.file), "replacements": replacements}
        result["fixes"] = [{"description": {"text": finding.hint}, "artifactChanges": [change]}]
    if finding.department is not None:
        result["properties"] = {"department": finding.department}
    return result


def _place(span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.file), "region": _region(span)}


def _artifact(name: str) -> dict[str, str]:
    if Path(name).is_absolute():
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(name), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
