"""PATHs as they were given → single files in memory: nothing is written, waited for or followed."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.collect.archives import Archive
from reportctl.collect.arrival import Arrival
from reportctl.collect.kinds import FileKind, recognise
from reportctl.collect.limits import MAX_FILE, MAX_FILES, MAX_FOLDERS, MAX_NESTING, Allowance
from reportctl.collect.mails import Mail
from reportctl.collect.received import PENDING
from reportctl.errors import reason
from reportctl.project.files import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.collect.arrival import FileMemory

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SYSTEM = frozenset({"Thumbs.db", "desktop.ini"})
_FULL = Arrival(
    "",
    "",
    problem=f"一次最多收 {MAX_FILES} 个新文件、512 MB，后面的这次没有收",
    remedy="再运行一次 collect，就接着收后面的",
    passing=True,
)


def arrive(paths: Iterable[Path], known: FileMemory, project: Path) -> Iterator[Arrival]:
    """The files below `paths` that are not known, one by one, or what is wrong with each.

    Archives and mails are opened. The folder `project` is passed over where a path leads to it from above:
    what it holds has been collected.
    """
    arriving = _Arriving(known, project)
    for path in paths:
        yield from arriving.found(Path(os.path.abspath(path)), 0)  # noqa: PTH100 - follows no link


class _Arriving:
    """One run: it counts what it takes, and stops where that is too much."""

    def __init__(self, known: FileMemory, project: Path) -> None:
        self._known = known
        self._project = project.resolve()
        self._allowance = Allowance()
        self._full = False

    def found(self, path: Path, depth: int) -> Iterator[Arrival]:
        """What lies at a path."""
        via = harmless(str(path))
        arrival = Arrival(harmless(path.name), via)
        try:
            facts = path.lstat()
        except (OSError, ValueError) as error:
            yield _unopened(arrival, error)
            return
        if stat.S_ISDIR(facts.st_mode):
            yield from self._folder(path, arrival, depth)
            return
        arrival = replace(arrival, size=facts.st_size, modified=facts.st_mtime_ns, written=facts.st_mtime)
        if self._full or self._known.by_place(via, arrival.size, arrival.modified):
            return
        problem, remedy = _problem(facts)
        if problem:
            yield replace(arrival, problem=problem, remedy=remedy)
            return
        try:
            data = _read(path)
        except OSError as error:
            yield _unopened(arrival, error)
            return
        yield from self._read(replace(arrival, data=data, size=len(data)), 0)

    def _folder(self, path: Path, arrival: Arrival, depth: int) -> Iterator[Arrival]:
        if path == self._project:
            return
        if depth > MAX_FOLDERS:
            yield replace(arrival, problem="文件夹套得太深，里面的没有收", remedy="把里面的文件移到上面来")
            return
        try:
            entries = sorted(path.iterdir(), key=os.fsencode)
        except OSError as error:
            yield _unopened(arrival, error)
            return
        for entry in entries:
            if (
                not entry.name.startswith((".", "~$"))
                and entry.name not in _SYSTEM
                and not self._is_note(entry)
            ):
                yield from self.found(entry, depth + 1)

    def _is_note(self, path: Path) -> bool:
        """Whether a file is one of our own notes beside what was put aside."""
        beside = path.with_name(f"{path.name}.txt")  # the note of a file that ends so itself
        return path.suffix == ".txt" and path.parent == self._project / PENDING and not beside.exists()

    def _read(self, arrival: Arrival, nesting: int) -> Iterator[Arrival]:
        """A file that has been read, or the files in it."""
        if self._known.by_digest(arrival.sha256):
            return
        kind = recognise(arrival.data).kind
        if kind is FileKind.ARCHIVE:
            yield from self._archive(arrival, nesting)
        elif kind is FileKind.MAIL:
            yield from self._mail(arrival, nesting)
        elif self._allowance.takes(len(arrival.data)):
            yield arrival
        else:
            yield from self._stop(arrival)

    def _archive(self, arrival: Arrival, nesting: int) -> Iterator[Arrival]:
        if nesting >= MAX_NESTING:
            yield replace(arrival, problem="压缩包里套压缩包，套得太深", remedy="请对方直接压缩成一个 .zip")
            return
        archive = Archive(arrival)
        for member, info in archive.members():
            if self._full:
                return
            if member.problem:
                if not self._known.by_place(member.via, member.size, member.modified):
                    yield member
            elif not self._known.by_place(member.via, member.size, member.modified):
                unpacked = archive.unpacked(member, info)
                if unpacked.problem:
                    yield unpacked
                else:
                    yield from self._read(unpacked, nesting + 1)

    def _mail(self, arrival: Arrival, nesting: int) -> Iterator[Arrival]:
        """The files that a mail brings, those of mails forwarded in it too."""
        if nesting >= MAX_NESTING:
            yield replace(arrival, problem="邮件里套邮件，套得太深", remedy="请把里面的附件另存出来再收")
            return
        mail = Mail(arrival)
        for enclosure in mail.enclosures():
            if self._full:
                return
            member = enclosure.arrival
            if self._known.by_place(member.via, member.size, member.modified):
                continue
            opened = member if member.problem else mail.opened(enclosure)
            if opened.problem:
                yield opened
            else:
                yield from self._read(opened, nesting + 1)

    def _stop(self, arrival: Arrival) -> Iterator[Arrival]:
        """Say once that a run is full."""
        if not self._full:
            self._full = True
            yield replace(_FULL, name=arrival.name, via=arrival.via)


def _problem(facts: os.stat_result) -> tuple[str, str]:
    """Why a thing is not read at all, and what to do about it."""
    if stat.S_ISLNK(facts.st_mode):
        return "这是链接，没有跟着它去读", "把文件本身放进来"
    if not stat.S_ISREG(facts.st_mode):
        return "这不是普通文件（管道、设备之类），没有读", "把文件本身放进来"
    if facts.st_size > MAX_FILE:
        size = facts.st_size >> 20
        return f"文件太大（{size} MB），最多 {MAX_FILE >> 20} MB", "请部门压缩文档里的图片再交"
    return "", ""


def _read(path: Path) -> bytes:
    """The bytes of a regular file: what has been exchanged for something else meanwhile is not waited for."""
    handle = os.open(path, _OPEN)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("不是普通文件")
        return file.read(MAX_FILE + 1)


def _unopened(arrival: Arrival, error: Exception) -> Arrival:
    return replace(
        arrival,
        problem=f"打不开（{reason(error)}）",
        remedy="检查权限，或者看它是不是正被别的程序占用",
        passing=True,
    )
