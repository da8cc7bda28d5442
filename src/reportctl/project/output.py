"""What becomes of a rendered report: its files and their names, a comparison with them, or a stream."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl import build_id
from reportctl.document import Form
from reportctl.errors import UsageError
from reportctl.project import edited, rounds
from reportctl.project.journal import ABSENT, digest
from reportctl.project.locking import locked
from reportctl.project.opening import EDITS, REPORT
from reportctl.project.recovery import OUTPUT, SUBMISSIONS, recover_beside
from reportctl.project.transaction import Change, commit, refuse_special
from reportctl.render.formats import Format, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.project.opening import Project
    from reportctl.snapshot import Snapshot

    Render = Callable[[BinaryIO], None]

DRAFT = "-草稿"
PUBLIC_DRAFT = "-草稿\uff08不得公开\uff09"
"""A draft of what is to be published has not been looked through for what must not be."""
_FORMS = {Form.PLAIN: "-白头", Form.FORMAL: "-红头", Form.PUBLIC: "-公开"}
_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"}
)
# bytes; file systems take 255: form, draft, ending and the temporary file's prefix must find room too
_LIMIT = 180
_LONGEST = 240
"""Bytes of a file's name as a whole, without its ending: a copy that is put aside gets 9 more."""
_ZIP = b"PK\x03\x04"


class RenderedFile(NamedTuple):
    """A report in one format on its way to a file: `render` writes it.

    What comes back changed has a `snapshot` of what it says, still without the id of the build.
    """

    format: Format
    path: Path
    render: Render
    snapshot: Snapshot | None = None


def output_paths(
    project: Project,
    name: str,
    form: Form,
    formats: Sequence[Format],
    output: Path | None,
    *,
    draft: bool,
    round_name: str = "",
) -> tuple[Path, ...]:
    """Where each format goes: to the file that was asked for by name, else to a folder, `output/` by default.

    `name` is the report's own name for its files, which get the form, the draft and the round besides.

    Raises:
        UsageError: the name of the round is none of a file, or too long.
    """
    mark = (PUBLIC_DRAFT if form is Form.PUBLIC else DRAFT) if draft else ""
    if names_a_file(output):
        assert output is not None  # noqa: S101 - mypy does not see through the test
        marked = output.stem.endswith(mark)
        return (output if marked else output.with_name(f"{output.stem}{mark}{output.suffix}"),)
    folder = output or project.root / OUTPUT
    own = Form(project.report.report.form)
    stem = f"{name.strip()}{'' if form is own else _FORMS[form]}{mark}"
    if round_name:
        stem = f"{stem}-{round_name}"
        if len(stem.encode()) > _LONGEST:
            raise UsageError(f"加上“{round_name}”\uff0c文件名太长", hint="给 --round 一个短一些的名字")
    return tuple(folder / f"{stem}{wanted.suffix}" for wanted in formats)


def names_a_file(output: Path | None) -> bool:
    """Whether what follows `-o` is a file to be written, and not a folder."""
    return output is not None and not output.is_dir()


def check_named(formats: Sequence[Format], output: Path | None) -> None:
    """See to it that a file asked for by name can be written.

    Raises:
        UsageError: one name for several formats, or a name that belongs to another format.
    """
    if output is None or not names_a_file(output):
        return
    if len(formats) > 1:
        raise UsageError("-o 只能指一个文件，这里要写几种格式", hint="一次写一种，或用 -o 指一个文件夹")
    named = format_of(output.suffix)
    if named is not None and named is not formats[0]:
        raise UsageError(
            f"-o 的扩展名是 {named.suffix}，要写的格式却是 {formats[0].name}",
            hint=f"加上 {named.flag}，或改扩展名",
        )


class Written(NamedTuple):
    """The files of a build, those that were put aside for them, and what could not be tidied up."""

    paths: tuple[Path, ...]
    put_aside: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()


def write(
    project: Project, files: Sequence[RenderedFile], *, replace: bool = False, round_name: str = ""
) -> Written:
    """Write all files, all or none, the record of them, and the snapshots of those that come back changed.

    What somebody changed is replaced only if asked for, and is put aside then.

    Raises:
        UsageError: one is among the project's own files, or another build has the name of the round.
        EditedOutputError: a file was changed since it was built.
        FileError: a file cannot be written, or somebody has it open.
        LockedError: another run is writing there.
    """
    paths = [file.path for file in files]
    root, home = project.root, project.root / OUTPUT
    spare(project, paths)
    for path in paths:
        refuse_special(path)
    recover_beside(paths)
    with locked({home, *(path.parent for path in paths)}):
        files, snapshots = _with_ids(files)
        kept_snapshots = [
            change for snapshot in snapshots for change in rounds.changes(root, snapshot, round_name)
        ]
        entries, placed = edited.read_record(home), edited.read_placed(home)
        found = edited.examine(paths, entries, root, placed)
        if not replace:
            edited.refuse_open(paths)
            edited.refuse_edited(found, root)
        kept = {
            file.put_aside(root): file.data
            for file in found
            if (file.edited or file.placed) and file.data is not None
        }
        new = {path: data for path, data in kept.items() if not path.exists()}
        changes = [Change.to_bytes(path, data, ABSENT) for path, data in new.items()]
        changes += (
            Change(file.path, partial(_recorded, file, root, entries), _expected(old))
            for file, old in zip(files, found, strict=True)
        )
        changes += kept_snapshots
        changes += rounds.swept(root, [snapshot.build for snapshot in snapshots])
        book = home / edited.RECORD
        changes.append(Change(book, lambda out: _write_record(entries, placed, out), digest(book)))
        return Written(tuple(paths), tuple(kept), commit(changes, home))


