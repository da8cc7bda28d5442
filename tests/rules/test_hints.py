"""Whoever does what a hint says by hand is not blamed for it: no new finding comes, over all rules."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reportctl.project.alone import check_alone
from reportctl.project.files import RawFile
from reportctl.project.rulebook import rulebook
from reportctl.sources import Source
from reportctl.splicing import Splice, spliced
from tests.rules.projects import submission
from tests.rules.test_examples import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding

LINE = re.compile("这一行改成“(.*)”")
WORDS = re.compile("(?:改成|改为|写成|应为|写作)“([^”“]+)”")
KNOWN = rulebook()


def found(text: str) -> tuple[Finding, ...]:
    return check_alone(RawFile("x.yaml", text.encode()), None).found


def ways(finding: Finding, source: Source) -> Iterator[str]:
    """The text after what the hint says, or the fix, where these can be followed to the letter."""
    line = LINE.fullmatch(finding.hint)
    words = WORDS.fullmatch(finding.hint)
    if line and "……" not in line[1]:
        old, start = source.line(finding.span.line), source.starts[finding.span.line - 1]
        yield spliced(source.text, [Splice(start, start + len(old), line[1])])
    elif words and words[1] != source.text[slice(*source.offsets(finding.span))]:
        yield spliced(source.text, [Splice(*source.offsets(finding.span), words[1])])
    if finding.fix:
        splices = (Splice(*source.offsets(change.span), change.text) for change in finding.fix)
        yield spliced(source.text, splices)


def obeyed() -> Iterator[tuple[str, str, str]]:
    for rule in SHOWN:
        text = submission(rule.bad)
        for finding in found(text):
            for after in ways(finding, Source("x.yaml", text)):
                yield f"{rule.code}: {finding.code}", text, after


CASES = {f"{name} {number}": (before, after) for number, (name, before, after) in enumerate(obeyed())}


def test_there_are_many_hints_to_follow() -> None:
    assert len(CASES) > 40
    assert len({name.split()[1] for name in CASES}) > 20


@pytest.mark.parametrize("name", CASES)
def test_obeying_a_hint_brings_no_new_finding(name: str) -> None:
    before, after = CASES[name]
    # what a typing error had hidden comes to light once it is mended
    hidden = any(KNOWN[one.code].locked for one in found(before))
    old, new = (Counter(str(one.code) for one in found(text)) for text in (before, after))
    more = new - old
    assert not more or (hidden and not any(KNOWN[code].locked for code in more)), (after, more)
