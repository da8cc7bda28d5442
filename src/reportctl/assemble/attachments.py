"""附件: YAML and CSV tables, Markdown text and images become content of the document tree."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from reportctl import images, metadata
from reportctl.assemble import codes
from reportctl.document import Attachment, Block, BlockType, Picture, Role, Run, Table
from reportctl.errors import FileError
from reportctl.sources import Limits, read
from reportctl.sources.decode import decode
from reportctl.text.marks import normalise, normalise_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportctl.assemble.templates import Templates
    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile

    ReadBytes = Callable[[str], bytes]

_LIMITS = Limits()
_MOST_LINES = 50_000
_IMAGES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_TABLE_KEYS = (("columns", "header", "表头"), ("rows", "行"))
_TABLE_HINT = "表格应当一行一条，每条是格子的列表，第一条为表头，例如“- [单位, 案件数]”“- [区司法局, 12]”"
_KINDS_HINT = "可以用：.yaml 或 .csv 表格、.md 文字、.png 或 .jpg 图片"


class _BadAttachmentError(Exception):
    """The file is there, but it is no attachment; the message says why."""


def attachments(
    report: ReportFile, templates: Templates, read_bytes: ReadBytes
) -> tuple[tuple[Attachment, ...], tuple[Finding, ...]]:
    """The attachments that report.yaml names; `read_bytes` reads a path inside the project."""
    specs = report.report.document.attachments
    found: list[Attachment] = []
    findings: list[Finding] = []
    for index, spec in enumerate(specs):
        path = ("document", "attachments", index)
        title = normalise_line(templates.render(spec.title, (*path, "title")))
        number = index + 1 if len(specs) > 1 else 0
        try:
            content = tuple(_content(spec.file, read_bytes(spec.file), title, index + 1))
        except (FileError, _BadAttachmentError) as error:
            span = report.span((*path, "file"))
            findings.append(codes.BAD_ATTACHMENT.at(span, f"附件“{spec.file}”：{error}", _KINDS_HINT))
            continue
        landscape = tuple(
            part._replace(landscape=True) if spec.landscape and isinstance(part, Table) else part
            for part in content
        )
        found.append(Attachment(number, title, landscape))
    return tuple(found), tuple(findings)


def _content(name: str, data: bytes, title: str, index: int) -> Iterator[Block | Table | Picture]:
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in _IMAGES:
        yield _picture(data, ending, title)
    elif ending in {".yaml", ".yml"}:
        yield _yaml_table(name, data)
    elif ending == ".csv":
        yield _csv_table(_text(name, data))
    elif ending == ".md":
        yield from _markdown(_text(name, data), index)
    else:
        raise _BadAttachmentError("不认识的文件类型")


def _text(name: str, data: bytes) -> str:
    source, findings = decode(name, data, limit=_LIMITS.size)
    if source is None:
        raise _BadAttachmentError(findings[0].message)
    return source.text


def _picture(data: bytes, ending: str, title: str) -> Picture:
    if not data.startswith(_IMAGES[ending]):
        raise _BadAttachmentError("内容不是这种图片")
    try:
        images.read(data)
        cleaned, orientation = metadata.without_metadata(data), metadata.orientation(data)
        images.read(cleaned)
    except ValueError:
        raise _BadAttachmentError("图片损坏了\uff0c打不开") from None
    return Picture(cleaned, title, orientation)


def _csv_table(text: str) -> Table:
    if text.count(",") + text.count("\n") > _LIMITS.nodes:
        raise _BadAttachmentError(f"表格超过 {_LIMITS.nodes} 格，分成几个附件，或只留汇总的行")
    try:
        return _table(list(csv.reader(io.StringIO(text, newline=""))))
    except csv.Error:
        raise _BadAttachmentError("不是完整的 .csv 表格\uff1a检查引号是否成对") from None


def _yaml_table(name: str, data: bytes) -> Table:
    """A list of rows (lists), a list of mappings whose keys are the header, or header and rows by name."""
    file, findings = read(name, data)
    if file is None or findings:
        first = findings[0]
        raise _BadAttachmentError(f"第 {first.span.line} 行：{first.message}")
    rows = file.data
    if isinstance(rows, dict) and len(rows) == len(_TABLE_KEYS):
        header, rows = (next((rows[name] for name in names if name in rows), None) for names in _TABLE_KEYS)
        rows = [header, *rows] if isinstance(rows, list) else rows
    if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
        header = list(dict.fromkeys(key for row in rows for key in row))
        rows = [header, *([row.get(key) for key in header] for row in rows)]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise _BadAttachmentError(_TABLE_HINT)
    return _table(rows)


def _table(rows: list[list[Any]]) -> Table:
    rows = [row for row in rows if any(cell not in (None, "") for cell in row)]
    if not rows:
        raise _BadAttachmentError("表格是空的")
    if any(isinstance(cell, dict | list) for row in rows for cell in row):
        raise _BadAttachmentError("表格的格子里只能是文字或数字")
    width = max(len(row) for row in rows)
    return Table(tuple(tuple(_cell(row, column) for column in range(width)) for row in rows))


def _cell(row: list[Any], column: int) -> str:
    value = row[column] if column < len(row) else None
    return normalise_line(str(value)) if value is not None else ""


def _markdown(text: str, index: int) -> Iterator[Block]:
    """Headings (# to ####) and paragraphs: what an attachment's text needs of Markdown."""
    if text.count("\n") > _MOST_LINES:
        raise _BadAttachmentError(f"文字超过 {_MOST_LINES} 行，分成几个附件，或删去多余的空行")
    for number, paragraph in enumerate(normalise(text).split("\n\n"), 1):
        level = len(paragraph) - len(paragraph.lstrip("#"))
        words = paragraph[level:].strip()
        name = f"attachment-{index}-{number}"
        if 1 <= level <= 4 and words:
            yield Block(name, BlockType.ATTACHMENT_TEXT, (Run(words, Role.HEADING),), level)
        elif paragraph:
            yield Block(name, BlockType.ATTACHMENT_TEXT, (Run(paragraph),))
