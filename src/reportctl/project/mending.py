"""Mends one file: what its rules know a safe remedy for, until nothing of it is left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Span
from reportctl.project.files import READ_LIMIT, read_file
from reportctl.project.rulebook import rulebook
from reportctl.sources import codes
from reportctl.sources.decode import decode, encoding_of
from reportctl.sources.editing import mend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reportctl.findings import Finding
    from reportctl.sources import Source
    from reportctl.sources.editing import Mend

_PASSES = 20
"""A mend may call for another, a number gone for the one behind it; no file has needed more than four."""


class Judged(NamedTuple):
    """A file's text and what the rules find in it; with `faults` it could not be read whole.

    `kept` are findings that are not to be mended, whatever their rule says.
    """

    source: Source | None
    faults: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()


class Mended(NamedTuple):
    """One file: its bytes before and after, how many places were mended by code, and what could not be.

    With a `fault` the file could not be read whole and is left as it is. `refreshed` counts the fingerprints
    that were right and would have gone stale.
    """

    name: str
    path: Path
    old: bytes
    new: bytes
    counts: Mapping[str, int]
    refused: tuple[Finding, ...] = ()
    fault: Finding | None = None
    refreshed: int = 0

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.new != self.old


def is_safe(finding: Finding) -> bool:
    """Whether a finding has a mend that may be made unasked."""
    return bool(finding.fix) and rulebook()[finding.code].fixable


def mend_file(
    name: str,
    path: Path,
    data: bytes,
    judge: Callable[[bytes], Judged],
    wants: Callable[[Finding], bool],
) -> Mended:
    """Make every safe mend that is wanted, pass by pass, as long as the text comes out as it should."""
    untouched = Mended(name, path, data, data, {})
    judged = judge(data)
    if judged.faults:
        return untouched._replace(fault=judged.faults[0])
    if judged.source is None:
        return untouched
    encoding = encoding_of(judged.source.text, data)
    if encoding is None:
        hint = codes.SAVE_AS_UTF8
        message = "文件里有不能原样写回的字节"
        return untouched._replace(fault=codes.UNDECODABLE.at(Span(name), message, hint))
    counts: Counter[str] = Counter()
    new = data
    for _ in range(_PASSES):
        wanted = _in_order(one for one in judged.findings if is_safe(one) and wants(one))
        outcome = mend(judged.source, [one.fix for one in wanted])
        written = encoding.bytes(outcome.text)
        after = judge(written) if outcome.made else judged
        # a text that would be read in another way than it was written is no mend
        if after.faults or after.source is None or after.source.text != outcome.text:
            return Mended(name, path, data, new, counts, tuple(wanted))
        if not outcome.made:
            break
        counts.update({wanted[number].code: 0 for number in outcome.made})
        for number, edits in outcome.made.items():
            counts[wanted[number].code] += len(edits)
        new, judged = written, after
    refused = [wanted[number] for number in outcome.refused]
    refused += (one for one in judged.kept if is_safe(one) and wants(one))
    return Mended(name, path, data, new, counts, tuple(refused))


def mend_once(mended: Mended, mends: Sequence[Mend]) -> tuple[Mended, frozenset[int]]:
    """The file with these mends besides, and which of them were made."""
    source, _ = decode(mended.name, mended.new, limit=READ_LIMIT)
    encoding = None if source is None else encoding_of(source.text, mended.new)
    if source is None or encoding is None:
        return mended, frozenset()
    outcome = mend(source, mends)
    return mended._replace(new=encoding.bytes(outcome.text)), frozenset(outcome.made)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their rules: marks first, for the others see a text with right marks."""
    rank = {code: number for number, code in enumerate(rulebook())}
    return sorted(findings, key=lambda one: (rank[one.code], one.span))


def safe_edits(findings: Iterable[Finding], root: Path) -> dict[Finding, tuple[tuple[Span, str], ...]]:
    """The safe mends of findings, each as the places in its file and the text that belongs there.

    Files are named relative to `root`. What Jinja2 reads in report.yaml is no text to be mended.
    """
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        if is_safe(one):
            by_file.setdefault(one.span.file, []).append(one)
    edits: dict[Finding, tuple[tuple[Span, str], ...]] = {}
    for name, some in by_file.items():
        handed = read_file(root / name, name)
        source, _ = decode(name, handed.data, limit=READ_LIMIT)
        if source is not None:
            for number, made in mend(source, [one.fix for one in some]).made.items():
                edits[some[number]] = tuple((source.span(edit.start, edit.end), edit.text) for edit in made)
    return edits
