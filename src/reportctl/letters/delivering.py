"""Letters as files: what somebody changed stays, what was written and need not be sent is taken away."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType
from reportctl.letters.paper import UNDATED
from reportctl.project import edited
from reportctl.project.journal import digest
from reportctl.project.locking import locked
from reportctl.project.output import rendered, spare
from reportctl.project.recovery import OUTPUT, recover_beside
from reportctl.project.transaction import Change, commit, refuse_special

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set
    from pathlib import Path

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.render.formats import Format

_BREAK = b"\r\n"
"""How lines of text end that are opened with Windows Notepad."""


class Delivered(NamedTuple):
    """The files that are to be sent, those that somebody has changed and that stay, those taken away."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    withdrawn: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()


def bytes_of(document: Document, layout: Layout, wanted: Format) -> bytes:
    """A letter in a format. Text is what Windows Notepad of any age opens, without an empty date."""
    if wanted.suffix != ".txt":
        return rendered(wanted.renderer(document, layout))
    said = [block for block in document.blocks if (block.type, block.text) != (BlockType.DATE, UNDATED)]
    text = rendered(wanted.renderer(document._replace(blocks=tuple(said)), layout))
    return text.replace(b"\n", _BREAK).decode().encode("utf-8-sig")


def deliver(project: Project, files: Mapping[Path, bytes], outdated: Set[Path] = frozenset()) -> Delivered:
    """Write these files, all or none, and take away those of earlier runs that are outdated.

    A file that somebody changed, or that this project did not write, is neither replaced nor taken away.

    Raises:
        UsageError: one is among the project's own files.
        FileError: a file cannot be written, or somebody has it open.
        LockedError: another run is writing there.
    """
    root, home = project.root, project.root / OUTPUT
    spare(project, files)
    for path in files:
        refuse_special(path)
    recover_beside(files)
    if not files and not edited.read_record(home):
        return Delivered(())
    with locked({home, *(path.parent for path in files)}):
        entries, placed = edited.read_record(home), edited.read_placed(home)
        found = edited.examine(files, entries, root)
        old = _ours(sorted(outdated - files.keys()), entries, root)
        edited.refuse_open(file.path for file in (*found, *old) if not file.edited)
        changes = [Change(file.path, None, file.digest) for file in old]
        for file in old:
            del entries[edited.key(file.path, root)]
        for file in found:
            data = files[file.path]
            if file.edited or file.data == data:
                continue
            entries[edited.key(file.path, root)] = hashlib.sha256(data).hexdigest()
            changes.append(Change.to_bytes(file.path, data, file.digest))
        remarks: tuple[str, ...] = ()
        if changes:
            book = home / edited.RECORD
            changes.append(Change.to_bytes(book, edited.record(entries, placed), digest(book)))
            remarks = commit(changes, home)
        return Delivered(
            tuple(file.path for file in found if not file.edited),
            tuple(file.path for file in found if file.edited),
            tuple(file.path for file in old),
            remarks,
        )


def _ours(paths: Iterable[Path], entries: Mapping[str, str], root: Path) -> list[edited.BuiltFile]:
    """Those of the files that this project has written and that nobody has changed."""
    recorded = [path for path in paths if edited.key(path, root) in entries]
    return [
        file for file in edited.examine(recorded, entries, root) if file.data is not None and not file.edited
    ]