def stale(project: Project, files: Sequence[RenderedFile]) -> tuple[Path, ...]:
    """The files that are not on disk as today's inputs give them; of a .docx the parts are compared.

    Raises:
        EditedOutputError: one was changed since it was built.
        FileError: one cannot be read, or somebody has it open.
    """
    paths = [file.path for file in files]
    edited.refuse_open(paths)
    home = project.root / OUTPUT
    found = edited.examine(paths, edited.read_record(home), project.root, edited.read_placed(home))
    edited.refuse_edited(found, project.root)
    return tuple(file.path for file, old in zip(files, found, strict=True) if _differs(file, old.data))


def _with_ids(files: Sequence[RenderedFile]) -> tuple[tuple[RenderedFile, ...], tuple[Snapshot, ...]]:
    """The files, those with a snapshot rendered already, and the snapshots with the ids of their builds."""
    done: list[RenderedFile] = []
    snapshots: list[Snapshot] = []
    for file in files:
        if file.snapshot is None:
            done.append(file)
            continue
        data = rendered(file.render)
        done.append(file._replace(render=partial(_put, data)))
        snapshots.append(file.snapshot._replace(build=build_id.of_file(data)))
    return tuple(done), tuple(snapshots)


def _put(data: bytes, out: BinaryIO) -> None:
    out.write(data)


def _expected(old: edited.BuiltFile) -> str:
    """What must stand there as it is replaced: what was judged, or the link that led to it."""
    return digest(old.path) if old.path.is_symlink() else old.digest


def _write_record(entries: dict[str, str], placed: frozenset[str], out: BinaryIO) -> None:
    out.write(edited.record(entries, placed))


def _recorded(file: RenderedFile, root: Path, entries: dict[str, str], out: BinaryIO) -> None:
    """Write a file and take it into the record."""
    file.render(out)
    out.seek(0)
    entries[edited.key(file.path, root)] = hashlib.sha256(out.read()).hexdigest()


def rendered(render: Render) -> bytes:
    """What a renderer writes."""
    buffer = io.BytesIO()
    render(buffer)
    return buffer.getvalue()


def spare(project: Project, targets: Iterable[Path]) -> None:
    """See to it that no target is one of the project's own files, nor lies in a folder of submissions.

    Raises:
        UsageError: one does.
    """
    # a name with a NUL in it is no path: opening says so, and nothing can be written over it
    own = [path.resolve() for path in _inputs(project) if "\0" not in str(path)]
    for target in targets:
        path = target.resolve()
        if path in own or any(folder in path.parents and folder.is_dir() for folder in own):
            raise UsageError(f"{target} 是项目的材料，不能用输出覆盖", hint="换一个文件名，或写到别的文件夹")


def name_problem(name: str) -> str:
    """Why a name cannot be a file's, in the user's words; "" where it can.

    What Windows reserves (CON, LPT1, with any ending) is refused everywhere: a report travels.
    """
    name = name.strip()
    if not name:
        return "文件名是空的"
    if not name.isprintable():
        return f"文件名“{name}”里有看不见的字符"
    if _FORBIDDEN & set(name) or name.startswith("."):
        return f"“{name}”不能作文件名"
    if name.partition(".")[0].rstrip().upper() in _RESERVED:
        return f"“{name}”是 Windows 保留的名字\uff0c不能作文件名"
    if len(name.encode("utf-8", "replace")) > _LIMIT:
        return f"文件名太长\uff1a最多 {_LIMIT // 3} 个汉字"
    return ""


def _inputs(project: Project) -> Iterator[Path]:
    """What a project is made of: no output may be written over it."""
    report = project.report.report
    attached = (attachment.file for attachment in report.document.attachments)
    for name in (REPORT, EDITS, SUBMISSIONS, *filter(None, (report.layout, report.last_year, *attached))):
        yield project.root / name


def _differs(file: RenderedFile, old: bytes | None) -> bool:
    if old is None:
        return True
    fresh = rendered(file.render)
    if not fresh.startswith(_ZIP):
        return old != fresh
    try:
        return _parts(old) != _parts(fresh)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return True


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
