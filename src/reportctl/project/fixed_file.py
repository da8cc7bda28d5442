"""Fixes one file: what its rules know a safe remedy for, until nothing of it is left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Replacement, Span
from reportctl.project.rulebook import rulebook
from reportctl.project.structure import STRUCTURAL, fix_structure
from reportctl.reading import READ_LIMIT
from reportctl.sources import codes
from reportctl.sources.decode import decode, encoding_of
from reportctl.sources.editing import apply_fixes
from reportctl.splicing import Splice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from reportctl.findings import Finding
    from reportctl.project.submissions import CheckedFile
    from reportctl.sources import Source
    from reportctl.sources.editing import Fix

_PASSES = 20
"""A fix may call for another, a number gone for the one behind it; no file has needed more than four."""


class FixedFile(NamedTuple):
    """One file: its bytes before and after, how many places were fixed by code, and what could not be.

    With a `fault` the file could not be read whole and nothing but its structure was mended. `refreshed`
    counts the fingerprints that were right and would have gone stale. `sound` is the file with its structure
    mended and nothing else, which is what decisions are held against; empty where that was not needed. `kept`
    is where its original lies then, once it is written.
    """

    name: str
    path: Path
    old: bytes
    new: bytes
    counts: Mapping[str, int]
    refused: tuple[Finding, ...] = ()
    fault: Finding | None = None
    refreshed: int = 0
    sound: bytes = b""
    kept: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.new != self.old


def is_safe(finding: Finding) -> bool:
    """Whether a finding has a fix that may be made unasked."""
    return bool(finding.fix) and rulebook()[finding.code].fixable


def fix_file(
    name: str,
    path: Path,
    data: bytes,
    check: Callable[[bytes], CheckedFile],
    wants: Callable[[Finding], bool],
    keys: Collection[str],
) -> FixedFile:
    """Make every safe fix that is wanted, pass by pass, as long as the text comes out as it should.

    `keys` are all names that may stand as keys in such a file.
    """
    untouched = FixedFile(name, path, data, data, {})
    checked = check(data)
    structure = fix_structure(name, data, checked, check, wants, keys) if checked.faults else None
    counts: Counter[str] = Counter()
    new = data
    if structure is not None:
        new, checked, counts = structure
        untouched = untouched._replace(new=new, counts=counts, sound=new)
    if checked.faults:
        return untouched._replace(fault=checked.faults[0])
    if checked.source is None:
        return untouched
    encoding = encoding_of(checked.source.text, new)
    if encoding is None:
        hint = codes.SAVE_AS_UTF8
        message = "文件里有不能原样写回的字节"
        return untouched._replace(fault=codes.UNDECODABLE.at(Span(name), message, hint))
    for _ in range(_PASSES):
        wanted = _in_order(finding for finding in checked.found if is_safe(finding) and wants(finding))
        outcome = apply_fixes(checked.source, [_splices(checked.source, finding) for finding in wanted])
        written = encoding.bytes(outcome.text)
        after = check(written) if outcome.made else checked
        # a text that would be read in another way than it was written is no fix
        if after.faults or after.source is None or after.source.text != outcome.text:
            return untouched._replace(new=new, counts=counts, refused=tuple(wanted))
        if not outcome.made:
            break
        counts.update({wanted[number].code: 0 for number in outcome.made})
        for number, edits in outcome.made.items():
            counts[wanted[number].code] += len(edits)
        new, checked = written, after
    refused = [wanted[number] for number in outcome.refused]
    refused += (finding for finding in checked.kept if is_safe(finding) and wants(finding))
    return untouched._replace(new=new, counts=counts, refused=tuple(refused))


def fix_besides(fixed: FixedFile, fixes: Sequence[Fix]) -> tuple[FixedFile, frozenset[int]]:
    """The file with these fixes besides, and which of them were made."""
    source, _ = decode(fixed.name, fixed.new, limit=READ_LIMIT)
    encoding = None if source is None else encoding_of(source.text, fixed.new)
    if source is None or encoding is None:
        return fixed, frozenset()
    outcome = apply_fixes(source, fixes)
    return fixed._replace(new=encoding.bytes(outcome.text)), frozenset(outcome.made)


def with_proven_fixes(findings: Sequence[Finding], sources: Iterable[Source]) -> tuple[Finding, ...]:
    """The findings, of their fixes only those that may be made unasked, each as it is written into the YAML.

    `sources` are the texts that were checked.
    """
    texts = {source.name: source for source in sources}
    by_file: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        if is_safe(finding) and finding.code not in STRUCTURAL:
            by_file.setdefault(finding.span.file, []).append(number)
    proven: dict[int, tuple[Replacement, ...]] = {}
    for name, numbers in by_file.items():
        source = texts[name]
        made = apply_fixes(source, [_splices(source, findings[number]) for number in numbers]).made
        for index, splices in made.items():
            proven[numbers[index]] = tuple(_replacements(source, splices))
    return tuple(finding._replace(fix=proven.get(number, ())) for number, finding in enumerate(findings))


def _splices(source: Source, finding: Finding) -> tuple[Splice, ...]:
    return tuple(Splice(*source.offsets(change.span), change.text) for change in finding.fix)


def _replacements(source: Source, splices: Iterable[Splice]) -> Iterator[Replacement]:
    for splice in splices:
        yield Replacement(source.span(splice.start, splice.end), splice.text)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their rules: marks first, for the others see a text with right marks."""
    rank = {code: number for number, code in enumerate(rulebook())}
    return sorted(findings, key=lambda finding: (rank[finding.code], finding.span))
