"""Builds the report: which files, under which names, in which formats."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Form
from reportctl.errors import ProjectError, UsageError
from reportctl.project.writing import write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.project.checking import Checked
    from reportctl.project.opening import Project

OUTPUT = "output"
_FORM_NAMES = {Form.PLAIN: "白头", Form.FORMAL: "红头", Form.PUBLIC: "公开"}
_DRAFT = "-草稿"
_BAD_IN_NAMES = frozenset('/\\:*?"<>|')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)}
)
_NAME_LIMIT = 200  # bytes; file systems take 255, the endings and the temporary file's prefix included


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
    checked: Checked, formats: Sequence[Format], output: Path | None, *, draft: bool = False
) -> tuple[Target, ...]:
    """Where each format goes: below `output/`, or to the one path that was asked for.

    Raises:
        UsageError: one path for several formats, or a path that names another format.
        ProjectError: report.yaml's `output.name` is no file name.
    """
    if output is None:
        folder = checked.project.root / OUTPUT
    elif output.is_dir():
        folder = output
    else:
        return (_single(formats, output, draft=draft),)
    stem = _stem(checked, draft=draft)
    return tuple(Target(one, folder / f"{stem}.{one.value}") for one in formats)


def _single(formats: Sequence[Format], output: Path, *, draft: bool) -> Target:
    if len(formats) > 1:
        raise UsageError("-o 只能指一个文件，这里要写几种格式", hint="一次写一种，或用 -o 指一个文件夹")
    wanted = formats[0]
    named = next((one for one in Format if output.suffix.lower() == f".{one.value}"), None)
    if named is not None and named is not wanted:
        raise UsageError(
            f"-o 的扩展名是 .{named.value}，要写的格式却是 {wanted.name.lower()}",
            hint=f"加上 --{named.name.lower()}，或改扩展名",
        )
    if draft and not output.stem.endswith(_DRAFT):
        output = output.with_name(f"{output.stem}{_DRAFT}{output.suffix}")
    return Target(wanted, output)


def _stem(checked: Checked, *, draft: bool) -> str:
    name = checked.assembly.output_name.strip()
    report = checked.project.report
    if (
        not name
        or _BAD_IN_NAMES & set(name)
        or name.startswith(".")
        or name.split(".")[0].upper() in _RESERVED
    ):
        raise _bad_name(checked.project, f"“{name}”不能作文件名")
    form = checked.assembly.document.form
    suffix = "" if form == report.report.form else f"-{_FORM_NAMES[form]}"
    stem = f"{name}{suffix}{_DRAFT if draft else ''}"
    if len(stem.encode("utf-8", "replace")) > _NAME_LIMIT or not stem.isprintable():
        raise _bad_name(checked.project, "文件名太长，或有看不见的字符")
    return stem


def _bad_name(project: Project, message: str) -> ProjectError:
    span = project.report.file.span(("output", "name"))
    hint = f'改 report.yaml 第 {span.line} 行的 output.name（或 area）：不用 / \\ : * ? " < > |'
    return ProjectError(message, hint=hint)


def write(checked: Checked, wanted: Sequence[Target]) -> None:
    """Write all targets, all or none.

    Raises:
        FileError: a file cannot be written.
        LockedError: another run is writing there.
    """
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


def require_form(checked: Checked) -> None:
    """Refuse a form that lacks what it cannot do without.

    Raises:
        ProjectError: the formal form without 签发人 (GB/T 9704-2012, clause 7.2.6: 上行文 names it).
    """
    document = checked.assembly.document
    if document.letterhead is not None and not document.letterhead.signatories:
        raise ProjectError(
            "红头（formal）要有签发人：报告是上行文",
            hint="在 report.yaml 的 document 里写 signatory（签发人），或改用白头（plain）",
        )
