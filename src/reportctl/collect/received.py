"""Where things lie in `received/`: names that every file system takes, relative to the project."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reportctl.project.keeping import RECEIVED, VERSIONS
from reportctl.project.recovery import SUBMISSIONS
from reportctl.scaffold.contents import file_names, safe_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.collect.arrival import Arrival

LEDGER = f"{RECEIVED}/ledger.jsonl"
TABLE = f"{RECEIVED}/台账.csv"
PENDING = f"{RECEIVED}/pending"
NAME_LIMIT = 80
"""Bytes of a department's file name without its ending: its files go through mail and archives."""
_MARK = 8  # characters that tell apart names which a file system would show alike
_ENDING = 16  # characters of an ending, its point included, at most


def submission_path(department: str) -> str:
    """Where a department's submission lies that has none yet."""
    cut = len(department.encode()) > NAME_LIMIT
    return f"{SUBMISSIONS}/{_own_name(department) if cut else safe_name(department, NAME_LIMIT)}.yaml"


def file_stems(departments: Iterable[str]) -> dict[str, str]:
    """By its name how the names of a department's files begin: forms and letters alike."""
    names = tuple(departments)
    return dict(zip(names, file_names(names, NAME_LIMIT), strict=True))


def original_path(department: str, arrival: Arrival) -> str:
    """Where what came lies as it came."""
    return f"{RECEIVED}/originals/{_own_name(department)}/{_marked(arrival)}"


def version_path(department: str, sha256: str) -> str:
    """Where a submission lies that was replaced."""
    return f"{VERSIONS}/{_own_name(department)}/{sha256[:12]}.yaml"


def receipt_path(department: str, version: int) -> str:
    """Where the 回执 of a hand-in lies."""
    return f"{RECEIVED}/receipts/{_own_name(department)}-{version}.txt"


def pending_path(arrival: Arrival) -> str:
    """Where a file lies that was put aside."""
    return f"{PENDING}/{_marked(arrival)}"


def pending_note_path(pending: str) -> str:
    """Where it says why a file was put aside: beside the file."""
    path = PurePosixPath(pending)
    return str(path.with_name(f"{path.name}.txt") if path.suffix == ".txt" else path.with_suffix(".txt"))


def own_name(name: str) -> str:
    """The name of a file as it came: one that is collected from `received/` bears the mark put before it."""
    mark, dash, rest = name.partition("-")
    return rest if dash and rest and len(mark) == 12 and set(mark) <= set("0123456789abcdef") else name


def _own_name(department: str) -> str:
    """A department's file name: where its name had to be cut or changed, with a mark that no other has."""
    name = safe_name(department, NAME_LIMIT)
    if name == department:
        return name
    mark = hashlib.sha256(department.encode()).hexdigest()[:_MARK]
    return f"{safe_name(department, NAME_LIMIT - _MARK - 1)}-{mark}"


def _marked(arrival: Arrival) -> str:
    stem, point, ending = own_name(arrival.name).rpartition(".")
    if not stem or len(ending) >= _ENDING:
        stem, point, ending = own_name(arrival.name), "", ""
    shown = safe_name(ending, NAME_LIMIT) if ending else ""
    return f"{arrival.mark}-{safe_name(stem, NAME_LIMIT)}{point}{shown}"
