"""The ledger of what came in: one line of JSON a file, the truth about receipts; and the table made of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.collect.received import LEDGER
from reportctl.errors import FileError, reason
from reportctl.reading import READ_LIMIT, read_regular
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_HEADS = ("收到时间", "部门", "第几版", "文件", "来自", "发件人", "状态", "结果", "说明")
_NUMBERS = frozenset({"version", "size", "modified"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class HandInState(StrEnum):
    """What became of a file."""

    STORED = "stored"
    PENDING = "pending"
    BLANK = "blank"
    OUTDATED = "outdated"

    @property
    def chinese(self) -> str:
        """The word for it in the table."""
        return {"stored": "收下", "pending": "待处理", "blank": "空白表", "outdated": "旧稿"}[self.value]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line of the ledger.

    `at` is when it was collected (ISO 8601, with the offset from UTC). `version` counts a department's
    hand-ins from 1, 0 for what was not stored. `size` is in bytes, `modified` in nanoseconds, as the file
    lay at `via`. `sha256` is the digest of its bytes, "" where they could not be had; `stored` that of what
    the submission says. `settings` is the digest of report.yaml by which it was judged.
    """

    at: str
    department: str
    version: int
    name: str
    via: str
    sender: str
    size: int
    modified: int
    sha256: str
    stored: str
    state: HandInState
    result: str
    note: str
    mark: str
    settings: str

    def line(self) -> str:
        """The receipt as a line of the ledger."""
        return dumps(asdict(self), indent=None) + "\n"

    @classmethod
    def of_line(cls, line: bytes) -> Receipt | None:
        """The receipt in a line; None for a line that a broken run or a person's hand left unreadable."""
        try:
            tree = json.loads(line)
            return cls(**{key.name: _KINDS[key.name](tree[key.name]) for key in fields(cls)})
        except (ValueError, TypeError, KeyError, RecursionError):
            return None


_KINDS: dict[str, Any] = {
    key.name: HandInState if key.name == "state" else int if key.name in _NUMBERS else str
    for key in fields(Receipt)
}


class Ledger(NamedTuple):
    """The receipts so far, in their order, and the bytes that they were read from."""

    receipts: tuple[Receipt, ...] = ()
    data: bytes = b""

    def appended(self, receipts: Iterable[Receipt]) -> bytes:
        """The bytes with more receipts behind: a last line that was torn keeps to itself."""
        gap = b"" if not self.data or self.data.endswith(b"\n") else b"\n"
        return self.data + gap + "".join(receipt.line() for receipt in receipts).encode()

    def latest(self) -> dict[str, Receipt]:
        """By department, its last receipt of something stored."""
        return {
            receipt.department: receipt for receipt in self.receipts if receipt.state is HandInState.STORED
        }

    def waiting(self) -> tuple[Receipt, ...]:
        """What was put aside and has not been taken since, the first first."""
        last = {receipt.mark: receipt for receipt in self.receipts}
        return tuple(receipt for receipt in last.values() if receipt.state is HandInState.PENDING)

    def table(self) -> bytes:
        """The receipts as CSV that a spreadsheet program opens by itself."""
        text = io.StringIO()
        rows = csv.writer(text)
        rows.writerow(_HEADS)
        rows.writerows(map(_row, self.receipts))
        return text.getvalue().encode("utf-8-sig")


def read_ledger(root: Path) -> Ledger:
    """The ledger of a project; an empty one where nothing was collected yet.

    Raises:
        FileError: it cannot be read.
    """
    path = root / LEDGER
    try:
        data = read_regular(path)
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        raise FileError(f"读不了 {path}（{reason(error)}）", hint="检查权限") from None
    if len(data) > READ_LIMIT:
        raise FileError(f"{path} 超过 {READ_LIMIT >> 20} MB", hint="把它移走存档\uff0c再收今年的")
    return Ledger(tuple(_receipts(data.split(b"\n"))), data)


class KnownFiles:
    """What the ledger knows, asked by place and by bytes.

    What was put aside is known only as long as report.yaml is the same: a short name that it gained may let
    the file in. With a department named (`retry`) it is tried at once; with `again` nothing is known.
    """

    def __init__(self, ledger: Ledger, settings: str, *, retry: bool, again: bool) -> None:
        last = {receipt.mark: receipt for receipt in ledger.receipts}
        told = [
            receipt
            for receipt in last.values()
            if receipt.state is not HandInState.PENDING or (receipt.settings == settings and not retry)
        ]
        marks = {receipt.mark for receipt in told}
        self._digests = frozenset() if again else frozenset(receipt.sha256 for receipt in told)
        self._places = frozenset(
            (receipt.via, receipt.size, receipt.modified)
            for receipt in (() if again else ledger.receipts)
            if receipt.mark in marks
        )

    def by_place(self, via: str, size: int, modified: int) -> bool:
        """Whether a file that lies there and looks like that was dealt with."""
        return (via, size, modified) in self._places

    def by_digest(self, sha256: str) -> bool:
        """Whether these bytes were dealt with."""
        return sha256 != "" and sha256 in self._digests


def _receipts(lines: Sequence[bytes]) -> Iterator[Receipt]:
    for line in lines:
        receipt = Receipt.of_line(line) if line.strip() else None
        if receipt is not None:
            yield receipt


def _row(receipt: Receipt) -> tuple[str, ...]:
    version = str(receipt.version or "")
    cells = (receipt.at, receipt.department, version, receipt.name, receipt.via, receipt.sender)
    return tuple(map(_cell, (*cells, receipt.state.chinese, receipt.result, receipt.note)))


def _cell(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
