"""What a killed run left behind: taken back or finished, and swept, before anybody reads there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.errors import FileError, LockedError
from reportctl.project import journal
from reportctl.project.journal import JOURNAL, TEMPORARY, pointed, settle
from reportctl.project.locking import locked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUBMISSIONS = "submissions"
OUTPUT = "output"
"""Folders of a project: of what was handed in, of what `build` writes."""
_PROJECT = "report.yaml"
DEEPEST = 20
"""Folders within each other: more than anybody keeps, fewer than a path may name."""


def recover_project(root: Path) -> None:
    """Tidy up a project's own folders.

    Raises:
        FileError: files are half written, and that cannot be taken back.
        LockedError: another run is at work on the project's sources.
    """
    recover(root, _below(root / SUBMISSIONS))
    # what is being built is no source of anything: nobody waits for it
    with suppress(LockedError):
        recover(root / OUTPUT, wait=0)


def recover(home: Path, besides: Iterable[Path] = (), *, wait: float | None = None) -> None:
    """Tidy up a folder in which a journal may lie, and folders that its lock stands for besides."""
    pending = os.path.lexists(home / JOURNAL)
    folders = (home, *besides)
    if not pending and not any(True for folder in folders for _ in _leftovers(folder)):
        return
    own = os.path.lexists(home / _PROJECT) or home.name == OUTPUT
    try:
        with locked([home], leaves_none=not own, wait=wait if pending else 0):
            left = journal.read(home)
            if left is not None:
                settle(left)
            sweep(folders)
    except (FileError, LockedError):
        # a leftover harms nobody where nothing can be written, and a run at work sweeps by itself
        if pending:
            raise


def recover_beside(paths: Iterable[Path]) -> None:
    """Tidy up the folders in which these files lie, in a project or in none, unless a run is at work there.

    What a transaction has left there that has its journal elsewhere, goes with that journal.
    """
    for folder in {folder for path in paths for folder in (path.parent, path.resolve().parent)}:
        if not any(True for _ in _leftovers(folder)) and not os.path.lexists(folder / JOURNAL):
            continue
        root = next((above for above in (folder, *folder.parents) if (above / _PROJECT).exists()), None)
        projects = () if root is None else (root, root / OUTPUT)
        unsettled = [home for home in (*projects, *pointed(folder)) if not _settled(home)]
        if not unsettled:
            with suppress(FileError, LockedError), locked([] if root is None else [root], wait=0):
                recover(folder, wait=0)


def _settled(home: Path) -> bool:
    """Whether no journal is left in a folder."""
    with suppress(FileError, LockedError):
        recover(home, wait=0)
    return not os.path.lexists(home / JOURNAL)


def sweep(folders: Iterable[Path]) -> None:
    """Remove temporary files; whoever calls holds the lock, so nobody is writing them."""
    for folder in folders:
        for leftover in list(_leftovers(folder)):
            with suppress(OSError):
                leftover.unlink()


def _leftovers(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(TEMPORARY) and path.name != JOURNAL:
                yield path


def _below(folder: Path) -> Iterator[Path]:
    """A folder and those in it, as deep as anybody writes."""
    level = [folder]
    for _ in range(DEEPEST):
        yield from level
        level = [below for above in level for below in _folders(above)]


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
