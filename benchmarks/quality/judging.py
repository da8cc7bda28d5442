"""Runs the rules on a text as `validate FILE` does, and compares what was found before and after."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quality.wrapping import DEPARTMENT, written
from reportctl.model.files import load_report, load_submission
from reportctl.model.roster import Roster
from reportctl.rules import registry
from reportctl.rules.context import Context

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from benchmarks.quality.defects import Defect
    from benchmarks.quality.traps import Trap
    from benchmarks.quality.wrapping import Wrapped
    from reportctl.findings import Finding, Severity

TRIES = 400
OF_WRAPPING = frozenset({"nothing-said"})
"""What wrapping itself makes is not counted."""


_REPORT, _ = load_report(
    "report.yaml",
    f"""
version: 1
year: 2025
area: 鹤城区
document: {{issuer: 鹤城区人民政府, date: 2026-01-15, opening: 报告如下：}}
departments:
  - name: {DEPARTMENT}
  - {{name: 区卫生健康局, aliases: [卫健局]}}
  - name: 区市场监督管理局
  - name: 区自然资源和规划局
  - name: 黄金坳镇人民政府
outline:
  - {{id: work, title: 工作, part: achievements}}
""".encode(),
)
assert _REPORT is not None  # noqa: S101 - it is sound
_ROSTER = Roster(_REPORT)
"""Names that a text may have one character off."""


def judged(name: str, text: str) -> list[Finding]:
    """All findings of a file on its own, by a roster."""
    submission, findings = load_submission(name, text.encode(), _ROSTER)
    if submission is None:
        return list(findings)
    return [*findings, *registry.check_alone(submission, Context(roster=_ROSTER))]


class Score(NamedTuple):
    """Of so many spoiled texts, in how many the defect was found, on the right line, in the right column."""

    tried: int
    found: int
    right_line: int
    right_column: int

    @property
    def recall(self) -> float:
        """The share that was found."""
        return self.found / self.tried if self.tried else 0.0


class _Outcome(NamedTuple):
    found: bool
    line: bool
    column: bool


def score(defect: Defect, texts: list[Wrapped], chance: random.Random, count: int) -> Score:
    """Spoil `count` times at random places and look what is found."""
    outcomes: list[_Outcome] = []
    for _ in range(count * TRIES):
        if len(outcomes) == count:
            break
        one = chance.choice(texts)
        number = chance.randrange(len(one.paragraphs))
        spoiled = defect.spoil(one.paragraphs[number], chance)
        if spoiled is not None:
            bad = one.with_text(number, spoiled.text)
            line, column = _place(bad, number, spoiled.text, spoiled.at)
            before = judged(one.source, one.yaml())
            after = judged(one.source, bad.yaml())
            outcomes.append(_outcome(defect.codes, before, after, line, column if defect.column else 0))
    return _summed(outcomes)


def score_trap(trap: Trap, texts: list[Wrapped], chance: random.Random, count: int) -> Score:
    """The same for a line of the YAML."""
    outcomes: list[_Outcome] = []
    for _ in range(count * TRIES):
        if len(outcomes) == count:
            break
        one = chance.choice(texts)
        lines = one.lines()
        number = chance.randrange(len(lines))
        spoiled = trap.spoil(lines[number], chance)
        if spoiled is not None:
            rows = [line.text(plain=True) for line in lines]
            before = judged(one.source, "\n".join(rows) + "\n")
            rows[number] = spoiled
            after = judged(one.source, "\n".join(rows) + "\n")
            outcomes.append(_outcome(trap.codes, before, after, number + 1, 0))
    return _summed(outcomes)


def _place(bad: Wrapped, number: int, text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset of a paragraph's text in the file; column 0 for none."""
    for index, line in enumerate(bad.lines(), 1):
        if line.paragraph == number and not line.is_heading:
            # an escape in the quotes takes more characters than it stands for
            column = len(line.before) + len(written(text[:at] or " ", plain=False)) if at >= 0 else 0
            return index, column if at else len(line.before) + 2
    raise ValueError(number)


def _outcome(
    codes: Iterable[str], before: list[Finding], after: list[Finding], line: int, column: int
) -> _Outcome:
    """Whether there is more of the codes than before, and whether one stands where it should."""
    known = Counter(one.code for one in before)
    wanted = [one for one in after if one.code in codes]
    if len(wanted) <= sum(known[code] for code in codes):
        return _Outcome(found=False, line=False, column=False)
    there = [one for one in wanted if one.span.line <= line <= one.span.end_line]
    right = [one for one in there if not column or one.span.column <= column < one.span.end_column]
    return _Outcome(found=True, line=bool(there), column=bool(right))


def _summed(outcomes: list[_Outcome]) -> Score:
    return Score(
        len(outcomes),
        sum(one.found for one in outcomes),
        sum(one.line for one in outcomes),
        sum(one.column for one in outcomes),
    )


def counted(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each level; what wrapping itself makes is not counted."""
    return Counter(one.severity for one in findings if one.code not in OF_WRAPPING)
