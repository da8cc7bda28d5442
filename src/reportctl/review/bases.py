"""What a copy was built from: the snapshot it names, else the one whose bookmarks it has, else the likest.

A copy is never held against today's build: departments' new figures would be taken back in silence.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.project.files import read_file
from reportctl.project.rounds import BUILT, ROUNDS, load_snapshot, named_round, snapshot_files
from reportctl.review.likeness import bigrams, share
from reportctl.review.lines import base_line, bookmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reportctl.review.copies import Copy
    from reportctl.snapshot import Snapshot

_SHORT = 8
_LIKE = 0.5
"""Below this share of common words a copy was not built from a snapshot."""


class BaseEvidence(StrEnum):
    """What a base was found by; the value is how it is told."""

    NAMED = "命令里指明"
    BUILD = "文件里的生成编号"
    BOOKMARK = "文件里的书签"
    WORDS = "文字相近"


class Base(NamedTuple):
    """A snapshot, what it is called, and what it was found by.

    `lost` tells that the copy names another build whose snapshot is not there: this one is only shown.
    """

    snapshot: Snapshot
    name: str
    evidence: BaseEvidence
    lost: bool = False


class Found(NamedTuple):
    """The base, None where nothing is like the copy, and the files of `rounds/` that could not be read."""

    base: Base | None
    damaged: tuple[str, ...]


class StoredSnapshot(NamedTuple):
    """A snapshot in `rounds/`: the round's name, else the first digits of its build."""

    name: str
    snapshot: Snapshot


def find_base(root: Path, copy: Copy, wanted: str = "") -> Found:
    """What a copy was built from, or the round that is `wanted`.

    Raises:
        UsageError: there is no round of that name.
        FileError: its snapshot is damaged.
    """
    if wanted:
        return Found(Base(named_round(root, wanted), wanted, BaseEvidence.NAMED), ())
    damaged: list[str] = []
    stored = list(_stored(root, ROUNDS, damaged))
    if copy.build:
        stored += _stored(root, BUILT, damaged, copy.build)
        own = next((found for found in stored if found.snapshot.build == copy.build), None)
        if own is not None:
            return Found(Base(own.snapshot, own.name, BaseEvidence.BUILD), tuple(damaged))
    stored += _stored(root, BUILT, damaged)
    marks = Counter(name.partition("_")[0] for name in bookmarked(copy))
    mark = max(marks, key=lambda found: (marks[found], found), default="")
    marked = next((found for found in stored if mark and found.snapshot.mark == mark), None)
    if marked is not None:
        return Found(Base(marked.snapshot, marked.name, BaseEvidence.BOOKMARK), tuple(damaged))
    return Found(likest(stored, copy, lost=bool(copy.build or mark)), tuple(damaged))


def _stored(root: Path, folder: str, damaged: list[str], build: str = "*") -> Iterator[StoredSnapshot]:
    """The snapshots in a folder of `rounds/`, all of them or that of one build."""
    for path in snapshot_files(root / folder):
        if build not in ("*", path.stem):
            continue
        snapshot = load_snapshot(read_file(path, path.name))
        if snapshot is None:
            damaged.append(f"{folder}/{path.name}")
        else:
            yield StoredSnapshot(path.stem if folder == ROUNDS else snapshot.build[:_SHORT], snapshot)


def likest(stored: Iterable[StoredSnapshot], copy: Copy, *, lost: bool) -> Base | None:
    """The snapshot that shares most words with the copy; None where none shares many."""
    here = _words(paragraph.text for paragraph in copy.paragraphs)
    best, most = None, _LIKE
    for candidate in stored:
        paragraphs = candidate.snapshot.paragraphs
        there = _words(base_line(paragraph).whole for paragraph in paragraphs if not paragraph.omitted)
        like = share(here, there)
        if like > most:
            best, most = candidate, like
    return None if best is None else Base(best.snapshot, best.name, BaseEvidence.WORDS, lost)


def _words(texts: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(bigrams(text))
    return found
