"""附件: the files that report.yaml names become content of the document tree."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble import codes
from reportctl.assemble.attached.content import AttachedFile, BadAttachmentError, ending
from reportctl.document import Attachment, Table
from reportctl.errors import FileError
from reportctl.sources.decode import decode
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from reportctl.assemble.attached.content import AttachedContent
    from reportctl.assemble.templates import Templates
    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile
    from reportctl.sources import Source

    ReadBytes = Callable[[str], bytes]

_KINDS = {
    **dict.fromkeys((".png", ".jpg", ".jpeg"), "pictures"),
    **dict.fromkeys((".yaml", ".yml", ".csv"), "tables"),
    ".md": "markdown",
    ".xlsx": "workbook",
}
"""The module of each kind of file, by its ending; its library loads where such a file is attached."""
_HINT = "可以用：.yaml、.csv 或 .xlsx 表格、.md 文字、.png 或 .jpg 图片"


class Appended(NamedTuple):
    """The attachments, the faults for which report.yaml cannot be used, and what was found in the files."""

    attachments: tuple[Attachment, ...]
    faults: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def attachments(report: ReportFile, templates: Templates, read_bytes: ReadBytes) -> Appended:
    """The attachments that report.yaml names; `read_bytes` reads a path inside the project."""
    specs = report.report.document.attachments
    appended: list[Attachment] = []
    faults: list[Finding] = []
    findings: list[Finding] = []
    for index, spec in enumerate(specs):
        path = ("document", "attachments", index)
        title = normalise_line(templates.render(spec.title, (*path, "title")))
        attachment = Attachment(index + 1 if len(specs) > 1 else 0, title, ())
        try:
            data = read_bytes(spec.file)
            content = _content(AttachedFile(spec.file, data, title, attachment.label, index + 1))
        except (FileError, BadAttachmentError) as error:
            span = report.span((*path, "file"))
            faults.append(codes.BAD_ATTACHMENT.at(span, f"附件“{spec.file}”：{error}", _HINT))
            continue
        parts = tuple(
            part._replace(landscape=True) if spec.landscape and isinstance(part, Table) else part
            for part in content.parts
        )
        appended.append(attachment._replace(content=parts))
        findings += content.findings
    return Appended(tuple(appended), tuple(faults), tuple(findings))


def _content(file: AttachedFile) -> AttachedContent:
    kind = _KINDS.get(ending(file.name))
    if kind is None:
        raise BadAttachmentError("不认识的文件类型")
    content: AttachedContent = _module(kind).read(file)
    return content


def text_of(name: str, data: bytes, limit: int) -> Source | None:
    """What can be read in an attached file of at most `limit` bytes, printed or not; None in a picture.

    It is what is looked through for marks of secrecy: a spreadsheet's other and hidden cells as well.
    """
    if ending(name) != ".xlsx":
        return decode(name, data, limit=limit)[0]
    try:
        source: Source = _module("workbook").source(name, data)
    except BadAttachmentError:  # which is told where it is to be printed
        return None
    return source


def _module(kind: str) -> ModuleType:
    try:
        return import_module(f"{__package__}.attached.{kind}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "openpyxl":
            raise
        way = "运行 `pip install 'reportctl[xlsx]'`\uff0c或在 Excel、WPS 里另存为 .csv"
        raise BadAttachmentError(f"读 .xlsx 要用 openpyxl\uff0c这里没有装\uff1a{way}") from None
