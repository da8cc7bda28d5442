"""Writes what was planned: under the project's lock, old files whole until the new ones stand."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from reportctl.collect.ledger import read_ledger
from reportctl.collect.received import LEDGER, PENDING, TABLE
from reportctl.errors import FileError
from reportctl.project.keeping import make_received
from reportctl.project.locking import locked
from reportctl.project.recovery import sweep
from reportctl.project.transaction import ANYTHING, Change, commit
from reportctl.reading import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reportctl.collect.ledger import Ledger, Receipt
    from reportctl.collect.planning import Plan

_MARKED = re.compile("([0-9a-f]{12})-")


def store(root: Path, decide: Callable[[Ledger], Plan]) -> tuple[Plan, str]:
    """Plan by the ledger as it is once the lock is held, and write; the plan, and why the table could not be.

    Originals and versions come first and the ledger last: whatever step is the last of a run that dies, the
    next one does the same again.

    Raises:
        FileError: a file cannot be written; every file that counts is as it was.
        LockedError: another run is writing to the project.
    """
    with locked([root]):
        ledger = read_ledger(root)
        plan = decide(ledger)
        if plan.taken:
            files = {**plan.files, LEDGER: ledger.appended(plan.receipts)}
            _write(root, files, plan.expected)
        ledger = read_ledger(root)
        return plan, _derive(root, ledger)


def is_table_stale(root: Path, ledger: Ledger) -> bool:
    """Whether the table does not say what the ledger says: Excel held it open the last time."""
    if not ledger.receipts:
        return False
    try:
        return read_regular(root / TABLE) != ledger.table()
    except OSError:
        return True


def waiting(root: Path, ledger: Ledger) -> tuple[Receipt, ...]:
    """What was put aside, has not been taken since, and has not been cleared away by hand."""
    return tuple(receipt for receipt in ledger.waiting() if any((root / PENDING).glob(f"{receipt.mark}-*")))


def _write(root: Path, files: Mapping[str, bytes], expected: Mapping[str, str]) -> None:
    """Write the files that differ from what stands there; `expected` says what must have stood there."""
    make_received(root)
    changes = [
        Change.to_bytes(root / name, data, expected.get(name, ANYTHING))
        for name, data in files.items()
        if not _stands(root / name, data)
    ]
    if changes:
        sweep({change.path.parent for change in changes})
        commit(changes, root)


def _derive(root: Path, ledger: Ledger) -> str:
    """Make what follows from the ledger: the table, and `pending/` without what has been taken."""
    waiting = {receipt.mark for receipt in ledger.waiting()}
    known = {receipt.mark for receipt in ledger.receipts}
    for path in (root / PENDING).glob("*"):
        found = _MARKED.match(path.name)
        if found and found[1] in known - waiting:
            with suppress(OSError):
                path.unlink()
    if is_table_stale(root, ledger):
        try:
            _write(root, {TABLE: ledger.table()}, {})
        except FileError as error:
            return error.message
    return ""


def _stands(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and read_regular(path) == data
    except OSError:
        return False
