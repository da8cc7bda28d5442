"""Mends how a file is built, where its lines show it beyond doubt: a first step of fixing it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Severity
from reportctl.reading import READ_LIMIT
from reportctl.sources.decode import decode, encoding_of
from reportctl.sources.typing_errors import RULES
from reportctl.sources.typing_errors.mending import LineMend, mended

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.project.submissions import CheckedFile

STRUCTURAL = frozenset(rule.code for rule in RULES if rule.fixable)
"""The rules whose fix is a line of the file, not a change to a value."""
_OF_VALUES = frozenset({"bad-value"})
"""Errors of what a line says: they are no sign that it was mended wrongly."""
_TRIES = 100
"""How many lines of a file are mended one by one where they cannot be all at once."""


class StructureFix(NamedTuple):
    """A file's bytes with its lines mended, how it was judged then, and how many errors went, by code."""

    data: bytes
    checked: CheckedFile
    counts: Counter[str]


class _Line(NamedTuple):
    """A line to be mended, and the typing errors that go with it."""

    mend: LineMend
    errors: tuple[Finding, ...]


def fix_structure(
    name: str,
    data: bytes,
    checked: CheckedFile,
    check: Callable[[bytes], CheckedFile],
    wants: Callable[[Finding], bool],
    keys: Collection[str],
) -> StructureFix | None:
    """Mend the lines whose typing errors are all wanted and can be mended; None where nothing can be.

    `keys` are all names that may stand as keys in such a file. A file that could not be read is mended as a
    whole or not at all. One that was misread is mended line by line where the whole cannot be.
    """
    lines = tuple(_lines(checked.reading, wants))
    source, _ = decode(name, data, limit=READ_LIMIT)
    encoding = None if source is None else encoding_of(source.text, data)
    if not lines or source is None or encoding is None:
        return None

    def tried(some: Sequence[_Line]) -> StructureFix | None:
        text = mended(source, [line.mend for line in some], keys)
        if text is None:
            return None
        written = encoding.bytes(text)
        after = check(written)
        if not _is_better(checked, after, {line.mend.number for line in some}):
            return None
        return StructureFix(written, after, Counter(error.code for line in some for error in line.errors))

    whole = tried(lines)
    if whole is not None or checked.source is None:
        return whole
    done: list[_Line] = []
    best: StructureFix | None = None
    for line in lines[:_TRIES]:
        more = tried([*done, line])
        if more is not None:
            done.append(line)
            best = more
    return best


def _lines(reading: Sequence[Finding], wants: Callable[[Finding], bool]) -> Iterator[_Line]:
    by_line: dict[int, list[Finding]] = {}
    for finding in reading:
        if finding.fix and finding.code in STRUCTURAL:
            by_line.setdefault(finding.span.line, []).append(finding)
    for number, errors in sorted(by_line.items()):
        if all(map(wants, errors)):
            yield _Line(LineMend(number, errors[0].fix[0].text), tuple(errors))


def _is_better(before: CheckedFile, after: CheckedFile, numbers: set[int]) -> bool:
    """Whether no error of reading stands on a mended line, and none that a misread file did not have."""
    known = {(finding.code, finding.span.line) for finding in before.reading}
    for finding in after.reading:
        if finding.severity is not Severity.ERROR:
            continue
        is_new = before.source is not None and (finding.code, finding.span.line) not in known
        if is_new and finding.code not in _OF_VALUES:
            return False
        if finding.span.line in numbers and finding.code not in _OF_VALUES:
            return False
    return True
