"""What people did to built files: found before anything is written, put aside where that was asked for."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl import build_id
from reportctl.errors import ExitCode, FileError, ProjectError
from reportctl.findings import Span
from reportctl.project import codes
from reportctl.project.files import read_file
from reportctl.project.journal import ABSENT
from reportctl.project.openers import lock_file, opener
from reportctl.reading import READ_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set
    from pathlib import Path

RECORD = ".reportctl.json"
PUT_ASIDE = "rounds/改动稿"
"""The folder, within the project, of changed files that a build replaced."""
_WORD = ".docx"
_WAYS_ON = (
    "`reportctl reconcile 这个文件` 列出改了什么\uff0c加 --write 写进 edits.yaml\uff0c下次生成照写\uff1b"
    "加 --replace 重新生成的\uff0c旧文件移到 rounds/改动稿\uff0c不会丢"
)


class EditedOutputError(ProjectError):
    """A file that somebody changed would be replaced."""

    exit_code = ExitCode.FINDINGS


class BuiltFile(NamedTuple):
    """A file in the place of one that is to be built: its bytes, None where there is none.

    `edited` tells that somebody changed it, `placed` that all that was changed is in edits.yaml by now.
    """

    path: Path
    data: bytes | None
    edited: bool
    placed: bool = False

    @property
    def digest(self) -> str:
        """The SHA-256 of what stands there, or ABSENT."""
        return ABSENT if self.data is None else hashlib.sha256(self.data).hexdigest()

    def put_aside(self, root: Path) -> Path:
        """Where it goes when it is replaced."""
        return root / PUT_ASIDE / f"{self.path.stem}-{self.digest[:8]}{self.path.suffix}"


def examine(
    paths: Iterable[Path], record: Mapping[str, str], root: Path, placed: Set[str] = frozenset()
) -> tuple[BuiltFile, ...]:
    """What stands in the places of files to be built, held against the record of what was built.

    `placed` are the SHA-256 of changed copies that `reconcile` has taken in wholly.

    Raises:
        FileError: one cannot be read.
    """
    found = (_examined(path, record.get(key(path, root))) for path in paths)
    return tuple(
        file._replace(edited=False, placed=True) if file.edited and file.digest in placed else file
        for file in found
    )


def _examined(path: Path, recorded: str | None) -> BuiltFile:
    if not path.is_file():
        return BuiltFile(path, None, edited=False)
    raw = read_file(path, str(path))
    if raw.finding is not None:
        raise FileError(f"{path}\uff1a{raw.finding.message}", hint="检查文件权限\uff0c或换一个文件名")
    if len(raw.data) > READ_LIMIT:
        raise FileError(f"{path} 太大\uff0c看不出是不是改过\uff0c没有覆盖", hint="移走它\uff0c或换一个文件名")
    found = BuiltFile(path, raw.data, edited=False)
    if found.digest == recorded:
        return found
    if path.suffix.lower() == _WORD:
        return found._replace(edited=not build_id.is_as_built(raw.data))
    return found._replace(edited=recorded is not None)


def refuse_edited(files: Sequence[BuiltFile], root: Path) -> None:
    """See to it that nobody's work would be replaced.

    Raises:
        EditedOutputError: a file was changed since it was built.
    """
    edited = [file.path for file in files if file.edited]
    if edited:
        changed = "生成之后有人改过这个文件\uff08或它不是这个项目生成的\uff09"
        ways = "改动要留的\uff0c用 reportctl reconcile 收\uff1b要换掉的\uff0c加 --replace"
        message = f"{changed}\uff0c没有覆盖\uff1b{ways}"
        found = [codes.EDITED_OUTPUT.at(Span(key(path, root)), message, _WAYS_ON) for path in edited]
        raise EditedOutputError("没有生成报告\uff1a原有的文件被人改过", findings=found)


def refuse_open(paths: Iterable[Path]) -> None:
    """See to it that nobody has a file open.

    Raises:
        FileError: somebody has, as the lock file beside it says.
    """
    for path in paths:
        lock = lock_file(path) if path.is_file() else None
        if lock is not None:
            name = opener(lock)
            who = f"\uff08{name}\uff09" if name else ""
            hint = f"请先关掉它再运行\uff1b确实没有人开着的\uff0c可以删除 {lock.name}\uff0c或加 --replace"
            raise FileError(f"{path} 正开着{who}\uff0c什么也没有写", hint=hint)


def read_record(home: Path) -> dict[str, str]:
    """By file the SHA-256 of what was built; empty where nothing was, or the record is damaged."""
    try:
        files = json.loads(read_file(home / RECORD, RECORD).data)["files"]
        return {str(name): str(digest) for name, digest in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def read_placed(home: Path) -> frozenset[str]:
    """The SHA-256 of the changed copies that `reconcile` has taken in wholly."""
    try:
        return frozenset(map(str, json.loads(read_file(home / RECORD, RECORD).data)["placed"]))
    except (ValueError, KeyError, TypeError):
        return frozenset()


def record(files: Mapping[str, str], placed: Set[str] = frozenset()) -> bytes:
    """The record as it is written."""
    tree: dict[str, Any] = {"version": 1, "files": dict(sorted(files.items()))}
    if placed:
        tree["placed"] = sorted(placed)
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode("utf-8", "surrogateescape")


def key(path: Path, root: Path) -> str:
    """What the record calls a file: its path within the project, else its whole path."""
    path = path.parent.resolve() / path.name
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
