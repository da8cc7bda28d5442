"""The main job of collecting on one page: arrive, read, plan, store, and say what was done."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect import codes
from reportctl.collect.arriving import arrive
from reportctl.collect.inventory import read_inventory
from reportctl.collect.ledger import HandInState, KnownFiles, read_ledger
from reportctl.collect.planning import Plan, plan
from reportctl.collect.received import TABLE
from reportctl.collect.store import is_table_stale, store
from reportctl.collect.taking import Taker
from reportctl.errors import FileError
from reportctl.findings import Severity, Span, ordered
from reportctl.project.attribution import rank_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reportctl.collect.hand_in import HandIn
    from reportctl.collect.ledger import Ledger, Receipt
    from reportctl.findings import Finding
    from reportctl.project.opening import Project


class Wish(NamedTuple):
    """What the official asks for.

    `department` is to be taken for granted, "" for none; `dry` writes nothing.
    """

    department: str = ""
    again: bool = False
    converts: bool = True
    dry: bool = False


class Collected(NamedTuple):
    """What a run did: the submissions that changed, a receipt of each file that was new, what was found."""

    submissions: tuple[str, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def pending(self) -> int:
        """How many files were put aside."""
        return sum(receipt.state is HandInState.PENDING for receipt in self.receipts)


def collect(project: Project, paths: Sequence[Path], wish: Wish, now: dt.datetime) -> Collected:
    """Take in what lies at `paths`; what is known says nothing and changes nothing.

    Raises:
        FileError: a path is not there, or a file cannot be written; every file that counts is as it was.
        LockedError: another run is writing to the project.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise FileError(f"没有 {path}", hint="检查路径")
    ledger = read_ledger(project.root)
    settings = _settings(project)
    hand_ins = _read(
        project, paths, wish, KnownFiles(ledger, settings, retry=bool(wish.department), again=wish.again)
    )

    def decide(ledger: Ledger) -> Plan:
        known = KnownFiles(ledger, settings, retry=bool(wish.department), again=wish.again)
        new = [hand_in for hand_in in hand_ins if not _is_known(hand_in, known)]
        asked = wish.again or bool(wish.department)
        return plan(new, ledger, read_inventory(project), now, settings, asked=asked)

    if wish.dry:
        return _collected(project, decide(ledger))
    if not hand_ins and not is_table_stale(project.root, ledger):
        return Collected()
    done, trouble = store(project.root, decide)
    told = codes.TABLE_HELD.at(
        Span(TABLE), f"台账没有更新：{trouble}", "在 Excel 里开着的，先关掉；下次 collect 会重新生成"
    )
    return _collected(project, done, (told,) if trouble else ())


def _read(project: Project, paths: Sequence[Path], wish: Wish, known: KnownFiles) -> list[HandIn]:
    """What the new files turned out to be, each file's bytes once."""
    hand_ins: dict[str, HandIn] = {}
    taker: Taker | None = None
    for arrival in arrive(paths, known, project.root):
        if arrival.mark in hand_ins:
            continue
        if taker is None:  # where nothing is new, nothing of the project need be read
            targets = read_inventory(project).targets()
            taker = Taker.of(project, targets, department=wish.department, converts=wish.converts)
        hand_ins[arrival.mark] = taker.take(arrival)
    return list(hand_ins.values())


def _is_known(hand_in: HandIn, known: KnownFiles) -> bool:
    """Whether another run has dealt with it meanwhile."""
    arrival = hand_in.arrival
    return known.by_digest(arrival.sha256) or known.by_place(arrival.via, arrival.size, arrival.modified)


def _settings(project: Project) -> str:
    """The digest of report.yaml."""
    return hashlib.sha256(project.report.source.utf8).hexdigest()[:12]


def _collected(project: Project, done: Plan, more: Iterable[Finding] = ()) -> Collected:
    findings = sorted(ordered((*done.findings, *more)), key=lambda finding: rank_of(finding, project.roster))
    return Collected(tuple(done.submissions), tuple(done.receipts), tuple(findings))


def fails(collected: Collected, *, strict: bool) -> bool:
    """Whether a person has to look: something was put aside, or stored with errors."""
    severities = {finding.severity for finding in collected.findings}
    return bool(
        collected.pending or Severity.ERROR in severities or (strict and Severity.WARNING in severities)
    )
