"""`rounds/`: the snapshots of what was built, those of rounds by their names, and which are kept."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from reportctl import build_id
from reportctl.errors import FileError, UsageError
from reportctl.project.edited import PUT_ASIDE, read_record
from reportctl.project.files import read_file
from reportctl.project.recovery import OUTPUT
from reportctl.project.transaction import Change
from reportctl.reading import READ_LIMIT
from reportctl.snapshot import Snapshot, SnapshotError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reportctl.project.files import RawFile
    from reportctl.snapshot import ReturnedCopy, SnapshotParagraph

ROUNDS = "rounds"
BUILT = f"{ROUNDS}/built"
"""The folder, within the project, of the snapshot of every .docx that was built, by the build's id."""
KEPT = 50
"""Snapshots of the last builds that are kept, whether or not a file refers to them.

Whoever was handed a copy of last week's draft changes it while this week's is built over it.
"""
_ENDING = ".json"
_WORD = ".docx"
_BUILT_NAME = re.compile(r"[0-9a-f]{64}\.json")


def changes(root: Path, snapshot: Snapshot, name: str = "") -> Iterator[Change]:
    """What puts a snapshot where it belongs, and by the `name` of its round; nothing where it is there.

    Raises:
        UsageError: that name is another build's.
    """
    built = root / BUILT / f"{snapshot.build}{_ENDING}"
    places = [built]
    if name:
        places.append(root / ROUNDS / f"{name}{_ENDING}")
        _refuse_taken(places[-1], snapshot.build, name)
    data = snapshot.dumps()
    for place in places[:1] if name and places[-1].exists() else places:  # a round's own notes copies
        if read_file(place, place.name).data != data:
            yield Change.to_bytes(place, data)


def returned(root: Path, snapshot: Snapshot, copies: Iterable[ReturnedCopy]) -> Iterator[Change]:
    """What notes in the rounds of a build that copies came back; one that came before is noted anew."""
    for path in _files(root / ROUNDS):
        raw = read_file(path, path.name)
        there = load_snapshot(raw) if path.suffix == _ENDING else None
        if there is None or there.paragraphs != snapshot.paragraphs:
            continue
        # who has nothing to say sends the same bytes as another who has nothing to say
        known = {(copy.digest, copy.file): copy for copy in (*there.returned, *copies)}
        new = there._replace(returned=tuple(known.values())).dumps()
        if new != raw.data:
            yield Change.to_bytes(path, new, hashlib.sha256(raw.data).hexdigest())


def snapshot_files(folder: Path) -> list[Path]:
    """The files of snapshots in a folder of `rounds/`, sorted; none where it cannot be read."""
    try:
        return [path for path in _files(folder) if path.suffix == _ENDING]
    except OSError:
        return []


def load_snapshot(raw: RawFile) -> Snapshot | None:
    """The snapshot in a file, None where it is damaged or could not be read."""
    try:
        return None if raw.finding is not None else Snapshot.loads(raw.data)
    except SnapshotError:
        return None


def round_names(root: Path) -> tuple[str, ...]:
    """The names of the rounds, sorted; none where `rounds/` cannot be read."""
    return tuple(path.stem for path in snapshot_files(root / ROUNDS))


def named_round(root: Path, name: str) -> Snapshot:
    """The snapshot of a round.

    Raises:
        UsageError: there is no round of that name.
        FileError: its snapshot is damaged.
    """
    if name not in round_names(root):
        known = "、".join(round_names(root))
        hint = f"有这几轮\uff1a{known}" if known else "没有用 build --round 生成过任何一轮"
        raise UsageError(f"没有叫“{name}”的一轮", hint=hint)
    snapshot = load_snapshot(read_file(root / ROUNDS / f"{name}{_ENDING}", name))
    if snapshot is None:
        hint = "从备份里恢复它\uff1b没有备份的\uff0c不加 --round 再试一次"
        raise FileError(f"底本 {ROUNDS}/{name}{_ENDING} 损坏了\uff0c读不了", hint=hint)
    return snapshot


def swept(root: Path, needed: Iterable[str]) -> Iterator[Change]:
    """What removes the snapshots that nothing refers to but `KEPT` of the last; `needed` are builds' ids.

    A round refers to its build, and so does every .docx that lies in `output/`, was written elsewhere or was
    put aside. Where one cannot be read, all are kept.
    """
    try:
        there = [path for path in _files(root / BUILT) if _BUILT_NAME.fullmatch(path.name)]
        if len(there) <= KEPT:
            return
        there.sort(key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
        kept = {*needed, *_referred_to(root)}
    except OSError:
        return
    yield from (Change(path, None) for path in there[KEPT:] if path.stem not in kept)


class EarlierBuilds:
    """The paragraphs of former builds, whose snapshots are read when they are asked for and not before."""

    def __init__(self, root: Path) -> None:
        self._known: dict[str, SnapshotParagraph] = {}
        self._snapshots = _stored(root)

    def find(self, was: str) -> SnapshotParagraph | None:
        """A paragraph whose words as built have this fingerprint, None where no snapshot has one."""
        while was not in self._known:
            snapshot = next(self._snapshots, None)
            if snapshot is None:
                return None
            for paragraph in snapshot.paragraphs:
                if paragraph.at:
                    self._known.setdefault(paragraph.was, paragraph)
        return self._known[was]


def _stored(root: Path) -> Iterator[Snapshot]:
    """The snapshots of rounds, then those of all other builds, each read when it is asked for."""
    for path in (path for folder in (ROUNDS, BUILT) for path in snapshot_files(root / folder)):
        snapshot = load_snapshot(read_file(path, path.name))
        if snapshot is not None:
            yield snapshot


def _referred_to(root: Path) -> Iterator[str]:
    """The ids of the builds that something refers to.

    Raises:
        OSError: a file cannot be read.
    """
    for path in _files(root / ROUNDS):
        if path.suffix == _ENDING:
            try:
                yield Snapshot.loads(path.read_bytes()).build
            except SnapshotError as error:
                raise OSError from error
    written = {root / name for name in read_record(root / OUTPUT)}
    for path in sorted({*_files(root / OUTPUT), *_files(root / PUT_ASIDE), *written}):
        # what is larger was not built here
        if path.suffix.lower() == _WORD and path.is_file() and path.stat().st_size <= READ_LIMIT:
            yield build_id.of_file(path.read_bytes())


def _refuse_taken(place: Path, build: str, name: str) -> None:
    """See to it that the name of a round is free, or that of the same build."""
    if not place.exists():
        return
    try:
        taken = Snapshot.loads(place.read_bytes()).build != build
    except (SnapshotError, OSError):
        taken = True
    if taken:
        raise UsageError(
            f"已经有一轮叫“{name}”\uff0c内容和这次的不一样",
            hint=f"换一个名字\uff0c例如 --round {name}2\uff1b上一轮的底本是 {ROUNDS}/{name}{_ENDING}",
        )


def _files(folder: Path) -> list[Path]:
    """The files of a folder, none where there is no folder; OSError where it cannot be read."""
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
