"""Builds the report: which files, under which names, in which formats."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Form
from reportctl.errors import UsageError
from reportctl.project.inputs import spare
from reportctl.project.naming import DRAFT, stem
from reportctl.project.writing import write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.project.checking import Checked

OUTPUT = "output"


class Format(StrEnum):
    """What a report can be written as; the value is the file's ending."""

    DOCX = "docx"
    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    PDF = "pdf"

    @property
    def streams(self) -> bool:
        """Whether the format may go to standard output."""
        return self not in {Format.DOCX, Format.PDF}


class Target(NamedTuple):
    """One file to be written."""

    format: Format
    path: Path


def targets(
    checked: Checked, formats: Sequence[Format], folder: Path | None, *, draft: bool = False
) -> tuple[Target, ...]:
    """Where each format goes under its usual name: in `folder`, by default the project's own `output/`."""
    folder = folder or checked.project.root / OUTPUT
    form, own = checked.assembly.document.form, Form(checked.project.report.report.form)
    name = stem(checked.assembly.output_name, form, own, draft=draft)
    return tuple(Target(one, folder / f"{name}.{one.value}") for one in formats)


def named_target(formats: Sequence[Format], output: Path | None, *, draft: bool = False) -> Target | None:
    """The one file that was asked for by name; None where a folder was, or nothing.

    Raises:
        UsageError: one name for several formats, or a name that belongs to another format.
    """
    if output is None or output.is_dir():
        return None
    if len(formats) > 1:
        raise UsageError("-o 只能指一个文件，这里要写几种格式", hint="一次写一种，或用 -o 指一个文件夹")
    wanted = formats[0]
    named = next((one for one in Format if output.suffix.lower() == f".{one.value}"), None)
    if named is not None and named is not wanted:
        raise UsageError(
            f"-o 的扩展名是 .{named.value}，要写的格式却是 {wanted.name.lower()}",
            hint=f"加上 --{named.name.lower()}，或改扩展名",
        )
    if draft and not output.stem.endswith(DRAFT):
        output = output.with_name(f"{output.stem}{DRAFT}{output.suffix}")
    return Target(wanted, output)


def write(checked: Checked, wanted: Sequence[Target]) -> None:
    """Write all targets, all or none.

    Raises:
        UsageError: a target is one of the project's own files.
        FileError: a file cannot be written.
        LockedError: another run is writing there.
    """
    spare(checked.project, [one.path for one in wanted])
    document = checked.assembly.document
    write_all({one.path: renderer(checked, document, one.format) for one in wanted})


def stream(checked: Checked, wanted: Format, send: Callable[[bytes], None]) -> None:
    """Send the document in one format, whole, to whatever takes bytes."""
    buffer = io.BytesIO()
    renderer(checked, checked.assembly.document, wanted)(buffer)
    send(buffer.getvalue())


def renderer(checked: Checked, document: Document, wanted: Format) -> Callable[[BinaryIO], None]:
    """What writes the document in one format. The renderer's libraries load here, not before."""
    if wanted in {Format.DOCX, Format.HTML, Format.PDF}:
        return partial(_in_layout(wanted), document, checked.layout)
    if wanted is Format.TEXT:
        from reportctl.render.text import render  # noqa: PLC0415
    elif wanted is Format.MARKDOWN:
        from reportctl.render.markdown import render  # noqa: PLC0415
    else:
        from reportctl.render.json import render  # noqa: PLC0415
    return partial(render, document)


def _in_layout(wanted: Format) -> Callable[[Document, Layout, BinaryIO], None]:
    if wanted is Format.HTML:
        from reportctl.render.html import render  # noqa: PLC0415
    elif wanted is Format.PDF:
        from reportctl.render.pdf import render  # noqa: PLC0415
    else:
        from reportctl.render.docx import render  # noqa: PLC0415
    return render


def differs(checked: Checked, target: Target) -> bool:
    """Whether the file on disk is not what today's inputs give; of a .docx the parts are compared.

    A PDF always differs, for LibreOffice stamps each with its time.
    """
    fresh = io.BytesIO()
    renderer(checked, checked.assembly.document, target.format)(fresh)
    try:
        old = target.path.read_bytes()
    except OSError:
        return True
    if target.format is not Format.DOCX:
        return old != fresh.getvalue()
    try:
        return _parts(old) != _parts(fresh.getvalue())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return True


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
