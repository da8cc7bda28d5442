"""Findings as one page to send round or to open: counts, a bar a department, filters, places and remedies.

The page asks for no other file and runs no script but its own; it prints, and reads without scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl import resources
from reportctl.cli import statistics
from reportctl.cli.formats.text import source_line
from reportctl.cli.result import tally
from reportctl.findings import Severity
from reportctl.project.rulebook import rules_of
from reportctl.render.html.markup import element, text, void

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from reportctl.cli.result import Result
    from reportctl.cli.statistics import DepartmentCount
    from reportctl.errors import ReportctlError
    from reportctl.findings import Finding, Rule, Span

_TITLE = "材料检查结果"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
_BEFORE, _BEHIND = 40, 60
"""Characters shown around what is meant."""
_WIDE = 100
"""Units of the longest bar."""


def lines(result: Result, problem: ReportctlError | None, _stream: TextIO | None) -> Iterator[str]:
    """The page, a line of markup each."""
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield from _head()
    yield "<body>"
    yield "<main>"
    yield element("h1", text(_TITLE))
    if problem is not None:
        hint = f"{void('br')}{text(problem.hint)}" if problem.hint else ""
        yield element("p", text(problem.message) + hint, class_="problem")
    else:
        yield element("p", text(result.summary()))
    yield from _totals(result)
    counts = statistics.by_department(result.findings)
    if counts:
        yield from _departments(counts)
        yield from _filters(result.findings)
        yield from _findings(result, counts)
    elif problem is None:
        yield element("p", "没有发现问题。", class_="clean")
    yield "</main>"
    yield element("script", _resource("page.js"))
    yield "</body>"
    yield "</html>"


def _head() -> Iterator[str]:
    yield "<head>"
    yield void("meta", charset="utf-8")
    yield void("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield element("title", text(_TITLE))
    yield element("style", _resource("page.css"))
    yield "</head>"


def _resource(name: str) -> str:
    return resources.path("templates", "findings", name).read_text("utf-8").rstrip("\n")


def _totals(result: Result) -> Iterator[str]:
    yield '<ul class="totals">'
    for level, count in zip(Severity, tally(result.findings).values(), strict=True):
        yield element("li", f"{element('b', str(count))}{level.chinese}", class_=level.value)
    yield "</ul>"


def _departments(counts: Sequence[DepartmentCount]) -> Iterator[str]:
    """A row a department, whose bar is as long as it has findings."""
    most = max(sum(row[1:]) for row in counts)
    yield element("h2", "各部门", id="departments")
    yield '<div class="scroll">'
    yield '<table aria-labelledby="departments">'
    heads = [element("th", "部门", scope="col"), element("th", "多少", scope="col", class_="share")]
    heads += [element("th", level.chinese, scope="col", class_="count") for level in Severity]
    yield element("thead", element("tr", "".join(heads)))
    yield "<tbody>"
    for number, row in enumerate(counts, 1):
        name = element("a", text(row.name or statistics.PROJECT), href=f"#d{number}")
        cells = [element("th", name, scope="row"), element("td", _bar(row, most), class_="share")]
        cells += [element("td", str(count), class_="count") for count in row[1:]]
        yield element("tr", "".join(cells))
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _bar(row: DepartmentCount, most: int) -> str:
    at, pieces = 0.0, ""
    for level, count in zip(Severity, row[1:], strict=True):
        wide = count * _WIDE / most
        if count:
            pieces += f'<rect class="{level.value}" x="{at:.2f}" y="0" width="{wide:.2f}" height="8"></rect>'
        at += wide
    view = f'viewBox="0 0 {_WIDE} 8" preserveAspectRatio="none"'
    return f'<svg class="bar" {view} aria-hidden="true">{pieces}</svg>'


def _filters(findings: Sequence[Finding]) -> Iterator[str]:
    """Hidden until the script shows it: without one there is nothing to filter with."""
    yield '<div class="filters" role="search" aria-label="只看一部分" hidden>'
    yield element("fieldset", element("legend", "程度") + "".join(map(_box, Severity)))
    options = element("option", "全部", value="")
    for row in sorted(statistics.by_rule(findings), key=lambda row: row.code):
        options += element("option", text(f"{row.title}（{row.code}，{row.found}）"), value=row.code)
    select = element("select", options, id="rule")
    yield element("label", "规则", for_="rule") + select
    words = void("input", type="search", id="words")
    yield element("label", "找", for_="words") + words
    yield '<span role="status"></span>'
    yield "</div>"


def _box(level: Severity) -> str:
    box = f'<input type="checkbox" value="{level.value}" id="l-{level.value}" checked>'
    return element("span", box + element("label", level.chinese, for_=f"l-{level.value}"))


def _findings(result: Result, counts: Sequence[DepartmentCount]) -> Iterator[str]:
    rules = rules_of(finding.code for finding in result.findings)
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        groups.setdefault(finding.department or "", []).append(finding)
    for number, row in enumerate(counts, 1):
        yield f'<section class="department" id="d{number}" aria-labelledby="h{number}">'
        title = text(row.name or statistics.PROJECT) + element("small", text(row.words))
        yield element("h2", title, id=f"h{number}")
        yield '<ol class="findings">'
        for finding in groups[row.name]:
            yield from _finding(finding, rules, result.root)
        yield "</ol>"
        yield "</section>"


def _finding(finding: Finding, rules: Mapping[str, Rule], root: Path | None) -> Iterator[str]:
    level = finding.severity.value
    yield f'<li class="finding {level}" data-level="{level}" data-rule="{text(finding.code)}">'
    severity = element("span", finding.severity.chinese, class_="severity")
    yield element("p", severity + text(finding.message))
    yield element("p", text(_where(finding.span)), class_="place")
    excerpt = _excerpt(finding.span, root)
    if excerpt:
        yield element("p", excerpt, class_="excerpt")
    if finding.hint:
        yield element("p", element("b", "怎么改") + text(finding.hint), class_="remedy")
    for other in finding.related:
        yield element("p", text(f"{other.message}\uff1a{_where(other.span)}"), class_="place")
    rule = rules[finding.code]
    manual = element("p", text(rule.manual))
    yield element("details", element("summary", text(f"{rule.title}（{rule.code}）")) + manual)
    yield "</li>"


def _where(span: Span) -> str:
    return f"{span.file}\uff0c第 {span.line} 行第 {span.column} 个字"


def _excerpt(span: Span, root: Path | None) -> str:
    """The words that are meant, marked, with some around them."""
    line = source_line(span, root)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    if not line[start:end].strip():
        return ""
    first, last = max(0, start - _BEFORE), min(len(line), start + _BEHIND)
    end = min(end, last)
    before, behind = "…" if first else "", "…" if last < len(line) else ""
    return (
        f"{before}{text(line[first:start].lstrip())}{element('mark', text(line[start:end]))}"
        f"{text(line[end:last])}{behind}"
    )
