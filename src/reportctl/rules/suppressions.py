"""Suppressions in a file: `# reportctl: ignore CODE 理由` on a finding's line, or on the line above it.

One above a value of several lines covers all of them: no comment can stand inside a block of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Rule, Severity
from reportctl.sources.typing_errors.lines import remarks
from reportctl.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from reportctl.findings import Finding, Span
    from reportctl.sources import Source
    from reportctl.sources.typing_errors.lines import Remark

UNUSED_IGNORE = Rule(
    "unused-ignore",
    Severity.WARNING,
    "忽略标记没有用处",
    "“# reportctl: ignore 代号 理由”这一行或下一行没有这个代号的问题，或者没有这个代号，"
    "或者这条规则不能忽略，或者它写在了正文里。问题已经改好的，删去这个标记。",
    "heading: 加强监管 # reportctl: ignore unpaired 引号是原文",
    "heading: 加强“监管 # reportctl: ignore unpaired 引号是原文",
)
IGNORE_WITHOUT_REASON = Rule(
    "ignore-without-reason",
    Severity.WARNING,
    "忽略没有写理由",
    "忽略一个问题要写理由，汇总的人、签发的人才知道为什么。没有理由的不起作用。",
    "heading: 加强“监管 # reportctl: ignore unpaired",
    "heading: 加强“监管 # reportctl: ignore unpaired 引号是原文",
)

RULES = (UNUSED_IGNORE, IGNORE_WITHOUT_REASON)

MARKER = "reportctl"
_IGNORE = re.compile(
    r"#[ \t]*reportctl[ \t]*[:\uff1a][ \t]*(?:ignore|忽略)[ \t]+"
    r"(?P<codes>[a-z0-9-]+(?:[ \t]*[,\uff0c、][ \t]*[a-z0-9-]+)*)[ \t]*(?P<reason>.*)"
)
_IN_TEXT = re.compile(r"#[ \t]*reportctl[ \t]*[:\uff1a][ \t]*(?:ignore|忽略)")
_CODE = re.compile("[a-z0-9-]+")


class Suppression(NamedTuple):
    """One of them: the codes, whether a reason is given, its own place, and the lines that it covers."""

    codes: tuple[str, ...]
    span: Span
    first: int = 0
    last: int = 0
    has_reason: bool = True
    in_text: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those that it suppresses."""
        return (
            self.has_reason
            and not self.in_text
            and finding.code in self.codes
            and self.first <= finding.span.line <= self.last
        )


def suppressions(source: Source) -> tuple[Suppression, ...]:
    """The suppressions of a file, and those that stand in a text by mistake."""
    if MARKER not in source.text:
        return ()
    found = [(remark, match) for remark in remarks(source) if (match := _IGNORE.match(remark.text))]
    starts = {remark.at for remark, _ in found}
    stray = [place for place in _IN_TEXT.finditer(source.text) if place.start() not in starts]
    return (
        *(_suppression(source, remark, match["codes"], match["reason"]) for remark, match in found),
        *(Suppression((), span=source.span(*place.span()), in_text=True) for place in stray),
    )


def _suppression(source: Source, remark: Remark, codes: str, reason: str) -> Suppression:
    span = source.span(remark.at, remark.at + len(remark.text.rstrip()))
    first = _next_line(source, span.line) if remark.alone else span.line
    names = tuple(_CODE.findall(codes))
    return Suppression(names, span, first, _last_line(source, first), has_reason=bool(reason.strip()))


def _next_line(source: Source, number: int) -> int:
    """The next line that is neither empty nor a comment."""
    for candidate in range(number + 1, len(source.starts) + 1):
        words = source.line(candidate).strip()
        if words and not words.startswith("#"):
            return candidate
    return number


def _last_line(source: Source, first: int) -> int:
    """The last line of the value that begins on a line: those that are indented further belong to it."""
    line = source.line(first)
    if line.partition(" #")[0].rstrip().endswith(":"):
        return first  # what follows is a list or a mapping with lines of its own
    body = line.lstrip(" ").removeprefix("- ").lstrip(" ")
    column = len(line) - len(body)
    last = first
    for candidate in range(first + 1, len(source.starts) + 1):
        words = source.line(candidate)
        if words.strip() and len(words) - len(words.lstrip(" ")) <= column:
            break
        last = candidate if words.strip() else last
    return last


def unsuppressed(
    findings: Iterable[Finding],
    marks: Iterable[Suppression],
    rules: Mapping[str, Rule],
    *,
    all_ran: bool = True,
    unasked: Set[str] = frozenset(),
) -> Iterator[Finding]:
    """The findings that no suppression covers, and what is wrong with the suppressions.

    `all_ran` is False where only some rules looked: then one that covers nothing may be another's. The
    same goes for those of the rules in `unasked`.
    """
    by_file: dict[str, list[Suppression]] = {}
    for mark in marks:
        by_file.setdefault(mark.span.file, []).append(mark)
    used: set[tuple[Suppression, str]] = set()
    for finding in findings:
        rule = rules.get(finding.code)
        covering = () if rule is None or rule.locked else by_file.get(finding.span.file, ())
        hits = [mark for mark in covering if mark.covers(finding)]
        if hits:
            used.update((mark, finding.code) for mark in hits)
        else:
            yield finding
    for in_file in by_file.values():
        for mark in in_file:
            yield from _faults(mark, rules, used | {(mark, code) for code in unasked}, all_ran=all_ran)


def _faults(
    mark: Suppression, rules: Mapping[str, Rule], used: set[tuple[Suppression, str]], *, all_ran: bool
) -> Iterator[Finding]:
    if mark.in_text:
        message = "忽略标记写在正文里，不起作用，还会印进报告"
        yield UNUSED_IGNORE.at(mark.span, message, "移到这一段上面，单独一行，以 # 开头")
        return
    if not mark.has_reason:
        codes = "、".join(mark.codes)
        hint = "在代号后面写上理由，例如“# reportctl: ignore unpaired 引号是原文”"
        yield IGNORE_WITHOUT_REASON.at(mark.span, f"忽略 {codes} 没有写理由，不起作用", hint)
        return
    for code in mark.codes:
        rule = rules.get(code)
        if rule is None:
            yield UNUSED_IGNORE.at(mark.span, f"没有规则“{code}”", suggestion(code, rules))
        elif rule.locked:
            yield UNUSED_IGNORE.at(mark.span, f"规则“{code}”不能忽略", "改正问题，删去这个标记")
        elif all_ran and (mark, code) not in used:
            yield UNUSED_IGNORE.at(mark.span, f"这里没有“{code}”的问题可忽略", "删去这个标记")
