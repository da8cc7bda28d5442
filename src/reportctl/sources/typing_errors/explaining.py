"""What the typing errors of a file say, whether the parser stumbled over it or read something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from reportctl.findings import Severity
from reportctl.sources.typing_errors.lines import COLONS, ODD_BLANKS
from reportctl.sources.typing_errors.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.sources.source import Source

# What a file that could be read may hide: a gate, so that a sound file costs next to nothing.
_AT_LINE_START = re.compile(f"\n *(?:-(?:[^\\s\\-0-9.>]|[{ODD_BLANKS}])|[\uff0d\u2022\u25cf{ODD_BLANKS}])")
_TIGHT = re.compile(f":(?=[^\\s/0-9]|[{ODD_BLANKS}])")
_WRONG_MARKS = (*COLONS, "\uff1b", "\uff1d", ";", "=")
_FURTHEST = 60
_QUOTES = ('"', "'", "“", "”")


def explain_unreadable(
    source: Source, keys: Collection[str], findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The typing errors of a file that the parser could not read.

    `keys` are all names that may stand as keys. The parser's own complaint is left out where a typing error
    before it explains it.
    """
    findings = tuple(findings)
    scan = Scan(source, keys, broken=any(finding.code == "syntax" for finding in findings))
    found = [error for line in scan.lines for error in scan.findings(line, whole=True)]
    first = min((error.span.line for error in found if error.severity is Severity.ERROR), default=None)
    kept = (
        finding
        for finding in findings
        if first is None or finding.code != "syntax" or finding.span.line < first
    )
    return (*kept, *found)


def explain_misread(
    source: Source, keys: Collection[str], findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings of a file that was read, with the typing errors that it hides.

    Lines that ended up in the value above them are found, and where a finding stands on a line with one,
    it takes its place.
    """
    given = tuple(findings)
    if not given and not _may_hide(source.text, keys):
        return ()
    suspects = {
        finding.span.line for finding in given if finding.code in {"unknown-key", "wrong-type", "bad-value"}
    }
    listless = sorted({finding.span.line for finding in given if finding.code == "wrong-type"})
    scan = Scan(source, keys, listless=frozenset(listless))
    found: list[Finding] = []
    explained: set[int] = set()
    for line in scan.lines:
        number = source.place(line.at)[0]
        more = tuple(scan.findings(line, whole=number in suspects))
        found += more
        if any(error.severity is Severity.ERROR for error in more):
            explained.add(number)
        if any(error.code == "wrong-dash" for error in more):
            # the list that the key above lacks is there, behind other marks
            above = bisect_left(listless, number)
            explained.update(listless[above - 1 : above])
    kept = (finding for finding in given if finding.span.line not in explained or finding.span.line == 0)
    return (*kept, *found)


def _may_hide(text: str, keys: Collection[str]) -> bool:
    # one character is found in a third of the time of two
    if ("<" in text and "<<<<<<<" in text) or _AT_LINE_START.search(text):
        return True
    if "#" in text and any(text[text.rfind("\n", 0, at) + 1 : at].strip() for at in _places(text, " #")):
        return True
    if any(_stands_behind_key(text, found.start(), keys) for found in _TIGHT.finditer(text)):
        return True
    marks = [mark for mark in _WRONG_MARKS if mark in text]
    return any(_stands_behind_key(text, at, keys) for mark in marks for at in _places(text, mark))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _stands_behind_key(text: str, at: int, keys: Collection[str]) -> bool:
    start = text.rfind("\n", 0, at) + 1
    if at - start > _FURTHEST:
        return False
    key = text[start:at].lstrip(f" -{ODD_BLANKS}").rstrip(" \u3000")
    return key in keys or (key.endswith(_QUOTES) and key[:-1] in keys)
