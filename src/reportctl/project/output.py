"""What becomes of a rendered report: its files and their names, a comparison with them, or a stream."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Form
from reportctl.errors import UsageError
from reportctl.project.files import SUBMISSIONS
from reportctl.project.opening import EDITS, REPORT
from reportctl.project.writing import write_all
from reportctl.render.formats import Format, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.project.opening import Project

    Render = Callable[[BinaryIO], None]

OUTPUT = "output"
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
_ZIP = b"PK\x03\x04"


class RenderedFile(NamedTuple):
    """A report in one format on its way to a file: `render` writes it."""

    format: Format
    path: Path
    render: Render


def output_paths(
    project: Project,
    name: str,
    form: Form,
    formats: Sequence[Format],
    output: Path | None,
    *,
    draft: bool,
) -> tuple[Path, ...]:
    """Where each format goes: to the file that was asked for by name, else to a folder, `output/` by default.

    `name` is the report's own name for its files, which get the form and the draft besides.
    """
    mark = (PUBLIC_DRAFT if form is Form.PUBLIC else DRAFT) if draft else ""
    if names_a_file(output):
        assert output is not None  # noqa: S101 - mypy does not see through the test
        marked = output.stem.endswith(mark)
        return (output if marked else output.with_name(f"{output.stem}{mark}{output.suffix}"),)
    folder = output or project.root / OUTPUT
    own = Form(project.report.report.form)
    stem = f"{name.strip()}{'' if form is own else _FORMS[form]}{mark}"
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


def write(project: Project, files: Sequence[RenderedFile]) -> tuple[Path, ...]:
    """Write all files, all or none.

    Raises:
        UsageError: one is among the project's own files.
        FileError: a file cannot be written.
        LockedError: another run is writing there.
    """
    spare(project, [file.path for file in files])
    write_all({file.path: file.render for file in files})
    return tuple(file.path for file in files)


def stale(files: Sequence[RenderedFile]) -> tuple[Path, ...]:
    """The files that are not on disk as today's inputs give them; of a .docx the parts are compared."""
    return tuple(file.path for file in files if _differs(file))


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
    own = [path.resolve() for path in _inputs(project)]
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


def _differs(file: RenderedFile) -> bool:
    fresh = rendered(file.render)
    try:
        old = file.path.read_bytes()
    except OSError:
        return True
    if not fresh.startswith(_ZIP):
        return old != fresh
    try:
        return _parts(old) != _parts(fresh)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return True


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
